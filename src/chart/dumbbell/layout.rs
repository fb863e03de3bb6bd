//! Where the parts of a dumbbell chart stand.

use super::entries::{Entry, entries};
use crate::chart::{
    Frame,
    rows::{Named, Needs, ROW_PX, Row, Rows},
    scale::ends,
};
use crate::data::sort_by;
use crate::view::model::{DumbbellChart, DumbbellRow, Mark};

/// The parts of a dumbbell chart, before any mark is drawn.
pub(super) struct Layout {
    pub(super) rows: Rows,
    /// The names of the groups above the plot.
    pub(super) key: Vec<Entry>,
    /// How many lines they take.
    pub(super) key_lines: usize,
    /// The groups that are withheld somewhere, each with the centre of its squares.
    pub(super) slots: Vec<(usize, f64)>,
    /// Where the notes begin, if there is room for them.
    pub(super) notes_x: Option<f64>,
    /// From the centre of a row down to the mark of the first group, and from one group to the next, where they must stand apart.
    lanes: (f64, f64),
    /// Whether there are intervals, which would cover each other.
    has_intervals: bool,
    /// Width of the column of withheld values.
    slots_px: f64,
}

/// Width of a column of squares, at a root font of 16 px.
const SLOT_PX: f64 = 16.0;
/// Of a wide drawing, notes take no more than this part.
const NOTES: f64 = 0.25;

/// Heights of a row of so many groups, at a root font of 16 px.
pub(super) fn row_px(groups: usize) -> (f64, f64) {
    let least = (8.0 + 6.0 * groups as f64).max(ROW_PX.0);
    (least, ROW_PX.1.max(least))
}

impl Layout {
    pub(super) fn new(model: &DumbbellChart, frame: &Frame) -> Self {
        let (line_px, unit) = (frame.font_px, frame.font_px / 16.0);
        let (key, key_lines) = entries(model, frame);
        let withheld = |group: usize| model.rows.iter().any(|row| is_withheld(row, group));
        let slots: Vec<usize> = (0..model.groups.len()).filter(|&group| withheld(group)).collect();
        let levels = key_lines as f64 + f64::from(u8::from(model.target.is_some()));
        let below = if slots.is_empty() { 1.0 } else { 2.0 };
        let needs = Needs {
            top_px: levels * line_px + 6.0 * unit,
            axis_px: below * line_px + 8.0 * unit,
            row_px: row_px(model.groups.len()),
            some: &model.words.some,
            lang: model.axis.lang,
        };
        let named: Vec<Named> = model
            .rows
            .iter()
            .map(|row| Named { name: &row.name, short: &row.short, role: row.role, is_chosen: true })
            .collect();
        let rows = Rows::new(&named, &needs, frame);

        let note_px = |row: &Row| rows.face.width(&model.rows[row.at].note, row.bold);
        let notes_px = rows.drawn.iter().map(note_px).fold(0.0, f64::max) + 12.0 * unit;
        let has_notes = !rows.is_narrow && notes_px > 12.0 * unit && notes_px <= frame.width_px * NOTES;
        let notes_px = if has_notes { notes_px } else { 0.0 };
        let word_px = rows.face.width(&model.words.withheld, false);
        let slots_px = if slots.is_empty() { 0.0 } else { word_px.max(SLOT_PX * unit * slots.len() as f64) };
        // The last number of the axis stands clear of the word under the squares.
        let gap_px = if slots.is_empty() { 0.0 } else { rows.face.width("100\u{a0}%", false) / 2.0 + 8.0 * unit };
        let rows = {
            let extent = extent(model, &rows);
            rows.scaled(extent, &model.axis, gap_px + slots_px + notes_px + 2.0 * unit)
        };
        let middle = rows.plot.right + gap_px + slots_px / 2.0;
        let first = middle - (slots.len() as f64 - 1.0) / 2.0 * SLOT_PX * unit;
        let slots = slots.iter().enumerate().map(|(place, &group)| (group, first + place as f64 * SLOT_PX * unit));
        let slots = slots.collect();
        let notes_x = has_notes.then_some(rows.plot.right + gap_px + slots_px + 12.0 * unit);
        let groups = model.groups.len().max(1) as f64;
        let lane = ((rows.row_px - 8.0 * unit).max(0.0) / groups).min(6.0 * unit);
        let lanes = (-(groups - 1.0) / 2.0 * lane, lane);
        let mut points = model.rows.iter().flat_map(|row| &row.points);
        let has_intervals = points.any(|point| matches!(point.mark, Mark::Shown { interval: Some(_), .. }));
        Self { rows, key, key_lines, slots, notes_x, lanes, has_intervals, slots_px }
    }

    /// The same of a row with marks at these places across, each with its radius: none, if they stand apart on one line.
    pub(super) fn lanes(&self, mut marks: Vec<(f64, f64)>) -> (f64, f64) {
        sort_by(&mut marks, |one, other| one.0.total_cmp(&other.0));
        let meet = marks.windows(2).any(|pair| pair[1].0 - pair[0].0 < 1.2 * (pair[0].1 + pair[1].1));
        if self.has_intervals || meet { self.lanes } else { (0.0, 0.0) }
    }

    /// Where the squares of a group stand, if it is withheld anywhere.
    pub(super) fn slot_x(&self, group: usize) -> Option<f64> {
        self.slots.iter().find(|(of, _)| *of == group).map(|&(_, x)| x)
    }

    /// Where words over the plot must end.
    pub(super) fn plot_end_px(&self) -> f64 {
        let rows = &self.rows;
        let first = self.slots.first().map(|(_, x)| x - SLOT_PX * rows.unit);
        first.or(self.notes_x).unwrap_or(rows.width_px) - 4.0 * rows.unit
    }

    /// Where the word under the squares stands, moved so that it stays inside the drawing.
    pub(super) fn word_x(&self) -> f64 {
        let (first, last) = (self.slots.first(), self.slots.last());
        let middle = first.zip(last).map_or(0.0, |((_, from), (_, to))| f64::midpoint(*from, *to));
        middle.min(self.rows.width_px - self.slots_px / 2.0)
    }
}

fn is_withheld(row: &DumbbellRow, group: usize) -> bool {
    row.points.get(group).is_some_and(|point| point.mark.is_hidden())
}

/// The smallest and largest value that the drawing must hold: of the rows drawn every value and interval, and the target.
fn extent(model: &DumbbellChart, rows: &Rows) -> Option<(f64, f64)> {
    let points = rows.drawn.iter().flat_map(|row| model.rows[row.at].points.iter().take(model.groups.len()));
    let of = |mark: Mark| match mark {
        Mark::Shown { value, interval } => {
            let (low, high) = interval.unwrap_or((value, value));
            [value, low.max(model.axis.lowest), high.min(model.axis.highest)]
        }
        _ => [f64::NAN; 3],
    };
    let (low, high) = ends(points.flat_map(|point| of(point.mark)))?;
    ends([low, high].into_iter().chain(model.target.as_ref().map(|target| target.value)))
}
