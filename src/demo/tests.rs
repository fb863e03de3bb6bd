//! Tests of the demonstration as a whole: that the file is as promised, plausible, and shows what it should show.

use std::collections::BTreeMap;

use super::pupil::Pupil;
use super::*;
use crate::stats::{FixedSums, Moments};

mod anchors;
mod file;
mod story;

/// The pupils of the demonstration, grouped by a key.
fn grouped<K: Ord>(key: impl Fn(&Row) -> K) -> BTreeMap<K, Vec<Row>> {
    let mut groups: BTreeMap<K, Vec<Row>> = BTreeMap::new();
    for row in rows(SEED) {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

/// Count, mean and spread of a value that is kept as a whole number of `scale` parts; blanks are left out.
fn moments(rows: &[Row], scale: u32, value: impl Fn(&Pupil) -> Option<u16>) -> Moments {
    let mut sums = FixedSums::default();
    rows.iter().filter_map(|row| value(&row.pupil)).for_each(|value| sums.push(i64::from(value)));
    sums.moments(scale)
}

fn narvaro(rows: &[Row]) -> Moments {
    moments(rows, 10, |pupil| pupil.narvaro)
}

fn grade(rows: &[Row]) -> Moments {
    moments(rows, 100, |pupil| pupil.grade)
}

/// Percent with examen, of those for whom it is known.
fn examen(rows: &[Row]) -> f64 {
    100.0 * moments(rows, 1, |pupil| pupil.examen.map(u16::from)).mean
}
