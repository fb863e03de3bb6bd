//! A plotters backend that records what it is asked to paint.
//!
//! plotters' coordinates are integers: here they count [`UNITS`] to a CSS pixel, and the list holds CSS pixels, so that a replay
//! is crisp at any ratio of device pixels. plotters' colours are RGB: here the red channel names a [`Paint`] and the green one a
//! [`Dash`]. plotters knows no dashes, no caps and no text with a halo; dashes are decoded from the colour, and text goes past
//! plotters through [`Recorder::text`].

use std::convert::Infallible;

use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::{HPos, VPos},
};

use super::{
    Paint,
    dash::Dash,
    list::{Anchor, DisplayList, Ink, Prim, Stroke, Text, Xy},
    text::measure,
};

/// plotters units to a CSS pixel.
pub(super) const UNITS: f64 = 16.0;

/// The nearest plotters coordinate.
#[expect(clippy::cast_possible_truncation, reason = "drawings are far smaller than 2^27 px, and the cast saturates")]
pub(super) fn units(px: f64) -> i32 {
    (px * UNITS).round() as i32
}

fn px(units: i32) -> f64 {
    f64::from(units) / UNITS
}

/// A plotters style for an outline.
pub(super) fn outline(paint: Paint, width_px: f64, dash: Dash) -> ShapeStyle {
    let style: ShapeStyle = RGBColor(paint.code(), dash.code(), 0).into();
    style.stroke_width(units(width_px).unsigned_abs())
}

/// A plotters style for a filled shape.
pub(super) fn filled(paint: Paint) -> ShapeStyle {
    outline(paint, 0.0, Dash::Solid).filled()
}

/// Records primitives in a display list.
#[derive(Debug)]
pub(super) struct Recorder {
    list: DisplayList,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    /// An empty drawing.
    pub(super) fn new(width_px: f64, height_px: f64) -> Self {
        Self { list: DisplayList { width_px, height_px, prims: Vec::new() } }
    }

    /// Records a text, past plotters.
    pub(super) fn text(&mut self, text: Text) {
        self.list.prims.push(Prim::Text(text));
    }

    /// What has been recorded.
    pub(super) fn take(&mut self) -> DisplayList {
        std::mem::take(&mut self.list)
    }
}

fn point((x, y): BackendCoord) -> Xy {
    (px(x), px(y))
}

fn paint(color: BackendColor) -> Paint {
    Paint::from_code(color.rgb.0)
}

fn stroke<S: BackendStyle>(style: &S) -> Stroke {
    let color = style.color();
    let width_px = f64::from(style.stroke_width()) / UNITS;
    let dash = Dash::from_code(color.rgb.1);
    Stroke { paint: paint(color), width_px, dash: dash.lengths_px(width_px), round_cap: dash.has_round_caps() }
}

fn ink<S: BackendStyle>(style: &S, fill: bool) -> Ink {
    if fill { Ink::Fill(paint(style.color())) } else { Ink::Stroke(stroke(style)) }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (units(self.list.width_px).unsigned_abs(), units(self.list.height_px).unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let (x, y) = point(at);
        let (width, height) = (1.0 / UNITS, 1.0 / UNITS);
        self.list.prims.push(Prim::Rect { x, y, width, height, ink: Ink::Fill(paint(color)) });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let ((x, y), (right, bottom)) = (point(from), point(to));
        self.list.prims.push(Prim::Rect { x, y, width: right - x, height: bottom - y, ink: ink(style, fill) });
        Ok(())
    }

    /// A path that ends where it began is recorded as a polygon, so that its last corner is joined, too.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut points: Vec<_> = path.into_iter().map(point).collect();
        if points.len() > 3 && points.first() == points.last() {
            points.pop();
            self.list.prims.push(Prim::Polygon { points, ink: Ink::Stroke(stroke(style)) });
        } else {
            self.list.prims.push(Prim::Path { points, stroke: stroke(style) });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let ((x, y), radius) = (point(at), f64::from(radius) / UNITS);
        self.list.prims.push(Prim::Circle { x, y, radius, ink: ink(style, fill) });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points = path.into_iter().map(point).collect();
        self.list.prims.push(Prim::Polygon { points, ink: ink(style, true) });
        Ok(())
    }

    /// Our drawings place text with [`Recorder::text`]; this keeps a text that plotters itself would write.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (x, y) = point(at);
        let size_px = style.size() / UNITS;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.76,
            VPos::Center => 0.35,
            VPos::Bottom => -0.21,
        };
        let bold = style.style().as_str() == "bold";
        let (paint, y) = (paint(style.color()), y + drop * size_px);
        self.text(Text { x, y, text: text.into(), anchor, size_px, bold, paint, halo: false });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size_px = style.size() / UNITS;
        let width_px = measure(text, size_px, style.style().as_str() == "bold");
        Ok((units(width_px).unsigned_abs(), units(size_px).unsigned_abs()))
    }
}
