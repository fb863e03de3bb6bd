//! The names of the groups: above the plot with their markers, and the markers alone under the column of withheld values.

use super::{entries::MARK_PX, layout::Layout};
use crate::chart::{Paint, list::Anchor, marker::Look, sheet::Sheet};
use crate::view::model::DumbbellChart;

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
