//! Charts of rows: names to the left, values along an upright grid, words to the right. The interval plot and the dumbbell begin here.

mod axis;

pub(super) use axis::{axis, level, name, whisker, words};

use super::{Area, Frame, fit::Room, scale::Scale, text::Face};
use crate::data::{Lang, sort_by, sort_by_key};
use crate::view::format::count;
use crate::view::model::{Role, ValueAxis};

/// A row before it has a place.
pub(super) struct Named<'a> {
    /// Full name.
    pub(super) name: &'a str,
    /// Short name, for narrow drawings.
    pub(super) short: &'a str,
    /// The focus is bold.
    pub(super) role: Role,
    /// Those that are chosen are drawn first.
    pub(super) is_chosen: bool,
}

/// What a chart of rows needs besides its names.
pub(super) struct Needs<'a> {
    /// Room above the rows.
    pub(super) top_px: f64,
    /// Room below them, for the axis.
    pub(super) axis_px: f64,
    /// Height of a row: at least so that its parts do not meet, at most so that the rows belong together.
    pub(super) row_px: (f64, f64),
    /// Said where not all rows can be drawn.
    pub(super) some: &'a str,
    pub(super) lang: Lang,
}

/// Where the rows stand, before any mark is drawn.
pub(super) struct Rows {
    pub(super) face: Face,
    /// One pixel at a root font of 16 px.
    pub(super) unit: f64,
    pub(super) is_narrow: bool,
    /// Width of the whole drawing.
    pub(super) width_px: f64,
    pub(super) plot: Area,
    /// The value axis; none when there is no value at all.
    pub(super) scale: Option<Scale>,
    /// The rows that there is room for.
    pub(super) drawn: Vec<Row>,
    /// Height of a row.
    pub(super) row_px: f64,
    /// That not all rows are drawn, line by line.
    note: Vec<String>,
    /// Centre of its first line.
    note_y: f64,
}

/// A row that is drawn.
pub(super) struct Row {
    /// Its index.
    pub(super) at: usize,
    /// Its centre.
    pub(super) y: f64,
    /// The name, line by line.
    pub(super) name: Vec<String>,
    /// Weight 600: the focus.
    pub(super) bold: bool,
    /// Whether rows between the one above and this one are not drawn.
    pub(super) follows_gap: bool,
}

/// Heights of a row with one mark, in pixels at a root font of 16 px.
pub(super) const ROW_PX: (f64, f64) = (19.0, 40.0);

impl Rows {
    /// All rows, or as many as fit above a note. They reach to the right edge until [`Self::scaled`] has made room for words there.
    pub(super) fn new(named: &[Named], needs: &Needs, frame: &Frame) -> Self {
        let unit = frame.font_px / 16.0;
        let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
        let is_narrow = frame.is_narrow();
        let line_px = face.line_px();
        let top = needs.top_px;
        let room_px = frame.height_px - top - needs.axis_px;
        let fits = |room_px: f64| whole(room_px / (needs.row_px.0 * unit)).max(1);
        let room = Room { face, bold: false, width_px: frame.width_px };
        let (shown, note) = if named.len() <= fits(room_px) {
            ((0..named.len()).collect(), Vec::new())
        } else {
            // The note's height, with the widest number that it can have.
            let lines = note(needs, (named.len(), named.len()), room).len() as f64;
            let shown = around_chosen(named, fits(room_px - lines * line_px - 6.0 * unit));
            let note = note(needs, (shown.len(), named.len()), room);
            (shown, note)
        };
        let note_lines = note.len() as f64;
        let note_y = frame.height_px - (note_lines - 0.5) * line_px - unit;
        let below_px = needs.axis_px + if note.is_empty() { 0.0 } else { note_lines * line_px + 6.0 * unit };
        let room_px = (frame.height_px - top - below_px).max(1.0);
        let row_px = (room_px / shown.len().max(1) as f64).min(needs.row_px.1 * unit);
        let bottom = if shown.is_empty() { top + room_px } else { top + row_px * shown.len() as f64 };

        let width_px = frame.width_px * if is_narrow { 0.32 } else { 0.34 };
        let most_lines = whole(row_px / line_px).max(1);
        let row = |(place, &at): (usize, &usize)| {
            let bold = named[at].role == Role::Focus;
            let follows_gap = place > 0 && shown.get(place - 1).is_some_and(|above| above + 1 < at);
            let name = wording(&named[at], Room { face, bold, width_px }, is_narrow, most_lines);
            Row { at, y: top + row_px * (place as f64 + 0.5), name, bold, follows_gap }
        };
        let drawn: Vec<Row> = shown.iter().enumerate().map(row).collect();
        let name_px = drawn.iter().flat_map(|row| row.name.iter().map(|line| face.width(line, row.bold)));
        let left = (name_px.fold(0.0, f64::max) + 12.0 * unit).ceil();
        let plot = Area { left, top, right: frame.width_px, bottom };
        let width_px = frame.width_px;
        Self { face, unit, is_narrow, width_px, plot, scale: None, drawn, row_px, note, note_y }
    }

    /// The rows with a value axis over `extent`, and so much room to the right of it.
    pub(super) fn scaled(mut self, extent: Option<(f64, f64)>, axis: &ValueAxis, right_px: f64) -> Self {
        let tick_px = self.face.width("100,0\u{a0}%", false);
        let right_px = right_px.max(tick_px / 2.0);
        self.plot.right = (self.width_px - right_px).floor().max(self.plot.left + 1.0);
        let most_ticks = whole((self.plot.right - self.plot.left) / (tick_px + 8.0 * self.unit));
        self.scale = extent.map(|extent| Scale::nice(extent, axis, most_ticks));
        self
    }

    /// The place of a value, moved to the nearest end of the axis if it lies beyond.
    pub(super) fn x(&self, value: f64) -> f64 {
        let Some(scale) = &self.scale else { return self.plot.left };
        let part = (value - scale.low) / (scale.high - scale.low);
        self.plot.left + part.clamp(0.0, 1.0) * (self.plot.right - self.plot.left)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count; the cast saturates")]
pub(super) fn whole(room: f64) -> usize {
    room as usize
}

fn note(needs: &Needs, (drawn, all): (usize, usize), room: Room) -> Vec<String> {
    let number = |n: usize| count(n as u64, needs.lang);
    let text = needs.some.replace("{drawn}", &number(drawn)).replace("{all}", &number(all));
    room.wrap(&text).iter().map(|line| room.elide(line)).collect()
}

/// The rows to draw where there is room for `most`: the chosen ones, then those nearest to the focus in the list. In the list's order.
fn around_chosen(named: &[Named], most: usize) -> Vec<usize> {
    let focus = named.iter().position(|row| row.role == Role::Focus).unwrap_or(0);
    let mut order: Vec<usize> = (0..named.len()).collect();
    sort_by_key(&mut order, |&at| (at != focus, !named[at].is_chosen, at.abs_diff(focus), at));
    order.truncate(most);
    sort_by(&mut order, Ord::cmp);
    order
}

/// The best wording of a name that fits: in full, short, either on a few lines, with a word broken over two, the short one cut.
fn wording(named: &Named, room: Room, is_narrow: bool, most_lines: usize) -> Vec<String> {
    let names = if is_narrow { [named.short, named.name] } else { [named.name, named.short] };
    let ways = names.map(|name| room.wrap(name)).into_iter().chain(names.map(|name| room.broken(name)));
    for lines in ways {
        if lines.len() <= most_lines && lines.iter().all(|line| room.holds(line)) {
            return lines;
        }
    }
    vec![room.name(named.short)]
}
