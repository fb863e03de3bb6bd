//! One kind of number of every entry, and sums of it.

use std::borrow::Cow;

use super::pattern::Value;
use super::quantity::{Part, Quantity, UNKNOWN};
use crate::data::{Dataset, Shape};

/// A whole number that protection is about, entry by entry.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) quantity: Quantity,
    parts: Vec<Part>,
    shape: Shape,
    /// Whether somebody of rows of pupils has a result, in whatever school and year.
    is_measured: bool,
}

impl Column {
    /// Of all entries of a dataset.
    pub(super) fn new(dataset: &Dataset, quantity: Quantity) -> Self {
        let entries = 0..dataset.entries();
        let is_measured = match quantity {
            Quantity::Pupils => false,
            Quantity::Base(of) | Quantity::Having(of) | Quantity::Sum(of) => {
                dataset.shape == Shape::PupilRows && entries.clone().any(|entry| dataset.cells(entry)[of].pupils() > 0)
            }
        };
        let parts = entries.map(|entry| quantity.part(dataset, entry)).collect();
        Self { quantity, parts, shape: dataset.shape, is_measured }
    }

    /// The entries whose numbers are added up: those that are told, or, where none is, those that the source withholds.
    pub(super) fn told<'e>(&self, entries: &'e [usize]) -> Cow<'e, [usize]> {
        // Pupils without a value add nothing to the number of those with one: the group is the same. Where nobody has a value, the
        // sum is of them, too.
        if self.is_measured {
            return Cow::Borrowed(entries);
        }
        let is_known = |entry: &usize| matches!(self.parts[*entry], Part::Known(_));
        let has_known = entries.iter().any(is_known);
        let is_all = match self.shape {
            Shape::PupilRows => has_known,
            Shape::Aggregated => {
                let is_told = |entry: &usize| matches!(self.parts[*entry], Part::Known(_) | Part::Nothing);
                has_known && entries.iter().all(is_told)
            }
        };
        if is_all {
            return Cow::Borrowed(entries);
        }
        let is_withheld = |entry: &usize| matches!(self.parts[*entry], Part::Withheld | Part::Within(..));
        let such = |entry: &usize| if has_known { is_known(entry) } else { is_withheld(entry) };
        Cow::Owned(entries.iter().copied().filter(such).collect())
    }

    /// The sum of some entries.
    pub(super) fn value(&self, entries: &[usize]) -> Value {
        // Sums are in millionths.
        let unknown = if matches!(self.quantity, Quantity::Sum(_)) { UNKNOWN * UNKNOWN } else { UNKNOWN };
        let (mut least, mut most) = (0_u64, 0_u64);
        let (mut is_nothing, mut is_known) = (true, true);
        for entry in entries {
            let (low, high) = match self.parts[*entry] {
                Part::Nothing => continue,
                Part::Known(value) => (value, value),
                Part::Within(low, high) => {
                    is_known = false;
                    (low, high)
                }
                Part::Withheld | Part::Untold => {
                    is_known = false;
                    (0, unknown)
                }
            };
            is_nothing = false;
            (least, most) = (least.saturating_add(low), most.saturating_add(high));
        }
        match (is_nothing, is_known) {
            // That none of a few has a result tells how few they are, where the others' results are counted.
            (true, _) if self.is_measured => Value::Known(0),
            (true, _) => Value::Absent,
            (_, true) => Value::Known(least),
            _ => Value::Within(least, most),
        }
    }
}
