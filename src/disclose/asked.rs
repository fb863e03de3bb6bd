//! Which groups the product can show, together: what protects one of them has to hold with all the others at hand.

use crate::data::{Dataset, Dim, Shape};
use crate::query::Filter;

/// One division of the entries into groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which entries are divided.
    pub filter: Filter,
    /// What they are divided by.
    pub by: Vec<Dim>,
}

impl Asked {
    /// All entries, divided.
    pub fn by(by: &[Dim]) -> Self {
        Self { filter: Filter::all(), by: by.to_vec() }
    }
}

/// One group that views show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// School label.
    pub school: u16,
    /// Label of the school year, of the last where several are put together.
    pub year: u16,
    /// How many earlier school years are put together with it: 0, 1 or 2.
    pub pooled: u8,
    /// Programme label, or all together.
    pub programme: Option<u16>,
    /// A group within the school, and what it is told apart by.
    pub group: Option<(Dim, u16)>,
}

/// By school and school year: the groups of every view while all programmes are chosen.
pub const SCHOOLS: usize = 0;
/// By school, school year and programme.
pub const PROGRAMMES: usize = 1;
/// All rows of pupils together: the report tells how many there are. Of aggregated files nothing is told of all rows.
pub const ALL: usize = 2;

/// What the views ask for, in the order of [`SCHOOLS`], [`PROGRAMMES`] and [`ALL`].
pub(super) fn standard(dataset: &Dataset) -> Vec<Asked> {
    let mut asked = vec![Asked::by(&[Dim::School, Dim::Year])];
    let programme = dataset.dimension(Dim::Programme).map(|_| Dim::Programme);
    asked.push(Asked::by(&[Dim::School, Dim::Year].into_iter().chain(programme).collect::<Vec<_>>()));
    if dataset.shape == Shape::PupilRows {
        asked.push(Asked::by(&[]));
    }
    asked
}
