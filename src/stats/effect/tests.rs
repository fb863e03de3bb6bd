use super::super::Verdict;
use super::super::normal::Z95;
use super::*;

fn change(x0: f64, n0: f64, x1: f64, n1: f64) -> Change {
    Change { before: (x0, n0), after: (x1, n1) }
}

#[test]
fn differences_of_differences() {
    for (first, second, [estimate, error, lo, hi]) in [
        (change(60.0, 100.0, 72.0, 100.0), change(62.0, 100.0, 65.0, 100.0), [0.09, 0.095_12, -0.096_42, 0.276_42]),
        (change(30.0, 50.0, 40.0, 50.0), change(120.0, 200.0, 124.0, 200.0), [0.18, 0.101_87, -0.019_67, 0.379_67]),
    ] {
        let got = difference_in_differences(first, second, Z95).expect("in range");
        let found = [got.estimate, got.interval.width() / 2.0 / Z95, got.interval.lo, got.interval.hi];
        for (got, expected) in found.into_iter().zip([estimate, error, lo, hi]) {
            assert!((got - expected).abs() < 5.1e-6, "{found:?}");
        }
    }
    let of = |n: f64| {
        let same = change(n / 2.0, n, n / 2.0, n);
        difference_in_differences(same, same, Z95).expect("in range").verdict()
    };
    // Two years of 62 pupils are as sure a change as one group of 31.
    assert_eq!((of(61.0), of(62.0)), (Verdict::TooFewPupils, Verdict::MayBeChance));
}

#[test]
fn placebos_of_six_schools() {
    let (before, after) = ([60.0, 64.0, 58.0, 71.0, 66.0, 62.0], [70.0, 65.0, 60.0, 72.0, 65.0, 63.0]);
    let changes: Vec<f64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let got = placebo(&changes, 0).expect("schools");
    for (got, expected) in got.effects.iter().zip([9.2, -1.6, -0.4, -1.6, -4.0, -1.6]) {
        assert!((got - expected).abs() < 1e-9, "{got} is not {expected}");
    }
    assert!((got.p - 1.0 / 6.0).abs() < 1e-12);
    assert!(placebo(&changes, 1).is_some_and(|got| (got.p - 5.0 / 6.0).abs() < 1e-12));
    assert!(placebo(&[10.0, 1.0], 0).is_some_and(|got| (got.p - 1.0).abs() < 1e-12));
}

#[test]
fn a_series_that_jumps() {
    let values = [78.0, 77.5, 78.2, 77.8, 80.5, 81.0, 81.8, 82.1];
    for (since, expected) in [(Since::Zero, [77.85, 0.01, 2.61, 0.55]), (Since::One, [77.85, 0.01, 2.06, 0.55])] {
        let got = interrupted(&values, 4, since).expect("a fit");
        for (got, expected) in got.coefficients.iter().zip(expected) {
            assert!((got - expected).abs() < 1e-9, "{since:?}: {got} is not {expected}");
        }
    }
    let got = interrupted(&values, 4, Since::One).expect("a fit");
    for (got, expected) in got.errors.iter().zip([0.340_404, 0.124_298, 0.412_250, 0.175_784]) {
        assert!((got - expected).abs() < 5.1e-7, "{got} is not {expected}");
    }
}

#[test]
fn nothing_to_tell() {
    let all = change(9.0, 9.0, 9.0, 9.0);
    assert_eq!(difference_in_differences(all, all, Z95), None);
    assert_eq!(difference_in_differences(change(10.0, 9.0, 1.0, 9.0), all, Z95), None);
    assert_eq!(difference_in_differences(change(3.0, 9.0, 1.0, 0.0), all, Z95), None);
    assert_eq!(difference_in_differences(change(3.0, 9.0, 1.0, 9.0), all, f64::NAN), None);
    assert_eq!(placebo(&[1.0], 0), None);
    assert_eq!(placebo(&[1.0, 2.0], 2), None);
    assert_eq!(placebo(&[1.0, f64::NAN], 0), None);
    for (values, before) in
        [(&[1.0, 2.0, 3.0, 4.0][..], 2), (&[1.0, 2.0, 3.0, 5.0, 6.0], 1), (&[1.0, 2.0, 3.0, 5.0, 6.0], 5)]
    {
        assert_eq!(interrupted(values, before, Since::Zero), None);
    }
}
