//! All that there is of a urval, of a school, or of the files, whether it is on a page or not.

use super::named::Of;
use super::{Leaving, printed};
use crate::attack::{Column, Row, Table};
use crate::data::Dim;
use crate::disclose::{Key, Spot};
use crate::query::Selection;
use crate::view::format::count;
use crate::view::grid::Grid;
use crate::view::screen;
use crate::view::trend::trend;
use crate::view::urval_csv::{Line, asked_of, lines};
use crate::view::words;

impl Leaving<'_> {
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
}
