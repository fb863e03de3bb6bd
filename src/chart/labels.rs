//! Direct labels at the right end: marker, name and value, apart from each other, with a thin leader where one has moved.

use super::{
    Paint,
    dash::Dash,
    fit::Room,
    layout::Layout,
    list::{Anchor, Text, Xy},
    marker::Look,
    notes,
    runs::{Valued, value_at, withheld_years},
    sheet::{Plot, Sheet},
    spread::{Wish, spread},
    text::Face,
};
use crate::view::model::{LineChart, Role, Series, ValueAxis};

/// A label in the column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// What it names.
    pub(super) of: Named,
    /// Its text.
    lines: Vec<String>,
    /// Weight 600: the focus and the pointed-at series.
    bold: bool,
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

    fn height_px(&self, layout: &Layout) -> f64 {
        self.lines.len() as f64 * layout.face.line_px() + 2.0 * layout.unit
    }
}

/// A name takes no more lines than this.
const MOST_LINES: usize = 3;

/// A value with its unit, if that is short, as a direct label writes it.
pub(super) fn value_label(value: f64, axis: &ValueAxis, with_unit: bool) -> String {
    let text = axis.figures(value, axis.decimals);
    if with_unit { axis.with_unit(text) } else { text }
}

/// A name and what stands after it: `Alkulla 69,8`, but `Skola 4: 69,8`, which are not one number.
pub(super) fn named(name: &str, detail: &str) -> String {
    let between = if name.ends_with(|last: char| last.is_ascii_digit()) { ": " } else { " " };
    [name, between, detail].concat()
}

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

/// Draws the labels in order of height.
pub(super) fn draw(sheet: &Sheet, plot: &Plot, model: &LineChart, looks: &[Look], layout: &Layout) {
    let mut tags: Vec<(Xy, &Tag)> = layout.tags.iter().map(|tag| (origin(plot, model, layout, tag), tag)).collect();
    tags.sort_by(|((_, y), _), ((_, other), _)| y.total_cmp(other));
    let (top, bottom, unit) =
        (layout.plot.top - 6.0 * layout.unit, layout.plot.bottom + 6.0 * layout.unit, layout.unit);
    // Labels may be set a little closer than they wish; those of several lines have less air to give.
    let closest = |tags: &[(Xy, &Tag)]| if tags.iter().any(|(_, tag)| tag.lines.len() > 1) { 0.9 } else { 0.75 };
    while tags.iter().map(|(_, tag)| tag.height_px(layout)).sum::<f64>() * closest(&tags) > bottom - top {
        let expendable = |(_, tag): &(Xy, &Tag)| !tag.bold && matches!(tag.of, Named::Series(..));
        let Some(last) = tags.iter().rposition(expendable) else { break };
        tags.remove(last);
    }
    let wishes: Vec<_> = tags
        .iter()
        .map(|&((_, y), tag)| Wish {
            centre: y,
            height: tag.height_px(layout),
            weight: if tag.bold { 4.0 } else { 1.0 },
        })
        .collect();
    for ((from, tag), y) in tags.into_iter().zip(spread(&wishes, top, bottom)) {
        let key_x = layout.tags_x - 12.0 * unit;
        match tag.of {
            Named::Series(at, ..) => {
                let look = looks[at];
                let starts_x = from.0 + look.mark_px + 3.0 * unit;
                let turn = (starts_x.max(layout.plot.right - 2.0 * unit), from.1);
                let is_long = turn.0 - starts_x > 12.0 * unit;
                leader(sheet, &[(starts_x, from.1), turn, (key_x - 7.0 * unit, y)], is_long, unit);
                look.with_mark(look.mark_px * 0.95).draw_marker(sheet, (key_x, y));
            }
            Named::Target(_) => {
                leader(sheet, &[from, from, (key_x - 5.0 * unit, y)], false, unit);
                notes::cap(sheet, (key_x, y), unit);
            }
            Named::Zero => {
                leader(sheet, &[from, from, (key_x - 7.0 * unit, y)], false, unit);
                sheet.path(&[(key_x - 5.0 * unit, y), (key_x + 5.0 * unit, y)], Paint::Axis, 1.25 * unit, Dash::Solid);
            }
        }
        write(sheet, tag, layout, y);
    }
}

/// Where the leader of a label begins.
fn origin(plot: &Plot, model: &LineChart, layout: &Layout, tag: &Tag) -> Xy {
    match tag.of {
        Named::Series(_, year, value) => plot.at(year, value),
        Named::Target(at) => {
            let target = &model.targets[at];
            let last = target.last_year.min(model.years.len().saturating_sub(1));
            let (x, y) = plot.at(last as f64, target.value);
            (x + 9.0, y)
        }
        Named::Zero => (layout.plot.right, plot.at(0.0, 0.0).1),
    }
}

fn leader(sheet: &Sheet, corners: &[Xy; 3], is_long: bool, unit: f64) {
    let has_moved = (corners[2].1 - corners[0].1).abs() > unit;
    if is_long {
        sheet.path(corners, Paint::Leader, unit, Dash::Fine);
    } else if has_moved {
        sheet.path(&corners[1..], Paint::Leader, unit, Dash::Solid);
    }
}

fn write(sheet: &Sheet, tag: &Tag, layout: &Layout, centre: f64) {
    let face = layout.face;
    let first = centre - (tag.lines.len() as f64 - 1.0) / 2.0 * face.line_px();
    for (line, text) in tag.lines.iter().enumerate() {
        let y = face.base_px(first + line as f64 * face.line_px());
        let (x, text, size_px) = (layout.tags_x, text.clone(), face.size_px);
        let paint = if tag.of == Named::Zero { Paint::Tick } else { Paint::Label };
        let anchor = Anchor::Start;
        sheet.text(Text { x, y, text, anchor, size_px, bold: tag.bold, paint, halo: false });
    }
}
