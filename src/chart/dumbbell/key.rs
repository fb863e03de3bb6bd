//! The names of the groups: above the plot with their markers, and the markers alone under the column of withheld values.

use super::layout::Layout;
use crate::chart::{Frame, Paint, fit::Room, list::Anchor, marker::Look, sheet::Sheet, text::Face};
use crate::view::model::DumbbellChart;

/// The name of a group with its place.
pub(super) struct Entry {
    text: String,
    x: f64,
    line: usize,
}

/// Room for a marker before a name, and between two names, at a root font of 16 px.
const MARK_PX: f64 = 14.0;
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

/// Draws the names with their markers.
pub(super) fn draw(sheet: &Sheet, layout: &Layout, looks: &[Look]) {
    let (face, unit) = (layout.rows.face, layout.rows.unit);
    for (entry, look) in layout.key.iter().zip(looks) {
        let y = (entry.line as f64 + 0.5) * face.line_px();
        look.draw_marker(sheet, (entry.x + 6.0 * unit, y));
        sheet.words(face, (entry.x + MARK_PX * unit, y), Anchor::Start, (Paint::Label, false), &entry.text);
    }
}

/// Draws the markers of the withheld groups under their squares, and below them the word.
pub(super) fn withheld(sheet: &Sheet, model: &DumbbellChart, layout: &Layout, looks: &[Look]) {
    let (face, unit, area) = (layout.rows.face, layout.rows.unit, layout.rows.plot);
    let y = area.bottom + 6.0 * unit + face.line_px() * 0.5;
    for &(group, x) in &layout.slots {
        looks[group].draw_marker(sheet, (x, y));
    }
    if !layout.slots.is_empty() {
        let at = (layout.word_x(), y + face.line_px());
        sheet.words(face, at, Anchor::Middle, (Paint::Tick, false), &model.words.withheld);
    }
}
