//! Files of odd sizes and states: every view says something sensible of each, in words that are kept as snapshots.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use indicator_explorer::chart::{Frame, caterpillar, funnel, line_chart};
use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::view::screen::Number;
use indicator_explorer::view::{compare, overview, trend};

#[path = "fixtures/read.rs"]
mod read;

use read::protected;

const HEADER: &str = "Läsår;Skola;Program;Närvaro;Examen inom tre år;Betygspoäng\n";
/// 60 characters, and one word of nearly as many.
const LONG: [&str; 2] = [
    "Gymnasieskolan för människor, teknik och hållbarhet i Norrby",
    "Donauångfartygselektricitetshuvudverkstadsbyggymnasiet Söder",
];

/// Rows of pupils of one school, year and programme; their values are fixed by the pupil's number.
fn pupils(csv: &mut String, (year, school, programme): (&str, &str, &str), pupils: u32) {
    for pupil in 0..pupils {
        let (attendance, grade) = (70 + pupil * 7 % 29, 10 + pupil * 3 % 9);
        let passed = if pupil % 4 == 0 { "Nej" } else { "Ja" };
        let _ = writeln!(csv, "{year};{school};{programme};{attendance};{passed};{grade}");
    }
}

/// So many schools with 40 to 70 pupils in each of two years.
fn schools(count: u32) -> String {
    let mut csv = HEADER.to_owned();
    for year in ["2022/23", "2023/24"] {
        for school in 1..=count {
            pupils(&mut csv, (year, &format!("Skola {school:04}"), "Naturvetenskapsprogrammet"), 40 + school % 31);
        }
    }
    csv
}

fn shown(number: &Number) -> &str {
    match number {
        Number::Shown(text) | Number::Withheld(text) | Number::Missing(text) => text,
    }
}

/// What every view says first of an urval.
fn words(dataset: &Protected, selection: &Selection, lang: Lang) -> String {
    let overview = overview::overview(dataset, selection, "fil.csv", lang);
    let mut out = format!("== {} ==\n{}\n", overview.heading, overview.lead);
    for card in &overview.cards {
        let verdict = card.verdict.as_ref().map_or("", |verdict| &verdict.text);
        let lines = [&card.name, shown(&card.number), &card.base, verdict, &card.change];
        let _ = writeln!(out, "{}", lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" | "));
    }
    let _ = writeln!(
        out,
        "{}: {} rader\n{}",
        overview.matrix_heading,
        overview.matrix.rows.len(),
        overview.footnotes.join("\n")
    );
    for indicator in 0..dataset.profile.indicators.len() {
        let trend = trend::trend(dataset, selection, indicator, "fil.csv", lang);
        let _ = writeln!(out, "\n-- {}: {}", trend.name, trend.say);
        let drawn = line_chart(&trend.chart, &Frame::new(600.0, 300.0));
        let _ = writeln!(out, "{} linjer, {} punkter ritade", trend.chart.series.len(), drawn.placed.len());
        let compare = compare::compare(dataset, selection, indicator, "fil.csv", lang);
        let _ = writeln!(out, "{}. {}", compare.heading, compare.say);
        let rows = caterpillar(&compare.rows, &Frame::new(600.0, 300.0)).placed.len();
        let points = funnel(&compare.funnel, &Frame::new(600.0, 300.0)).placed.len();
        let _ = writeln!(out, "{} skolor, {rows} rader och {points} punkter ritade", compare.table.rows.len());
    }
    out
}

/// The words of a file as it is first shown, in both languages.
fn first(csv: &str) -> String {
    let dataset = protected(csv);
    let selection = Selection::first(&dataset);
    [Lang::Sv, Lang::En].map(|lang| words(&dataset, &selection, lang)).join("\n")
}

#[test]
fn one_two_six_and_forty_schools() {
    for count in [1, 2, 6, 40] {
        insta::assert_snapshot!(format!("schools_{count}"), first(&schools(count)));
    }
}

#[test]
fn thirteen_hundred_schools_are_quick() {
    let dataset = protected(&schools(1300));
    let mut selection = Selection::first(&dataset);
    // Unoptimised code on a busy machine; in the browser it is a few milliseconds.
    let since = Instant::now();
    insta::assert_snapshot!("schools_1300", words(&dataset, &selection, Lang::Sv));
    assert!(since.elapsed() < Duration::from_secs(20), "{:?}", since.elapsed());
    selection.compared = (1..=200).collect();
    let many = words(&dataset, &selection, Lang::Sv);
    assert!(many.contains("Skolorna bredvid varandra, 2023/24: 201 rader"), "{many}");
}

#[test]
fn one_pupil() {
    let mut csv = HEADER.to_owned();
    pupils(&mut csv, ("2023/24", "Lillskolan", "Naturvetenskapsprogrammet"), 1);
    insta::assert_snapshot!("one_pupil", first(&csv));
}

#[test]
fn all_withheld() {
    let mut csv = HEADER.to_owned();
    for year in ["2022/23", "2023/24"] {
        for school in ["Lillskolan", "Byskolan"] {
            pupils(&mut csv, (year, school, "Naturvetenskapsprogrammet"), 3);
        }
    }
    insta::assert_snapshot!("all_withheld", first(&csv));
}

#[test]
fn one_year_only() {
    let mut csv = HEADER.to_owned();
    for school in ["Norra", "Södra", "Västra"] {
        pupils(&mut csv, ("2023/24", school, "Naturvetenskapsprogrammet"), 60);
    }
    insta::assert_snapshot!("one_year", first(&csv));
}

#[test]
fn long_names() {
    let mut csv = HEADER.to_owned();
    for year in ["2022/23", "2023/24"] {
        for school in LONG {
            assert_eq!(school.chars().count(), 60);
            pupils(&mut csv, (year, school, "Naturvetenskapsprogrammet"), 60);
        }
    }
    insta::assert_snapshot!("long_names", first(&csv));
}

#[test]
fn one_indicator_missing_altogether() {
    let with: Vec<String> =
        schools(3).lines().map(|line| line.rsplit_once(';').expect("columns").0.to_owned()).collect();
    insta::assert_snapshot!("no_grades", first(&with.join("\n")));
    // The column is there, and empty.
    let empty: Vec<String> = with
        .iter()
        .enumerate()
        .map(|(at, line)| format!("{line};{}", if at == 0 { "Betygspoäng" } else { "" }))
        .collect();
    insta::assert_snapshot!("empty_grades", first(&empty.join("\n")));
}

#[test]
fn a_programme_that_the_school_does_not_have_and_a_school_that_has_closed() {
    let mut csv = HEADER.to_owned();
    for year in ["2022/23", "2023/24"] {
        pupils(&mut csv, (year, "Norra", "Naturvetenskapsprogrammet"), 60);
        pupils(&mut csv, (year, "Södra", "Teknikprogrammet"), 60);
    }
    pupils(&mut csv, ("2022/23", "Nedlagda", "Teknikprogrammet"), 60);
    let dataset = protected(&csv);
    let find = |dim: Dim, name: &str| dataset.dimension(dim).and_then(|found| found.find(name)).expect("a label");
    let mut selection = Selection::first(&dataset);
    selection.focus_on(&dataset, find(Dim::School, "Norra"));
    selection.programme = Some(find(Dim::Programme, "Teknikprogrammet"));
    let mut text = words(&dataset, &selection, Lang::Sv);
    selection.programme = None;
    selection.focus_on(&dataset, find(Dim::School, "Nedlagda"));
    text += &words(&dataset, &selection, Lang::Sv);
    insta::assert_snapshot!("nothing", text);
}
