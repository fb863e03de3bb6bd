//! The smallest line: in a cell of a table, beside the value in figures. Its trend, and the interval of its last value.

use super::{
    DisplayList, Metrics, Paint,
    dash::Dash,
    list::Xy,
    marker::Look,
    runs::{runs, withheld_years},
    scale,
    sheet::Sheet,
    signs,
};
use crate::view::model::LineChart;

/// Width and height in CSS pixels.
const SIZE: (f64, f64) = (104.0, 30.0);
/// Where the line may stand: room for markers, and below for the squares of withheld years.
const PLOT: (Xy, Xy) = ((6.0, 4.0), (96.0, 22.0));

/// Draws the first line of a chart, 104 × 30 px: years from left to right, breaks and gaps as gaps, withheld years as squares below, and
/// a whisker at the last year if it has a value. What the axis covers decides the height, so that minis of one column can be compared.
pub fn mini(model: &LineChart) -> DisplayList {
    let sheet = Sheet::new(SIZE.0, SIZE.1);
    let Some(series) = model.series.first() else { return sheet.finish() };
    let metrics = Metrics { line_px: 1.5, line_focus_px: 2.25, mark_px: 2.0, mark_focus_px: 3.0, ..Metrics::screen() };
    let look = Look::new(series.role, &metrics).alone(&metrics);
    let ((left, top), (right, bottom)) = PLOT;
    let last = model.years.len().saturating_sub(1);
    let x = |year: usize| {
        if last == 0 { f64::midpoint(left, right) } else { left + (right - left) * year as f64 / last as f64 }
    };
    if let Some((low, high)) = scale::extent(model).map(|extent| scale::roomy(extent, &model.axis)) {
        let y = |value: f64| bottom - (bottom - top) * ((value - low) / (high - low)).clamp(0.0, 1.0);
        for run in runs(series, model) {
            let points: Vec<Xy> = run.iter().map(|&(year, value, _)| (x(year), y(value))).collect();
            match points[..] {
                [only] => sheet.fill_circle(only, 1.5, look.paint),
                _ => sheet.path(&points, look.paint, look.line_px, Dash::Solid),
            }
            let Some(&(year, value, interval)) = run.last().filter(|(year, ..)| *year == last) else { continue };
            if let Some((from, to)) = interval {
                sheet.path(&[(x(year), y(from)), (x(year), y(to))], look.paint, 1.25, Dash::Solid);
                for (end, is_inside) in [(from, from >= low), (to, to <= high)] {
                    if is_inside {
                        sheet.path(&[(x(year) - 3.0, y(end)), (x(year) + 3.0, y(end))], look.paint, 1.25, Dash::Solid);
                    }
                }
            }
            look.draw_marker(&sheet, (x(year), y(value)));
        }
    }
    for year in withheld_years(series, model) {
        signs::square(&sheet, (x(year), SIZE.1 - 3.5), 2.5, Paint::Hatch);
    }
    sheet.finish()
}
