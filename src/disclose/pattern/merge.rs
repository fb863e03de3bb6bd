//! Atoms that no cell tells apart are one unknown; cells with the same atoms are one row; what shares no unknown is no matter
//! of each other's.

use crate::disclose::pace::Pace;
use crate::disclose::pattern::lists::{Lists, index};
use crate::disclose::pattern::system::System;

/// The groups of a system without what is there twice.
#[derive(Debug)]
pub(super) struct Layout {
    /// Per row, its unknowns in ascending order; after the rows, each unknown by itself.
    pub(super) sets: Lists,
    /// How many rows there are.
    pub(super) rows: usize,
    /// The row of each cell.
    pub(super) row_of: Vec<u32>,
    /// The component of each unknown.
    pub(super) component_of: Vec<u32>,
    /// The component of each set; past them all for a row without unknowns.
    component_of_set: Vec<u32>,
    /// How many components there are.
    pub(super) components: usize,
}

impl Layout {
    /// Of a system. Atoms beyond the system's number are left out.
    pub(super) async fn new(system: &System, pace: &Pace) -> Self {
        let effort = system.cells.len() / 8;
        let class_of = classes(system, pace).await;
        pace.rest(effort).await;
        let (unknown_of, unknowns) = in_order(system, &class_of);
        let (mut sets, row_of) = rows(system, &unknown_of, unknowns, pace).await;
        pace.rest(effort).await;
        let (component_of, components) = components(&sets, unknowns);
        let rows = sets.len();
        (0..index(unknowns)).for_each(|unknown| sets.push([unknown]));
        let component = |set: usize| sets.get(set).first().map_or(u32::MAX, |unknown| component_of[*unknown as usize]);
        let component_of_set = (0..sets.len()).map(component).collect();
        Self { sets, rows, row_of, component_of, component_of_set, components }
    }

    /// How many unknowns there are.
    pub(super) fn unknowns(&self) -> usize {
        self.component_of.len()
    }

    /// The component of a row; `None` for a row without unknowns.
    pub(super) fn component(&self, row: usize) -> Option<usize> {
        let component = self.component_of_set[row] as usize;
        (component < self.components).then_some(component)
    }
}

/// Atoms in the same cells get the same number: every cell splits the classes that it cuts through.
async fn classes(system: &System, pace: &Pace) -> Vec<u32> {
    let mut class_of = vec![0_u32; system.atoms];
    let mut sizes = vec![index(system.atoms)];
    let mut hits = vec![0_u32];
    let mut moved_to = vec![u32::MAX];
    let mut seen_in = vec![u32::MAX; system.atoms];
    let (mut atoms, mut touched): (Vec<usize>, Vec<u32>) = (Vec::new(), Vec::new());
    for (cell, spec) in system.cells.iter().enumerate() {
        pace.rest(1 + spec.atoms.len() / 16).await;
        atoms.clear();
        atoms.extend(spec.atoms.iter().map(|atom| *atom as usize));
        let mut is_new = |seen: &mut u32| std::mem::replace(seen, index(cell)) != index(cell);
        atoms.retain(|atom| seen_in.get_mut(*atom).is_some_and(&mut is_new));
        for atom in &atoms {
            hits[class_of[*atom] as usize] += 1;
        }
        touched.clear();
        touched.extend(atoms.iter().map(|atom| class_of[*atom]));
        for (atom, class) in atoms.iter().copied().zip(&touched) {
            let class = *class as usize;
            if hits[class] == sizes[class] {
                continue;
            }
            if moved_to[class] == u32::MAX {
                moved_to[class] = index(sizes.len());
                sizes.push(0);
                hits.push(0);
                moved_to.push(u32::MAX);
            }
            class_of[atom] = moved_to[class];
            sizes[moved_to[class] as usize] += 1;
        }
        for class in touched.iter().map(|class| *class as usize) {
            if moved_to[class] != u32::MAX {
                sizes[class] -= hits[class];
                moved_to[class] = u32::MAX;
            }
            hits[class] = 0;
        }
    }
    class_of
}

/// Classes numbered by their first atom, without the atoms that are in no cell.
fn in_order(system: &System, class_of: &[u32]) -> (Vec<u32>, usize) {
    let mut is_in_cell = vec![false; system.atoms];
    for atom in system.cells.iter().flat_map(|cell| &cell.atoms) {
        if let Some(is_in) = is_in_cell.get_mut(*atom as usize) {
            *is_in = true;
        }
    }
    let classes = class_of.iter().max().map_or(0, |class| *class as usize + 1);
    let mut number = vec![u32::MAX; classes];
    let mut unknowns = 0;
    let unknown_of = class_of.iter().zip(is_in_cell).map(|(class, is_in)| {
        let number = &mut number[*class as usize];
        if is_in && *number == u32::MAX {
            *number = unknowns;
            unknowns += 1;
        }
        *number
    });
    (unknown_of.collect(), unknowns as usize)
}

/// Cells as sets of unknowns, each set once.
async fn rows(system: &System, unknown_of: &[u32], unknowns: usize, pace: &Pace) -> (Lists, Vec<u32>) {
    let mut rows = Lists::default();
    let mut row_of = Vec::with_capacity(system.cells.len());
    // The rows that begin with each unknown, as a chain from the latest; the last place is for rows without any.
    let mut latest = vec![u32::MAX; unknowns + 1];
    let mut before: Vec<u32> = Vec::new();
    let mut set: Vec<u32> = Vec::new();
    for cell in &system.cells {
        pace.rest(1 + cell.atoms.len() / 16).await;
        set.clear();
        set.extend(cell.atoms.iter().filter_map(|atom| unknown_of.get(*atom as usize)));
        set.sort_unstable();
        set.dedup();
        let chain = &mut latest[set.first().map_or(unknowns, |first| *first as usize)];
        let mut row = *chain;
        while row != u32::MAX && rows.get(row as usize) != set {
            row = before[row as usize];
        }
        if row == u32::MAX {
            row = index(rows.len());
            rows.push(set.iter().copied());
            before.push(*chain);
            *chain = row;
        }
        row_of.push(row);
    }
    (rows, row_of)
}

/// Unknowns that rows tie together, directly or through others.
fn components(rows: &Lists, unknowns: usize) -> (Vec<u32>, usize) {
    let mut parent: Vec<u32> = (0..index(unknowns)).collect();
    for row in 0..rows.len() {
        if let [first, others @ ..] = rows.get(row) {
            for other in others {
                let (a, b) = (root(&mut parent, *first), root(&mut parent, *other));
                parent[a.max(b) as usize] = a.min(b);
            }
        }
    }
    let mut components = 0;
    let mut number = vec![0; unknowns];
    for unknown in 0..index(unknowns) {
        // A root is the least of its component, so it has its number before the others ask for it.
        let root = root(&mut parent, unknown);
        if root == unknown {
            number[unknown as usize] = components;
            components += 1;
        } else {
            number[unknown as usize] = number[root as usize];
        }
    }
    (number, components as usize)
}

fn root(parent: &mut [u32], mut unknown: u32) -> u32 {
    while parent[unknown as usize] != unknown {
        parent[unknown as usize] = parent[parent[unknown as usize] as usize];
        unknown = parent[unknown as usize];
    }
    unknown
}
