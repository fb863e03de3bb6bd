//! Values as a table: schools as rows, years as columns.

use crate::data::{Dataset, Dim, Indicator, Lang, sort_by_key};
use crate::view::grid::{Grid, Spot};
use crate::view::screen::{Table, TableCell, TableRow};
use crate::view::{breaks, window, words};

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
