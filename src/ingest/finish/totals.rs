//! Labels that turn out to be the sum of the others.
//!
//! Totals are known by name where the name is usual ([`crate::data::level_of`], `Riket`). A file may call them anything; but their
//! number of pupils is the sum of the others', and their values are the others' weighted means, in every year and group. Both must hold
//! wherever they can be tried: leaving a real school out would be worse than a total that is listed.

use std::collections::BTreeMap;

use super::repeats::{self, Key};
use crate::data::{Dim, Level, Value, level_of};
use crate::ingest::drafts::Draft;
use crate::ingest::gather::Gathered;
use crate::ingest::note::Note;
use crate::ingest::reason::Reason;
use crate::ingest::report::Report;

/// What labels, by dimension and key, cover, where their names do not tell.
pub(super) type Levels = BTreeMap<(Dim, String), Level>;

/// How far a weighted mean of values with one decimal may be from their total's, which is rounded, too.
const ROUNDING: f64 = 0.11;

/// How often a label could be tried, and was the sum of the others.
#[derive(Clone, Copy, Debug, Default)]
struct Trial {
    tried: u32,
    held: u32,
    /// Most parts in one slice.
    parts: usize,
}

/// Finds totals. Rows about several schools are set aside; total programmes and genders get their level.
pub(super) fn find(drafts: &mut Vec<Draft>, gathered: &mut Gathered, report: &mut Report) -> Levels {
    let mut levels = Levels::new();
    for (dim, by) in [
        (Dim::School, &[Dim::Year, Dim::Programme, Dim::Gender][..]),
        (Dim::School, &[Dim::Year, Dim::Programme, Dim::Gender, Dim::Municipality]),
        (Dim::Programme, &[Dim::Year, Dim::School, Dim::Gender]),
        (Dim::Gender, &[Dim::Year, Dim::School, Dim::Programme]),
    ] {
        let totals = sums_of_others(drafts, dim, by, gathered);
        if totals.is_empty() {
            continue;
        }
        let spellings = &gathered.spellings[dim.index()];
        let names = totals.iter().map(|label| spellings.name_of(*label).to_owned()).collect();
        if dim == Dim::School {
            let label = |draft: &Draft| repeats::key(draft, &[dim], gathered)[0];
            let reasons: Vec<Option<Reason>> =
                drafts.iter().map(|draft| totals.contains(&label(draft)).then_some(Reason::SumOfSchools)).collect();
            repeats::set_aside(drafts, &reasons, gathered, report);
        } else {
            levels
                .extend(totals.iter().map(|label| ((dim, spellings.keys[usize::from(*label)].clone()), Level::Total)));
        }
        gathered.note(Note::TotalsByArithmetic { dim, names });
    }
    levels
}

/// Labels of `dim` that are the sum of the other parts in every slice by the other dimensions.
fn sums_of_others(drafts: &[Draft], dim: Dim, by: &[Dim], gathered: &Gathered) -> Vec<u16> {
    let mut slices: BTreeMap<Key, Vec<(u16, &Draft)>> = BTreeMap::new();
    for draft in drafts {
        let label = repeats::key(draft, &[dim], gathered)[0];
        let Some(spelling) = gathered.spellings[dim.index()].all.get(usize::from(draft.codes[dim.index()])) else {
            return Vec::new();
        };
        // What is known by name to cover others, or everybody, is no part.
        let is_part = match dim {
            Dim::Programme => matches!(level_of(&spelling.name), Level::Programme(_)) && !spelling.name.is_empty(),
            _ => !spelling.name.is_empty(),
        };
        if is_part {
            slices.entry(repeats::key(draft, by, gathered)).or_default().push((label, draft));
        }
    }
    let mut trials: BTreeMap<u16, Trial> = BTreeMap::new();
    for slice in slices.values().filter(|slice| slice.len() > 2) {
        let pupils: Option<Vec<u64>> = slice.iter().map(|(_, draft)| pupils(draft)).collect();
        let sum: Option<u64> = pupils.as_ref().map(|pupils| pupils.iter().sum());
        for (place, (label, _)) in slice.iter().enumerate() {
            let trial = trials.entry(*label).or_default();
            let (Some(pupils), Some(sum)) = (&pupils, sum) else { continue };
            trial.tried += 1;
            trial.parts = trial.parts.max(slice.len() - 1);
            let holds = pupils[place] > 0 && pupils[place] * 2 == sum && values_fit(slice, pupils, place);
            trial.held += u32::from(holds);
        }
    }
    let holds = |trial: &Trial| trial.tried > 0 && trial.held == trial.tried && (trial.tried > 1 || trial.parts > 2);
    trials.into_iter().filter(|(_, trial)| holds(trial)).map(|(label, _)| label).collect()
}

fn pupils(draft: &Draft) -> Option<u64> {
    match draft.pupils().value() {
        Value::Known(count) => count.as_count(),
        Value::Within(_) | Value::Missing(_) => None,
    }
}

/// Whether the values at `total` are the weighted means of the others, where all are known; at least one must be.
fn values_fit(slice: &[(u16, &Draft)], pupils: &[u64], total: usize) -> bool {
    let indicators = slice[total].1.values.len();
    let mut tried = false;
    for indicator in 0..indicators {
        let values: Option<Vec<f64>> = slice.iter().map(|(_, draft)| known(draft, indicator)).collect();
        let Some(values) = values else { continue };
        let parts = values.iter().zip(pupils).enumerate().filter(|(place, _)| *place != total);
        let sum: f64 = parts.map(|(_, (value, pupils))| value * *pupils as f64).sum();
        if (sum / pupils[total] as f64 - values[total]).abs() > ROUNDING {
            return false;
        }
        tried = true;
    }
    tried
}

fn known(draft: &Draft, indicator: usize) -> Option<f64> {
    match draft.values.get(indicator).copied().flatten()?.value() {
        Value::Known(value) => Some(value.to_f64()),
        Value::Within(_) | Value::Missing(_) => None,
    }
}
