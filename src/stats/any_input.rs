//! Every formula answers any input: with finite numbers, or not at all.

use super::difference::{newcombe, welch};
use super::effect::{Change, Since, difference_in_differences, interrupted, placebo};
use super::expected::{expected, probability_above};
use super::funnel::{Overdispersion, exact_limits, expected_false_alarms, mean_limits, place, score_limits};
use super::interval::{mean_known_sd, mean_t, mean_t_from_sd, wilson};
use super::least_squares::fit;
use super::shrinkage::{dersimonian_laird, james_stein, shares};
use super::{Interval, Moments, caterpillar, normal, pooling, power, verdict};
use proptest::prelude::*;

/// Ordinary numbers, and what a broken file could make of them.
fn any() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e3..1e3_f64,
        4 => 0.0..1.0_f64,
        4 => (0..400_u32).prop_map(f64::from),
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 5e-324, 1e-160, 1e100, -1e100]),
    ]
}

fn several() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(any(), 0..14)
}

/// The numbers of an answer.
fn limits(interval: Option<Interval>) -> Vec<f64> {
    interval.map_or(Vec::new(), |Interval { lo, hi }| {
        assert!(lo <= hi, "{lo} to {hi}");
        vec![lo, hi]
    })
}

fn all(numbers: impl IntoIterator<Item = f64>) -> bool {
    numbers.into_iter().all(f64::is_finite)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_single_numbers(a in any(), b in any(), c in any(), d in any(), z in any(), n in 0..30_000_u64, m in 0..400_u64) {
        let (first, second) = (Moments::from_sums(n, a, b), Moments::from_sd(m, c, d));
        let change = |x: f64, y: f64| Change { before: (x, a), after: (y, b) };
        let differences = [
            newcombe(a, b, c, d, z),
            second.and_then(|second| welch(&first, &second, z)),
            difference_in_differences(change(c, d), change(d, c), z),
        ];
        for found in differences.into_iter().flatten() {
            prop_assert!(all(limits(Some(found.interval)).into_iter().chain([found.estimate])), "{found:?}");
            found.verdict();
        }
        let intervals = [
            wilson(a, b, z),
            mean_t(n, a, b, c),
            mean_t_from_sd(n, a, b, 0.95),
            mean_known_sd(a, b, c, z),
            score_limits(a, b, z),
            exact_limits(a, n, z),
            mean_limits(a, b, c, z),
            caterpillar::pairwise(a, b, c),
            caterpillar::pairwise_share(a, b),
            caterpillar::pairwise_mean(&first),
        ];
        prop_assert!(all(intervals.into_iter().flat_map(limits)), "{intervals:?}");
        let numbers = [
            normal::quantile(a),
            normal::upper_tail(a).filter(|tail| (0.0..=1.0).contains(tail)),
            power::detectable_share(a, b),
            power::detectable_mean(a, b),
            probability_above((a, b), (c, d)),
            expected_false_alarms(n, a),
        ];
        prop_assert!(all(numbers.into_iter().flatten()), "{numbers:?}");
        let (inner, outer) = (Interval { lo: a, hi: b }, Interval { lo: c, hi: d });
        place(z, inner, outer);
        verdict::of(inner, [c, d]);
    }

    #[test]
    fn of_many_numbers(a in several(), b in several(), c in several(), x in any(), z in any(), at in 0..14_usize) {
        let pairs: Vec<(f64, f64)> = a.iter().copied().zip(b.iter().copied()).collect();
        let triples: Vec<(f64, f64, f64)> = pairs.iter().zip(&c).map(|(&(a, b), &c)| (a, b, c)).collect();
        let groups: Vec<Moments> = pairs.iter().filter_map(|&(mean, sd)| Moments::from_sd(9, mean, sd)).collect();
        let two = |found: Option<(f64, f64)>| found.map_or(Vec::new(), |(x, n)| vec![x, n]);
        prop_assert!(all(two(pooling::pooled_share(&pairs))) && all(two(pooling::weighted_share(&triples))));
        prop_assert!(all(pooling::weighted_mean(&pairs)) && all(pooling::within_variance(&groups)));
        prop_assert!(all(caterpillar::factor(&a)));
        for units in [Some(pairs.clone()), shares(&pairs)].into_iter().flatten() {
            if let Some(found) = dersimonian_laird(&units) {
                let values = found.values.iter().flat_map(|value| [value.value, value.kept, value.error]);
                let whole = [found.mean, found.mean_error, found.q, found.between, found.beyond_chance];
                prop_assert!(all(values.chain(whole)), "{found:?}");
            }
        }
        prop_assert!(all(james_stein(&a, x).into_iter().flatten()));
        for found in [Overdispersion::of_shares(&pairs), Overdispersion::of_means(&pairs, x, 2.0)].into_iter().flatten() {
            prop_assert!(all(limits(found.limits(z, normal::Z95)).into_iter().chain([found.ratio, found.between])));
        }
        for found in [fit(&[&a], &b), fit(&[&a, &b], &c), interrupted(&a, at, Since::One)].into_iter().flatten() {
            let numbers = [found.coefficients, found.errors, found.residuals, found.leverage].concat();
            prop_assert!(all(numbers.into_iter().chain([found.sd]).chain(found.r_squared)));
        }
        let expected = expected(&triples, x).unwrap_or_default();
        prop_assert!(all(expected.iter().flat_map(|group| [group.value, group.residual, group.error])), "{expected:?}");
        prop_assert!(all(placebo(&a, at).into_iter().flat_map(|found| found.effects.into_iter().chain([found.p]))));
    }
}
