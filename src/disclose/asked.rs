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
