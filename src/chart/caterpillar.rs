//! The interval plot: a row per school, with its value on its interval.

use super::{
    Drawing, Frame, Paint, Placed,
    dash::Dash,
    funnel::ring,
    hit::Walk,
    list::Anchor,
    marker::{Look, school_looks},
    rows::{self, Named, Needs, ROW_PX, Row, Rows},
    scale::{begins_honestly, ends},
    sheet::Sheet,
    signs::{paragraph, square},
    wording::value_label,
};
use crate::data::sort_by_key;
use crate::view::model::{CaterpillarChart, Level, Mark, Role};

/// Draws an interval plot. Where there is no room for all rows, those of the chosen schools and their neighbours in the list are drawn,
/// and the drawing says so.
pub fn caterpillar(model: &CaterpillarChart, frame: &Frame) -> Drawing {
    let rows = layout(model, frame);
    let looks = school_looks(&model.schools, &frame.metrics, (rows.drawn.len(), frame.emphasis));
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    if model.schools.is_empty() {
        paragraph(&sheet, rows.face, rows.plot, &model.empty);
    }
    rows::axis(&sheet, &model.axis, &rows);
    if rows.scale.is_some() {
        for (line, (level, paint, dash)) in levels(model).enumerate() {
            rows::level(&sheet, &rows, level, (paint, dash), line);
        }
    }
    let mut placed = Vec::new();
    for row in &rows.drawn {
        placed.extend(draw(&sheet, model, row, &looks[row.at], &rows));
    }
    sort_by_key(&mut placed, |spot| model.schools[spot.series].role != Role::Focus);
    ring(&sheet, &placed, frame);
    let low = rows.scale.as_ref().map_or(0.0, |scale| scale.low);
    let starts_at_zero = begins_honestly(low, &model.axis);
    Drawing { list: sheet.finish(), placed, walk: Walk::Rows, plot: rows.plot, axis_start: low, starts_at_zero }
}

/// A height at which so many rows have room, at a root font of 16 px.
pub fn caterpillar_height_px(rows: usize) -> f64 {
    ROW_PX.0 * 1.25 * rows as f64 + 90.0
}

/// The lines through all rows with how they are drawn, from the top.
fn levels(model: &CaterpillarChart) -> impl Iterator<Item = (&Level, Paint, Dash)> {
    let place = (&model.place, Paint::Label, Dash::Strokes);
    let levels = [(&model.centre, Paint::Axis, Dash::Solid), place, (&model.target, Paint::Target, Dash::Dots)];
    let levels = levels.into_iter().filter_map(|(level, paint, dash)| Some((level.as_ref()?, paint, dash)));
    levels.filter(|(level, ..)| level.value.is_finite())
}

fn layout(model: &CaterpillarChart, frame: &Frame) -> Rows {
    let named: Vec<Named> = model
        .schools
        .iter()
        .map(|school| Named {
            name: &school.name,
            short: &school.short,
            role: school.role,
            is_chosen: school.is_chosen,
        })
        .collect();
    let (line_px, unit) = (frame.font_px, frame.font_px / 16.0);
    let (top_px, axis_px) = (levels(model).count() as f64 * line_px + 4.0 * unit, line_px + 8.0 * unit);
    let needs = Needs { top_px, axis_px, row_px: ROW_PX, some: &model.some, lang: model.axis.lang };
    let rows = Rows::new(&named, &needs, frame);
    let value_px = |row: &Row| match model.schools[row.at].mark {
        Mark::Shown { value, .. } => rows.face.width(&value_label(value, &model.axis, !rows.is_narrow), row.bold),
        _ => 0.0,
    };
    let value_px = rows.drawn.iter().map(value_px).fold(0.0, f64::max);
    let right_px = if value_px > 0.0 { value_px + 12.0 * unit } else { 0.0 };
    let extent = extent(model, &rows);
    rows.scaled(extent, &model.axis, right_px)
}

/// The smallest and largest value that the drawing must hold: of the rows drawn every value and interval, and the levels.
fn extent(model: &CaterpillarChart, rows: &Rows) -> Option<(f64, f64)> {
    let of = |row: &Row| match model.schools[row.at].mark {
        Mark::Shown { value, interval } => {
            let (low, high) = interval.unwrap_or((value, value));
            [value, low.max(model.axis.lowest), high.min(model.axis.highest)]
        }
        _ => [f64::NAN; 3],
    };
    let values = ends(rows.drawn.iter().flat_map(of))?;
    ends([values.0, values.1].into_iter().chain(levels(model).map(|level| level.0.value)))
}

/// Draws a row (name, interval with its value, and the value in figures; or the words in its place) and gives the place of its mark, if
/// it has one.
fn draw(sheet: &Sheet, model: &CaterpillarChart, row: &Row, look: &Look, rows: &Rows) -> Option<Placed> {
    let (unit, area, y) = (rows.unit, rows.plot, row.y);
    let school = &model.schools[row.at];
    rows::name(sheet, rows, row);
    match school.mark {
        Mark::Shown { value, interval } if value.is_finite() => {
            if let Some(interval) = interval {
                let width_px = if look.role == Role::Focus { look.line_px } else { look.edge_px * 0.857 };
                rows::whisker(sheet, rows, interval, y, (look.paint, width_px, 4.0 * unit));
            }
            let x = rows.x(value);
            look.draw_marker(sheet, (x, y));
            if let Some(value) = school.drawn_in.filter(|_| model.has_lens) {
                let x = rows.x(value);
                sheet.path(&[(x, y - 7.0 * unit), (x, y + 7.0 * unit)], Paint::Label, 2.0 * unit, Dash::Solid);
            }
            let text = value_label(value, &model.axis, !rows.is_narrow);
            let ink = (Paint::Label, row.bold);
            sheet.words(rows.face, (area.right + 10.0 * unit, y), Anchor::Start, ink, &text);
            Some(Placed { series: row.at, year: 0, x, y, withheld: false })
        }
        Mark::Withheld => {
            let paint = if look.role == Role::Context { Paint::Hatch } else { look.paint };
            let x = area.left + 8.0 * unit;
            square(sheet, (x, y), 5.0 * unit, paint);
            rows::words(sheet, rows, &school.instead, (x + 12.0 * unit, y), rows.width_px);
            Some(Placed { series: row.at, year: 0, x, y, withheld: true })
        }
        _ => {
            let x = area.left + 3.0 * unit;
            rows::words(sheet, rows, &school.instead, (x, y), rows.width_px);
            school.mark.is_hidden().then_some(Placed { series: row.at, year: 0, x, y, withheld: true })
        }
    }
}
