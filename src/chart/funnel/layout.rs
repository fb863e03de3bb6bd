//! Where the parts of a funnel stand.

use super::{both, spots, wordings::wordings};
use crate::chart::{
    Area, Frame,
    list::Xy,
    scale::{Scale, ends},
    text::Face,
};
use crate::stats::normal::Z95;
use crate::view::format::number;
use crate::view::model::{FunnelChart, ValueAxis};

/// The parts of a funnel, before any mark is drawn.
pub(super) struct Layout {
    pub(super) face: Face,
    /// One pixel at a root font of 16 px.
    pub(super) unit: f64,
    pub(super) is_narrow: bool,
    /// Width of the whole drawing.
    pub(super) width_px: f64,
    pub(super) plot: Area,
    /// The value axis; none when there is no value at all.
    pub(super) values: Option<Scale>,
    /// The axis of pupils, which begins at 0; or of another indicator.
    pub(super) pupils: Scale,
    /// The words at its ticks.
    pub(super) pupil_labels: Vec<String>,
    /// Centre of those words.
    pub(super) ticks_y: f64,
    /// Centre of the axis's name.
    pub(super) name_y: f64,
    /// Centre of the value axis's name, where it has one.
    pub(super) title_y: Option<f64>,
    /// Where the names of the limits begin.
    pub(super) names_x: f64,
    /// Centre of the list of withheld schools.
    pub(super) strip_y: f64,
}

impl Layout {
    pub(super) fn new(model: &FunnelChart, frame: &Frame) -> Self {
        let unit = frame.font_px / 16.0;
        let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
        let is_narrow = frame.is_narrow();
        let line_px = face.line_px();
        let has_strip = model.schools.iter().any(|school| school.mark.is_hidden());
        let extent = extent(model);

        // Downwards.
        let strip_px = if has_strip { line_px + 12.0 * unit } else { 0.0 };
        let axes_px = if extent.is_some() { 10.0 * unit + 2.2 * line_px } else { 0.0 };
        // Beside another indicator the one upwards is named, too.
        let title_y = model.across.as_ref().filter(|_| extent.is_some()).map(|_| line_px * 0.5);
        let title_px = title_y.map_or(0.0, |_| line_px + 4.0 * unit);
        let top = (frame.ring_px() + unit + title_px).ceil();
        let bottom = (frame.height_px - strip_px - axes_px).floor().max(top + 1.0);
        let lines = lines((bottom - top) / (line_px * 1.75));
        let values = extent.map(|extent| Scale::nice(extent, &model.axis, lines));

        // Across.
        let names = wordings(model, is_narrow);
        let names_px = names.iter().map(|(text, _)| face.width(text, false)).fold(0.0, f64::max);
        let names_px = names_px.min(frame.width_px * 0.3);
        let labels =
            values.iter().flat_map(|scale| (0..scale.ticks.len()).map(|tick| scale.tick_label(tick, &model.axis)));
        let word = has_strip.then(|| model.words.withheld.clone());
        let widest = labels.chain(word).map(|label| face.width(&label, false)).fold(0.0, f64::max);
        let left = if widest > 0.0 { (widest + 8.0 * unit).ceil() } else { 0.0 };
        let most = spots(model).map(|(pupils, _)| pupils).fold(10.0, f64::max);
        let (counts, reach, widest) = match &model.across {
            // The last tick may lie a third beyond the largest school, and then have a digit more.
            None => (counts(model), Some((0.0, most)), number(most * 1.5, 0, model.axis.lang)),
            Some(across) => (across.axis.clone(), reach(model, 0, &across.axis), "100,0\u{a0}%".to_owned()),
        };
        let half_px = face.width(&widest, false) / 2.0;
        let right_px = if names_px > 0.0 { (names_px + 12.0 * unit).max(half_px) } else { half_px } + unit;
        let right = (frame.width_px - right_px).floor().max(left + 1.0);
        let ticks = lines_across((right - left) / (2.0 * half_px + 16.0 * unit));
        let pupils = Scale::nice(reach.unwrap_or((0.0, most)), &counts, ticks);
        let pupil_labels = (0..pupils.ticks.len()).map(|tick| pupils.tick_label(tick, &counts)).collect();

        Self {
            face,
            unit,
            is_narrow,
            width_px: frame.width_px,
            plot: Area { left, top, right, bottom },
            values,
            pupils,
            pupil_labels,
            ticks_y: bottom + 8.0 * unit + line_px * 0.5,
            title_y,
            name_y: bottom + 8.0 * unit + line_px * 1.6,
            names_x: right + 8.0 * unit,
            strip_y: frame.height_px - 4.0 * unit - line_px * 0.5,
        }
    }
}

impl Layout {
    /// What an upright or a level line takes.
    pub(super) fn along(&self, [from, to]: [Xy; 2]) -> Area {
        let unit = self.unit;
        Area { left: from.0 - unit, top: from.1.min(to.1) - unit, right: to.0 + unit, bottom: from.1.max(to.1) + unit }
    }
}

/// How many grid lines there is room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count; the cast saturates")]
fn lines(room: f64) -> usize {
    room as usize
}

/// The same across, where there may be few.
fn lines_across(room: f64) -> usize {
    lines(room).max(3)
}

/// An axis of counts.
fn counts(model: &FunnelChart) -> ValueAxis {
    ValueAxis {
        unit: String::new(),
        lowest: 0.0,
        highest: f64::INFINITY,
        decimals: 0,
        lang: model.axis.lang,
        zero: None,
        covers: None,
    }
}

/// The smallest and largest value that the drawing must hold: every value that is shown, the centre, and the inner limits at the
/// smallest school that is shown. Withheld values are no part of it.
fn extent(model: &FunnelChart) -> Option<(f64, f64)> {
    if model.across.is_some() {
        return reach(model, 1, &model.axis);
    }
    let least = spots(model).map(|(pupils, _)| pupils).reduce(f64::min)?;
    let centre = model.centre.as_ref().map(|centre| centre.value);
    let half = model.spread.map_or(0.0, |spread| Z95 * spread / least.sqrt());
    let limits = centre.into_iter().flat_map(|centre| [centre - half, centre + half]);
    let cut = limits.map(|value| value.max(model.axis.lowest).min(model.axis.highest));
    let values = spots(model).map(|(_, value)| value).chain(cut);
    ends(values.chain(model.place.as_ref().map(|place| place.value)))
}

/// The smallest and largest of the values across (0) or upwards (1), and of the intervals that are drawn, where schools stand against
/// another indicator.
fn reach(model: &FunnelChart, way: usize, axis: &ValueAxis) -> Option<(f64, f64)> {
    let values = spots(model).map(|spot| [spot.0, spot.1][way]);
    let drawn = (0..model.schools.len()).filter_map(|at| both(model, at)).map(|both| both[way].1);
    ends(values.chain(drawn.flat_map(|(low, high)| [low.max(axis.lowest), high.min(axis.highest)])))
}
