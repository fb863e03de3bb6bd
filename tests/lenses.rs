//! Jämför through its lenses: offered where they can be had, never silent, and as the formulas have it.

use std::fmt::Write as _;

use indicator_explorer::chart::{Frame, funnel};
use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::stats::caterpillar::{pairwise_mean, pairwise_share};
use indicator_explorer::stats::funnel::{Overdispersion, exact_limits};
use indicator_explorer::stats::normal::{Z95, Z998};
use indicator_explorer::stats::{Interval, Moments};
use indicator_explorer::view::compare::{lens, through};
use indicator_explorer::view::leaving::{Leaving, Outcome};
use indicator_explorer::view::model::{Mark, Out, School};
use indicator_explorer::view::screen::{Compare, Lens, Number};

#[path = "fixtures/read.rs"]
mod read;

/// Schools with so many pupils, of whom so many graduated; their attendance differs, too.
fn data(rows: &[(u32, u32)]) -> Protected {
    let mut csv = "Läsår;Skola;Närvaro;Examen\n".to_owned();
    for (school, &(pupils, graduated)) in rows.iter().enumerate() {
        for pupil in 0..pupils {
            let examen = if pupil < graduated { "Ja" } else { "Nej" };
            let _ = writeln!(csv, "2023/24;Skola {school};{};{examen}", 70 + school % 5 * 3 + pupil as usize * 7 % 15);
        }
    }
    read::protected(&csv)
}

/// Twelve schools that differ by more than chance, and one that is withheld.
const MANY: [(u32, u32); 13] = [
    (40, 20),
    (60, 50),
    (80, 40),
    (120, 100),
    (45, 25),
    (75, 65),
    (200, 150),
    (90, 80),
    (30, 12),
    (150, 75),
    (100, 72),
    (300, 210),
    (8, 4),
];

fn see(dataset: &Protected, indicator: usize, lens: Lens, lang: Lang) -> Compare {
    through(dataset, &Selection::first(dataset), (indicator, lens), "a.csv", lang)
}

fn value(school: &School) -> Option<f64> {
    match school.mark {
        Mark::Shown { value, .. } => Some(value),
        _ => None,
    }
}

fn far(found: &Compare) -> usize {
    found.funnel.schools.iter().filter(|school| school.out == Out::Outer).count()
}

#[test]
fn what_is_offered() {
    let every = [Lens::Values, Lens::Evened, Lens::Pairwise, Lens::Wider, Lens::Exact];
    let few: Vec<(u32, u32)> = MANY[..9].to_vec();
    let alike: Vec<(u32, u32)> = (0..12).map(|at| (100, 70 + at % 3)).collect();
    for (rows, indicator, expected) in [
        (&MANY[..], 1, &every[..]),
        (&MANY, 0, &every[..4]),
        // Of nine schools the spread is not estimated; where only chance is at work there is nothing to widen by.
        (&few, 1, &[Lens::Values, Lens::Evened, Lens::Pairwise, Lens::Exact]),
        (&alike, 1, &[Lens::Values, Lens::Evened, Lens::Pairwise, Lens::Exact]),
        (&MANY[..1], 1, &[Lens::Values]),
    ] {
        let dataset = data(rows);
        for lens in every {
            let found = see(&dataset, indicator, lens, Lang::Sv);
            assert_eq!(found.lenses, expected);
            assert_eq!(found.lens, if expected.contains(&lens) { lens } else { Lens::Values });
        }
    }
    let source = read::protected(include_str!("fixtures/rapport88.csv"));
    assert_eq!(see(&source, 2, Lens::Values, Lang::Sv).lenses, [Lens::Values], "no spread, no lens");
}

#[test]
fn a_lens_says_what_it_is_wherever_it_shows() {
    let dataset = data(&MANY);
    for lang in [Lang::Sv, Lang::En] {
        let plain = see(&dataset, 1, Lens::Values, lang);
        assert!(plain.footnotes.iter().any(|note| note.contains(lang.pick("vidga gränserna", "can be widened"))));
        for lens in [Lens::Evened, Lens::Pairwise, Lens::Wider, Lens::Exact] {
            let found = see(&dataset, 1, lens, lang);
            let note = lens::note(lens, lang).expect("a note");
            assert_eq!(found.footnotes.iter().filter(|told| *told == note).count(), 1, "{lens:?}");
            // Value, 95 % interval and pupils stay where they were.
            for (row, before) in found.table.rows.iter().zip(&plain.table.rows) {
                assert_eq!(row.cells[..3], before.cells[..3]);
                assert_eq!(row.cells.len() + 1, found.table.columns.len());
            }
            assert_eq!(found.strip.schools.len(), plain.strip.schools.len());
            let leaving = Leaving::of(&dataset, lang).schools(&found, &Selection::first(&dataset));
            assert_eq!(leaving.judge(&[]).0, Outcome::Saved);
            assert_eq!(lens::why(&found, 0, lang).is_some(), matches!(lens, Lens::Evened | Lens::Pairwise));
        }
    }
}

#[test]
fn intervals_in_pairs_are_goldstein_and_healys() {
    let dataset = data(&MANY);
    for indicator in [0, 1] {
        let (plain, found) =
            (see(&dataset, indicator, Lens::Values, Lang::Sv), see(&dataset, indicator, Lens::Pairwise, Lang::Sv));
        for (at, (school, before)) in found.rows.schools.iter().zip(&plain.rows.schools).enumerate() {
            let (pupils, graduated) =
                MANY[dataset.labels(Dim::School).iter().position(|of| of.name == school.name).expect("a school")];
            let last = found.table.rows[at].cells.last().expect("a cell");
            let Mark::Shown { interval: Some((lo, hi)), .. } = school.mark else {
                assert!(value(school).is_none() && school == before && matches!(last.number, Number::Missing(_)));
                continue;
            };
            let expected = if indicator == 1 {
                let share = pairwise_share(f64::from(graduated), f64::from(pupils)).expect("a share");
                Interval { lo: share.lo * 100.0, hi: share.hi * 100.0 }
            } else {
                let start = school.name.trim_start_matches("Skola ").parse::<u32>().expect("a number") % 5 * 3 + 70;
                let mut moments = Moments::default();
                (0..pupils).for_each(|pupil| moments.push(f64::from(start + pupil * 7 % 15)));
                pairwise_mean(&moments).expect("a spread")
            };
            // As they are written.
            assert!((lo - expected.lo).abs() < 0.0501 && (hi - expected.hi).abs() < 0.0501, "{school:?}");
            let Mark::Shown { interval: Some((low, high)), .. } = before.mark else { panic!("{before:?}") };
            assert!(low < lo && hi < high, "shorter than {before:?}");
            let Number::Shown(text) = &last.number else { panic!("{last:?}") };
            assert!(school.spoken.ends_with(&format!("intervall för två och två {text}")), "{}", school.spoken);
        }
        // Only the rows are read in pairs.
        assert_eq!(found.funnel, plain.funnel);
    }
}

#[test]
fn limits_are_the_formulas_and_place_the_schools() {
    let dataset = data(&MANY);
    let plain = see(&dataset, 1, Lens::Values, Lang::Sv);
    assert!(plain.funnel.curves.is_none() && far(&plain) > 3, "{}", plain.say);
    // A second school is withheld with the one that is too small.
    let shown = |school: &School| Some((value(school)? / 100.0 * school.pupils as f64, school.pupils as f64));
    let units: Vec<(f64, f64)> = plain.funnel.schools.iter().filter_map(shown).collect();
    assert!(units.len() >= 10);
    let over = Overdispersion::of_shares(&units).expect("enough schools");
    // Drawn of it is what is written.
    let centre = plain.funnel.centre.as_ref().expect("a centre").value / 100.0;
    for lens in [Lens::Wider, Lens::Exact] {
        let found = see(&dataset, 1, lens, Lang::Sv);
        let limits = |pupils: f64, z: f64| -> Interval {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pupils")]
            let limits = match lens {
                Lens::Wider => over.limits(pupils, z),
                _ => exact_limits(centre, pupils as u64, z),
            };
            limits.expect("in range")
        };
        let curves = found.funnel.curves.as_ref().expect("curves");
        for (curve, z) in curves.iter().zip([Z95, Z998]) {
            assert!(curve.len() > 40 && curve.is_sorted_by(|one, other| one.0 < other.0));
            for &(pupils, lo, hi) in curve {
                let expected = limits(pupils, z);
                assert!((lo / 100.0 - expected.lo).abs() < 1e-9 && (hi / 100.0 - expected.hi).abs() < 1e-9);
            }
        }
        for school in &found.funnel.schools {
            if value(school).is_none() {
                continue;
            }
            let at: usize = school.name.trim_start_matches("Skola ").parse().expect("a number");
            let value = f64::from(MANY[at].1) / f64::from(MANY[at].0);
            let [inner, outer] = [Z95, Z998].map(|z| limits(school.pupils as f64, z));
            let is_out = |limits: Interval| value < limits.lo || value > limits.hi;
            let expected = if is_out(outer) {
                Out::Outer
            } else if is_out(inner) {
                Out::Inner
            } else {
                Out::No
            };
            assert_eq!(school.out, expected, "{lens:?} {school:?}");
        }
        if lens == Lens::Wider {
            assert!(far(&found) < far(&plain), "{}", found.say);
            assert!(found.say.contains("de vidgade 99,8") && !found.say.contains("slump"), "{}", found.say);
            assert_eq!(found.table.columns[4], "Jämfört med det vanliga");
        }
    }
}

#[test]
fn edges_by_corners_are_where_the_formula_draws_them() {
    let found = see(&data(&MANY), 1, Lens::Values, Lang::Sv).funnel;
    let (centre, spread) = (found.centre.as_ref().expect("a centre").value, found.spread.expect("a spread"));
    let curve = |z: f64| -> Vec<(f64, f64, f64)> {
        (1..=3_000_u32)
            .map(|at| {
                let pupils = f64::from(at) / 4.0;
                let half = z * spread / pupils.sqrt();
                (pupils, (centre - half).max(0.0), (centre + half).min(100.0))
            })
            .collect()
    };
    let bent =
        indicator_explorer::view::model::FunnelChart { curves: Some([curve(Z95), curve(Z998)]), ..found.clone() };
    let frame = Frame::new(900.0, 500.0);
    // The ends of each edge, where it comes into the plot and where it goes out.
    let ends = |model| -> Vec<[f64; 2]> {
        let text = funnel(model, &frame).list.to_string();
        let edges = text.lines().filter_map(|line| line.strip_prefix("path limit")?.split_once(": "));
        let corner = |corner: &str| -> Option<[f64; 2]> {
            let (x, y) = corner.split_once(',')?;
            Some([x.parse().ok()?, y.parse().ok()?])
        };
        let both = |line: &str| line.split(' ').filter_map(corner).collect::<Vec<_>>();
        edges.map(|(_, corners)| both(corners)).flat_map(|all| [all[0], all[all.len() - 1]]).collect()
    };
    let (by_formula, by_corners) = (ends(&found), ends(&bent));
    assert_eq!((by_formula.len(), by_corners.len()), (8, 8));
    for (one, other) in by_formula.iter().zip(&by_corners) {
        assert!((one[0] - other[0]).abs() < 0.3 && (one[1] - other[1]).abs() < 0.3, "{one:?} {other:?}");
    }
}
