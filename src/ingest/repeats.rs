//! Aggregated rows that repeat one another.

use std::collections::BTreeMap;

use crate::data::{Dataset, Dim, Slot};
use crate::ingest::report::{Example, Reason, Report};

/// The label numbers of one row in these dimensions. Municipality and provider are told by the school, and one file may lack
/// them: they do not tell rows apart.
fn key(dataset: &Dataset, row: usize, dims: &[Dim]) -> Vec<u16> {
    let dimensions = dataset.dimensions.iter().filter(|dimension| dims.contains(&dimension.dim));
    dimensions.map(|dimension| dimension.codes[row]).collect()
}

/// Sets aside rows about the same school, year and group as an earlier one, so that no pupil is counted twice. Files often
/// overlap: a municipality's table of several years beside the national one of the last.
pub(crate) fn remove(dataset: &mut Dataset, origins: &[(usize, u64)], report: &mut Report) {
    let mut first_of: BTreeMap<Vec<u16>, usize> = BTreeMap::new();
    let mut keep = vec![true; dataset.rows()];
    let contents = |row: usize| -> Vec<Slot> {
        dataset.pupils.iter().map(|pupils| pupils[row]).chain(dataset.values.iter().map(|values| values.slots[row])).collect()
    };
    for row in 0..dataset.rows() {
        let earlier = *first_of.entry(key(dataset, row, &[Dim::School, Dim::Year, Dim::Programme, Dim::Gender])).or_insert(row);
        if earlier == row {
            continue;
        }
        keep[row] = false;
        let reason = if contents(row) == contents(earlier) { Reason::Twin } else { Reason::Conflict };
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

fn retain<T: Copy>(column: &mut Vec<T>, keep: &[bool]) {
    let mut row = 0;
    column.retain(|_| {
        row += 1;
        keep[row - 1]
    });
}
