//! The interval plot: a row per school, with its value on its interval.

mod layout;
mod rows;

use super::{
    Drawing, Frame, Paint, dash::Dash, funnel::ring, hit::Walk, line::paragraph, list::Anchor, marker::school_looks,
    sheet::Sheet,
};
use crate::view::model::{CaterpillarChart, Level, Role};
use layout::Layout;

/// Draws an interval plot. Where there is no room for all rows, those of the chosen schools and their neighbours in the list are drawn,
/// and the drawing says so.
pub fn caterpillar(model: &CaterpillarChart, frame: &Frame) -> Drawing {
    let layout = Layout::new(model, frame);
    let looks = school_looks(&model.schools, &frame.metrics, (layout.rows.len(), frame.emphasis));
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    if model.schools.is_empty() {
        paragraph(&sheet, layout.face, layout.plot, &model.empty);
    }
    if let Some(scale) = &layout.scale {
        axis(&sheet, model, &layout);
        let levels = [(&model.centre, Paint::Axis, Dash::Solid), (&model.target, Paint::Target, Dash::Dots)];
        for (line, (level, paint, dash)) in levels.into_iter().enumerate() {
            if let Some(level) = level.as_ref().filter(|level| level.value.is_finite()) {
                draw_level(&sheet, &layout, level, (paint, dash), line);
            }
        }
        debug_assert!(scale.low < scale.high, "a scale has a width");
    }
    let mut placed = Vec::new();
    for row in &layout.rows {
        placed.extend(rows::draw(&sheet, model, row, &looks[row.school], &layout));
    }
    if let Some(note) = &layout.note {
        let x = layout.width_px / 2.0;
        for (line, text) in note.iter().enumerate() {
            let y = layout.note_y + line as f64 * layout.face.line_px();
            sheet.words(layout.face, (x, y), Anchor::Middle, (Paint::Tick, false), text);
        }
    }
    placed.sort_by_key(|spot| model.schools[spot.series].role != Role::Focus);
    ring(&sheet, &placed, frame);
    let low = layout.scale.as_ref().map_or(0.0, |scale| scale.low);
    let starts_at_zero = low.abs() < f64::EPSILON;
    Drawing { list: sheet.finish(), placed, walk: Walk::Rows, plot: layout.plot, axis_start: low, starts_at_zero }
}

/// A height at which so many rows have room, at a root font of 16 px.
pub fn caterpillar_height_px(rows: usize) -> f64 {
    layout::ROW_PX.0 * 1.25 * rows as f64 + 90.0
}

/// Upright grid lines with their values below.
fn axis(sheet: &Sheet, model: &CaterpillarChart, layout: &Layout) {
    let Some(scale) = &layout.scale else { return };
    let (area, unit, face) = (layout.plot, layout.unit, layout.face);
    for (tick, &value) in scale.ticks.iter().enumerate() {
        let x = layout.x(value);
        sheet.path(&[(x, area.top), (x, area.bottom)], Paint::Grid, unit, Dash::Solid);
        let y = area.bottom + 6.0 * unit + face.line_px() * 0.5;
        sheet.words(face, (x, y), Anchor::Middle, (Paint::Tick, false), &scale.tick_label(tick, &model.axis));
    }
}

/// A line through all rows, with its name on a line of its own above the plot.
fn draw_level(sheet: &Sheet, layout: &Layout, level: &Level, (paint, dash): (Paint, Dash), line: usize) {
    let (area, unit, face) = (layout.plot, layout.unit, layout.face);
    let x = layout.x(level.value);
    let y = (line as f64 + 0.5) * face.line_px();
    sheet.path(&[(x, y + face.line_px() * 0.5), (x, area.bottom)], paint, 1.25 * unit, dash);
    let text = if layout.is_narrow { &level.short } else { &level.label };
    let half = face.width(text, false) / 2.0;
    let x = x.min(layout.width_px - half).max(half);
    sheet.words(face, (x, y), Anchor::Middle, (Paint::Tick, false), text);
}
