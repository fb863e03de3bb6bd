//! Signs that several charts share: changes of definition, targets, what is not shown, intervals, words in place of a plot.

use super::{
    Area, Paint,
    dash::Dash,
    fit::Room,
    list::{Anchor, Text, Xy},
    marker::Look,
    runs::Valued,
    sheet::{Plot, Sheet},
    text::Face,
};
use crate::data::Lang;
use crate::view::model::{Mark, TargetLine};

/// The mark of a change of definition, from `top` down to the axis.
pub(super) fn cut(sheet: &Sheet, x: f64, (top, axis_y): (f64, f64), unit: f64) {
    let width_px = 1.25 * unit;
    sheet.path(&[(x, top), (x, axis_y - 9.0 * unit)], Paint::Break, width_px, Dash::Fine);
    let gap = [(-4.5, 2.0), (2.5, 2.0), (4.5, -2.0), (-2.5, -2.0)].map(|(dx, dy)| (x + dx * unit, axis_y + dy * unit));
    sheet.fill(&gap, Paint::Plot);
    for dx in [-6.0, 1.0] {
        let stroke = [(x + dx * unit, axis_y + 5.0 * unit), (x + (dx + 5.0) * unit, axis_y - 6.0 * unit)];
        sheet.path(&stroke, Paint::Break, width_px, Dash::Solid);
    }
}

/// Draws a target over its years, with a cap where it ends.
pub(super) fn target(sheet: &Sheet, plot: &Plot, target: &TargetLine, years: usize, unit: f64) -> Option<(f64, f64)> {
    let last = target.last_year.min(years.checked_sub(1)?);
    if target.first_year > last || !target.value.is_finite() {
        return None;
    }
    let from = plot.at(target.first_year as f64, target.value);
    let to = plot.at(last as f64, target.value);
    let (from, to) = ((from.0 - 6.0 * unit, from.1), (to.0 + 7.0 * unit, to.1));
    sheet.path(&[from, to], Paint::Target, 1.5 * unit, Dash::Dots);
    cap(sheet, to, unit);
    Some(to)
}

/// The end of a target line; the key of its label, too.
pub(super) fn cap(sheet: &Sheet, (x, y): (f64, f64), unit: f64) {
    sheet.path(&[(x, y - 5.0 * unit), (x, y + 5.0 * unit)], Paint::Target, 1.5 * unit, Dash::Solid);
}

/// What stands in place of a value that is not shown: a hatched square, or the bound in figures.
pub(super) fn hidden(sheet: &Sheet, face: Face, at: Xy, (half, paint): (f64, Paint), (mark, lang): (Mark, Lang)) {
    match mark.symbol(lang) {
        Some(symbol) => sheet.words(face, at, Anchor::Middle, (Paint::Label, false), &symbol),
        None => square(sheet, at, half, paint),
    }
}

/// A hatched square.
pub(super) fn square(sheet: &Sheet, (x, y): Xy, half: f64, paint: Paint) {
    let area = Area { left: x - half, top: y - half, right: x + half, bottom: y + half };
    let (edge_px, hatch_px) = (half * 0.3, half * 0.25);
    sheet.fill_rect(area, Paint::Plot);
    for (from, to) in [((-1.0, 0.0), (0.0, -1.0)), ((-1.0, 1.0), (1.0, -1.0)), ((0.0, 1.0), (1.0, 0.0))] {
        let place = |(dx, dy): Xy| (x + dx * half, y + dy * half);
        sheet.path(&[place(from), place(to)], paint, hatch_px, Dash::Solid);
    }
    sheet.rect(area, paint, edge_px, Dash::Solid);
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
