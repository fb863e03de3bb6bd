//! Did the measure work? The change of those who took part, against the change of those who did not.
//!
//! None of this knows why the groups were chosen. A group that was picked because it was low rises by itself (regression to the mean),
//! and groups that were already moving apart go on doing so: without two periods before, it is a difference, not an effect.

use super::difference::Difference;
use super::interval::{around, share_count};
use super::least_squares::{Fit, fit};

/// A share before and after, `x` of `n` pupils each; other pupils each time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Count and base before.
    pub before: (f64, f64),
    /// Count and base after.
    pub after: (f64, f64),
}

impl Change {
    /// The change, its variance, and the pupils on each side that would be as sure.
    fn of(self) -> Option<(f64, f64, f64)> {
        let part = |(x, n): (f64, f64)| share_count(x, n).map(|x| (x / n, n));
        let ((p0, n0), (p1, n1)) = (part(self.before)?, part(self.after)?);
        Some((p1 - p0, p0 * (1.0 - p0) / n0 + p1 * (1.0 - p1) / n1, 1.0 / (1.0 / n0 + 1.0 / n1)))
    }
}

/// How much more the share of the first group changed than that of the second, as a fraction: (T₁ − T₀) − (C₁ − C₀) ± z·√Σp(1 − p)/n over
/// the four cells, kept within −2..=2.
///
/// `None` where a cell is no share, or all four are 0 or 1: then the formula sees no chance at all.
///
/// Source: the textbook form for independent cohorts, unpooled; its coverage is in the table of [`super`].
pub fn difference_in_differences(first: Change, second: Change, z: f64) -> Option<Difference> {
    let ((change, variance, pupils), (other, other_variance, others)) = (first.of()?, second.of()?);
    let half = z * (variance + other_variance).sqrt();
    let interval = around(change - other, half).within(-2.0, 2.0);
    (half > 0.0 && half.is_finite()).then_some(Difference {
        estimate: change - other,
        interval,
        pupils: [pupils, others],
    })
}

/// A measure taken in one school, against pretending that it had been taken in each of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Placebo {
    /// The change of each school less the mean change of all others, in the unit of the changes.
    pub effects: Vec<f64>,
    /// The share of schools, itself included, whose effect is at least as large in either direction.
    pub p: f64,
}

/// The placebo test of the school at `treated`, among the changes of all schools. The smallest p there can be is one over the number of
/// schools: with 6 schools 0.167, so nothing can be shown at 5 % below 20. With two
/// schools the effects are equally large, and p is 1. `None` for fewer than two schools, no such school, or a
/// change that is not a number.
///
/// Source: Abadie, Diamond & Hainmueller 2010, Journal of the American Statistical Association 105:493; as `sc_placebo_test` of the R package
/// `EventStudy` ranks it.
pub fn placebo(changes: &[f64], treated: usize) -> Option<Placebo> {
    let schools = changes.len() as f64;
    let total: f64 = changes.iter().sum();
    if changes.len() < 2 || !total.is_finite() {
        return None;
    }
    let effects: Vec<f64> = changes.iter().map(|change| change - (total - change) / (schools - 1.0)).collect();
    let own = effects.get(treated)?.abs() * (1.0 - 1e-9); // a tie may differ in the last digit
    let as_large = effects.iter().filter(|effect| effect.abs() >= own).count();
    Some(Placebo { p: as_large as f64 / schools, effects })
}

/// The time points wanted on each side of the start of a measure; school years never reach it, months and weeks can.
/// Source: A guide on data analysis (M. Nguyen, bookdown.org), interrupted time series.
pub const FEWEST_POINTS: usize = 8;

/// What the time since the start is at the first point after it. The level change is the jump from the old line at the time where this is
/// 0: at the first point after the start, or at the last one before. Which one was used must be said beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// 0 at the first point after.
    Zero,
    /// 1 at the first point after.
    One,
}

/// An interrupted time series: level, trend, change of level and change of trend (in this order), by least squares, where the first `before`
/// values come before the start. Evenly spaced, as if independent of each other.
///
/// `None` for fewer than two values on either side or five in all, and for what is not a number. [`FEWEST_POINTS`] is left to the caller.
///
/// Source: Wagner et al. 2002, Journal of Clinical Pharmacy and Therapeutics 27:299. The two ways to count are the same model (Wang et al.,
/// Interpretation of coefficients in segmented regression, BMC Medical Research Methodology 2025).
pub fn interrupted(values: &[f64], before: usize, since: Since) -> Option<Fit> {
    let first = match since {
        Since::Zero => 0.0,
        Since::One => 1.0,
    };
    let time: Vec<f64> = (1_u32..).map(f64::from).take(values.len()).collect();
    let start = time.get(before)?;
    let after: Vec<f64> = time.iter().map(|time| if time < start { 0.0 } else { 1.0 }).collect();
    let elapsed: Vec<f64> = time.iter().map(|time| if time < start { 0.0 } else { time - start + first }).collect();
    fit(&[&time, &after, &elapsed], values)
}

#[cfg(test)]
mod tests;
