//! Where the parts of a line chart stand.

use super::{
    ends,
    notes::{self, Note},
    rows::{self, Row},
    tags::{self, Tag},
    years::{self, YearLabel},
};
use crate::chart::{
    Area, Frame,
    fit::Room,
    marker::Look,
    scale::{self, Scale},
    sheet::Linear,
    text::Face,
};
use crate::view::model::LineChart;

/// What a drawing of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Kind {
    /// A chart with ticks at the left and labels at the right.
    Lines,
    /// One of many small ones: the label stands above it. Whether it keeps room for a strip of withheld values, since another one has
    /// one: plots side by side are equally high.
    Panel(bool),
    /// Two years, with values at both ends in place of ticks.
    Slope,
}

/// The parts of a line chart, before any mark is drawn.
pub(super) struct Layout {
    /// The font of every text in the chart.
    pub(super) face: Face,
    /// One pixel at a root font of 16 px.
    pub(super) unit: f64,
    /// The rectangle between the axes.
    pub(super) plot: Area,
    /// The value axis; none when there is no value at all.
    pub(super) scale: Option<Scale>,
    /// Labels at the right end.
    pub(super) tags: Vec<Tag>,
    /// Where their text begins.
    pub(super) tags_x: f64,
    /// Labels below the axis.
    pub(super) year_labels: Vec<YearLabel>,
    /// Changes of definition.
    pub(super) notes: Vec<Note>,
    /// The unit above the axis, where it is too long for the top tick, line by line.
    pub(super) head: Vec<String>,
    /// Rows of the strip for withheld values.
    pub(super) rows: Vec<Row>,
    /// The strip; empty without rows.
    pub(super) strip: Area,
    first_x: f64,
    step_px: f64,
}

/// The label column takes no more than this part of the width.
const COLUMN: f64 = 0.35;

impl Layout {
    /// Lays out a line chart.
    pub(super) fn new(model: &LineChart, looks: &[Look], frame: &Frame, kind: Kind) -> Self {
        let unit = frame.font_px / 16.0;
        let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
        let is_narrow = frame.is_narrow();

        // Downwards, all but the notes' height.
        let rows = rows::rows(model, looks, frame.height_px * 0.4, 18.0 * unit);
        let is_panel = matches!(kind, Kind::Panel(_));
        let kept = rows.len().max(usize::from(kind == Kind::Panel(true)));
        let strip_px = if kept == 0 { 0.0 } else { (kept as f64 * 18.0 + 8.0) * unit };
        let below_px = years::height_px(face, unit) + strip_px;
        let most_lines = (frame.height_px - below_px - face.line_px()) / (face.line_px() * 1.75);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small count; the cast saturates"
        )]
        let scale = scale::extent(model).map(|extent| Scale::nice(extent, &model.axis, most_lines as usize));

        // Across.
        let tags_gap = if is_narrow { 20.0 } else { 26.0 } * unit;
        let room = Room { face, bold: true, width_px: frame.width_px * COLUMN - tags_gap };
        let tags = match kind {
            Kind::Panel(_) => Vec::new(),
            _ => tags::tags(model, looks, room, is_narrow, frame.emphasis),
        };
        let tags_px = tags.iter().map(|tag| tag.width_px(face)).fold(0.0, f64::max);
        let rows = if is_panel { rows } else { rows::with_labels(rows, model, looks, room, is_narrow) };
        let column_px = rows.iter().map(|row| face.width(&row.label, row.bold)).fold(tags_px, f64::max);
        let inset = frame.metrics.mark_focus_px.max(6.0 * unit) + 5.0 * unit;
        let year_px = years::widest_px(model, face, is_narrow);
        let left = match kind {
            Kind::Slope => ends::left_px(model, looks, kept > 0, face, unit),
            _ => left_px(model, scale.as_ref(), kept > 0, face, unit),
        };
        let left = left.max(year_px / 2.0 - inset);
        let tags = tags::within(tags, model, Room { width_px: column_px, ..room });
        let right_px =
            if column_px > 0.0 { tags_gap + column_px + 3.0 * unit } else { (year_px / 2.0 - inset).max(2.0 * unit) };
        let left = left.ceil();
        let right = (frame.width_px - right_px).floor().max(left + 1.0);
        let across = (right - left - 2.0 * inset).max(1.0);
        let (first_x, step_px) = match model.years.len() {
            0 | 1 => (f64::midpoint(left, right), across),
            years => (left + inset, across / (years - 1) as f64),
        };

        // Downwards, with the notes.
        let x = |year: f64| first_x + year * step_px;
        let notes = notes::notes(model, x, (left, right), face, 7.0 * unit);
        let note_lines = notes.iter().map(|note| note.lines.len()).max().unwrap_or(0);
        let notes_px = if note_lines > 0 { note_lines as f64 * face.line_px() + 6.0 * unit } else { 0.0 };
        let room = Room { bold: false, width_px: frame.width_px, ..room };
        let head = if !is_panel && model.axis.has_long_unit() && scale.is_some() {
            room.wrap(&model.axis.unit)
        } else {
            Vec::new()
        };
        let head: Vec<_> = head.iter().take(2).map(|line| room.elide(line)).collect();
        let head_px = head.len() as f64 * face.line_px();
        let top = (face.size_px * 0.5).max(frame.ring_px()) + unit + notes_px + head_px;
        let top = top.ceil();
        let bottom = (frame.height_px - below_px).floor().max(top + 1.0);
        let strip = Area { left, top: frame.height_px - strip_px, right, bottom: frame.height_px - unit };

        Self {
            face,
            unit,
            plot: Area { left, top, right, bottom },
            scale,
            tags,
            tags_x: right + tags_gap,
            year_labels: years::labels(model, x, step_px, face, (frame.width_px, 8.0 * unit)),
            notes,
            head,
            rows: rows::at_heights(rows, strip, unit),
            strip,
            first_x,
            step_px,
        }
    }

    /// The axis of years, as plotters wants it.
    pub(super) fn years(&self) -> Linear {
        let year = |x: f64| (x - self.first_x) / self.step_px;
        Linear { ends: (year(self.plot.left), year(self.plot.right)), ticks: Vec::new() }
    }

    /// The place of a year.
    pub(super) fn x(&self, year: f64) -> f64 {
        self.first_x + year * self.step_px
    }
}

/// Room for the tick labels and for the strip's label.
fn left_px(model: &LineChart, scale: Option<&Scale>, has_strip: bool, face: Face, unit: f64) -> f64 {
    let ticks = scale.map_or(0, |scale| scale.ticks.len());
    let labels = (0..ticks).filter_map(|tick| scale.map(|scale| scale.tick_label(tick, &model.axis)));
    let word = has_strip.then(|| model.words.withheld.clone());
    let widest = labels.chain(word).map(|label| face.width(&label, false)).fold(0.0, f64::max);
    if widest > 0.0 { widest + 8.0 * unit } else { 0.0 }
}
