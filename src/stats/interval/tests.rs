use super::super::normal::{Z95, Z998};
use super::*;
use proptest::prelude::*;

/// Public Health England's test data, Newcombe 1998 table I, and the same formula computed independently.
const WILSON: [(f64, f64, [f64; 2], [f64; 2]); 14] = [
    (65.0, 100.0, [0.552_544, 0.736_358], [0.495_495, 0.778_354]),
    (1_045.0, 5_000.0, [0.197_955, 0.220_491], [0.191_794, 0.227_316]),
    (1.0, 100.0, [0.001_767, 0.054_486], [0.000_873, 0.104_554]),
    (5.0, 100.0, [0.021_544, 0.111_750], [0.013_865, 0.164_589]),
    (20.0, 100.0, [0.133_367, 0.288_829], [0.105_192, 0.347_111]),
    (222.0, 3_215.0, [0.060_792, 0.078_340], [0.056_471, 0.084_184]),
    (999.0, 3_456.0, [0.274_190, 0.304_404], [0.265_840, 0.313_448]),
    (81.0, 263.0, [0.255_289, 0.366_210], [0.228_036, 0.401_389]),
    (0.0, 20.0, [0.0, 0.161_125], [0.0, 0.323_170]),
    (1.0, 29.0, [0.006_113, 0.171_755], [0.003_016, 0.296_586]),
    (20.0, 20.0, [0.838_875, 1.0], [0.676_830, 1.0]),
    (0.0, 10.0, [0.0, 0.277_533], [0.0, 0.488_479]),
    (14.0, 20.0, [0.481_027, 0.854_523], [0.366_957, 0.903_775]),
    (130.0, 200.0, [0.581_635, 0.712_712], [f64::NAN, f64::NAN]),
];

/// PHE's test data for a mean.
const MEAN: [f64; 8] = [33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927];

fn assert_limits(got: Option<Interval>, [lo, hi]: [f64; 2], tolerance: f64) {
    let got = got.expect("the input is in range");
    assert!((got.lo - lo).abs() < tolerance && (got.hi - hi).abs() < tolerance, "{got:?} is not {lo} to {hi}");
}

#[test]
fn wilson_vectors() {
    for (x, n, at_95, at_998) in WILSON {
        assert_limits(wilson(x, n, Z95), at_95, 6e-7);
        if at_998[0].is_finite() {
            assert_limits(wilson(x, n, Z998), at_998, 6e-7);
        }
    }
}

#[test]
fn wilson_touches_the_ends_of_the_scale_exactly() {
    let none = wilson(0.0, 20.0, Z95).expect("in range");
    let all = wilson(20.0, 20.0, Z95).expect("in range");
    assert!(none.lo.to_bits() == 0.0_f64.to_bits() && all.hi.to_bits() == 1.0_f64.to_bits());
}

#[test]
fn no_share_no_interval() {
    for (x, n, z) in [
        (0.0, 0.0, Z95),
        (1.0, -1.0, Z95),
        (-1.0, 5.0, Z95),
        (6.0, 5.0, Z95),
        (f64::NAN, 5.0, Z95),
        (1.0, f64::NAN, Z95),
        (1.0, f64::INFINITY, Z95),
        (1.0, 5.0, 0.0),
        (1.0, 5.0, f64::NAN),
    ] {
        assert_eq!(wilson(x, n, z), None, "{x} of {n} at {z}");
    }
    // A rounding error above the base is the base.
    assert_eq!(wilson(20.000_000_001, 20.0, Z95), wilson(20.0, 20.0, Z95));
}

#[test]
fn mean_vector() {
    let sum: f64 = MEAN.iter().sum();
    let sum_sq: f64 = MEAN.iter().map(|v| v * v).sum();
    let moments = Moments::from_sums(8, sum, sum_sq);
    assert!((moments.mean - 53.704_345).abs() < 6e-7);
    assert!(moments.sd().is_some_and(|sd| (sd - 20.975_575).abs() < 6e-7));
    assert_limits(mean_t(8, sum, sum_sq, 0.95), [36.168_325, 71.240_365], 6e-7);
    assert_limits(mean_t(8, sum, sum_sq, 0.998), [18.216_705, 89.191_985], 6e-7);
    assert_limits(mean_t_from_sd(8, 53.704_345, 20.975_575, 0.95), [36.168_325, 71.240_365], 2e-6);
}

#[test]
fn no_spread_no_interval() {
    assert_eq!(mean_t(0, 0.0, 0.0, 0.95), None);
    assert_eq!(mean_t(1, 5.0, 25.0, 0.95), None);
    assert_eq!(mean_t(5, f64::NAN, 25.0, 0.95), None);
    assert_eq!(mean_t_from_sd(5, 1.0, f64::INFINITY, 0.95), None);
    assert_eq!(mean_t_from_sd(1, 1.0, 0.0, 0.95), None);
    assert_eq!(mean_t(5, 10.0, 30.0, 95.0), None);
}

#[test]
fn two_schools_of_progress_8() {
    // Both at 0.45; 24 pupils were called average, 45 above average.
    assert_limits(mean_known_sd(24.0, 0.45, 1.27, 1.96), [-0.058, 0.958], 6e-4);
    assert_limits(mean_known_sd(45.0, 0.45, 1.27, 1.96), [0.079, 0.821], 6e-4);
    let leaves_zero_out = |n: f64, sd: f64| mean_known_sd(n, 0.45, sd, Z95).is_some_and(|interval| interval.lo > 0.0);
    // So the national deviation lies between these two.
    assert!(leaves_zero_out(24.0, 1.124) && !leaves_zero_out(24.0, 1.126));
    assert!(leaves_zero_out(45.0, 1.539) && !leaves_zero_out(45.0, 1.541));
    for (n, mean, sd, z) in
        [(0.0, 1.0, 1.0, Z95), (9.0, f64::NAN, 1.0, Z95), (9.0, 1.0, -1.0, Z95), (9.0, 1.0, 1.0, 0.0)]
    {
        assert_eq!(mean_known_sd(n, mean, sd, z), None);
    }
}

#[test]
fn within_keeps_to_the_scale() {
    assert_eq!(around(99.0, 3.0).within(0.0, 100.0), Interval { lo: 96.0, hi: 100.0 });
    assert_eq!(around(-9.0, 3.0).within(0.0, 100.0), Interval { lo: 0.0, hi: 0.0 });
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wilson_holds_its_share_and_stays_on_the_scale(n in 0.5..1e6_f64, part in 0.0..=1.0_f64, z in 0.1..5.0_f64) {
        let x = n * part;
        let got = wilson(x, n, z).expect("in range");
        prop_assert!(got.contains(x / n));
        prop_assert!(0.0 <= got.lo && got.hi <= 1.0);
    }

    #[test]
    fn wilson_is_its_own_mirror_image(n in 1..5_000_u32, part in 0.0..=1.0_f64) {
        let n = f64::from(n);
        let x = (n * part).round();
        let (got, mirror) = (wilson(x, n, Z95).expect("in range"), wilson(n - x, n, Z95).expect("in range"));
        prop_assert!((got.lo + mirror.hi - 1.0).abs() < 1e-12 && (got.hi + mirror.lo - 1.0).abs() < 1e-12);
    }

    #[test]
    fn wilson_narrows_with_pupils_and_widens_with_confidence(n in 1.0..1e5_f64, part in 0.0..=1.0_f64) {
        let got = wilson(n * part, n, Z95).expect("in range");
        let more = wilson(2.0 * n * part, 2.0 * n, Z95).expect("in range");
        let surer = wilson(n * part, n, Z998).expect("in range");
        prop_assert!(more.width() < got.width());
        prop_assert!(surer.lo <= got.lo && got.hi <= surer.hi);
    }

    #[test]
    fn mean_interval_holds_its_mean_and_narrows_with_pupils(
        n in 2..100_000_u64, mean in -300.0..300.0_f64, sd in 0.0..80.0_f64
    ) {
        let got = mean_t_from_sd(n, mean, sd, 0.95).expect("in range");
        let more = mean_t_from_sd(n * 2, mean, sd, 0.95).expect("in range");
        prop_assert!(got.contains(mean) && more.width() <= got.width());
        prop_assert!(mean_t_from_sd(n, mean, sd, 0.998).expect("in range").width() >= got.width());
    }
}
