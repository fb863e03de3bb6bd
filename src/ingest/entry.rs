//! One combination of labels, with its sums.

use crate::data::{Cell, Dim, Fixed, Missing, Value};

/// One spelling number per dimension, by [`Dim::index`]; [`ABSENT`] where the file lacks the dimension.
pub(crate) type Codes = [u16; Dim::COUNT];

/// Stands for a dimension that a file lacks. No spelling has this number.
pub(crate) const ABSENT: u16 = u16::MAX;

/// One combination of labels, with its sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) codes: Codes,
    pub(crate) pupils: Value,
    /// One per indicator.
    pub(crate) cells: Vec<Cell>,
}

impl Entry {
    /// Number of pupils, where it is known.
    pub(crate) fn known_pupils(&self) -> u64 {
        known(self.pupils)
    }
}

/// A number of pupils, where it is known; or none.
pub(crate) fn known(pupils: Value) -> u64 {
    match pupils {
        Value::Known(count) => count.as_count().unwrap_or(0),
        Value::Within(_) | Value::Missing(_) => 0,
    }
}

/// A number of pupils as a value.
pub(crate) fn count(pupils: u64) -> Value {
    let millionths = i64::try_from(pupils).ok().and_then(|pupils| pupils.checked_mul(Fixed::SCALE));
    millionths.and_then(Fixed::from_millionths).map_or(Value::Missing(Missing::OutOfRange), Value::Known)
}
