//! "Varför detta tal?" of a point says the number that the point shows.

use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::query::Selection;
use indicator_explorer::view::groups::{groups, over_years};
use indicator_explorer::view::model::{Mark, Role};
use indicator_explorer::view::protection::why_withheld;
use indicator_explorer::view::screen::{Number, Why};
use indicator_explorer::view::{compare, overview, trend, why};

#[path = "fixtures/read.rs"]
mod read;

use read::demonstration;

/// The value as a sentence says it, from the words of a point: `Skola, 2023/24: närvaro 87,8 %, 156 elever` → `87,8 %`.
fn told(spoken: &str, name: &str) -> String {
    let (_, what) = spoken.split_once(": ").expect("a point says which it is");
    let value = what.strip_prefix(&name.to_lowercase()).unwrap_or(what).trim();
    value.split(", ").next().unwrap_or_default().to_owned()
}

#[test]
fn every_point_of_a_trend_is_answered_with_its_own_number() {
    let dataset = demonstration();
    let selection = Selection::first(&dataset);
    let mut asked = 0;
    for indicator in 0..dataset.profile.indicators.len() {
        let found = trend::trend(&dataset, &selection, indicator, "a.csv", Lang::Sv);
        for series in &found.chart.series {
            for (point, year) in series.points.iter().zip(&found.chart.years) {
                let at = (series.name.as_str(), Some(year.label.as_str()));
                let why = why::of_point(&dataset, &selection, indicator, at, "a.csv", Lang::Sv).expect("an answer");
                assert_eq!(why.facts[0].1, format!("{}, {}, {}", found.name, series.name, year.label));
                let told = told(&point.spoken, &found.name);
                match point.mark {
                    Mark::Shown { .. } => assert!(why.heading.starts_with(&format!("{told}:")), "{told} {why:?}"),
                    Mark::Withheld | Mark::Within(_) | Mark::Missing => {
                        assert!(!why.heading.contains(|sign: char| sign.is_ascii_digit()), "{why:?}");
                    }
                }
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 3 * 6 * 8);
}

#[test]
fn every_school_of_a_comparison_is_answered_with_its_own_number() {
    let dataset = demonstration();
    let mut selection = Selection::first(&dataset);
    selection.programme = dataset.dimension(Dim::Programme).map(|_| 0);
    let found = compare::compare(&dataset, &selection, 1, "a.csv", Lang::Sv);
    for school in found.rows.schools {
        let at = (school.name.as_str(), None);
        let why = why::of_point(&dataset, &selection, 1, at, "a.csv", Lang::Sv).expect("an answer");
        if let Mark::Shown { .. } = school.mark {
            let told = told(&school.spoken, &found.name);
            assert!(why.heading.starts_with(&format!("{told}:")), "{told} {why:?}");
        }
    }
}

/// What an answer says of a term.
fn fact<'a>(why: &'a Why, term: &str) -> Option<&'a str> {
    why.facts.iter().find(|(name, _)| name == term).map(|(_, text)| text.as_str())
}

/// What every answer has: definition, rule and source.
#[track_caller]
fn assert_whole(why: &Why) {
    for term in ["Definition", "Skydd", "Källa"] {
        assert!(fact(why, term).is_some_and(|text| !text.is_empty()), "{term} in {why:?}");
    }
}

#[test]
fn years_put_together_are_answered_with_each_of_them() {
    let dataset = demonstration();
    let selection = Selection { pooled: 2, ..Selection::first(&dataset) };
    let found = trend::trend(&dataset, &selection, 1, "a.csv", Lang::Sv);
    let mut shown = 0;
    for series in &found.chart.series {
        for (point, year) in series.points.iter().zip(&found.chart.years) {
            let at = (series.name.as_str(), Some(year.label.as_str()));
            let why = why::of_point(&dataset, &selection, 1, at, "a.csv", Lang::Sv).expect("an answer");
            assert_whole(&why);
            if let Mark::Shown { .. } = point.mark {
                let told = told(&point.spoken, &found.name);
                assert!(why.heading.starts_with(&format!("{told}:")), "{told} {why:?}");
                let years = fact(&why, "Läsår för läsår").expect("every year");
                assert_eq!(years.matches('/').count(), 3, "{years}");
                shown += 1;
            }
        }
    }
    assert!(shown > 10);
}

#[test]
fn changes_are_answered_with_both_values_and_how_they_are_compared() {
    let dataset = demonstration();
    for (indicator, method) in [(1, "Newcombes metod"), (2, "Welchs metod")] {
        let selection = Selection { since: Some(1), ..Selection::first(&dataset) };
        let found = trend::trend(&dataset, &selection, indicator, "a.csv", Lang::Sv);
        let mut changes = 0;
        for (series, of) in found.chart.series.iter().enumerate() {
            for (at, year) in found.chart.years.iter().enumerate() {
                let asked = (of.name.as_str(), Some(year.label.as_str()));
                let why = why::of_point(&dataset, &selection, indicator, asked, "a.csv", Lang::Sv).expect("an answer");
                assert_whole(&why);
                let row = found.table.rows.iter().find(|row| row.heading == of.name).expect("a row");
                if let (Mark::Shown { interval: Some(_), .. }, Number::Shown(by)) =
                    (of.points[at].mark, &row.cells[at].number)
                {
                    assert!(why.heading.starts_with(by.as_str()), "{by} of series {series}: {why:?}");
                    assert!(fact(&why, "Hur det är räknat").is_some_and(|text| text.contains(method)), "{why:?}");
                    let base = &found.chart.years[1].label;
                    assert!(fact(&why, &format!("{base} (basår)")).is_some_and(|text| text.contains("elev")));
                    assert!(fact(&why, &year.label).is_some_and(|text| text.contains("elev")));
                    changes += 1;
                } else {
                    assert!(fact(&why, "Hur det är räknat").is_none(), "{why:?}");
                }
            }
        }
        assert!(changes > 10, "{changes}");
    }
}

#[test]
fn groups_and_gaps_are_answered_with_their_own_numbers() {
    let dataset = demonstration();
    let selection = Selection { split: Some(Dim::Gender), ..Selection::first(&dataset) };
    let found = groups(&dataset, &selection, 1, "a.csv", Lang::Sv).expect("groups");
    for (at, row) in found.by_year.rows.iter().enumerate() {
        let pair = found.pair_of_year(at).expect("two groups");
        let why = why::of_gap(&dataset, 1, pair, "a.csv", Lang::Sv).expect("an answer");
        assert_whole(&why);
        if let Number::Shown(by) = &row.cells[2].number {
            assert!(why.heading.starts_with(&format!("{by}\u{a0}procentenheter:")), "{by} {why:?}");
            assert!(fact(&why, "Hur det är räknat").is_some_and(|text| text.contains("Newcombes metod")));
        } else {
            assert!(fact(&why, "Dolt").or(fact(&why, "Saknas")).is_some(), "{why:?}");
        }
    }
    for (at, row) in found.by_row.rows.iter().enumerate() {
        let [first, second] = found.pair_of_row(at).expect("two groups");
        for (key, against, cell) in [(first, second, &row.cells[0]), (second, first, &row.cells[1])] {
            let why = why::of_group(&dataset, 1, (key, Some((against, false))), "a.csv", Lang::Sv).expect("an answer");
            assert_whole(&why);
            match &cell.number {
                Number::Shown(value) => assert!(why.heading.starts_with(&format!("{value}:")), "{value} {why:?}"),
                Number::Withheld(_) => assert!(fact(&why, "Dolt").is_some(), "{why:?}"),
                Number::Missing(_) => assert!(fact(&why, "Saknas").is_some(), "{why:?}"),
            }
        }
    }
}

#[test]
fn lines_of_groups_are_answered_with_their_own_numbers() {
    let dataset = demonstration();
    let selection = Selection { split: Some(Dim::Gender), ..Selection::first(&dataset) };
    let found = over_years(&dataset, &selection, 1, "a.csv", Lang::Sv);
    assert_eq!(found.keys.len(), found.chart.series.len());
    let mut shown = 0;
    for (series, keys) in found.chart.series.iter().zip(&found.keys) {
        for ((point, year), key) in series.points.iter().zip(&found.chart.years).zip(keys) {
            let why = why::of_group(&dataset, 1, (*key, None), "a.csv", Lang::Sv).expect("an answer");
            assert_whole(&why);
            assert!(
                fact(&why, "Värdet").is_some_and(|text| text.contains(&year.label) && text.ends_with(&series.name)),
                "{why:?}"
            );
            if let Mark::Shown { .. } = point.mark {
                let told = told(&point.spoken, &found.name);
                assert!(why.heading.starts_with(&format!("{told}:")), "{told} {why:?}");
                shown += 1;
            }
        }
    }
    assert!(shown > 10, "{shown}");
}

#[test]
fn every_cell_of_the_matrix_is_answered_with_its_own_number() {
    let dataset = demonstration();
    let selection = Selection { to: 5, since: Some(1), ..Selection::first(&dataset) };
    let found = overview::overview(&dataset, &selection, "a.csv", Lang::Sv);
    for row in &found.matrix.rows {
        for (indicator, cell) in row.cells.iter().enumerate() {
            let at = (row.heading.as_str(), None);
            let why = why::of_point(&dataset, &selection, indicator, at, "a.csv", Lang::Sv).expect("an answer");
            assert_whole(&why);
            match &cell.number {
                Number::Shown(value) => {
                    assert!(why.heading.starts_with(&format!("{value}:")), "{value} {why:?}");
                    let year = dataset.name(Dim::Year, 5);
                    assert!(
                        fact(&why, "Värdet").is_some_and(|text| text.ends_with(&format!("{}, {year}", row.heading)))
                    );
                }
                Number::Withheld(words) | Number::Missing(words) => {
                    assert!(why.heading.ends_with(words.as_str()), "{why:?}");
                }
            }
        }
    }
}

#[test]
fn a_municipality_is_answered_with_what_belongs_to_it() {
    let dataset = demonstration();
    let selection = Selection { area: Some(Dim::Municipality), ..Selection::first(&dataset) };
    let found = trend::trend(&dataset, &selection, 1, "a.csv", Lang::Sv);
    let line = found.chart.series.last().filter(|line| line.role == Role::Place).expect("a line");
    let mut shown = 0;
    for (point, year) in line.points.iter().zip(&found.chart.years) {
        let at = (line.name.as_str(), Some(year.label.as_str()));
        let why = why::of_point(&dataset, &selection, 1, at, "a.csv", Lang::Sv).expect("an answer");
        assert_whole(&why);
        assert!(fact(&why, "Vad som ingår").is_some_and(|text| text.contains("er egen skola inräknad")), "{why:?}");
        if let Mark::Shown { .. } = point.mark {
            let told = told(&point.spoken, &found.name);
            assert!(why.heading.starts_with(&format!("{told}:")), "{told} {why:?}");
            assert!(fact(&why, "Elever").is_some(), "{why:?}");
            shown += 1;
        }
    }
    assert!(shown > 3, "{shown}");
    // Not of a municipality that is not asked for.
    let at = (line.name.as_str(), None);
    assert!(why::of_point(&dataset, &Selection::first(&dataset), 1, at, "a.csv", Lang::Sv).is_none());
}

#[test]
fn what_is_withheld_says_why_in_one_sentence_whatever_it_is() {
    let dataset = demonstration();
    let sentence = why_withheld(dataset.protection(), Lang::Sv);
    let first = Selection::first(&dataset);
    let programmes = (0..u16::MAX).take(dataset.labels(Dim::Programme).len());
    let mut met = 0;
    for programme in programmes {
        let selection = Selection { programme: Some(programme), ..first.clone() };
        let found = compare::compare(&dataset, &selection, 1, "a.csv", Lang::Sv);
        for school in found.rows.schools {
            let at = (school.name.as_str(), None);
            let why = why::of_point(&dataset, &selection, 1, at, "a.csv", Lang::Sv).expect("an answer");
            match school.mark {
                Mark::Withheld => {
                    assert_eq!(fact(&why, "Dolt"), Some(sentence.as_str()));
                    met += 1;
                }
                Mark::Within(_) => unreachable!("the source gives no bounds"),
                Mark::Missing => assert!(fact(&why, "Saknas").is_some_and(|text| text.contains("finns inte på"))),
                Mark::Shown { .. } => assert!(fact(&why, "Elever").is_some()),
            }
        }
    }
    assert!(met > 5, "{met}");
}

#[test]
fn what_is_not_in_the_data_has_no_answer() {
    let dataset = demonstration();
    let first = Selection::first(&dataset);
    let school = (dataset.name(Dim::School, first.focus), None);
    assert!(why::of_point(&dataset, &first, 0, school, "", Lang::Sv).is_some());
    assert!(why::of_point(&dataset, &first, 0, ("Ingen skola", None), "", Lang::Sv).is_none());
    assert!(why::of_point(&dataset, &first, 0, (school.0, Some("1901/02")), "", Lang::Sv).is_none());
    assert!(why::of_point(&dataset, &first, 9, school, "", Lang::Sv).is_none());
}

#[test]
fn answers_read_well() {
    let dataset = demonstration();
    let first = Selection::first(&dataset);
    let school = dataset.name(Dim::School, first.focus).to_owned();
    for lang in [Lang::Sv, Lang::En] {
        let mut out = String::new();
        let mut tell = |what: &str, why: Option<Why>| {
            let why = why.expect("an answer");
            let _ = writeln!(out, "-- {what}\n{}", why.heading);
            why.facts.iter().for_each(|(term, text)| {
                let _ = writeln!(out, "  {term}: {text}");
            });
        };
        let point = |selection: &Selection, indicator: usize, year: Option<&str>| {
            why::of_point(&dataset, selection, indicator, (&school, year), "a.csv", lang)
        };
        tell("a value", point(&first, 0, None));
        tell("years together", point(&Selection { pooled: 1, ..first.clone() }, 1, None));
        let since = Selection { since: Some(0), ..first.clone() };
        tell("a change of a share", point(&since, 1, Some("2023/24")));
        tell("a change of a mean", point(&since, 2, Some("2023/24")));
        tell("the base year", point(&since, 1, Some(dataset.name(Dim::Year, 0))));
        let overlap = Selection { since: Some(first.to - 1), pooled: 1, ..first.clone() };
        tell("years that overlap", point(&overlap, 1, Some("2022/23–2023/24")));
        let found = groups(&dataset, &Selection { split: Some(Dim::Gender), ..first.clone() }, 1, "a.csv", lang);
        let pair = found.and_then(|found| found.pair_of_year(0)).expect("two groups");
        tell("a group", why::of_group(&dataset, 1, (pair[0], Some((pair[1], false))), "a.csv", lang));
        tell("a gap", why::of_gap(&dataset, 1, pair, "a.csv", lang));
        let compared = compare::compare(&dataset, &first, 1, "a.csv", lang);
        if let Some(about) = dataset.profile.indicators.get(1) {
            let lensed = compared.drawn_in(about, lang);
            let (term, text) = compare::lens::why(&lensed, 0, lang).expect("drawn in");
            let _ = writeln!(out, "-- evened out\n  {term}: {text}");
        }
        insta::assert_snapshot!(format!("why_{}", lang.tag()), out);
    }
}
