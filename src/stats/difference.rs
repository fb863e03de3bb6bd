//! Whether two shares or two means differ by more than chance.

use super::interval::{self, Interval, share_count};
use super::verdict::{self, Verdict};
use super::{Moments, student_t};

/// A difference, first less second, in the unit of what is compared: a fraction for shares (0.08 is 8 percentage points),
/// the indicator's unit for means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// First less second.
    pub estimate: f64,
    /// The interval of the difference; it contains the estimate.
    pub interval: Interval,
    /// Pupils in the first and in the second group. Where a side is itself a change, the number that would be as sure.
    pub pupils: [f64; 2],
}

impl Difference {
    /// More than chance, maybe chance, or too few pupils to tell; [`verdict::of`] is the rule. Never [`Verdict::NotComparable`], which the
    /// numbers do not show.
    pub fn verdict(self) -> Verdict {
        verdict::of(self.interval, self.pupils)
    }
}

/// Two shares, `x1` of `n1` less `x2` of `n2`, from independent groups: Newcombe's hybrid score interval.
///
/// `z` is the normal quantile, [`super::normal::Z95`] for 95 %. The limits stay within −1..=1. `None` as for
/// [`interval::wilson`], whose limits it is made of: so the difference never contradicts the two intervals on screen when
/// those do not meet.
///
/// Source: Newcombe 1998, Statistics in Medicine 17:873, method 10; the same formula in the R packages Epi (`ci.pd`) and contingencytables
/// (`Newcombe_hybrid_score_CI_2x2`).
pub fn newcombe(x1: f64, n1: f64, x2: f64, n2: f64, z: f64) -> Option<Difference> {
    let (first, second) = (interval::wilson(x1, n1, z)?, interval::wilson(x2, n2, z)?);
    let (p1, p2) = (share_count(x1, n1)? / n1, share_count(x2, n2)? / n2);
    let estimate = p1 - p2;
    let down = (p1 - first.lo).hypot(second.hi - p2);
    let up = (first.hi - p1).hypot(p2 - second.lo);
    let interval = Interval { lo: estimate - down, hi: estimate + up }.within(-1.0, 1.0);
    Some(Difference { estimate, interval, pupils: [n1, n2] })
}

/// Two means, `first` less `second`, from independent groups that need not be equally spread: Welch's t interval.
///
/// `confidence` is 0.95, not 95. `None` for fewer than two values in either group, and when neither group has any spread:
/// then there is nothing to judge chance by, and a difference without uncertainty would be claimed.
///
/// Source: Welch 1947, Biometrika 34:28; degrees of freedom by Satterthwaite 1946, Biometrics Bulletin 2:110.
pub fn welch(first: &Moments, second: &Moments, confidence: f64) -> Option<Difference> {
    let (n1, n2) = (first.n as f64, second.n as f64);
    let (v1, v2) = (first.variance()? / n1, second.variance()? / n2);
    let total = v1 + v2;
    if !total.is_finite() || total <= 0.0 {
        return None;
    }
    // Shares of the total instead of the textbook's squares, which leave the range of f64 for a tiny spread.
    let (s1, s2) = (v1 / total, v2 / total);
    let df = 1.0 / (s1 * s1 / (n1 - 1.0) + s2 * s2 / (n2 - 1.0));
    let half = student_t::two_sided(confidence, df)? * total.sqrt();
    let estimate = first.mean - second.mean;
    (estimate.is_finite() && half.is_finite()).then(|| Difference {
        estimate,
        interval: interval::around(estimate, half),
        pupils: [n1, n2],
    })
}

#[cfg(test)]
mod tests;
