//! How a file writes a percentage: as per cent or as a fraction.

use crate::data::{Cell, Direction, Edge, Fixed, Indicator, Kind, LeftOut, Missing, Shape, Slot, Unit, Value};
use crate::ingest::fields::Reading;

/// Fewest values that are evidence.
const FEWEST: u64 = 2;

/// What the values of one column tell.
///
/// Where more is better, real percentages are never all below one; where less is better they may be, and are left as they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Whether the values could be fractions of one.
    is_possible: bool,
    /// Whether single values between zero and one are doubtful among percentages: of groups, and where more is better. A pupil may have
    /// been there half a per cent of the time.
    is_strict: bool,
    known: u64,
    /// Values between zero and one.
    between: u64,
    /// Values above one or below zero.
    beyond: u64,
}

/// What some values are evidence of, from the lowest bits: how many there are, how many between zero and one, how many beyond. One
/// addition does for all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen(u64);

/// Bits of each number in [`Seen`]: as many values as are ever seen together.
const SEEN_BITS: u32 = 21;

impl Seen {
    /// Adds what one field is evidence of, if it is not blank.
    #[inline]
    pub(crate) fn add(&mut self, more: Self, is_blank: bool) {
        self.0 += if is_blank { 0 } else { more.0 };
    }
}

/// How a column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As its unit says.
    Plainly,
    /// Per cent as fractions: `0,874`.
    AsFractions,
    /// Some values one way and some the other: which is which cannot be told.
    BothWays,
    /// Percentages, among which a few values look like fractions.
    FewFractions,
}

impl Evidence {
    /// None yet.
    pub(crate) fn of(indicator: &Indicator, shape: Shape) -> Self {
        let is_higher = indicator.unit == Unit::Percent && indicator.better == Direction::Higher;
        let is_possible = indicator.kind == Kind::Share || is_higher;
        Self { is_possible, is_strict: is_higher && shape == Shape::Aggregated, known: 0, between: 0, beyond: 0 }
    }

    /// Takes one value into account.
    #[inline]
    pub(crate) fn see(&mut self, reading: Reading) {
        if !self.is_possible {
            return;
        }
        match reading {
            Reading::Narrow(thousandths) => self.see_all(self.of_value(thousandths)),
            Reading::Wide(value) => {
                let value = value.millionths();
                self.known += 1;
                self.between += u64::from((1..Fixed::SCALE).contains(&value));
                self.beyond += u64::from(!(0..=Fixed::SCALE).contains(&value));
            }
            Reading::Within(_) | Reading::Missing(_) | Reading::Sentinel => {}
        }
    }

    /// What a value in thousandths is evidence of.
    #[inline]
    pub(crate) fn of_value(&self, thousandths: i32) -> Seen {
        if !self.is_possible {
            return Seen::default();
        }
        let (between, beyond) = ((1..1000).contains(&thousandths), !(0..=1000).contains(&thousandths));
        Seen(1 | u64::from(between) << SEEN_BITS | u64::from(beyond) << (2 * SEEN_BITS))
    }

    /// Takes some values into account.
    pub(crate) fn see_all(&mut self, Seen(seen): Seen) {
        let part = |number: u32| seen >> (number * SEEN_BITS) & ((1 << SEEN_BITS) - 1);
        self.known += part(0);
        self.between += part(1);
        self.beyond += part(2);
    }

    /// Values seen.
    pub(crate) fn known(self) -> u64 {
        self.known
    }

    /// The verdict.
    pub(crate) fn written(self) -> Written {
        match self {
            Self { known, between, .. } if known < FEWEST || between == 0 => Written::Plainly,
            Self { beyond: 0, .. } => Written::AsFractions,
            Self { known, between, .. } if between * 2 > known => Written::BothWays,
            Self { is_strict: true, .. } => Written::FewFractions,
            _ => Written::Plainly,
        }
    }
}

impl Written {
    /// The cell of an indicator that is written so, in its unit.
    pub(crate) fn cell(self, mut cell: Cell) -> Cell {
        match self {
            Self::Plainly | Self::FewFractions => cell,
            Self::AsFractions => {
                cell.sums.sum *= 100;
                cell.sums.sum_sq *= 10_000;
                cell
            }
            Self::BothWays => {
                let mut left_out: LeftOut = cell.left_out;
                left_out.add(Missing::Unreadable, u32::try_from(cell.sums.n).unwrap_or(u32::MAX));
                Cell { left_out, weighted: cell.weighted, ..Cell::default() }
            }
        }
    }

    /// The value of an indicator that is written so, in its unit.
    pub(crate) fn slot(self, slot: Slot) -> Slot {
        match (self, slot.value()) {
            (Self::Plainly, _) | (_, Value::Missing(_)) | (Self::FewFractions, Value::Within(_)) => slot,
            (Self::FewFractions, _) if !is_doubtful(slot) => slot,
            (Self::BothWays | Self::FewFractions, Value::Known(_)) => Slot::new(Value::Missing(Missing::Unreadable)),
            (Self::AsFractions, Value::Known(fraction)) => {
                let per_cent = Fixed::from_millionths(fraction.millionths() * 100);
                Slot::new(per_cent.map_or(Value::Missing(Missing::OutOfRange), Value::Known))
            }
            (_, Value::Within(bound)) => {
                let is_fraction = self == Self::AsFractions && bound.limit() <= 1.0;
                // Where both are written, nobody can tell which the bound is.
                let is_certain = is_fraction || matches!(bound.edge(), Edge::NearlyAll | Edge::NearlyNone);
                let found = if is_fraction { bound.in_per_cent() } else { Some(bound) };
                Slot::new(found.filter(|_| is_certain).map_or(Value::Missing(Missing::WithheldInSource), Value::Within))
            }
        }
    }
}

/// Whether a value may be a fraction among percentages.
pub(crate) fn is_doubtful(slot: Slot) -> bool {
    matches!(slot.value(), Value::Known(value) if (1..=Fixed::SCALE).contains(&value.millionths()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::pupil_profile;

    #[test]
    fn fractions_are_told_from_per_cent() {
        let attendance = &pupil_profile().indicators[0];
        for (shape, values, expected) in [
            (Shape::PupilRows, &[874, 910, 1000][..], Written::AsFractions),
            (Shape::PupilRows, &[874], Written::Plainly),
            (Shape::PupilRows, &[0, 1000, 1000], Written::Plainly),
            (Shape::PupilRows, &[874, 1910, 88_000, 92_000], Written::Plainly),
            (Shape::Aggregated, &[874, 1910, 88_000, 92_000], Written::FewFractions),
            (Shape::Aggregated, &[0, 1910, 88_000, 92_000], Written::Plainly),
            (Shape::PupilRows, &[874, 910, 850, 95_000], Written::BothWays),
        ] {
            let mut evidence = Evidence::of(attendance, shape);
            for value in values {
                evidence.see(Reading::Narrow(*value));
            }
            assert_eq!(evidence.written(), expected, "{values:?}");
        }
    }
}
