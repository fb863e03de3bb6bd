//! Publishes one row after the other, as long as what is hidden stays hidden.
//!
//! To publish more never makes anything safer, so what is refused once stays refused, and what comes out is maximal: no withheld
//! row can be given back, but where the guards search no further ([`Guard::limit`]). Nor can one be computed, for whatever can be computed changes no witness and is taken in at the end.

use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::lists::{in_order, index};
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::table::Group;

/// What of a row may be published at once.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The row.
    pub(super) row: usize,
    /// Which of its numbers, where they are published one by one.
    pub(super) part: usize,
    /// Its size, for the order: true pupils.
    pub(super) pupils: i64,
}

/// The groups that a candidate publishes in the table of a guard.
pub(super) type GroupsOf<'a> = &'a dyn Fn(usize, Candidate, &mut Vec<Group>);

/// Publishes as many candidates as the guards allow, the largest first. Returns which.
pub(super) fn publish(
    layout: &Layout,
    guards: &mut [Guard<'_>],
    candidates: &[Candidate],
    groups_of: GroupsOf<'_>,
) -> Vec<bool> {
    let mut shown = vec![false; candidates.len()];
    let mut left: Vec<u32> = (0..index(candidates.len())).collect();
    // The largest first: fewest of what is missing to the most that there could be.
    in_order(&mut left, |at| {
        let Candidate { row, pupils, .. } = candidates[at as usize];
        let len = u128::from(u32::MAX - index(layout.sets.get(row).len()));
        len << 96 | u128::from(u64::MAX - pupils.unsigned_abs()) << 32 | u128::from(at)
    });
    let mut groups: Vec<Vec<Group>> = vec![Vec::new(); guards.len()];
    let mut found = Vec::with_capacity(guards.len());
    left.retain(|at| {
        let candidate = candidates[*at as usize];
        found.clear();
        for (at, (guard, groups)) in guards.iter_mut().zip(&mut groups).enumerate() {
            groups.clear();
            groups_of(at, candidate, groups);
            match guard.allows(groups) {
                Some(witnesses) => found.push(witnesses),
                None => return true,
            }
        }
        for ((guard, groups), found) in guards.iter_mut().zip(&groups).zip(found.drain(..)) {
            guard.publish(groups, found);
        }
        shown[*at as usize] = true;
        false
    });
    for candidate in left.into_iter().map(|at| at as usize) {
        shown[candidate] = guards.iter_mut().zip(&mut groups).enumerate().all(|(at, (guard, groups))| {
            groups.clear();
            groups_of(at, candidates[candidate], groups);
            guard.changes_nothing(groups)
        });
    }
    shown
}

/// Publishes what was shown before, though no witness was found again beside it.
pub(super) fn force(guards: &mut [Guard<'_>], candidate: Candidate, groups_of: GroupsOf<'_>) {
    for (at, guard) in guards.iter_mut().enumerate() {
        let mut groups = Vec::new();
        groups_of(at, candidate, &mut groups);
        guard.force(&groups);
    }
}
