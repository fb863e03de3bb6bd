//! Words and numbers of the views, as snapshots.

use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang, Profile};
use indicator_explorer::demo;
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::view::format::number as view_number;
use indicator_explorer::view::model::Mark;
use indicator_explorer::view::screen::{Form, Number, Overview, ReportView, Trend};
use indicator_explorer::view::urval_csv::urval_csv;
use indicator_explorer::view::{compare, overview, report, trend};

#[path = "fixtures/read.rs"]
mod read;
#[path = "fixtures/spell.rs"]
mod spell;

use read::{demonstration as demo_data, protected, protected_by, read};
use spell::{number, table};

fn overview_text(found: &Overview) -> String {
    let mut out = format!("# {}\n{}\n", found.heading, found.lead);
    for card in &found.cards {
        let verdict = card.verdict.as_ref().map_or("-", |verdict| &verdict.text);
        let _ =
            writeln!(out, "\n## {}: {}\n{}\n{verdict}\n{}", card.name, number(&card.number), card.base, card.change);
        let _ = writeln!(out, "? {}", card.why.heading);
        for (term, text) in &card.why.facts {
            let _ = writeln!(out, "  {term}: {text}");
        }
    }
    let _ = writeln!(out, "\n## {}\n{}", found.matrix_heading, found.matrix_say);
    table(&found.matrix, &mut out);
    let _ = writeln!(out, "{}", found.footnotes.join("\n"));
    out
}

fn trend_text(found: &Trend) -> String {
    let mut out = format!("# {}\n{}\n{}\n", found.name, found.say, found.chart.spoken);
    for series in &found.chart.series {
        let last = series.points.last().map_or("", |point| &point.spoken);
        let _ = writeln!(out, "{:?} {} ({}): {last}", series.role, series.name, series.short);
    }
    table(&found.table, &mut out);
    for cut in &found.chart.breaks {
        let year = &found.chart.years[cut.first_year_after].label;
        let _ = writeln!(out, "Break before {year}, column {:?}: {}", found.table.breaks, cut.label);
        let spoken = found.chart.series.iter().map(|series| &series.points[cut.first_year_after].spoken);
        spoken.for_each(|spoken| out.extend(["  ", spoken, "\n"]));
    }
    let _ = writeln!(out, "{}\n{}", found.footnotes.join("\n"), found.axis_note);
    out
}

fn report_text(found: &ReportView) -> String {
    let mut out = format!("# {}\n{}\n", found.heading, found.say);
    for file in &found.files {
        let _ = writeln!(out, "\n## {}\n{}", file.name, file.form);
        if let Some((what, then)) = &file.refused {
            let _ = writeln!(out, "! {what} {then}");
        }
        for row in &file.rows {
            let _ = writeln!(out, "{}{}: {} {}", if row.total { "= " } else { "" }, row.what, row.rows, row.note);
        }
        for problem in &file.problems {
            let _ = writeln!(out, "? {problem}");
        }
    }
    let _ = writeln!(out, "{}", found.notes.join("\n"));
    out
}

#[test]
fn the_overview_of_the_demo() {
    let dataset = demo_data();
    let selection = Selection::first(&dataset);
    for lang in [Lang::Sv, Lang::En] {
        let found = overview::overview(&dataset, &selection, demo::file_name(), lang);
        insta::assert_snapshot!(format!("overview_{}", lang.tag()), overview_text(&found));
    }
}

#[test]
fn a_small_school_is_withheld_in_words() {
    let dataset = demo_data();
    let mut selection = Selection::first(&dataset);
    let small =
        dataset.dimension(Dim::School).and_then(|schools| schools.find("Åsvretsgymnasiet")).expect("the small school");
    selection.focus_on(&dataset, small);
    selection.compared.clear();
    let overview = overview::overview(&dataset, &selection, "x.csv", Lang::Sv);
    let trend = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    insta::assert_snapshot!(overview_text(&overview) + &trend_text(&trend));
}

#[test]
fn the_trend_of_the_demo() {
    let dataset = demo_data();
    let mut selection = Selection::first(&dataset);
    selection.from = selection.to - 2;
    for lang in [Lang::Sv, Lang::En] {
        let found = trend::trend(&dataset, &selection, 0, demo::file_name(), lang);
        insta::assert_snapshot!(format!("trend_{}", lang.tag()), trend_text(&found));
    }
}

#[test]
fn what_a_chart_shows_its_table_and_its_spoken_text_show() {
    let dataset = demo_data();
    let selection = Selection::first(&dataset);
    for (lang, indicator) in [Lang::Sv, Lang::En].into_iter().flat_map(|lang| (0..3).map(move |index| (lang, index))) {
        let found = trend::trend(&dataset, &selection, indicator, "x.csv", lang);
        for series in &found.chart.series {
            let row = found.table.rows.iter().find(|row| row.heading == series.name).expect("a row for every series");
            for (point, cell) in series.points.iter().zip(&row.cells) {
                let alike = match (&point.mark, &cell.number) {
                    (Mark::Shown { value, .. }, Number::Shown(text)) => {
                        text.starts_with(&view_number(*value, found.chart.axis.decimals, lang))
                    }
                    (Mark::Withheld, Number::Withheld(_)) | (Mark::Missing, Number::Missing(_)) => true,
                    _ => false,
                };
                assert!(alike, "{}: {:?} in the chart, {:?} in the table", series.name, point.mark, cell.number);
                let spoken = point.spoken.contains(number(&cell.number)) && point.spoken.contains(&cell.sub);
                assert!(spoken, "{:?} is spoken as {}", cell, point.spoken);
            }
        }
    }
}

#[test]
fn changes_since_a_base_year() {
    let dataset = demo_data();
    let mut selection = Selection::first(&dataset);
    (selection.from, selection.since) = (selection.to - 3, Some(selection.to - 2));
    for lang in [Lang::Sv, Lang::En] {
        let found = trend::trend(&dataset, &selection, 1, demo::file_name(), lang);
        insta::assert_snapshot!(format!("changes_{}", lang.tag()), trend_text(&found));
    }
    selection.since = Some(selection.to);
    let found = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    assert!(
        found.say.ends_with("Det är basåret. Välj ett senare sista läsår, eller ett annat basår."),
        "{}",
        found.say
    );
    selection.since = Some(u16::MAX);
    assert_eq!(trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv).values, None, "no such year");
}

#[test]
fn what_a_chart_of_changes_shows_its_table_and_its_spoken_text_show() {
    let dataset = demo_data();
    let mut selection = Selection::first(&dataset);
    for (lang, indicator) in [Lang::Sv, Lang::En].into_iter().flat_map(|lang| (0..3).map(move |index| (lang, index))) {
        for base in 0..=selection.to {
            selection.since = Some(base);
            let found = trend::trend(&dataset, &selection, indicator, "x.csv", lang);
            for (series, row) in
                found.chart.series.iter().filter_map(|series| {
                    Some((series, found.table.rows.iter().find(|row| row.heading == series.name)?))
                })
            {
                for (point, cell) in series.points.iter().zip(&row.cells) {
                    let alike = match (&point.mark, &cell.number) {
                        (Mark::Shown { value, .. }, Number::Shown(text)) => {
                            let digits = view_number(*value, found.chart.axis.decimals, lang);
                            text.trim_start_matches('+') == digits
                                && (*value == 0.0
                                    || point.spoken.contains(digits.trim_start_matches('\u{2212}'))
                                    || digits.bytes().all(|byte| !(b'1'..=b'9').contains(&byte)))
                        }
                        (Mark::Withheld, Number::Withheld(text)) | (Mark::Missing, Number::Missing(text)) => {
                            point.spoken.contains(text.as_str())
                        }
                        _ => false,
                    };
                    assert!(alike, "{:?} and {:?}: {}", point.mark, cell, point.spoken);
                    let sub = cell.sub.replacen("Värde", "värde", 1).replacen("Value", "value", 1);
                    assert!(point.spoken.ends_with(&sub), "{sub} is not spoken in {}", point.spoken);
                }
            }
        }
    }
}

#[test]
fn start_and_end_are_the_first_and_the_last_year() {
    let file = rows(&[("Alkulla", &HANDEL), ("Boda", &TEKNIK)]);
    let dataset = protected(&file);
    let selection = Selection { since: Some(0), ..Selection::first(&dataset) };
    let all = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    let found = all.clone().shaped(Form::Ends);
    assert!(found.form == Form::Ends && found.say == all.say);
    assert_eq!(found.table.columns, ["Skola", "2022/23", "2025/26"]);
    assert_eq!(found.chart, all.chart, "the drawing picks the two by itself");
    let rests_on = found.rests_on();
    assert_eq!((rests_on.columns.len(), &rests_on.rows[0].cells[1]), (3, &all.rests_on().rows[0].cells[3]));
    let own =
        trend::trend(&dataset, &Selection { since: None, ..selection.clone() }, 1, "x.csv", Lang::Sv).shaped(Form::Own);
    assert_eq!((own.axis_note.as_str(), own.table.columns.len()), ("", 5));
    let short = trend::trend(&dataset, &Selection { to: 1, ..selection }, 1, "x.csv", Lang::Sv);
    assert_eq!(short.clone().shaped(Form::Ends).table, short.table, "two years are what they are");
}

#[test]
fn years_on_both_sides_of_a_break_are_neither_compared_nor_put_together() {
    let file = rows(&[("Alkulla", &HANDEL), ("Boda", &TEKNIK)]);
    let dataset = protected(&file);
    let mut selection = Selection { since: Some(0), ..Selection::first(&dataset) };
    let found = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    let cells: Vec<&str> = found.table.rows[0].cells.iter().map(|cell| number(&cell.number)).collect();
    assert_eq!(cells, ["0,0", "+5,0", "går inte att jämföra", "går inte att jämföra"]);
    assert!(found.say.contains("Det går inte att jämföra med 2022/23: Försäljnings"), "{}", found.say);
    assert!(found.table.rows[1].cells.iter().all(|cell| matches!(cell.number, Number::Shown(_))));
    (selection.since, selection.pooled, selection.to) = (None, 1, 2);
    let found = overview::overview(&dataset, &selection, "x.csv", Lang::Sv);
    assert!(found.lead.starts_with("2023/24–2024/25 går inte att slå ihop: Försäljnings"), "{}", found.lead);
    assert_eq!(number(&found.cards[0].number), "går inte att slå ihop");
    assert_eq!(number(&found.matrix.rows[0].cells[0].number), "går inte att slå ihop");
    let found = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    let years: Vec<&str> = found.table.columns.iter().skip(1).map(String::as_str).collect();
    assert_eq!(years, ["2022/23–2023/24", "2023/24–2024/25"]);
    assert!(found.chart.series[0].points[1].spoken.ends_with("går inte att slå ihop"), "{:?}", found.chart.series[0]);
    let found = compare::compare(&dataset, &selection, 1, "x.csv", Lang::Sv);
    assert_eq!(found.rows.schools[0].instead, "går inte att slå ihop");
    assert!(found.say.starts_with("2023/24–2024/25 går inte att slå ihop."), "{}", found.say);
}

#[test]
fn the_report_of_a_file_that_is_not_quite_right() {
    let file = "Läsår;Skola;Program;Närvaro;Examen inom tre år;Betygspoäng;Skostorlek\n\
        2023/24;Alkulla;BA;87,4;Ja;12,9;42\n\
        2023/25;Alkulla;BA;87,4;Ja;12,9;42\n\
        2023/24;;BA;87,4;Ja;12,9;42\n\
        ;;;;;;\n\
        Läsår;Skola;Program;Närvaro;Examen inom tre år;Betygspoäng;Skostorlek\n\
        2024;Alkulla;BA;140;kanske;12,9;42\n\
        Utskrivet av rektor\n";
    let pdf = b"%PDF\0\0\0";
    let unknown = b"a,b,c\n1,2,3\n";
    let found = read(&[("skolan.csv", file.as_bytes()), ("bild.pdf", pdf), ("annat.csv", unknown), ("tom.csv", b"")]);
    let profile = found.dataset.as_ref().map(|dataset| &dataset.profile);
    for lang in [Lang::Sv, Lang::En] {
        insta::assert_snapshot!(
            format!("report_{}", lang.tag()),
            report_text(&report::report(&found.report, profile, lang))
        );
    }
}

#[test]
fn report_88_says_what_its_numbers_can_and_cannot_tell() {
    let first = include_str!("fixtures/rapport88.csv");
    let second = first.replace("2021/22", "2022/23").replace(";100;80,0;", ";110;90,0;").replace(";13,4;", ";13,9;");
    let found = read(&[("ett.csv", first.as_bytes()), ("två.csv", second.as_bytes())]);
    let dataset = Protected::new(found.dataset.expect("a dataset"));
    let selection = Selection::first(&dataset);
    let overview = overview::overview(&dataset, &selection, "ett.csv och två.csv", Lang::Sv);
    let trend = trend::trend(&dataset, &selection, 2, "ett.csv och två.csv", Lang::Sv);
    insta::assert_snapshot!(overview_text(&overview) + &trend_text(&trend));
}

/// Twenty pupils at each school, year and programme, with values that rise from year to year.
fn rows(groups: &[(&str, &[(u16, &str)])]) -> String {
    let mut file = "Läsår;Skola;Program;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for (school, years) in groups {
        for (year, programme) in *years {
            for pupil in 0..20_u16 {
                let (rise, diploma) = (year - 2020, if pupil < year - 2012 { "Ja" } else { "Nej" });
                let (attendance, grades) = (70 + 2 * rise + pupil % 5, 10 + (rise + pupil) % 9);
                let next = (year + 1) % 100;
                let _ = writeln!(file, "{year}/{next:02};{school};{programme};{attendance};{diploma};{grades}");
            }
        }
    }
    file
}

const HANDEL: [(u16, &str); 4] = [
    (2022, "Handels- och administrationsprogrammet"),
    (2023, "Handels- och administrationsprogrammet"),
    (2024, "Försäljnings- och serviceprogrammet"),
    (2025, "Försäljnings- och serviceprogrammet"),
];
const TEKNIK: [(u16, &str); 4] = [(2022, "TE"), (2023, "TE"), (2024, "TE"), (2025, "TE")];

fn both(dataset: &Protected, selection: &Selection, indicator: usize, lang: Lang) -> String {
    let overview = overview::overview(dataset, selection, "x.csv", lang);
    overview_text(&overview) + &trend_text(&trend::trend(dataset, selection, indicator, "x.csv", lang))
}

#[test]
fn a_programme_that_succeeds_another_is_not_compared_with_it() {
    let file = rows(&[("Alkulla", &HANDEL), ("Boda", &TEKNIK)]);
    let dataset = protected(&file);
    let mut selection = Selection::first(&dataset);
    selection.to = 2;
    let mixed = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    assert_eq!(mixed.chart.series[0].cuts, [2], "the line of the school that has changed programme is cut");
    assert!(mixed.chart.series[1].cuts.is_empty() && mixed.chart.breaks.is_empty() && mixed.table.breaks.is_empty());
    selection.compared.clear();
    for lang in [Lang::Sv, Lang::En] {
        insta::assert_snapshot!(format!("succession_{}", lang.tag()), both(&dataset, &selection, 1, lang));
    }
    selection.to = 3;
    let after = trend::trend(&dataset, &selection, 1, "x.csv", Lang::Sv);
    assert!(after.say.contains("högre än 2024/25") && !after.say.contains("2022/23"), "{}", after.say);
    assert_eq!((after.chart.breaks[0].first_year_after, &after.table.breaks), (2, &vec![3]));
    assert!(after.chart.series[0].points[2].spoken.contains("Försäljnings"), "{:?}", after.chart.series[0].points[2]);
}

#[test]
fn a_programme_whose_rows_are_not_by_result_year_is_not_cut() {
    let mut years = HANDEL;
    years[1].1 = years[2].1;
    let dataset = protected(&rows(&[("Alkulla", &years)]));
    let found = trend::trend(&dataset, &Selection::first(&dataset), 1, "x.csv", Lang::Sv);
    assert!(found.chart.breaks.is_empty() && found.table.breaks.is_empty(), "{:?}", found.footnotes);
}

#[test]
fn grades_break_with_gy25_and_attendance_does_not() {
    let years: Vec<(u16, &str)> = (2025..2028).map(|year| (year, "TE")).collect();
    let dataset = protected(&rows(&[("Alkulla", &years)]));
    insta::assert_snapshot!("gy25", both(&dataset, &Selection::first(&dataset), 2, Lang::Sv));
    let attendance = trend::trend(&dataset, &Selection::first(&dataset), 0, "x.csv", Lang::Sv);
    assert!(attendance.chart.breaks.is_empty());
}

#[test]
fn a_profile_may_name_its_own_breaks() {
    let profile = Profile::from_json(include_str!("fixtures/own-breaks.profile.json")).expect("a profile");
    let file = rows(&[("Alkulla", &HANDEL[..2]), ("Boda", &TEKNIK[..2])]).replace(";Betygspoäng", ";Meritvärde");
    let dataset = protected_by(Some(profile), &file);
    insta::assert_snapshot!("own_breaks", both(&dataset, &Selection::first(&dataset), 0, Lang::Sv));
}

#[test]
fn in_report_88_totals_do_not_hide_a_succession() {
    let keep = |line: &&str| !["Bygg-", "Teknik", "Högskole"].iter().any(|other| line.contains(other));
    let lines: Vec<&str> = include_str!("fixtures/rapport88.csv").lines().filter(keep).collect();
    let file = |year, programme| lines.join("\n").replace("2021/22", year).replace("Ekonomiprogrammet", programme);
    let (first, second) = (file("2023/24", HANDEL[0].1), file("2024/25", HANDEL[2].1));
    let found = read(&[("ett.csv", first.as_bytes()), ("två.csv", second.as_bytes())]);
    let dataset = Protected::new(found.dataset.expect("a dataset"));
    let trend = trend::trend(&dataset, &Selection::first(&dataset), 0, "x.csv", Lang::Sv);
    let cuts: Vec<_> = trend.chart.series.iter().map(|series| (series.name.as_str(), &series.cuts[..])).collect();
    let cut = &[1][..];
    assert_eq!(cuts, [("Skolan i norr", cut), ("Skolan i söder", &[]), ("Skolan i väster", cut)]);
    let note = "Nytt program från 2024/25 på Skolan i norr och Skolan i väster.";
    assert!(trend.footnotes.iter().any(|found| found.starts_with(note)), "{:?}", trend.footnotes);
}

#[test]
fn everything_of_a_urval_as_a_file_says_what_the_tables_say() {
    let dataset = demo_data();
    for lang in [Lang::Sv, Lang::En] {
        let mut selection = Selection::first(&dataset);
        for programme in [None, Some(0)] {
            selection.programme = programme;
            let bytes = urval_csv(&dataset, &selection, None, "Urvalet.", "a.csv", lang);
            let text = String::from_utf8(bytes).expect("UTF-8");
            let fields = |line: &str| -> Vec<String> {
                line.strip_prefix('"')
                    .and_then(|line| line.strip_suffix('"'))
                    .unwrap_or_default()
                    .split("\";\"")
                    .map(|field| field.trim_start_matches('\'').to_owned())
                    .collect()
            };
            let lines: Vec<Vec<String>> = text.trim_start_matches('\u{feff}').split("\r\n").map(fields).collect();
            let mut cells = 0;
            for (index, about) in dataset.profile.indicators.iter().enumerate() {
                let table = trend::trend(&dataset, &selection, index, "a.csv", lang).table;
                for row in &table.rows {
                    for (cell, year) in row.cells.iter().zip(&table.columns[1..]) {
                        let head =
                            [&row.heading, year, &lines[1][2], &about.name.get(lang).to_owned()].map(String::clone);
                        let line = lines.iter().find(|line| line.starts_with(&head)).expect("a line");
                        let plain = |text: &str| text.replace(['\u{2060}', '\u{a0}'], "").replace('\u{2011}', "-");
                        let [value, pupils, lower, upper, _, remark] = &line[4..] else { panic!("{line:?}") };
                        match &cell.number {
                            Number::Shown(text) => {
                                assert_eq!(plain(text).trim_end_matches('%'), plain(value));
                                let base = plain(&cell.sub);
                                assert!(base.replace(',', "").starts_with(pupils.as_str()), "{line:?} {base}");
                                let limits = format!("{lower}–{upper}");
                                assert!(
                                    base.contains(&limits) || !base.contains('–') && limits == "–",
                                    "{line:?} {base}"
                                );
                            }
                            Number::Withheld(text) | Number::Missing(text) => {
                                assert_eq!([value, pupils, lower, upper].map(String::as_str), [""; 4]);
                                assert!(remark.starts_with(text.as_str()), "{line:?}");
                            }
                        }
                        cells += 1;
                    }
                }
            }
            let below = lines.iter().position(|line| line[0].is_empty()).expect("an empty line");
            assert_eq!(cells, below - 1, "nothing else is in it");
            assert_eq!(lines[below + 1], ["Urvalet."]);
            assert!(text.contains("a.csv, ") && text.contains(dataset.profile.indicators[0].definition.get(lang)));
        }
    }
}
