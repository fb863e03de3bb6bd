//! Where the parts of an interval plot stand, and which rows there is room for.

use crate::chart::{Area, Frame, fit::Room, labels::value_label, layout::NARROW_EM, scale::Scale, text::Face};
use crate::view::format::count;
use crate::view::model::{CaterpillarChart, Mark, Role, School};

/// The parts of an interval plot, before any mark is drawn.
pub(super) struct Layout {
    pub(super) face: Face,
    /// One pixel at a root font of 16 px.
    pub(super) unit: f64,
    pub(super) is_narrow: bool,
    /// Width of the whole drawing.
    pub(super) width_px: f64,
    pub(super) plot: Area,
    /// The value axis; none when there is no value at all.
    pub(super) scale: Option<Scale>,
    pub(super) rows: Vec<Row>,
    /// Height of a row.
    pub(super) row_px: f64,
    /// That not all rows are drawn, line by line.
    pub(super) note: Option<Vec<String>>,
    /// Centre of its first line.
    pub(super) note_y: f64,
}

/// A row that is drawn.
pub(super) struct Row {
    /// Index of its school.
    pub(super) school: usize,
    /// Its centre.
    pub(super) y: f64,
    /// The name, line by line.
    pub(super) name: Vec<String>,
    /// Whether rows between the one above and this one are not drawn.
    pub(super) follows_gap: bool,
}

/// Heights of a row in the unit: at least so that words do not meet, at most so that they belong together.
pub(super) const ROW_PX: (f64, f64) = (19.0, 40.0);

impl Layout {
    pub(super) fn new(model: &CaterpillarChart, frame: &Frame) -> Self {
        let unit = frame.font_px / 16.0;
        let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
        let is_narrow = frame.width_px < NARROW_EM * frame.font_px;
        let line_px = face.line_px();
        let levels = if model.target.is_some() { 2.0 } else { f64::from(u8::from(model.centre.is_some())) };
        let top = levels * line_px + 4.0 * unit;
        let axis_px = line_px + 8.0 * unit;

        // Downwards: all rows, or as many as fit above a note.
        let all = model.schools.len();
        let least_px = ROW_PX.0 * unit;
        let room_px = frame.height_px - top - axis_px;
        let fits = |room_px: f64| whole(room_px / least_px).max(1);
        let room = Room { face, bold: false, width_px: frame.width_px };
        let (shown, note) = if all <= fits(room_px) {
            ((0..all).collect(), None)
        } else {
            // The note's height, with the widest number that it can have.
            let lines = note(model, all, room).len() as f64;
            let shown = around_chosen(&model.schools, fits(room_px - lines * line_px - 6.0 * unit));
            let note = note(model, shown.len(), room);
            (shown, Some(note))
        };
        let note_lines = note.as_ref().map_or(0.0, |note| note.len() as f64);
        let note_y = frame.height_px - (note_lines - 0.5) * line_px - unit;
        let below_px = axis_px + if note_lines > 0.0 { note_lines * line_px + 6.0 * unit } else { 0.0 };
        let room_px = (frame.height_px - top - below_px).max(1.0);
        let row_px = (room_px / shown.len().max(1) as f64).min(ROW_PX.1 * unit);
        let bottom = if shown.is_empty() { top + room_px } else { top + row_px * shown.len() as f64 };

        // Across: names, plot, values.
        let shown_schools = || shown.iter().map(|&at| &model.schools[at]);
        let name_room = |bold| Room { face, bold, width_px: frame.width_px * if is_narrow { 0.32 } else { 0.34 } };
        let most_lines = whole(row_px / line_px).max(1);
        let names: Vec<Vec<String>> = shown_schools()
            .map(|school| wording(school, name_room(school.role == Role::Focus), is_narrow, most_lines))
            .collect();
        let bold = |school: &School| school.role == Role::Focus;
        let name_px =
            shown_schools().zip(&names).flat_map(|(school, lines)| lines.iter().map(move |line| (line, bold(school))));
        let name_px = name_px.map(|(line, bold)| face.width(line, bold)).fold(0.0, f64::max);
        let value_px = |school: &School| match school.mark {
            Mark::Shown { value, .. } => face.width(&value_label(value, &model.axis, !is_narrow), bold(school)),
            _ => 0.0,
        };
        let value_px = shown_schools().map(value_px).fold(0.0, f64::max);
        let left = (name_px + 12.0 * unit).ceil();
        let extent = extent(model, &shown);
        let tick_px = face.width("100,0\u{a0}%", false);
        let right_px = if value_px > 0.0 { (value_px + 12.0 * unit).max(tick_px / 2.0) } else { tick_px / 2.0 };
        let right = (frame.width_px - right_px).floor().max(left + 1.0);
        let most_ticks = whole((right - left) / (tick_px + 8.0 * unit));
        let scale = extent.map(|extent| Scale::nice(extent, &model.axis, most_ticks));

        let row = |(place, (&school, name)): (usize, (&usize, Vec<String>))| Row {
            school,
            y: top + row_px * (place as f64 + 0.5),
            name,
            follows_gap: place > 0 && shown.get(place - 1).is_some_and(|above| above + 1 < school),
        };
        let rows = shown.iter().zip(names).enumerate().map(row).collect();
        let plot = Area { left, top, right, bottom };
        Self { face, unit, is_narrow, width_px: frame.width_px, plot, scale, rows, row_px, note, note_y }
    }

    /// The place of a value, moved to the nearest end of the axis if it lies beyond.
    pub(super) fn x(&self, value: f64) -> f64 {
        let Some(scale) = &self.scale else { return self.plot.left };
        let part = (value - scale.low) / (scale.high - scale.low);
        self.plot.left + part.clamp(0.0, 1.0) * (self.plot.right - self.plot.left)
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count; the cast saturates")]
fn whole(room: f64) -> usize {
    room as usize
}

fn note(model: &CaterpillarChart, drawn: usize, room: Room) -> Vec<String> {
    let number = |n: usize| count(n as u64, model.axis.lang);
    let text = model.some.replace("{drawn}", &number(drawn)).replace("{all}", &number(model.schools.len()));
    room.wrap(&text).iter().map(|line| room.elide(line)).collect()
}

/// The rows to draw where there is room for `most`: the chosen schools, then those nearest to the focus in the list. In the list's
/// order.
fn around_chosen(schools: &[School], most: usize) -> Vec<usize> {
    let focus = schools.iter().position(|school| school.role == Role::Focus).unwrap_or(0);
    let mut order: Vec<usize> = (0..schools.len()).collect();
    order.sort_by_key(|&at| (at != focus, schools[at].role == Role::Context, at.abs_diff(focus), at));
    order.truncate(most);
    order.sort_unstable();
    order
}

/// The best wording of a name that fits: in full, short, either on a few lines, the short one cut.
fn wording(school: &School, room: Room, is_narrow: bool, most_lines: usize) -> Vec<String> {
    let names = if is_narrow { [&school.short, &school.name] } else { [&school.name, &school.short] };
    for name in names {
        let lines = room.wrap(name);
        if lines.len() <= most_lines && lines.iter().all(|line| room.holds(line)) {
            return lines;
        }
    }
    vec![room.elide(&school.short)]
}

/// The smallest and largest value that the drawing must hold: of the rows drawn every value and interval, and the levels.
fn extent(model: &CaterpillarChart, shown: &[usize]) -> Option<(f64, f64)> {
    let of = |&at: &usize| match model.schools[at].mark {
        Mark::Shown { value, interval } => {
            let (low, high) = interval.unwrap_or((value, value));
            [value, low.max(model.axis.lowest), high.min(model.axis.highest)]
        }
        _ => [f64::NAN; 3],
    };
    let values: Vec<f64> = shown.iter().flat_map(of).filter(|value| value.is_finite()).collect();
    let levels = [&model.centre, &model.target].into_iter().flatten().map(|level| level.value);
    let levels = levels.filter(|value| value.is_finite() && !values.is_empty());
    let all = values.iter().copied().chain(levels);
    let ends = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    (ends.0 <= ends.1).then_some(ends)
}
