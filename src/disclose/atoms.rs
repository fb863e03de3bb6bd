//! What entries are made of: the smallest disjoint groups of pupils, by which wholes and parts are told apart.
//!
//! Entries of pupil rows are such groups. Aggregated rows lie inside one another, as a programme lies inside `Nationella program` and
//! girls inside everybody: a row is made of the narrowest rows inside it, and of a rest where those do not add up to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{Dataset, Dim, Dimension, Level, Shape, Value};

/// For each entry, its atoms.
#[derive(Debug)]
pub(super) enum Atoms {
    /// Each entry is one.
    Entries,
    /// Sorted, by entry.
    Of(Vec<Vec<u32>>),
}

impl Atoms {
    pub(super) fn new(dataset: &Dataset) -> Self {
        match dataset.shape {
            Shape::PupilRows => Self::Entries,
            Shape::Aggregated => Self::Of(of_rows(dataset)),
        }
    }

    /// The atoms of several entries together, sorted.
    pub(super) fn of(&self, entries: impl Iterator<Item = usize>) -> Vec<u32> {
        let mut atoms: Vec<u32> = match self {
            Self::Entries => entries.map(|entry| u32::try_from(entry).unwrap_or(u32::MAX)).collect(),
            Self::Of(atoms) => entries.flat_map(|entry| atoms[entry].iter().copied()).collect(),
        };
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }
}

fn of_rows(dataset: &Dataset) -> Vec<Vec<u32>> {
    let mut contexts: BTreeMap<Vec<u16>, Vec<usize>> = BTreeMap::new();
    let apart = |dimension: &&Dimension| !matches!(dimension.dim, Dim::Programme | Dim::Gender);
    for entry in 0..dataset.entries() {
        let key = dataset.dimensions.iter().filter(apart).map(|dimension| dimension.codes[entry]).collect();
        contexts.entry(key).or_default().push(entry);
    }
    let mut atoms = vec![Vec::new(); dataset.entries()];
    let mut next = 0;
    for rows in contexts.values() {
        let programmes = Parts::new(dataset, Dim::Programme, rows);
        let genders = Parts::new(dataset, Dim::Gender, rows);
        // An atom is a programme part and a gender part.
        let mut known: BTreeMap<(u16, u16), u32> = BTreeMap::new();
        for &row in rows {
            for &programme in programmes.of(row) {
                for &gender in genders.of(row) {
                    atoms[row].push(*known.entry((programme, gender)).or_insert_with(|| {
                        next += 1;
                        next - 1
                    }));
                }
            }
            atoms[row].sort_unstable();
        }
    }
    atoms
}

/// What each label of one dimension is made of, among the rows of one school and year.
struct Parts<'a> {
    dimension: Option<&'a Dimension>,
    /// Label → parts. A part is a narrowest label, or `REST` and the label that has the rest.
    of_label: BTreeMap<u16, BTreeSet<u16>>,
    one: BTreeSet<u16>,
}

/// Added to a label's number to name what is left of it beside its parts.
const REST: u16 = 1 << 15;

impl<'a> Parts<'a> {
    fn new(dataset: &'a Dataset, dim: Dim, rows: &[usize]) -> Self {
        let dimension = dataset.dimension(dim);
        let mut of_label: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
        if let Some(dimension) = dimension {
            let labels: BTreeSet<u16> = rows.iter().map(|&row| dimension.codes[row]).collect();
            let level = |label: u16| dimension.labels[usize::from(label)].level.unwrap_or(Level::Programme(None));
            let inside = |outer: u16, inner: u16| outer != inner && level(outer).contains(level(inner));
            // Narrow labels first: levels are ordered from wide to narrow.
            let mut order: Vec<u16> = labels.iter().copied().collect();
            order.sort_by_key(|&label| std::cmp::Reverse((level(label), label)));
            for label in order {
                let within: Vec<u16> = labels.iter().copied().filter(|&inner| inside(label, inner)).collect();
                let direct = |inner: &u16| !within.iter().any(|&between| inside(between, *inner));
                let parts: Vec<u16> = within.iter().copied().filter(direct).collect();
                let mut made_of: BTreeSet<u16> =
                    within.iter().filter_map(|inner| of_label.get(inner)).flatten().copied().collect();
                if made_of.is_empty() {
                    made_of.insert(label);
                } else if !adds_up(dataset, dimension, rows, label, &parts) {
                    made_of.insert(label | REST);
                }
                of_label.insert(label, made_of);
            }
        }
        Self { dimension, of_label, one: BTreeSet::from([0]) }
    }

    fn of(&self, row: usize) -> &BTreeSet<u16> {
        self.dimension.and_then(|dimension| self.of_label.get(&dimension.codes[row])).unwrap_or(&self.one)
    }
}

/// Whether the rows of the parts may add up to those of the whole: the numbers of pupils that are told do not contradict it.
fn adds_up(dataset: &Dataset, dimension: &Dimension, rows: &[usize], whole: u16, parts: &[u16]) -> bool {
    let other = match dimension.dim {
        Dim::Programme => dataset.dimension(Dim::Gender),
        _ => dataset.dimension(Dim::Programme),
    };
    let beside = |row: usize| other.map(|other| other.codes[row]);
    let told = |row: usize| match dataset.pupils[row].value() {
        Value::Known(count) => count.as_count(),
        Value::Missing(_) => None,
    };
    rows.iter().filter(|&&row| dimension.codes[row] == whole).all(|&outer| {
        let Some(sum) = told(outer) else { return true };
        let same = |label: &u16| {
            rows.iter()
                .find(|&&row| dimension.codes[row] == *label && beside(row) == beside(outer))
                .map(|&row| told(row))
        };
        let found: Vec<Option<Option<u64>>> = parts.iter().map(same).collect();
        let known: u64 = found.iter().flatten().flatten().sum();
        let is_whole = found.iter().all(|part| matches!(part, Some(Some(_))));
        if is_whole { known == sum } else { known <= sum }
    })
}
