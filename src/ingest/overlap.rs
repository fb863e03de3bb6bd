//! Files of pupil rows that have rows in common.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::data::{Cell, Dim, Missing, set};
use crate::ingest::entry::{ABSENT, Entry};
use crate::ingest::spellings::AllSpellings;

/// A school and a school year: label numbers.
pub(crate) type Part = (u16, u16);

/// What one file says of each school and school year: a print that does not depend on the order of the rows.
pub(crate) type Parts = BTreeMap<Part, u64>;

/// So many schools with one row each are no coincidence.
const MANY_SCHOOLS: usize = 10;
/// So many rows are none either, where each of several schools has one in the same school years.
const MANY_ROWS: usize = 8;

/// What two files have in common.
#[derive(Debug, Default)]
pub(crate) struct Common {
    /// Parts that say exactly the same.
    pub(crate) same: BTreeSet<Part>,
    /// Parts of which both files have other pupils.
    pub(crate) in_both: BTreeSet<Part>,
}

/// Prints of what these entries say of each school and school year.
pub(crate) fn parts(entries: &[Entry], spellings: &AllSpellings) -> Parts {
    let label = |dim: Dim, code: u16| if code == ABSENT { ABSENT } else { spellings[dim.index()].get(code).label };
    // Entries that differ in spelling only are added up first.
    let mut by_labels: BTreeMap<(Part, Vec<u16>), (u64, Vec<Cell>)> = BTreeMap::new();
    for entry in entries {
        let labels: Vec<u16> = Dim::ALL.iter().map(|dim| label(*dim, entry.codes[dim.index()])).collect();
        let part = (labels[Dim::School.index()], labels[Dim::Year.index()]);
        let sums = by_labels.entry((part, labels)).or_insert_with(|| (0, vec![Cell::default(); entry.cells.len()]));
        sums.0 += entry.known_pupils();
        for (sum, cell) in sums.1.iter_mut().zip(&entry.cells) {
            *sum = sum.merged(*cell);
        }
    }
    let mut parts = Parts::new();
    for ((part, labels), (pupils, cells)) in by_labels {
        let mut hasher = DefaultHasher::new();
        (labels, pupils).hash(&mut hasher);
        for cell in &cells {
            (cell.sums.n, cell.sums.sum, cell.sums.sum_sq).hash(&mut hasher);
            Missing::ALL.map(|reason| cell.left_out.of(reason)).hash(&mut hasher);
        }
        let print = parts.entry(part).or_default();
        *print = print.wrapping_add(hasher.finish());
    }
    parts
}

/// Whether there is one row for each of many schools and school years: values of schools, not of pupils.
pub(crate) fn has_lone_rows(entries: &[Entry], spellings: &AllSpellings) -> bool {
    let label = |dim: Dim, entry: &Entry| spellings[dim.index()].get(entry.codes[dim.index()]).label;
    let mut parts = BTreeSet::new();
    let are_lone = entries
        .iter()
        .all(|entry| entry.known_pupils() == 1 && parts.insert((label(Dim::School, entry), label(Dim::Year, entry))));
    let schools = set(parts.iter().map(|(school, _)| *school));
    let years = set(parts.iter().map(|(_, year)| *year));
    let is_whole = schools.len() > 1 && schools.len() * years.len() == parts.len() && parts.len() >= MANY_ROWS;
    are_lone && (is_whole || schools.len() >= MANY_SCHOOLS)
}

/// What a file has in common with earlier ones.
pub(crate) fn compare(parts: &Parts, earlier: &[Parts]) -> Common {
    let mut common = Common::default();
    for (part, print) in parts {
        let mut prints = earlier.iter().filter_map(|parts| parts.get(part)).peekable();
        if prints.peek().is_none() {
            continue;
        }
        if prints.any(|earlier| earlier == print) { &mut common.same } else { &mut common.in_both }.insert(*part);
    }
    common
}
