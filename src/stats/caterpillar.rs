//! Intervals to be read in pairs: where two of them do not meet, the two schools differ at about 5 %.
//!
//! Two 95 % intervals that just touch belong to schools that differ at 0.6 %, so a row of such intervals hides differences. These are
//! shorter, and only for comparing schools with each other: how sure a single value is, its own 95 % interval says. With many schools
//! there are many pairs, and one in twenty of them is apart by chance.

use super::interval::{self, Interval, around};
use super::normal::{self, Z95};
use super::{Moments, student_t};

/// Standard errors on each side when all values are equally sure: z₀.₉₇₅/√2, because the difference of two has √2 times their error.
///
/// Source: Goldstein & Healy 1995, Journal of the Royal Statistical Society A 158:175, where it is 1.39; so also Baguley 2012
/// (Behavior Research Methods 44:158).
pub const PAIRWISE: f64 = 1.385_903_824_349_678;

/// The interval of a value with a standard error, `factor` errors to each side: [`PAIRWISE`], or the [`factor`] of these very errors.
/// `None` for a negative error and for what is not a number.
pub fn pairwise(value: f64, error: f64, factor: f64) -> Option<Interval> {
    let half = factor * error;
    (value.is_finite() && half.is_finite() && half >= 0.0).then(|| around(value, half))
}

/// The interval of a share, `x` of `n`: Wilson's, because the standard error of 20 of 20 would be 0. Where two of them do not meet,
/// Newcombe's interval of the difference leaves 0 out when both are about equally wide. `None` as for [`interval::wilson`].
pub fn pairwise_share(x: f64, n: f64) -> Option<Interval> {
    interval::wilson(x, n, PAIRWISE)
}

/// The interval of a mean with its own spread: m ± t/√2·s/√n, in the unit of the values. `None` for fewer than two values.
pub fn pairwise_mean(moments: &Moments) -> Option<Interval> {
    let n = moments.n as f64;
    let t = student_t::two_sided(0.95, n - 1.0)?;
    pairwise(moments.mean, moments.sd()? / n.sqrt(), t * PAIRWISE / Z95)
}

/// The factor for values that are not equally sure: the one at which, over all pairs, 5 % do not meet by chance. Between [`PAIRWISE`]
/// and 1.96, and the larger the more the errors differ.
///
/// Goldstein & Healy's equation, mean over i < j of 2(1 − Φ(z(sᵢ + sⱼ)/√(sᵢ² + sⱼ²))) = 0.05, solved for z by Newton's method; from below it
/// cannot overshoot, since the left side is convex. The work grows with the square of the number of values. `None` for fewer than
/// two, and for an error that is not above 0.
pub fn factor(errors: &[f64]) -> Option<f64> {
    if errors.len() < 2 || !errors.iter().all(|error| error.is_finite() && *error > 0.0) {
        return None;
    }
    let pairs = (errors.len() * (errors.len() - 1)) as f64 / 2.0;
    let mut z = PAIRWISE;
    for _ in 0..20 {
        let (mut apart, mut slope) = (0.0, 0.0);
        for (index, first) in errors.iter().enumerate() {
            for second in errors.iter().skip(index + 1) {
                let ratio = (first + second) / first.hypot(*second);
                apart += 2.0 * normal::upper_tail(z * ratio)?;
                slope += 2.0 * ratio * normal::density(z * ratio);
            }
        }
        let step = (apart - 0.05 * pairs) / slope;
        z += step;
        if step.abs() < 1e-12 {
            break;
        }
    }
    z.is_finite().then_some(z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_factor_of_equal_errors() {
        assert!((PAIRWISE - Z95 / 2.0_f64.sqrt()).abs() < 1e-15);
        assert!(factor(&[2.0; 7]).is_some_and(|z| (z - PAIRWISE).abs() < 1e-9));
        // Two values: the difference is significant exactly when z(s₁ + s₂) reaches 1.96·√(s₁² + s₂²).
        assert!(factor(&[1.0, 3.0]).is_some_and(|z| (z - Z95 * 10.0_f64.sqrt() / 4.0).abs() < 1e-9));
        // scipy.optimize.brentq on the equation, 1.17.1.
        assert!(factor(&[1.0, 2.0, 3.0, 10.0]).is_some_and(|z| (z - 1.584_708_830_799_515).abs() < 1e-9));
    }

    #[test]
    fn values_shares_and_means() {
        assert_eq!(pairwise(70.0, 2.0, 1.5), Some(Interval { lo: 67.0, hi: 73.0 }));
        assert!(
            pairwise_share(20.0, 20.0).is_some_and(|got| (got.lo - 20.0 / (20.0 + PAIRWISE * PAIRWISE)).abs() < 1e-12)
        );
        let moments = Moments::from_sd(8, 53.704_345, 20.975_575).expect("in range");
        let (pair, single) =
            (pairwise_mean(&moments).expect("in range"), interval::mean_t_of(&moments, 0.95).expect("in range"));
        assert!((single.width() / pair.width() - 2.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_compare() {
        for (value, error) in [(f64::NAN, 1.0), (1.0, -1.0), (1.0, f64::NAN), (1.0, f64::INFINITY)] {
            assert_eq!(pairwise(value, error, PAIRWISE), None);
        }
        assert_eq!(pairwise_share(3.0, 2.0), None);
        assert_eq!(pairwise_mean(&Moments::from_sd(1, 5.0, 0.0).expect("in range")), None);
        for errors in [&[][..], &[1.0], &[1.0, 0.0], &[1.0, f64::NAN]] {
            assert_eq!(factor(errors), None);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_factor_lies_between_the_two_extremes(errors in prop::collection::vec(0.01..100.0_f64, 2..30)) {
            let z = factor(&errors).expect("in range");
            prop_assert!((PAIRWISE - 1e-9..=Z95).contains(&z), "{z}");
        }
    }
}
