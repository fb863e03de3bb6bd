//! The line chart over school years.

use super::{
    Area, Drawing, Frame, Paint, Placed,
    dash::Dash,
    fit::Room,
    hit::Walk,
    labels,
    layout::Layout,
    list::{Anchor, Text, Xy},
    marker::{Look, looks},
    notes,
    runs::{Valued, banded, runs, value_at, withheld_years},
    sheet::{Linear, Plot, Sheet},
    slope, strip,
    text::Face,
    years,
};
use crate::view::model::{LineChart, Role, ValueAxis};

/// Added to a line's width for the casing beneath it.
pub(super) const CASING_PX: f64 = 2.5;

/// What a drawing of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A chart with ticks at the left and labels at the right.
    Lines,
    /// One of many small ones: the label stands above it. Whether it keeps room for a strip of withheld values, since another one has
    /// one: plots side by side are equally high.
    Panel(bool),
    /// Two years, with values at both ends in place of ticks.
    Slope,
}

/// Draws a line chart.
pub fn line_chart(model: &LineChart, frame: &Frame) -> Drawing {
    line_drawing(model, frame, Kind::Lines)
}

/// Draws lines over the years.
pub(super) fn line_drawing(model: &LineChart, frame: &Frame, kind: Kind) -> Drawing {
    let looks: Vec<Look> = looks(model, &frame.metrics, frame.emphasis);
    let looks: Vec<Look> = looks
        .into_iter()
        .map(|look| if matches!(kind, Kind::Panel(_)) { look.alone(&frame.metrics) } else { look })
        .collect();
    let layout = Layout::new(model, &looks, frame, kind);
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    let ends = layout.scale.as_ref().map_or((0.0, 1.0), |scale| (scale.low, scale.high));
    let ticks = layout.scale.as_ref().map(|scale| scale.ticks.clone()).unwrap_or_default();
    let plot = sheet.plot(layout.plot, layout.years(), Linear { ends, ticks });

    if layout.scale.is_some() {
        if kind == Kind::Slope {
            slope::draw(&sheet, &plot, model, &looks, &layout);
        } else {
            plot.grid(Paint::Grid, layout.unit);
            tick_labels(&sheet, &plot, model, &layout);
        }
        zero_line(&sheet, &plot, model, &layout);
    } else {
        paragraph(&sheet, layout.face, layout.plot, &model.words.empty);
    }
    if !model.years.is_empty() {
        years::draw(&sheet, model, &layout);
    }
    strip::draw(&sheet, model, &looks, &layout, frame.emphasis);
    if layout.scale.is_some() {
        let order = drawing_order(&looks, frame.emphasis);
        let (receding, others): (Vec<_>, Vec<_>) = order.into_iter().partition(|&at| looks[at].paint == Paint::Context);
        for at in receding {
            series(&sheet, &plot, model, at, &looks[at]);
        }
        if kind != Kind::Slope {
            bands(&sheet, &plot, model, &looks, frame, layout.unit);
        }
        notes::draw(&sheet, &layout);
        for target in &model.targets {
            notes::target(&sheet, &plot, target, model.years.len(), layout.unit);
        }
        for at in others {
            series(&sheet, &plot, model, at, &looks[at]);
        }
        labels::draw(&sheet, &plot, model, &looks, &layout);
    }
    let placed = placed(&plot, model, &layout);
    if let Some(spot) = placed.iter().find(|spot| frame.cursor == Some((spot.series, spot.year))) {
        sheet.circle((spot.x, spot.y), ring_px(frame), Paint::Ring, 2.0 * layout.unit);
    }
    let starts_at_zero = begins_honestly(ends.0, &model.axis);
    Drawing { list: sheet.finish(), placed, walk: Walk::Lines, plot: layout.plot, axis_start: ends.0, starts_at_zero }
}

/// Whether an axis that starts at `low` starts at 0, or is one of differences, on which 0 is drawn. If not, that must be said.
pub(super) fn begins_honestly(low: f64, axis: &ValueAxis) -> bool {
    low.abs() < f64::EPSILON || axis.zero.is_some()
}

/// Radius of the ring round the point under the cursor.
pub(super) fn ring_px(frame: &Frame) -> f64 {
    frame.metrics.mark_focus_px + 4.5 * frame.font_px / 16.0
}

/// Receding series first, then the compared, then the pointed-at one, and the focus on top.
fn drawing_order(looks: &[Look], emphasis: Option<usize>) -> Vec<usize> {
    let rank = |at: usize| match looks[at].role {
        Role::Focus => 3,
        _ if emphasis == Some(at) => 2,
        Role::Compared(_) | Role::Place => 1,
        Role::Context => 0,
    };
    let mut order: Vec<_> = (0..looks.len()).collect();
    order.sort_by_key(|&at| rank(at));
    order
}

fn tick_labels(sheet: &Sheet, plot: &Plot, model: &LineChart, layout: &Layout) {
    let Some(scale) = &layout.scale else { return };
    let face = layout.face;
    // From the top, where the unit stands. In a plot too low for all of them, those between have no words.
    let mut above = f64::NEG_INFINITY;
    for (tick, &value) in scale.ticks.iter().enumerate().rev() {
        let (x, y) = (layout.plot.left - 8.0 * layout.unit, face.base_px(plot.at(0.0, value).1));
        if y - above < face.size_px {
            continue;
        }
        above = y;
        let text = scale.tick_label(tick, &model.axis);
        let (anchor, paint, size_px) = (Anchor::End, Paint::Tick, face.size_px);
        sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint, halo: false });
    }
}

/// The line of no difference, and the unit of differences above the axis.
fn zero_line(sheet: &Sheet, plot: &Plot, model: &LineChart, layout: &Layout) {
    let face = layout.face;
    if model.axis.zero.is_some() {
        let y = plot.at(0.0, 0.0).1;
        sheet.path(&[(layout.plot.left, y), (layout.plot.right, y)], Paint::Axis, 1.25 * layout.unit, Dash::Solid);
    }
    for (line, text) in layout.head.iter().enumerate() {
        let at = (0.0, (line as f64 + 0.5) * face.line_px());
        sheet.words(face, at, Anchor::Start, (Paint::Tick, false), text);
    }
}

/// Words in the middle of an area, in place of a plot without values.
pub(super) fn paragraph(sheet: &Sheet, face: Face, area: Area, text: &str) {
    let room = Room { face, bold: false, width_px: area.right - area.left };
    let mut lines = room.wrap(text);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count; the cast saturates")]
    lines.truncate(((area.bottom - area.top) / face.line_px()).max(1.0) as usize);
    let first = f64::midpoint(area.top, area.bottom) - (lines.len() as f64 - 1.0) / 2.0 * face.line_px();
    for (line, text) in lines.iter().enumerate() {
        let y = face.base_px(first + line as f64 * face.line_px());
        let (x, text) = (f64::midpoint(area.left, area.right), room.elide(text));
        let (anchor, paint, size_px) = (Anchor::Middle, Paint::Tick, face.size_px);
        sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint, halo: false });
    }
}

/// The interval bands: that of the focus, and that of a pointed-at series.
fn bands(sheet: &Sheet, plot: &Plot, model: &LineChart, looks: &[Look], frame: &Frame, unit: f64) {
    for (at, series) in model.series.iter().enumerate() {
        let is_pointed_at = frame.emphasis == Some(at);
        if looks[at].role != Role::Focus && !is_pointed_at {
            continue;
        }
        for run in runs(series, model) {
            for range in banded(&run) {
                band(sheet, plot, &run[range], &looks[at], unit);
            }
        }
    }
}

/// The band of a stretch of intervals; a whisker where one stands alone.
pub(super) fn band(sheet: &Sheet, plot: &Plot, stretch: &[Valued], look: &Look, unit: f64) {
    let ends = |year: usize, interval: Option<(f64, f64)>| interval.map(|(low, high)| (year as f64, low, high));
    let ends: Vec<_> = stretch.iter().filter_map(|&(year, _, interval)| ends(year, interval)).collect();
    if let [(year, low, high)] = ends[..] {
        whisker(sheet, plot, (year, low, high), look, unit);
    } else {
        let upper = ends.iter().map(|&(year, _, high)| (year, high));
        let lower = ends.iter().rev().map(|&(year, low, _)| (year, low));
        plot.fill(&upper.chain(lower).collect::<Vec<Xy>>(), look.band);
    }
}

fn whisker(sheet: &Sheet, plot: &Plot, (year, low, high): (f64, f64, f64), look: &Look, unit: f64) {
    let (from, to) = (plot.at(year, plot.within(low)), plot.at(year, plot.within(high)));
    let width_px = look.edge_px * 0.857;
    sheet.path(&[from, to], look.paint, width_px, Dash::Solid);
    for ((x, y), is_inside) in [(from, plot.within(low) >= low), (to, plot.within(high) <= high)] {
        if is_inside {
            sheet.path(&[(x - 4.0 * unit, y), (x + 4.0 * unit, y)], look.paint, width_px, Dash::Solid);
        }
    }
}

/// Line and markers of one series.
fn series(sheet: &Sheet, plot: &Plot, model: &LineChart, at: usize, look: &Look) {
    let series = &model.series[at];
    let runs = runs(series, model);
    let is_receding = look.role == Role::Context && look.paint == Paint::Context;
    for run in &runs {
        let points: Vec<Xy> = run.iter().map(|&(year, value, _)| (year as f64, value)).collect();
        if points.len() > 1 {
            if !is_receding {
                plot.path(&points, Paint::Plot, look.line_px + CASING_PX, Dash::Solid);
            }
            plot.path(&points, look.paint, look.line_px, look.dash);
        }
    }
    for run in runs.iter().filter(|run| !is_receding || run.len() == 1) {
        for &(year, value, _) in run {
            look.draw_marker(sheet, plot.at(year as f64, value));
        }
    }
}

/// Where the points stand.
fn placed(plot: &Plot, model: &LineChart, layout: &Layout) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (at, series) in model.series.iter().enumerate() {
        let row = layout.rows.iter().find(|row| row.series.contains(&at));
        let withheld: Vec<_> = withheld_years(series, model).collect();
        for year in 0..model.years.len() {
            if let Some((_, value, _)) = value_at(series, year) {
                let (x, y) = plot.at(year as f64, value);
                placed.push(Placed { series: at, year, x, y, withheld: false });
            } else if let Some(row) = row.filter(|_| withheld.contains(&year)) {
                placed.push(Placed { series: at, year, x: layout.x(year as f64), y: row.y, withheld: true });
            }
        }
    }
    placed
}
