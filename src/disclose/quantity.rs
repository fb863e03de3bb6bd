//! The whole numbers that protection is about: pupils, pupils with a value, those who have it, and sums.

use crate::data::{Cell, Dataset, Fixed, Indicator, Kind, Missing, Shape, Value};

/// One kind of number. Indicators by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// Pupils.
    Pupils,
    /// Pupils with a value of an indicator.
    Base(usize),
    /// Pupils who have what a share is about.
    Having(usize),
    /// The sum of an indicator's values, in millionths above its lowest.
    Sum(usize),
}

/// What one entry adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing: nobody has a value.
    Nothing,
    /// Nobody knows: it is not told.
    Untold,
    /// The source withholds it.
    Withheld,
    /// The source withholds it, and tells that it is from the first to the second.
    Within(u64, u64),
    /// So many.
    Known(u64),
}

impl Quantity {
    /// What one entry of the dataset adds.
    pub(super) fn part(self, dataset: &Dataset, entry: usize) -> Part {
        let index = match self {
            Self::Pupils => {
                return match dataset.pupils[entry].value() {
                    Value::Known(count) => count.as_count().map_or(Part::Nothing, Part::Known),
                    Value::Within(bound) => within(bound.pupils(UNKNOWN)),
                    Value::Missing(Missing::WithheldInSource) => Part::Withheld,
                    Value::Missing(_) => Part::Untold,
                };
            }
            Self::Base(index) | Self::Having(index) | Self::Sum(index) => index,
        };
        let (cell, about) = (&dataset.cells(entry)[index], &dataset.profile.indicators[index]);
        if let (Some(bound), Shape::Aggregated) = (cell.bound, dataset.shape) {
            // Of pupils whose number is not known to the last, a share tells nothing certain.
            return match (Self::Pupils.part(dataset, entry), self, about.kind) {
                (found, Self::Base(_), _) => found,
                (Part::Known(pupils), Self::Having(_), Kind::Share) => within(bound.having(pupils)),
                (Part::Known(pupils), Self::Sum(_), Kind::Mean) => within(bound.sum(
                    pupils,
                    millionths(about.lowest),
                    millionths(about.highest - about.lowest).unsigned_abs(),
                )),
                (_, Self::Having(_), Kind::Share) | (_, Self::Sum(_), Kind::Mean) => Part::Withheld,
                _ => Part::Nothing,
            };
        }
        if cell.pupils() == 0 {
            return match dataset.shape {
                _ if cell.left_out.of(Missing::WithheldInSource) > 0 => Part::Withheld,
                Shape::Aggregated if cell.left_out.of(Missing::NotApplicable) == 0 => Part::Untold,
                _ => Part::Nothing,
            };
        }
        match (self, about.kind) {
            (Self::Having(_), Kind::Share) => Part::Known(having(cell)),
            (Self::Having(_), Kind::Mean) => Part::Known(at_the_top(cell, about)),
            (Self::Sum(_), Kind::Mean) => Part::Known(above_lowest(cell, about.lowest)),
            (Self::Sum(_), Kind::Share) => Part::Nothing,
            (Self::Pupils | Self::Base(_), _) => Part::Known(cell.pupils()),
        }
    }
}

/// Pupils who have it, of a share in per cent: published shares are rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of pupils")]
fn having(cell: &Cell) -> u64 {
    let pupils = cell.pupils();
    let share = cell.mean().unwrap_or(0.0) / 100.0;
    ((share * pupils as f64).round().max(0.0) as u64).min(pupils)
}

/// Of values that are only the lowest and the highest of their scale: pupils with the highest.
fn at_the_top(cell: &Cell, about: &Indicator) -> u64 {
    let scale = millionths(about.highest - about.lowest).unsigned_abs();
    above_lowest(cell, about.lowest).checked_div(scale).unwrap_or(0)
}

/// More than any school has: what the source withholds is taken as unknown.
pub(super) const UNKNOWN: u64 = 1_000_000;

fn within((least, most): (u64, u64)) -> Part {
    Part::Within(least, most)
}

fn millionths(value: f64) -> i64 {
    Fixed::from_f64(value).map_or(0, Fixed::millionths)
}

/// The sum of the values, each counted from the lowest that there is.
fn above_lowest(cell: &Cell, lowest: f64) -> u64 {
    u64::try_from(cell.sums.sum - i128::from(millionths(lowest)) * i128::from(cell.pupils())).unwrap_or(0)
}
