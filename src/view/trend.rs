//! Utveckling: one indicator over the chosen schools and years.

use crate::data::{Dim, Lang};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::beside::{self, Beside};
use crate::view::change::changes;
use crate::view::grid::Grid;
use crate::view::last::{against, last_value};
use crate::view::screen::{Form, Trend};
use crate::view::years_table::table;
use crate::view::{breaks, notes, series, targets, window};

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
    footnotes.extend(notes::no_spread(dataset, (&grid, &grid.years), only, lang));
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
