//! What a drawing needs to know of the style sheet: colours, sizes and the font.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Document, HtmlCanvasElement, HtmlElement, Window};

use crate::chart::{Metrics, Palette, measure};

/// The style sheet's values for charts. Read them again when the theme, the view, forced colours or the root font change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Theme {
    /// Colours, each as `rgb(…)`.
    pub(crate) palette: Palette,
    /// Line widths and marker sizes.
    pub(crate) metrics: Metrics,
    /// CSS font stack.
    pub(crate) font: String,
    /// Root font size in CSS pixels.
    pub(crate) font_px: f64,
    /// Width of text in the reader's font, by the width of the same text in the chart's table.
    pub(crate) width_factor: f64,
}

/// Texts that try a font: letters, digits, and a year.
const SAMPLES: [&str; 3] = ["Hasselängens gymnasium 69,8\u{a0}%", "Alkullagymnasiet", "2023/24"];

/// Reads the style sheet.
pub(crate) fn theme(window: &Window) -> Option<Theme> {
    let document = window.document()?;
    let root = document.document_element()?;
    let style = window.get_computed_style(&root).ok()??;
    let token = |name: &str| style.get_property_value(name).unwrap_or_default().trim().to_owned();
    let number = |name: &str, otherwise: f64| token(name).parse().unwrap_or(otherwise);
    let font = token("--font");
    let font_px = token("font-size").trim_end_matches("px").parse().unwrap_or(16.0);
    let base = Metrics::screen();
    let line_px = number("--lw", base.line_px);
    let metrics = Metrics {
        line_px,
        line_focus_px: number("--lw-focus", base.line_focus_px),
        line_context_px: base.line_context_px * line_px / base.line_px,
        mark_px: number("--mark", base.mark_px),
        mark_focus_px: number("--mark-focus", base.mark_focus_px),
    };
    let width_factor = width_factor(&document, &font, font_px * 0.8125).unwrap_or(1.0);
    let palette = colors(window, &document, &style)?;
    Some(Theme { palette, metrics, font, font_px, width_factor })
}

/// Resolves the colours on a hidden element: a custom property alone may name another one, or a system colour.
fn colors(window: &Window, document: &Document, style: &CssStyleDeclaration) -> Option<Palette> {
    let probe: HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
    probe.set_hidden(true);
    document.body()?.append_child(&probe).ok()?;
    let written = probe.style();
    let is_free = written.set_property("forced-color-adjust", "none").is_ok();
    debug_assert!(is_free, "a style property can be set");
    let computed = window.get_computed_style(&probe).ok()??;
    let palette = Palette::from_tokens(|name| {
        if name.starts_with("--band") {
            return style.get_property_value(name).unwrap_or_default().trim().to_owned();
        }
        let is_set = written.set_property("color", &format!("var({name})")).is_ok();
        debug_assert!(is_set, "a colour can be set");
        computed.get_property_value("color").unwrap_or_default()
    });
    probe.remove();
    Some(palette)
}

/// How much wider the reader's font is than the table, at worst.
fn width_factor(document: &Document, font: &str, size_px: f64) -> Option<f64> {
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let mut widest = 0.0_f64;
    for bold in [false, true] {
        context.set_font(&format!("{} {size_px}px {font}", if bold { 600 } else { 400 }));
        for sample in SAMPLES {
            let width_px = context.measure_text(sample).ok()?.width();
            widest = widest.max(width_px / measure(sample, size_px, bold));
        }
    }
    Some(widest.clamp(0.8, 1.5))
}
