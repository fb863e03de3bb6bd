//! The strip below the axis for withheld values: a hatched square at its year, in its series' colour.

use super::{
    Area, Paint,
    dash::Dash,
    fit::Room,
    layout::Layout,
    list::{Anchor, Text, Xy},
    marker::Look,
    runs::withheld_years,
    sheet::Sheet,
    text::Face,
};
use crate::data::Lang;
use crate::view::model::{LineChart, Mark, Role};

/// A row of the strip.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// Indices of the series whose squares stand in it.
    pub(super) series: Vec<usize>,
    /// The series' name; empty for many receding series.
    pub(super) label: String,
    /// Weight 600: the focus.
    pub(super) bold: bool,
    /// Centre of the row.
    pub(super) y: f64,
    paint: Paint,
}

impl Row {
    fn new(series: Vec<usize>, paint: Paint) -> Self {
        Self { series, label: String::new(), bold: false, y: 0.0, paint }
    }
}

/// One row for each series with a colour, one for all that recede; no rows when nothing is withheld. Rows that would not fit
/// into `room_px` share the last one.
pub(super) fn rows(model: &LineChart, looks: &[Look], room_px: f64, row_px: f64) -> Vec<Row> {
    let withheld = model.series.iter().enumerate().filter(|(_, series)| withheld_years(series, model).next().is_some());
    let (receding, own): (Vec<_>, Vec<_>) = withheld.map(|(at, _)| at).partition(|&at| looks[at].role == Role::Context);
    let mut rows: Vec<_> = own.iter().map(|&at| Row::new(vec![at], looks[at].paint)).collect();
    if !receding.is_empty() {
        rows.push(Row::new(receding, Paint::Hatch));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count; the cast saturates")]
    let most = ((room_px / row_px) as usize).max(1);
    if rows.len() > most {
        let shared = rows.split_off(most - 1).into_iter().flat_map(|row| row.series).collect();
        rows.push(Row::new(shared, Paint::Hatch));
    }
    rows
}

/// The rows with the names of their series.
pub(super) fn with_labels(
    mut rows: Vec<Row>,
    model: &LineChart,
    looks: &[Look],
    room: Room,
    is_narrow: bool,
) -> Vec<Row> {
    for row in &mut rows {
        match row.series[..] {
            [at] if looks[at].role != Role::Context => {
                let series = &model.series[at];
                row.bold = looks[at].role == Role::Focus;
                let room = Room { bold: row.bold, ..room };
                row.label =
                    if !is_narrow && room.holds(&series.name) { series.name.clone() } else { room.name(&series.short) };
            }
            _ if row.series.iter().any(|&at| looks[at].role != Role::Context) => {
                row.label = format!("+{}", row.series.len());
            }
            _ => {}
        }
    }
    rows
}

/// The rows at their places in the strip.
pub(super) fn at_heights(mut rows: Vec<Row>, strip: Area, unit: f64) -> Vec<Row> {
    for (place, row) in rows.iter_mut().enumerate() {
        row.y = strip.top + (4.0 + 9.0 + 18.0 * place as f64) * unit;
    }
    rows
}

/// Draws the strip.
pub(super) fn draw(sheet: &Sheet, model: &LineChart, looks: &[Look], layout: &Layout, emphasis: Option<usize>) {
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
                hidden(sheet, face, (layout.x(year as f64), row.y), (5.0 * unit, paint), mark);
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
