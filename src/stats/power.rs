//! How large a difference must be for a cohort of this size to show it.
//!
//! Both answers hold for two equally large, independent cohorts, a two-sided 5 % level and 80 % power, and rest on the
//! normal approximation: they are for planning. Held against what the verdict really does (Newcombe's interval, computed exactly), two shares
//! that lie as far apart on both sides of the given one are told apart in 80 to 85 of 100 cases from 50 pupils on. A fall from 85 % is
//! found in 65 to 72, a rise in more, since shares near the end of the scale spread less.
//!
//! Source: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., chapter 2, in the normal form
//! d = (z₀.₉₇₅ + z₀.₈₀)·s·√(2/n), where s is √(p(1 − p)) for a share.

use super::normal::{Z80, Z95};

/// The smallest difference between two shares, around `share` (0..=1), that two cohorts of `n` pupils can be expected to
/// show; as a fraction, so 0.257 is 25.7 percentage points.
///
/// `None` when n is not above 0 or the share is outside its range. The answer can be larger than the scale has room for
/// (62.6 percentage points around 50 %): then no possible change would show.
pub fn detectable_share(share: f64, n: f64) -> Option<f64> {
    if (0.0..=1.0).contains(&share) { detectable_mean((share * (1.0 - share)).sqrt(), n) } else { None }
}

/// The smallest difference between two means that two cohorts of `n` pupils can be expected to show, in the unit of `sd`,
/// the standard deviation between pupils. `None` when n is not above 0 or the deviation is negative.
pub fn detectable_mean(sd: f64, n: f64) -> Option<f64> {
    let smallest = (Z95 + Z80) * sd * (2.0 / n).sqrt();
    (n.is_finite() && n > 0.0 && smallest.is_finite() && smallest >= 0.0).then_some(smallest)
}

#[cfg(test)]
mod tests {
    use super::super::difference::newcombe;
    use super::super::interval::wilson;
    use super::*;

    const PUPILS: [f64; 8] = [10.0, 20.0, 30.0, 50.0, 75.0, 100.0, 150.0, 300.0];

    #[test]
    fn the_printed_table() {
        for (share, points) in [
            (0.50, [62.6, 44.3, 36.2, 28.0, 22.9, 19.8, 16.2, 11.4]),
            (0.70, [57.4, 40.6, 33.1, 25.7, 21.0, 18.2, 14.8, 10.5]),
            (0.85, [44.7, 31.6, 25.8, 20.0, 16.3, 14.1, 11.6, 8.2]),
        ] {
            for (n, expected) in PUPILS.into_iter().zip(points) {
                let got = 100.0 * detectable_share(share, n).expect("in range");
                assert!((got - expected).abs() <= 0.0501, "{share} at {n}: {got} is not {expected}");
            }
        }
    }

    #[test]
    fn half_the_wilson_width_in_the_same_table() {
        for (n, expected) in PUPILS.into_iter().zip([24.8, 18.7, 15.6, 12.3, 10.2, 8.8, 7.3, 5.2]) {
            let got = 50.0 * wilson(0.7 * n, n, Z95).expect("in range").width();
            assert!((got - expected).abs() <= 0.0501, "{n}: {got} is not {expected}");
        }
    }

    #[test]
    fn what_is_promised_is_what_newcombe_finds() {
        for (share, n, around, fall) in
            [(0.5, 50_u32, 0.826, 0.844), (0.7, 50, 0.816, 0.759), (0.85, 50, 0.824, 0.651), (0.85, 150, 0.806, 0.698)]
        {
            let size = f64::from(n);
            let apart = detectable_share(share, size).expect("in range");
            let chances = |share: f64| -> Vec<f64> {
                let first = (0..n).fold(1.0, |chance, _| chance * (1.0 - share));
                let next = |chance: &mut f64, x: u32| {
                    let now = *chance;
                    *chance *= f64::from(n - x) / f64::from(x + 1) * share / (1.0 - share);
                    Some(now)
                };
                (0..=n).scan(first, next).collect()
            };
            let found = |from: f64, to: f64| -> f64 {
                let (first, second) = (chances(from), chances(to));
                let pairs =
                    (0_u32..).zip(&first).flat_map(|(x, p)| (0_u32..).zip(&second).map(move |(y, q)| (x, y, p * q)));
                let is_found = |x: u32, y: u32| {
                    newcombe(f64::from(x), size, f64::from(y), size, Z95)
                        .is_some_and(|found| !found.interval.contains(0.0))
                };
                pairs.map(|(x, y, chance)| if is_found(x, y) { chance } else { 0.0 }).sum()
            };
            let got = [found(share - apart / 2.0, share + apart / 2.0), found(share, share - apart)];
            assert!((got[0] - around).abs() < 5.1e-4 && (got[1] - fall).abs() < 5.1e-4, "{share} at {n}: {got:?}");
        }
    }

    #[test]
    fn means_in_the_unit_of_the_deviation() {
        // R: power.t.test(n = 60, sd = 2.6, power = 0.8)$delta is 1.341 with t in place of the normal quantile.
        let got = detectable_mean(2.6, 60.0).expect("in range");
        assert!((got - 1.329_893).abs() < 1e-6, "{got}");
    }

    #[test]
    fn nothing_outside_the_ranges() {
        for (share, n) in [(0.5, 0.0), (0.5, f64::NAN), (-0.1, 10.0), (1.1, 10.0), (f64::NAN, 10.0)] {
            assert_eq!(detectable_share(share, n), None);
        }
        assert_eq!(detectable_mean(-1.0, 10.0), None);
    }
}
