//! Chart model → display list.
//!
//! [`line_chart`] and [`spark`] lay a [`LineChart`](crate::view::model::LineChart) out at its real width, with text widths from
//! our own table, and draw it with plotters into a recording backend. The [`DisplayList`] that comes out is plain data: it is
//! replayed to the canvas (`web::canvas`) and to SVG ([`svg`]), and tests print it. Colours are roles ([`Paint`]); a [`Palette`]
//! resolves them at replay, so a change of theme needs no new layout.
//!
//! [`funnel()`], [`caterpillar()`] and [`distribution()`] draw many schools at one year, [`dumbbell()`] groups side by side, [`slope()`] two
//! years, and [`multiples()`] a small chart for each school, with the same parts. A gap, or any other difference over the years, is a
//! [`line_chart`] whose axis has a line at 0; two indicators of many schools are a [`funnel()`] with another indicator across.
//!
//! In the folder of a chart, what is measured comes before its `layout`, and what is drawn after it. `signs` and `wording` are what
//! several charts share.
//!
//! [`captioned()`] puts the words of a file around a drawing.
//!
//! The same model and frame always give the same drawing.

mod captioned;
mod caterpillar;
mod clip;
mod dash;
mod distribution;
mod dumbbell;
mod fit;
mod funnel;
pub mod hit;
mod key;
mod line;
mod list;
mod marker;
mod metrics;
mod mini;
mod multiples;
mod paint;
mod palette;
mod recorder;
mod rows;
mod runs;
mod scale;
mod sheet;
mod signs;
mod slope;
pub mod snap;
mod spark;
mod spread;
pub mod svg;
mod text;
mod wording;

pub use captioned::{Caption, captioned};
pub use caterpillar::{caterpillar, caterpillar_height_px};
pub use distribution::{distribution, distribution_height_px};
pub use dumbbell::{dumbbell, dumbbell_height_px};
pub use funnel::funnel;
pub use key::{Verdict, break_key, series_key, verdict_key};
pub use line::line_chart;
pub use list::{Anchor, DisplayList, Ink, Prim, Stroke, Text, Xy, halo_px};
pub use metrics::Metrics;
pub use mini::mini;
pub use multiples::{multiples, multiples_height_px};
pub use paint::{Paint, SERIES};
pub use palette::{Palette, Rgb, parse_rgb};
pub use sheet::Area;
pub use slope::slope;
pub use spark::spark;
pub use text::measure;

/// The room for a drawing and how big its parts are.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels.
    pub width_px: f64,
    /// Height in CSS pixels.
    pub height_px: f64,
    /// Root font size in CSS pixels: 16, or 22 on a projector.
    pub font_px: f64,
    /// Width of text in the reader's font, by the width of the same text in our table: 1 where nobody has measured.
    pub width_factor: f64,
    /// Line widths and marker sizes.
    pub metrics: Metrics,
    /// The pointed-at series, by index: it stands out and shows its interval band.
    pub emphasis: Option<usize>,
    /// The point under the cursor, by the indices of its series and its year: it gets a ring.
    pub cursor: Option<(usize, usize)>,
}

/// Below this many root font sizes a drawing is narrow.
const NARROW_EM: f64 = 30.0;

impl Frame {
    /// A frame on the screen of its reader.
    pub fn new(width_px: f64, height_px: f64) -> Self {
        let metrics = Metrics::screen();
        Self { width_px, height_px, font_px: 16.0, width_factor: 1.0, metrics, emphasis: None, cursor: None }
    }

    /// A frame on a projector.
    pub fn projector(width_px: f64, height_px: f64) -> Self {
        Self { font_px: 22.0, metrics: Metrics::projector(), ..Self::new(width_px, height_px) }
    }

    /// Whether a drawing in it is narrow: short names, values without units.
    fn is_narrow(&self) -> bool {
        self.width_px < NARROW_EM * self.font_px
    }

    /// Radius of the ring round the point under the cursor.
    fn ring_px(&self) -> f64 {
        self.metrics.mark_focus_px + 4.5 * self.font_px / 16.0
    }
}

/// A drawing, and what one needs to know to point at it and to write about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What to paint.
    pub list: DisplayList,
    /// Where the points stand, series by series, oldest year first; of many schools the focus first. Missing values have no place.
    pub placed: Vec<Placed>,
    /// What is near and what is next among them.
    pub walk: hit::Walk,
    /// The part of the drawing between the ends of the axes.
    pub plot: Area,
    /// Value at the lower end of the value axis.
    pub axis_start: f64,
    /// Whether the value axis starts at 0, or shows 0 as the line of no difference; if not, the footnote says where it starts.
    pub starts_at_zero: bool,
}

/// Where a point stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Index of its series, or of its school.
    pub series: usize,
    /// Index of its year, or of its group; 0 for a school among many.
    pub year: usize,
    /// Across, in CSS pixels.
    pub x: f64,
    /// Downwards, in CSS pixels. A withheld point stands in the strip below the value axis.
    pub y: f64,
    /// Whether it is withheld.
    pub withheld: bool,
}
