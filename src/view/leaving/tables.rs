//! Tables as they are printed, cell by cell.

use super::named::{Of, headed};
use super::{Leaving, UNSAID, printed};
use crate::attack::{Column, Row, Table};
use crate::data::Dim;
use crate::disclose::{Key, Spot};
use crate::query::Selection;
use crate::view::screen::{self, Number};
use crate::view::{window, words};

impl Leaving<'_> {
    /// A table of one indicator with schools as rows and school years as columns, as it is printed. `programme` is the one it is about.
    #[must_use]
    pub fn years(self, table: &screen::Table, indicator: usize, programme: Option<u16>) -> Self {
        self.years_beside(table, indicator, programme, None)
    }

    /// The same, where the last row may be of a `place`: a municipality or provider.
    #[must_use]
    pub fn years_beside(
        self,
        table: &screen::Table,
        indicator: usize,
        programme: Option<u16>,
        place: Option<(Dim, u16)>,
    ) -> Self {
        let dataset = self.dataset;
        let of = |row: usize, column: usize| {
            if let Some(place) = place.filter(|_| row + 1 == table.rows.len()) {
                return Of::all_of(dataset, place, table.columns.get(column + 1)?);
            }
            headed(dataset, &table.rows.get(row)?.heading, table.columns.get(column + 1)?, programme)
        };
        self.cells_of(table, indicator, &of)
    }

    /// A table of one indicator, as it is printed, of whatever groups: which one a cell is of is told by its row and its place in the row,
    /// both from 0. A cell of no group says nothing of any.
    #[must_use]
    pub fn cells(self, table: &screen::Table, indicator: usize, key: &dyn Fn(usize, usize) -> Option<Key>) -> Self {
        let dataset = self.dataset;
        self.cells_of(table, indicator, &|row, cell| key(row, cell).map(|key| Of::group(dataset, key)))
    }

    fn cells_of(mut self, table: &screen::Table, indicator: usize, of: &dyn Fn(usize, usize) -> Option<Of>) -> Self {
        let mut rows = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            for (place, cell) in row.cells.iter().enumerate() {
                let group = of(at, place);
                let spot = group.and_then(|group| group.spot(self.dataset));
                let cells = vec![printed(&cell.number), self.basis(spot, indicator, &cell.sub)];
                rows.push(Row { group: self.name(group, Some(indicator)), cells });
            }
        }
        self.document.tables.push(Table { columns: self.columns(indicator), rows, ..Table::default() });
        self
    }

    /// The table of a comparison, as it is printed: schools as rows; value, interval and pupils as columns. The centre is no row of it:
    /// it is made of the values that are in it, and rounded.
    #[must_use]
    pub fn schools(mut self, found: &screen::Compare, selection: &Selection) -> Self {
        let year = &window::name(self.dataset, selection, selection.to);
        let interval = words::interval_name(self.lang);
        let of = found.indicator;
        let mut rows = Vec::new();
        let place = found.place.as_ref();
        let schools = found.table.rows.iter().map(|row| (row, None));
        for (row, place) in schools.chain(place.map(|(place, row)| (row, Some(*place)))) {
            let group = match place {
                Some(place) => Of::all_of(self.dataset, place, year),
                None => headed(self.dataset, &row.heading, year, selection.programme),
            };
            let spot = group.and_then(|group| group.spot(self.dataset));
            let cells = match &row.cells[..] {
                [value, screen::TableCell { number: Number::Shown(limits), .. }, pupils, ..] => {
                    vec![printed(&value.number), format!("{}, {interval} {limits}", printed(&pupils.number))]
                }
                [value, _, screen::TableCell { number: Number::Shown(pupils), .. }, ..] => {
                    vec![printed(&value.number), pupils.clone()]
                }
                [value, ..] => vec![printed(&value.number), self.basis(spot, of, "")],
                [] => Vec::new(),
            };
            rows.push(Row { group: self.name(group, Some(of)), cells });
        }
        self.document.tables.push(Table { columns: self.columns(of), rows, ..Table::default() });
        self
    }

    /// A table of numbers of pupils with schools as rows and school years as columns, as it is printed.
    #[must_use]
    pub fn pupils(mut self, table: &screen::Table) -> Self {
        let mut rows = Vec::new();
        for row in &table.rows {
            for (cell, year) in row.cells.iter().zip(&table.columns[1..]) {
                let group = headed(self.dataset, &row.heading, year, None);
                rows.push(Row { group: self.name(group, None), cells: vec![printed(&cell.number)] });
            }
        }
        self.document.tables.push(Table { columns: vec![Column::Pupils], rows, ..Table::default() });
        self
    }

    /// The part of a cell's second line that has numbers: what follows the first full stop is words. A withheld value has none; its
    /// number of pupils is withheld or not.
    pub(super) fn basis(&self, spot: Option<Spot>, of: usize, sub: &str) -> String {
        // How many of a shown number of pupils have a value is no result, and not promised to be secret.
        let withheld = spot.filter(|spot| spot.pupils().get().is_err());
        let withheld = withheld.and_then(|spot| spot.base(of).get().err().flatten());
        match (sub.split(". ").next(), withheld) {
            (Some(basis), _) if !basis.is_empty() => basis.to_owned(),
            (_, Some(why)) => words::withheld(why, self.lang),
            _ => UNSAID.to_owned(),
        }
    }
}
