//! The values of a urval, one after the other.

use crate::data::{Dim, Lang, sort_by_key};
use crate::disclose::{Key, Protected};
use crate::view::grid::{Grid, Spot, key};
use crate::view::{breaks, groups};

/// One value, and what it is of.
pub(crate) struct Line {
    /// Index of the indicator in the profile.
    pub(crate) indicator: usize,
    /// School, years, programme and group.
    pub(crate) key: Key,
    /// The value.
    pub(crate) spot: Spot,
    /// Name of the group; `None` of all pupils.
    pub(super) group: Option<String>,
    /// Whether it is not compared with earlier years.
    pub(super) is_cut: bool,
}

/// Indicator by indicator, school by school by name, year by year: all pupils first, then the groups of the column.
pub(crate) fn lines(dataset: &Protected, grid: &Grid, split: Option<Dim>, lang: Lang) -> Vec<Line> {
    let mut order: Vec<usize> = (0..grid.schools.len()).collect();
    sort_by_key(&mut order, |&school| grid.schools[school]);
    let groups: Vec<(Dim, u16, String)> = split.map_or_else(Vec::new, |dim| {
        groups::named(dataset, dim, lang).into_iter().map(|(code, name)| (dim, code, name)).collect()
    });
    let mut lines = Vec::new();
    for indicator in 0..dataset.profile.indicators.len() {
        for &school in &order {
            let cuts = breaks::told(dataset, grid, (school, indicator), lang);
            for (&year, cut) in grid.years.iter().zip(cuts) {
                let key = key(&grid.selection, grid.schools[school], year);
                let is_cut = cut.is_some();
                lines.push(Line { indicator, key, spot: grid.spot(school, year, indicator), group: None, is_cut });
                for (dim, code, name) in &groups {
                    let key = Key { group: Some((*dim, *code)), ..key };
                    let found = dataset.at(key);
                    // Those of whom the column says nothing are a group only where there are any.
                    if found.is_some() || !groups::is_unknown(dataset, *dim, *code) {
                        let spot = Spot::new(found, indicator);
                        lines.push(Line { indicator, key, spot, group: Some(name.clone()), is_cut });
                    }
                }
            }
        }
    }
    lines
}
