//! A dataset behind the rule: every group that the product can show, with what of it may be seen.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Deref;

use super::asked::{self, Asked, Key, PROGRAMMES, SCHOOLS};
use super::gate::{Publishable, PublishableCount, State, Withheld};
use super::protect::{Costs, protect};
use crate::data::{Cell, Dataset, LeftOut, Missing, Protection, Shared};
use crate::query::{Estimate, Group, group};

/// A dataset and what may be seen of it. Worked out when the first number is asked for, over everything that can be shown: what one
/// view shows cannot be held against another to find what is hidden.
#[derive(Debug)]
pub struct Protected {
    dataset: Shared<Dataset>,
    protection: Protection,
    asked: Vec<Asked>,
    shown: OnceCell<Shown>,
}

/// All groups, and what their protection costs.
#[derive(Debug)]
struct Shown {
    /// By place in `asked`: labels → group.
    tables: Vec<BTreeMap<Vec<u16>, Guarded>>,
    costs: Costs,
}

/// A group, and what of it is withheld.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guarded {
    pub(super) group: Group,
    /// Whether its number of pupils is withheld.
    pub(super) pupils: bool,
    /// By indicator, whether its number of pupils with a value is.
    pub(super) bases: Vec<bool>,
    /// By indicator, whether its value is; it is, wherever one of the numbers that it rests on is.
    pub(super) values: Vec<bool>,
    /// Whether the number of pupils is withheld only to protect others.
    pub(super) spared_pupils: bool,
    /// By indicator, whether the value is.
    pub(super) spared_values: Vec<bool>,
}

impl Deref for Protected {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.dataset
    }
}

impl Protected {
    /// The dataset under the rule of its profile.
    pub fn new(dataset: Dataset) -> Self {
        Self::showing(dataset, Vec::new())
    }

    /// The same, where besides the views these groups are shown, too.
    pub fn showing(dataset: Dataset, more: Vec<Asked>) -> Self {
        let mut asked = asked::standard(&dataset);
        asked.extend(more);
        Self { protection: dataset.profile.protection(), dataset: Shared::new(dataset), asked, shown: OnceCell::new() }
    }

    /// The same data under another rule.
    #[must_use]
    pub fn with(&self, protection: Protection) -> Self {
        Self { dataset: self.dataset.clone(), protection, asked: self.asked.clone(), shown: OnceCell::new() }
    }

    /// How small groups are protected.
    pub fn protection(&self) -> Protection {
        self.protection
    }

    /// The group with these labels, of what was asked for at this place; `None` without rows.
    pub fn spot(&self, asked: usize, key: &[u16]) -> Option<Spot<'_>> {
        let guarded = self.shown().tables.get(asked)?.get(key)?;
        Some(Spot { dataset: &self.dataset, guarded })
    }

    /// A group that views show; `None` without rows.
    pub fn at(&self, key: Key) -> Option<Spot<'_>> {
        match key {
            Key { pooled: 0, group: None, programme: None, school, year } => self.spot(SCHOOLS, &[school, year]),
            Key { pooled: 0, group: None, programme: Some(programme), school, year } => {
                self.spot(PROGRAMMES, &[school, year, programme])
            }
            _ => None,
        }
    }

    /// All groups of what was asked for at this place, by their labels.
    pub fn spots(&self, asked: usize) -> impl Iterator<Item = (&[u16], Spot<'_>)> {
        let table = self.shown().tables.get(asked).into_iter().flatten();
        table.map(|(key, guarded)| (key.as_slice(), Spot { dataset: &self.dataset, guarded }))
    }

    /// Place of the first thing asked for besides what the views show.
    pub fn first_more(&self) -> usize {
        asked::standard(&self.dataset).len()
    }

    /// What protection costs.
    pub fn costs(&self) -> &Costs {
        &self.shown().costs
    }

    fn shown(&self) -> &Shown {
        self.shown.get_or_init(|| {
            let mut tables: Vec<BTreeMap<Vec<u16>, Guarded>> =
                self.asked.iter().map(|asked| guarded(&self.dataset, asked)).collect();
            let costs = protect(&self.dataset, self.protection, &self.asked, &mut tables);
            Shown { tables, costs }
        })
    }
}

/// The groups of one division, of which nothing is withheld yet.
fn guarded(dataset: &Dataset, asked: &Asked) -> BTreeMap<Vec<u16>, Guarded> {
    let groups = group(dataset, &asked.filter, &asked.by).groups;
    let guard = |group: Group| {
        let none = vec![false; group.cells.len()];
        Guarded {
            pupils: false,
            bases: none.clone(),
            values: none.clone(),
            spared_pupils: false,
            spared_values: none,
            group,
        }
    };
    groups.into_iter().map(|(key, group)| (key, guard(group))).collect()
}

/// One group, as far as it may be seen.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    dataset: &'a Dataset,
    guarded: &'a Guarded,
}

impl Spot<'_> {
    /// The value of an indicator.
    pub fn value(self, indicator: usize) -> Publishable {
        let Guarded { group, values, .. } = self.guarded;
        let (Some(cell), Some(about)) = (group.cells.get(indicator), self.dataset.profile.indicators.get(indicator))
        else {
            return super::missing();
        };
        Publishable::new(match Estimate::of(cell, about) {
            Some(_) if values.get(indicator) != Some(&false) => State::Withheld(Withheld::ByRule),
            Some(estimate) => State::Shown(estimate),
            None if cell.left_out.of(Missing::WithheldInSource) > 0 => State::Withheld(Withheld::InSource),
            None => State::Missing,
        })
    }

    /// The number of pupils: rows of pupils, or the sum of the published numbers of aggregated rows.
    pub fn pupils(self) -> PublishableCount {
        let Guarded { group, pupils, .. } = self.guarded;
        PublishableCount::new(match group.pupils {
            0 if group.rows_without_count > 0 => Err(Some(Withheld::InSource)),
            0 => Err(None),
            _ if *pupils => Err(Some(Withheld::ByRule)),
            n => Ok(n),
        })
    }

    /// The number of pupils with a value of an indicator.
    pub fn base(self, indicator: usize) -> PublishableCount {
        let Guarded { group, bases, .. } = self.guarded;
        let base = group.cells.get(indicator).map_or(0, Cell::pupils);
        PublishableCount::new(match bases.get(indicator) {
            _ if base == 0 => Err(None),
            Some(false) => Ok(base),
            _ => Err(Some(Withheld::ByRule)),
        })
    }

    /// Rows without a usable value of an indicator.
    pub fn left_out(self, indicator: usize) -> LeftOut {
        self.guarded.group.cells.get(indicator).map_or_else(LeftOut::default, |cell| cell.left_out)
    }

    /// Whether the source withholds the number of pupils of a part.
    pub fn is_partial(self) -> bool {
        self.guarded.group.rows_without_count > 0
    }

    /// Whether the number of pupils is that of a part, because the source withholds that of the rest.
    pub fn is_sum_of_part(self) -> bool {
        self.is_partial() && self.guarded.group.pupils > 0
    }

    /// Whether the value of an indicator is that of a part, because the source withholds that of the rest.
    pub fn is_of_part(self, indicator: usize) -> bool {
        let cell = self.guarded.group.cells.get(indicator);
        cell.is_some_and(|cell| cell.pupils() > 0 && cell.left_out.of(Missing::WithheldInSource) > 0)
    }

    /// Whether an indicator's value, or the number of pupils, is withheld only to protect others. Never to be shown: telling such
    /// numbers apart tells what is hidden.
    pub(crate) fn is_spared(self, of: Option<usize>) -> bool {
        let Guarded { spared_pupils, spared_values, .. } = self.guarded;
        of.map_or(*spared_pupils, |of| spared_values.get(of) == Some(&true))
    }
}
