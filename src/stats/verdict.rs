//! Whether a difference is more than chance, in four plain grades.

use super::interval::Interval;
use super::normal::Z95;

/// What can be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// *Större än slumpen*: the interval leaves 0 out, so the difference is larger than chance usually gives.
    MoreThanChance,
    /// *Kan vara slump*: the interval holds 0, although a large change would probably have shown.
    MayBeChance,
    /// *För få elever*: no verdict in either direction; see [`of`] for where the line is.
    TooFewPupils,
    /// *Går inte att jämföra*: the two values measure different things, because the series breaks or the definition changed. The
    /// numbers cannot tell, so no function here answers it; whoever knows of the break does.
    NotComparable,
}

/// With fewer pupils than this in either group there is no verdict.
///
/// Where nothing has changed, Newcombe's 95 % interval leaves 0 out in up to 10.7 % of cases when 4 pupils are set against 300, and in
/// 7.9 % when they are 10 (computed exactly, over all shares in whole per cent). Welch's does so in 14 % for 3 pupils and 10.5 % for
/// 10 against 150 when the values are as skewed as attendance (simulated; groups of like size stay within 5 %, see the table of
/// coverage in [`super`]). Below 10 the promised 5 % is too far away; and it is the smallest group whose values are shown, unless the
/// profile says otherwise.
pub const FEWEST_PUPILS: f64 = 10.0;

/// A change that may be called large, in standard deviations between pupils.
///
/// Half a deviation is 25 percentage points at 50 %, 23 at 70 %, 18 at 85 %, and 1.3 grade points where these spread by 2.6. It is
/// more than most schools differ: in High School and Beyond, the standard deviation between schools is 0.42 of the one between
/// pupils (the root of the intraclass correlation, 0.174). Cohen (1988, chapter 2) calls it a medium effect of a treatment on a
/// person; for a whole school from one year to the next it is the largest that can be thought plausible.
pub const LARGE_CHANGE: f64 = 0.5;

/// The grade of a difference with this interval, between groups of these sizes.
///
/// 1. A group below [`FEWEST_PUPILS`]: `TooFewPupils`.
/// 2. The interval leaves 0 out: `MoreThanChance`. An interval that just touches 0 holds it.
/// 3. Even a [`LARGE_CHANGE`] would be missed more often than found: `TooFewPupils`. The interval reaches about
///    z₀.₉₇₅·s·√(1/n₁ + 1/n₂) to each side, where s is the standard deviation between pupils. A true change as large as that is
///    found in half of all cases (see [`super::power`] for four in five). The line is where it is `LARGE_CHANGE`·s: at 30 pupils
///    in both groups there are too few, at 31 enough; against 100 pupils 19 suffice, against 500 pupils 16, and 15 never do.
/// 4. Otherwise `MayBeChance`.
///
/// The third step looks at the number of pupils only, never at the difference that was found, since power at the size observed
/// would only be the interval said twice (Hoenig & Heisey 2001, The American Statistician 55:19). So the same school is told
/// that it has too few pupils every year in which nothing stands out, whatever the change was.
pub fn of(interval: Interval, pupils: [f64; 2]) -> Verdict {
    let [first, second] = pupils;
    let enough_at_all = first >= FEWEST_PUPILS && second >= FEWEST_PUPILS; // false for NaN
    let shows_large_changes = Z95 * (1.0 / first + 1.0 / second).sqrt() <= LARGE_CHANGE;
    if !enough_at_all {
        Verdict::TooFewPupils
    } else if !interval.contains(0.0) {
        Verdict::MoreThanChance
    } else if shows_large_changes {
        Verdict::MayBeChance
    } else {
        Verdict::TooFewPupils
    }
}

#[cfg(test)]
mod tests {
    use super::super::difference::newcombe;
    use super::*;

    /// The chance of each count of `n` pupils, each of whom succeeds with the chance `share`.
    fn chances(n: u32, share: f64) -> Vec<f64> {
        (0..n).fold(vec![1.0], |before, _| {
            let from = |at: Option<&f64>, part: f64| at.map_or(0.0, |chance| chance * part);
            (0..=before.len())
                .map(|at| {
                    from(before.get(at), 1.0 - share) + from(at.checked_sub(1).and_then(|at| before.get(at)), share)
                })
                .collect()
        })
    }

    #[test]
    fn below_ten_pupils_chance_is_taken_for_more_too_often() {
        for (small, expected) in [(4_u32, 0.1070), (10, 0.0788), (31, 0.0506)] {
            let leaves_zero_out = |x: usize, y: usize| {
                newcombe(x as f64, f64::from(small), y as f64, 300.0, Z95)
                    .is_some_and(|found| !found.interval.contains(0.0))
            };
            let outside: Vec<(usize, usize)> = (0..=small as usize)
                .flat_map(|x| (0..=300).map(move |y| (x, y)))
                .filter(|&(x, y)| leaves_zero_out(x, y))
                .collect();
            let false_alarms = |percent: u32| -> f64 {
                let share = f64::from(percent) / 100.0;
                let (first, second) = (chances(small, share), chances(300, share));
                outside.iter().map(|&(x, y)| first[x] * second[y]).sum()
            };
            let worst = (1..100).map(false_alarms).fold(0.0, f64::max);
            assert!((worst - expected).abs() < 5.1e-5, "{small}: {worst}");
        }
    }

    #[test]
    fn the_line_between_chance_and_too_few() {
        use Verdict::{MayBeChance, MoreThanChance, TooFewPupils};
        let (holds, touches) = (Interval { lo: -0.1, hi: 0.3 }, Interval { lo: 0.0, hi: 2.0 });
        let leaves_out = Interval { lo: 0.1, hi: 0.5 };
        for (interval, pupils, expected) in [
            (holds, [31.0, 31.0], MayBeChance),
            (touches, [31.0, 31.0], MayBeChance),
            (holds, [30.0, 30.0], TooFewPupils),
            (holds, [30.0, 32.0], MayBeChance),
            (holds, [19.0, 100.0], MayBeChance),
            (holds, [18.0, 100.0], TooFewPupils),
            (holds, [15.0, 1e9], TooFewPupils),
            (holds, [16.0, 1e9], MayBeChance),
            (leaves_out, [10.0, 10.0], MoreThanChance),
            (leaves_out, [9.0, 2_000.0], TooFewPupils),
            (leaves_out, [2_000.0, 9.0], TooFewPupils),
            (leaves_out, [f64::NAN, 50.0], TooFewPupils),
            (Interval { lo: f64::NAN, hi: f64::NAN }, [0.0, 0.0], TooFewPupils),
        ] {
            assert_eq!(of(interval, pupils), expected, "{interval:?} {pupils:?}");
        }
    }
}
