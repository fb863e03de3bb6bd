//! Labels of the school years: in full where they fit, short where not, and only the ends where even that is too much.

use crate::chart::text::Face;
use crate::view::model::LineChart;

/// The label of a year.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct YearLabel {
    /// Its text.
    pub(super) text: String,
    /// Its middle.
    pub(super) x: f64,
    /// Weight 600: the last.
    pub(super) bold: bool,
}

/// Length of a tick, at a root font of 16 px.
pub(super) const TICK_PX: f64 = 5.0;

/// Room for ticks and labels below the axis.
pub(super) fn height_px(face: Face, unit: f64) -> f64 {
    (TICK_PX + 5.0) * unit + face.size_px * 1.15
}

/// Width of the widest label that may stand at an end of the axis.
pub(super) fn widest_px(model: &LineChart, face: Face, is_narrow: bool) -> f64 {
    let labels = model.years.iter().map(|year| if is_narrow { &year.short } else { &year.label });
    labels.map(|label| face.width(label, true)).fold(0.0, f64::max)
}

/// The labels to show. The last year, which the answer is about, is bold.
pub(super) fn labels(
    model: &LineChart,
    x: impl Fn(f64) -> f64,
    step_px: f64,
    face: Face,
    (width_px, gap_px): (f64, f64),
) -> Vec<YearLabel> {
    let last = model.years.len().saturating_sub(1);
    let label = |year: usize, text: &str| YearLabel { text: text.into(), x: x(year as f64), bold: year == last };
    let full: Vec<_> = model.years.iter().enumerate().map(|(year, tick)| label(year, &tick.label)).collect();
    let short: Vec<_> = model.years.iter().enumerate().map(|(year, tick)| label(year, &tick.short)).collect();
    let fits = |labels: &[YearLabel]| {
        let widest = labels.iter().map(|label| face.width(&label.text, true)).fold(0.0, f64::max);
        labels.len() < 2 || widest + gap_px <= step_px
    };
    let is_inside = |label: &YearLabel| {
        let half = face.width(&label.text, label.bold) / 2.0;
        label.x - half >= 0.0 && label.x + half <= width_px
    };
    if full.iter().all(is_inside) && fits(&full) {
        return full;
    }
    if fits(&short) {
        return short;
    }
    let breaks = model.breaks.iter().map(|cut| cut.first_year_after);
    let mut shown: Vec<YearLabel> = Vec::new();
    for year in [last, 0].into_iter().chain(breaks) {
        let Some(label) = short.get(year) else { continue };
        let half = |label: &YearLabel| face.width(&label.text, label.bold) / 2.0;
        let is_free = |other: &YearLabel| (other.x - label.x).abs() >= half(other) + half(label) + gap_px;
        if shown.iter().all(is_free) {
            shown.push(label.clone());
        }
    }
    shown
}
