//! Display list → canvas, at device pixels.
//!
//! plotters' canvas backend paints the shapes. Its coordinates are integers, so it paints on a grid sixteen times finer than the
//! device's pixels, through the context's transform; dashes, caps and joins are set on the same context beforehand. Text is
//! written directly, because the backend knows neither weight 600 nor halos.

use js_sys::Array;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{Anchor, DisplayList, Ink, Paint, Palette, Prim, Stroke, Text, Xy, halo_px, parse_rgb, snap};

/// Fine steps to a device pixel.
const UNITS: f64 = 16.0;

/// Paints a list. The canvas gets as many pixels as the list takes up at `ratio` device pixels to a CSS pixel; its size on the
/// page is a matter of the style sheet. `font` is a CSS font stack.
pub(crate) fn paint(
    canvas: &HtmlCanvasElement,
    list: &DisplayList,
    palette: &Palette,
    font: &str,
    ratio: f64,
) -> Result<(), JsValue> {
    canvas.set_width(whole(list.width_px * ratio));
    canvas.set_height(whole(list.height_px * ratio));
    let unusable = || JsValue::from_str("canvas without a 2d context");
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or_else(unusable)?.dyn_into()?;
    context.set_line_join("round");
    let backend = CanvasBackend::with_canvas_object(canvas.clone()).ok_or_else(unusable)?;
    let mut brush = Brush { context, backend, palette, font, ratio, dash: Vec::new(), round_cap: false };
    list.prims.iter().try_for_each(|prim| brush.draw(prim))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pixel count; the cast saturates")]
fn whole(px: f64) -> u32 {
    px.round() as u32
}

#[expect(clippy::cast_possible_truncation, reason = "drawings are far smaller than 2^27 px, and the cast saturates")]
fn fine(device_px: f64) -> i32 {
    (device_px * UNITS).round() as i32
}

fn on_grid(&(x, y): &Xy) -> BackendCoord {
    (fine(x), fine(y))
}

/// Colour and line width, as the backend wants them.
struct Style {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

struct Brush<'a> {
    context: CanvasRenderingContext2d,
    backend: CanvasBackend,
    palette: &'a Palette,
    font: &'a str,
    ratio: f64,
    dash: Vec<f64>,
    round_cap: bool,
}

impl Brush<'_> {
    fn draw(&mut self, prim: &Prim) -> Result<(), JsValue> {
        if let Prim::Text(text) = prim {
            return self.write(text);
        }
        let fine_scale = 1.0 / UNITS;
        self.context.set_transform(fine_scale, 0.0, 0.0, fine_scale, 0.0, 0.0)?;
        let drawn = match prim {
            Prim::Path { points, stroke } => {
                let (points, width_px) = snap::line(points, stroke, self.ratio);
                let style = self.outline(stroke, width_px)?;
                self.backend.draw_path(points.iter().map(on_grid), &style)
            }
            Prim::Polygon { points, ink } => {
                let corners: Vec<_> = self.scaled(points).iter().map(on_grid).collect();
                match ink {
                    Ink::Fill(paint) => self.backend.fill_polygon(corners, &self.filled(*paint)),
                    Ink::Stroke(stroke) => {
                        let style = self.outline(stroke, stroke.width_px * self.ratio)?;
                        // The second corner again, so that the first is joined, too.
                        let closed = corners.iter().chain(corners.iter().take(2)).copied();
                        self.backend.draw_path(closed, &style)
                    }
                }
            }
            Prim::Rect { x, y, width, height, ink } => {
                let corners = self.scaled(&[(*x, *y), (x + width, y + height)]);
                let (style, is_filled) = self.inked(ink)?;
                self.backend.draw_rect(on_grid(&corners[0]), on_grid(&corners[1]), &style, is_filled)
            }
            Prim::Circle { x, y, radius, ink } => {
                let centre = on_grid(&(x * self.ratio, y * self.ratio));
                let (style, is_filled) = self.inked(ink)?;
                self.backend.draw_circle(centre, fine(radius * self.ratio).unsigned_abs(), &style, is_filled)
            }
            Prim::Text(_) => Ok(()),
        };
        drawn.map_err(|error| JsValue::from_str(&error.to_string()))
    }

    fn scaled(&self, points: &[Xy]) -> Vec<Xy> {
        points.iter().map(|&(x, y)| (x * self.ratio, y * self.ratio)).collect()
    }

    fn inked(&mut self, ink: &Ink) -> Result<(Style, bool), JsValue> {
        Ok(match ink {
            Ink::Fill(paint) => (self.filled(*paint), true),
            Ink::Stroke(stroke) => (self.outline(stroke, stroke.width_px * self.ratio)?, false),
        })
    }

    fn filled(&self, paint: Paint) -> Style {
        let [red, green, blue] = parse_rgb(self.palette.color(paint)).unwrap_or_default();
        let alpha = self.palette.opacity(paint).and_then(|opacity| opacity.trim().parse().ok()).unwrap_or(1.0);
        Style { color: BackendColor { alpha, rgb: (red, green, blue) }, width: 0 }
    }

    /// The style of an outline; its dashes and caps go to the context.
    fn outline(&mut self, stroke: &Stroke, width_px: f64) -> Result<Style, JsValue> {
        if self.dash != stroke.dash {
            let lengths: Array = stroke.dash.iter().map(|length| JsValue::from(length * self.ratio * UNITS)).collect();
            self.context.set_line_dash(&lengths)?;
            self.dash.clone_from(&stroke.dash);
        }
        if self.round_cap != stroke.round_cap {
            self.context.set_line_cap(if stroke.round_cap { "round" } else { "butt" });
            self.round_cap = stroke.round_cap;
        }
        Ok(Style { width: fine(width_px).unsigned_abs(), ..self.filled(stroke.paint) })
    }

    fn write(&mut self, text: &Text) -> Result<(), JsValue> {
        let Self { context, palette, font, ratio, .. } = self;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        context.set_font(&format!("{} {}px {font}", if text.bold { 600 } else { 400 }, text.size_px * *ratio));
        context.set_text_baseline("alphabetic");
        context.set_text_align(match text.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        let (x, y) = (text.x * *ratio, (text.y * *ratio).round());
        if text.halo {
            if !self.dash.is_empty() {
                context.set_line_dash(&Array::new())?;
                self.dash.clear();
            }
            context.set_stroke_style_str(palette.color(Paint::Plot));
            context.set_line_width(halo_px(text.size_px) * *ratio);
            context.stroke_text(&text.text, x, y)?;
        }
        context.set_fill_style_str(palette.color(text.paint));
        context.fill_text(&text.text, x, y)
    }
}
