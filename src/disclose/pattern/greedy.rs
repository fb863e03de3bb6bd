//! Publishes one row after the other, as long as what is hidden stays hidden.
//!
//! To publish more never makes anything safer, so what is refused once stays refused, and what comes out is maximal: no withheld
//! row can be given back. Nor can one be computed, for whatever can be computed changes no witness and is taken in at the end.

use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::lists::{in_order, index};
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::table::Group;

/// A row that may be published.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The row.
    pub(super) row: usize,
    /// Its size, for the order: true pupils.
    pub(super) pupils: i64,
}

/// The groups that a row publishes in the table of a guard.
pub(super) type GroupsOf<'a> = &'a dyn Fn(usize, usize, &mut Vec<Group>);

/// Publishes as many candidates as the guards allow, the largest first. Returns which rows, among all of them.
pub(super) fn publish(
    layout: &Layout,
    guards: &mut [Guard<'_>],
    candidates: &[Candidate],
    groups_of: GroupsOf<'_>,
) -> Vec<bool> {
    let mut shown = vec![false; layout.rows];
    let mut pupils = vec![0; layout.rows];
    for candidate in candidates {
        pupils[candidate.row] = candidate.pupils.unsigned_abs();
    }
    let mut rows: Vec<u32> = candidates.iter().map(|candidate| index(candidate.row)).collect();
    // The largest first: fewest of what is missing to the most that there could be.
    in_order(&mut rows, |row| {
        let len = u128::from(u32::MAX - index(layout.sets.get(row as usize).len()));
        len << 96 | u128::from(u64::MAX - pupils[row as usize]) << 32 | u128::from(row)
    });
    let mut groups: Vec<Vec<Group>> = vec![Vec::new(); guards.len()];
    let mut found = Vec::with_capacity(guards.len());
    rows.retain(|row| {
        let row = *row as usize;
        found.clear();
        for (at, (guard, groups)) in guards.iter_mut().zip(&mut groups).enumerate() {
            groups.clear();
            groups_of(at, row, groups);
            match guard.allows(groups) {
                Some(witnesses) => found.push(witnesses),
                None => return true,
            }
        }
        for ((guard, groups), found) in guards.iter_mut().zip(&groups).zip(found.drain(..)) {
            guard.publish(groups, found);
        }
        shown[row] = true;
        false
    });
    for row in rows.into_iter().map(|row| row as usize) {
        shown[row] = guards.iter_mut().zip(&mut groups).enumerate().all(|(at, (guard, groups))| {
            groups.clear();
            groups_of(at, row, groups);
            guard.changes_nothing(groups)
        });
    }
    shown
}
