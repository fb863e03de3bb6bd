//! Small multiples: a line chart for each school, in a grid that follows the width.

use super::{
    Area, DisplayList, Drawing, Frame, Paint, Placed, Prim,
    fit::Room,
    hit::Walk,
    line::{Kind, line_drawing},
    list::Anchor,
    rows::whole,
    sheet::Sheet,
    signs::paragraph,
    text::Face,
};
use crate::view::format::count;
use crate::view::model::{LineChart, Multiples, Role};

/// No more panels than this.
const MOST: usize = 12;
/// A panel is at least so wide, and so high under its heading, at a root font of 16 px.
const LEAST_PX: (f64, f64) = (220.0, 120.0);
/// Between panels.
const GAP_PX: (f64, f64) = (24.0, 14.0);
/// A heading takes no more lines than this.
const MOST_LINES: usize = 3;

/// Where the panels stand.
struct Grid {
    columns: usize,
    /// Width of a panel.
    width_px: f64,
    /// Height of a panel under its heading.
    height_px: f64,
    /// Headings, line by line.
    titles: Vec<Vec<String>>,
    /// The upper edge of every row of panels, and how high its headings are.
    rows: Vec<(f64, f64)>,
    /// What stands below, line by line.
    note: Vec<String>,
}

/// Draws small multiples. The cursor goes over all panels; a panel's place is its series.
pub fn multiples(model: &Multiples, frame: &Frame) -> Drawing {
    let unit = frame.font_px / 16.0;
    let face = Face { size_px: 13.0 * unit, width_factor: frame.width_factor };
    let grid = Grid::new(model, frame, face);
    let mut list = DisplayList { width_px: frame.width_px, height_px: frame.height_px, prims: Vec::new() };
    let (mut placed, mut plot, mut axis_start, mut starts_at_zero) = (Vec::new(), Area::default(), 0.0, true);
    let drawn = &model.panels[..grid.titles.len()];
    let points = drawn.iter().flat_map(|panel| &panel.series).flat_map(|series| &series.points);
    let has_strip = points.into_iter().any(|point| point.mark.is_hidden());
    for (at, title) in grid.titles.iter().enumerate() {
        let (left, (top, title_px)) = (grid.left(at, frame), grid.rows[at / grid.columns]);
        list.prims.extend(heading(title, &model.panels[at], (left, top), (face, frame)));
        let drawing = line_drawing(&model.panels[at], &grid.frame(at, frame), Kind::Panel(has_strip));
        let moved = (left, top + title_px);
        list.prims.extend(drawing.list.prims.into_iter().map(|prim| prim.moved(moved)));
        let spots = drawing.placed.iter();
        placed.extend(spots.map(|spot| Placed { series: at, x: spot.x + moved.0, y: spot.y + moved.1, ..*spot }));
        if at == 0 {
            plot = drawing.plot.moved(moved);
        }
        // Scales of their own are said to be that, with no single number.
        if !drawing.starts_at_zero && !model.own_scales && !drawing.placed.is_empty() {
            (axis_start, starts_at_zero) = (drawing.axis_start, false);
        }
    }
    list.prims.extend(below(model, &grid, face, frame));
    Drawing { list, placed, walk: Walk::Panels, plot, axis_start, starts_at_zero }
}

/// A height at which so many panels have room at a width, with a root font of 16 px.
pub fn multiples_height_px(panels: usize, width_px: f64) -> f64 {
    let rows = panels.clamp(1, MOST).div_ceil(columns(panels, width_px, 1.0));
    rows as f64 * (LEAST_PX.1 * 1.3 + 36.0 + GAP_PX.1) + 60.0
}

fn columns(panels: usize, width_px: f64, unit: f64) -> usize {
    whole((width_px / unit + GAP_PX.0) / (LEAST_PX.0 + GAP_PX.0)).clamp(1, 4).min(panels.clamp(1, MOST))
}

impl Grid {
    fn new(model: &Multiples, frame: &Frame, face: Face) -> Self {
        let unit = frame.font_px / 16.0;
        let all = model.panels.len();
        let columns = columns(all, frame.width_px, unit);
        let width_px = (frame.width_px - GAP_PX.0 * unit * (columns as f64 - 1.0)) / columns as f64;
        let titles: Vec<_> = model.panels.iter().take(MOST).map(|panel| title(panel, face, width_px)).collect();
        let note = |drawn: usize| {
            let mut text = model.note.clone();
            if drawn < all {
                let number = |n: usize| count(n as u64, model.lang);
                text =
                    format!("{} {text}", model.some.replace("{drawn}", &number(drawn)).replace("{all}", &number(all)));
            }
            let room = Room { face, bold: false, width_px: frame.width_px };
            room.wrap(&text).iter().map(|line| room.elide(line)).filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        // As many rows as have room, the last panels left out.
        let mut drawn = titles.len();
        loop {
            let note = note(drawn);
            let rows = drawn.div_ceil(columns).max(1);
            let heads: Vec<f64> = titles[..drawn].chunks(columns).map(|row| head_px(row, face)).collect();
            let taken = heads.iter().sum::<f64>() + GAP_PX.1 * unit * rows as f64 + note.len() as f64 * face.line_px();
            let height_px = (frame.height_px - taken) / rows as f64;
            if height_px < LEAST_PX.1 * unit && rows > 1 {
                drawn = (rows - 1) * columns;
                continue;
            }
            let mut top = 0.0;
            let rows = heads.iter().map(|&head_px| {
                let row = (top, head_px);
                top += head_px + height_px.max(1.0) + GAP_PX.1 * unit;
                row
            });
            let rows = rows.collect();
            let titles = titles[..drawn].to_vec();
            return Self { columns, width_px, height_px: height_px.max(1.0), titles, rows, note };
        }
    }

    fn left(&self, at: usize, frame: &Frame) -> f64 {
        (at % self.columns) as f64 * (self.width_px + GAP_PX.0 * frame.font_px / 16.0)
    }

    /// The frame of a panel. The one that is pointed at shows its band.
    fn frame(&self, at: usize, frame: &Frame) -> Frame {
        let cursor = frame.cursor.filter(|(panel, _)| *panel == at).map(|(_, year)| (0, year));
        let emphasis = (frame.emphasis == Some(at)).then_some(0);
        Frame { width_px: self.width_px, height_px: self.height_px, emphasis, cursor, ..frame.clone() }
    }
}

fn head_px(titles: &[Vec<String>], face: Face) -> f64 {
    titles.iter().map(Vec::len).max().unwrap_or(0) as f64 * face.line_px() + 0.25 * face.size_px
}

/// The heading of a panel on as few lines as it takes.
fn title(panel: &LineChart, face: Face, width_px: f64) -> Vec<String> {
    let room = Room { face, bold: is_focus(panel), width_px };
    let short = panel.series.first().map_or("", |series| series.short.as_str());
    let lines = [panel.title.as_str(), short].map(|text| room.wrap(text));
    let fitting = lines.iter().find(|lines| lines.len() <= MOST_LINES && lines.iter().all(|line| room.holds(line)));
    fitting.cloned().unwrap_or_else(|| vec![room.elide(&panel.title)])
}

fn is_focus(panel: &LineChart) -> bool {
    panel.series.first().is_some_and(|series| series.role == Role::Focus)
}

fn heading(title: &[String], panel: &LineChart, (left, top): (f64, f64), (face, frame): (Face, &Frame)) -> Vec<Prim> {
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    for (line, text) in title.iter().enumerate() {
        let at = (left, top + (line as f64 + 0.5) * face.line_px());
        sheet.words(face, at, Anchor::Start, (Paint::Label, is_focus(panel)), text);
    }
    sheet.finish().prims
}

/// The note; and in place of panels that nothing is there.
fn below(model: &Multiples, grid: &Grid, face: Face, frame: &Frame) -> Vec<Prim> {
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    for (line, text) in grid.note.iter().rev().enumerate() {
        let at = (0.0, frame.height_px - (line as f64 + 0.6) * face.line_px());
        sheet.words(face, at, Anchor::Start, (Paint::Tick, false), text);
    }
    if model.panels.is_empty() {
        let area = Area { left: 0.0, top: 0.0, right: frame.width_px, bottom: frame.height_px * 0.6 };
        paragraph(&sheet, face, area, &model.empty);
    }
    sheet.finish().prims
}
