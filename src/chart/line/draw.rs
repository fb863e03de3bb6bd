//! The parts of a line chart around its lines, drawn where the layout has put them.

pub(super) mod ends;
pub(super) mod labels;
pub(super) mod notes;
pub(super) mod strip;
pub(super) mod years;
