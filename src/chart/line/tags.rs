//! Direct labels at the right end: what each says.

use crate::chart::{
    fit::Room,
    marker::Look,
    runs::{Valued, value_at, withheld_years},
    text::Face,
    wording::{named, value_label},
};
use crate::view::model::{LineChart, Role, Series};

/// A label in the column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// What it names.
    pub(super) of: Named,
    /// Its text.
    pub(super) lines: Vec<String>,
    /// Weight 600: the focus and the pointed-at series.
    pub(super) bold: bool,
    /// A label that comes and goes with the pointer. The column does not make room for it.
    is_passing: bool,
}

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Named {
    /// A series, by index, at its last value.
    Series(usize, f64, f64),
    /// A target, by index.
    Target(usize),
    /// The line of no difference.
    Zero,
}

impl Tag {
    /// Width that the column must have.
    pub(super) fn width_px(&self, face: Face) -> f64 {
        let lines = self.lines.iter().filter(|_| !self.is_passing);
        lines.map(|line| face.width(line, self.bold)).fold(0.0, f64::max)
    }

    /// Height with a little air.
    pub(super) fn height_px(&self, face: Face, unit: f64) -> f64 {
        self.lines.len() as f64 * face.line_px() + 2.0 * unit
    }
}

/// A name takes no more lines than this.
const MOST_LINES: usize = 3;

/// The labels of a chart, in no order of height. `room` is as wide as the column may be.
pub(super) fn tags(
    model: &LineChart,
    looks: &[Look],
    room: Room,
    is_narrow: bool,
    emphasis: Option<usize>,
) -> Vec<Tag> {
    let mut tags = Vec::new();
    for (at, target) in model.targets.iter().enumerate() {
        let room = Room { bold: false, ..room };
        let line =
            if !is_narrow && room.holds(&target.label) { target.label.clone() } else { room.elide(&target.short) };
        tags.push(Tag { of: Named::Target(at), lines: vec![line], bold: false, is_passing: false });
    }
    if let Some(zero) = &model.axis.zero {
        let room = Room { bold: false, ..room };
        let full = room.wrap(&zero.label);
        let fits = !is_narrow && full.iter().all(|line| room.holds(line));
        let lines = if fits { full } else { vec![room.elide(&zero.short)] };
        tags.push(Tag { of: Named::Zero, lines, bold: false, is_passing: false });
    }
    for (at, (series, look)) in model.series.iter().zip(looks).enumerate() {
        let is_passing = look.role == Role::Context;
        if is_passing && emphasis != Some(at) {
            continue;
        }
        let last = (0..model.years.len()).rev().find_map(|year| value_at(series, year));
        let Some((year, value, _)) = last else { continue };
        let Some(detail) = detail(model, series, (year, value, None), is_narrow) else { continue };
        let bold = look.role == Role::Focus || is_passing;
        let room = Room { bold, ..room };
        let lines = if is_passing { vec![detail] } else { lines(series, &detail, room, is_narrow) };
        tags.push(Tag { of: Named::Series(at, year as f64, value), lines, bold, is_passing });
    }
    tags
}

/// What stands after the name: the value of the last year, or the year at which the series ended. A series whose last years
/// are withheld has its name in the strip.
fn detail(model: &LineChart, series: &Series, (year, value, _): Valued, is_narrow: bool) -> Option<String> {
    if year + 1 == model.years.len() {
        Some(value_label(value, &model.axis, !is_narrow))
    } else if withheld_years(series, model).next().is_some() {
        None
    } else {
        model.years.get(year).map(|tick| format!("({})", tick.short))
    }
}

/// The best wording that fits: the full name on one line, the short one, either on a few lines, the short one cut.
fn lines(series: &Series, detail: &str, room: Room, is_narrow: bool) -> Vec<String> {
    let (full, short) = (named(&series.name, detail), named(&series.short, detail));
    if !is_narrow && room.holds(&full) {
        return vec![full];
    }
    if room.holds(&short) {
        return vec![short];
    }
    let names = if is_narrow { [short, full] } else { [full, short] };
    for text in names {
        let lines = room.wrap(&text);
        if lines.len() <= MOST_LINES && lines.iter().all(|line| room.holds(line)) {
            return lines;
        }
    }
    vec![room.beside(&series.short, detail)]
}

/// The labels, the passing ones worded so that they fit into the column that the others made.
pub(super) fn within(mut tags: Vec<Tag>, model: &LineChart, room: Room) -> Vec<Tag> {
    for tag in tags.iter_mut().filter(|tag| tag.is_passing) {
        let Named::Series(at, ..) = tag.of else { continue };
        let (series, detail) = (&model.series[at], tag.lines.concat());
        let room = Room { bold: tag.bold, ..room };
        let wordings = [&series.name, &series.short].map(|name| named(name, &detail));
        let fitting = wordings.into_iter().find(|wording| room.holds(wording));
        tag.lines = vec![fitting.unwrap_or_else(|| room.name(&series.short))];
    }
    tags.retain(|tag| tag.lines.iter().any(|line| !line.is_empty()));
    tags
}
