//! The line chart over school years.

mod draw;
mod ends;
mod layout;
mod notes;
mod rows;
mod tags;
mod years;

pub(super) use layout::Kind;
use layout::Layout;

use super::{
    Drawing, Frame, Paint, Placed,
    dash::Dash,
    hit::Walk,
    list::{Anchor, Text, Xy},
    marker::{Look, looks},
    runs::{banded, runs, value_at, withheld_years},
    scale::begins_honestly,
    sheet::{Linear, Plot, Sheet},
    signs,
    signs::{band, paragraph},
};
use crate::data::sort_by_key;
use crate::view::model::{LineChart, Role};

/// Added to a line's width for the casing beneath it.
pub(super) const CASING_PX: f64 = 2.5;

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
            draw::ends::draw(&sheet, &plot, model, &looks, &layout);
        } else {
            plot.grid(Paint::Grid, layout.unit);
            tick_labels(&sheet, &plot, model, &layout);
        }
        zero_line(&sheet, &plot, model, &layout);
    } else {
        paragraph(&sheet, layout.face, layout.plot, &model.words.empty);
    }
    if !model.years.is_empty() {
        draw::years::draw(&sheet, model, &layout);
    }
    draw::strip::draw(&sheet, model, &looks, &layout, frame.emphasis);
    if layout.scale.is_some() {
        let order = drawing_order(&looks, frame.emphasis);
        let (receding, others): (Vec<_>, Vec<_>) = order.into_iter().partition(|&at| looks[at].paint == Paint::Context);
        for at in receding {
            series(&sheet, &plot, model, at, &looks[at]);
        }
        if kind != Kind::Slope {
            bands(&sheet, &plot, model, &looks, frame, layout.unit);
        }
        draw::notes::draw(&sheet, &layout);
        for target in &model.targets {
            signs::target(&sheet, &plot, target, model.years.len(), layout.unit);
        }
        for at in others {
            series(&sheet, &plot, model, at, &looks[at]);
        }
        draw::labels::draw(&sheet, &plot, model, &looks, &layout);
    }
    let placed = placed(&plot, model, &layout);
    if let Some(spot) = placed.iter().find(|spot| frame.cursor == Some((spot.series, spot.year))) {
        sheet.circle((spot.x, spot.y), frame.ring_px(), Paint::Ring, 2.0 * layout.unit);
    }
    let starts_at_zero = begins_honestly(ends.0, &model.axis);
    Drawing { list: sheet.finish(), placed, walk: Walk::Lines, plot: layout.plot, axis_start: ends.0, starts_at_zero }
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
    sort_by_key(&mut order, |&at| rank(at));
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
