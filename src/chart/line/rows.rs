//! The rows of the strip for withheld values.

use crate::chart::{Area, Paint, fit::Room, marker::Look, runs::withheld_years};
use crate::view::model::{LineChart, Role};

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
    /// Colour of its squares.
    pub(super) paint: Paint,
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
