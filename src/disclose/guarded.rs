//! Groups, and what of each is withheld.

use std::collections::BTreeMap;

use super::asked::Members;
use crate::data::Dataset;
use crate::query::{Group, sum};

/// A group, and what of it is withheld.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guarded {
    pub(super) group: Group,
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

impl Guarded {
    /// The groups of these entries, of which nothing is withheld yet.
    pub(super) fn of(dataset: &Dataset, members: &Members) -> BTreeMap<Vec<u16>, Self> {
        let indicators = dataset.profile.indicators.len();
        let guard = |group: Group| Self {
            group,
            pupils: false,
            spared_pupils: false,
            hides: vec![Hides::default(); indicators],
        };
        members.iter().map(|(key, entries)| (key.clone(), guard(sum(dataset, entries)))).collect()
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
