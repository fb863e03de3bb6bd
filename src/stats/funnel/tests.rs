use super::super::interval::wilson;
use super::super::normal::{Z95, Z998};
use super::super::pooling::pooled_share;
use super::*;
use proptest::prelude::*;

fn assert_limits(got: Option<Interval>, [lo, hi]: [f64; 2], within: f64) {
    let got = got.expect("in range");
    assert!((got.lo - lo).abs() < within && (got.hi - hi).abs() < within, "{got:?} is not {lo} to {hi}");
}

/// Six invented units, through the formulas of `FunnelPlotR`.
const SIX: [(f64, f64); 6] = [(10.0, 20.0), (50.0, 60.0), (25.0, 50.0), (100.0, 120.0), (20.0, 45.0), (66.0, 75.0)];

#[test]
fn score_limits_of_public_health_england() {
    // testdata_funnel_prop_outputs.csv of PHEindicatormethods, in per cent.
    for (n, at_95, at_998) in [
        (10.0, [56.154_344, 100.0], [42.032_590, 100.0]),
        (27.0, [65.739_462, 95.545_433], [57.145_237, 100.0]),
        (75.0, [71.700_657, 89.584_239], [66.544_121, 94.740_774]),
        (211.0, [75.311_383, 85.973_512], [72.237_075, 89.047_820]),
        (1_699.0, [78.763_743, 82.521_152], [77.680_336, 83.604_560]),
    ] {
        assert_limits(score_limits(0.806_424_48, n, Z95), at_95.map(|limit| limit / 100.0), 2e-8);
        assert_limits(score_limits(0.806_424_48, n, Z998), at_998.map(|limit| limit / 100.0), 2e-8);
    }
}

#[test]
fn exact_limits_of_the_interpolated_binomial() {
    for (n, [lowest, low, high, highest]) in [
        (20, [0.336_300, 0.462_745, 0.868_823, 0.948_523]),
        (50, [0.480_930, 0.559_864, 0.813_861, 0.876_870]),
        (100, [0.548_437, 0.603_088, 0.783_098, 0.829_739]),
        (150, [0.577_461, 0.621_966, 0.768_844, 0.808_107]),
    ] {
        assert_limits(exact_limits(0.7, n, Z95), [low, high], 6e-7);
        assert_limits(exact_limits(0.7, n, Z998), [lowest, highest], 6e-7);
    }
}

#[test]
fn exact_limits_lie_half_a_pupil_below_the_score_limits() {
    for n in [200, 1_000, 10_000] {
        let (exact, score) =
            (exact_limits(0.6, n, Z95).expect("in range"), score_limits(0.6, n as f64, Z95).expect("in range"));
        let apart = [score.lo - exact.lo, score.hi - exact.hi].map(|gap| gap * n as f64);
        assert!(apart.iter().all(|pupils| (0.2..0.8).contains(pupils)), "{n}: {apart:?} pupils");
    }
    assert_eq!(exact_limits(0.6, 10_001, Z95), score_limits(0.6, 10_001.0, Z95));
    assert_limits(exact_limits(0.0, 10, Z95), [0.0, 0.0], 1e-12);
    assert_limits(exact_limits(0.02, 5, Z998), [0.0, 0.350_999], 1e-6);
}

#[test]
fn overdispersion_of_six_units() {
    let (x, n) = pooled_share(&SIX).expect("pupils");
    assert!((x / n - 0.732_432).abs() < 5e-7);
    let found = Overdispersion::of_few_shares(&SIX).expect("in range");
    assert!((found.ratio - 8.326_890).abs() < 5e-7 && (found.between - 0.038_384).abs() < 5e-7, "{found:?}");
    assert!(found.limits(60.0, Z95).is_some_and(|limits| (limits.lo - 0.340_291).abs() < 5e-7));
    let mut chance_only = found;
    chance_only.between = 0.0;
    assert!(chance_only.limits(60.0, Z95).is_some_and(|limits| (limits.lo - 0.614_209).abs() < 5e-7));
    // Without the clamp the outer limit of 20 pupils would be 0.9766, inside the inner one, 0.9897.
    assert!(found.limits(20.0, Z998).is_some_and(|limits| (limits.hi - 1.0).abs() < 1e-12));
    assert_eq!(Overdispersion::of_shares(&SIX), None);
}

#[test]
fn overdispersion_is_found_where_it_is_and_only_there() {
    let at = |spread: f64| -> Vec<(f64, f64)> {
        (0..20).map(|unit| (80.0 * (0.7 + spread * (f64::from(unit % 5) - 2.0)), 80.0)).collect()
    };
    assert!(Overdispersion::of_shares(&at(0.01)).is_some_and(|found| found.between.abs() < f64::MIN_POSITIVE));
    assert!(Overdispersion::of_shares(&at(0.1)).is_some_and(|found| found.between > 0.01 && found.ratio > 3.0));
    // Means that differ by 2 with an error of 10/√100 = 1: the spread between them is what is left of 2² less 1.
    let means: Vec<(f64, f64)> = (0..20).map(|unit| (50.0 + 2.0 * f64::from(unit % 2 * 2 - 1), 100.0)).collect();
    let found = Overdispersion::of_means(&means, 50.0, 10.0).expect("in range");
    assert!((found.ratio - 4.0).abs() < 1e-9 && (found.between - (80.0 - 19.0) / 19.0).abs() < 1e-9, "{found:?}");
    assert_limits(
        found.limits(100.0, 2.0),
        [50.0 - 2.0 * (80.0_f64 / 19.0).sqrt(), 50.0 + 2.0 * (80.0_f64 / 19.0).sqrt()],
        1e-9,
    );
}

#[test]
fn means_about_their_centre() {
    assert_limits(mean_limits(13.0, 2.6, 100.0, Z95), [13.0 - 0.509_591, 13.0 + 0.509_591], 1e-6);
}

#[test]
fn places() {
    use Place::{Above, Below, FarAbove, FarBelow, Within};
    let (inner, outer) = (Interval { lo: 0.6, hi: 0.8 }, Interval { lo: 0.5, hi: 0.9 });
    for (value, expected) in [
        (0.49, FarBelow),
        (0.5, Below),
        (0.59, Below),
        (0.6, Within),
        (0.8, Within),
        (0.81, Above),
        (0.9, Above),
        (0.91, FarAbove),
    ] {
        assert_eq!(place(value, inner, outer), expected, "{value}");
    }
}

#[test]
fn false_alarms_among_many() {
    for (units, z, expected) in
        [(40, Z95, 2.0), (40, Z998, 0.08), (1_300, Z95, 65.0), (1_300, -Z998, 2.6), (0, Z95, 0.0)]
    {
        assert!(expected_false_alarms(units, z).is_some_and(|found| (found - expected).abs() < 1e-9), "{units} {z}");
    }
    assert_eq!(expected_false_alarms(3, f64::NAN), None);
}

#[test]
fn no_limits_without_a_centre_or_pupils() {
    for (centre, n, z) in [(1.1, 5.0, Z95), (-0.1, 5.0, Z95), (f64::NAN, 5.0, Z95), (0.5, 0.0, Z95), (0.5, 5.0, 0.0)] {
        assert_eq!(score_limits(centre, n, z), None);
    }
    assert_eq!(exact_limits(0.5, 0, Z95), None);
    assert_eq!(mean_limits(5.0, -1.0, 5.0, Z95), None);
    assert_eq!(Overdispersion::of_shares(&[(0.0, 9.0); 12]), None);
    assert_eq!(Overdispersion::of_shares(&[(3.0, 2.0); 12]), None);
    assert_eq!(Overdispersion::of_means(&[(5.0, 9.0); 12], 5.0, 0.0), None);
    assert_eq!(Overdispersion::of_means(&[(f64::NAN, 9.0); 12], 5.0, 1.0), None);
    let found = Overdispersion::of_few_shares(&SIX).expect("in range");
    assert_eq!(found.limits(0.0, Z95), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_share_is_outside_exactly_when_its_interval_leaves_the_centre_out(
        n in 1..3_000_u32, part in 0.0..=1.0_f64, centre in 0.01..0.99_f64, outer in any::<bool>()
    ) {
        let z = if outer { Z998 } else { Z95 };
        let (x, n) = ((f64::from(n) * part).round(), f64::from(n));
        let limits = score_limits(centre, n, z).expect("in range");
        let interval = wilson(x, n, z).expect("in range");
        let near = [interval.lo, interval.hi].iter().any(|limit| (limit - centre).abs() < 1e-9);
        prop_assert!(near || limits.contains(x / n) == interval.contains(centre));
    }

    #[test]
    fn outer_limits_are_outside_and_larger_units_have_narrower_ones(
        n in 2..3_000_u64, centre in 0.01..0.99_f64, units in prop::collection::vec((1..300_u32, 0.0..=1.0_f64), 10..40)
    ) {
        let units: Vec<(f64, f64)> = units.iter().map(|&(n, p)| ((f64::from(n) * p).round(), f64::from(n))).collect();
        let spread = Overdispersion::of_shares(&units);
        let at = |n: u64, z: f64| {
            let n_f = n as f64;
            let spread = spread.map_or(score_limits(centre, n_f, z), |spread| spread.limits(n_f, z));
            [score_limits(centre, n_f, z), exact_limits(centre, n, z), mean_limits(centre, 0.4, n_f, z), spread]
        };
        for ((inner, outer), more) in at(n, Z95).into_iter().zip(at(n, Z998)).zip(at(2 * n, Z95)) {
            let (inner, outer, more) = (inner.expect("in range"), outer.expect("in range"), more.expect("in range"));
            prop_assert!(outer.lo <= inner.lo + 1e-12 && inner.hi <= outer.hi + 1e-12);
            prop_assert!(more.width() <= inner.width() + 1e-9 || inner.lo <= 0.0 || inner.hi >= 1.0);
        }
    }
}
