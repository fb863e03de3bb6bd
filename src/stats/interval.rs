//! How sure a share or a mean is.

use super::{Moments, student_t};

/// A closed interval, in the unit of what it is an interval of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub lo: f64,
    /// Upper limit; never below the lower one.
    pub hi: f64,
}

impl Interval {
    /// Whether `value` lies in the interval, its limits included.
    pub fn contains(self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// Upper limit less lower limit.
    pub fn width(self) -> f64 {
        self.hi - self.lo
    }

    /// The part that lies between `lowest` and `highest`, for a scale that has ends. The t interval of a mean knows of
    /// none, so an attendance near 100 % may be given an upper limit above it.
    #[must_use]
    pub fn within(self, lowest: f64, highest: f64) -> Self {
        Self { lo: self.lo.max(lowest).min(highest), hi: self.hi.min(highest).max(lowest) }
    }
}

/// The Wilson score interval of a share: `x` of `n` pupils, both of which may be fractional (weighted or pooled input).
///
/// The limits are fractions with 0 <= lo <= x/n <= hi <= 1. `z` is the normal quantile, [`super::normal::Z95`] for 95 %.
/// `None` when n is not above 0, x is outside 0..=n, or z is not above 0.
///
/// Source: Wilson 1927, Journal of the American Statistical Association 22:209.
pub fn wilson(x: f64, n: f64, z: f64) -> Option<Interval> {
    let x = share_count(x, n)?;
    if !z.is_finite() || z <= 0.0 {
        return None;
    }
    let share = x / n;
    // Each limit is the mirror image of the other (p → 1 − p), so that 20 of 20 is exactly as sure as 0 of 20.
    Some(Interval { lo: wilson_lower(x, n, z).min(share), hi: (1.0 - wilson_lower(n - x, n, z)).max(share) })
}

/// The count of a share, once it is known to be one. A count that was made from a rounded share may pass its base by a
/// rounding error; it is then the base.
pub(super) fn share_count(x: f64, n: f64) -> Option<f64> {
    if n.is_finite() && n > 0.0 && x >= 0.0 && x <= n * (1.0 + 1e-9) { Some(x.min(n)) } else { None }
}

/// The smaller root of the score equation. The textbook form subtracts two nearly equal numbers when x is small; this one
/// uses that the product of both roots is known, and is exactly 0 at x = 0.
fn wilson_lower(x: f64, n: f64, z: f64) -> f64 {
    let square = z * z;
    2.0 * x * (x / n) / (2.0 * x + square + z * (square + 4.0 * x * (1.0 - x / n)).sqrt())
}

/// The t interval of a mean from floating-point sums, in the unit of the values. `confidence` is 0.95, not 95.
///
/// `None` for fewer than two values. Values that are all equal give an interval without width: the formula knows no spread
/// but the one it sees. Source: Student 1908, Biometrika 6:1; m ± t(n − 1)·s/√n.
pub fn mean_t(n: u64, sum: f64, sum_sq: f64, confidence: f64) -> Option<Interval> {
    mean_t_of(&Moments::from_sums(n, sum, sum_sq), confidence)
}

/// The t interval of a mean from its published standard deviation (the one with n − 1).
pub fn mean_t_from_sd(n: u64, mean: f64, sd: f64, confidence: f64) -> Option<Interval> {
    mean_t_of(&Moments::from_sd(n, mean, sd)?, confidence)
}

/// The t interval of the mean of `moments`.
pub fn mean_t_of(moments: &Moments, confidence: f64) -> Option<Interval> {
    let n = moments.n as f64;
    let half = student_t::two_sided(confidence, n - 1.0)? * moments.sd()? / n.sqrt();
    (moments.mean.is_finite() && half.is_finite()).then(|| around(moments.mean, half))
}

/// The normal interval of a mean whose spread between pupils, `sd`, is known from elsewhere (a national one): mean ± z·sd/√n.
///
/// `None` when n is not above 0, z is not above 0 or the deviation is negative. This is how England's Progress 8 is given: two
/// schools at 0.45 are "average" with 24 pupils and "above average" with 45 (FFT Education Datalab).
pub fn mean_known_sd(n: f64, mean: f64, sd: f64, z: f64) -> Option<Interval> {
    let half = z * sd / n.sqrt();
    (n > 0.0 && z > 0.0 && mean.is_finite() && half.is_finite() && half >= 0.0).then(|| around(mean, half))
}

/// The interval of `half` on both sides of `centre`.
pub(super) fn around(centre: f64, half: f64) -> Interval {
    Interval { lo: centre - half, hi: centre + half }
}

#[cfg(test)]
mod tests;
