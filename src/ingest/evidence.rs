//! How a file writes a percentage: as per cent or as a fraction.

use crate::data::{Cell, Direction, Edge, Fixed, Indicator, Kind, LeftOut, Missing, Shape, Slot, Unit, Value};
use crate::ingest::fields::Reading;
use crate::ingest::tally::One;

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
    /// Whether there are values above one or below zero.
    beyond: bool,
}

/// What some values of a column are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// How many they are.
    pub(crate) values: u64,
    /// How many are between nought and one.
    pub(crate) fractions: u64,
    /// Whether some are above one.
    pub(crate) beyond: bool,
}

impl Seen {
    /// Adds what one field says.
    pub(crate) fn add(&mut self, one: One) {
        self.values += one.values();
        self.fractions += u64::from(one.is_fraction());
        self.beyond |= one.is_beyond();
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
        Self { is_possible, is_strict: is_higher && shape == Shape::Aggregated, known: 0, between: 0, beyond: false }
    }

    /// Takes one value into account.
    #[inline]
    pub(crate) fn see(&mut self, reading: Reading) {
        if !self.is_possible {
            return;
        }
        match reading {
            Reading::Narrow(thousandths) => self.see_value(i64::from(thousandths) * (Fixed::SCALE / 1000)),
            Reading::Wide(value) => self.see_value(value.millionths()),
            Reading::Within(_) | Reading::Missing(_) | Reading::Sentinel => {}
        }
    }

    fn see_value(&mut self, millionths: i64) {
        self.known += 1;
        self.between += u64::from((1..Fixed::SCALE).contains(&millionths));
        self.beyond |= !(0..=Fixed::SCALE).contains(&millionths);
    }

    /// Takes some values into account.
    pub(crate) fn see_all(&mut self, seen: Seen) {
        if self.is_possible {
            self.known += seen.values;
            self.between += seen.fractions;
            self.beyond |= seen.beyond;
        }
    }

    /// Values seen.
    pub(crate) fn known(self) -> u64 {
        self.known
    }

    /// The verdict.
    pub(crate) fn written(self) -> Written {
        match self {
            Self { known, between, .. } if known < FEWEST || between == 0 => Written::Plainly,
            Self { beyond: false, .. } => Written::AsFractions,
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
