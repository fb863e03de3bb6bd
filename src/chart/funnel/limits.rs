//! Centre and limits: regions, edges and their names.

use super::layout::Layout;
use super::wordings::{Beside, wordings};
use crate::chart::{
    Paint,
    dash::Dash,
    fit::Room,
    list::{Anchor, Xy},
    sheet::{Plot, Sheet},
    spread::{Wish, spread},
};
use crate::data::sort_by;
use crate::stats::normal::{Z95, Z998};
use crate::view::model::FunnelChart;

/// Corners of an edge. They stand at equal steps of height, so the bend is as smooth everywhere.
const STEPS: u32 = 40;

/// One pair of limits in the plot: centre ∓ z·spread/√n.
struct Limits<'a> {
    /// Where they are drawn by corners: pupils, lower and upper limit.
    curve: Option<&'a [(f64, f64, f64)]>,
    centre: f64,
    /// z·spread: how far out the limits lie for a single pupil.
    reach: f64,
    /// Ends of the value axis.
    ends: (f64, f64),
    /// End of the axis of pupils.
    most: f64,
}

/// The pair of limits of `z`; `None` where the spread is not known, or nothing spreads.
fn limits<'a>(model: &'a FunnelChart, layout: &Layout, z: f64) -> Option<Limits<'a>> {
    let (centre, values) = (model.centre.as_ref()?.value, layout.values.as_ref()?);
    let reach = z * model.spread.filter(|spread| *spread > 0.0)?;
    let curve = model.curves.as_ref().map(|[inner, outer]| if z > Z95 { &outer[..] } else { &inner[..] });
    Some(Limits { curve, centre, reach, ends: (values.low, values.high), most: layout.pupils.high })
}

impl Limits<'_> {
    /// The upper edge (`side` 1) or the lower one (−1), from where it comes into the plot.
    fn edge(&self, side: f64) -> Vec<Xy> {
        if let Some(curve) = self.curve {
            return self.edge_by_corners(curve.iter().map(|&(n, low, high)| (n, if side > 0.0 { high } else { low })));
        }
        let room = if side > 0.0 { self.ends.1 - self.centre } else { self.centre - self.ends.0 };
        let (first, last) = (room / self.reach, 1.0 / self.most.sqrt());
        if first <= last {
            return Vec::new();
        }
        let at = |step: u32| {
            let root = first + (last - first) * f64::from(step) / f64::from(STEPS); // 1/√n
            (1.0 / (root * root), self.centre + side * self.reach * root)
        };
        (0..=STEPS).map(at).collect()
    }

    /// The part of an edge that lies in the plot, cut where it comes in and goes out.
    fn edge_by_corners(&self, corners: impl Iterator<Item = Xy>) -> Vec<Xy> {
        let (low, high) = self.ends;
        let is_inside = |value: f64| low < value && value < high;
        let (mut edge, mut before) = (Vec::new(), None::<Xy>);
        for mut corner in corners {
            let from = before.unwrap_or(corner);
            if from.0 >= self.most {
                break;
            }
            if corner.0 > self.most {
                let part = (self.most - from.0) / (corner.0 - from.0);
                corner = (self.most, from.1 + part * (corner.1 - from.1));
            }
            if is_inside(from.1) != is_inside(corner.1) {
                let end = if from.1.max(corner.1) >= high { high } else { low };
                let part = (end - from.1) / (corner.1 - from.1);
                edge.push((from.0 + part * (corner.0 - from.0), end));
            }
            if is_inside(corner.1) {
                edge.push(corner);
            }
            before = Some(corner);
        }
        edge
    }

    /// What lies between the edges, and the ends of the value axis where they are further out.
    fn region(&self) -> Vec<Xy> {
        let side = |side: f64, end: f64| {
            let mut corners = vec![(0.0, end)];
            corners.extend(self.edge(side));
            if corners.len() == 1 {
                corners.push((self.most, end));
            }
            corners
        };
        let mut corners = side(1.0, self.ends.1);
        corners.extend(side(-1.0, self.ends.0).into_iter().rev());
        corners
    }
}

/// Fills the regions, the outer first.
pub(super) fn regions(plot: &Plot, model: &FunnelChart, layout: &Layout) {
    for (z, paint) in [(Z998, Paint::Outer), (Z95, Paint::Inner)] {
        if let Some(limits) = limits(model, layout, z) {
            plot.fill(&limits.region(), paint);
        }
    }
}

/// Draws the edges, the outer dashed, and the centre.
pub(super) fn edges(plot: &Plot, model: &FunnelChart, layout: &Layout) {
    for (z, dash) in [(Z998, Dash::Strokes), (Z95, Dash::Solid)] {
        let Some(limits) = limits(model, layout, z) else { continue };
        for edge in [limits.edge(1.0), limits.edge(-1.0)] {
            if edge.len() > 1 {
                plot.path(&edge, Paint::Limit, layout.unit, dash);
            }
        }
    }
    for (level, paint, dash) in [(&model.centre, Paint::Axis, Dash::Solid), (&model.place, Paint::Label, Dash::Strokes)]
    {
        let Some(level) = level else { continue };
        let ends = [(layout.pupils.low, level.value), (layout.pupils.high, level.value)];
        plot.path(&ends, paint, 1.25 * layout.unit, dash);
    }
}

/// Writes the names, each beside its line: the limits at their lower edge, or at the upper one where that leaves the plot.
pub(super) fn names(sheet: &Sheet, plot: &Plot, model: &FunnelChart, layout: &Layout) {
    let height = |of: Beside| match of {
        Beside::Level(value) => Some(value),
        Beside::Limits(z) => {
            let limits = limits(model, layout, z)?;
            let ends = [limits.edge(-1.0), limits.edge(1.0)];
            ends.iter().find_map(|edge| edge.last().map(|&(_, value)| value))
        }
    };
    let named = wordings(model, layout.is_narrow).into_iter();
    let mut named: Vec<(f64, &str)> =
        named.filter_map(|(text, of)| Some((plot.at(0.0, height(of)?).1, text))).collect();
    sort_by(&mut named, |(y, _), (other, _)| y.total_cmp(other));
    let line_px = layout.face.line_px();
    let wishes: Vec<_> = named.iter().map(|&(centre, _)| Wish { centre, height: line_px, weight: 1.0 }).collect();
    let room = Room { face: layout.face, bold: false, width_px: layout.width_px - layout.names_x };
    for ((_, text), y) in named.iter().zip(spread(&wishes, 0.0, layout.plot.bottom + line_px * 0.5)) {
        let paint = (Paint::Tick, false);
        sheet.words(layout.face, (layout.names_x, y), Anchor::Start, paint, &room.elide(text));
    }
}
