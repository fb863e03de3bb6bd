//! The columnar dataset. Made by [`crate::ingest`] only; never changed afterwards.

use crate::data::{Dim, Dimension, Level, Profile, SchoolYear, Slot};

/// What one row of the input stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One pupil in one school year.
    PupilRows,
    /// A value with its number of pupils, per school, year and programme.
    Aggregated,
}

/// One label of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What identifies it across files: the school unit code where there is one, else the name reduced to its letters.
    pub key: String,
    /// What is shown: a school's latest name.
    pub name: String,
    /// For programmes, how much of the school the label covers.
    pub level: Option<Level>,
    /// For school years, the year.
    pub year: Option<SchoolYear>,
}

/// One indicator's column.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// One slot per row: in the indicator's unit, shares in per cent (a pupil who has it is 100, one who has not is 0).
    pub slots: Vec<Slot>,
}

/// Rows as columns: dimensions, number of pupils, indicator values.
///
/// All columns have [`Dataset::rows`] entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What a row stands for.
    pub shape: Shape,
    /// What is measured.
    pub profile: Profile,
    /// School, year and programme first (always there; a single unnamed label where the input has no such column), then the
    /// others that the input has.
    pub dimensions: Vec<Dimension>,
    /// Aggregated rows: number of pupils behind each row; withheld where the source withholds it. `None` for pupil rows.
    pub pupils: Option<Vec<Slot>>,
    /// One column per indicator of the profile.
    pub values: Vec<Values>,
    /// Whether the rows are invented (demo data).
    pub invented: bool,
}

impl Dataset {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.dimensions.first().map_or(0, |dimension| dimension.codes.len())
    }

    /// A dimension that the input has.
    pub fn dimension(&self, dim: Dim) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.dim == dim)
    }

    /// The labels of a dimension; none where the input lacks it.
    pub fn labels(&self, dim: Dim) -> &[Label] {
        self.dimension(dim).map_or(&[], |dimension| &dimension.labels)
    }

    /// The name of one label.
    pub fn name(&self, dim: Dim, code: u16) -> &str {
        self.labels(dim).get(usize::from(code)).map_or("", |label| &label.name)
    }
}
