//! The axis of school years.

use crate::chart::{
    Paint,
    dash::Dash,
    line::{
        layout::Layout,
        years::{TICK_PX, YearLabel},
    },
    list::{Anchor, Text},
    sheet::Sheet,
};
use crate::view::model::LineChart;

/// Draws the base line, a tick for every year and the labels.
pub(in crate::chart::line) fn draw(sheet: &Sheet, model: &LineChart, layout: &Layout) {
    let (plot, unit, face) = (layout.plot, layout.unit, layout.face);
    sheet.path(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], Paint::Axis, unit, Dash::Solid);
    for year in 0..model.years.len() {
        let x = layout.x(year as f64);
        sheet.path(&[(x, plot.bottom), (x, plot.bottom + TICK_PX * unit)], Paint::Axis, unit, Dash::Solid);
    }
    let y = plot.bottom + (TICK_PX + 3.0) * unit + face.size_px * 0.9;
    for YearLabel { text, x, bold } in &layout.year_labels {
        let paint = if *bold { Paint::Label } else { Paint::Tick };
        let (text, size_px, anchor) = (text.clone(), face.size_px, Anchor::Middle);
        sheet.text(Text { x: *x, y, text, anchor, size_px, bold: *bold, paint, halo: false });
    }
}
