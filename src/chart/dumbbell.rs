//! The dumbbell: a row per school or school year, in it a mark per group, joined by a thin line.

mod entries;
mod key;
mod layout;

use super::{
    Drawing, Frame, Paint, Placed,
    dash::Dash,
    funnel::ring,
    hit::Walk,
    list::Anchor,
    marker::Look,
    rows::{self, Row},
    scale::begins_honestly,
    sheet::Sheet,
    signs::{self, paragraph},
};
use crate::data::{sort_by, sort_by_key};
use crate::view::model::{DumbbellChart, Mark, Role};
use layout::Layout;

/// Draws a dumbbell chart. A group that is withheld in a row stands in a column of its own beside the value axis, under its marker.
pub fn dumbbell(model: &DumbbellChart, frame: &Frame) -> Drawing {
    let layout = Layout::new(model, frame);
    let rows = &layout.rows;
    let looks: Vec<Look> = model.groups.iter().map(|group| Look::new(group.role, &frame.metrics)).collect();
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    if model.rows.is_empty() {
        paragraph(&sheet, rows.face, rows.plot, &model.words.empty);
    }
    rows::axis(&sheet, &model.axis, rows);
    key::draw(&sheet, &layout, &looks);
    if let Some(target) = model.target.as_ref().filter(|target| rows.scale.is_some() && target.value.is_finite()) {
        rows::level(&sheet, rows, target, (Paint::Target, Dash::Dots), layout.key_lines);
    }
    let mut placed = Vec::new();
    for row in &rows.drawn {
        draw(&sheet, model, &layout, (row, &looks), frame.emphasis == Some(row.at), &mut placed);
    }
    key::withheld(&sheet, model, &layout, &looks);
    sort_by_key(&mut placed, |spot| model.rows[spot.series].role != Role::Focus);
    ring(&sheet, &placed, frame);
    let low = rows.scale.as_ref().map_or(0.0, |scale| scale.low);
    let starts_at_zero = begins_honestly(low, &model.axis);
    Drawing { list: sheet.finish(), placed, walk: Walk::Cells, plot: rows.plot, axis_start: low, starts_at_zero }
}

/// A height at which so many rows of so many groups have room, at a root font of 16 px.
pub fn dumbbell_height_px(rows: usize, groups: usize) -> f64 {
    layout::row_px(groups).0 * 1.25 * rows as f64 + 130.0
}

fn draw(
    sheet: &Sheet,
    model: &DumbbellChart,
    layout: &Layout,
    (row, looks): (&Row, &[Look]),
    is_pointed_at: bool,
    placed: &mut Vec<Placed>,
) {
    let rows = &layout.rows;
    let (unit, model_row) = (rows.unit, &model.rows[row.at]);
    rows::name(sheet, rows, row);
    let points = || model_row.points.iter().zip(looks).enumerate();
    let shown = points().filter_map(|(group, (point, look))| match point.mark {
        Mark::Shown { value, interval } if value.is_finite() => Some((group, look, value, interval)),
        _ => None,
    });
    let shown: Vec<_> = shown.collect();
    let apart = layout.lanes(shown.iter().map(|&(_, look, value, _)| (rows.x(value), look.mark_px)).collect());
    let y = |group: usize| row.y + apart.0 + apart.1 * group as f64;
    let mut joined: Vec<_> = shown.iter().map(|&(group, _, value, _)| (rows.x(value), y(group))).collect();
    sort_by(&mut joined, |one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    if let [first, .., last] = joined[..] {
        // Between two marks from one to the other, among more of them through the middle of the row.
        let ends = if joined.len() == 2 { [first, last] } else { [(first.0, row.y), (last.0, row.y)] };
        let (paint, width_px) = if is_pointed_at { (Paint::Label, 2.5) } else { (Paint::Context, 1.25) };
        sheet.path(&ends, paint, width_px * unit, Dash::Solid);
    }
    for &(group, look, _, interval) in &shown {
        if let Some(interval) = interval {
            rows::whisker(sheet, rows, interval, y(group), (look.paint, look.edge_px * 0.857, 2.5 * unit));
        }
    }
    for &(group, look, value, _) in &shown {
        let (x, y) = (rows.x(value), y(group));
        look.draw_marker(sheet, (x, y));
        placed.push(Placed { series: row.at, year: group, x, y, withheld: false });
    }
    for (group, (point, look)) in points() {
        if let Some(x) = layout.slot_x(group).filter(|_| point.mark.is_hidden()) {
            signs::hidden(sheet, rows.face, (x, row.y), (4.5 * unit, look.paint), (point.mark, model.axis.lang));
            placed.push(Placed { series: row.at, year: group, x, y: row.y, withheld: true });
        }
    }
    if shown.is_empty() {
        rows::words(sheet, rows, &model_row.instead, (rows.plot.left + 3.0 * unit, row.y), layout.plot_end_px());
    }
    if let Some(x) = layout.notes_x {
        sheet.words(rows.face, (x, row.y), Anchor::Start, (Paint::Label, row.bold), &model_row.note);
    }
}
