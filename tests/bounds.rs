//! Bounds that a source gives in place of numbers (`~100`, `<5`): from the file to everything that says them, and never a number.

use std::fmt::Write as _;

use indicator_explorer::chart::{Frame, Prim, caterpillar, funnel, line_chart, spark};
use indicator_explorer::data::{Bound, Dim, Edge, Fixed, Lang, Unit};
use indicator_explorer::disclose::{Protected, SCHOOLS, Spot, State, Withheld};
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::query::{Filter, Selection, group};
use indicator_explorer::view::compare::compare;
use indicator_explorer::view::coverage::coverage_csv;
use indicator_explorer::view::leaving::{Leaving, Outcome};
use indicator_explorer::view::model::Mark;
use indicator_explorer::view::overview::overview;
use indicator_explorer::view::plausibility::plausibility;
use indicator_explorer::view::screen::Number;
use indicator_explorer::view::trend::trend;
use indicator_explorer::view::urval_csv::urval_csv;
use proptest::prelude::*;

fn import(csv: &str, cut: usize) -> Ingested {
    let mut importer = Importer::new(None);
    importer.begin_file("a.csv");
    csv.as_bytes().chunks(cut.max(1)).for_each(|chunk| importer.push(chunk));
    importer.finish()
}

const HEADER: &str = "Läsår;Skola;Kommun;Program;Totalt antal;Andel (%) med examen;Andel (%) med grundl. behörighet;\
                      GBP för elever med examen eller studiebevis\n";

fn protected(rows: &str) -> Protected {
    Protected::new(import(&format!("{HEADER}{rows}"), usize::MAX).dataset.expect("a dataset"))
}

fn bound(edge: Edge, limit: f64) -> Bound {
    Bound::new(edge, Fixed::from_f64(limit).expect("in range")).expect("room")
}

fn within(edge: Edge, limit: f64, unit: Unit) -> State {
    State::Withheld(Withheld::Within(bound(edge, limit), Some(unit)))
}

const ROWS: &str = "2022/23;Ask;Vik;Nationella program;58;80,0;50,0;12,1\n\
                    2023/24;Ask;Vik;Nationella program;60;~100;<5;> 18\n\
                    2022/23;Bok;Vik;Nationella program;70;90,0;60,0;13,0\n\
                    2023/24;Bok;Vik;Nationella program;80;75,0;≥95 %;13,5\n\
                    2022/23;Dun;Ås;Nationella program;<10;90,0;60,0;13,0\n\
                    2023/24;Dun;Ås;Nationella program;80;75,0;55,0;13,5\n\
                    2023/24;Ek;Ås;Nationella program;8;~100;40,0;..\n";

fn spot<'a>(data: &'a Protected, school: &str, year: &str) -> Spot<'a> {
    let code = |dim: Dim, name: &str| {
        let place = data.labels(dim).iter().position(|label| label.name == name).expect("a label");
        u16::try_from(place).expect("few")
    };
    data.spot(SCHOOLS, &[code(Dim::School, school), code(Dim::Year, year)]).expect("rows")
}

#[test]
fn a_bound_is_a_state_of_its_own() {
    let data = protected(ROWS);
    let ask = spot(&data, "Ask", "2023/24");
    assert_eq!(ask.value(0).state(), within(Edge::NearlyAll, 100.0, Unit::Percent));
    assert_eq!(ask.value(1).state(), within(Edge::Below, 5.0, Unit::Percent));
    assert_eq!(ask.value(2).state(), within(Edge::Above, 18.0, Unit::Points));
    assert_eq!(spot(&data, "Bok", "2023/24").value(1).state(), within(Edge::AtLeast, 95.0, Unit::Percent));
    assert_eq!(ask.pupils().get(), Ok(60));
    // Nobody is told how many of them have a value: that would be a number without a value.
    assert_eq!(ask.base(0).get(), Err(Some(Withheld::InSource)));
    let few = spot(&data, "Dun", "2022/23");
    assert_eq!(few.pupils().get(), Err(Some(Withheld::Within(bound(Edge::Below, 10.0), None))));
    assert_eq!(few.value(0).state(), State::Withheld(Withheld::InSource), "nothing can weigh it");
    // Of a group that is hidden for its size, we do not repeat it.
    assert_eq!(spot(&data, "Ek", "2023/24").value(0).state(), State::Withheld(Withheld::ByRule));
}

#[test]
fn a_sum_with_a_part_of_which_only_a_bound_is_known_is_no_number() {
    let data = protected(ROWS);
    let year = |name: &str| {
        let place = data.labels(Dim::Year).iter().position(|label| label.name == name).expect("a year");
        u16::try_from(place).expect("few")
    };
    let place = data.labels(Dim::Municipality).iter().position(|label| label.name == "Vik").expect("a place");
    let all = data.at_all_of(Dim::Municipality, u16::try_from(place).expect("few"), year("2023/24")).expect("rows");
    for indicator in 0..3 {
        assert_eq!(all.value(indicator).state(), State::Withheld(Withheld::InSource), "{indicator}");
        assert_eq!(all.base(indicator).get(), Err(Some(Withheld::InSource)));
        assert!(!all.is_of_part(indicator));
    }
    assert_eq!(all.pupils().get(), Ok(140));
    let years = group(&data, &Filter::all(), &[Dim::Year]);
    let last = years.get(&[year("2023/24")]).expect("rows");
    assert!(last.cells.iter().all(|cell| cell.mean().is_none() && cell.bound.is_none()));
    let first = years.get(&[year("2022/23")]).expect("rows");
    assert!((first.cells[0].mean().expect("known") - (58.0 * 80.0 + 70.0 * 90.0) / 128.0).abs() < 1e-9);
    assert_eq!((first.pupils, first.rows_with_bound, first.bound), (128, 1, None));
    // Two school years put together.
    let selection = Selection { pooled: 1, to: 1, ..Selection::default() };
    let found = overview(&data, &selection, "", Lang::Sv);
    assert!(found.cards.iter().all(|card| !matches!(card.number, Number::Shown(_))), "{:?}", found.cards);
}

#[test]
fn everything_says_it_in_words() {
    let data = protected(ROWS);
    let selection = Selection::first(&data);
    let nearly = "nästan alla (källan anger ~100)";
    let screen = overview(&data, &selection, "a.csv", Lang::Sv);
    assert_eq!(screen.lead, "Inget värde går att visa som ett tal. Välj ett annat läsår.");
    let card = &screen.cards[0];
    assert_eq!(card.number, Number::Withheld(nearly.to_owned()));
    assert!(card.verdict.is_none() && card.base.is_empty() && card.change.is_empty(), "{card:?}");
    assert!(
        card.why.facts.iter().any(|(term, text)| term == "Gräns" && text.contains("räknas inte in")),
        "{:?}",
        card.why
    );
    let numbers: Vec<&Number> = screen.matrix.rows[0].cells.iter().map(|cell| &cell.number).collect();
    assert!(numbers.contains(&&Number::Withheld("över 18 (källan anger >18)".to_owned())), "{numbers:?}");

    let lines = trend(&data, &selection, 0, "a.csv", Lang::Sv);
    let last = &lines.chart.series[0].points[1];
    assert_eq!(last.mark, Mark::Within(bound(Edge::NearlyAll, 100.0)), "never drawn as a point");
    assert_eq!(last.spoken, format!("Ask, 2023/24: andel med examen {nearly}"));
    assert_eq!(lines.say, format!("Ask 2023/24: {nearly}."));
    assert!(lines.footnotes.iter().any(|note| note == "Ett värde är bara en gräns i källan."), "{:?}", lines.footnotes);

    let schools = compare(&data, &selection, 0, "a.csv", Lang::Sv);
    let ask = schools.rows.schools.iter().find(|school| school.name == "Ask").expect("a school");
    assert_eq!((ask.mark, ask.instead.as_str()), (Mark::Within(bound(Edge::NearlyAll, 100.0)), nearly));

    // In the drawings the bound stands in figures beside the axis, and is not called withheld.
    let frame = Frame::new(900.0, 400.0);
    let alone = trend(&data, &Selection { compared: Vec::new(), ..selection.clone() }, 0, "a.csv", Lang::Sv);
    for (drawing, words) in [
        (line_chart(&alone.chart, &frame), vec!["Gräns", "~100"]),
        (line_chart(&lines.chart, &frame), vec!["Dolt, gräns", "~100"]),
        (spark(&lines.chart, &frame), vec!["~100"]),
        (caterpillar(&schools.rows, &frame), vec![nearly]),
        (funnel(&schools.funnel, &frame), vec!["Dolt, gräns", "~100"]),
    ] {
        let text = |prim: &Prim| if let Prim::Text(text) = prim { Some(text.text.clone()) } else { None };
        let said: Vec<String> = drawing.list.prims.iter().filter_map(text).collect();
        assert!(words.iter().all(|word| said.iter().any(|text| text == word)), "{words:?} {said:?}");
        assert!(!said.iter().any(|text| text == "Dolt"), "{said:?}");
        assert!(drawing.placed.iter().any(|spot| spot.withheld), "the keys lead there");
    }

    let file = String::from_utf8(urval_csv(&data, &selection, None, "", "a.csv", Lang::Sv)).expect("UTF-8");
    let line =
        file.lines().find(|line| line.contains("\"Ask\";\"2023/24\"") && line.contains("examen")).expect("a line");
    assert!(line.contains(&format!("\"\";\"\";\"\";\"\";\"procent\";\"{nearly}\"")), "{line}");
    let (file, _) = coverage_csv(&data, "a.csv", Lang::En);
    assert!(String::from_utf8(file).expect("UTF-8").contains("fewer than 10 (the source says <10)"));
}

#[test]
fn a_year_before_that_is_only_bounded_is_no_change() {
    let data = protected(
        "2022/23;Ask;Vik;Nationella program;60;~100;50,0;12,1\n2023/24;Ask;Vik;Nationella program;58;80,0;50,0;12,1\n",
    );
    let card = overview(&data, &Selection::first(&data), "", Lang::Sv).cards.remove(0);
    assert_eq!(card.change, "Året innan, 2022/23: nästan alla (källan anger ~100).");
    assert!(card.verdict.is_none());
}

#[test]
fn the_report_counts_them_by_symbol() {
    let Ingested { dataset, report } = import(&format!("{HEADER}{ROWS}"), usize::MAX);
    let panel = plausibility(&Protected::new(dataset.expect("a dataset")), &report, Lang::Sv);
    let table = panel.table.expect("a table").table;
    assert!(table.columns.contains(&"Bara en gräns i källan".to_owned()), "{:?}", table.columns);
    let said: Vec<String> = panel.lists.into_iter().flat_map(|list| list.items).collect();
    let told = "Källan anger gränser i stället för tal: <5 (1), <10 (1), >18 (1), ≥95 (1), ~100 (2).";
    assert!(said.iter().any(|item| item.starts_with(told)), "{said:?}");
}

/// Rows of one school year: the whole and its programmes, as the source would print them.
fn file(schools: &[Vec<(u32, u32, bool)>]) -> String {
    let mut rows = HEADER.to_owned();
    let share = |pupils: u32, having: u32, is_bound: bool| {
        let share = f64::from(having) * 100.0 / f64::from(pupils);
        match pupils - having {
            _ if pupils < 10 => "..".to_owned(),
            1..=4 if is_bound => "~100".to_owned(),
            _ if is_bound && share > 90.0 => ">90".to_owned(),
            _ if is_bound && share < 20.0 => "<20 %".to_owned(),
            _ if having < 10 => "..".to_owned(),
            _ => format!("{share:.1}").replace('.', ","),
        }
    };
    let mean = |pupils: u32, having: u32, is_bound: bool| match 10.0 + f64::from(having) * 10.0 / f64::from(pupils) {
        _ if pupils < 10 => "..".to_owned(),
        mean if is_bound && mean > 15.0 => ">15".to_owned(),
        mean => format!("{mean:.1}").replace('.', ","),
    };
    for (number, programmes) in schools.iter().enumerate() {
        let all = programmes.iter().fold((0, 0), |all, (pupils, having, _)| (all.0 + pupils, all.1 + having));
        let total = [("Nationella program".to_owned(), (all.0, all.1, false))].into_iter();
        let names = ["BA", "NA", "TE"].map(str::to_owned).into_iter();
        for (name, (pupils, having, is_bound)) in total.chain(names.zip(programmes.iter().copied())) {
            let count = if pupils < 10 { "<10".to_owned() } else { pupils.to_string() };
            let (share, mean) = (share(pupils, having, is_bound), mean(pupils, having, is_bound));
            let _ = writeln!(rows, "2023/24;S{number};Vik;{name};{count};{share};;{mean}");
        }
    }
    rows
}

fn programmes() -> impl Strategy<Value = Vec<(u32, u32, bool)>> {
    let programme = (1..60_u32, 0..=100_u32, any::<bool>());
    let programme = programme.prop_map(|(pupils, part, is_bound)| (pupils, pupils * part / 100, is_bound));
    prop::collection::vec(programme, 2..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_leaves_stands_the_attack_beside_bounds(schools in prop::collection::vec(programmes(), 1..4)) {
        let data = Protected::new(import(&file(&schools), usize::MAX).dataset.expect("a dataset"));
        let found = Leaving::of(&data, Lang::Sv).everything().attack();
        prop_assert!(found.clean(), "{found:?}\n{}", file(&schools));
        let (outcome, _) = Leaving::of(&data, Lang::En).urval(&Selection::first(&data)).judge(&[]);
        prop_assert_eq!(outcome, Outcome::Saved);
    }

    #[test]
    fn bounds_are_the_same_however_the_file_is_cut(
        schools in prop::collection::vec(programmes(), 1..4),
        cut in 1..40_usize,
    ) {
        let (whole, cut) = (import(&file(&schools), usize::MAX), import(&file(&schools), cut));
        prop_assert_eq!(&whole.dataset, &cut.dataset);
        prop_assert_eq!(&whole.report, &cut.report);
        let data = whole.dataset.expect("a dataset");
        let told = data.cells.iter().filter(|cell| cell.bound.is_some()).count();
        let fields = file(&schools).split(';').filter(|field| ["~100", ">90", "<20 %"].contains(field)).count();
        let means = file(&schools).lines().filter(|line| line.ends_with(";>15")).count();
        prop_assert_eq!(told, fields + means);
    }
}
