//! The values at the left end of a slope.

use crate::chart::{marker::Look, runs::value_at, text::Face, wording::value_label};
use crate::view::model::{LineChart, Role};

/// The values at the left end: of the focus and of those with a colour of their own.
pub(super) fn values<'a>(model: &'a LineChart, looks: &'a [Look]) -> impl Iterator<Item = (f64, String, bool)> + 'a {
    let named = model.series.iter().zip(looks).filter(|(_, look)| look.role != Role::Context);
    named.filter_map(|(series, look)| {
        let (_, value, _) = value_at(series, 0)?;
        Some((value, value_label(value, &model.axis, false), look.role == Role::Focus))
    })
}

/// Room for them.
pub(super) fn left_px(model: &LineChart, looks: &[Look], has_strip: bool, face: Face, unit: f64) -> f64 {
    let word = has_strip.then(|| face.width(&model.words.withheld, false));
    let widest = values(model, looks).map(|(_, text, bold)| face.width(&text, bold)).chain(word).fold(0.0, f64::max);
    if widest > 0.0 { widest + 14.0 * unit } else { 0.0 }
}
