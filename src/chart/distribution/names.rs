//! Names above the plot, each on a line of its own: of the field in the middle, and of the chosen schools, with a thin line down to
//! its point.

use super::lines;
use crate::chart::{
    Area, Paint, Placed,
    dash::Dash,
    fit::Room,
    list::{Anchor, Text},
    rows::Rows,
    sheet::Sheet,
    wording::{named, value_label},
};
use crate::view::model::{DistributionChart, Role};

use super::value;

/// The chosen schools with their points, from left to right: so few leaders cross a name.
fn chosen<'a>(model: &DistributionChart, placed: &'a [Placed]) -> Vec<&'a Placed> {
    placed.iter().filter(|spot| model.schools[spot.series].role != Role::Context).collect()
}

/// The centre of a name's line.
fn line_y(model: &DistributionChart, line: usize, rows: &Rows) -> f64 {
    (lines(model) as f64 + line as f64 + 0.5) * rows.face.line_px()
}

/// Draws the lines from the names down to the points.
pub(super) fn leaders(sheet: &Sheet, model: &DistributionChart, placed: &[Placed], rows: &Rows) {
    for (line, spot) in chosen(model, placed).into_iter().enumerate() {
        let from = line_y(model, line, rows) + rows.face.line_px() * 0.4;
        sheet.path(&[(spot.x, from), (spot.x, spot.y)], Paint::Leader, rows.unit, Dash::Solid);
    }
}

/// Writes the names with their values.
pub(super) fn write(sheet: &Sheet, model: &DistributionChart, placed: &[Placed], rows: &Rows) {
    let face = rows.face;
    for (line, spot) in chosen(model, placed).into_iter().enumerate() {
        let school = &model.schools[spot.series];
        let Some(value) = value(school) else { continue };
        let bold = school.role == Role::Focus;
        let detail = value_label(value, &model.axis, !rows.is_narrow);
        let room = Room { face, bold, width_px: rows.width_px };
        let full = named(&school.name, &detail);
        let text = if !rows.is_narrow && room.holds(&full) { full } else { room.beside(&school.short, &detail) };
        let half = face.width(&text, bold) / 2.0;
        let (x, y) = (spot.x.min(rows.width_px - half).max(half), face.base_px(line_y(model, line, rows)));
        let (anchor, size_px, paint) = (Anchor::Middle, face.size_px, Paint::Label);
        sheet.text(Text { x, y, text, anchor, size_px, bold, paint, halo: true });
    }
}

/// Draws the field of the schools in the middle, which reaches up to its name.
pub(super) fn middle_field(sheet: &Sheet, model: &DistributionChart, rows: &Rows) {
    let Some(middle) = model.middle.as_ref().filter(|_| rows.scale.is_some()) else { return };
    let (left, right) = (rows.x(middle.low), rows.x(middle.high));
    let (top, bottom) = (rows.face.line_px(), rows.plot.bottom);
    sheet.fill_rect(Area { left, top, right, bottom }, Paint::Inner);
    for x in [left, right] {
        sheet.path(&[(x, top), (x, bottom)], Paint::Limit, rows.unit, Dash::Solid);
    }
}

/// Writes its name.
pub(super) fn middle(sheet: &Sheet, model: &DistributionChart, rows: &Rows) {
    let Some(middle) = &model.middle else { return };
    let face = rows.face;
    let text = if rows.is_narrow { &middle.short } else { &middle.label };
    let half = face.width(text, false) / 2.0;
    let x = rows.x(f64::midpoint(middle.low, middle.high)).min(rows.width_px - half).max(half);
    sheet.words(face, (x, face.line_px() * 0.5), Anchor::Middle, (Paint::Tick, false), text);
}
