//! The whole numbers that protection is about: pupils, pupils with a value, and pupils who have it.

use crate::data::{Dataset, Kind, Missing, Value};

/// One kind of number. Indicators by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// Pupils.
    Pupils,
    /// Pupils with a value of an indicator.
    Base(usize),
    /// Pupils who have what a share is about.
    Having(usize),
}

/// What one entry adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing: no value was reported.
    Nothing,
    /// The source withholds it.
    Withheld,
    /// So many pupils.
    Known(u64),
}

impl Quantity {
    /// Whether the dataset has such numbers.
    pub(super) fn is_of(self, dataset: &Dataset) -> bool {
        match self {
            Self::Pupils | Self::Base(_) => true,
            Self::Having(index) => dataset.profile.indicators[index].kind == Kind::Share,
        }
    }

    /// What one entry of the dataset adds.
    pub(super) fn part(self, dataset: &Dataset, entry: usize) -> Part {
        let cell = |index: usize| &dataset.cells(entry)[index];
        match self {
            Self::Pupils => match dataset.pupils[entry].value() {
                Value::Known(count) => count.as_count().map_or(Part::Nothing, Part::Known),
                Value::Missing(Missing::WithheldInSource) => Part::Withheld,
                Value::Missing(_) => Part::Nothing,
            },
            Self::Base(index) | Self::Having(index) if cell(index).pupils() == 0 => {
                if cell(index).left_out.of(Missing::WithheldInSource) > 0 { Part::Withheld } else { Part::Nothing }
            }
            Self::Base(index) => Part::Known(cell(index).pupils()),
            Self::Having(index) => Part::Known(having(cell(index).mean().unwrap_or(0.0), cell(index).pupils())),
        }
    }
}

/// Pupils who have it, of a share in per cent: published shares are rounded.
fn having(per_cent: f64, pupils: u64) -> u64 {
    ((per_cent / 100.0 * pupils as f64).round().max(0.0) as u64).min(pupils)
}
