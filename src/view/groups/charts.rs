//! The gap over the school years, and the two groups side by side.

use super::field::{Field, Two};
use super::table::{self, figures};
use crate::data::{Dim, Lang, Unit};
use crate::disclose::{Publishable, State};
use crate::stats::Difference;
use crate::view::grid::Grid;
use crate::view::model::{
    ChartWords, DumbbellChart, DumbbellRow, DumbbellWords, Group, LineChart, Mark, Point, Role, Series, ZeroLine,
};
use crate::view::words::{self, in_sentence};
use crate::view::{breaks, series};

/// How far the first group is above the second in each school year, in the school in focus, with the interval of the gap.
pub(super) fn gap(field: &Field, grid: &Grid, say: &str, lang: Lang) -> LineChart {
    let title = field.about.name.get(lang).to_owned();
    let cuts = breaks::shown(field.dataset, grid, 1, field.indicator);
    let school = field.dataset.name(Dim::School, field.selection.focus).to_owned();
    let points = field.years().into_iter().filter_map(|year| Some(gap_point(field, year, field.pair?, lang)));
    let line = Series {
        name: school.clone(),
        short: series::short_name(&school),
        role: Role::Focus,
        cuts: Vec::new(),
        points: points.collect(),
    };
    let zero = ZeroLine {
        label: lang.pick("ingen skillnad", "no difference").to_owned(),
        short: lang.pick("lika", "equal").to_owned(),
    };
    let unit = above(field, lang);
    LineChart {
        spoken: format!(
            "{} {title}. {say}",
            lang.pick("Linjediagram över skillnaden.", "Line chart of the difference.")
        ),
        years: field.years().into_iter().map(|year| series::tick(field.dataset, field.selection, year)).collect(),
        axis: series::axis(field.about, lang).of_differences(unit, zero),
        breaks: breaks::marks(&cuts, 1, lang),
        targets: Vec::new(),
        words: ChartWords {
            withheld: lang.pick("Dolt", "Withheld").to_owned(),
            empty: lang.pick("Ingen skillnad att visa", "No difference to show").to_owned(),
        },
        series: if line.points.is_empty() { Vec::new() } else { vec![line] },
        title,
    }
}

/// The unit of a gap, and which way is up: `procentenheter högre för flickor än för pojkar`.
fn above(field: &Field, lang: Lang) -> String {
    let unit = match field.about.unit {
        Unit::Percent => lang.pick("procentenheter", "percentage points"),
        Unit::Points => lang.pick("poäng", "points"),
    };
    let Some((first, second)) = field.pair else { return unit.to_owned() };
    let (first, second) = (in_sentence(field.name(first)), in_sentence(field.name(second)));
    match lang {
        Lang::Sv => format!("{unit} högre för {first} än för {second}"),
        Lang::En => format!("{unit} higher for {first} than for {second}"),
    }
}

fn gap_point(field: &Field, year: u16, pair: (u16, u16), lang: Lang) -> Point {
    let two = field.two(field.selection.focus, year, pair);
    let mark = match two.apart() {
        Some(value) => series::shown(value, two.gap.map(|found| found.interval), field.about),
        None => blank(&two),
    };
    Point { mark, spoken: spoken_gap(field, (&two, false), field.dataset.name(Dim::Year, year), pair, lang) }
}

/// The mark of a gap that there is not: withheld where one of the two is.
fn blank(two: &Two) -> Mark {
    let is_withheld = |found: &Publishable| matches!(found.state(), State::Withheld(_));
    if is_withheld(&two.first) || is_withheld(&two.second) { Mark::Withheld } else { Mark::Missing }
}

/// `2023/24: skillnad +8,1 procentenheter, 95 %-intervall −2,0 till 18,1, kan vara slump. Flickor 76,1 %, 132 elever, …; pojkar …`
fn spoken_gap(
    field: &Field,
    (two, is_one_of_many): (&Two, bool),
    of: &str,
    (first, second): (u16, u16),
    lang: Lang,
) -> String {
    let unit = match field.about.unit {
        Unit::Percent => lang.pick("\u{a0}procentenheter", "\u{a0}percentage points"),
        Unit::Points => "",
    };
    let gap = two.apart().map(|apart| {
        let how_sure = |found: Difference| {
            let limits = words::limits(found.interval, field.about, lang);
            let verdict = two.verdict(is_one_of_many);
            let verdict = verdict.map_or(String::new(), |found| in_sentence(words::verdict(found, lang)));
            format!(", {} {limits}, {verdict}", words::interval_name(lang))
        };
        let sure = two.gap.map_or(String::new(), how_sure);
        format!("{} {}{unit}{sure}. ", lang.pick("skillnad", "difference"), figures(apart, field, lang))
    });
    let one = |group: u16, found: &Publishable| format!("{} {}", field.name(group), said(field, found, lang));
    let (first, second) = (one(first, &two.first), in_sentence(&one(second, &two.second)));
    let of = if of.is_empty() { String::new() } else { format!("{of}: ") };
    format!("{of}{}{first}; {second}", gap.unwrap_or_default())
}

/// A value in words, with what it rests on.
fn said(field: &Field, found: &Publishable, lang: Lang) -> String {
    match found.state() {
        State::Shown(estimate) => {
            format!(
                "{}, {}",
                words::value(estimate.value, field.about, lang),
                words::base(&estimate, field.about, lang)
            )
        }
        State::Withheld(why) => words::withheld(why, lang),
        State::Missing => words::missing(lang).to_owned(),
    }
}

/// The two groups side by side: a row per school in the last year, or per year where only one school is chosen.
pub(super) fn rows(field: &Field, say: &str, lang: Lang) -> DumbbellChart {
    let title = field.about.name.get(lang).to_owned();
    let role = |at: u8| Role::Compared(at + 2);
    let pair = field.pair.map_or(Vec::new(), |(first, second)| vec![first, second]);
    let groups = (0_u8..).zip(&pair).map(|(at, &group)| Group { name: field.name(group).to_owned(), role: role(at) });
    let row = |(school, year, name): (u16, u16, String)| {
        let is_focus = if field.are_schools() { school == field.selection.focus } else { year == field.selection.to };
        let values: Vec<Publishable> = pair.iter().map(|&group| field.value(school, year, group)).collect();
        let spoken = match pair[..] {
            [first, second] => {
                let two = field.two(school, year, (first, second));
                spoken_gap(field, (&two, school != field.selection.focus), &name, (first, second), lang)
            }
            _ => name.clone(),
        };
        let point =
            |found: &Publishable| Point { mark: series::mark(found.state(), field.about), spoken: spoken.clone() };
        DumbbellRow {
            short: series::short_name(&name),
            role: if is_focus { Role::Focus } else { Role::Context },
            points: values.iter().map(point).collect(),
            note: note(field, &values, lang),
            instead: instead(&values, lang),
            name,
        }
    };
    let rows: Vec<DumbbellRow> =
        if pair.is_empty() { Vec::new() } else { table::rows(field).into_iter().map(row).collect() };
    DumbbellChart {
        spoken: format!(
            "{} {title}. {say}",
            lang.pick("Diagram med två grupper per rad.", "Chart with two groups in each row.")
        ),
        axis: series::axis(field.about, lang),
        groups: groups.collect(),
        target: None,
        words: DumbbellWords {
            withheld: Mark::hidden_word(rows.iter().flat_map(|row| &row.points).map(|point| point.mark), lang),
            empty: lang.pick("Inget värde att visa", "No value to show").to_owned(),
            some: lang
                .pick(
                    "{drawn} av {all} rader ritas. Alla står i tabellen.",
                    "{drawn} of {all} rows are drawn. All are in the table.",
                )
                .to_owned(),
        },
        rows,
        title,
    }
}

/// The gap right of a row, where both values are shown.
fn note(field: &Field, values: &[Publishable], lang: Lang) -> String {
    let [first, second] = values else { return String::new() };
    let apart = first.shown().zip(second.shown()).map(|(first, second)| first.value - second.value);
    apart.map_or(String::new(), |apart| figures(apart, field, lang))
}

/// What stands in a row without values.
fn instead(values: &[Publishable], lang: Lang) -> String {
    if values.iter().any(|found| found.shown().is_some()) {
        return String::new();
    }
    let withheld = values.iter().find_map(|found| match found.state() {
        State::Withheld(why) => Some(words::withheld(why, lang)),
        _ => None,
    });
    withheld.unwrap_or_else(|| words::missing(lang).to_owned())
}
