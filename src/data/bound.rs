//! What a source tells of a number that it withholds: a bound instead of the number.

use std::num::NonZeroU32;

use crate::data::Fixed;

/// Which side of a limit the number is on, or how near it is to all or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// `<5`
    Below,
    /// `≤5`
    AtMost,
    /// `>95`
    Above,
    /// `≥95`
    AtLeast,
    /// `~100`: a share of which one to four pupils are lacking (Skolverket).
    NearlyAll,
    /// `~0`: a share that one to four pupils have.
    NearlyNone,
}

/// A bound as the source writes it, in the unit of the number: per cent, points, pupils. It is no number, and enters no sum.
///
/// Four bytes: the edge in the lowest three bits, above it the limit in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound(NonZeroU32);

/// The pupils of `~100` and `~0`: fewest and most.
const FEW: (u64, u64) = (1, 4);
const EDGES: [Edge; 6] = [Edge::Below, Edge::AtMost, Edge::Above, Edge::AtLeast, Edge::NearlyAll, Edge::NearlyNone];
/// Limits from here on, in thousandths, have no room.
const ROOM: i64 = 1 << 29;
const PER_THOUSANDTH: i64 = Fixed::SCALE / 1000;

impl Bound {
    /// `None` where the limit is below zero, too large, or has more than three decimals.
    pub fn new(edge: Edge, limit: Fixed) -> Option<Self> {
        let (thousandths, rest) = (limit.millionths() / PER_THOUSANDTH, limit.millionths() % PER_THOUSANDTH);
        let is_kept = rest == 0 && (0..ROOM).contains(&thousandths);
        let packed = u32::try_from(thousandths).ok().filter(|_| is_kept)? << 3 | (edge as u32 + 1);
        NonZeroU32::new(packed).map(Self)
    }

    /// All bits, for storage.
    pub(crate) fn bits(self) -> u32 {
        self.0.get()
    }

    /// The bound of these bits.
    pub(crate) fn of_bits(bits: u32) -> Option<Self> {
        NonZeroU32::new(bits).map(Self)
    }

    /// Which side.
    pub fn edge(self) -> Edge {
        let place = (self.bits() & 7).saturating_sub(1) as usize;
        EDGES[place.min(EDGES.len() - 1)]
    }

    /// The limit: 100 and 0 for nearly all and nearly none.
    pub fn limit(self) -> f64 {
        f64::from(self.bits() >> 3) / 1000.0
    }

    /// The same in per cent, of a bound that is written as a fraction.
    #[must_use]
    pub fn in_per_cent(self) -> Option<Self> {
        let hundredfold = i64::from(self.bits() >> 3) * PER_THOUSANDTH * 100;
        Self::new(self.edge(), Fixed::from_millionths(hundredfold)?)
    }

    /// Whether some number from `lowest` to `highest` is within it, and the limit is one of them.
    pub fn fits(self, lowest: f64, highest: f64) -> bool {
        let limit = self.limit();
        (lowest..=highest).contains(&limit)
            && match self.edge() {
                Edge::Below => limit > lowest,
                Edge::Above => limit < highest,
                _ => true,
            }
    }

    /// The fewest and the most pupils that are within a bound of numbers of pupils.
    pub(crate) fn pupils(self, most: u64) -> (u64, u64) {
        self.whole(self.thousandths(), 1000, most)
    }

    /// Of a share of so many pupils, the fewest and the most who have it.
    pub(crate) fn having(self, pupils: u64) -> (u64, u64) {
        self.whole(self.thousandths() * u128::from(pupils), 100_000, pupils)
    }

    /// Of a mean of so many pupils, the least and the largest sum in millionths above the `lowest` of a scale of this `length`.
    pub(crate) fn sum(self, pupils: u64, lowest: i64, length: u64) -> (u64, u64) {
        let limit = self.thousandths() * u128::from(PER_THOUSANDTH.unsigned_abs());
        let above = u128::try_from(i128::try_from(limit).unwrap_or(i128::MAX) - i128::from(lowest)).unwrap_or(0);
        self.whole(above * u128::from(pupils), 1, length.saturating_mul(pupils))
    }

    fn thousandths(self) -> u128 {
        u128::from(self.bits() >> 3)
    }

    /// The whole numbers up to `most` that are on the right side of `limit / of`.
    fn whole(self, limit: u128, of: u128, most: u64) -> (u64, u64) {
        let (floor, is_whole) = (limit / of, limit.is_multiple_of(of));
        let clip = |found: u128| u64::try_from(found).unwrap_or(u64::MAX).min(most);
        let (below, above) = (floor.saturating_sub(u128::from(is_whole)), floor + u128::from(!is_whole));
        match self.edge() {
            Edge::Below => (0, clip(below)),
            Edge::AtMost => (0, clip(floor)),
            Edge::Above => (clip(floor + 1), most),
            Edge::AtLeast => (clip(above), most),
            Edge::NearlyAll => (most.saturating_sub(FEW.1), most.saturating_sub(FEW.0)),
            Edge::NearlyNone => (FEW.0.min(most), FEW.1.min(most)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(edge: Edge, limit: f64) -> Bound {
        Bound::new(edge, Fixed::from_f64(limit).expect("in range")).expect("room")
    }

    #[test]
    fn bounds_keep_their_edge_and_limit() {
        for edge in EDGES {
            for limit in [0.0, 5.0, 0.125, 99.9, 536_870.0] {
                let found = bound(edge, limit);
                assert_eq!((found.edge(), found.limit()), (edge, limit));
                assert_eq!(Bound::of_bits(found.bits()), Some(found));
            }
        }
        for limit in [-1.0, 0.000_1, 536_871.0] {
            assert_eq!(Bound::new(Edge::Below, Fixed::from_f64(limit).expect("in range")), None, "{limit}");
        }
        assert_eq!(bound(Edge::Below, 0.05).in_per_cent(), Some(bound(Edge::Below, 5.0)));
    }

    #[test]
    fn limits_outside_the_scale_say_nothing() {
        for (edge, limit, expected) in [
            (Edge::Below, 5.0, true),
            (Edge::Below, 0.0, false),
            (Edge::AtMost, 0.0, true),
            (Edge::Above, 100.0, false),
            (Edge::AtLeast, 100.0, true),
            (Edge::Above, 101.0, false),
            (Edge::NearlyAll, 100.0, true),
        ] {
            assert_eq!(bound(edge, limit).fits(0.0, 100.0), expected, "{edge:?} {limit}");
        }
    }

    #[test]
    fn whole_pupils_are_on_the_right_side() {
        for (edge, limit, pupils, expected) in [
            (Edge::NearlyAll, 100.0, 31, (27, 30)),
            (Edge::NearlyAll, 100.0, 3, (0, 2)),
            (Edge::NearlyNone, 0.0, 31, (1, 4)),
            (Edge::NearlyNone, 0.0, 2, (1, 2)),
            (Edge::Below, 5.0, 40, (0, 1)),
            (Edge::AtMost, 5.0, 40, (0, 2)),
            (Edge::Below, 5.0, 41, (0, 2)),
            (Edge::Above, 95.0, 40, (39, 40)),
            (Edge::AtLeast, 95.0, 40, (38, 40)),
            (Edge::AtLeast, 95.0, 41, (39, 41)),
        ] {
            assert_eq!(bound(edge, limit).having(pupils), expected, "{edge:?} {limit} of {pupils}");
        }
        assert_eq!(bound(Edge::Below, 10.0).pupils(1_000_000), (0, 9));
        assert_eq!(bound(Edge::AtMost, 4.0).pupils(1_000_000), (0, 4));
        assert_eq!(bound(Edge::Above, 95.0).pupils(1_000), (96, 1_000));
        // A mean below 5 of 10 pupils, on a scale from 1 to 20.
        let scale = (Fixed::SCALE, 19 * Fixed::SCALE.unsigned_abs());
        assert_eq!(bound(Edge::Below, 5.0).sum(10, scale.0, scale.1), (0, 39_999_999));
        assert_eq!(bound(Edge::AtLeast, 19.0).sum(10, scale.0, scale.1), (180_000_000, 190_000_000));
    }

    #[test]
    fn a_share_is_within_a_bound_as_its_pupils_are() {
        for pupils in 1..60_u64 {
            for having in 0..=pupils {
                let share = having as f64 * 100.0 / pupils as f64;
                for limit in [0.0, 2.5, 5.0, 50.0, 95.0, 100.0] {
                    let is_within = |edge: Edge| {
                        let (least, most) = bound(edge, limit).having(pupils);
                        (least..=most).contains(&having)
                    };
                    assert_eq!(is_within(Edge::Below), share < limit && limit > 0.0 || (limit == 0.0 && having == 0));
                    assert_eq!(is_within(Edge::AtMost), share <= limit);
                    assert_eq!(is_within(Edge::AtLeast), share >= limit);
                    assert_eq!(is_within(Edge::Above), share > limit || (limit >= 100.0 && having == pupils));
                }
            }
        }
    }
}
