//! The groups, the school years and the schools as tables.

use super::field::{Field, Two};
use super::names;
use crate::data::{Dim, Lang, Unit, sort_by};
use crate::disclose::{Publishable, State};
use crate::stats::Difference;
use crate::view::format::number;
use crate::view::grid::Grid;
use crate::view::screen::{Number, Table, TableCell, TableRow};
use crate::view::{breaks, words};

/// All groups of the school in focus in the last year: value with pupils and interval, and how far each is above the second of the two
/// that are compared.
pub(super) fn all(field: &Field, lang: Lang) -> Table {
    let (school, year) = (field.selection.focus, field.selection.to);
    let column = names::column(field.dataset, field.dim, lang);
    let place = [field.dataset.name(Dim::School, school), field.dataset.name(Dim::Year, year)];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut columns = vec![column.to_owned(), field.about.name.get(lang).to_owned()];
    let against = field.pair.map(|(_, second)| second);
    if let Some(against) = against {
        columns.push(gap_column(field, lang.pick("jämfört med", "compared with"), against, lang));
        columns.push(chance(lang));
    }
    let row = |(group, name): &(u16, String)| {
        let mut cells = vec![value(field, &field.value(school, year, *group), lang)];
        if let Some(against) = against {
            let two = (*group != against).then(|| field.two(school, year, (*group, against)));
            cells.extend(gap_cells(field, two.as_ref(), false, lang));
        }
        TableRow { heading: name.clone(), focus: is_of_pair(field, *group), cells }
    };
    Table {
        caption: format!("{place}: {}, {}", words::in_sentence(column), words::in_unit(field.about, lang)),
        columns,
        breaks: Vec::new(),
        rows: field.listed().map(row).collect(),
    }
}

/// The two groups and their gap in the school in focus, by school year.
pub(super) fn by_year(field: &Field, grid: &Grid, lang: Lang) -> Table {
    let told = breaks::told(field.dataset, grid, (0, field.indicator), lang);
    let name = |year: u16| field.dataset.name(Dim::Year, year).to_owned();
    let rows = field.years().into_iter().zip(told).map(|(year, told)| {
        let mut row = row(field, field.selection.focus, year, name(year), lang);
        if let (Some(_), Some(gap)) = (told, row.cells.get_mut(2)) {
            let stop = if gap.sub.is_empty() { "" } else { ". " };
            gap.sub.extend([stop, breaks::not_with_earlier(lang)]);
        }
        TableRow { focus: year == field.selection.to, ..row }
    });
    table(field, lang.pick("per läsår", "by school year"), Dim::Year, rows.collect(), lang)
}

/// The two groups and their gap, by school in the last year, or by year where only one school is chosen.
pub(super) fn by_row(field: &Field, lang: Lang) -> Table {
    let rows = rows(field).into_iter().map(|(school, year, name)| {
        let focus = if field.are_schools() { school == field.selection.focus } else { year == field.selection.to };
        TableRow { focus, ..row(field, school, year, name, lang) }
    });
    let rows = rows.collect();
    if field.are_schools() {
        table(field, lang.pick("per skola", "by school"), Dim::School, rows, lang)
    } else {
        table(field, lang.pick("per läsår", "by school year"), Dim::Year, rows, lang)
    }
}

/// School, year and name of each row of the dumbbell: the schools in the order of their names, or the years.
pub(super) fn rows(field: &Field) -> Vec<(u16, u16, String)> {
    let (focus, to) = (field.selection.focus, field.selection.to);
    if field.are_schools() {
        let mut schools = field.schools();
        sort_by(&mut schools, Ord::cmp);
        let name = |school: u16| field.dataset.name(Dim::School, school).to_owned();
        return schools.into_iter().map(|school| (school, to, name(school))).collect();
    }
    field.years().into_iter().map(|year| (focus, year, field.dataset.name(Dim::Year, year).to_owned())).collect()
}

fn table(field: &Field, by: &str, dim: Dim, rows: Vec<TableRow>, lang: Lang) -> Table {
    let mut columns = vec![dim.name(lang).to_owned()];
    if let Some((first, second)) = field.pair {
        columns.extend([first, second].map(|group| field.name(group).to_owned()));
        columns.push(gap_column(field, lang.pick("skillnad mot", "difference from"), second, lang));
        columns.push(chance(lang));
    }
    let of = match dim {
        Dim::School => field.dataset.name(Dim::Year, field.selection.to),
        _ => field.dataset.name(Dim::School, field.selection.focus),
    };
    let caption = format!("{}, {of} {by}, {}", field.about.name.get(lang), words::in_unit(field.about, lang));
    Table { caption: caption.replace("  ", " "), columns, breaks: Vec::new(), rows }
}

fn row(field: &Field, school: u16, year: u16, heading: String, lang: Lang) -> TableRow {
    let Some(pair) = field.pair else { return TableRow { heading, focus: false, cells: Vec::new() } };
    let two = field.two(school, year, pair);
    let mut cells = vec![value(field, &two.first, lang), value(field, &two.second, lang)];
    cells.extend(gap_cells(field, Some(&two), school != field.selection.focus, lang));
    TableRow { heading, focus: false, cells }
}

/// A value, and below it what it rests on.
fn value(field: &Field, found: &Publishable, lang: Lang) -> TableCell {
    TableCell {
        number: words::published(found, field.about, lang),
        sub: found.shown().map_or(String::new(), |found| words::base(found, field.about, lang)),
    }
}

/// The gap with its interval, and whether it is chance.
fn gap_cells(field: &Field, two: Option<&Two>, is_one_of_many: bool, lang: Lang) -> [TableCell; 2] {
    let gap = two.and_then(|two| two.gap);
    let number = match two.and_then(Two::apart) {
        Some(apart) => Number::Shown(figures(apart, field, lang)),
        None => two.map_or_else(none, |two| why_none(two, lang)),
    };
    let limits = |found: Difference| {
        format!("{} {}", words::interval_name(lang), words::limits(found.interval, field.about, lang))
    };
    let verdict = two.and_then(|two| two.verdict(is_one_of_many));
    let verdict = verdict.map_or_else(none, |found| Number::Shown(words::verdict(found, lang).to_owned()));
    [TableCell { number, sub: gap.map_or(String::new(), limits) }, plain(verdict)]
}

/// Why there is no gap: one of the two is withheld, or missing.
fn why_none(two: &Two, lang: Lang) -> Number {
    let withheld = [two.first, two.second].into_iter().find_map(|found| match found.state() {
        State::Withheld(why) => Some(words::withheld(why, lang)),
        _ => None,
    });
    withheld.map_or_else(|| Number::Missing(words::missing(lang).to_owned()), Number::Withheld)
}

/// A gap with its sign: `+8,1`, `−0,4`.
pub(super) fn figures(apart: f64, field: &Field, lang: Lang) -> String {
    let text = number(apart, field.about.decimals, lang);
    if apart > 0.0 && !words::is_unchanged(apart, field.about) { format!("+{text}") } else { text }
}

/// `Procentenheter jämfört med pojke`
fn gap_column(field: &Field, than: &str, group: u16, lang: Lang) -> String {
    let unit = match field.about.unit {
        Unit::Percent => lang.pick("Procentenheter", "Percentage points"),
        Unit::Points => lang.pick("Poäng", "Points"),
    };
    format!("{unit}, {than} {}", words::in_sentence(field.name(group)))
}

fn chance(lang: Lang) -> String {
    lang.pick("Mer än slump?", "More than chance?").to_owned()
}

fn is_of_pair(field: &Field, group: u16) -> bool {
    field.pair.is_some_and(|(first, second)| group == first || group == second)
}

fn none() -> Number {
    Number::Missing("–".to_owned())
}

fn plain(number: Number) -> TableCell {
    TableCell { number, sub: String::new() }
}
