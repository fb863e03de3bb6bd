//! The display list: a drawing as plain data, in CSS pixels, without colours.

use std::fmt::{self, Display, Formatter};

use super::Paint;

/// A place in the drawing, in CSS pixels from the upper left corner.
pub type Xy = (f64, f64);

/// A drawing: what to paint, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisplayList {
    /// Width of the drawing in CSS pixels.
    pub width_px: f64,
    /// Height of the drawing in CSS pixels.
    pub height_px: f64,
    /// What to paint, from the bottom up.
    pub prims: Vec<Prim>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Prim {
    /// An open line through points.
    Path {
        /// The corners, in order.
        points: Vec<Xy>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A closed shape.
    Polygon {
        /// The corners, in order; the last joins the first.
        points: Vec<Xy>,
        /// Filled or outlined.
        ink: Ink,
    },
    /// An upright rectangle.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Filled or outlined.
        ink: Ink,
    },
    /// A circle.
    Circle {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        radius: f64,
        /// Filled or outlined.
        ink: Ink,
    },
    /// One line of text.
    Text(Text),
}

/// How a shape meets the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// The inside is painted.
    Fill(Paint),
    /// The outline is drawn.
    Stroke(Stroke),
}

/// How a line is drawn. Joins are always round.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Role of the colour.
    pub paint: Paint,
    /// Width in CSS pixels.
    pub width_px: f64,
    /// Lengths of strokes and gaps in CSS pixels; empty for a solid line.
    pub dash: Vec<f64>,
    /// Whether dashes end in half circles.
    pub round_cap: bool,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The anchor's place.
    pub x: f64,
    /// The alphabetic base line.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Which end of the text stands at `x`.
    pub anchor: Anchor,
    /// Font size in CSS pixels.
    pub size_px: f64,
    /// Weight 600 instead of 400.
    pub bold: bool,
    /// Role of the colour.
    pub paint: Paint,
    /// Whether the text has an outline in the plot's colour, so that it can be read over lines.
    pub halo: bool,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// Width of the outline of a text with a halo, at the font size of 13 px: 4 px, and in proportion.
pub fn halo_px(size_px: f64) -> f64 {
    size_px * 4.0 / 13.0
}

/// A number with at most `decimals` decimals, without trailing zeros and without a minus before zero.
pub(super) fn short_number(value: f64, decimals: usize) -> String {
    let mut text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" { "0".into() } else { text }
}

impl Prim {
    /// The same elsewhere.
    pub(super) fn moved(mut self, (dx, dy): Xy) -> Self {
        match &mut self {
            Self::Path { points, .. } | Self::Polygon { points, .. } => {
                for point in points {
                    *point = (point.0 + dx, point.1 + dy);
                }
            }
            Self::Rect { x, y, .. } | Self::Circle { x, y, .. } | Self::Text(Text { x, y, .. }) => {
                (*x, *y) = (*x + dx, *y + dy);
            }
        }
        self
    }
}

fn spots(points: &[Xy]) -> String {
    let places: Vec<_> =
        points.iter().map(|&(x, y)| format!("{},{}", short_number(x, 1), short_number(y, 1))).collect();
    places.join(" ")
}

impl Display for Stroke {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} w{}", self.paint.name(), short_number(self.width_px, 2))?;
        if !self.dash.is_empty() {
            let dash: Vec<_> = self.dash.iter().map(|&length| short_number(length, 1)).collect();
            write!(f, " dash {}{}", dash.join("-"), if self.round_cap { " round" } else { "" })?;
        }
        Ok(())
    }
}

impl Display for Ink {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fill(paint) => write!(f, "fill {}", paint.name()),
            Self::Stroke(stroke) => stroke.fmt(f),
        }
    }
}

/// One line per thing to paint, for snapshots.
impl Display for Prim {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let n = |value| short_number(value, 1);
        match self {
            Self::Path { points, stroke } => write!(f, "path {stroke}: {}", spots(points)),
            Self::Polygon { points, ink } => write!(f, "polygon {ink}: {}", spots(points)),
            Self::Rect { x, y, width, height, ink } => {
                write!(f, "rect {ink}: {},{} {}x{}", n(*x), n(*y), n(*width), n(*height))
            }
            Self::Circle { x, y, radius, ink } => write!(f, "circle {ink}: {},{} r{}", n(*x), n(*y), n(*radius)),
            Self::Text(text) => {
                let anchor = match text.anchor {
                    Anchor::Start => "<",
                    Anchor::Middle => "|",
                    Anchor::End => ">",
                };
                let weight = if text.bold { " bold" } else { "" };
                let halo = if text.halo { " halo" } else { "" };
                let (paint, size) = (text.paint.name(), short_number(text.size_px, 2));
                write!(f, "text {paint} {size}{weight}{halo} {anchor} {},{}: {}", n(text.x), n(text.y), text.text)
            }
        }
    }
}

impl Display for DisplayList {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} x {}", short_number(self.width_px, 1), short_number(self.height_px, 1))?;
        self.prims.iter().try_for_each(|prim| writeln!(f, "{prim}"))
    }
}
