//! Entries → one cell per group and indicator.

use std::collections::BTreeMap;

use crate::data::{Bound, Cell, Dataset, Dim, Dimension, Missing, Value, map};
use crate::query::{Filter, widest};

/// One group's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Pupils: rows of pupils, or the sum of the published numbers of aggregated rows.
    pub pupils: u64,
    /// Aggregated rows whose number of pupils is withheld or missing; they are not in `pupils`.
    pub rows_without_count: u64,
    /// Those of them whose number the source withholds.
    pub rows_withheld: u64,
    /// Those of them of which the source tells a bound.
    pub rows_with_bound: u64,
    /// The bound, where there is no other row.
    pub bound: Option<Bound>,
    /// One cell per indicator of the profile.
    pub cells: Vec<Cell>,
}

/// The groups that have rows, by their labels in the order asked for. Sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// What was grouped by.
    pub by: Vec<Dim>,
    /// Label numbers → the group.
    pub groups: BTreeMap<Vec<u16>, Group>,
}

impl Groups {
    /// The group with these labels.
    pub fn get(&self, key: &[u16]) -> Option<&Group> {
        self.groups.get(key)
    }
}

/// Adds up the entries that pass the filter, by the dimensions given. No dimensions give one group.
///
/// Aggregated rows that contain other rows are never added to their parts: of the rows that would be added together, the widest
/// count.
pub fn group(dataset: &Dataset, filter: &Filter, by: &[Dim]) -> Groups {
    let empty = empty(dataset);
    let mut groups: Vec<Group> = Vec::new();
    let (by, keys) = each(dataset, filter, by, &mut |index, entry| {
        if index == groups.len() {
            groups.push(empty.clone());
        }
        add(dataset, entry, &mut groups[index]);
    });
    Groups { by, groups: map(keys.into_iter().zip(groups)) }
}

/// One group, of these entries.
pub(crate) fn sum(dataset: &Dataset, entries: &[usize]) -> Group {
    let mut group = empty(dataset);
    for entry in entries {
        add(dataset, *entry, &mut group);
    }
    group
}

fn empty(dataset: &Dataset) -> Group {
    let cells = vec![Cell::default(); dataset.profile.indicators.len()];
    Group { pupils: 0, rows_without_count: 0, rows_withheld: 0, rows_with_bound: 0, bound: None, cells }
}

/// The entries that [`group`] adds up, after the labels of their group. Sorted by these.
pub fn members(dataset: &Dataset, filter: &Filter, by: &[Dim]) -> Vec<(Vec<u16>, Vec<usize>)> {
    let mut members: Vec<Vec<usize>> = Vec::new();
    let (_, keys) = each(dataset, filter, by, &mut |index, entry| {
        if index == members.len() {
            members.push(Vec::new());
        }
        members[index].push(entry);
    });
    let is_sorted = keys.is_sorted();
    let members = keys.into_iter().zip(members);
    if is_sorted { members.collect() } else { map(members).into_iter().collect() }
}

/// Meets every entry asked for with the number of its group. Gives the dimensions that the dataset has, and the labels of the groups
/// in the order of their numbers.
fn each(
    dataset: &Dataset,
    filter: &Filter,
    by: &[Dim],
    meet: &mut dyn FnMut(usize, usize),
) -> (Vec<Dim>, Vec<Vec<u16>>) {
    let mut asked = filter.entries(dataset);
    widest::keep(dataset, by, &mut asked);
    let keys: Vec<&Dimension> = by.iter().filter_map(|dim| dataset.dimension(*dim)).collect();
    let mut slots = Slots::new(&keys);
    for entry in asked.iter().enumerate().filter(|(_, asked)| **asked).map(|(entry, _)| entry) {
        meet(slots.of(&keys, entry), entry);
    }
    (keys.iter().map(|dimension| dimension.dim).collect(), slots.keys)
}

#[inline]
fn add(dataset: &Dataset, entry: usize, group: &mut Group) {
    let is_first = group.pupils + group.rows_without_count == 0;
    group.bound = None;
    match dataset.pupils[entry].value() {
        Value::Known(count) => group.pupils += count.as_count().unwrap_or(0),
        Value::Missing(reason) => {
            group.rows_without_count += 1;
            group.rows_withheld += u64::from(reason == Missing::WithheldInSource);
        }
        Value::Within(bound) => {
            group.rows_without_count += 1;
            group.rows_with_bound += 1;
            group.bound = Some(bound).filter(|_| is_first);
        }
    }
    for (cell, more) in group.cells.iter_mut().zip(dataset.cells(entry)) {
        *cell = cell.merged(*more);
    }
}

/// Numbers the groups in the order in which they are met.
struct Slots {
    /// Group number plus one by mixed-radix key; empty when there are too many combinations for a table.
    table: Vec<u32>,
    sparse: BTreeMap<Vec<u16>, usize>,
    keys: Vec<Vec<u16>>,
}

impl Slots {
    /// Largest table, in combinations of labels.
    const LARGEST: usize = 1 << 20;

    fn new(keys: &[&Dimension]) -> Self {
        let combinations =
            keys.iter().try_fold(1_usize, |product, dimension| product.checked_mul(dimension.labels.len().max(1)));
        let table = match combinations {
            Some(count @ 0..=Self::LARGEST) => vec![0; count],
            _ => Vec::new(),
        };
        Self { table, sparse: BTreeMap::new(), keys: Vec::new() }
    }

    #[inline]
    fn of(&mut self, keys: &[&Dimension], entry: usize) -> usize {
        let key = || keys.iter().map(|dimension| dimension.codes[entry]).collect::<Vec<u16>>();
        if self.table.is_empty() {
            let next = self.keys.len();
            let index = *self.sparse.entry(key()).or_insert(next);
            if index == next {
                self.keys.push(key());
            }
            return index;
        }
        let place = keys
            .iter()
            .fold(0, |place, dimension| place * dimension.labels.len() + usize::from(dimension.codes[entry]));
        if self.table[place] == 0 {
            self.keys.push(key());
            self.table[place] = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        }
        self.table[place] as usize - 1
    }
}
