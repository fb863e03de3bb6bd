//! Sufficient statistics of one group and one indicator.

use crate::data::{Bound, Fixed, Missing, Value};
use crate::stats::FixedSums;

/// What is needed to estimate an indicator for a group, and nothing more. Cells of disjoint groups can be merged.
///
/// All sums are whole numbers, so the order of the rows leaves no trace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Pupils, sum and sum of squares of their values in millionths. From aggregated rows the sum is weighted by the number of
    /// pupils and the sum of squares says nothing.
    pub sums: FixedSums,
    /// Rows without a usable value, by reason.
    pub left_out: LeftOut,
    /// Whether values of aggregated rows have been added: the spread between pupils is then unknown.
    pub weighted: bool,
    /// Of a single row, the bound that its source gives in place of a value. Of several rows there is none, and no value either,
    /// if one of them has only a bound ([`Missing::Bounded`]).
    pub bound: Option<Bound>,
}

/// Rows without a usable value, counted by [`Missing`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut([u32; Missing::ALL.len()]);

impl LeftOut {
    /// Rows left out for one reason.
    pub fn of(self, reason: Missing) -> u64 {
        u64::from(self.0[reason.index()])
    }

    /// Rows left out for any reason.
    pub fn total(self) -> u64 {
        self.0.iter().map(|rows| u64::from(*rows)).sum()
    }

    /// Counts more rows.
    pub(crate) fn add(&mut self, reason: Missing, rows: u32) {
        let sum = &mut self.0[reason.index()];
        *sum = sum.saturating_add(rows);
    }
}

impl Cell {
    /// Adds one pupil.
    #[inline]
    pub fn push_pupil(&mut self, value: Value) {
        match value {
            Value::Known(fixed) => self.sums.push(fixed.millionths()),
            // Of a single pupil a bound is nothing that could be shown.
            Value::Within(_) => self.left_out.add(Missing::WithheldInSource, 1),
            Value::Missing(reason) => self.left_out.add(reason, 1),
        }
    }

    /// Adds one aggregated row: a value that holds for `pupils` pupils. A value whose number of pupils is withheld or missing
    /// cannot be weighed and is left out for that reason.
    pub fn push_weighted(&mut self, value: Value, pupils: Value) {
        let is_first = *self == Self::default();
        self.weighted = true;
        self.bound = None;
        let reason = match (value, pupils) {
            (Value::Known(fixed), Value::Known(pupils)) => {
                let weight = pupils.as_count().unwrap_or(0);
                self.sums.n += weight;
                self.sums.sum += i128::from(fixed.millionths()) * i128::from(weight);
                return;
            }
            (Value::Within(bound), _) => {
                self.bound = Some(bound).filter(|_| is_first);
                Missing::Bounded
            }
            (Value::Missing(reason), _) | (_, Value::Missing(reason)) => reason,
            (Value::Known(_), Value::Within(_)) => Missing::WithheldInSource,
        };
        self.left_out.add(reason, 1);
    }

    /// The cell of both groups together.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        let mut left_out = self.left_out;
        for reason in Missing::ALL {
            left_out.add(reason, other.left_out.0[reason.index()]);
        }
        let bound = match (self.bound, other.bound) {
            (None, None) => None,
            (found, _) if other == Self::default() => found,
            (_, found) if self == Self::default() => found,
            _ => None,
        };
        Self { sums: self.sums.merged(other.sums), left_out, weighted: self.weighted || other.weighted, bound }
    }

    /// Whether the source gives only a bound of it, or of a part: there is then no value of the whole.
    pub fn is_bounded(&self) -> bool {
        self.left_out.of(Missing::Bounded) > 0
    }

    /// Pupils behind the value.
    pub fn pupils(&self) -> u64 {
        self.sums.n
    }

    /// The mean of the values, in the indicator's unit; `None` without pupils, and where of some there is only a bound.
    pub fn mean(&self) -> Option<f64> {
        (self.sums.n > 0 && !self.is_bounded())
            .then(|| self.sums.sum as f64 / (self.sums.n as f64 * Fixed::SCALE as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Edge;

    fn known(value: f64) -> Value {
        Value::Known(Fixed::from_f64(value).expect("in range"))
    }

    #[test]
    fn aggregated_values_are_weighted_by_their_pupils() {
        let mut cell = Cell::default();
        cell.push_weighted(known(76.0), known(287.0));
        cell.push_weighted(known(56.6), known(76.0));
        cell.push_weighted(Value::Missing(Missing::WithheldInSource), known(13.0));
        cell.push_weighted(known(50.0), Value::Missing(Missing::WithheldInSource));
        assert_eq!(cell.pupils(), 363);
        assert!((cell.mean().expect("pupils") - (287.0 * 76.0 + 76.0 * 56.6) / 363.0).abs() < 1e-12);
        assert_eq!(cell.left_out.of(Missing::WithheldInSource), 2);
    }

    #[test]
    fn a_bound_is_that_of_one_row_and_never_a_number() {
        let bound = Bound::new(Edge::NearlyAll, Fixed::whole(100)).expect("room");
        let row = |value: Value| {
            let mut cell = Cell::default();
            cell.push_weighted(value, known(31.0));
            cell
        };
        let (bounded, plain) = (row(Value::Within(bound)), row(known(80.0)));
        let none = Cell::default();
        assert_eq!((bounded.bound, bounded.pupils(), bounded.mean()), (Some(bound), 0, None));
        for (together, expected) in [
            (bounded.merged(none), Some(bound)),
            (none.merged(bounded), Some(bound)),
            (bounded.merged(plain), None),
            (plain.merged(bounded), None),
            (bounded.merged(bounded), None),
            (bounded.merged(row(Value::Missing(Missing::WithheldInSource))), None),
        ] {
            assert_eq!((together.bound, together.mean(), together.is_bounded()), (expected, None, true));
        }
        let mut pushed = bounded;
        pushed.push_weighted(known(80.0), known(31.0));
        assert_eq!(pushed, bounded.merged(plain));
        // A number of pupils that is only bounded weighs nothing.
        let mut unweighed = Cell::default();
        unweighed.push_weighted(known(80.0), Value::Within(bound));
        assert_eq!((unweighed.mean(), unweighed.left_out.of(Missing::WithheldInSource)), (None, 1));
    }

    #[test]
    fn merging_is_the_same_as_all_at_once() {
        let values = [known(87.4), Value::Missing(Missing::Blank), known(0.000_001), known(100.0)];
        let (mut all, mut left, mut right) = (Cell::default(), Cell::default(), Cell::default());
        for (index, value) in values.into_iter().enumerate() {
            all.push_pupil(value);
            if index % 2 == 0 { left.push_pupil(value) } else { right.push_pupil(value) }
        }
        assert_eq!(left.merged(right), all);
        assert_eq!(right.merged(left), all);
    }
}
