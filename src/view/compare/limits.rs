//! Where schools of a size land: by chance, or, more widely, by chance and by how schools usually differ.

use crate::data::{Indicator, Kind};
use crate::stats::Interval;
use crate::stats::funnel::{Overdispersion, Place, exact_limits, mean_limits, place};
use crate::stats::normal::{Z95, Z998};
use crate::stats::verdict::FEWEST_PUPILS;
use crate::view::format::written;
use crate::view::screen::Lens;

/// Corners of an edge that is not drawn by a formula.
const STEPS: u32 = 120;

/// The limits of a funnel.
pub(super) struct Limits {
    centre: f64,
    spread: f64,
    way: Way,
    ends: (f64, f64),
    /// A fraction of 1 in the indicator's unit: 100 for shares.
    unit: f64,
}

/// How they are found.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Score,
    Exact,
    Wider(Overdispersion),
}

impl Limits {
    /// The limits about the centre as `lens` asks for them, and the other ways in which these values, with their pupils, can have them.
    /// Where they cannot be as asked, they are those of chance.
    pub(super) fn new(
        values: &[(f64, f64)],
        (centre, spread): (f64, f64),
        about: &Indicator,
        lens: Lens,
    ) -> (Self, Vec<Lens>) {
        let is_share = about.kind == Kind::Share;
        let unit = if is_share { 100.0 } else { 1.0 };
        // What is drawn of them is made of what is written.
        let seen = values.iter().map(|(value, pupils)| (written(*value, about.decimals), *pupils));
        let enough = seen.filter(|(_, pupils)| *pupils >= FEWEST_PUPILS);
        let over = if is_share {
            Overdispersion::of_shares(
                &enough.map(|(value, pupils)| (value / unit * pupils, pupils)).collect::<Vec<_>>(),
            )
        } else {
            Overdispersion::of_means(&enough.collect::<Vec<_>>(), written(centre, about.decimals), spread)
        };
        let over = over.filter(|over| over.between > 0.0);
        let way = match (lens, over) {
            (Lens::Wider, Some(over)) => Way::Wider(over),
            (Lens::Exact, _) if is_share => Way::Exact,
            _ => Way::Score,
        };
        let centre = if way == Way::Score { centre } else { written(centre, about.decimals) };
        let offered = over.map(|_| Lens::Wider).into_iter().chain(is_share.then_some(Lens::Exact)).collect();
        (Self { centre, spread, way, ends: (about.lowest, about.highest), unit }, offered)
    }

    /// The lens that they are seen through.
    pub(super) fn lens(&self) -> Lens {
        match self.way {
            Way::Score => Lens::Values,
            Way::Exact => Lens::Exact,
            Way::Wider(_) => Lens::Wider,
        }
    }

    fn at(&self, pupils: u64, z: f64) -> Option<Interval> {
        let n = pupils as f64;
        let scaled = |found: Interval| Interval { lo: found.lo * self.unit, hi: found.hi * self.unit };
        let found = match self.way {
            Way::Score => mean_limits(self.centre, self.spread, n, z),
            Way::Exact => exact_limits(self.centre / self.unit, pupils, z).map(scaled),
            Way::Wider(over) => over.limits(n, z).map(scaled),
        };
        Some(found?.within(self.ends.0, self.ends.1))
    }

    /// Where a value lies between them.
    pub(super) fn place(&self, value: f64, pupils: u64) -> Option<Place> {
        Some(place(value, self.at(pupils, Z95)?, self.at(pupils, Z998)?))
    }

    /// The inner and the outer ones up to twice as many pupils as the most, where they are not those that the drawing can find itself.
    pub(super) fn curves(&self, most: u64) -> Option<[Vec<(f64, f64, f64)>; 2]> {
        if self.way == Way::Score {
            return None;
        }
        // At equal steps of 1/√n, as the limits bend.
        let last = 1.0 / (2.0 * most.max(1) as f64).sqrt();
        let root = |step: u32| 1.0 + (last - 1.0) * f64::from(step) / f64::from(STEPS);
        let mut sizes: Vec<u64> = (0..=STEPS).map(root).map(|root| whole(1.0 / (root * root))).collect();
        sizes.dedup();
        let curve = |z: f64| {
            let corner = |&pupils: &u64| self.at(pupils, z).map(|found| (pupils as f64, found.lo, found.hi));
            sizes.iter().filter_map(corner).collect()
        };
        Some([curve(Z95), curve(Z998)])
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pupils; the cast saturates")]
fn whole(pupils: f64) -> u64 {
    pupils.round() as u64
}
