//! What may be seen of each group, and how far one is above another.

use super::names;
use crate::data::{Dim, Indicator, LeftOut};
use crate::disclose::{self, Key, Protected, Publishable};
use crate::query::Selection;
use crate::stats::{Difference, Verdict};

/// The groups of one column in the schools and years of the urval, for one indicator. Always one school year at a time.
pub(super) struct Field<'a> {
    pub(super) dataset: &'a Protected,
    pub(super) selection: &'a Selection,
    pub(super) dim: Dim,
    pub(super) indicator: usize,
    pub(super) about: &'a Indicator,
    /// Label and name of every group, in label order.
    pub(super) groups: Vec<(u16, String)>,
    /// The two that are compared.
    pub(super) pair: Option<(u16, u16)>,
}

/// The two groups of one school and year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Two {
    pub(super) first: Publishable,
    pub(super) second: Publishable,
    /// How far the first is above the second, where both are shown and the spread is known.
    pub(super) gap: Option<Difference>,
}

impl Two {
    /// Whether that is more than chance.
    pub(super) fn verdict(&self, is_one_of_many: bool) -> Option<Verdict> {
        self.first.judged(&self.second, is_one_of_many)
    }

    /// The number of pupils of the smaller group, where both are shown.
    pub(super) fn fewest(&self) -> Option<u64> {
        Some(self.first.shown()?.pupils.min(self.second.shown()?.pupils))
    }

    /// How far apart the two values are, where both are shown.
    pub(super) fn apart(&self) -> Option<f64> {
        Some(self.first.shown()?.value - self.second.shown()?.value)
    }
}

impl Field<'_> {
    /// Focus first.
    pub(super) fn schools(&self) -> Vec<u16> {
        self.selection.schools()
    }

    /// From the first to the last asked for.
    pub(super) fn years(&self) -> Vec<u16> {
        (self.selection.from..=self.selection.to).collect()
    }

    /// Whether several schools are set side by side.
    pub(super) fn are_schools(&self) -> bool {
        !self.selection.compared.is_empty()
    }

    fn key(&self, school: u16, year: u16, group: u16) -> Key {
        Key { school, year, pooled: 0, programme: self.selection.programme, group: Some((self.dim, group)) }
    }

    /// What may be seen of a group.
    pub(super) fn value(&self, school: u16, year: u16, group: u16) -> Publishable {
        let found = self.dataset.at(self.key(school, year, group));
        found.map_or_else(disclose::missing, |spot| spot.value(self.indicator))
    }

    /// Rows of a group without a usable value.
    pub(super) fn left_out(&self, school: u16, year: u16, group: u16) -> LeftOut {
        self.dataset
            .at(self.key(school, year, group))
            .map_or_else(LeftOut::default, |spot| spot.left_out(self.indicator))
    }

    /// The groups that are listed: all, but those of whom nothing is known only where there are any.
    pub(super) fn listed(&self) -> impl Iterator<Item = &(u16, String)> {
        let (school, year) = (self.selection.focus, self.selection.to);
        let is_unknown = |group: u16| names::is_unknown(self.dataset, self.dim, group);
        self.groups.iter().filter(move |(group, _)| !is_unknown(*group) || self.has_rows(school, year, *group))
    }

    /// Whether there is anybody in a group, withheld or not.
    pub(super) fn has_rows(&self, school: u16, year: u16, group: u16) -> bool {
        self.dataset.at(self.key(school, year, group)).is_some()
    }

    /// The number of pupils of a group, as far as it may be seen.
    pub(super) fn pupils(&self, school: u16, year: u16, group: u16) -> u64 {
        self.dataset.at(self.key(school, year, group)).and_then(|spot| spot.pupils().get().ok()).unwrap_or(0)
    }

    /// How far a group is above another.
    pub(super) fn two(&self, school: u16, year: u16, (first, second): (u16, u16)) -> Two {
        let (first, second) = (self.value(school, year, first), self.value(school, year, second));
        Two { first, second, gap: first.above(&second) }
    }

    /// The two that are compared, in the school in focus in the last year.
    pub(super) fn now(&self) -> Option<Two> {
        Some(self.two(self.selection.focus, self.selection.to, self.pair?))
    }

    /// The keys of the two that are compared, by year in the school in focus.
    pub(super) fn keys_by_year(&self) -> Vec<[Key; 2]> {
        let of = |year| (self.selection.focus, year, String::new());
        self.keys(&self.years().into_iter().map(of).collect::<Vec<_>>())
    }

    /// The same by school and year of these rows.
    pub(super) fn keys(&self, rows: &[(u16, u16, String)]) -> Vec<[Key; 2]> {
        let Some((first, second)) = self.pair else { return Vec::new() };
        rows.iter().map(|&(school, year, _)| [first, second].map(|group| self.key(school, year, group))).collect()
    }

    /// The keys of all groups in the school in focus in the last year.
    pub(super) fn keys_of_all(&self) -> Vec<Key> {
        self.listed().map(|(group, _)| self.key(self.selection.focus, self.selection.to, *group)).collect()
    }

    /// Name of a group.
    pub(super) fn name(&self, group: u16) -> &str {
        self.groups.iter().find(|(code, _)| *code == group).map_or("", |(_, name)| name)
    }
}
