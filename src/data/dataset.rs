//! The columnar dataset. Made by [`crate::ingest`] only; never changed afterwards.

use std::ops::Range;

use crate::data::{Cell, Dim, Dimension, Level, Profile, SchoolYear, Slot};

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

impl Label {
    /// Key of the label of empty fields, which is a group of its own: only where a file lacks the column is a row about everybody.
    pub const UNKNOWN: &str = "\u{1f}";

    /// Whether it stands for those of whom the column says nothing.
    pub fn is_unknown(&self) -> bool {
        self.key == Self::UNKNOWN
    }
}

/// The input as its smallest groups, in columns.
///
/// An entry is what cannot be divided further: of pupil rows, all pupils with the same label in every dimension, added up; of
/// aggregated rows, one row. No single pupil's values are kept, only the sums of entries, and every grouping is a sum of entries.
/// Pupil rows give the same entries in whatever order they come: sorted by their labels, those of the first dimension first.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What a row of the input stands for.
    pub shape: Shape,
    /// What is measured.
    pub profile: Profile,
    /// Rows of the input that the entries are made of.
    pub rows: u64,
    /// School, year and programme first (always there; a single unnamed label where the input has no such column), then the
    /// others that the input has. All have one code per entry.
    pub dimensions: Vec<Dimension>,
    /// Number of pupils of each entry; withheld or missing where the source of aggregated rows does not tell it.
    pub pupils: Vec<Slot>,
    /// The cells of all entries, those of one entry together: one per indicator of the profile.
    pub cells: Vec<Cell>,
    /// Whether the rows are invented (demo data).
    pub invented: bool,
}

impl Dataset {
    /// Number of entries.
    pub fn entries(&self) -> usize {
        self.pupils.len()
    }

    /// The entries of one school, which stand together.
    pub fn entries_of(&self, school: u16) -> Range<usize> {
        let codes = self.dimension(Dim::School).map_or(&[][..], |dimension| &dimension.codes);
        codes.partition_point(|code| *code < school)..codes.partition_point(|code| *code <= school)
    }

    /// The cells of one entry, one per indicator.
    #[inline]
    pub fn cells(&self, entry: usize) -> &[Cell] {
        let indicators = self.profile.indicators.len();
        &self.cells[entry * indicators..(entry + 1) * indicators]
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
