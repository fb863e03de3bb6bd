//! What drawings need to know of the page.

use crate::chart::{Frame, Metrics, Palette};

/// Colours, sizes and font of the page, as the style sheet and the screen have them now.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colours.
    pub palette: Palette,
    /// Line widths and marker sizes.
    pub metrics: Metrics,
    /// CSS font stack.
    pub font: String,
    /// Root font size in CSS pixels.
    pub font_px: f64,
    /// Width of text in the reader's font, by the width of the same text in the chart's table.
    pub width_factor: f64,
    /// Device pixels to a CSS pixel.
    pub ratio: f64,
    /// Whether the system asks for dark colours.
    pub system_is_dark: bool,
}

impl Look {
    /// The frame of a drawing of this size.
    pub(super) fn frame(&self, (width_px, height_px): (f64, f64)) -> Frame {
        let Self { metrics, font_px, width_factor, .. } = *self;
        Frame { font_px, width_factor, metrics, ..Frame::new(width_px, height_px) }
    }
}
