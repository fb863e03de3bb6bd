//! One row: name, interval with its value, and the value in figures; or the words in its place.

use super::layout::{Layout, Row};
use crate::chart::{
    Paint, Placed,
    dash::Dash,
    fit::Room,
    labels::value_label,
    list::{Anchor, Text},
    marker::Look,
    sheet::Sheet,
    strip,
};
use crate::view::model::{CaterpillarChart, Mark, Role};

/// Draws a row and gives the place of its mark, if it has one.
pub(super) fn draw(sheet: &Sheet, model: &CaterpillarChart, row: &Row, look: &Look, layout: &Layout) -> Option<Placed> {
    let (face, unit, area, y) = (layout.face, layout.unit, layout.plot, row.y);
    let school = &model.schools[row.school];
    let bold = school.role == Role::Focus;
    let ink = (Paint::Label, bold);
    if row.follows_gap {
        gap(sheet, row, layout);
    }
    let first = y - (row.name.len() as f64 - 1.0) / 2.0 * face.line_px();
    for (line, text) in row.name.iter().enumerate() {
        let at = (area.left - 12.0 * unit, first + line as f64 * face.line_px());
        sheet.words(face, at, Anchor::End, ink, text);
    }
    match school.mark {
        Mark::Shown { value, interval } if value.is_finite() => {
            if let Some((low, high)) = interval {
                whisker(sheet, (low, high), y, look, layout);
            }
            let x = layout.x(value);
            look.draw_marker(sheet, (x, y));
            if let Some(value) = school.drawn_in.filter(|_| model.has_lens) {
                let x = layout.x(value);
                sheet.path(&[(x, y - 7.0 * unit), (x, y + 7.0 * unit)], Paint::Label, 2.0 * unit, Dash::Solid);
            }
            let text = value_label(value, &model.axis, !layout.is_narrow);
            sheet.words(face, (area.right + 10.0 * unit, y), Anchor::Start, ink, &text);
            Some(Placed { series: row.school, year: 0, x, y, withheld: false })
        }
        Mark::Withheld => {
            let paint = if look.role == Role::Context { Paint::Hatch } else { look.paint };
            let x = area.left + 8.0 * unit;
            strip::square(sheet, (x, y), 5.0 * unit, paint);
            words(sheet, &school.instead, x + 12.0 * unit, y, layout);
            Some(Placed { series: row.school, year: 0, x, y, withheld: true })
        }
        _ => {
            words(sheet, &school.instead, area.left + 3.0 * unit, y, layout);
            None
        }
    }
}

/// The words in place of a value, over the grid.
fn words(sheet: &Sheet, text: &str, x: f64, y: f64, layout: &Layout) {
    let face = layout.face;
    let room = Room { face, bold: false, width_px: layout.width_px - x };
    let (y, text, anchor, size_px) = (face.base_px(y), room.elide(text), Anchor::Start, face.size_px);
    sheet.text(Text { x, y, text, anchor, size_px, bold: false, paint: Paint::Tick, halo: true });
}

/// The interval, with a cap at each end that is its own and not the axis's.
fn whisker(sheet: &Sheet, (low, high): (f64, f64), y: f64, look: &Look, layout: &Layout) {
    let Some(scale) = &layout.scale else { return };
    let unit = layout.unit;
    let width_px = if look.role == Role::Focus { look.line_px } else { look.edge_px * 0.857 };
    let (from, to) = (layout.x(low), layout.x(high));
    sheet.path(&[(from, y), (to, y)], look.paint, width_px, Dash::Solid);
    for (x, is_inside) in [(from, low >= scale.low), (to, high <= scale.high)] {
        if is_inside {
            sheet.path(&[(x, y - 4.0 * unit), (x, y + 4.0 * unit)], look.paint, width_px, Dash::Solid);
        }
    }
}

/// A dotted line above a row that does not follow on the one above it.
fn gap(sheet: &Sheet, row: &Row, layout: &Layout) {
    let half = layout.row_px / 2.0;
    let y = row.y - half;
    sheet.path(&[(0.0, y), (layout.width_px, y)], Paint::Leader, layout.unit, Dash::Fine);
}
