//! What entries are made of: the smallest disjoint groups of pupils, by which wholes and parts are told apart.
//!
//! Entries of pupil rows are such groups. Aggregated rows lie inside one another, as a programme lies inside `Nationella program` and
//! girls inside everybody: a row is made of the narrowest rows inside it, and of a rest where those do not add up to it.

use std::collections::BTreeMap;

use super::parts::{Parts, contexts};
use crate::data::{Dataset, Dim, Shape};

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
    let mut atoms = vec![Vec::new(); dataset.entries()];
    let mut next = 0;
    for rows in &contexts(dataset) {
        let programmes = Parts::new(dataset, Dim::Programme, rows);
        let genders = Parts::new(dataset, Dim::Gender, rows);
        // An atom is a programme part and a gender part.
        let mut known: BTreeMap<(u16, u16), u32> = BTreeMap::new();
        for &row in rows {
            for &programme in programmes.narrowest(row) {
                for &gender in genders.narrowest(row) {
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
