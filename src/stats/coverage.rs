//! How often the intervals hold the truth, by seeded simulation: 10 000 draws for each number of `coverage.md`.

mod random;

use random::{ATTENDANCE, GRADES, Random, hundred};

use super::difference::{newcombe, welch};
use super::effect::{Change, difference_in_differences};
use super::interval::{self, mean_t_of, wilson};
use super::normal::{Z95, Z998};
use super::shrinkage::dersimonian_laird;
use super::{Interval, Moments, caterpillar};

const DRAWS: usize = 10_000;
const PUPILS: [u32; 3] = [20, 50, 150];

/// A row of the table: what, and for each number of pupils the per cent of draws that held the truth.
struct Row {
    what: String,
    held: [f64; 3],
    /// What the row is promised: the least and the most.
    promised: [f64; 2],
}

/// Draws, and counts how often each of several intervals holds its truth.
fn row<const K: usize>(
    seed: u64,
    what: [(String, [f64; 2]); K],
    mut holds: impl FnMut(&mut Random, u32) -> [bool; K],
) -> Vec<Row> {
    let mut random = Random(seed);
    let mut held = [[0.0; 3]; K];
    for (at, n) in PUPILS.into_iter().enumerate() {
        for _ in 0..DRAWS {
            for (count, held_now) in held.iter_mut().zip(holds(&mut random, n)) {
                count[at] += if held_now { 100.0 / DRAWS as f64 } else { 0.0 };
            }
        }
    }
    what.into_iter().zip(held).map(|((what, promised), held)| Row { what, held, promised }).collect()
}

fn holds(interval: Option<Interval>, truth: f64) -> bool {
    interval.is_some_and(|interval| interval.contains(truth))
}

const SHARES: [f64; 3] = [0.5, 0.8, 0.95];

fn shares() -> Vec<Row> {
    let of = |share: f64| {
        let what = [
            (format!("Wilson 95 %, share {share}"), [91.5, 98.0]),
            (format!("Wilson 99.8 %, share {share}"), [98.2, 100.0]),
        ];
        row(1, what, move |random, n| {
            let x = random.successes(n, share);
            [Z95, Z998].map(|z| holds(wilson(x, f64::from(n), z), share))
        })
    };
    SHARES.into_iter().flat_map(of).collect()
}

fn differences() -> Vec<Row> {
    let of = |(first, second): (f64, f64)| {
        row(2, [(format!("Newcombe 95 %, {first} less {second}"), [93.5, 100.0])], move |random, n| {
            let (x, y, n) = (random.successes(n, first), random.successes(n, second), f64::from(n));
            [holds(newcombe(x, n, y, n, Z95).map(|found| found.interval), first - second)]
        })
    };
    [(0.5, 0.5), (0.8, 0.8), (0.95, 0.95), (0.8, 0.95)].into_iter().flat_map(of).collect()
}

/// Whether two intervals that are read in pairs say that there is no difference.
fn meet((a, b): (Interval, Interval)) -> bool {
    a.lo <= b.hi && b.lo <= a.hi
}

fn pairs() -> Vec<Row> {
    let of = |share: f64| {
        row(6, [(format!("Two pairwise intervals of the share {share} meet"), [93.5, 100.0])], move |random, n| {
            let mut drawn = || caterpillar::pairwise_share(random.successes(n, share), f64::from(n));
            [drawn().zip(drawn()).is_some_and(meet)]
        })
    };
    SHARES.into_iter().flat_map(of).collect()
}

fn means(name: &str, values: &[(f64, usize)], [least, outer, unequal]: [f64; 3]) -> Vec<Row> {
    let what = [
        (format!("t 95 %, {name}"), [least, 96.0]),
        (format!("t 99.8 %, {name}"), [outer, 100.0]),
        (format!("Welch 95 %, {name}, as many in the other group"), [94.0, 97.0]),
        (format!("Welch 95 %, {name}, 150 in the other group"), [unequal, 96.0]),
        (format!("Two pairwise intervals of mean {name} meet"), [94.0, 97.0]),
    ];
    let values = hundred(values);
    let truth = values.iter().sum::<f64>() / 100.0;
    // Reaches in deviations, which depend on the number of pupils only: the quantile is the dear part of an interval.
    let reaches = PUPILS.map(|n| {
        let unit = Moments::from_sd(u64::from(n), 0.0, 1.0).expect("in range");
        [mean_t_of(&unit, 0.95), mean_t_of(&unit, 0.998), caterpillar::pairwise_mean(&unit)]
            .map(|interval| interval.expect("two pupils or more").hi)
    });
    row(3, what, |random, n| {
        let (first, second, many) = (random.values(n, &values), random.values(n, &values), random.values(150, &values));
        let at = PUPILS.into_iter().position(|pupils| pupils == n).expect("one of them");
        let around = |moments: &Moments, reach: usize| {
            moments.sd().map(|sd| interval::around(moments.mean, sd * reaches[at][reach]))
        };
        let apart = |other: &Moments| welch(&first, other, 0.95).map(|found| found.interval);
        [
            holds(around(&first, 0), truth),
            holds(around(&first, 1), truth),
            holds(apart(&second), 0.0),
            holds(apart(&many), 0.0),
            around(&first, 2).zip(around(&second, 2)).is_some_and(meet),
        ]
    })
}

fn changes() -> Vec<Row> {
    let of = |share: f64| {
        let what = [(format!("Difference in differences 95 %, share {share} before"), [91.0, 97.0])];
        row(4, what, move |random, n| {
            let size = f64::from(n);
            let mut change = |after: f64| Change {
                before: (random.successes(n, share), size),
                after: (random.successes(n, after), size),
            };
            let found = difference_in_differences(change(share - 0.1), change(share), Z95);
            [holds(found.map(|found| found.interval), -0.1)]
        })
    };
    SHARES.into_iter().flat_map(of).collect()
}

/// One school of 20, of which the means lie normally about 13 with a deviation of 0.7 and pupils about the mean with one of 2.6.
fn shrunk() -> Vec<Row> {
    let what = [
        ("A school's own mean ± 1.96 errors, for its true mean".to_owned(), [94.0, 96.0]),
        ("The same, drawn towards the mean of 20 schools".to_owned(), [88.0, 96.0]),
        ("The drawn mean is nearer to the truth than the own mean (50 % would be no help)".to_owned(), [50.0, 80.0]),
    ];
    row(5, what, |random, n| {
        let error = 2.6 / f64::from(n).sqrt();
        let truths: Vec<f64> = (0..20).map(|_| 13.0 + 0.7 * random.normal()).collect();
        let units: Vec<(f64, f64)> =
            truths.iter().map(|truth| (truth + error * random.normal(), error * error)).collect();
        let drawn = dersimonian_laird(&units).map(|found| found.values[0]);
        let (truth, own) = (truths[0], units[0].0);
        [
            (own - truth).abs() <= Z95 * error,
            drawn.is_some_and(|drawn| (drawn.value - truth).abs() <= Z95 * drawn.error),
            drawn.is_some_and(|drawn| (drawn.value - truth).abs() < (own - truth).abs()),
        ]
    })
}

/// Keeps the rows to what they promise, and to what `coverage.md` says of them.
fn check(rows: &[Row]) {
    let mut stale = String::new();
    for Row { what, held, promised: [least, most] } in rows {
        assert!(held.iter().all(|held| (*least..=*most).contains(held)), "{what}: {held:.2?}, not {least}..={most}");
        let [small, middle, large] = held;
        let line = format!("| {what} | {small:.1} | {middle:.1} | {large:.1} |\n");
        if !include_str!("coverage.md").contains(&line) {
            stale.push_str(&line);
        }
    }
    assert!(stale.is_empty(), "coverage.md should say\n{stale}");
}

#[test]
fn shares_hold_the_truth() {
    check(&shares());
}

#[test]
fn differences_of_shares_hold_the_truth() {
    check(&differences());
}

#[test]
fn pairs_are_told_apart_as_often_as_said() {
    check(&pairs());
}

#[test]
fn mean_grades_hold_the_truth() {
    check(&means("grade points", &GRADES, [94.0, 99.5, 94.0]));
}

#[test]
fn mean_attendance_holds_the_truth_less_often_in_small_groups() {
    check(&means("attendance", &ATTENDANCE, [89.5, 97.5, 91.5]));
}

#[test]
fn a_large_change_is_found_in_about_half_of_all_cases_where_the_line_of_too_few_pupils_is() {
    let mut random = Random(8);
    for (share, other) in [(0.5, 0.75), (0.7, 0.47), (0.85, 0.67)] {
        let mut found = |_: &usize| {
            let (x, y) = (random.successes(31, share), random.successes(31, other));
            newcombe(x, 31.0, y, 31.0, Z95).is_some_and(|found| !found.interval.contains(0.0))
        };
        let power = (0..DRAWS).filter(|draw| found(draw)).count() as f64 / DRAWS as f64;
        assert!((0.35..0.65).contains(&power), "{share} to {other}: {power}");
    }
}

#[test]
fn tiny_skewed_groups_raise_false_alarms() {
    let (mut random, values) = (Random(7), hundred(&ATTENDANCE));
    let mut alarms = |n: u32| {
        let alarm = |_: &usize| {
            let (few, many) = (random.values(n, &values), random.values(150, &values));
            !holds(welch(&few, &many, 0.95).map(|found| found.interval), 0.0)
        };
        100.0 * (0..DRAWS).filter(alarm).count() as f64 / DRAWS as f64
    };
    // The figures that the smallest group with a verdict rests on.
    let found = [alarms(3), alarms(10)];
    assert!((found[0] - 14.2).abs() < 0.1 && (found[1] - 10.5).abs() < 0.1, "{found:?}");
}

#[test]
fn changes_hold_the_truth() {
    check(&changes());
}

#[test]
fn drawn_means_are_nearer_to_the_truth() {
    check(&shrunk());
}
