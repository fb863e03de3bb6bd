//! Aggregated rows that repeat one another.

use std::collections::BTreeMap;

use crate::data::{Dataset, Dim, Slot};
use crate::ingest::report::{Example, Reason, Refusal, Report};

/// The label numbers of one row in these dimensions. Municipality and provider are told by the school, and one file may lack
/// them: they do not tell rows apart.
fn key(dataset: &Dataset, row: usize, dims: &[Dim]) -> Vec<u16> {
    let dimensions = dataset.dimensions.iter().filter(|dimension| dims.contains(&dimension.dim));
    dimensions.map(|dimension| dimension.codes[row]).collect()
}

/// Dimensions that tell rows of one import apart.
const TELLING: [Dim; 4] = [Dim::School, Dim::Year, Dim::Programme, Dim::Gender];

/// Sets aside rows about the same school, year and group as an earlier one, so that no pupil is counted twice. Files often
/// overlap: a municipality's table of several years beside the national one of the last.
///
/// A file that contradicts itself on more than one row in twenty is divided by something that was not recognised (subject, grade);
/// any choice among its rows would be arbitrary, so it is refused.
pub(crate) fn remove(dataset: &mut Dataset, origins: &[(usize, u64)], report: &mut Report) {
    let refused = self_contradicting(dataset, origins, report.files.len());
    let mut keep: Vec<bool> = origins.iter().map(|(file, _)| !refused[*file]).collect();
    for (file, _) in report.files.iter_mut().zip(&refused).filter(|(_, refused)| **refused) {
        file.refuse(Refusal::Ambiguous);
    }
    for (row, earlier) in repeats(dataset, &keep) {
        keep[row] = false;
        let reason = if contents(dataset, row) == contents(dataset, earlier) { Reason::Twin } else { Reason::Conflict };
        let (file, line) = origins[row];
        let school = dataset.name(Dim::School, dataset.dimensions[0].codes[row]);
        let entry = &mut report.files[file];
        entry.rows_used -= 1;
        entry.set_row_aside(reason, || Example::new(line, "", school));
    }
    for dimension in &mut dataset.dimensions {
        retain(&mut dimension.codes, &keep);
    }
    for values in &mut dataset.values {
        retain(&mut values.slots, &keep);
    }
    if let Some(pupils) = &mut dataset.pupils {
        retain(pupils, &keep);
    }
}

/// The rows that repeat an earlier one, with that one.
fn repeats(dataset: &Dataset, among: &[bool]) -> Vec<(usize, usize)> {
    let mut first_of: BTreeMap<Vec<u16>, usize> = BTreeMap::new();
    let rows = (0..dataset.rows()).filter(|&row| among[row]);
    rows.map(|row| (row, *first_of.entry(key(dataset, row, &TELLING)).or_insert(row)))
        .filter(|(row, first)| row != first)
        .collect()
}

/// For each file, whether too many of its rows contradict others of its own.
fn self_contradicting(dataset: &Dataset, origins: &[(usize, u64)], files: usize) -> Vec<bool> {
    let mut rows = vec![0; files];
    let mut conflicts = vec![0; files];
    for (file, _) in origins {
        rows[*file] += 1;
    }
    for (row, earlier) in repeats(dataset, &vec![true; dataset.rows()]) {
        let (file, _) = origins[row];
        if origins[earlier].0 == file && contents(dataset, row) != contents(dataset, earlier) {
            conflicts[file] += 1;
        }
    }
    rows.iter().zip(conflicts).map(|(rows, conflicts)| conflicts * 20 > *rows).collect()
}

/// Number of pupils and values of one row.
fn contents(dataset: &Dataset, row: usize) -> Vec<Slot> {
    let pupils = dataset.pupils.iter().map(|pupils| pupils[row]);
    pupils.chain(dataset.values.iter().map(|values| values.slots[row])).collect()
}

fn retain<T: Copy>(column: &mut Vec<T>, keep: &[bool]) {
    let mut row = 0;
    column.retain(|_| {
        row += 1;
        keep[row - 1]
    });
}
