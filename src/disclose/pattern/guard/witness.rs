//! Witnesses: which of them the groups to be published break, and which unknowns they move.

use super::{Guard, OWN};
use crate::disclose::pattern::table::Group;

/// How two tables differ from the true one: unknowns, and how much more they are.
#[derive(Debug, Default)]
pub(in crate::disclose::pattern) struct Witness {
    pub(super) up: Vec<(u32, i64)>,
    pub(super) down: Vec<(u32, i64)>,
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
            let Witness { up, down } = &self.hidden[*number as usize].witness;
            [up, down].into_iter().any(|moves| !self.fits(moves, groups))
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

    pub(super) fn keep(&mut self, number: u32, witness: Witness) {
        let old = std::mem::replace(&mut self.hidden[number as usize].witness, witness);
        for (unknown, _) in old.up.iter().chain(&old.down) {
            self.touching[*unknown as usize].retain(&|touching| touching != number);
        }
        let Witness { up, down } = &self.hidden[number as usize].witness;
        for (unknown, _) in up.iter().chain(down) {
            self.touching[*unknown as usize].push(number);
        }
    }
}
