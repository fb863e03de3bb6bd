//! How sure a count of events is, where nobody says of how many: Poisson.
//!
//! None of the built-in indicators is such a count; shares and means have [`super::interval`]. These are here so that an indicator of events
//! per school (reported incidents, decisions) is not given a share's interval.

use super::interval::Interval;

/// Above this many events [`byar`]'s interval is given: the two are then closer than one in a thousand.
const LARGEST: u32 = 500;

/// The interval of the expected number of events where `events` were counted, by Byar's approximation: x(1 − 1/9x − z/3√x)³ and the same of
/// x + 1 with plus z. `None` for a negative count or z not above 0.
///
/// Source: Breslow & Day 1987, Statistical Methods in Cancer Research II, page 69; as `byars_lower` and `byars_upper` of the R package
/// `PHEindicatormethods`.
pub fn byar(events: f64, z: f64) -> Option<Interval> {
    let limit = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3);
    let lo = if events > 0.0 { limit(events, -z).max(0.0) } else { 0.0 };
    let hi = limit(events + 1.0, z);
    (events >= 0.0 && z > 0.0 && hi.is_finite()).then_some(Interval { lo, hi })
}

/// The same exactly: the expected numbers at which so many events or more, and so many or fewer, have the chance `tail` each (0.025 for 95 %).
/// Divided by the expected number, these are the limits of a funnel of ratios (observed to expected).
///
/// `None` where `tail` is not between 0 and 0.5. Source: Garwood 1936, Biometrika 28:437.
pub fn exact(events: u32, tail: f64) -> Option<Interval> {
    if !(tail > 0.0 && tail < 0.5) {
        return None;
    }
    if events > LARGEST {
        return byar(f64::from(events), super::normal::quantile(1.0 - tail)?);
    }
    let x = f64::from(events);
    // The chance of at most so many events falls as more are expected; halving finds where it meets its mark.
    let meets = |most: u32, chance: f64| {
        let (mut low, mut high) = (0.0, 2.0 * x + 60.0);
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            *(if at_most(most, middle) > chance { &mut low } else { &mut high }) = middle;
        }
        f64::midpoint(low, high)
    };
    let lo = events.checked_sub(1).map_or(0.0, |fewer| meets(fewer, 1.0 - tail));
    Some(Interval { lo, hi: meets(events, tail) })
}

/// The chance of at most `events`, where `expected` are expected.
fn at_most(events: u32, expected: f64) -> f64 {
    let (mut log, mut sum) = (-expected, 0.0);
    for count in 0..=events {
        sum += log.exp();
        log += (expected / f64::from(count + 1)).ln();
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::normal::{Z95, Z998};
    use super::*;

    #[test]
    fn byars_limits_of_public_health_england() {
        for (z, lo, hi) in [(Z95, 50.163_188, 82.849_139), (Z998, 42.880_261, 94.000_291)] {
            let got = byar(65.0, z).expect("in range");
            assert!((got.lo - lo).abs() < 5.1e-7 && (got.hi - hi).abs() < 5.1e-7, "{got:?}");
        }
    }

    #[test]
    fn limits_of_ratios_by_their_expected_number() {
        // FunnelPlotR, test-poisson_limits.R, as parts of the expected number.
        for (expected, lo, hi) in
            [(15_u32, 0.559_692_4, 1.649_348), (20, 0.610_826_0, 1.544_419), (30, 0.674_695_8, 1.427_562)]
        {
            let got = exact(expected, 0.025).expect("in range");
            let part = |limit: f64| limit / f64::from(expected);
            assert!((part(got.lo) - lo).abs() < 5.1e-8 && (part(got.hi) - hi).abs() < 5.1e-7, "{expected}: {got:?}");
        }
    }

    #[test]
    fn the_two_agree_and_hold_their_count() {
        for events in [0, 1, 2, 10, 65, 500, 501, 100_000] {
            let (one, other) =
                (exact(events, 0.025).expect("in range"), byar(f64::from(events), Z95).expect("in range"));
            assert!(one.contains(f64::from(events)) && other.contains(f64::from(events)));
            assert!(
                (one.hi - other.hi).abs() < 0.05 && (one.lo - other.lo).abs() < 0.05,
                "{events}: {one:?} {other:?}"
            );
        }
        // Nothing was seen: up to 3.69 may be expected (−ln 0.025).
        assert!(exact(0, 0.025).is_some_and(|got| got.lo.abs() < 1e-12 && (got.hi - 3.688_879).abs() < 1e-6));
    }

    #[test]
    fn no_count_no_interval() {
        assert_eq!([byar(-1.0, Z95), byar(f64::NAN, Z95), byar(3.0, 0.0), byar(f64::INFINITY, Z95)], [None; 4]);
        assert_eq!([exact(3, 0.0), exact(3, 0.5), exact(3, f64::NAN)], [None; 3]);
    }
}
