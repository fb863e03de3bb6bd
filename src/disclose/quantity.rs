//! The whole numbers that protection is about: pupils, pupils with a value, those who have it, and sums.

use crate::data::{Cell, Dataset, Fixed, Kind, Missing, Shape, Value};

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
                    Value::Missing(Missing::WithheldInSource) => Part::Withheld,
                    Value::Missing(_) => Part::Untold,
                };
            }
            Self::Base(index) | Self::Having(index) | Self::Sum(index) => index,
        };
        let (cell, about) = (&dataset.cells(entry)[index], &dataset.profile.indicators[index]);
        if cell.pupils() == 0 {
            return match dataset.shape {
                _ if cell.left_out.of(Missing::WithheldInSource) > 0 => Part::Withheld,
                Shape::Aggregated if cell.left_out.of(Missing::NotApplicable) == 0 => Part::Untold,
                _ => Part::Nothing,
            };
        }
        match (self, about.kind) {
            (Self::Having(_), Kind::Share) => Part::Known(having(cell)),
            (Self::Sum(_), Kind::Mean) => Part::Known(above_lowest(cell, about.lowest)),
            (Self::Having(_) | Self::Sum(_), _) => Part::Nothing,
            _ => Part::Known(cell.pupils()),
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

/// The sum of the values, each counted from the lowest that there is.
fn above_lowest(cell: &Cell, lowest: f64) -> u64 {
    let lowest = Fixed::from_f64(lowest).map_or(0, Fixed::millionths);
    u64::try_from(cell.sums.sum - i128::from(lowest) * i128::from(cell.pupils())).unwrap_or(0)
}
