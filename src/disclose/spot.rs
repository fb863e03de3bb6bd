//! One group, and what may be seen of it.

use super::gate::{Publishable, PublishableCount, State, Withheld};
use super::guarded::{Guarded, Hides};
use crate::data::{Bound, Cell, Dataset, LeftOut, Missing, Shape, Unit};
use crate::query::{Estimate, Group};

/// From so many pupils on it is told how far apart their grades are.
const FEWEST_WITH_SPREAD: u64 = 100;

/// One group, as far as it may be seen.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) guarded: &'a Guarded,
}

impl<'a> Spot<'a> {
    fn group(self) -> &'a Group {
        self.guarded.group(self.dataset)
    }

    /// The value of an indicator.
    pub fn value(self, indicator: usize) -> Publishable {
        let group = self.group();
        let (Some(cell), Some(about)) = (group.cells.get(indicator), self.dataset.profile.indicators.get(indicator))
        else {
            return super::missing();
        };
        Publishable::new(match Estimate::of(cell, about) {
            Some(_) if self.hides(indicator).is_none_or(|hides| hides.value) => State::Withheld(Withheld::ByRule),
            // Of few grades, mean and spread together tell how many pupils have the lowest and the highest, as the mean alone
            // does near the end of the scale (V15): closer than the rule allows of all groups of 40, of every tenth of 100.
            Some(estimate) if !about.steps.is_empty() && estimate.pupils < FEWEST_WITH_SPREAD => {
                State::Shown(estimate.without_spread())
            }
            Some(estimate) => State::Shown(estimate),
            None if cell.is_bounded() => State::Withheld(self.bounded(cell.bound, about.unit)),
            None if cell.left_out.of(Missing::WithheldInSource) > 0 => State::Withheld(Withheld::InSource),
            None if self.hides_nobody(indicator) => State::Withheld(Withheld::ByRule),
            None => State::Missing,
        })
    }

    /// The number of pupils: rows of pupils, or the sum of the published numbers of aggregated rows.
    pub fn pupils(self) -> PublishableCount {
        let (group, Guarded { pupils, .. }) = (self.group(), self.guarded);
        PublishableCount::new(match group.pupils {
            _ if group.rows_with_bound > 0 => {
                Err(Some(group.bound.map_or(Withheld::InSource, |bound| Withheld::Within(bound, None))))
            }
            0 if group.rows_withheld > 0 => Err(Some(Withheld::InSource)),
            0 => Err(None),
            _ if *pupils => Err(Some(Withheld::ByRule)),
            n => Ok(n),
        })
    }

    /// What the source tells in place of a value. Of a group that is so small that we hide how many they are we do not repeat it.
    fn bounded(self, bound: Option<Bound>, unit: Unit) -> Withheld {
        match bound {
            _ if self.pupils().get() == Err(Some(Withheld::ByRule)) => Withheld::ByRule,
            Some(bound) => Withheld::Within(bound, Some(unit)),
            None => Withheld::InSource,
        }
    }

    /// The number of pupils with a value of an indicator.
    pub fn base(self, indicator: usize) -> PublishableCount {
        let group = self.group();
        let base = group.cells.get(indicator).map_or(0, Cell::pupils);
        PublishableCount::new(match self.hides(indicator) {
            // It would be that of the rest.
            _ if group.cells.get(indicator).is_some_and(Cell::is_bounded) => Err(Some(Withheld::InSource)),
            _ if base == 0 => Err(self.hides_nobody(indicator).then_some(Withheld::ByRule)),
            Some(Hides { base: false, .. }) => Ok(base),
            _ => Err(Some(Withheld::ByRule)),
        })
    }

    /// Whether it is withheld, too, that nobody has a value: of few pupils that would tell how few.
    fn hides_nobody(self, indicator: usize) -> bool {
        self.dataset.shape == Shape::PupilRows && self.hides(indicator).is_some_and(|hides| hides.base)
    }

    fn hides(self, indicator: usize) -> Option<Hides> {
        self.guarded.hides.get(indicator).copied()
    }

    /// Rows without a usable value of an indicator.
    pub fn left_out(self, indicator: usize) -> LeftOut {
        self.group().cells.get(indicator).map_or_else(LeftOut::default, |cell| cell.left_out)
    }

    /// Whether the source withholds the number of pupils of a part.
    pub fn is_partial(self) -> bool {
        self.group().rows_without_count > 0
    }

    /// Whether the number of pupils is that of a part, because the source withholds that of the rest.
    pub fn is_sum_of_part(self) -> bool {
        self.is_partial() && self.group().pupils > 0
    }

    /// Whether the value of an indicator is that of a part, because the source withholds that of the rest.
    pub fn is_of_part(self, indicator: usize) -> bool {
        let cell = self.group().cells.get(indicator);
        cell.is_some_and(|cell| cell.mean().is_some() && cell.left_out.of(Missing::WithheldInSource) > 0)
    }

    /// Whether an indicator's value, or the number of pupils, is withheld only to protect others. Never to be shown: telling such
    /// numbers apart tells what is hidden.
    pub(crate) fn is_spared(self, of: Option<usize>) -> bool {
        of.map_or(self.guarded.spared_pupils, |of| self.hides(of).is_some_and(|hides| hides.spared))
    }
}
