//! Aggregated rows that repeat one another.

use std::collections::BTreeMap;

use crate::data::{Dim, map, set};
use crate::ingest::drafts::Draft;
use crate::ingest::gather::Gathered;
use crate::ingest::reason::{Reason, Refusal};
use crate::ingest::report::{Example, Report};

/// Dimensions that tell rows of one import apart. Municipality and provider are told by the school, and one file may lack them.
const TELLING: [Dim; 4] = [Dim::School, Dim::Year, Dim::Programme, Dim::Gender];

/// What a draft is about: label numbers.
pub(super) type Key = Vec<u16>;

/// The label numbers of a draft in these dimensions.
pub(super) fn key(draft: &Draft, dims: &[Dim], gathered: &Gathered) -> Key {
    let label = |dim: &Dim| {
        let spellings = &gathered.spellings[dim.index()];
        spellings.all.get(usize::from(draft.codes[dim.index()])).map_or(u16::MAX, |spelling| spelling.label)
    };
    dims.iter().map(label).collect()
}

/// Sets aside rows about the same school, year and group as an earlier one, so that no pupil is counted twice. Files often
/// overlap: a municipality's table of several years beside the national one of the last.
///
/// A file that contradicts itself on more than one row in twenty is divided by something that was not recognised (subject, grade);
/// any choice among its rows would be arbitrary, so it is refused.
pub(super) fn remove(drafts: &mut Vec<Draft>, gathered: &Gathered, report: &mut Report) {
    let refused = self_contradicting(drafts, gathered, report.files.len());
    drafts.retain(|draft| !refused[draft.file]);
    for (file, _) in report.files.iter_mut().zip(&refused).filter(|(_, refused)| **refused) {
        file.refuse(Refusal::Ambiguous);
    }
    let mut reasons = vec![None; drafts.len()];
    for (place, earlier) in repeats(drafts, gathered) {
        let same = drafts[place].says_the_same(&drafts[earlier]);
        reasons[place] = Some(if same { Reason::Twin } else { Reason::Conflict });
    }
    set_aside(drafts, &reasons, gathered, report);
}

/// Takes the drafts that have a reason away, and sets the lines aside that no other draft comes from.
pub(super) fn set_aside(drafts: &mut Vec<Draft>, reasons: &[Option<Reason>], gathered: &Gathered, report: &mut Report) {
    let lines = |wanted: bool| {
        let drafts = drafts.iter().zip(reasons).filter(move |(_, reason)| reason.is_some() == wanted);
        drafts.flat_map(|(draft, reason)| draft.lines.iter().map(move |line| ((draft.file, *line), (draft, reason))))
    };
    let kept = set(lines(false).map(|(line, _)| line));
    let taken = map(lines(true).filter(|(line, _)| !kept.contains(line)));
    for ((file, line), (draft, reason)) in taken {
        let school = gathered.spellings[Dim::School.index()].get(draft.codes[Dim::School.index()]);
        let entry = &mut report.files[file];
        entry.rows_used -= 1;
        if let Some(reason) = reason {
            entry.set_row_aside(*reason, || Example::new(line, "", &school.name));
        }
    }
    let mut place = 0;
    drafts.retain(|_| {
        place += 1;
        reasons[place - 1].is_none()
    });
}

/// The drafts that repeat an earlier one, with that one.
fn repeats(drafts: &[Draft], gathered: &Gathered) -> Vec<(usize, usize)> {
    let mut first_of: BTreeMap<Key, usize> = BTreeMap::new();
    let places = drafts.iter().enumerate();
    places
        .map(|(place, draft)| (place, *first_of.entry(key(draft, &TELLING, gathered)).or_insert(place)))
        .filter(|(place, first)| place != first)
        .collect()
}

/// For each file, whether too many of its rows contradict others of its own.
fn self_contradicting(drafts: &[Draft], gathered: &Gathered, files: usize) -> Vec<bool> {
    let mut rows = vec![0; files];
    let mut conflicts = vec![0; files];
    for draft in drafts {
        rows[draft.file] += 1;
    }
    for (place, earlier) in repeats(drafts, gathered) {
        let (draft, first) = (&drafts[place], &drafts[earlier]);
        if first.file == draft.file && !draft.says_the_same(first) {
            conflicts[draft.file] += 1;
        }
    }
    rows.iter().zip(conflicts).map(|(rows, conflicts)| conflicts * 20 > *rows).collect()
}
