//! What is about to leave, as the attack takes it: the very strings that are printed, and what everybody knows of how the groups hang
//! together.
//!
//! | module | what it adds |
//! | --- | --- |
//! | `model` | measures, marks and rule, as the attack knows them |
//! | `named` | which group a row or a cell is of |
//! | `source` | what the source of an aggregated file has published |
//! | `bounds` | the bounds that it gives in place of numbers |
//! | `structure` | how the groups hang together |

mod bounds;
mod model;
mod named;
mod source;
mod structure;

use std::collections::BTreeSet;

use self::model::{legend, measures, rule};
use self::named::{Of, headed, label};
use crate::attack::{Column, Document, Findings, Method, Row, Table, attack};
use crate::data::{self, Dim, Lang, Shape, Shared};
use crate::disclose::{ALL, Key, Protected, Spot};
use crate::query::Selection;
use crate::view::format::count;
use crate::view::grid::Grid;
use crate::view::screen::{self, Number};
use crate::view::trend::trend;
use crate::view::urval_csv::{Line, asked_of, lines};
use crate::view::words;

/// What became of what was about to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It may leave.
    Saved,
    /// It may leave, but with what left before, something that is withheld can be computed.
    Together,
    /// It may not leave.
    Blocked,
}

/// Tables that leave in one piece.
#[derive(Debug)]
pub struct Leaving<'a> {
    dataset: &'a Protected,
    lang: Lang,
    document: Document,
    /// The groups that are in it.
    named: BTreeSet<Of>,
}

impl<'a> Leaving<'a> {
    /// Nothing yet.
    pub fn of(dataset: &'a Protected, lang: Lang) -> Self {
        let document =
            Document { lang, measures: measures(dataset), legend: legend(dataset, lang), ..Document::default() };
        Self { dataset, lang, document, named: BTreeSet::new() }
    }

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

    /// Everything of a urval: all indicators of the chosen schools in the chosen school years.
    #[must_use]
    pub fn urval(self, selection: &Selection) -> Self {
        let (dataset, lang) = (self.dataset, self.lang);
        let trend = |indicator: usize| trend(dataset, selection, indicator, "", lang);
        (0..dataset.profile.indicators.len())
            .fold(self, |all, indicator| trend(indicator).leave(all, selection.programme))
    }

    /// The groups of a column in it: every value of a file that has them.
    #[must_use]
    pub fn urval_by(self, selection: &Selection, split: Dim) -> Self {
        let (dataset, lang) = (self.dataset, self.lang);
        let selection = &asked_of(selection, Some(split));
        let all = lines(dataset, &Grid::new(dataset, selection), Some(split), lang);
        dataset.profile.indicators.iter().enumerate().fold(self, |leaving, (index, about)| {
            let lines: Vec<&Line> = all.iter().filter(|line| line.indicator == index).collect();
            let cell = |line: &&Line| screen::TableCell {
                number: line.spot.number(about, lang),
                sub: line.spot.value.shown().map_or(String::new(), |found| words::base(found, about, lang)),
            };
            let row = |line: &&Line| screen::TableRow { heading: String::new(), focus: false, cells: vec![cell(line)] };
            let rows = lines.iter().map(row).collect();
            let table = screen::Table { caption: String::new(), columns: Vec::new(), breaks: Vec::new(), rows };
            leaving.cells(&table, index, &|row, _| lines.get(row).map(|line| line.key))
        })
    }

    /// The table of a comparison, as it is printed: schools as rows; value, interval and pupils as columns. The centre is no row of it:
    /// it is made of the values that are in it, and rounded.
    #[must_use]
    pub fn schools(mut self, found: &screen::Compare, selection: &Selection) -> Self {
        let year = &crate::view::window::name(self.dataset, selection, selection.to);
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

    /// Everything that the views can show of whole schools and of programmes in single school years.
    #[must_use]
    pub fn everything(self) -> Self {
        self.all(false, &|of| matches!(of, Of::Group(_)))
    }

    /// Everything that the views can show of one school: also its school years put together, and its groups of one division.
    #[must_use]
    pub fn everything_of(self, school: u16, split: Option<Dim>) -> Self {
        let is_asked = |key: &Key| key.school == school && key.group.is_none_or(|(dim, _)| Some(dim) == split);
        self.all(true, &|of| matches!(of, Of::Group(key) if is_asked(key)))
    }

    fn all(mut self, deep: bool, is_in: &dyn Fn(&Of) -> bool) -> Self {
        let indicators = (0..self.dataset.profile.indicators.len()).map(Some);
        for of in std::iter::once(None).chain(indicators) {
            let mut table =
                Table { columns: of.map_or(vec![Column::Pupils], |of| self.columns(of)), ..Table::default() };
            for (asked, labels, spot) in self.dataset.everything(deep) {
                let found = Of::asked(self.dataset, asked, labels).filter(|group| is_in(group));
                let Some(group) = found else { continue };
                let row = table.rows.len();
                if spot.is_spared(of) {
                    table.spared.extend((0..table.columns.len()).map(|column| (row, column)));
                }
                let cells = of.map_or_else(|| self.pupils_of(spot), |of| self.value_of(spot, of));
                table.rows.push(Row { group: self.name(Some(group), of), cells });
            }
            self.document.tables.push(table);
        }
        self
    }

    /// What somebody could compute of what is withheld in it.
    pub fn attack(mut self) -> Findings {
        self.complete();
        attack(&self.document, &rule(self.dataset))
    }

    /// Whether it may leave, alone and together with what has left before.
    pub fn judge(mut self, before: &[Shared<Document>]) -> (Outcome, Shared<Document>) {
        self.complete();
        let rule = rule(self.dataset);
        let document = Shared::new(self.document);
        if !attack(&document, &rule).clean() {
            return (Outcome::Blocked, document);
        }
        let mut all = Document::clone(&document);
        for earlier in before {
            all.tables.extend(earlier.tables.iter().cloned());
            all.relations.extend(earlier.relations.iter().cloned());
        }
        let stands = before.is_empty() || attack(&all, &rule).clean();
        (if stands { Outcome::Saved } else { Outcome::Together }, document)
    }

    /// The label of a group that is printed; that of nobody, where there is none.
    fn name(&mut self, group: Option<Of>, of: Option<usize>) -> String {
        self.named.extend(group);
        group
            .filter(|group| group.spot(self.dataset).is_some())
            .map_or(String::new(), |group| label(self.dataset, group, of))
    }

    fn complete(&mut self) {
        structure::add(self.dataset, &self.named, &mut self.document);
        match self.dataset.shape {
            Shape::PupilRows => self.rows_of_the_files(),
            Shape::Aggregated => self.totals_of_the_source(),
        }
    }

    fn pupils_of(&self, spot: Spot) -> Vec<String> {
        vec![match spot.pupils().get() {
            Ok(pupils) => count(pupils, self.lang),
            Err(Some(why)) => words::withheld(why, self.lang),
            Err(None) => words::missing(self.lang).to_owned(),
        }]
    }

    fn value_of(&self, spot: Spot, of: usize) -> Vec<String> {
        let (value, about) = (spot.value(of), &self.dataset.profile.indicators[of]);
        let base = value.shown().map_or(String::new(), |estimate| words::base(estimate, about, self.lang));
        vec![printed(&words::published(&value, about, self.lang)), self.basis(Some(spot), of, &base)]
    }

    /// How many rows the files have is told on every page.
    fn rows_of_the_files(&mut self) {
        let all = self.dataset.spot(ALL, &[]).and_then(|all| all.pupils().get().ok());
        let rows =
            all.map(|pupils| Row { group: structure::everybody(self.dataset), cells: vec![count(pupils, self.lang)] });
        let rows = rows.into_iter().collect();
        self.document.tables.push(Table { columns: vec![Column::Pupils], rows, public: true, ..Table::default() });
    }

    fn all_columns(&self) -> Vec<Column> {
        let indicators = 0..self.dataset.profile.indicators.len();
        std::iter::once(Column::Pupils).chain(indicators.flat_map(|of| self.columns(of))).collect()
    }

    /// The part of a cell's second line that has numbers: what follows the first full stop is words. A withheld value has none; its
    /// number of pupils is withheld or not.
    fn basis(&self, spot: Option<Spot>, of: usize, sub: &str) -> String {
        // How many of a shown number of pupils have a value is no result, and not promised to be secret.
        let withheld = spot.filter(|spot| spot.pupils().get().is_err());
        let withheld = withheld.and_then(|spot| spot.base(of).get().err().flatten());
        match (sub.split(". ").next(), withheld) {
            (Some(basis), _) if !basis.is_empty() => basis.to_owned(),
            (_, Some(why)) => words::withheld(why, self.lang),
            _ => UNSAID.to_owned(),
        }
    }

    fn columns(&self, of: usize) -> Vec<Column> {
        let about = &self.dataset.profile.indicators[of];
        let decimals = about.decimals;
        match about.kind {
            data::Kind::Share => {
                vec![Column::Share { of, decimals }, Column::Basis { of, decimals, method: Method::Wilson(950) }]
            }
            data::Kind::Mean => {
                vec![Column::Mean { of, decimals }, Column::Basis { of, decimals, method: Method::Symmetric }]
            }
        }
    }
}

fn printed(number: &Number) -> String {
    let (Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) = number;
    text.clone()
}

/// There is nobody: Skolverket's `.`.
const NOBODY: &str = "ingen";
/// Nothing is printed, and nobody is promised that it cannot be computed.
const UNSAID: &str = "sägs inte";

#[cfg(test)]
mod tests;
