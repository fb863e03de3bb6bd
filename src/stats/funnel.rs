//! The funnel: how far from the centre a unit of a given size lands by chance.
//!
//! The centre is the pooled value of all units ([`super::pooling`]). Score limits are the ones to draw: a share is outside them
//! exactly when its Wilson interval leaves the centre out, so funnel and interval never contradict each other.

mod angle;
mod exact;
mod overdispersion;

pub use exact::exact_limits;
pub use overdispersion::{FEWEST_UNITS, Overdispersion};

use super::interval::{Interval, around};
use super::normal::upper_tail;

/// Where the share of a unit of `n` pupils lands by chance when the true share is `centre` (0..=1): θ ± z√(θ(1 − θ)/n), cut to 0..=1.
///
/// [`super::normal::Z95`] gives the inner limits, [`super::normal::Z998`] the outer ones, which are those that may flag a unit (see
/// [`expected_false_alarms`]). `None` when n or z is not above 0 or the centre is no share.
///
/// Source: Public Health England, the R package `PHEindicatormethods` (`sigma_adjustment`, an expansion of the same formula).
pub fn score_limits(centre: f64, n: f64, z: f64) -> Option<Interval> {
    let limits = mean_limits(centre, (centre * (1.0 - centre)).sqrt(), n, z)?;
    (0.0..=1.0).contains(&centre).then(|| limits.within(0.0, 1.0))
}

/// Where the mean of a unit of `n` pupils lands by chance when the true mean is `centre` and pupils of the same unit spread by `sd`,
/// the root of [`super::pooling::within_variance`]: μ ± z·s/√n, in the unit of the values.
///
/// Normal limits, not t: the deviation is pooled over all units, and is as good as known. It is the one within units; the deviation
/// of all pupils holds the differences between units too, and would hide what the plot looks for. `None` as for [`score_limits`],
/// and for a negative deviation.
///
/// Source: Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.3.1; as in the Stata command funnelcompar, option
/// `continuous` (Forni & Gini 2009), which pools the variances likewise.
pub fn mean_limits(centre: f64, sd: f64, n: f64, z: f64) -> Option<Interval> {
    let half = z * sd / n.sqrt();
    (n > 0.0 && z > 0.0 && half >= 0.0 && half.is_finite() && centre.is_finite()).then(|| around(centre, half))
}

/// Where a value lies in a funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Below the outer limit: flagged.
    FarBelow,
    /// Below the inner limit only: to be expected of one unit in forty.
    Below,
    /// Inside, the limits included.
    Within,
    /// Above the inner limit only.
    Above,
    /// Above the outer limit: flagged.
    FarAbove,
}

/// Where `value` lies between the inner (95 %) and the outer (99.8 %) limits of its size.
pub fn place(value: f64, inner: Interval, outer: Interval) -> Place {
    match value {
        value if value < outer.lo => Place::FarBelow,
        value if value > outer.hi => Place::FarAbove,
        value if value < inner.lo => Place::Below,
        value if value > inner.hi => Place::Above,
        _ => Place::Within,
    }
}

/// How many of `units` are expected outside the limits of `z` by chance alone, when in truth none of them differs.
///
/// Looking at many schools at once finds some that stand out. At 95 % it is one in twenty: 2 of 40 schools, 65 of 1 300. At 99.8 %
/// it is one in five hundred: 0.08 of 40, 2.6 of 1 300. This is why only the 99.8 % limits flag a school, and why no further correction
/// is made below some hundred schools. With overdispersed units, all this holds for [`Overdispersion::limits`] only.
///
/// `None` for z that is not a number.
pub fn expected_false_alarms(units: u64, z: f64) -> Option<f64> {
    Some(units as f64 * 2.0 * upper_tail(z.abs())?)
}

#[cfg(test)]
mod tests;
