//! Line widths and marker sizes.

/// How thick lines and how big markers are, in CSS pixels. The values are those of `tokens.css`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// Line of a compared series.
    pub line_px: f64,
    /// Line of the focus series.
    pub line_focus_px: f64,
    /// Line of one of many receding series.
    pub line_context_px: f64,
    /// Radius of a marker of a compared series.
    pub mark_px: f64,
    /// Radius of a marker of the focus series.
    pub mark_focus_px: f64,
}

impl Metrics {
    /// On a screen of its reader.
    pub const fn screen() -> Self {
        Self { line_px: 1.75, line_focus_px: 3.25, line_context_px: 1.25, mark_px: 3.5, mark_focus_px: 5.0 }
    }

    /// On a projector.
    pub const fn projector() -> Self {
        Self { line_px: 2.5, line_focus_px: 5.0, line_context_px: 1.75, mark_px: 4.5, mark_focus_px: 7.0 }
    }

    /// On paper.
    pub const fn print() -> Self {
        Self { line_px: 1.5, line_focus_px: 3.0, line_context_px: 1.0, mark_px: 3.5, mark_focus_px: 5.0 }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::screen()
    }
}
