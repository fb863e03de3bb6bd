//! Jämför in words and numbers, as snapshots and laws.

use std::fmt::Write as _;

use indicator_explorer::chart::{Frame, caterpillar, funnel};
use indicator_explorer::data::{Dim, Lang, Profile, RuleSet, SchoolYear, Target, pupil_profile};
use indicator_explorer::demo;
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::view::compare::{compare, pair};
use indicator_explorer::view::leaving::{Leaving, Outcome};
use indicator_explorer::view::model::{Mark, Out, Role};
use indicator_explorer::view::overview::{leave, overview};
use indicator_explorer::view::screen::{Compare, Number, Table, TableRow};
use indicator_explorer::view::trend::trend;

#[path = "fixtures/read.rs"]
mod read;

use read::{demonstration, protected, protected_by};

/// Schools with so many pupils, of whom so many graduated; attendance spreads around 85.
fn schools(rows: &[(&str, u32, u32)]) -> String {
    let mut csv = "Läsår;Skola;Närvaro;Examen\n".to_owned();
    for &(school, pupils, graduated) in rows {
        for pupil in 0..pupils {
            let (attendance, examined) = (75 + pupil * 7 % 21, if pupil < graduated { "Ja" } else { "Nej" });
            let _ = writeln!(csv, "2023/24;{school};{attendance};{examined}");
        }
    }
    csv
}

fn of(csv: &str, focus: &str, indicator: usize, lang: Lang) -> Compare {
    let dataset = protected(csv);
    let mut selection = Selection::first(&dataset);
    let found = dataset.labels(Dim::School).iter().position(|label| label.name == focus).expect("a school");
    selection.focus_on(&dataset, u16::try_from(found).expect("few schools"));
    compare(&dataset, &selection, indicator, "a.csv", lang)
}

fn table(table: &Table, out: &mut String) {
    let _ = writeln!(out, "[{}]\n{}", table.caption, table.columns.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| {
                let (Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) = &cell.number;
                if cell.sub.is_empty() { text.clone() } else { format!("{text} ({})", cell.sub) }
            })
            .collect();
        let _ = writeln!(out, "{}{} | {}", if row.focus { "* " } else { "" }, row.heading, cells.join(" | "));
    }
}

fn text(found: &Compare) -> String {
    let mut out = format!("# {}\n{}\n\n## {}\n", found.heading, found.say, found.name);
    let level = |level: &Option<indicator_explorer::view::model::Level>| {
        level.as_ref().map_or("-".into(), |level| format!("{} | {}", level.label, level.short))
    };
    let _ = writeln!(out, "{}; ± {:.2}/√n", level(&found.funnel.centre), found.funnel.spread.unwrap_or(f64::NAN));
    for school in &found.funnel.schools {
        let _ = writeln!(out, "{:?} {:?} {:?} {}", school.role, school.mark, school.out, school.spoken);
    }
    let middle = found.strip.middle.as_ref().map_or("-", |middle| &middle.label);
    let _ = writeln!(out, "{} {middle}; {}\n{}", level(&found.strip.centre), found.strip.say, found.strip.hidden);
    table(&found.table, &mut out);
    let _ = writeln!(out, "{}\n{}", found.footnotes.join("\n"), found.axis_note);
    out
}

fn demo_data() -> (Protected, Selection) {
    let dataset = demonstration();
    let selection = Selection::first(&dataset);
    (dataset, selection)
}

#[test]
fn the_demo_in_both_languages() {
    let (dataset, selection) = demo_data();
    for (name, lang) in [("compare_sv", Lang::Sv), ("compare_en", Lang::En)] {
        let all: Vec<String> =
            (0..3).map(|index| text(&compare(&dataset, &selection, index, demo::file_name(), lang))).collect();
        insta::assert_snapshot!(name, all.join("\n"));
    }
}

#[test]
fn one_programme_of_the_demo() {
    let (dataset, mut selection) = demo_data();
    selection.programme = Some(0);
    insta::assert_snapshot!("compare_programme", text(&compare(&dataset, &selection, 1, "a.csv", Lang::Sv)));
}

#[test]
fn report_88_gives_no_spread_of_grades() {
    let dataset = protected(include_str!("fixtures/rapport88.csv"));
    let selection = Selection::first(&dataset);
    let all: Vec<String> =
        (0..3).map(|index| text(&compare(&dataset, &selection, index, "rapport88.csv", Lang::Sv))).collect();
    insta::assert_snapshot!("compare_report_88", all.join("\n"));
}

const MIXED: [(&str, u32, u32); 5] =
    [("Boda", 200, 110), ("Dal", 120, 90), ("Alkulla", 43, 30), ("Ås", 6, 3), ("Cedern", 80, 70)];

#[test]
fn one_school_lies_far_out_and_one_is_withheld() {
    insta::assert_snapshot!("compare_mixed", text(&of(&schools(&MIXED), "Boda", 1, Lang::Sv)));
    insta::assert_snapshot!("compare_withheld_focus", text(&of(&schools(&MIXED), "Ås", 1, Lang::En)));
}

#[test]
fn one_school_has_nothing_to_be_compared_with() {
    for (rows, chart) in [(&MIXED[..1], "values"), (&MIXED[3..4], "none")] {
        let found = of(&schools(rows), rows[0].0, 1, Lang::Sv);
        assert_eq!((&found.funnel.centre, found.funnel.spread), (&None, None), "{chart}");
        insta::assert_snapshot!(format!("compare_one_{chart}"), text(&found));
    }
}

#[test]
fn half_of_the_schools_are_told_where_there_are_eight_values_as_they_are_written() {
    let rows: Vec<(String, u32, u32)> = (0..9).map(|at| (format!("Skola {at}"), 100, 40 + 5 * at)).collect();
    let rows: Vec<_> = rows.iter().map(|(name, pupils, graduated)| (name.as_str(), *pupils, *graduated)).collect();
    for (few, lang, say, middle) in [
        (2, Lang::Sv, "De 2 skolorna med ett värde ligger mellan 40,0\u{a0}% och 45,0\u{a0}%.", None),
        (7, Lang::En, "The 7 schools with a value lie between 40.0% and 70.0%.", None),
        (
            9,
            Lang::Sv,
            "De 9 skolorna med ett värde ligger mellan 40,0\u{a0}% och 80,0\u{a0}%, hälften av dem mellan 50,0\u{a0}% och 70,0\u{a0}%.",
            Some((50.0, 60.0, 70.0)),
        ),
    ] {
        let strip = of(&schools(&rows[..few]), "Skola 0", 1, lang).strip;
        assert_eq!(strip.say, say);
        let found = strip.middle.zip(strip.centre).map(|(middle, median)| (middle.low, median.value, middle.high));
        assert_eq!(found, middle);
    }
    let alike = [("A", 50, 20), ("B", 50, 20)];
    assert_eq!(of(&schools(&alike), "A", 1, Lang::Sv).strip.say, "De 2 skolorna med ett värde har alla 40,0\u{a0}%.");
    assert_eq!(of(&schools(&alike[..1]), "A", 1, Lang::Sv).strip.say, "", "one school is no distribution");
}

#[test]
fn what_is_withheld_moves_nothing() {
    for indicator in [0, 1] {
        let found = of(&schools(&MIXED), "Boda", indicator, Lang::Sv);
        let mut other = MIXED;
        other[3] = ("Ås", 4, 1);
        assert_eq!(found, of(&schools(&other), "Boda", indicator, Lang::Sv));
        // The centre is what the values that are shown make together; both are drawn as they are written, to a tenth.
        let shown = found.funnel.schools.iter().filter_map(|school| match school.mark {
            Mark::Shown { value, .. } => Some((value * school.pupils as f64, school.pupils as f64)),
            _ => None,
        });
        let (sum, pupils) = shown.fold((0.0, 0.0), |all, of| (all.0 + of.0, all.1 + of.1));
        assert!(found.funnel.centre.is_some_and(|centre| (centre.value - sum / pupils).abs() < 0.1));
        for school in found.funnel.schools.iter().filter(|school| school.mark == Mark::Withheld) {
            assert_eq!((school.pupils, school.out), (0, Out::No), "{}", school.name);
        }
    }
}

#[test]
fn the_centre_does_not_depend_on_whom_one_compares_with() {
    let (dataset, selection) = demo_data();
    let all = compare(&dataset, &selection, 1, "a.csv", Lang::Sv);
    let alone = Selection { compared: Vec::new(), ..selection };
    let found = compare(&dataset, &alone, 1, "a.csv", Lang::Sv);
    assert_eq!((&found.say, &found.table, &found.funnel.centre), (&all.say, &all.table, &all.funnel.centre));
    let others = found.funnel.schools.iter().filter(|school| school.role != Role::Focus);
    assert!(others.into_iter().all(|school| school.role == Role::Context));
}

#[test]
fn funnel_and_interval_never_contradict_each_other() {
    let rows: Vec<(String, u32, u32)> =
        (0..40).map(|at| (format!("Skola {at:02}"), 20 + at * 5, (20 + at * 5) * (40 + at) / 100)).collect();
    let rows: Vec<_> = rows.iter().map(|(name, pupils, graduated)| (name.as_str(), *pupils, *graduated)).collect();
    let found = of(&schools(&rows), "Skola 05", 1, Lang::Sv);
    let centre = found.funnel.centre.as_ref().expect("a centre").value;
    let mut outside = 0;
    for school in &found.funnel.schools {
        let Mark::Shown { interval: Some((low, high)), .. } = school.mark else { continue };
        assert_eq!(school.out == Out::No, (low..=high).contains(&centre), "{}", school.name);
        outside += usize::from(school.out != Out::No);
    }
    assert!(outside > 3, "the case shows something: {outside}");
}

#[test]
fn by_value_the_withheld_stand_last_by_name() {
    let mut rows = MIXED.to_vec();
    rows.push(("Berg", 4, 4));
    let found = of(&schools(&rows), "Boda", 1, Lang::Sv).by_value(Lang::Sv);
    let values: Vec<f64> = found
        .rows
        .schools
        .iter()
        .filter_map(|school| if let Mark::Shown { value, .. } = school.mark { Some(value) } else { None })
        .collect();
    assert!(values.len() > 1 && values.is_sorted(), "{values:?}");
    let names: Vec<&str> = found.rows.schools.iter().map(|school| school.name.as_str()).collect();
    let last: Vec<&str> = names[values.len()..].to_vec();
    assert_eq!(last, ["Berg", "Ås"], "by name");
    let table: Vec<&str> = found.table.rows.iter().map(|row| row.heading.as_str()).collect();
    assert_eq!(table, names);
    assert!(
        found.footnotes.iter().any(|note| note.starts_with("Skolorna står från det lägsta värdet till det högsta"))
    );
}

/// With one school far out among many that chance alone could separate, small ones are drawn in further than large ones.
#[test]
fn the_lens_stands_beside_the_values() {
    let mut rows = MIXED.to_vec();
    rows.extend([("Ek", 30, 27), ("Fors", 150, 120), ("Gran", 25, 15)]);
    let plain = of(&schools(&rows), "Boda", 1, Lang::Sv);
    let about = &protected(&schools(&rows)).profile.indicators[1];
    let found = plain.clone().drawn_in(about, Lang::Sv);
    let centre = found.funnel.centre.as_ref().expect("a centre").value;
    let mut kept: Vec<(u64, f64)> = Vec::new();
    for school in &found.rows.schools {
        let Mark::Shown { value, .. } = school.mark else {
            assert_eq!(school.drawn_in, None, "{}", school.name);
            continue;
        };
        let drawn_in = school.drawn_in.expect("values enough");
        assert!((drawn_in - centre).abs() <= (value - centre).abs(), "{}: {value} → {drawn_in}", school.name);
        kept.push((school.pupils, (drawn_in - centre) / (value - centre)));
        assert!(school.spoken.contains("utjämnat"), "{}", school.spoken);
    }
    kept.sort_by_key(|(pupils, _)| *pupils);
    assert!(kept.len() == 5 && kept.is_sorted_by(|(_, one), (_, other)| one < other), "{kept:?}");
    // Nothing of what was there is gone.
    for (row, before) in found.table.rows.iter().zip(&plain.table.rows) {
        assert_eq!(row.cells[..4], before.cells[..]);
    }
    assert!(found.footnotes.len() == plain.footnotes.len() + 1 && found.rows.has_lens);
    let frame = Frame::new(900.0, 400.0);
    let strokes = |found: &Compare| caterpillar(&found.rows, &frame).list.to_string().lines().count();
    assert_eq!(strokes(&found), strokes(&plain) + 5, "one line for each value");
    let by_value = |found: Compare| found.by_value(Lang::Sv);
    assert_eq!(
        by_value(found.clone()).table.rows,
        by_value(plain).drawn_in(about, Lang::Sv).table.rows,
        "in either order of the two"
    );
    // Too few values to know how much schools differ.
    assert!(!of(&schools(&MIXED[..4]), "Boda", 1, Lang::Sv).can_draw_in());
}

/// 63 of 100, 75 of 100, 88 of 100, and a small group of which too few graduated to show.
#[test]
fn a_target_is_missed_or_reached_only_when_the_interval_says_so() {
    let mut profile = pupil_profile();
    profile.targets = vec![
        Target { indicator: "examen".into(), value: 75.0, from: None, to: SchoolYear::starting(2023) },
        Target { indicator: "examen".into(), value: 80.0, from: SchoolYear::starting(2024), to: None },
    ];
    let profile = Profile::from_json(&profile.to_json()).expect("a profile");
    let csv = schools(&[
        ("Under", 100, 63),
        ("Vid", 100, 75),
        ("Över", 100, 88),
        ("Dold", 12, 11),
        ("Ek", 14, 8),
        ("Fors", 16, 9),
    ]);
    let dataset = protected_by(Some(profile), &csv);
    let mut selection = Selection::first(&dataset);
    for (school, sv, en) in [
        ("Under", Some("Under ligger under målet 75\u{a0}%."), "Under is below the target of 75%."),
        ("Vid", Some("Går inte att skilja från målet 75\u{a0}%."), "It cannot be told apart from the target of 75%."),
        ("Över", Some("Över ligger över målet 75\u{a0}%."), "Över is above the target of 75%."),
        ("Dold", None, ""),
    ] {
        let at = dataset.labels(Dim::School).iter().position(|label| label.name == school).expect("a school");
        selection.focus_on(&dataset, u16::try_from(at).expect("few schools"));
        for (lang, expected) in [(Lang::Sv, sv), (Lang::En, sv.map(|_| en))] {
            let (found, over_time) =
                (compare(&dataset, &selection, 1, "a.csv", lang), trend(&dataset, &selection, 1, "a.csv", lang));
            for say in [&found.say, &over_time.say] {
                assert_eq!(say.contains("målet") || say.contains("target"), expected.is_some(), "{say}");
                assert!(expected.is_none_or(|expected| say.contains(expected)), "{say}");
            }
            let note = lang.pick("Mål: 75\u{a0}% till 2023/24.", "Target: 75% to 2023/24.");
            for notes in [&found.footnotes, &over_time.footnotes] {
                assert!(notes.iter().any(|found| found == note), "{notes:?}");
            }
            let target = found.rows.target.expect("a target");
            assert_eq!((target.value, target.short.as_str()), (75.0, lang.pick("Mål\u{a0}75", "Target\u{a0}75")));
            let lines: Vec<_> = over_time.chart.targets.iter().map(|line| (line.value, line.first_year)).collect();
            assert_eq!(lines, [(75.0, 0)], "the other one holds for no year of the file");
        }
        assert!(compare(&dataset, &selection, 0, "a.csv", Lang::Sv).rows.target.is_none(), "no target for attendance");
    }
}

#[test]
fn a_national_file_is_drawn_as_far_as_it_can_be_read_and_is_whole_in_the_table() {
    let rows: Vec<(String, u32, u32)> =
        (0..1300).map(|at| (format!("Skola {at:04}"), 4 + at % 23, (4 + at % 23) * (50 + at % 41) / 100)).collect();
    let rows: Vec<_> = rows.iter().map(|(name, pupils, graduated)| (name.as_str(), *pupils, *graduated)).collect();
    let found = of(&schools(&rows), "Skola 0650", 1, Lang::Sv);
    assert_eq!((found.table.rows.len(), found.rows.schools.len(), found.funnel.schools.len()), (1300, 1300, 1300));
    let shown = found.funnel.schools.iter().filter(|school| school.mark != Mark::Withheld).count();
    let frame = Frame::new(900.0, 400.0);
    let points = funnel(&found.funnel, &frame);
    assert_eq!(points.placed.iter().filter(|spot| !spot.withheld).count(), shown);
    let lines = caterpillar(&found.rows, &frame).list.to_string();
    assert!(
        lines.contains("av 1\u{a0}300 skolor ritas") && lines.contains("Skola 0650") && lines.contains("Skola 0651")
    );
}

#[test]
fn the_attack_reads_every_number_of_the_table_and_finds_nothing() {
    let (dataset, mut selection) = demo_data();
    for programme in [None, Some(0), Some(3)] {
        selection.programme = programme;
        for lang in [Lang::Sv, Lang::En] {
            let page = (0..3).fold(Leaving::of(&dataset, lang), |page, indicator| {
                page.schools(&compare(&dataset, &selection, indicator, "", lang), &selection)
            });
            let found = page.attack();
            assert!(found.clean() && found.unreadable == 0, "{programme:?}: {found:?}");
        }
    }
    selection.programme = None;
    let all = Leaving::of(&dataset, Lang::Sv).schools(&compare(&dataset, &selection, 1, "", Lang::Sv), &selection);
    assert!(all.attack().tried > 0, "there is something to protect");
}

#[test]
fn the_attack_takes_pupils_beside_a_withheld_value_for_a_leak() {
    let (dataset, selection) = demo_data();
    let mut found = compare(&dataset, &selection, 1, "", Lang::Sv);
    let withheld = |row: &&mut TableRow| matches!(row.cells[0].number, Number::Withheld(_));
    let row = found.table.rows.iter_mut().find(withheld).expect("a withheld school");
    row.cells[2].number = Number::Shown("6".to_owned());
    let found = Leaving::of(&dataset, Lang::Sv).schools(&found, &selection).attack();
    assert!(!found.clean(), "{found:?}");
}

/// Läget's small lines say what the cells beside them say.
#[test]
fn a_mini_ends_where_its_cell_is() {
    let (dataset, selection) = demo_data();
    let found = overview(&dataset, &selection, "a.csv", Lang::Sv);
    assert_eq!(found.minis.len(), found.matrix.rows.len());
    for (row, minis) in found.matrix.rows.iter().zip(&found.minis) {
        assert_eq!(minis.len(), row.cells.len());
        for (cell, mini) in row.cells.iter().zip(minis) {
            assert_eq!(mini.title, row.heading);
            let last = mini.series[0].points.last().expect("a year").mark;
            assert_eq!(matches!(last, Mark::Shown { .. }), matches!(cell.number, Number::Shown(_)), "{}", row.heading);
            assert_eq!(last == Mark::Withheld, matches!(cell.number, Number::Withheld(_)), "{}", row.heading);
        }
    }
}

#[test]
fn the_matrix_leaves_with_the_year_that_its_changes_are_made_of() {
    let (dataset, selection) = demo_data();
    let selection = Selection { from: selection.to, ..selection };
    let found = overview(&dataset, &selection, demo::file_name(), Lang::Sv);
    assert!(found.matrix.rows.iter().any(|row| row.cells[0].sub.contains("procentenheter")), "there are changes");
    let (outcome, document) = leave(Leaving::of(&dataset, Lang::Sv), &dataset, &selection).judge(&[]);
    assert_eq!(outcome, Outcome::Saved);
    let groups = || document.tables.iter().flat_map(|table| &table.rows).map(|row| row.group.as_str());
    for year in ["2022/23", "2023/24"] {
        assert!(groups().any(|group| group == format!("Alkullagymnasiet · {year}")), "{year}");
    }
}

#[test]
fn two_indicators_are_held_against_each_other_where_both_are_shown() {
    let dataset = demonstration();
    for (one, other, lang) in [(0, 1, Lang::Sv), (1, 0, Lang::En), (2, 1, Lang::Sv)] {
        let mut withheld = 0;
        for to in 0..8 {
            let selection = Selection { from: 0, to, ..Selection::first(&dataset) };
            let of = [one, other].map(|indicator| compare(&dataset, &selection, indicator, "a.csv", lang));
            let found = pair(of[0].clone(), of[1].clone().by_value(lang), &selection, lang);
            let across = found.chart.across.as_ref().expect("another indicator");
            let mut both = 0;
            for (at, school) in found.chart.schools.iter().enumerate() {
                let [own, twin] = &of;
                let twin = twin.rows.schools.iter().find(|twin| twin.name == school.name).expect("the same schools");
                assert_eq!(across.marks[at], twin.mark);
                let shown = |mark: Mark| matches!(mark, Mark::Shown { .. });
                assert_eq!(shown(school.mark), shown(own.rows.schools[at].mark) && shown(twin.mark), "{school:?}");
                assert_eq!(school.mark.is_hidden(), own.rows.schools[at].mark.is_hidden() || twin.mark.is_hidden());
                let (_, told) = twin.spoken.split_once(": ").expect("a point says which it is");
                assert!(school.spoken.ends_with(told), "{}", school.spoken);
                let row = found.table.rows.iter().find(|row| row.heading == school.name).expect("a row");
                assert_eq!(row.cells.len() + 1, found.table.columns.len());
                let value = |of: &Compare| {
                    of.table.rows.iter().find(|row| row.heading == school.name).expect("a row").cells[0].clone()
                };
                assert_eq!([&row.cells[0], &row.cells[3]], [&value(&of[0]), &value(&of[1])]);
                both += usize::from(shown(school.mark));
                withheld += usize::from(school.mark.is_hidden());
            }
            assert!(found.say.contains(&format!("{both} ")), "{}", found.say);
            assert!(found.footnotes.len() >= 5 && !found.chart.words.pupils.is_empty());
            let leaving = found.of.iter().fold(Leaving::of(&dataset, lang), |all, of| all.schools(of, &selection));
            assert_eq!(leaving.judge(&[]).0, Outcome::Saved);
        }
        assert!(withheld > 3, "{withheld}");
    }
}

#[test]
fn two_indicators_say_which_is_which() {
    let dataset = demonstration();
    let selection = Selection::first(&dataset);
    let of = [0, 1].map(|indicator| compare(&dataset, &selection, indicator, "a.csv", Lang::Sv));
    let [upwards, across] = of;
    let found = pair(upwards, across, &selection, Lang::Sv);
    let mut out = format!("# {}\n{}\n{}\n", found.name, found.say, found.chart.spoken);
    for school in &found.chart.schools {
        let _ = writeln!(out, "{:?} {}", school.role, school.spoken);
    }
    table(&found.table, &mut out);
    let _ = writeln!(out, "{}", found.footnotes.join("\n"));
    insta::assert_snapshot!(out);
}

#[test]
fn bars_that_go_one_way_only_are_told_in_the_figure() {
    let dataset = protected(include_str!("fixtures/rapport88.csv"));
    let selection = Selection::first(&dataset);
    for (one, other, sv, en) in [
        (2, 0, "Därför går strecken bara åt ett håll.", "So the bars go one way only."),
        (0, 2, "Därför går strecken bara åt ett håll.", "So the bars go one way only."),
        (2, 2, "Därför ritas inga streck.", "So no bars are drawn."),
        (0, 1, "", ""),
    ] {
        for (lang, says) in [(Lang::Sv, sv), (Lang::En, en)] {
            let [upwards, across] = [one, other].map(|index| compare(&dataset, &selection, index, "a.csv", lang));
            let found = pair(upwards, across, &selection, lang);
            let told = |text: &str| found.footnotes.iter().any(|note| note.contains(text));
            assert_eq!(told("Därför") || told("So "), !says.is_empty(), "{one} {other}");
            assert!(told(says) && told(lang.pick("ingen spridning", "no spread")) != says.is_empty());
        }
    }
}

#[test]
fn where_all_pupils_of_all_schools_have_it_nothing_is_said_of_their_spread() {
    // The rule Strikt would withhold them.
    let profile = Profile { rule: RuleSet::Skolverket, ..pupil_profile() };
    let dataset = protected_by(Some(profile), &schools(&[("Boda", 200, 200), ("Dal", 120, 120)]));
    let found = compare(&dataset, &Selection::first(&dataset), 1, "a.csv", Lang::Sv);
    assert!(found.say.contains("Alla visade skolor har samma värde."), "{}", found.say);
    assert!(found.funnel.spread.is_none() && found.no_spread.is_none());
}

#[test]
fn values_without_an_interval_are_told_of_where_others_have_one() {
    // One grade: of fewer than a hundred pupils its spread is not told.
    let mut profile = pupil_profile();
    profile.indicators[2].steps = vec![0.0, 10.0, 12.5, 15.0, 17.5, 20.0];
    let mut csv = "Läsår;Skola;Närvaro;Examen;Betygspoäng\n".to_owned();
    for (school, pupils) in [("Boda", 200), ("Dal", 120), ("Ek", 60), ("Fors", 40)] {
        for pupil in 0..pupils {
            let grade = ["10", "12,5", "15", "17,5", "20", "0"][pupil % 6];
            let _ = writeln!(csv, "2023/24;{school};{};Ja;{grade}", 75 + pupil * 7 % 21);
        }
    }
    let dataset = protected_by(Some(profile), &csv);
    let selection = Selection::first(&dataset);
    for (lang, says) in
        [(Lang::Sv, "2 värden visas utan intervall"), (Lang::En, "2 values are shown without an interval")]
    {
        let of = [2, 0].map(|indicator| compare(&dataset, &selection, indicator, "a.csv", lang));
        assert!(of[0].footnotes.iter().any(|note| note.contains(says)), "{:?}", of[0].footnotes);
        assert!(of[0].no_spread.as_ref().is_some_and(|(_, of_all)| !of_all) && of[1].no_spread.is_none());
        let [upwards, across] = of;
        let found = pair(upwards, across, &selection, lang);
        assert!(found.footnotes.iter().any(|note| note.contains(says)), "{:?}", found.footnotes);
        let matrix = overview(&dataset, &selection, "a.csv", lang);
        assert!(matrix.footnotes.iter().any(|note| note.contains(says)), "{:?}", matrix.footnotes);
    }
}
