//! The names of the groups, and where each stands.

use crate::chart::{Frame, fit::Room, text::Face};
use crate::view::model::DumbbellChart;

/// The name of a group with its place.
pub(super) struct Entry {
    /// As much of the name as fits.
    pub(super) text: String,
    /// Where its marker begins.
    pub(super) x: f64,
    /// On which line.
    pub(super) line: usize,
}

/// Room for a marker before a name, and between two names, at a root font of 16 px.
pub(super) const MARK_PX: f64 = 14.0;
const GAP_PX: f64 = 20.0;

/// The names side by side over as many lines as it takes, and how many these are.
pub(super) fn entries(model: &DumbbellChart, frame: &Frame) -> (Vec<Entry>, usize) {
    let unit = frame.font_px / 16.0;
    let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
    let room = Room { face, bold: false, width_px: frame.width_px - MARK_PX * unit };
    let (mut x, mut line) = (0.0, 0);
    let mut entries = Vec::new();
    for group in &model.groups {
        let text = room.elide(&group.name);
        let width_px = MARK_PX * unit + face.width(&text, false);
        if x > 0.0 && x + width_px > frame.width_px {
            (x, line) = (0.0, line + 1);
        }
        entries.push(Entry { text, x, line });
        x += width_px + GAP_PX * unit;
    }
    let lines = if entries.is_empty() { 0 } else { line + 1 };
    (entries, lines)
}
