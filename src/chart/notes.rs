//! Changes of definition and targets.

use super::{
    Paint,
    dash::Dash,
    fit::Room,
    layout::Layout,
    list::{Anchor, Text},
    sheet::{Plot, Sheet},
    text::Face,
};
use crate::view::model::{LineChart, TargetLine};

/// A change of definition with its label above the plot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    /// Across: midway between two years.
    pub(super) x: f64,
    /// The label, line by line.
    pub(super) lines: Vec<String>,
    anchor: Anchor,
    text_x: f64,
}

/// The notes from left to right. A label stands left of its line if there is room, else right, else on two lines or more.
pub(super) fn notes(
    model: &LineChart,
    x: impl Fn(f64) -> f64,
    (left, right): (f64, f64),
    face: Face,
    gap_px: f64,
) -> Vec<Note> {
    let mut breaks: Vec<_> =
        model.breaks.iter().filter(|cut| (1..model.years.len()).contains(&cut.first_year_after)).collect();
    breaks.sort_by_key(|cut| cut.first_year_after);
    breaks.dedup_by_key(|cut| cut.first_year_after);
    let places: Vec<f64> = breaks.iter().map(|cut| x(cut.first_year_after as f64 - 0.5)).collect();
    let mut taken = left;
    let mut notes = Vec::new();
    for (at, (cut, &x)) in breaks.iter().zip(&places).enumerate() {
        let next = places.get(at + 1).copied().unwrap_or(right);
        let before = Room { face, bold: false, width_px: x - gap_px - taken };
        let after = Room { face, bold: false, width_px: next - x - 2.0 * gap_px };
        let goes_before = before.holds(&cut.label) || !after.holds(&cut.label) && before.width_px >= after.width_px;
        let room = if goes_before { before } else { after };
        let mut lines: Vec<_> = room.wrap(&cut.label).iter().map(|line| room.elide(line)).collect();
        lines.retain(|line| !line.is_empty());
        let widest = lines.iter().map(|line| face.width(line, false)).fold(0.0, f64::max);
        taken = if goes_before { x } else { x + gap_px + widest } + gap_px;
        let (anchor, text_x) = if goes_before { (Anchor::End, x - gap_px) } else { (Anchor::Start, x + gap_px) };
        notes.push(Note { x, lines, anchor, text_x });
    }
    notes
}

/// Draws the changes of definition: a dotted upright line, two strokes across the axis, and the label.
pub(super) fn draw(sheet: &Sheet, layout: &Layout) {
    let (face, unit) = (layout.face, layout.unit);
    let head_px = layout.head.len() as f64 * face.line_px();
    for note in &layout.notes {
        cut(sheet, note.x, (head_px, layout.plot.bottom), unit);
        for (line, text) in (0..).zip(&note.lines) {
            let y = head_px + face.size_px * 0.85 + f64::from(line) * face.line_px();
            let (x, text, anchor, size_px) = (note.text_x, text.clone(), note.anchor, face.size_px);
            sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: true });
        }
    }
}

/// The mark of a change of definition, from `top` down to the axis.
pub(super) fn cut(sheet: &Sheet, x: f64, (top, axis_y): (f64, f64), unit: f64) {
    let width_px = 1.25 * unit;
    sheet.path(&[(x, top), (x, axis_y - 9.0 * unit)], Paint::Break, width_px, Dash::Fine);
    let gap = [(-4.5, 2.0), (2.5, 2.0), (4.5, -2.0), (-2.5, -2.0)].map(|(dx, dy)| (x + dx * unit, axis_y + dy * unit));
    sheet.fill(&gap, Paint::Plot);
    for dx in [-6.0, 1.0] {
        let stroke = [(x + dx * unit, axis_y + 5.0 * unit), (x + (dx + 5.0) * unit, axis_y - 6.0 * unit)];
        sheet.path(&stroke, Paint::Break, width_px, Dash::Solid);
    }
}

/// Draws a target over its years, with a cap where it ends.
pub(super) fn target(sheet: &Sheet, plot: &Plot, target: &TargetLine, years: usize, unit: f64) -> Option<(f64, f64)> {
    let last = target.last_year.min(years.checked_sub(1)?);
    if target.first_year > last || !target.value.is_finite() {
        return None;
    }
    let from = plot.at(target.first_year as f64, target.value);
    let to = plot.at(last as f64, target.value);
    let (from, to) = ((from.0 - 6.0 * unit, from.1), (to.0 + 7.0 * unit, to.1));
    sheet.path(&[from, to], Paint::Target, 1.5 * unit, Dash::Dots);
    cap(sheet, to, unit);
    Some(to)
}

/// The end of a target line; the key of its label, too.
pub(super) fn cap(sheet: &Sheet, (x, y): (f64, f64), unit: f64) {
    sheet.path(&[(x, y - 5.0 * unit), (x, y + 5.0 * unit)], Paint::Target, 1.5 * unit, Dash::Solid);
}
