//! Changes of definition: where each is, and what its label says.

use crate::chart::{fit::Room, list::Anchor, text::Face};
use crate::data::sort_by_key;
use crate::view::model::LineChart;

/// A change of definition with its label above the plot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    /// Across: midway between two years.
    pub(super) x: f64,
    /// The label, line by line.
    pub(super) lines: Vec<String>,
    /// Which end of the label is fixed.
    pub(super) anchor: Anchor,
    /// Where that end stands.
    pub(super) text_x: f64,
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
    sort_by_key(&mut breaks, |cut| cut.first_year_after);
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
