use super::super::normal::{Z95, Z998};
use super::*;
use proptest::prelude::*;

fn moments(n: u64, mean: f64, sd: f64) -> Moments {
    Moments::from_sd(n, mean, sd).expect("in range")
}

fn close(got: Difference, [estimate, lo, hi]: [f64; 3], tolerance: f64) -> bool {
    (got.estimate - estimate).abs() < tolerance
        && (got.interval.lo - lo).abs() < tolerance
        && (got.interval.hi - hi).abs() < tolerance
}

#[test]
fn newcombe_vectors() {
    use Verdict::{MayBeChance, MoreThanChance, TooFewPupils};
    // The first and the last four are Newcombe's own examples (table II) or their edge cases; all checked with statsmodels.
    for (x1, n1, x2, n2, expected, verdict) in [
        (56.0, 70.0, 48.0, 80.0, [0.2, 0.052_431, 0.333_873], MoreThanChance),
        (9.0, 10.0, 3.0, 10.0, [0.6, 0.170_523, 0.809_018], MoreThanChance),
        (45.0, 60.0, 36.0, 60.0, [0.15, -0.017_416, 0.306_425], MayBeChance),
        (30.0, 43.0, 29.0, 47.0, [0.080_653, -0.113_674, 0.264_789], MayBeChance),
        (5.0, 56.0, 0.0, 29.0, [0.089_286, -0.038_137, 0.192_560], MayBeChance),
        (0.0, 10.0, 0.0, 20.0, [0.0, -0.161_125, 0.277_533], TooFewPupils),
        (10.0, 10.0, 0.0, 20.0, [1.0, 0.679_086, 1.0], MoreThanChance),
    ] {
        let got = newcombe(x1, n1, x2, n2, Z95).expect("in range");
        assert!(close(got, expected, 6e-7), "{x1}/{n1} - {x2}/{n2}: {got:?}");
        assert_eq!(got.verdict(), verdict);
    }
    let wider = newcombe(56.0, 70.0, 48.0, 80.0, Z998).expect("in range");
    assert!(close(wider, [0.2, -0.033_487, 0.401_812], 6e-7));
}

#[test]
fn welch_vectors() {
    // scipy.stats.ttest_ind(equal_var=False).confidence_interval, 1.17.1.
    let a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
    let b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 21.3];
    let of = |values: &[f64]| {
        values.iter().fold(Moments::default(), |mut sums, &value| {
            sums.push(value);
            sums
        })
    };
    let cases = [
        (of(&a), of(&b), 0.95, [-2.626_666_667, -4.682_349_969, -0.570_983_364]),
        (of(&a), of(&b), 0.998, [-2.626_666_667, -6.047_265_558, 0.793_932_224]),
        (moments(132, 87.4, 8.1), moments(128, 84.2, 9.0), 0.95, [3.2, 1.106_660_169, 5.293_339_831]),
        (moments(30, 12.9, 2.6), moments(29, 13.1, 2.4), 0.95, [-0.2, -1.503_898_770, 1.103_898_770]),
        // One group without spread: the other one carries all of the uncertainty.
        (moments(3, 12.9, 2.6), moments(5, 13.1, 0.0), 0.998, [-0.2, -33.715_485_890, 33.315_485_890]),
    ];
    for (first, second, confidence, expected) in cases {
        let got = welch(&first, &second, confidence).expect("in range");
        assert!(close(got, expected, 1e-8), "{got:?} is not {expected:?}");
    }
}

#[test]
fn nothing_to_judge_by() {
    assert_eq!(newcombe(1.0, 0.0, 1.0, 5.0, Z95), None);
    assert_eq!(newcombe(1.0, 5.0, 6.0, 5.0, Z95), None);
    assert_eq!(welch(&moments(1, 5.0, 0.0), &moments(30, 5.0, 1.0), 0.95), None);
    assert_eq!(welch(&moments(30, 5.0, 0.0), &moments(30, 6.0, 0.0), 0.95), None);
    assert_eq!(welch(&Moments::default(), &Moments::default(), 0.95), None);
    assert_eq!(welch(&moments(30, 5.0, 1.0), &moments(30, 6.0, 1.0), 1.0), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn newcombe_holds_its_difference_and_turns_with_its_sides(
        n1 in 1..2_000_u32, n2 in 1..2_000_u32, part1 in 0.0..=1.0_f64, part2 in 0.0..=1.0_f64
    ) {
        let (n1, n2) = (f64::from(n1), f64::from(n2));
        let (x1, x2) = ((n1 * part1).round(), (n2 * part2).round());
        let got = newcombe(x1, n1, x2, n2, Z95).expect("in range");
        prop_assert!(got.interval.contains(got.estimate));
        prop_assert!(-1.0 <= got.interval.lo && got.interval.hi <= 1.0);
        for turned in [newcombe(x2, n2, x1, n1, Z95), newcombe(n1 - x1, n1, n2 - x2, n2, Z95)] {
            let turned = turned.expect("in range");
            prop_assert!(close(turned, [-got.estimate, -got.interval.hi, -got.interval.lo], 1e-12));
        }
        let (first, second) = (interval::wilson(x1, n1, Z95), interval::wilson(x2, n2, Z95));
        if first.expect("in range").lo > second.expect("in range").hi {
            prop_assert!(got.interval.lo > 0.0);
        }
    }

    #[test]
    fn newcombe_narrows_with_pupils(n in 1.0..2_000.0_f64, part1 in 0.0..=1.0_f64, part2 in 0.0..=1.0_f64) {
        let at = |n: f64| newcombe(n * part1, n, n * part2, n, Z95).expect("in range").interval.width();
        prop_assert!(at(2.0 * n) < at(n));
    }

    #[test]
    fn welch_holds_its_difference_and_turns_with_its_sides(
        n1 in 2..2_000_u64, n2 in 2..2_000_u64, gap in -20.0..20.0_f64, sd1 in 0.01..50.0_f64, sd2 in 0.01..50.0_f64
    ) {
        let (first, second) = (moments(n1, 80.0 + gap, sd1), moments(n2, 80.0, sd2));
        let got = welch(&first, &second, 0.95).expect("in range");
        prop_assert!(got.interval.contains(got.estimate));
        let turned = welch(&second, &first, 0.95).expect("in range");
        prop_assert!(close(turned, [-got.estimate, -got.interval.hi, -got.interval.lo], 1e-9));
        let more = welch(&moments(n1 * 2, 80.0 + gap, sd1), &moments(n2 * 2, 80.0, sd2), 0.95).expect("in range");
        prop_assert!(more.interval.width() < got.interval.width());
    }
}
