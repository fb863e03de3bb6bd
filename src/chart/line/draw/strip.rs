//! The strip below the axis for withheld values: a hatched square at its year, in its series' colour.

use crate::chart::{
    Paint,
    dash::Dash,
    line::layout::Layout,
    list::{Anchor, Text},
    marker::Look,
    runs::withheld_years,
    sheet::Sheet,
    signs,
};
use crate::view::model::LineChart;

/// Draws the strip.
pub(in crate::chart::line) fn draw(
    sheet: &Sheet,
    model: &LineChart,
    looks: &[Look],
    layout: &Layout,
    emphasis: Option<usize>,
) {
    if layout.rows.is_empty() {
        return;
    }
    let (strip, face, unit) = (layout.strip, layout.face, layout.unit);
    for y in [strip.top, strip.bottom] {
        sheet.path(&[(strip.left, y), (strip.right, y)], Paint::Grid, unit, Dash::Solid);
    }
    let words = |x, y, text: &str, anchor, bold, paint| {
        let y = face.base_px(y);
        sheet.text(Text { x, y, text: text.into(), anchor, size_px: face.size_px, bold, paint, halo: false });
    };
    let first_y = layout.rows[0].y;
    words(strip.left - 8.0 * unit, first_y, &model.words.withheld, Anchor::End, false, Paint::Tick);
    for row in &layout.rows {
        for &at in &row.series {
            let paint = if emphasis == Some(at) && row.paint == Paint::Hatch { Paint::Label } else { row.paint };
            let series = &model.series[at];
            for year in withheld_years(series, model) {
                let mark = (series.points[year].mark, model.axis.lang);
                signs::hidden(sheet, face, (layout.x(year as f64), row.y), (5.0 * unit, paint), mark);
            }
        }
        if row.label.is_empty() {
            continue;
        }
        if let [at] = row.series[..] {
            looks[at].draw_marker(sheet, (layout.tags_x - 12.0 * unit, row.y));
        }
        words(layout.tags_x, row.y, &row.label, Anchor::Start, row.bold, Paint::Label);
    }
}
