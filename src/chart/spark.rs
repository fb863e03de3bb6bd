//! The small chart of a card: the focus series alone, with its band, its first and last year and its last value.

use super::{
    Area, Drawing, Frame, Paint, Placed,
    dash::Dash,
    hit::Walk,
    list::{Anchor, Text, Xy},
    marker::Look,
    runs::{banded, runs, value_at, withheld_years},
    scale,
    sheet::{Linear, Plot, Sheet},
    signs::{self, band, paragraph},
    spread::{Wish, spread},
    text::Face,
    wording::value_label,
};
use crate::data::sort_by;
use crate::view::model::{LineChart, Role};

/// A label right of the plot.
struct Tag {
    text: String,
    value: f64,
    bold: bool,
}

/// Where the parts stand.
struct Parts {
    face: Face,
    unit: f64,
    plot: Area,
    first_x: f64,
    step_px: f64,
    strip_y: f64,
}

/// Draws the small chart of a card.
pub fn spark(model: &LineChart, frame: &Frame) -> Drawing {
    let focus = model.series.iter().position(|series| series.role == Role::Focus).unwrap_or(0);
    let alone = LineChart { series: model.series.get(focus).cloned().into_iter().collect(), ..model.clone() };
    let look = Look::new(Role::Focus, &frame.metrics);
    let extent = scale::extent(&alone).map(|extent| scale::roomy(extent, &model.axis));
    let tags = if extent.is_some() { tags(&alone) } else { Vec::new() };
    let parts = parts(&alone, &tags, frame);
    let (plot_area, unit) = (parts.plot, parts.unit);
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    let year = |x: f64| (x - parts.first_x) / parts.step_px;
    let years = Linear { ends: (year(plot_area.left), year(plot_area.right)), ticks: Vec::new() };
    let ends = extent.unwrap_or((0.0, 1.0));
    let plot = sheet.plot(plot_area, years, Linear { ends, ticks: Vec::new() });

    axis(&sheet, &alone, &parts);
    if extent.is_none() {
        paragraph(&sheet, parts.face, plot_area, &model.words.empty);
    }
    for series in &alone.series {
        let runs = runs(series, &alone);
        for run in &runs {
            for range in banded(run) {
                band(&sheet, &plot, &run[range], &look, unit);
            }
        }
        for target in alone.targets.iter().filter(|_| extent.is_some()) {
            signs::target(&sheet, &plot, target, alone.years.len(), unit);
        }
        for run in &runs {
            let points: Vec<Xy> = run.iter().map(|&(year, value, _)| (year as f64, value)).collect();
            if points.len() > 1 {
                plot.path(&points, look.paint, look.line_px, look.dash);
            }
        }
        for &(year, value, _) in runs.iter().flatten() {
            let is_last = year + 1 == alone.years.len();
            let small = look.with_mark(look.mark_px * if is_last { 1.0 } else { 0.6 });
            small.draw_marker(&sheet, plot.at(year as f64, value));
        }
        for year in withheld_years(series, &alone) {
            let mark = (series.points[year].mark, alone.axis.lang);
            signs::hidden(&sheet, parts.face, (parts.x(year), parts.strip_y), (4.5 * unit, look.paint), mark);
        }
    }
    write_tags(&sheet, &plot, &tags, &parts);
    let placed = placed(&plot, &alone, focus, &parts);
    let starts_at_zero = ends.0.abs() < f64::EPSILON;
    Drawing { list: sheet.finish(), placed, walk: Walk::Lines, plot: plot_area, axis_start: ends.0, starts_at_zero }
}

impl Parts {
    fn x(&self, year: usize) -> f64 {
        self.first_x + year as f64 * self.step_px
    }
}

/// The last value, when it is the last year's, and the targets.
fn tags(model: &LineChart) -> Vec<Tag> {
    let last = model.years.len().checked_sub(1);
    let values = model.series.iter().filter_map(|series| value_at(series, last?));
    let values = values.map(|(_, value, _)| Tag { text: value_label(value, &model.axis, false), value, bold: true });
    let current = model.targets.iter().filter(|target| Some(target.last_year) >= last);
    let targets = current.map(|target| Tag { text: target.short.clone(), value: target.value, bold: false });
    values.chain(targets).collect()
}

fn parts(model: &LineChart, tags: &[Tag], frame: &Frame) -> Parts {
    let unit = frame.font_px / 16.0;
    let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
    let column_px = tags.iter().map(|tag| face.width(&tag.text, tag.bold)).fold(0.0, f64::max);
    let column_px = if column_px > 0.0 { column_px + 8.0 * unit } else { 6.0 * unit };
    let has_strip = model.series.iter().any(|series| withheld_years(series, model).next().is_some());
    let strip_px = if has_strip { 13.0 * unit } else { 0.0 };
    let (left, right) = (6.0 * unit, (frame.width_px - column_px).max(7.0 * unit));
    let axis_y = (frame.height_px - 24.0 * unit - strip_px).max(2.0);
    let plot = Area { left, top: frame.metrics.mark_focus_px + 2.0, right, bottom: axis_y };
    let across = (right - left - 16.0 * unit).max(1.0);
    let (first_x, step_px) = match model.years.len() {
        0 | 1 => (f64::midpoint(left, right), across),
        years => (left + 8.0 * unit, across / (years - 1) as f64),
    };
    Parts { face, unit, plot, first_x, step_px, strip_y: axis_y + 9.0 * unit }
}

/// Base line, changes of definition, first and last year.
fn axis(sheet: &Sheet, model: &LineChart, parts: &Parts) {
    let Parts { face, unit, plot, .. } = *parts;
    sheet.path(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], Paint::Axis, unit, Dash::Solid);
    for at in model.breaks.iter().map(|cut| cut.first_year_after).filter(|at| (1..model.years.len()).contains(at)) {
        signs::cut(sheet, parts.x(at) - parts.step_px / 2.0, (plot.top, plot.bottom), unit);
    }
    let below = parts.strip_y.max(plot.bottom);
    let has_strip = model.series.iter().any(|series| withheld_years(series, model).next().is_some());
    let y = if has_strip { below + 22.0 * unit } else { plot.bottom + 18.0 * unit };
    let write = |x, anchor, text: &str| {
        let (text, size_px) = (text.to_owned(), face.size_px);
        sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: false });
    };
    match &model.years[..] {
        [] => {}
        [only] => write(parts.x(0), Anchor::Middle, &only.label),
        [first, .., last] => {
            write(plot.right, Anchor::End, &last.short);
            let taken = face.width(&first.short, false) + face.width(&last.short, false) + 8.0 * unit;
            if taken <= plot.right - plot.left {
                write(plot.left, Anchor::Start, &first.short);
            }
        }
    }
}

fn write_tags(sheet: &Sheet, plot: &Plot, tags: &[Tag], parts: &Parts) {
    let Parts { face, unit, plot: area, .. } = *parts;
    let mut tags: Vec<(f64, &Tag)> = tags.iter().map(|tag| (plot.at(0.0, tag.value).1, tag)).collect();
    sort_by(&mut tags, |(y, _), (other, _)| y.total_cmp(other));
    let wishes: Vec<_> = tags
        .iter()
        .map(|&(centre, tag)| Wish { centre, height: face.line_px(), weight: if tag.bold { 4.0 } else { 1.0 } })
        .collect();
    for ((_, tag), y) in tags.iter().zip(spread(&wishes, 0.0, area.bottom + 4.0 * unit)) {
        let (x, y, text) = (area.right + 6.0 * unit, face.base_px(y), tag.text.clone());
        let paint = if tag.bold { Paint::Label } else { Paint::Tick };
        let (anchor, size_px) = (Anchor::Start, face.size_px);
        sheet.text(Text { x, y, text, anchor, size_px, bold: tag.bold, paint, halo: false });
    }
}

fn placed(plot: &Plot, model: &LineChart, focus: usize, parts: &Parts) -> Vec<Placed> {
    let mut placed = Vec::new();
    for series in &model.series {
        let withheld: Vec<_> = withheld_years(series, model).collect();
        for year in 0..model.years.len() {
            if let Some((_, value, _)) = value_at(series, year) {
                let (x, y) = plot.at(year as f64, value);
                placed.push(Placed { series: focus, year, x, y, withheld: false });
            } else if withheld.contains(&year) {
                placed.push(Placed { series: focus, year, x: parts.x(year), y: parts.strip_y, withheld: true });
            }
        }
    }
    placed
}
