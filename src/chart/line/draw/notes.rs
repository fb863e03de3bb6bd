//! Changes of definition, with their labels.

use crate::chart::{Paint, line::layout::Layout, list::Text, sheet::Sheet, signs};

/// Draws the changes of definition: a dotted upright line, two strokes across the axis, and the label.
pub(in crate::chart::line) fn draw(sheet: &Sheet, layout: &Layout) {
    let (face, unit) = (layout.face, layout.unit);
    let head_px = layout.head.len() as f64 * face.line_px();
    for note in &layout.notes {
        signs::cut(sheet, note.x, (head_px, layout.plot.bottom), unit);
        for (line, text) in (0..).zip(&note.lines) {
            let y = head_px + face.size_px * 0.85 + f64::from(line) * face.line_px();
            let (x, text, anchor, size_px) = (note.text_x, text.clone(), note.anchor, face.size_px);
            sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: true });
        }
    }
}
