//! Several years or schools as one: pooled, weighted, and the spread within them.

use super::Moments;
use super::interval::share_count;

/// The weights of the latest year, the one before and the one before that, as FFT Education gives three years together: with
/// equally large cohorts 50, 33 and 17 %. Source: FFT Aspire's help pages.
pub const RECENT_YEARS: [f64; 3] = [3.0, 2.0, 1.0];

/// Count and base of all units together; each is `x` of `n` pupils. The centre of a funnel is their quotient.
///
/// `None` where a unit is not a share (as for [`super::interval::wilson`], but a unit without pupils adds nothing) or none has pupils.
pub fn pooled_share(units: &[(f64, f64)]) -> Option<(f64, f64)> {
    weighted_share(&units.iter().map(|&(x, n)| (x, n, 1.0)).collect::<Vec<_>>())
}

/// A share whose units, `x` of `n` pupils, count with a weight per pupil ([`RECENT_YEARS`]). The answer is a count and a base that
/// can be given to [`super::interval::wilson`]: their quotient is the weighted share, and the base is the number of equally weighted
/// pupils that would be as sure, (Σwn)²/Σw²n. With equal weights it is Σn: nothing is lost.
///
/// `None` as for [`pooled_share`], and for a weight that is negative or not a number. Source: Kish 1965, Survey Sampling, 11.7.
pub fn weighted_share(units: &[(f64, f64, f64)]) -> Option<(f64, f64)> {
    let (mut having, mut of, mut of_squares) = (0.0, 0.0, 0.0);
    for &(x, n, weight) in units.iter().filter(|(_, n, _)| *n != 0.0) {
        having += share_count(x, n)? * weight;
        of += n * weight;
        of_squares += n * weight * weight;
        if weight < 0.0 {
            return None;
        }
    }
    let base = of / of_squares * of;
    (base.is_finite() && base > 0.0).then(|| (having / of * base, base))
}

/// The mean of values with a weight each: Σwv/Σw, in the unit of the values. The weights of published means are their pupils.
///
/// `None` when a weight is negative, or nothing has any.
pub fn weighted_mean(values: &[(f64, f64)]) -> Option<f64> {
    let weights: f64 = values.iter().map(|(_, weight)| weight).sum();
    let mean = values.iter().map(|(value, weight)| value * weight).sum::<f64>() / weights;
    (mean.is_finite() && values.iter().all(|(_, weight)| *weight >= 0.0)).then_some(mean)
}

/// All groups together: the pupils of several years as if they were one cohort.
pub fn pooled(groups: &[Moments]) -> Moments {
    groups.iter().fold(Moments::default(), |all, &group| all.merged(group))
}

/// The variance between pupils of the same group, Σ(n − 1)s²/Σ(n − 1), in the unit of the values squared: the mean square within of a
/// one-way analysis of variance (Fisher 1925). Differences between the groups are no part of it. `None` when no group has two pupils.
pub fn within_variance(groups: &[Moments]) -> Option<f64> {
    let (mut squares, mut free) = (0.0, 0.0);
    for group in groups.iter().filter(|group| group.n >= 2) {
        squares += group.m2;
        free += (group.n - 1) as f64;
    }
    let variance = squares / free;
    (variance.is_finite() && variance >= 0.0).then_some(variance)
}

#[cfg(test)]
mod tests {
    use super::super::interval::wilson;
    use super::super::normal::Z95;
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * (1.0 + b.abs())
    }

    #[test]
    fn two_years_added_are_public_health_englands_grouped_row() {
        let (x, n) = pooled_share(&[(65.0, 100.0), (0.0, 0.0), (65.0, 100.0)]).expect("pupils");
        assert!(close(x, 130.0) && close(n, 200.0));
        let interval = wilson(x, n, Z95).expect("a share");
        assert!((interval.lo - 0.581_635).abs() < 6e-7 && (interval.hi - 0.712_712).abs() < 6e-7);
    }

    #[test]
    fn three_years_weigh_50_33_and_17_per_cent() {
        let part = |year: usize| {
            let units: Vec<_> = RECENT_YEARS
                .iter()
                .enumerate()
                .map(|(at, &w)| (if at == year { 40.0 } else { 0.0 }, 40.0, w))
                .collect();
            weighted_share(&units).expect("pupils")
        };
        for (year, share) in [1.0 / 2.0, 1.0 / 3.0, 1.0 / 6.0].into_iter().enumerate() {
            let (x, n) = part(year);
            assert!(close(x / n, share) && close(n, 120.0 * 6.0 / 7.0));
        }
        // Unequal cohorts: (3·50·0.8 + 2·80·0.6 + 1·60·0.7)/(3·50 + 2·80 + 60).
        let units = [(40.0, 50.0, 3.0), (48.0, 80.0, 2.0), (42.0, 60.0, 1.0)];
        let (x, n) = weighted_share(&units).expect("pupils");
        assert!(close(x / n, 258.0 / 370.0) && close(n, 370.0 * 370.0 / 830.0));
        let means = [(0.8, 150.0), (0.6, 160.0), (0.7, 60.0)];
        assert!(weighted_mean(&means).is_some_and(|mean| close(mean, 258.0 / 370.0)));
    }

    #[test]
    fn the_spread_within_leaves_the_gap_between_out() {
        let groups = [(3, 10.0, 2.0), (5, 90.0, 1.0), (1, 500.0, 0.0), (0, 0.0, 0.0)]
            .map(|(n, mean, sd)| Moments::from_sd(n, mean, sd).unwrap_or_default());
        assert!(within_variance(&groups).is_some_and(|variance| close(variance, (2.0 * 4.0 + 4.0) / 6.0)));
        assert_eq!(within_variance(&groups[2..]), None);
        assert!(close(pooled(&groups).mean, (30.0 + 450.0 + 500.0) / 9.0));
    }

    #[test]
    fn nothing_to_pool() {
        assert_eq!(pooled_share(&[]), None);
        assert_eq!(pooled_share(&[(0.0, 0.0)]), None);
        assert_eq!(pooled_share(&[(3.0, 2.0), (1.0, 5.0)]), None);
        assert_eq!(weighted_share(&[(1.0, 2.0, -1.0), (1.0, 2.0, 3.0)]), None);
        assert_eq!(weighted_share(&[(1.0, 2.0, f64::NAN)]), None);
        assert_eq!(weighted_mean(&[]), None);
        assert_eq!(weighted_mean(&[(1.0, -1.0), (1.0, 3.0)]), None);
        assert_eq!(weighted_mean(&[(f64::NAN, 1.0)]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn equal_weights_change_nothing_and_unequal_ones_cost(
            units in prop::collection::vec((1..500_u32, 0.0..=1.0_f64, 0.1..5.0_f64), 1..9), weight in 0.1..9.0_f64
        ) {
            let of = |weight: &dyn Fn(f64) -> f64| {
                let units: Vec<_> = units.iter().map(|&(n, p, w)| (f64::from(n) * p, f64::from(n), weight(w))).collect();
                weighted_share(&units).expect("pupils")
            };
            let (x, n) = of(&|_| weight);
            let all: f64 = units.iter().map(|(n, ..)| f64::from(*n)).sum();
            prop_assert!(close(n, all) && x <= n * (1.0 + 1e-12));
            prop_assert!(of(&|w| w).1 <= all * (1.0 + 1e-12));
        }
    }
}
