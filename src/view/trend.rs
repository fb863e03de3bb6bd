//! Utveckling: one indicator over the chosen schools and years.

use crate::data::{Dataset, Dim, Indicator, Lang, sort_by_key};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::stats::{Difference, Verdict};
use crate::view::beside::{self, Beside};
use crate::view::change::changes;
use crate::view::grid::{Grid, Spot};
use crate::view::screen::{Form, Table, TableCell, TableRow, Trend};
use crate::view::{absent, breaks, notes, series, targets, window, words};

/// The line chart of one indicator, its sentence and its table; of changes, where the urval asks for them. `source` names the files.
pub fn trend(dataset: &Protected, selection: &Selection, indicator: usize, source: &str, lang: Lang) -> Trend {
    let base = selection.since.filter(|&base| usize::from(base) < dataset.labels(Dim::Year).len());
    if let Some(base) = base {
        return changes(dataset, selection, (indicator, base), source, lang);
    }
    let grid = Grid::new(dataset, selection);
    let about = &dataset.profile.indicators[indicator];
    let say = say(dataset, &grid, selection, indicator, lang);
    let only = indicator..indicator + 1;
    let mut chart = series::chart(dataset, &grid, grid.schools.len(), indicator, Some(&say), lang);
    let mut table = table(dataset, &grid, indicator, lang);
    let beside = Beside::of(dataset, selection, lang);
    if let Some(beside) = &beside {
        chart.series.push(beside.line(&grid, indicator, lang));
        table.rows.push(beside.row(&grid, indicator, &table.breaks, lang));
    }
    let mut footnotes = vec![about.definition.get(lang).to_owned()];
    footnotes.extend(breaks::notes(dataset, &grid, indicator, lang));
    footnotes.extend(targets::notes(dataset, &grid.years, indicator, lang));
    let states = |beside: &Beside| grid.years.iter().map(|&year| beside.spot(year, indicator).value.state()).collect();
    let states: Vec<State> = beside.as_ref().map_or(Vec::new(), states);
    footnotes.extend(notes::withheld(&grid, &grid.years, only.clone(), &states, lang));
    footnotes.extend(notes::no_spread(dataset, &grid, only, lang));
    footnotes.extend(window::note(selection.pooled, grid.years.len() > 1, lang));
    footnotes.extend(beside::note(dataset, selection, (&grid.years, indicator), lang));
    footnotes.push(notes::source(dataset, source, lang));
    Trend {
        indicator,
        name: about.name.get(lang).to_owned(),
        chart,
        table,
        footnotes,
        axis_note: series::axis_note(about, lang),
        say,
        values: None,
        form: Form::Lines,
        keys: Vec::new(),
        place: beside.map(|beside| beside.place()),
    }
}

/// What the focus school's line says: its last value, and its change over the whole time and over the last year.
fn say(dataset: &Protected, grid: &Grid, selection: &Selection, indicator: usize, lang: Lang) -> String {
    if grid.spot(0, selection.to, indicator).value.shown().is_none() {
        return last_value(dataset, grid, selection, indicator, lang);
    }
    // The change over the whole time first, then over the last year where that is another.
    let cut = |year: u16| breaks::between(dataset, grid, (0, indicator), (year, selection.to), lang);
    let has_value = |year: u16| grid.spot(0, year, indicator).value.shown().is_some();
    let mut earlier =
        grid.years.iter().copied().filter(|&year| !window::overlap(dataset, selection, year, selection.to));
    let first = earlier.find(|&year| has_value(year) && cut(year).is_none());
    let before = grid.before.filter(|before| grid.years.contains(before));
    let mut sentences = vec![last_value(dataset, grid, selection, indicator, lang)];
    if let Some(reason) = before.and_then(cut) {
        let cannot = breaks::not_with_before(&reason, selection.pooled, lang);
        sentences.push(format!("{} {cannot}", lang.pick("Det", "It")));
    }
    let before = before.filter(|before| Some(*before) != first && cut(*before).is_none());
    let years: Vec<u16> = first.into_iter().chain(before).collect();
    sentences.extend(against(dataset, grid, selection, (indicator, &years), lang));
    // A target is for one school year.
    if selection.pooled == 0 {
        let last = grid.spot(0, selection.to, indicator).value;
        let school = dataset.name(Dim::School, selection.focus);
        sentences.extend(targets::say(dataset, (school, selection.to), &last, indicator, lang));
    }
    sentences.join(" ")
}

/// The last value of the school in focus, or that there is none.
pub(crate) fn last_value(
    dataset: &Protected,
    grid: &Grid,
    selection: &Selection,
    indicator: usize,
    lang: Lang,
) -> String {
    let school = dataset.name(Dim::School, selection.focus);
    let year = &window::name(dataset, selection, selection.to);
    let last = grid.spot(0, selection.to, indicator);
    let Some(estimate) = last.value.shown() else {
        return match breaks::within(dataset, grid, (0, indicator), selection.to, lang) {
            Some(reason) if last.split => format!("{year} {}: {reason}", window::not_together(lang)),
            _ => absent::nothing(dataset, selection, lang)
                .unwrap_or_else(|| no_last(school, year, &last.value.state(), lang)),
        };
    };
    let value = words::value(estimate.value, &dataset.profile.indicators[indicator], lang);
    let at = match (year.as_str(), lang) {
        ("", _) => String::new(),
        (_, Lang::Sv) => format!(" {year}"),
        (_, Lang::En) => format!(" in {year}"),
    };
    format!("{school} {} {value}{at}{}.", lang.pick("har", "has"), window::and_together(selection.pooled, lang))
}

/// How far that value is above those of these years, as far as they are shown.
pub(crate) fn against(
    dataset: &Dataset,
    grid: &Grid,
    selection: &Selection,
    (indicator, years): (usize, &[u16]),
    lang: Lang,
) -> Vec<String> {
    let about = &dataset.profile.indicators[indicator];
    let changes: Vec<Change> =
        years.iter().filter_map(|&year| change(dataset, grid, selection, indicator, year)).collect();
    if !changes.is_empty() {
        return changes_in_words(&changes, about, lang);
    }
    let last = grid.spot(0, selection.to, indicator).value;
    let values = years.iter().filter_map(|&year| {
        let earlier = grid.spot(0, year, indicator).value.shown()?.value;
        Some(compared(last.shown()?.value - earlier, &window::name(dataset, selection, year), about, lang))
    });
    let values: Vec<String> = values.collect();
    let sentence =
        (!values.is_empty()).then(|| format!("{} {}.", lang.pick("Det är", "That is"), words::listed(&values, lang)));
    sentence.into_iter().collect()
}

/// How the last value differs from that of an earlier year.
struct Change {
    since: String,
    difference: Difference,
    /// The smaller of the two groups.
    pupils: u64,
}

fn change(dataset: &Dataset, grid: &Grid, selection: &Selection, indicator: usize, year: u16) -> Option<Change> {
    let (last, earlier) = (grid.spot(0, selection.to, indicator).value, grid.spot(0, year, indicator).value);
    let difference = last.above(&earlier)?;
    let pupils = last.shown()?.pupils.min(earlier.shown()?.pupils);
    Some(Change { since: window::name(dataset, selection, year), difference, pupils })
}

/// `8,1 procentenheter högre än 2022/23`
pub(crate) fn compared(difference: f64, since: &str, about: &Indicator, lang: Lang) -> String {
    let size = words::change(difference, about, lang);
    let than =
        if words::is_unchanged(difference, about) { lang.pick("sedan", "since") } else { lang.pick("än", "than in") };
    format!("{size} {than} {since}")
}

/// One sentence for two changes of which neither is more than chance, else one for each.
fn changes_in_words(changes: &[Change], about: &Indicator, lang: Lang) -> Vec<String> {
    let compared = |change: &Change| compared(change.difference.estimate, &change.since, about, lang);
    let unchanged = |change: &Change| words::is_unchanged(change.difference.estimate, about);
    let chance = |change: &Change| change.difference.verdict() != Verdict::MoreThanChance && !unchanged(change);
    if let [first, second] = changes
        && chance(first)
        && chance(second)
    {
        let pupils = words::pupils(first.pupils.min(second.pupils), lang);
        let (first, second) = (compared(first), compared(second));
        return vec![match lang {
            Lang::Sv => {
                format!("Det är {first} och {second}. Med {pupils} som minst kan båda skillnaderna vara slump.")
            }
            Lang::En => {
                format!("That is {first} and {second}. With as few as {pupils} both differences may be chance.")
            }
        }];
    }
    let sentence = |change: &Change| {
        let end = match change {
            change if unchanged(change) => ".".to_owned(),
            change => words::change_judged(change.difference, change.pupils, about, lang),
        };
        format!("{} {}{end}", lang.pick("Det är", "That is"), compared(change))
    };
    changes.iter().map(sentence).collect()
}

fn no_last(school: &str, year: &str, state: &State, lang: Lang) -> String {
    match (state, lang) {
        (State::Withheld(why), _) => words::is_withheld(school, year, *why, lang),
        (_, Lang::Sv) => format!("Värde för {school} {year} {}.", words::missing(lang)),
        (_, Lang::En) => format!("There is no value for {school} in {year}."),
    }
}

/// The schools of the grid by name, by their places.
pub(crate) fn by_name(grid: &Grid) -> Vec<usize> {
    let mut order: Vec<usize> = (0..grid.schools.len()).collect();
    sort_by_key(&mut order, |&school| grid.schools[school]);
    order
}

/// A value, and below it what it rests on.
pub(crate) fn cell(spot: &Spot, about: &Indicator, after_break: bool, lang: Lang) -> TableCell {
    let base = spot.value.shown().map_or(String::new(), |estimate| words::base(estimate, about, lang));
    let sub = if after_break { format!("{base}. {}", breaks::not_with_earlier(lang)) } else { base };
    TableCell { number: spot.number(about, lang), sub }
}

/// The chart as a table: schools as rows, years as columns.
pub(crate) fn table(dataset: &Dataset, grid: &Grid, indicator: usize, lang: Lang) -> Table {
    let about = &dataset.profile.indicators[indicator];
    let cells = |school: usize| {
        let told = breaks::told(dataset, grid, (school, indicator), lang);
        grid.years
            .iter()
            .zip(told)
            .map(|(&year, told)| cell(&grid.spot(school, year, indicator), about, told.is_some(), lang))
            .collect()
    };
    let row = |school: usize| TableRow {
        heading: dataset.name(Dim::School, grid.schools[school]).to_owned(),
        focus: school == 0,
        cells: cells(school),
    };
    let years = grid.years.iter().map(|&year| window::name(dataset, &grid.selection, year));
    let together = window::and_together(grid.selection.pooled, lang);
    let name = format!("{} {}{together}", about.name.get(lang), words::in_unit(about, lang));
    Table {
        caption: match lang {
            Lang::Sv => {
                format!("{name}, med antal elever och 95\u{a0}%\u{2011}intervall där det kan räknas")
            }
            Lang::En => {
                format!("{name}, with number of pupils and 95% interval where it can be computed")
            }
        },
        columns: std::iter::once(Dim::School.name(lang).to_owned()).chain(years).collect(),
        breaks: breaks::columns(dataset, grid, indicator),
        rows: by_name(grid).into_iter().map(row).collect(),
    }
}
