//! Utveckling as change: how the years of each school differ from a base year.

mod found;
mod say;

pub(crate) use found::Found;

use say::{no_base, say};

use crate::data::{Indicator, Lang, Unit};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::grid::Grid;
use crate::view::model::{LineChart, Point, Series, ZeroLine};
use crate::view::screen::{Form, Table, TableRow, Trend};
use crate::view::{beside, breaks, notes, series, window, years_table};

/// The changes of one indicator since the year with label `base`, as a line chart with a line at no change, sentence and table.
pub(crate) fn changes(
    dataset: &Protected,
    selection: &Selection,
    (indicator, base): (usize, u16),
    source: &str,
    lang: Lang,
) -> Trend {
    let grid = Grid::new(dataset, selection);
    let about = &dataset.profile.indicators[indicator];
    let since = window::name(dataset, selection, base);
    let name = match (about.unit, lang) {
        (Unit::Percent, Lang::Sv) => format!("{}, procentenheter sedan {since}", about.name.get(lang)),
        (Unit::Percent, Lang::En) => format!("{}, percentage points since {since}", about.name.get(lang)),
        (Unit::Points, Lang::Sv) => format!("{}, ändring sedan {since}", about.name.get(lang)),
        (Unit::Points, Lang::En) => format!("{}, change since {since}", about.name.get(lang)),
    };
    let say = say(dataset, &grid, selection, (indicator, base), lang);
    let values = series::chart(dataset, &grid, grid.schools.len(), indicator, Some(&say), lang);
    let found = |school: usize, year: u16| Found::new(dataset, &grid, (school, indicator), base, year);
    let changed = |(school, lines): (usize, Series)| {
        let point = |&year: &u16| {
            let (found, when) = (found(school, year), window::name(dataset, selection, year));
            Point { mark: found.mark(about), spoken: found.spoken(about, (&lines.name, &when, &since), lang) }
        };
        Series { points: grid.years.iter().map(point).collect(), ..lines }
    };
    let none = ZeroLine {
        label: lang.pick("ingen ändring", "no change").to_owned(),
        short: lang.pick("lika", "same").to_owned(),
    };
    let unit = match about.unit {
        Unit::Percent => lang.pick("procentenheter", "percentage points"),
        Unit::Points => "",
    };
    let chart = LineChart {
        title: name.clone(),
        spoken: format!("{} {name}. {say}", lang.pick("Linjediagram.", "Line chart.")),
        axis: values.axis.of_differences(unit.to_owned(), none),
        series: values.series.into_iter().enumerate().map(changed).collect(),
        targets: Vec::new(),
        ..values
    };
    let plain = years_table::table(dataset, &grid, indicator, lang);
    let row = |(school, row): (usize, &TableRow)| {
        let cells = grid.years.iter().map(|&year| found(school, year).cell(about, lang)).collect();
        TableRow { cells, ..row.clone() }
    };
    let table = Table {
        caption: format!("{name}{}", window::and_together(selection.pooled, lang)),
        rows: years_table::by_name(&grid).into_iter().zip(&plain.rows).map(row).collect(),
        ..plain.clone()
    };
    let mut footnotes = vec![about.definition.get(lang).to_owned(), what_is_shown(about, lang).to_owned()];
    footnotes.extend(no_base(dataset, &grid, (indicator, base), lang));
    footnotes.extend(breaks::notes(dataset, &grid, indicator, lang));
    footnotes.extend(notes::withheld(&grid, &grid.years, indicator..indicator + 1, &[], lang));
    footnotes.extend(notes::no_spread(dataset, (&grid, &grid.years), indicator..indicator + 1, lang));
    footnotes.extend(window::note(selection.pooled, grid.years.len() > 1, lang));
    footnotes.extend(beside::note(dataset, selection, (&grid.years, indicator), lang));
    footnotes.push(notes::source(dataset, source, lang));
    Trend {
        indicator,
        name,
        say,
        chart,
        table,
        footnotes,
        axis_note: String::new(),
        values: Some(plain),
        form: Form::Lines,
        keys: Vec::new(),
        place: None,
    }
}

fn what_is_shown(about: &Indicator, lang: Lang) -> &'static str {
    match about.unit {
        Unit::Percent => lang.pick(
            "Axeln visar procentenheter: hur mycket högre eller lägre värdet är än basåret. Intervallet är skillnadens.",
            "The axis shows percentage points: how much higher or lower the value is than in the base year. The interval is that of the difference.",
        ),
        Unit::Points => lang.pick(
            "Axeln visar hur mycket högre eller lägre värdet är än basåret. Intervallet är skillnadens.",
            "The axis shows how much higher or lower the value is than in the base year. The interval is that of the difference.",
        ),
    }
}

/// Why a view that compares schools keeps to values.
pub(crate) fn not_here(lang: Lang) -> &'static str {
    lang.pick(
        "Här visas värden. Ändringar sedan ett basår visas i Utveckling.",
        "Values are shown here. Changes since a base year are shown in Trends.",
    )
}
