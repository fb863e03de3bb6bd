//! Witnesses: which of them the groups to be published break, and which unknowns they move.

use super::{Guard, OWN};
use crate::disclose::pattern::table::Group;

/// How two tables differ from the true one: unknowns, and how much more they are.
#[derive(Debug, Default)]
pub(super) struct Moves {
    pub(super) up: Vec<(u32, i64)>,
    pub(super) down: Vec<(u32, i64)>,
}

/// The same, as places in [`Guard::moves`]: there are tens of thousands, and hardly one with lists of its own is worth them.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::disclose::pattern) struct Witness {
    up: usize,
    down: usize,
    end: usize,
}

/// New witnesses of hidden numbers.
pub(in crate::disclose::pattern) type Found = Vec<(u32, Witness)>;

impl Guard<'_> {
    /// Marks the groups. Returns the hidden numbers whose witness does not fit them.
    pub(super) fn broken(&mut self, groups: &[Group]) -> Vec<u32> {
        let mut broken = std::mem::take(&mut self.broken);
        broken.clear();
        for (mark, group) in groups.iter().enumerate() {
            for unknown in self.table.unknowns_of(*group) {
                self.marks[unknown as usize] |= 1 << mark;
                broken.extend(&*self.touching[unknown as usize]);
            }
        }
        broken.sort_unstable();
        broken.dedup();
        broken.retain(|number| {
            let Witness { up, down, end } = self.hidden[*number as usize].witness;
            !self.fits(&self.moves[up..down], groups) || !self.fits(&self.moves[down..end], groups)
        });
        broken
    }

    fn fits(&self, moves: &[(u32, i64)], groups: &[Group]) -> bool {
        groups.iter().enumerate().all(|(mark, group)| {
            let is_in = |unknown: u32| self.marks[unknown as usize] >> mark & 1 == 1;
            let moved: i64 = moves.iter().filter(|(unknown, _)| is_in(*unknown)).map(|(_, by)| by).sum();
            (-group.below..=group.above).contains(&moved)
        })
    }

    pub(super) fn unmark(&mut self, groups: &[Group]) {
        for unknown in groups.iter().flat_map(|group| self.table.unknowns_of(*group)) {
            self.marks[unknown as usize] = 0;
        }
    }

    /// Marks the unknowns of a hidden number, or takes their marks away.
    pub(super) fn mark_own(&mut self, group: Group, is_own: bool) {
        for unknown in self.table.unknowns_of(group) {
            let mark = &mut self.marks[unknown as usize];
            *mark = if is_own { *mark | OWN } else { *mark & !OWN };
        }
    }

    /// Stores what was found last.
    pub(super) fn store(&mut self) -> Witness {
        let up = self.moves.len();
        self.moves.extend(&self.found.up);
        let down = self.moves.len();
        self.moves.extend(&self.found.down);
        Witness { up, down, end: self.moves.len() }
    }

    /// Takes back what was stored since there were so many moves.
    pub(super) fn take_back(&mut self, moves: usize) {
        self.moves.truncate(moves);
    }

    pub(super) fn keep(&mut self, number: u32, witness: Witness) {
        let old = std::mem::replace(&mut self.hidden[number as usize].witness, witness);
        for (unknown, _) in &self.moves[old.up..old.end] {
            self.touching[*unknown as usize].retain(&|touching| touching != number);
        }
        for (unknown, _) in &self.moves[witness.up..witness.end] {
            self.touching[*unknown as usize].push(number);
        }
    }
}
