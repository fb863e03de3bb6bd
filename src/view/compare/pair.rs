//! Two indicators of every school at once: one upwards, the other across.

use crate::data::Lang;
use crate::query::Selection;
use crate::view::format::count;
use crate::view::model::{Across, FunnelChart, FunnelWords, Mark, Out, School};
use crate::view::screen::{Compare, Number, Pair, Table, TableCell, TableRow};
use crate::view::{window, words};

/// The columns of a comparison that are told of each indicator: value, interval, pupils.
const TOLD: usize = 3;

/// Two comparisons of the same urval as one. It says where the schools lie, and nothing of whether one thing leads to the other.
pub fn pair(upwards: Compare, across: Compare, selection: &Selection, lang: Lang) -> Pair {
    // Mostly they stand at the same place.
    let twin = |at: usize, name: &str| {
        let is_it = |school: &&School| school.name == name;
        let schools = &across.rows.schools;
        schools.get(at).filter(is_it).or_else(|| schools.iter().find(is_it))
    };
    let row_of = |at: usize, name: &str| {
        let is_it = |row: &&TableRow| row.heading == name;
        let rows = &across.table.rows;
        rows.get(at).filter(is_it).or_else(|| rows.iter().find(is_it))
    };
    let (mut marks, mut schools) = (Vec::new(), Vec::new());
    for (at, school) in upwards.rows.schools.iter().enumerate() {
        let other = twin(at, &school.name);
        let mark = other.map_or(Mark::Missing, |other| other.mark);
        let has_both = matches!((school.mark, mark), (Mark::Shown { .. }, Mark::Shown { .. }));
        let lacks_own = !matches!(school.mark, Mark::Shown { .. });
        let told = other.and_then(|other| other.spoken.split_once(": ")).map_or("", |(_, told)| told);
        schools.push(School {
            mark: if has_both || lacks_own && !mark.is_hidden() { school.mark } else { mark },
            out: Out::No,
            spoken: format!("{}; {told}", school.spoken),
            ..school.clone()
        });
        marks.push(mark);
    }
    let mut columns = vec![upwards.table.columns.first().cloned().unwrap_or_default()];
    for table in [&upwards.table, &across.table] {
        let name = table.columns.get(1).cloned().unwrap_or_default();
        let more =
            table.columns.iter().skip(2).take(TOLD - 1).map(|column| format!("{name}: {}", words::in_sentence(column)));
        let more: Vec<String> = more.collect();
        columns.push(name);
        columns.extend(more);
    }
    let row = |(at, row): (usize, &TableRow)| {
        let other = row_of(at, &row.heading);
        let of = |row: Option<&TableRow>| {
            let none = TableCell { number: Number::Missing("–".to_owned()), sub: String::new() };
            let mut cells: Vec<TableCell> = row.iter().flat_map(|row| &row.cells).take(TOLD).cloned().collect();
            cells.resize(TOLD, none);
            cells
        };
        TableRow { cells: [of(Some(row)), of(other)].concat(), ..row.clone() }
    };
    let table = Table {
        caption: format!("{}; {}", upwards.table.caption, words::in_sentence(&across.table.caption)),
        columns,
        breaks: Vec::new(),
        rows: upwards.table.rows.iter().enumerate().map(row).collect(),
    };
    let say = say(&table, &schools, lang);
    let title = format!("{} {} {}", upwards.name, lang.pick("och", "and"), words::in_sentence(&across.name));
    let mut footnotes: Vec<String> =
        [&upwards, &across].iter().filter_map(|found| found.footnotes.first().cloned()).collect();
    footnotes.extend(bars([&upwards, &across], lang));
    footnotes.extend([no_cause(lang), extent(lang)].map(str::to_owned));
    footnotes.extend(window::note(selection.pooled, false, lang));
    footnotes.extend(upwards.footnotes.last_chunk::<2>().into_iter().flatten().cloned());
    let chart = FunnelChart {
        spoken: format!("{} {title}. {say}", lang.pick("Punktdiagram.", "Scatter chart.")),
        words: FunnelWords {
            pupils: across.name.clone(),
            withheld: Mark::hidden_word(schools.iter().map(|school| school.mark), lang),
            ..upwards.funnel.words.clone()
        },
        across: Some(Across { axis: across.rows.axis.clone(), marks }),
        schools,
        centre: None,
        place: None,
        spread: None,
        curves: None,
        ..upwards.funnel.clone()
    };
    Pair { name: title, chart, say, table, footnotes, of: [upwards, across] }
}

/// What the school in focus has, and of how many schools both are shown.
fn say(table: &Table, schools: &[School], lang: Lang) -> String {
    let own = table.rows.iter().find(|row| row.focus).map(|row| {
        let of = |cell: usize| {
            let (Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) = &row.cells[cell].number;
            format!("{} {text}", words::in_sentence(&table.columns[cell + 1]))
        };
        format!("{}: {}, {}. ", row.heading, of(0), of(TOLD))
    });
    let both = schools.iter().filter(|school| matches!(school.mark, Mark::Shown { .. })).count();
    let [both, all] = [both, schools.len()].map(|n| count(n as u64, lang));
    let told = match lang {
        Lang::Sv => format!("Båda värdena visas för {both} av {all} skolor."),
        Lang::En => format!("Both values are shown for {both} of {all} schools."),
    };
    own.unwrap_or_default() + &told
}

/// Why bars go one way only, or there are none.
fn bars(of: [&Compare; 2], lang: Lang) -> Vec<String> {
    let found = || of.into_iter().filter_map(|found| found.no_spread.as_ref());
    let mut told: Vec<String> = found().map(|(note, _)| note.clone()).collect();
    told.extend(match found().filter(|(_, of_all)| *of_all).count() {
        0 => None,
        1 => Some(lang.pick("Därför går strecken bara åt ett håll.", "So the bars go one way only.").to_owned()),
        _ => Some(lang.pick("Därför ritas inga streck.", "So no bars are drawn.").to_owned()),
    });
    told
}

fn no_cause(lang: Lang) -> &'static str {
    lang.pick(
        "Diagrammet säger inte att den ena indikatorn beror på den andra, inte ens där skolor med höga värden i den ena också har det i den andra. Vilka elever som går där kan ligga bakom båda.",
        "The chart does not say that one indicator is due to the other, not even where schools with high values in one have them in the other, too. Which pupils go there may be behind both.",
    )
}

fn extent(lang: Lang) -> &'static str {
    lang.pick("Axlarna visar bara det område där skolorna ligger.", "The axes show only where the schools lie.")
}
