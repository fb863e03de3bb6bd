//! A dataset behind the rule: every group that the product can show, with what of it may be seen.

use std::cell::OnceCell;
use std::ops::Deref;

use super::asked::{self, Asked, Key};
use super::guarded::Table;
use super::pace::{Pace, Work};
use super::pattern::Pattern;
use super::protect::{Costs, protect};
use super::spot::Spot;
use crate::data::{Dataset, Dim, Protection, Shared};

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
    /// By place in `asked`.
    tables: Vec<Table>,
    pattern: Pattern,
    costs: Costs,
}

impl Layer {
    fn of((after, asked): (usize, Vec<Asked>)) -> Self {
        Self { after, asked, shown: OnceCell::new() }
    }
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

    /// The layer that has to be worked out first, with [`Self::work_out`], for [`Self::at`] to answer at once.
    pub fn missing(&self, key: Key) -> Option<usize> {
        self.missing_of(&key.asked())
    }

    /// The same for [`Self::at_all_of`].
    pub fn missing_area(&self, dim: Dim) -> Option<usize> {
        self.missing_of(&Asked::by(&[dim, Dim::Year]))
    }

    /// The first layer that has not been worked out.
    pub fn next_missing(&self) -> Option<usize> {
        self.layers.iter().position(|layer| layer.shown.get().is_none())
    }

    fn missing_of(&self, asked: &Asked) -> Option<usize> {
        let layer = self.layers.iter().position(|layer| layer.asked.contains(asked))?;
        self.layers[layer].shown.get().is_none().then_some(layer)
    }

    /// Works out a layer step by step.
    pub fn work_out(&self, layer: usize) -> Work<'_> {
        Work::new(async move |pace: &Pace| self.layer(layer, pace).await)
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
        let table = self.shown(layer).and_then(|shown| shown.tables.get(asked)).into_iter().flat_map(Table::all);
        table.map(|(labels, guarded)| (labels, Spot { dataset: &self.dataset, guarded }))
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
        let shown = &self.layers.get(layer)?.shown;
        if shown.get().is_none() {
            self.work_out(layer).finish();
        }
        shown.get()
    }

    /// Works out a layer, after those that it comes after.
    async fn layer(&self, layer: usize, pace: &Pace) {
        let mut way = vec![layer];
        let mut at = layer;
        while at > 0 {
            at = self.layers.get(at).map_or(0, |layer| layer.after).min(at - 1);
            way.insert(0, at);
        }
        for last in 0..way.len() {
            let Some(of) = self.layers.get(way[last]) else { return };
            if of.shown.get().is_none() {
                let shown = self.work(&way[..=last], pace).await;
                // Whoever has done the same meanwhile has come to the same.
                drop(of.shown.set(shown));
            }
        }
    }

    /// What is shown of the last of these layers, beside what the others show.
    async fn work(&self, way: &[usize], pace: &Pace) -> Shown {
        let layers: Vec<&[Asked]> = way.iter().map(|layer| &*self.layers[*layer].asked).collect();
        let before = way.iter().rev().nth(1).and_then(|layer| self.layers[*layer].shown.get());
        let asked = layers.last().copied().unwrap_or_default();
        let mut tables = Vec::with_capacity(asked.len());
        for asked in asked {
            let found = asked.members(&self.dataset);
            pace.rest(found.len()).await;
            tables.push(Table::new(&self.dataset, found));
        }
        let before = before.map(|before| &before.pattern);
        let (pattern, costs) = protect(&self.dataset, self.protection, &layers, before, &mut tables, pace).await;
        for (asked, table) in asked.iter().zip(&mut tables).filter(|_| way.len() > 1) {
            for (labels, guarded) in table.all_mut() {
                let key = Key::of(asked, labels).filter(|key| key.group.is_some());
                if let Some(whole) = key.and_then(|key| self.at(Key { group: None, ..key })) {
                    guarded.hide_within(whole.guarded);
                }
            }
        }
        Shown { tables, pattern, costs }
    }
}
