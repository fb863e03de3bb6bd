//! Groups, and what of each is withheld.

use std::cell::OnceCell;

use super::asked::Members;
use crate::data::Dataset;
use crate::query::{Group, sum};

/// The groups of what was asked for, by their labels.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Sorted.
    labels: Vec<Vec<u16>>,
    pub(super) groups: Vec<Guarded>,
}

/// A group, and what of it is withheld.
#[derive(Clone, Debug)]
pub(super) struct Guarded {
    /// What it is made of.
    pub(super) entries: Vec<usize>,
    /// Their sum. It is only found of what somebody looks at: few of the groups of a country.
    sum: OnceCell<Group>,
    /// Whether its number of pupils is withheld.
    pub(super) pupils: bool,
    /// Whether the number of pupils is withheld only to protect others.
    pub(super) spared_pupils: bool,
    /// By indicator.
    pub(super) hides: Vec<Hides>,
}

/// What of an indicator is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hides {
    /// Its number of pupils with a value.
    pub(super) base: bool,
    /// Its value; it is, wherever one of the numbers that it rests on is.
    pub(super) value: bool,
    /// The value only to protect others.
    pub(super) spared: bool,
}

impl Table {
    /// Of these groups nothing is withheld yet.
    pub(super) fn new(dataset: &Dataset, members: Members) -> Self {
        let indicators = dataset.profile.indicators.len();
        let guard = |entries: Vec<usize>| Guarded {
            entries,
            sum: OnceCell::new(),
            pupils: false,
            spared_pupils: false,
            hides: vec![Hides::default(); indicators],
        };
        let (labels, groups) = members.into_iter().map(|(labels, entries)| (labels, guard(entries))).unzip();
        Self { labels, groups }
    }

    /// The group with these labels.
    pub(super) fn get(&self, labels: &[u16]) -> Option<&Guarded> {
        let at = self.labels.binary_search_by(|known| known.as_slice().cmp(labels)).ok()?;
        self.groups.get(at)
    }

    /// All groups, each after its labels.
    pub(super) fn all(&self) -> impl Iterator<Item = (&[u16], &Guarded)> {
        self.labels.iter().map(Vec::as_slice).zip(&self.groups)
    }

    /// The same, to be changed.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = (&[u16], &mut Guarded)> {
        self.labels.iter().map(Vec::as_slice).zip(&mut self.groups)
    }
}

impl Guarded {
    /// The sum of its entries.
    pub(super) fn group(&self, dataset: &Dataset) -> &Group {
        self.sum.get_or_init(|| sum(dataset, &self.entries))
    }

    /// Whether nobody in it has a value of an indicator.
    pub(super) fn is_without(&self, dataset: &Dataset, indicator: usize) -> bool {
        self.entries.iter().all(|entry| dataset.cells(*entry)[indicator].pupils() == 0)
    }

    /// Withholds what of the whole is withheld.
    pub(super) fn hide_within(&mut self, whole: &Self) {
        let hide = |own: &mut bool, spared: &mut bool, is_hidden: bool| {
            *spared |= is_hidden && !*own;
            *own |= is_hidden;
        };
        hide(&mut self.pupils, &mut self.spared_pupils, whole.pupils);
        for (own, whole) in self.hides.iter_mut().zip(&whole.hides) {
            own.base |= whole.base;
            hide(&mut own.value, &mut own.spared, whole.value);
        }
    }
}
