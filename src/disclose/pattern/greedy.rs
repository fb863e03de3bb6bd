//! Publishes one row after the other, as long as what is hidden stays hidden.
//!
//! To publish more never makes anything safer, so what is refused once stays refused, and what comes out is maximal: no withheld
//! row can be given back. Nor can one be computed, for whatever can be computed changes no witness and is taken in at the end.

use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::table::Group;

/// A row that may be published, with the groups that this publishes in each guard's table.
pub(super) struct Candidate {
    /// The row.
    pub(super) row: usize,
    /// Its size, for the order: true pupils.
    pub(super) pupils: i64,
    /// Per guard.
    pub(super) groups: Vec<Vec<Group>>,
}

/// Publishes as many candidates as the guards allow, the largest first. Returns which rows, among all of them.
pub(super) fn publish(layout: &Layout, guards: &mut [Guard<'_>], mut candidates: Vec<Candidate>) -> Vec<bool> {
    let mut shown = vec![false; layout.rows];
    let key = |it: &Candidate| (std::cmp::Reverse(layout.sets.get(it.row).len()), std::cmp::Reverse(it.pupils), it.row);
    candidates.sort_unstable_by_key(key);
    candidates.retain(|candidate| {
        let mut found = Vec::with_capacity(guards.len());
        for (guard, groups) in guards.iter_mut().zip(&candidate.groups) {
            match guard.allows(groups) {
                Some(witnesses) => found.push(witnesses),
                None => return true,
            }
        }
        for ((guard, groups), found) in guards.iter_mut().zip(&candidate.groups).zip(found) {
            guard.publish(groups, found);
        }
        shown[candidate.row] = true;
        false
    });
    for candidate in candidates {
        let mut pairs = guards.iter_mut().zip(&candidate.groups);
        shown[candidate.row] = pairs.all(|(guard, groups)| guard.changes_nothing(groups));
    }
    shown
}
