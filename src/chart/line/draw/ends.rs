//! The two years of a slope, and the values at its left end.

use crate::chart::{
    Paint,
    dash::Dash,
    line::{ends::values, layout::Layout},
    list::Anchor,
    marker::Look,
    sheet::{Plot, Sheet},
    spread::{Wish, spread},
};
use crate::data::sort_by;
use crate::view::model::LineChart;

/// Draws a line for each of the two years, and the values at the left.
pub(in crate::chart::line) fn draw(sheet: &Sheet, plot: &Plot, model: &LineChart, looks: &[Look], layout: &Layout) {
    let (area, unit, face) = (layout.plot, layout.unit, layout.face);
    for year in 0..model.years.len() {
        let x = layout.x(year as f64);
        sheet.path(&[(x, area.top), (x, area.bottom)], Paint::Grid, unit, Dash::Solid);
    }
    let mut values: Vec<_> =
        values(model, looks).map(|(value, text, bold)| (plot.at(0.0, value), text, bold)).collect();
    sort_by(&mut values, |((_, y), ..), ((_, other), ..)| y.total_cmp(other));
    let height = face.line_px();
    let (top, bottom) = (area.top - 6.0 * unit, area.bottom + 6.0 * unit);
    while values.len() as f64 * height > bottom - top {
        let Some(last) = values.iter().rposition(|(_, _, bold)| !bold) else { break };
        values.remove(last);
    }
    let wish = |&((_, centre), _, bold): &((f64, f64), String, bool)| Wish {
        centre,
        height,
        weight: if bold { 4.0 } else { 1.0 },
    };
    let wishes: Vec<Wish> = values.iter().map(wish).collect();
    for (((x, from), text, bold), y) in values.iter().zip(spread(&wishes, top, bottom)) {
        let end = area.left - 12.0 * unit;
        if (y - from).abs() > unit {
            sheet.path(&[(x - 7.0 * unit, *from), (end + 2.0 * unit, y)], Paint::Leader, unit, Dash::Solid);
        }
        sheet.words(face, (end, y), Anchor::End, (Paint::Label, *bold), text);
    }
}
