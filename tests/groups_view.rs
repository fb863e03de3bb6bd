//! Grupper, in words and numbers.

use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::query::Selection;
use indicator_explorer::view::groups::{Groups, groups, named_columns, over_years, without};
use indicator_explorer::view::leaving::{Leaving, Outcome};
use indicator_explorer::view::model::{Mark, Role};
use indicator_explorer::view::screen::{Form, Number, Trend};
use indicator_explorer::view::urval_csv::urval_csv;

#[path = "fixtures/read.rs"]
mod read;
#[path = "fixtures/spell.rs"]
mod spell;

use read::{demonstration, protected as data, read};
use spell::table;

fn text(found: &Groups) -> String {
    let mut out = format!("# {}\n{}\n", found.heading, found.say);
    let columns: Vec<&str> = found.columns.iter().map(|(_, name)| name.as_str()).collect();
    let _ = writeln!(out, "{} by {:?} of {}", found.name, found.dim, columns.join(", "));
    let name = |code: u16| found.groups.iter().find(|(group, _)| *group == code).map_or("", |(_, name)| name);
    let pair = found.pair.map(|(first, second)| format!("{} and {}", name(first), name(second)));
    let _ = writeln!(out, "compared: {}\n", pair.unwrap_or_default());
    let _ = writeln!(out, "## {}\n{}", found.gap.axis.unit, found.gap.spoken);
    for point in found.gap.series.iter().flat_map(|series| &series.points) {
        let _ = writeln!(out, "{}", point.spoken);
    }
    table(&found.by_year, &mut out);
    let _ = writeln!(out, "\n## {}", found.rows.spoken);
    for row in &found.rows.rows {
        let _ = writeln!(out, "{:?} {} ({}): {} {}", row.role, row.name, row.short, row.note, row.instead);
    }
    table(&found.by_row, &mut out);
    out.push('\n');
    table(&found.all, &mut out);
    let _ = writeln!(out, "\n{}\n{}", found.footnotes.join("\n"), found.axis_note);
    out
}

/// Pupils of one school, year and group: so many, of whom so many have the diploma.
fn pupils(out: &mut String, (year, school, group): (&str, &str, &str), of: usize, having: usize) {
    for pupil in 0..of {
        let (attendance, diploma) = (60 + pupil * 7 % 40, if pupil < having { "Ja" } else { "Nej" });
        let _ = writeln!(out, "{year};{school};{group};{attendance};{diploma};");
    }
}

/// A school with a clear gap in the last year, one without and one whose groups are too small, in two columns of groups.
fn three_schools() -> String {
    let mut out = "Läsår;Skola;Föräldrars utbildning;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for (year, more) in [("2021/22", 0), ("2022/23", 5), ("2023/24", 20)] {
        pupils(&mut out, (year, "Alkulla", "Förgymnasial"), 60, 30);
        pupils(&mut out, (year, "Alkulla", "Gymnasial"), 80, 50);
        pupils(&mut out, (year, "Alkulla", "Eftergymnasial"), 70, 40 + more);
        pupils(&mut out, (year, "Boda", "Förgymnasial"), 30, 20);
        pupils(&mut out, (year, "Boda", "Gymnasial"), 40, 28);
        pupils(&mut out, (year, "Boda", "Eftergymnasial"), 30, 21);
        pupils(&mut out, (year, "Boda", ""), 25, 12);
        pupils(&mut out, (year, "Cederlund", "Gymnasial"), 6, 3);
        pupils(&mut out, (year, "Cederlund", "Eftergymnasial"), 7, 4);
    }
    out
}

fn found(dataset: &Protected, change: impl Fn(&mut Selection), lang: Lang) -> Groups {
    let mut selection = Selection::first(dataset);
    change(&mut selection);
    groups(dataset, &selection, 1, "a.csv", lang).expect("groups")
}

#[test]
fn a_gap_is_said_drawn_and_tabled() {
    let dataset = data(&three_schools());
    for lang in [Lang::Sv, Lang::En] {
        insta::assert_snapshot!(format!("groups_{}", lang.tag()), text(&found(&dataset, |_| (), lang)));
    }
}

#[test]
fn one_school_alone_has_a_row_for_each_year() {
    let dataset = data(&three_schools());
    let change = |selection: &mut Selection| {
        selection.focus_on(&dataset, 1);
        selection.compared.clear();
    };
    insta::assert_snapshot!(text(&found(&dataset, change, Lang::Sv)));
}

#[test]
fn all_withheld_one_year_and_a_chosen_pair() {
    let dataset = data(&three_schools());
    let small = |selection: &mut Selection| {
        selection.focus_on(&dataset, 2);
        selection.from = selection.to;
        selection.compared.clear();
    };
    let withheld = found(&dataset, small, Lang::Sv);
    assert_eq!(withheld.heading, "Cederlund 2023/24 efter föräldrars utbildning");
    assert_eq!(
        withheld.say,
        "Värdena för eftergymnasial och gymnasial på Cederlund 2023/24 är dolda för att skydda elever. Välj två andra grupper, eller ett annat läsår."
    );
    assert_eq!(withheld.by_year.rows.len(), 1);
    assert!(withheld.gap.series[0].points.iter().all(|point| point.mark == Mark::Withheld));
    let chosen = |selection: &mut Selection| {
        selection.focus_on(&dataset, 1);
        selection.pair = Some((3, 0));
    };
    let unknown = found(&dataset, chosen, Lang::Sv);
    assert!(unknown.say.contains("uppgift saknas 48,0\u{a0}%, förgymnasial 66,7\u{a0}%"), "{}", unknown.say);
    assert!(unknown.say.contains("Förgymnasial ligger 18,7\u{a0}procentenheter högre."), "{}", unknown.say);
    let same = found(&dataset, |selection| selection.pair = Some((1, 1)), Lang::Sv);
    assert_eq!(same.pair, Some((2, 0)), "nothing is compared with itself");
}

#[test]
fn those_of_whom_nothing_is_known_are_compared_only_when_that_is_chosen() {
    let mut file = "Läsår;Skola;Bakgrund;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    pupils(&mut file, ("2023/24", "Alkulla", "Svensk bakgrund"), 40, 20);
    pupils(&mut file, ("2023/24", "Alkulla", ""), 60, 30);
    let found = found(&data(&file), |_| (), Lang::Sv);
    assert_eq!(found.pair, None);
    assert_eq!(
        found.say,
        "Bakgrund har bara en grupp i de här filerna, Svensk bakgrund. Det finns ingen att jämföra den med."
    );
    let names: Vec<&str> = found.all.rows.iter().map(|row| row.heading.as_str()).collect();
    assert_eq!(names, ["Svensk bakgrund", "Uppgift saknas"]);
    assert!(found.rows.rows.is_empty() && found.gap.series.is_empty());
}

#[test]
fn labels_of_yes_and_no_say_what_they_answer_and_long_ones_stay_whole() {
    let mut file = "Läsår;Skola;Född i Sverige;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    pupils(&mut file, ("2023/24", "Alkulla", "Ja"), 40, 20);
    pupils(&mut file, ("2023/24", "Alkulla", "Nej"), 40, 20);
    let yes = found(&data(&file), |_| (), Lang::Sv);
    assert!(
        yes.say.contains("född i Sverige: ja 50,0\u{a0}%, född i Sverige: nej 50,0\u{a0}%. Grupperna har samma värde."),
        "{}",
        yes.say
    );
    let long = "Föräldrar som båda är födda utomlands i ett land utanför Norden";
    let file = file.replace(";Ja;", &format!(";{long};")).replace(";Nej;6", ";Övriga;6");
    let long_names = found(&data(&file.replace("Född i Sverige", "Bakgrund")), |_| (), Lang::Sv);
    assert!(long_names.groups.iter().any(|(_, name)| name == long));
}

#[test]
fn twelve_groups_stand_in_the_table_and_the_largest_two_are_compared() {
    let mut file = "Läsår;Skola;Bakgrund;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for group in 0..12 {
        let size = if group == 4 || group == 9 { 60 } else { 30 };
        pupils(&mut file, ("2023/24", "Alkulla", &format!("region {}", 10 + group)), size, size / 2);
    }
    let found = found(&data(&file), |_| (), Lang::Sv);
    assert_eq!(found.all.rows.len(), 12);
    assert_eq!(found.pair, Some((4, 9)));
    assert_eq!(
        found.rows.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(),
        ["region 14", "region 19"]
    );
}

#[test]
fn without_a_column_it_says_what_would_give_groups() {
    let file =
        "Läsår;Skola;Närvaro;Meritvärde;Boende\n2023/24;Alkulla;80;210;hemma\n2023/24;Alkulla;90;160;inackorderad\n";
    let ingested = read(&[("a.csv", file.as_bytes())]);
    let report = ingested.report.clone();
    let dataset = Protected::new(ingested.dataset.expect("a dataset"));
    assert_eq!(groups(&dataset, &Selection::first(&dataset), 0, "a.csv", Lang::Sv), None);
    for lang in [Lang::Sv, Lang::En] {
        let found = without(&dataset, &report, lang);
        insta::assert_snapshot!(
            format!("groups_none_{}", lang.tag()),
            format!("# {}\n{}\n{}", found.heading, found.say, found.ways.join("\n"))
        );
    }
}

#[test]
fn sums_have_the_groups_of_the_source_and_no_others() {
    let file = "Läsår;Skola;Kön;Antal elever;Närvaro\n2023/24;Alkulla;Totalt;90;85\n2023/24;Alkulla;Flickor;50;86\n2023/24;Alkulla;Pojkar;40;83,8\n";
    let dataset = data(file);
    let found = groups(&dataset, &Selection::first(&dataset), 0, "a.csv", Lang::Sv).expect("groups");
    let names: Vec<&str> = found.groups.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Flickor", "Pojkar"], "everybody is no group");
}

#[test]
fn what_the_figures_show_their_tables_show() {
    let dataset = data(&three_schools());
    for indicator in 0..2 {
        let found = groups(&dataset, &Selection::first(&dataset), indicator, "a.csv", Lang::Sv).expect("groups");
        for (point, row) in found.gap.series[0].points.iter().zip(&found.by_year.rows) {
            match (&point.mark, &row.cells[2].number) {
                (Mark::Shown { .. }, Number::Shown(text)) => assert!(point.spoken.contains(text.as_str()), "{text}"),
                (Mark::Withheld, Number::Withheld(_)) | (Mark::Missing, Number::Missing(_)) => {}
                other => panic!("{other:?}"),
            }
        }
        for (drawn, row) in found.rows.rows.iter().zip(&found.by_row.rows) {
            assert_eq!(drawn.name, row.heading);
            for (point, cell) in drawn.points.iter().zip(&row.cells) {
                assert_eq!(matches!(point.mark, Mark::Shown { .. }), matches!(cell.number, Number::Shown(_)));
            }
        }
    }
}

#[test]
fn the_whole_page_passes_the_gate() {
    let dataset = data(&three_schools());
    for (indicator, focus) in [(0, 0), (1, 0), (1, 1), (1, 2)] {
        let mut selection = Selection::first(&dataset);
        selection.focus_on(&dataset, focus);
        let found = groups(&dataset, &selection, indicator, "a.csv", Lang::Sv).expect("groups");
        let leaving = || Leaving::of(&dataset, Lang::Sv);
        for (part, leaving) in [
            ("years", found.leave_by_year(leaving())),
            ("rows", found.leave_by_row(leaving())),
            ("all", found.leave_all(leaving())),
        ] {
            assert_eq!(leaving.judge(&[]).0, Outcome::Saved, "{part}, indicator {indicator}, school {focus}");
        }
    }
}

#[test]
fn the_demo_passes_the_gate_with_every_division() {
    let dataset = demonstration();
    for split in Dim::ALL.into_iter().filter(|dim| dim.is_group() && dataset.dimension(*dim).is_some()) {
        let selection = Selection { split: Some(split), ..Selection::first(&dataset) };
        let page = (0..3).fold(Leaving::of(&dataset, Lang::Sv), |page, indicator| {
            match groups(&dataset, &selection, indicator, "a.csv", Lang::Sv) {
                Some(found) => found.leave_all(page),
                None => page,
            }
        });
        let found = page.attack();
        assert!(found.clean(), "{split:?}: {found:?}");
    }
}

fn divided(dataset: &Protected, change: impl Fn(&mut Selection), lang: Lang) -> Trend {
    let mut selection = Selection { split: Some(Dim::ParentsEducation), ..Selection::first(dataset) };
    change(&mut selection);
    over_years(dataset, &selection, 1, "a.csv", lang)
}

fn lines(found: &Trend) -> String {
    let mut out = format!("{}\n{}\n", found.say, found.chart.spoken);
    for series in &found.chart.series {
        let _ = writeln!(out, "{:?} {} | {}", series.role, series.name, series.short);
        for point in &series.points {
            let _ = writeln!(out, "  {}", point.spoken);
        }
    }
    table(&found.table, &mut out);
    let _ = writeln!(out, "{}\n{}", found.footnotes.join("\n"), found.axis_note);
    out
}

#[test]
fn a_school_is_divided_into_lines() {
    let dataset = data(&three_schools());
    for lang in [Lang::Sv, Lang::En] {
        insta::assert_snapshot!(format!("groups_lines_{}", lang.tag()), lines(&divided(&dataset, |_| (), lang)));
    }
}

#[test]
fn lines_of_groups_are_of_whole_schools_in_single_years_and_say_why() {
    let file = three_schools().replace(";Förgymnasial;", ";NA;Förgymnasial;").replace(";Gymnasial;", ";NA;Gymnasial;");
    let file = file.replace(";Eftergymnasial;", ";EK;Eftergymnasial;").replace(";;", ";EK;;");
    let dataset = data(&file.replace("Skola;F", "Skola;Studievägskod;F"));
    assert!(dataset.labels(Dim::Programme).len() > 1, "there are programmes to choose among");
    let plain = divided(&dataset, |_| (), Lang::Sv);
    let change =
        |selection: &mut Selection| (selection.programme, selection.pooled, selection.since) = (Some(0), 1, Some(0));
    let asked = divided(&dataset, change, Lang::Sv);
    assert_eq!((&asked.chart, &asked.table, &asked.keys), (&plain.chart, &plain.table, &plain.keys));
    assert!(asked.footnotes[0].contains("grupper inom program skulle kunna röja elever"), "{:?}", asked.footnotes);
    assert!(asked.footnotes[1].contains("ett läsår i taget"), "{:?}", asked.footnotes);
    assert_eq!(asked.footnotes[2..], plain.footnotes[..]);
}

#[test]
fn what_lines_of_groups_show_their_table_shows_and_every_cell_has_its_group() {
    let dataset = data(&three_schools());
    for (focus, form) in [(0, Form::Lines), (1, Form::Lines), (2, Form::Lines), (0, Form::Ends)] {
        let found = divided(&dataset, |selection| selection.focus_on(&dataset, focus), Lang::Sv);
        assert_eq!(found.chart.series.len(), found.table.rows.len());
        for (series, row) in found.chart.series.iter().zip(&found.table.rows) {
            assert_eq!((&series.name, series.points.len()), (&row.heading, row.cells.len()));
            for (point, cell) in series.points.iter().zip(&row.cells) {
                match (&point.mark, &cell.number) {
                    (Mark::Shown { .. }, Number::Shown(text)) => {
                        assert!(point.spoken.contains(text.as_str()), "{text}");
                    }
                    (Mark::Withheld, Number::Withheld(_)) | (Mark::Missing, Number::Missing(_)) => {}
                    other => panic!("{other:?}"),
                }
            }
        }
        let found = found.shaped(form);
        let shape = |rows: &[Vec<indicator_explorer::disclose::Key>]| rows.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(shape(&found.keys), found.table.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>());
        let (outcome, document) = found.leave(Leaving::of(&dataset, Lang::Sv), None).judge(&[]);
        assert_eq!(outcome, Outcome::Saved, "{focus} {form:?}");
        let named = document.tables[0].rows.iter().filter(|row| !row.group.is_empty()).count();
        assert!(named >= found.table.rows.len(), "the attack is told of whom the values are");
    }
}

#[test]
fn many_groups_recede_and_a_column_that_is_not_there_divides_nothing() {
    let mut file = "Läsår;Skola;Bakgrund;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for group in 0..8 {
        pupils(&mut file, ("2023/24", "Alkulla", &format!("region {group}")), 30, 15);
    }
    let dataset = data(&file);
    let found = divided(&dataset, |selection| selection.split = Some(Dim::Background), Lang::Sv);
    assert!(found.chart.series.iter().skip(1).all(|series| series.role == Role::Context));
    assert_eq!(found.say, "Alkulla har 50,0\u{a0}% 2023/24.", "eight groups are not told in a sentence");
    let none = divided(&dataset, |selection| selection.split = Some(Dim::Gender), Lang::Sv);
    assert!(none.keys.is_empty() && none.chart.series.len() == 1);
}

#[test]
fn lines_of_every_division_of_the_demo_pass_the_gate() {
    let dataset = demonstration();
    let columns = named_columns(&dataset, Lang::Sv);
    assert!(!columns.is_empty());
    for (split, _) in columns {
        let mut selection = Selection { split: Some(split), ..Selection::first(&dataset) };
        // A small school, of which much is withheld.
        selection.focus_on(&dataset, 5);
        let page = (0..3).fold(Leaving::of(&dataset, Lang::Sv), |page, indicator| {
            over_years(&dataset, &selection, indicator, "a.csv", Lang::Sv).leave(page, None)
        });
        let found = page.attack();
        assert!(found.clean(), "{split:?}: {found:?}");
    }
}

#[test]
fn everything_of_a_urval_has_the_groups_that_the_view_shows() {
    let dataset = data(&three_schools());
    let first = Selection::first(&dataset);
    let asked = Selection { programme: Some(0), pooled: 1, ..first.clone() };
    let found = groups(&dataset, &first, 0, "a.csv", Lang::Sv).expect("groups");
    for lang in [Lang::Sv, Lang::En] {
        let bytes = urval_csv(&dataset, &asked, Some(found.dim), "Urvalet.", "a.csv", lang);
        let text = String::from_utf8(bytes).expect("text").replace("\r\n", "\n");
        insta::assert_snapshot!(format!("groups_urval_{}", lang.tag()), text);
        let leaving = Leaving::of(&dataset, lang).urval_by(&asked, found.dim);
        assert_eq!(leaving.judge(&[]).0, Outcome::Saved);
    }
    // The file and the table on the screen say the same of every group.
    let bytes = urval_csv(&dataset, &first, Some(found.dim), "", "", Lang::Sv);
    let text = String::from_utf8(bytes).expect("text");
    let (year, school) = (dataset.name(Dim::Year, first.to), dataset.name(Dim::School, first.focus));
    for row in &found.all.rows {
        let begins = ["", school, year, "alla program", &row.heading, &found.name, ""].join("\";\"");
        let line = text.lines().find_map(|line| format!("\";{line}").strip_prefix(&begins).map(str::to_owned));
        let line = line.unwrap_or_else(|| panic!("{begins} in\n{text}"));
        match &row.cells[0].number {
            Number::Shown(value) => {
                let value = value.trim_end_matches(['%', '\u{a0}']);
                assert!(line.starts_with(&format!("{value}\";")), "{value}: {line}");
            }
            Number::Withheld(why) | Number::Missing(why) => {
                assert!(line.starts_with("\";\"\";") && line.contains(why.as_str()), "{why}: {line}");
            }
        }
    }
}
