//! Stub.
use super::asked::Asked;
use super::pattern::{Cost, Rule};
use super::protected::Guarded;
use crate::data::Dataset;
use std::collections::BTreeMap;
pub(super) fn protect(
    _dataset: &Dataset,
    rule: &Rule,
    _asked: &[Asked],
    tables: &mut [BTreeMap<Vec<u16>, Guarded>],
) -> Cost {
    for guarded in tables.iter_mut().flat_map(BTreeMap::values_mut) {
        guarded.pupils = (1..rule.k).contains(&guarded.group.pupils);
        for (index, cell) in guarded.group.cells.iter().enumerate() {
            let few = (1..rule.k).contains(&cell.pupils());
            guarded.bases[index] = few;
            guarded.values[index] = few;
        }
    }
    Cost::default()
}
