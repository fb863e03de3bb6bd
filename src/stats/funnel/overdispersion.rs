//! Wider limits, for units that differ by more than chance in general.
//!
//! With many schools of unlike intake most of them may be outside the funnel. The limits are then not wrong about chance, but they no
//! longer say which school is unusual. These add the spread between schools.

use std::f64::consts::FRAC_PI_2;

use super::super::interval::{Interval, around};
use super::super::pooling::pooled_share;
use super::angle::{angle, share};

/// The spread between fewer units than this is not estimated: the cut-off tenths would hold no unit, and the estimate is mostly chance.
pub const FEWEST_UNITS: usize = 10;

/// The part of the units at each end that is moved in before the spread is estimated.
const CUT_OFF: f64 = 0.1;

/// How much more units differ than chance explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overdispersion {
    /// φ: the mean squared deviation in standard errors, without the outermost tenths: about 1 when only chance is at work.
    pub ratio: f64,
    /// τ²: the variance between units that is added to that of chance; 0 when the ratio shows none. On the scale of `asin(√share)`, squared
    /// radians, for shares, and in the unit of the values squared for means.
    pub between: f64,
    scale: Scale,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// The centre as an angle, in which the variance of a share is 1/4n whatever the share is.
    Angle(f64),
    /// The centre and the standard deviation within units.
    Mean(f64, f64),
}

impl Overdispersion {
    /// Of shares, `x` of `n` pupils each, about their pooled share. `None` for fewer than [`FEWEST_UNITS`], where one of them is no
    /// share, and when all are 0 or all are 1.
    ///
    /// With the angle Y = asin √p, s = 1/(2√n) and the deviations U = (Y − asin √θ)/s moved in to their 10th and 90th percentile: ratio
    /// φ = ΣU²/N and between = max(0, (Nφ − (N − 1))/(Σw − Σw²/Σw)), w = 1/s². Source: Spiegelhalter 2005, Statistics in Medicine 24:1185,
    /// appendix; as in the R package `FunnelPlotR` (`od_adjustment.R`, data type PR).
    pub fn of_shares(units: &[(f64, f64)]) -> Option<Self> {
        if units.len() >= FEWEST_UNITS { Self::of_few_shares(units) } else { None }
    }

    /// The same without the demand on the number of units, for the published examples.
    pub(super) fn of_few_shares(units: &[(f64, f64)]) -> Option<Self> {
        let (x, n) = pooled_share(units)?;
        let centre = angle(x / n);
        if x <= 0.0 || x >= n || !units.iter().all(|(_, n)| *n > 0.0) {
            return None;
        }
        let of = |&unit: &(f64, f64)| deviation(unit, centre);
        Self::from_deviations(units.iter().map(of).unzip(), Scale::Angle(centre))
    }

    /// Of means, `(mean, n)` each, about `centre`, where pupils of the same unit spread by `sd` (as for [`super::mean_limits`]). `None`
    /// for fewer than [`FEWEST_UNITS`], units without pupils, or no spread. The same estimate with U = (mean − centre)·√n/sd.
    pub fn of_means(units: &[(f64, f64)], centre: f64, sd: f64) -> Option<Self> {
        if units.len() < FEWEST_UNITS || sd.is_nan() || sd <= 0.0 || !units.iter().all(|(_, n)| *n > 0.0) {
            return None;
        }
        let of = |&(mean, n): &(f64, f64)| ((mean - centre) * n.sqrt() / sd, n / (sd * sd));
        Self::from_deviations(units.iter().map(of).unzip(), Scale::Mean(centre, sd))
    }

    fn from_deviations((deviations, weights): (Vec<f64>, Vec<f64>), scale: Scale) -> Option<Self> {
        let units = deviations.len() as f64;
        let mut sorted = deviations.clone();
        sorted.sort_by(f64::total_cmp);
        let (lo, hi) = (percentile(&sorted, CUT_OFF)?, percentile(&sorted, 1.0 - CUT_OFF)?);
        let squares: f64 = deviations.iter().map(|u| u.max(lo).min(hi).powi(2)).sum();
        let (w, w2) = weights.iter().fold((0.0, 0.0), |(w, w2), weight| (w + weight, w2 + weight * weight));
        let between = ((squares - (units - 1.0)) / (w - w2 / w)).max(0.0);
        (squares.is_finite() && between.is_finite()).then_some(Self { ratio: squares / units, between, scale })
    }

    /// The limits of a unit of `n` pupils; `None` when n or z is not above 0.
    ///
    /// For shares they are sin² of asin √θ ± z√(s² + between), the angle kept within 0..=π/2: beyond, sine turns back, and the outer
    /// limit of a small unit would come inside the inner one.
    pub fn limits(&self, n: f64, z: f64) -> Option<Interval> {
        let limits = match self.scale {
            Scale::Mean(centre, sd) => around(centre, z * (sd * sd / n + self.between).sqrt()),
            Scale::Angle(centre) => {
                let angles = around(centre, z * (0.25 / n + self.between).sqrt()).within(0.0, FRAC_PI_2);
                Interval { lo: share(angles.lo), hi: share(angles.hi) }
            }
        };
        (n > 0.0 && z > 0.0 && limits.width().is_finite()).then_some(limits)
    }
}

/// How far a share, `x` of `n`, lies from the centre as angles, in standard errors; and its weight, 1 over the variance.
fn deviation((x, n): (f64, f64), centre: f64) -> (f64, f64) {
    ((angle((x / n).clamp(0.0, 1.0)) - centre) * 2.0 * n.sqrt(), 4.0 * n)
}

/// The value below which `part` of the sorted values lie, interpolated between neighbours: type 7 of Hyndman & Fan 1996, R's default.
fn percentile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * (sorted.len().checked_sub(1)?) as f64;
    let at =
        |place: f64| sorted.iter().zip(0_u32..).find(|(_, index)| f64::from(*index) >= place).map(|(value, _)| *value);
    let (low, high) = (at(place.floor())?, at(place.ceil())?);
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_the_published_example() {
        let units = [(10.0, 20.0), (50.0, 60.0), (25.0, 50.0), (100.0, 120.0), (20.0, 45.0), (66.0, 75.0)];
        let (x, n) = pooled_share(&units).expect("pupils");
        let centre = (x / n).sqrt().asin();
        let mut found = units.map(|unit| deviation(unit, centre).0);
        let expected = [-2.162_197, 1.907_411, -3.418_734, 2.697_486, -3.990_194, 3.289_434];
        assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 5.1e-7), "{found:?}");
        found.sort_by(f64::total_cmp);
        for (part, expected) in [(CUT_OFF, -3.704_464), (1.0 - CUT_OFF, 2.993_460)] {
            assert!(percentile(&found, part).is_some_and(|found| (found - expected).abs() < 5.1e-7), "{part}");
        }
        // Beyond a right angle sine turns back: without the clamp the outer limit of 20 pupils would lie inside the inner one.
        let between = Overdispersion::of_few_shares(&units).expect("in range").between;
        let unclamped = |z: f64| (centre + z * (0.25 / 20.0 + between).sqrt()).sin().powi(2);
        assert!((unclamped(1.959_964) - 0.9897).abs() < 5.1e-5 && (unclamped(3.090_232) - 0.9766).abs() < 5.1e-5);
    }
}
