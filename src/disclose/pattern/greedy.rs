//! Publishes one row after the other, as long as what is hidden stays hidden.
//!
//! To publish more never makes anything safer, so what is refused once stays refused, and what comes out is maximal: no withheld
//! row can be given back, but where the guards search no further ([`Guard::limit`]). Nor can one be computed, for whatever can be computed changes no witness and is taken in at the end.

use crate::disclose::pace::Pace;
use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::guard::{Found, Guard};
use crate::disclose::pattern::lists::{in_order, index};
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

/// Publishes as many candidates as the guards allow, the largest first. Returns which. With `all`, those that were shown before, though
/// no witness is found again beside them.
pub(super) async fn publish(
    frame: &Frame<'_>,
    guards: &mut [Guard<'_>],
    candidates: &[Candidate],
    groups_of: GroupsOf<'_>,
    all: bool,
) -> Vec<bool> {
    let mut shown = vec![false; candidates.len()];
    let mut left: Vec<u32> = (0..index(candidates.len())).collect();
    // The largest first: fewest of what is missing to the most that there could be.
    in_order(&mut left, |at| {
        let Candidate { row, pupils, .. } = candidates[at as usize];
        let len = u128::from(u32::MAX - index(frame.layout.sets.get(row).len()));
        len << 96 | u128::from(u64::MAX - pupils.unsigned_abs()) << 32 | u128::from(at)
    });
    frame.pace.rest(left.len() / 8).await;
    let mut trial = Trial { groups: vec![Vec::new(); guards.len()], found: vec![Found::new(); guards.len()] };
    for at in &left {
        shown[*at as usize] = trial.allows(guards, candidates[*at as usize], groups_of, frame.pace).await;
    }
    left.retain(|at| !shown[*at as usize]);
    left.retain(|at| {
        shown[*at as usize] = trial.changes_nothing(guards, candidates[*at as usize], groups_of);
        !shown[*at as usize]
    });
    if all {
        left.sort_unstable();
        for at in left {
            for (number, guard) in guards.iter_mut().enumerate() {
                trial.groups[number].clear();
                groups_of(number, candidates[at as usize], &mut trial.groups[number]);
                guard.force(&trial.groups[number], frame.pace).await;
            }
            shown[at as usize] = true;
        }
    }
    shown
}

/// What one candidate publishes, guard by guard; memory only.
struct Trial {
    groups: Vec<Vec<Group>>,
    found: Vec<Found>,
}

impl Trial {
    /// Publishes a candidate if all guards allow it.
    async fn allows(
        &mut self,
        guards: &mut [Guard<'_>],
        candidate: Candidate,
        groups_of: GroupsOf<'_>,
        pace: &Pace,
    ) -> bool {
        for (at, (guard, (groups, found))) in
            guards.iter_mut().zip(self.groups.iter_mut().zip(&mut self.found)).enumerate()
        {
            groups.clear();
            found.clear();
            groups_of(at, candidate, groups);
            if !guard.allows(groups, found, pace).await {
                return false;
            }
        }
        for (guard, (groups, found)) in guards.iter_mut().zip(self.groups.iter().zip(&self.found)) {
            guard.publish(groups, found);
        }
        true
    }

    /// Whether a candidate is the same in all witnesses.
    fn changes_nothing(&mut self, guards: &mut [Guard<'_>], candidate: Candidate, groups_of: GroupsOf<'_>) -> bool {
        guards.iter_mut().zip(&mut self.groups).enumerate().all(|(at, (guard, groups))| {
            groups.clear();
            groups_of(at, candidate, groups);
            guard.changes_nothing(groups)
        })
    }
}
