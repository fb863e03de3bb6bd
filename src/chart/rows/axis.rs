//! What every chart of rows draws: the grid, names, levels, intervals, and words in place of a value.

use super::{Row, Rows};
use crate::chart::{
    Paint,
    dash::Dash,
    fit::Room,
    list::{Anchor, Text},
    sheet::Sheet,
};
use crate::view::model::{Level, ValueAxis};

/// Upright grid lines with their values below, and the note that not all rows are drawn.
pub(in crate::chart) fn axis(sheet: &Sheet, axis: &ValueAxis, rows: &Rows) {
    let (area, unit, face) = (rows.plot, rows.unit, rows.face);
    if let Some(scale) = &rows.scale {
        for (tick, &value) in scale.ticks.iter().enumerate() {
            let x = rows.x(value);
            sheet.path(&[(x, area.top), (x, area.bottom)], Paint::Grid, unit, Dash::Solid);
            let y = area.bottom + 6.0 * unit + face.line_px() * 0.5;
            sheet.words(face, (x, y), Anchor::Middle, (Paint::Tick, false), &scale.tick_label(tick, axis));
        }
    }
    for (line, text) in rows.note.iter().enumerate() {
        let at = (rows.width_px / 2.0, rows.note_y + line as f64 * face.line_px());
        sheet.words(face, at, Anchor::Middle, (Paint::Tick, false), text);
    }
}

/// A line through all rows, with its name on a line of its own above the plot.
pub(in crate::chart) fn level(sheet: &Sheet, rows: &Rows, level: &Level, (paint, dash): (Paint, Dash), line: usize) {
    let (area, unit, face) = (rows.plot, rows.unit, rows.face);
    let x = rows.x(level.value);
    let y = (line as f64 + 0.5) * face.line_px();
    sheet.path(&[(x, y + face.line_px() * 0.5), (x, area.bottom)], paint, 1.25 * unit, dash);
    let text = if rows.is_narrow { &level.short } else { &level.label };
    let half = face.width(text, false) / 2.0;
    let (x, y) = (x.min(rows.width_px - half).max(half), face.base_px(y));
    let (text, anchor, size_px) = (text.clone(), Anchor::Middle, face.size_px);
    sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: true });
}

/// The name of a row, and a dotted line above one that does not follow on the one above it.
pub(in crate::chart) fn name(sheet: &Sheet, rows: &Rows, row: &Row) {
    let (face, unit) = (rows.face, rows.unit);
    if row.follows_gap {
        let y = row.y - rows.row_px / 2.0;
        sheet.path(&[(0.0, y), (rows.width_px, y)], Paint::Leader, unit, Dash::Fine);
    }
    let first = row.y - (row.name.len() as f64 - 1.0) / 2.0 * face.line_px();
    for (line, text) in row.name.iter().enumerate() {
        let at = (rows.plot.left - 12.0 * unit, first + line as f64 * face.line_px());
        sheet.words(face, at, Anchor::End, (Paint::Label, row.bold), text);
    }
}

/// The words in place of a value, over the grid.
pub(in crate::chart) fn words(sheet: &Sheet, rows: &Rows, text: &str, (x, y): (f64, f64), right: f64) {
    let face = rows.face;
    let room = Room { face, bold: false, width_px: right - x };
    let (y, text, anchor, size_px) = (face.base_px(y), room.elide(text), Anchor::Start, face.size_px);
    sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: true });
}

/// The interval, with a cap at each end that is its own and not the axis's.
pub(in crate::chart) fn whisker(
    sheet: &Sheet,
    rows: &Rows,
    (low, high): (f64, f64),
    y: f64,
    (paint, width_px, cap_px): (Paint, f64, f64),
) {
    let Some(scale) = &rows.scale else { return };
    let (from, to) = (rows.x(low), rows.x(high));
    sheet.path(&[(from, y), (to, y)], paint, width_px, Dash::Solid);
    for (x, is_inside) in [(from, low >= scale.low), (to, high <= scale.high)] {
        if is_inside {
            sheet.path(&[(x, y - cap_px), (x, y + cap_px)], paint, width_px, Dash::Solid);
        }
    }
}
