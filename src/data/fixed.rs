//! Exact decimal values, and the reasons that a value is missing.
//!
//! Pupil results are short decimals (`87,4`, `12.5`). Keeping them as whole millionths makes every sum exact and
//! independent of the order of the rows, which binary floating point would not be.

use crate::data::Bound;

/// A decimal number in millionths, exact. Magnitude below one thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed(i64);

impl Fixed {
    /// Millionths in one.
    pub const SCALE: i64 = 1_000_000;
    /// Magnitudes from here on are refused: they are no school result, and sums of squares must fit in 128 bits.
    const LIMIT: i64 = 1_000_000_000 * Self::SCALE;

    /// From whole millionths; `None` at a magnitude of one thousand million or more.
    pub fn from_millionths(millionths: i64) -> Option<Self> {
        (millionths > -Self::LIMIT && millionths < Self::LIMIT).then_some(Self(millionths))
    }

    /// A small whole number.
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * Self::SCALE)
    }

    /// The nearest millionth to a finite number; `None` when it is too large or not a number.
    pub fn from_f64(value: f64) -> Option<Self> {
        let scaled = (value * Self::SCALE as f64).round();
        if !scaled.is_finite() || scaled.abs() >= Self::LIMIT as f64 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "finite and below the limit, checked above")]
        Self::from_millionths(scaled as i64)
    }

    /// Whole millionths.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// As a floating-point number, for statistics.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }

    /// As a whole number, when it is one and not negative.
    pub fn as_count(self) -> Option<u64> {
        (self.0 % Self::SCALE == 0).then(|| u64::try_from(self.0 / Self::SCALE).ok())?
    }
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The field is empty.
    Blank,
    /// The source withheld it (`..`).
    WithheldInSource,
    /// The source gives a [`Bound`] in its place (`~100`, `<5`).
    Bounded,
    /// The source says that it does not apply (`.`).
    NotApplicable,
    /// There is something that could not be read as the indicator's kind of value.
    Unreadable,
    /// A number outside the indicator's scale.
    OutOfRange,
}

impl Missing {
    /// Every reason, in the order of reports.
    pub const ALL: [Self; 6] =
        [Self::Blank, Self::WithheldInSource, Self::Bounded, Self::NotApplicable, Self::Unreadable, Self::OutOfRange];

    /// Place in [`Missing::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// A value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number in the indicator's unit.
    Known(Fixed),
    /// No number: the source only tells a bound.
    Within(Bound),
    /// No number.
    Missing(Missing),
}

/// A [`Value`] packed into eight bytes, as columns store it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(i64);

impl Slot {
    /// Above every number.
    const BOUNDS: i64 = 1 << 62;

    /// Packs a value.
    pub fn new(value: Value) -> Self {
        match value {
            Value::Known(fixed) => Self(fixed.0),
            Value::Within(bound) => Self(Self::BOUNDS + i64::from(bound.bits())),
            Value::Missing(reason) => Self(i64::MIN + reason as i64),
        }
    }

    /// Unpacks it.
    #[inline]
    pub fn value(self) -> Value {
        if self.0 > -Fixed::LIMIT && self.0 < Fixed::LIMIT {
            return Value::Known(Fixed(self.0));
        }
        if let Some(bound) = u32::try_from(self.0.wrapping_sub(Self::BOUNDS)).ok().and_then(Bound::of_bits) {
            return Value::Within(bound);
        }
        let index = usize::try_from(self.0 - i64::MIN).unwrap_or_default();
        Value::Missing(Missing::ALL[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Edge;

    #[test]
    fn slots_round_trip() {
        let mut values: Vec<Value> = Missing::ALL.map(Value::Missing).to_vec();
        for number in [0.0, 12.9, -340.0, 999_999_999.0] {
            values.push(Value::Known(Fixed::from_f64(number).expect("in range")));
        }
        let limit = Fixed::from_f64(99.5).expect("in range");
        values.extend(Bound::new(Edge::Above, limit).map(Value::Within));
        for value in values {
            assert_eq!(Slot::new(value).value(), value);
        }
    }

    #[test]
    fn too_large_is_refused() {
        assert_eq!(Fixed::from_f64(1e9), None);
        assert_eq!(Fixed::from_f64(f64::NAN), None);
        assert_eq!(Fixed::from_millionths(i64::MIN), None);
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        assert_eq!(Fixed::from_f64(43.0).and_then(Fixed::as_count), Some(43));
        assert_eq!(Fixed::from_f64(43.5).and_then(Fixed::as_count), None);
        assert_eq!(Fixed::from_f64(-1.0).and_then(Fixed::as_count), None);
    }
}
