//! Everything that the views can show, or a part of it.

use std::collections::BTreeSet;

use super::Leaving;
use super::named::Of;
use crate::attack::{Column, Row, Table};
use crate::data::Dim;
use crate::disclose::Key;

impl Leaving<'_> {
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

    /// Everything that the views can show of one school and its programmes in single school years.
    #[must_use]
    pub fn whole_of(self, school: u16) -> Self {
        self.all(false, &|of| matches!(of, Of::Group(key) if key.school == school))
    }

    /// Whole schools and programmes with rows in a municipality or of a provider; and, with `together`, all of them together.
    #[must_use]
    pub fn everything_in(self, dim: Dim, place: u16, together: bool) -> Self {
        let dataset = self.dataset;
        let codes = |dim: Dim| dataset.dimension(dim).map_or(&[][..], |dimension| &dimension.codes[..]);
        let rows = codes(Dim::School).iter().zip(codes(dim)).filter(|(_, of)| **of == place);
        let schools: BTreeSet<u16> = rows.map(|(school, _)| *school).collect();
        self.all(together, &|of| match of {
            Of::Group(key) => key.pooled == 0 && key.group.is_none() && schools.contains(&key.school),
            Of::AllOf(of, at, _) => (*of, *at) == (dim, place),
        })
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
}
