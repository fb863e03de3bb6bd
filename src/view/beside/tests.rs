//! A municipality beside schools: shown, withheld, left aside.

use std::fmt::Write as _;

use super::*;
use crate::data::Dataset;
use crate::ingest::Importer;
use crate::view::compare::compare;
use crate::view::leaving::{Leaving, Outcome};
use crate::view::model::Mark;
use crate::view::trend::trend;

/// Two schools of Vik and one of Ö, with so many pupils in the small one of Vik.
fn data(small: usize) -> Protected {
    let mut csv = "Läsår;Skola;Kommun;Program;Närvaro;Examen\n".to_owned();
    for year in ["2022/23", "2023/24"] {
        for (school, place, pupils) in [("Ask", "Vik", 40), ("Bok", "Vik", small), ("Cypress", "Ö", 50)] {
            for pupil in 0..pupils {
                let (programme, having) = (["NA", "EK"][pupil % 2], ["Ja", "Nej"][usize::from(pupil % 10 > 6)]);
                let _ = writeln!(csv, "{year};{school};{place};{programme};{};{having}", 70 + pupil % 25);
            }
        }
    }
    let mut importer = Importer::new(None);
    importer.begin_file("a.csv");
    importer.push(csv.as_bytes());
    Protected::new(importer.finish().dataset.expect("a dataset"))
}

fn asked(dataset: &Dataset) -> Selection {
    Selection { area: Some(Dim::Municipality), ..Selection::first(dataset) }
}

#[test]
fn a_municipality_is_a_line_and_a_row_and_all_of_it_is_tried() {
    let dataset = data(30);
    let selection = asked(&dataset);
    let found = trend(&dataset, &selection, 1, "a.csv", Lang::Sv);
    let line = found.chart.series.last().expect("a line");
    assert_eq!((line.name.as_str(), line.role), ("Vik kommun (alla skolor i filen)", Role::Place));
    let spoken = "Vik kommun (alla skolor i filen), 2023/24: examen inom tre år 70,0\u{a0}%, 70\u{a0}elever";
    assert!(line.points[1].spoken.starts_with(spoken), "{}", line.points[1].spoken);
    let row = found.table.rows.last().expect("a row");
    assert_eq!((&row.heading, &row.cells[1].number), (&line.name, &Number::Shown("70,0\u{a0}%".to_owned())));
    assert!(row.cells[1].sub.starts_with("70\u{a0}elever, 95\u{a0}%\u{2011}intervall"), "{}", row.cells[1].sub);
    assert!(found.footnotes.iter().any(|note| note.contains("er egen skola inräknad")), "{:?}", found.footnotes);
    let (outcome, document) = found.leave(Leaving::of(&dataset, Lang::Sv), None).judge(&[]);
    assert_eq!(outcome, Outcome::Saved);
    assert!(document.tables[0].rows.iter().any(|row| row.group.contains("kommun: Vik")), "{document:?}");

    let found = compare(&dataset, &selection, 1, "a.csv", Lang::Sv);
    for level in [&found.rows.place, &found.funnel.place, &found.strip.place] {
        assert_eq!(level.as_ref().map(|level| level.label.as_str()), Some("Vik kommun 70,0\u{a0}%"));
    }
    let told = "Vik kommun (alla skolor i filen), 2023/24: examen inom tre år 70,0\u{a0}%, 70\u{a0}elever, 95\u{a0}%";
    assert!(found.footnotes.iter().any(|note| note.starts_with(told)), "{:?}", found.footnotes);
    let table = found.clone().by_value(Lang::Sv).whole_table();
    assert_eq!(table.rows.len(), 4);
    assert!(table.rows.iter().all(|row| row.cells.len() + 1 == table.columns.len()), "{table:?}");
    let (outcome, document) = Leaving::of(&dataset, Lang::Sv).schools(&found, &selection).judge(&[]);
    assert_eq!(outcome, Outcome::Saved);
    assert!(document.tables[0].rows.iter().any(|row| row.group.contains("kommun: Vik")), "{document:?}");
}

#[test]
fn what_would_give_a_small_school_away_is_withheld() {
    let dataset = data(4);
    let found = trend(&dataset, &asked(&dataset), 1, "a.csv", Lang::Sv);
    let line = found.chart.series.last().expect("a line");
    assert!(line.points.iter().all(|point| point.mark == Mark::Withheld), "{line:?}");
    let drawn =
        found.chart.series.iter().flat_map(|series| &series.points).filter(|point| point.mark == Mark::Withheld);
    let note = format!("{} värden är dolda för att skydda elever.", drawn.count());
    assert!(found.footnotes.contains(&note), "as many as the chart has squares: {:?}", found.footnotes);
    let outcome = found.leave(Leaving::of(&dataset, Lang::Sv), None).judge(&[]).0;
    assert_eq!(outcome, Outcome::Saved);
    let found = compare(&dataset, &asked(&dataset), 1, "a.csv", Lang::Sv);
    assert_eq!(found.rows.place, None);
    let row = found.whole_table().rows.pop().expect("a row");
    assert_eq!(row.cells[0].number, Number::Withheld("dolt för att skydda elever".to_owned()));
}

#[test]
fn it_is_shown_for_all_programmes_and_single_years_only_and_says_so() {
    let dataset = data(30);
    let plain = asked(&dataset);
    for selection in [
        Selection { programme: Some(0), ..plain.clone() },
        Selection { pooled: 1, ..plain.clone() },
        Selection { since: Some(0), ..plain.clone() },
    ] {
        let found = trend(&dataset, &selection, 1, "a.csv", Lang::En);
        assert!(found.chart.series.iter().all(|series| series.role != Role::Place), "{selection:?}");
        let why =
            "Vik municipality is shown only for all programmes together, one school year at a time and as values.";
        assert!(found.footnotes.iter().any(|note| note == why), "{:?}", found.footnotes);
    }
    // A municipality with one school, and no provider at all, have nothing to show.
    for selection in [Selection { focus: 2, ..plain.clone() }, Selection { area: Some(Dim::Provider), ..plain }] {
        let found = trend(&dataset, &selection, 1, "a.csv", Lang::Sv);
        assert!(found.place.is_none() && found.chart.series.iter().all(|series| series.role != Role::Place));
    }
}

#[test]
fn a_municipality_is_called_so_once() {
    for (name, dim, lang, expected) in [
        ("Huddinge", Dim::Municipality, Lang::Sv, "Huddinge kommun"),
        ("Huddinge kommun", Dim::Municipality, Lang::Sv, "Huddinge kommun"),
        ("Malmö stad", Dim::Municipality, Lang::En, "Malmö stad"),
        ("Nya AB", Dim::Provider, Lang::Sv, "Huvudman Nya AB"),
    ] {
        assert_eq!(place_name(name, dim, lang), expected);
    }
}
