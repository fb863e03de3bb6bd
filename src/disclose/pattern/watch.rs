//! What is hidden in a table of a quantity, and what everybody knows of it beforehand.

use crate::disclose::pattern::table::Group;

/// A hidden number.
pub(super) struct Secret {
    pub(super) group: Group,
    /// Which of the row's numbers, as of its candidates.
    pub(super) part: usize,
    /// How far apart the least and the most that it can be must stay.
    pub(super) apart: i64,
    /// In steps of so much: what is less than a step further does not count.
    pub(super) step: i64,
    /// Whether it counts as given away by the source, if the source does.
    pub(super) counts: bool,
}

/// What one guard starts from.
pub(super) struct Watch {
    /// Layers of its table.
    pub(super) layers: u32,
    /// True values, per unknown and layer.
    pub(super) values: Vec<i64>,
    /// The most that each can be.
    pub(super) most: Vec<i64>,
    /// Published whatever it gives away.
    pub(super) facts: Vec<Group>,
    /// What must stay open beside them.
    pub(super) secrets: Vec<Secret>,
}
