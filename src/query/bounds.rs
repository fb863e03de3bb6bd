//! The bounds that the source of aggregated rows gives in place of numbers.

use crate::data::{Bound, Dataset, Unit, Value, sort_by_key};

/// Every bound of the data, by the unit of its values (`None` of numbers of pupils), and in how many rows it stands. Sorted.
pub fn bounds(dataset: &Dataset) -> Vec<(Bound, Option<Unit>, u64)> {
    let mut found: Vec<(Bound, Option<Unit>, u64)> = Vec::new();
    let mut add =
        |bound: Bound, unit: Option<Unit>| match found.iter_mut().find(|(other, of, _)| (*other, *of) == (bound, unit))
        {
            Some((.., rows)) => *rows += 1,
            None => found.push((bound, unit, 1)),
        };
    for entry in 0..dataset.entries() {
        if let Value::Within(bound) = dataset.pupils[entry].value() {
            add(bound, None);
        }
        for (cell, about) in dataset.cells(entry).iter().zip(&dataset.profile.indicators) {
            if let Some(bound) = cell.bound {
                add(bound, Some(about.unit));
            }
        }
    }
    sort_by_key(&mut found, |(bound, unit, _)| (*bound, unit.is_none()));
    found
}
