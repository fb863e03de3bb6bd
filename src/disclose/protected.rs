//! A dataset behind the rule: every group that the product can show, with what of it may be seen.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Deref;

use super::asked::{self, Asked, Key};
use super::gate::{Publishable, PublishableCount, State, Withheld};
use super::pattern::Pattern;
use super::protect::{Costs, protect};
use crate::data::{Bound, Cell, Dataset, Dim, LeftOut, Missing, Protection, Shape, Shared, Unit};
use crate::query::{Estimate, Group};

/// A dataset and what may be seen of it, over everything that can be shown: what one view shows cannot be held against another to find
/// what is hidden.
///
/// What is asked for comes in layers. Each is worked out when the first number of it is asked for, with all that the layers before it
/// show at hand, and changes nothing of them.
#[derive(Debug)]
pub struct Protected {
    dataset: Shared<Dataset>,
    protection: Protection,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// The layer that comes before it; its own place for the first.
    after: usize,
    asked: Vec<Asked>,
    shown: OnceCell<Shown>,
}

/// All groups of a layer, and what their protection costs.
#[derive(Debug)]
struct Shown {
    /// By place in `asked`: labels → group.
    tables: Vec<BTreeMap<Vec<u16>, Guarded>>,
    pattern: Pattern,
    costs: Costs,
}

impl Layer {
    fn of((after, asked): (usize, Vec<Asked>)) -> Self {
        Self { after, asked, shown: OnceCell::new() }
    }
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
        let mut first = asked::standard(&dataset);
        first.extend(more);
        let layers = std::iter::once((0, first)).chain(asked::further(&dataset)).map(Layer::of).collect();
        Self { protection: dataset.profile.protection(), dataset: Shared::new(dataset), layers }
    }

    /// The same data under another rule.
    #[must_use]
    pub fn with(&self, protection: Protection) -> Self {
        let layers = self.layers.iter().map(|layer| Layer::of((layer.after, layer.asked.clone()))).collect();
        Self { dataset: self.dataset.clone(), protection, layers }
    }

    /// How small groups are protected.
    pub fn protection(&self) -> Protection {
        self.protection
    }

    /// The group with these labels, of what was asked for at this place of the first layer; `None` without rows.
    pub fn spot(&self, asked: usize, key: &[u16]) -> Option<Spot<'_>> {
        self.seen(0, asked, key)
    }

    /// A group that views show; `None` without rows, and where it is none that can be shown.
    pub fn at(&self, key: Key) -> Option<Spot<'_>> {
        self.find(&key.asked(), &key.labels())
    }

    /// Whether it has been worked out what may be seen of such groups, so that [`Self::at`] answers at once.
    pub fn is_worked_out(&self, key: Key) -> bool {
        let asked = key.asked();
        let mut layers = self.layers.iter().filter(|layer| layer.asked.contains(&asked));
        layers.next().is_none_or(|layer| layer.shown.get().is_some())
    }

    /// Works out one more layer; `false` where there is none left.
    pub fn work_out_more(&self) -> bool {
        let next = self.layers.iter().position(|layer| layer.shown.get().is_none());
        next.and_then(|layer| self.shown(layer)).is_some()
    }

    /// All schools of a municipality or of a provider together in a school year, by their labels; `None` without rows.
    pub fn at_all_of(&self, dim: Dim, label: u16, year: u16) -> Option<Spot<'_>> {
        self.find(&Asked::by(&[dim, Dim::Year]), &[label, year])
    }

    /// All groups of what was asked for at this place of the first layer, by their labels.
    pub fn spots(&self, asked: usize) -> impl Iterator<Item = (&[u16], Spot<'_>)> {
        self.spots_of(0, asked)
    }

    /// All groups of the first layer, or of all: what was asked for, labels there, and the group.
    pub(crate) fn everything(&self, deep: bool) -> impl Iterator<Item = (&Asked, &[u16], Spot<'_>)> {
        let layers = self.layers.iter().enumerate().take(if deep { usize::MAX } else { 1 });
        let asked = layers.flat_map(|(layer, of)| (0..).zip(&of.asked).map(move |(at, asked)| (layer, at, asked)));
        asked.flat_map(|(layer, at, asked)| self.spots_of(layer, at).map(move |(labels, spot)| (asked, labels, spot)))
    }

    fn find(&self, asked: &Asked, labels: &[u16]) -> Option<Spot<'_>> {
        self.layers.iter().enumerate().find_map(|(layer, of)| {
            let place = of.asked.iter().position(|other| other == asked)?;
            Some(self.seen(layer, place, labels))
        })?
    }

    fn seen(&self, layer: usize, asked: usize, labels: &[u16]) -> Option<Spot<'_>> {
        let guarded = self.shown(layer)?.tables.get(asked)?.get(labels)?;
        Some(Spot { dataset: &self.dataset, guarded })
    }

    fn spots_of(&self, layer: usize, asked: usize) -> impl Iterator<Item = (&[u16], Spot<'_>)> {
        let table = self.shown(layer).and_then(|shown| shown.tables.get(asked)).into_iter().flatten();
        table.map(|(key, guarded)| (key.as_slice(), Spot { dataset: &self.dataset, guarded }))
    }

    /// Place of the first thing asked for besides what the views show.
    pub fn first_more(&self) -> usize {
        asked::standard(&self.dataset).len()
    }

    /// What protection costs the first layer.
    pub fn costs(&self) -> Costs {
        self.shown(0).map(|shown| shown.costs).unwrap_or_default()
    }

    fn shown(&self, layer: usize) -> Option<&Shown> {
        let of = self.layers.get(layer)?;
        Some(of.shown.get_or_init(|| {
            let mut way = vec![&*of.asked];
            let mut at = layer;
            while at > 0 {
                at = self.layers[at].after.min(at - 1);
                way.insert(0, &self.layers[at].asked);
            }
            let before = (layer > 0).then(|| self.shown(of.after)).flatten().map(|before| &before.pattern);
            let mut tables: Vec<BTreeMap<Vec<u16>, Guarded>> =
                of.asked.iter().map(|asked| guarded(&self.dataset, asked)).collect();
            let (pattern, costs) = protect(&self.dataset, self.protection, &way, before, &mut tables);
            for (asked, table) in of.asked.iter().zip(&mut tables).filter(|_| layer > 0) {
                for (labels, guarded) in table {
                    let key = Key::of(asked, labels).filter(|key| key.group.is_some());
                    if let Some(whole) = key.and_then(|key| self.at(Key { group: None, ..key })) {
                        guarded.hide_within(whole.guarded);
                    }
                }
            }
            Shown { tables, pattern, costs }
        }))
    }
}

impl Guarded {
    /// Withholds what of the whole is withheld.
    fn hide_within(&mut self, whole: &Self) {
        let hide = |own: &mut bool, spared: &mut bool, is_hidden: bool| {
            *spared |= is_hidden && !*own;
            *own |= is_hidden;
        };
        hide(&mut self.pupils, &mut self.spared_pupils, whole.pupils);
        for (own, is_hidden) in self.bases.iter_mut().zip(&whole.bases) {
            *own |= is_hidden;
        }
        for ((own, spared), is_hidden) in self.values.iter_mut().zip(&mut self.spared_values).zip(&whole.values) {
            hide(own, spared, *is_hidden);
        }
    }
}

/// The groups of one division, of which nothing is withheld yet.
fn guarded(dataset: &Dataset, asked: &Asked) -> BTreeMap<Vec<u16>, Guarded> {
    let none = vec![false; dataset.profile.indicators.len()];
    let guard = |group: Group| Guarded {
        pupils: false,
        bases: none.clone(),
        values: none.clone(),
        spared_pupils: false,
        spared_values: none.clone(),
        group,
    };
    asked.groups(dataset).into_iter().map(|(key, group)| (key, guard(group))).collect()
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
            None if cell.is_bounded() => State::Withheld(self.bounded(cell.bound, about.unit)),
            None if cell.left_out.of(Missing::WithheldInSource) > 0 => State::Withheld(Withheld::InSource),
            None if self.hides_nobody(indicator) => State::Withheld(Withheld::ByRule),
            None => State::Missing,
        })
    }

    /// The number of pupils: rows of pupils, or the sum of the published numbers of aggregated rows.
    pub fn pupils(self) -> PublishableCount {
        let Guarded { group, pupils, .. } = self.guarded;
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
        let Guarded { group, bases, .. } = self.guarded;
        let base = group.cells.get(indicator).map_or(0, Cell::pupils);
        PublishableCount::new(match bases.get(indicator) {
            // It would be that of the rest.
            _ if group.cells.get(indicator).is_some_and(Cell::is_bounded) => Err(Some(Withheld::InSource)),
            _ if base == 0 => Err(self.hides_nobody(indicator).then_some(Withheld::ByRule)),
            Some(false) => Ok(base),
            _ => Err(Some(Withheld::ByRule)),
        })
    }

    /// Whether it is withheld, too, that nobody has a value: of few pupils that would tell how few.
    fn hides_nobody(self, indicator: usize) -> bool {
        self.dataset.shape == Shape::PupilRows && self.guarded.bases.get(indicator) == Some(&true)
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
        cell.is_some_and(|cell| cell.mean().is_some() && cell.left_out.of(Missing::WithheldInSource) > 0)
    }

    /// Whether an indicator's value, or the number of pupils, is withheld only to protect others. Never to be shown: telling such
    /// numbers apart tells what is hidden.
    pub(crate) fn is_spared(self, of: Option<usize>) -> bool {
        let Guarded { spared_pupils, spared_values, .. } = self.guarded;
        of.map_or(*spared_pupils, |of| spared_values.get(of) == Some(&true))
    }
}
