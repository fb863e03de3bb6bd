//! "Varför detta tal?" of a point says the number that the point shows.

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::demo;
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::Importer;
use indicator_explorer::query::Selection;
use indicator_explorer::view::model::Mark;
use indicator_explorer::view::{compare, trend, why};

fn demonstration() -> Protected {
    let mut importer = Importer::new(None);
    importer.begin_file(demo::file_name());
    importer.push(&demo::csv(demo::SEED));
    Protected::new(importer.finish().dataset.expect("the demo is a dataset"))
}

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
                    Mark::Withheld | Mark::Missing => {
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

#[test]
fn what_a_card_does_not_explain_has_no_answer() {
    let dataset = demonstration();
    let first = Selection::first(&dataset);
    let school = (dataset.name(Dim::School, first.focus), None);
    let why = |selection: &Selection| why::of_point(&dataset, selection, 0, school, "", Lang::Sv).is_some();
    assert!(why(&first));
    assert!(!why(&Selection { pooled: 1, ..first.clone() }));
    assert!(why(&Selection { split: Some(Dim::Gender), ..first.clone() }), "groups have no part in it");
    assert!(!why(&Selection { since: Some(0), ..first.clone() }));
    assert!(why::of_point(&dataset, &first, 0, ("Ingen skola", None), "", Lang::Sv).is_none());
    assert!(why::of_point(&dataset, &first, 9, school, "", Lang::Sv).is_none());
}
