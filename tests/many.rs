//! Where many schools are looked at at once, a difference must be surer to be called more than chance, and the page says so.

use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::view::groups::groups;
use indicator_explorer::view::overview::overview;
use indicator_explorer::view::screen::{Number, Table, TableRow, Why};
use indicator_explorer::view::{trend, why};

#[path = "fixtures/read.rs"]
mod read;

/// Alkulla, Boda and Cedern, of whom 48 of 80 became 56 of 70 (Alkulla and Boda) or 64 of 70 (Cedern); the same between boys and girls of the last year.
fn three() -> Protected {
    let mut csv = "Läsår;Skola;Kön;Närvaro;Examen\n".to_owned();
    for (school, now) in [("Alkulla", 56), ("Boda", 56), ("Cedern", 64)] {
        for (year, gender, of, having) in
            [("2022/23", "Pojke", 80, 48), ("2023/24", "Pojke", 80, 48), ("2023/24", "Flicka", 70, now)]
        {
            for pupil in 0..of {
                let _ = writeln!(
                    csv,
                    "{year};{school};{gender};{};{}",
                    80 + pupil % 9,
                    if pupil < having { "Ja" } else { "Nej" }
                );
            }
        }
    }
    read::protected(&csv)
}

fn row<'a>(table: &'a Table, school: &str) -> &'a TableRow {
    table.rows.iter().find(|row| row.heading == school).expect("a row")
}

fn fact(why: &Why, term: &str) -> String {
    why.facts.iter().find(|(found, _)| found == term).map(|(_, text)| text.clone()).expect("a fact")
}

#[test]
fn between_groups_of_many_schools() {
    let dataset = three();
    let selection = Selection { split: Some(Dim::Gender), ..Selection::first(&dataset) };
    let found = groups(&dataset, &selection, 1, "a.csv", Lang::Sv).expect("groups");
    let verdict = |school: &str| match &row(&found.by_row, school).cells[3].number {
        Number::Shown(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    // Girls 56 of 70 less boys 48 of 80: 5.2 to 33.4 at 95 %, −3.3 to 40.2 at 99.8 %.
    let told = ["Alkulla", "Boda", "Cedern"].map(verdict);
    assert_eq!(told, ["Mer än slumpen brukar ge", "Kan vara slump", "Mer än slumpen brukar ge"]);
    let spoken = |at: usize| &found.rows.rows[at].points[0].spoken;
    assert!(spoken(0).contains("mer än slumpen brukar ge") && spoken(1).contains("kan vara slump"), "{}", spoken(1));
    assert!(found.footnotes.iter().any(|note| note.contains("99,8")), "{:?}", found.footnotes);
    let term = "Skillnad mot pojkar";
    for (at, among_many, says) in
        [(0, false, "Noll ingår inte, så"), (1, true, "bland många skolor"), (2, true, "Noll ingår inte, så")]
    {
        let pair = found.pair_of_row(at).expect("two groups");
        let why =
            why::of_group(&dataset, 1, (pair[0], Some((pair[1], among_many))), "a.csv", Lang::Sv).expect("an answer");
        assert!(fact(&why, term).contains(says), "{why:?}");
    }
    // One school alone is not one of many.
    let alone = Selection { compared: Vec::new(), ..selection };
    let found = groups(&dataset, &alone, 1, "a.csv", Lang::Sv).expect("groups");
    assert!(!found.footnotes.iter().any(|note| note.contains("99,8")), "{:?}", found.footnotes);
}

#[test]
fn between_years_of_many_schools() {
    let csv: String = {
        let mut csv = "Läsår;Skola;Närvaro;Examen\n".to_owned();
        for (school, now) in [("Alkulla", 56), ("Boda", 56), ("Cedern", 64)] {
            for (year, of, having) in [("2022/23", 80, 48), ("2023/24", 70, now)] {
                for pupil in 0..of {
                    let _ = writeln!(
                        csv,
                        "{year};{school};{};{}",
                        80 + pupil % 9,
                        if pupil < having { "Ja" } else { "Nej" }
                    );
                }
            }
        }
        csv
    };
    let dataset = read::protected(&csv);
    let selection = Selection::first(&dataset);
    for (lang, more, may) in
        [(Lang::Sv, "mer än slump", "kan vara slump"), (Lang::En, "more than chance", "may be chance")]
    {
        let found = overview(&dataset, &selection, "a.csv", lang);
        for (school, says) in [("Alkulla", more), ("Boda", may), ("Cedern", more)] {
            let sub = &row(&found.matrix, school).cells[1].sub;
            assert!(sub.contains(says), "{school}: {sub}");
        }
        assert!(found.lead.contains(more) && found.footnotes.iter().any(|note| note.contains("99")), "{found:?}");
    }
    let of =
        |school: &str| why::of_point(&dataset, &selection, 1, (school, None), "a.csv", Lang::Sv).expect("an answer");
    for (school, says) in [
        ("Alkulla", "mer än slumpen brukar ge"),
        ("Boda", "bland många skolor"),
        ("Cedern", "mer än slumpen brukar ge"),
    ] {
        let told = fact(&of(school), "Ändring från året innan");
        assert!(told.contains(says), "{school}: {told}");
    }
    let since = Selection { since: Some(0), ..selection };
    let name = trend::trend(&dataset, &since, 1, "a.csv", Lang::Sv).chart.years[1].label.clone();
    let why = why::of_point(&dataset, &since, 1, ("Boda", Some(&name)), "a.csv", Lang::Sv).expect("an answer");
    assert!(fact(&why, "Ändring sedan 2022/23").contains("bland många skolor"), "{why:?}");
}
