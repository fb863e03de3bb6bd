//! The page under the pen: plotters' drawing areas over one [`Recorder`].

use std::{cell::RefCell, ops::Range, rc::Rc};

use plotters::{
    coord::{
        CoordTranslate, Shift,
        cartesian::{Cartesian2d, MeshLine},
        ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged},
    },
    drawing::DrawingArea,
    element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle},
};

use super::{
    Paint, clip,
    dash::Dash,
    list::{Anchor, DisplayList, Text, Xy},
    recorder::{Recorder, UNITS, filled, outline, units},
    text::Face,
};

/// A rectangle of the drawing, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// The same elsewhere.
    pub(super) fn moved(self, (dx, dy): Xy) -> Self {
        Self { left: self.left + dx, top: self.top + dy, right: self.right + dx, bottom: self.bottom + dy }
    }
}

/// Draws in CSS pixels.
pub(super) struct Sheet {
    recorder: Rc<RefCell<Recorder>>,
    root: DrawingArea<Recorder, Shift>,
}

/// Draws in years and values.
pub(super) struct Plot {
    area: DrawingArea<Recorder, Cartesian2d<Linear, Linear>>,
}

/// A straight axis with given ticks, as plotters wants it.
#[derive(Clone)]
pub(super) struct Linear {
    /// Value at the start and at the end of the axis.
    pub(super) ends: (f64, f64),
    /// Where the grid lines stand.
    pub(super) ticks: Vec<f64>,
}

impl Ranged for Linear {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    #[expect(clippy::cast_possible_truncation, reason = "a part of a pixel range")]
    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let part = (value - self.ends.0) / (self.ends.1 - self.ends.0);
        (f64::from(from) + part * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.ends.0..self.ends.1
    }
}

/// Draws an element. A recorder cannot fail, and no two areas draw at once.
fn draw<C, E>(area: &DrawingArea<Recorder, C>, element: &E)
where
    C: CoordTranslate,
    E: Drawable<Recorder>,
    for<'a> &'a E: PointCollection<'a, C::From>,
{
    let drawn = area.draw(element);
    debug_assert!(drawn.is_ok(), "{drawn:?}");
}

fn on_grid(points: &[Xy]) -> Vec<(i32, i32)> {
    points.iter().map(|&(x, y)| (units(x), units(y))).collect()
}

impl Sheet {
    /// An empty page.
    pub(super) fn new(width_px: f64, height_px: f64) -> Self {
        let recorder = Rc::new(RefCell::new(Recorder::new(width_px, height_px)));
        let root = (&recorder).into();
        Self { recorder, root }
    }

    /// An open line.
    pub(super) fn path(&self, points: &[Xy], paint: Paint, width_px: f64, dash: Dash) {
        draw(&self.root, &PathElement::new(on_grid(points), outline(paint, width_px, dash)));
    }

    /// The outline of a closed shape.
    pub(super) fn outline(&self, corners: &[Xy], paint: Paint, width_px: f64) {
        let closed: Vec<Xy> = corners.iter().chain(corners.first()).copied().collect();
        self.path(&closed, paint, width_px, Dash::Solid);
    }

    /// A filled shape.
    pub(super) fn fill(&self, corners: &[Xy], paint: Paint) {
        draw(&self.root, &Polygon::new(on_grid(corners), filled(paint)));
    }

    /// The outline of an upright rectangle.
    pub(super) fn rect(&self, area: Area, paint: Paint, width_px: f64, dash: Dash) {
        let corners = [(units(area.left), units(area.top)), (units(area.right), units(area.bottom))];
        draw(&self.root, &Rectangle::new(corners, outline(paint, width_px, dash)));
    }

    /// A filled upright rectangle.
    pub(super) fn fill_rect(&self, area: Area, paint: Paint) {
        let corners = [(units(area.left), units(area.top)), (units(area.right), units(area.bottom))];
        draw(&self.root, &Rectangle::new(corners, filled(paint)));
    }

    /// The outline of a circle.
    pub(super) fn circle(&self, at: Xy, radius_px: f64, paint: Paint, width_px: f64) {
        let style = outline(paint, width_px, Dash::Solid);
        draw(&self.root, &Circle::new((units(at.0), units(at.1)), units(radius_px), style));
    }

    /// A filled circle.
    pub(super) fn fill_circle(&self, at: Xy, radius_px: f64, paint: Paint) {
        draw(&self.root, &Circle::new((units(at.0), units(at.1)), units(radius_px), filled(paint)));
    }

    /// A line of text.
    pub(super) fn text(&self, text: Text) {
        self.recorder.borrow_mut().text(text);
    }

    /// A line of text without a halo, centred at a height; colour and whether it is bold.
    pub(super) fn words(&self, face: Face, (x, y): Xy, anchor: Anchor, (paint, bold): (Paint, bool), text: &str) {
        let (y, size_px, text) = (face.base_px(y), face.size_px, text.to_owned());
        self.text(Text { x, y, text, anchor, size_px, bold, paint, halo: false });
    }

    /// A part of the page with years (0 is the first) from left to right and values from the bottom up.
    pub(super) fn plot(&self, area: Area, years: Linear, values: Linear) -> Plot {
        let across = units(area.left)..units(area.right);
        let upwards = units(area.bottom)..units(area.top);
        let (width, height) = (units(area.right - area.left), units(area.bottom - area.top));
        let part = self.root.clone().shrink((units(area.left), units(area.top)), (width, height));
        Plot { area: part.apply_coord_spec(Cartesian2d::<Linear, Linear>::new(years, values, (across, upwards))) }
    }

    /// What has been drawn.
    pub(super) fn finish(self) -> DisplayList {
        self.recorder.borrow_mut().take()
    }
}

impl Plot {
    /// A horizontal line at every tick.
    pub(super) fn grid(&self, paint: Paint, width_px: f64) {
        let style = outline(paint, width_px, Dash::Solid);
        let drawn = self.area.draw_mesh(
            |recorder, line| match line {
                MeshLine::YMesh(..) => line.draw(recorder, &style),
                MeshLine::XMesh(..) => Ok(()),
            },
            usize::MAX,
            usize::MAX,
        );
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }

    /// An open line through years and values.
    pub(super) fn path(&self, points: &[Xy], paint: Paint, width_px: f64, dash: Dash) {
        draw(&self.area, &PathElement::new(points, outline(paint, width_px, dash)));
    }

    /// A filled shape, cut off where the value axis ends.
    pub(super) fn fill(&self, corners: &[Xy], paint: Paint) {
        let values = self.area.get_y_range();
        let inside = clip::between(corners, values.start, values.end);
        if inside.len() > 2 {
            draw(&self.area, &Polygon::new(inside, filled(paint)));
        }
    }

    /// A value, moved to the nearest end of the axis if it lies beyond.
    pub(super) fn within(&self, value: f64) -> f64 {
        let values = self.area.get_y_range();
        value.max(values.start).min(values.end)
    }

    /// The place of a year and a value.
    pub(super) fn at(&self, year: f64, value: f64) -> Xy {
        let (x, y) = self.area.map_coordinate(&(year, value));
        (f64::from(x) / UNITS, f64::from(y) / UNITS)
    }
}
