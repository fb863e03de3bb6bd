//! Holds hidden numbers hidden: a row is published only if each of them could still be another.
//!
//! Per hidden number there is a *witness*: two tables that fit everything published and in which the number is far enough apart.
//! A row that is the same in both changes nothing. If it is not, another witness is looked for.

mod seek;
mod witness;

use crate::disclose::pace::Pace;
use crate::disclose::pattern::cuts::Cuts;
use crate::disclose::pattern::few::Few;
use crate::disclose::pattern::gather::Seen;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::table::{Group, Table};
use witness::{Moves, Witness};

pub(super) use witness::Found;

#[derive(Debug)]
struct Hidden {
    group: Group,
    apart: i64,
    step: i64,
    witness: Witness,
}

/// The mark of the hidden number's own unknowns; the marks below it are of the groups to be published.
pub(super) const OWN: u32 = 1 << 31;

/// A table and what is hidden in it.
#[derive(Debug)]
pub(super) struct Guard<'a> {
    pub(super) table: Table<'a>,
    hidden: Vec<Hidden>,
    /// Of all witnesses, end to end, also of those that have been replaced.
    moves: Vec<(u32, i64)>,
    /// The last witness that was found.
    found: Moves,
    /// Per unknown, the hidden numbers whose witness moves it.
    touching: Vec<Few>,
    /// Per unknown; all 0 between calls.
    marks: Vec<u32>,
    seen: Seen,
    /// Between calls, memory only.
    broken: Vec<u32>,
    /// Of the groups to be published.
    cuts: Cuts,
    /// How many of them by each group.
    cut_by: Vec<usize>,
    /// Of the hidden number.
    own: Cuts,
    /// How many witnesses may still be searched for before what needs another one is refused.
    searches: u32,
}

impl<'a> Guard<'a> {
    /// Nothing is hidden yet.
    pub(super) fn new(table: Table<'a>) -> Self {
        let unknowns = table.value.len();
        Self {
            table,
            hidden: Vec::new(),
            moves: Vec::new(),
            found: Moves::default(),
            touching: vec![Few::default(); unknowns],
            marks: vec![0; unknowns],
            seen: Seen::default(),
            broken: Vec::new(),
            cuts: Cuts::default(),
            cut_by: Vec::new(),
            own: Cuts::default(),
            searches: u32::MAX,
        }
    }

    /// Makes room for so many more hidden numbers.
    pub(super) fn expect(&mut self, hidden: usize) {
        self.hidden.reserve(hidden);
        self.moves.reserve(4 * hidden);
    }

    /// From now on, only so many witnesses are searched for to publish more. To refuse is always safe.
    pub(super) fn limit(&mut self, searches: u32) {
        self.searches = searches;
    }

    /// Hides the sum of a group from now on. Returns how far apart its least and most are known to be, in whole steps from what it is, and
    /// `apart` at most. If what is published leaves less than was asked for, that is what is kept.
    pub(super) async fn hide(&mut self, group: Group, (apart, step): (i64, i64), pace: &Pace) -> i64 {
        self.cuts.clear(self.table.classes.len());
        self.mark_own(group, true);
        let apart = self.seek(group, (apart, step), &[], true, pace).await;
        self.mark_own(group, false);
        if apart > 0 {
            let (number, witness) = (index(self.hidden.len()), self.store());
            self.hidden.push(Hidden { group, apart, step, witness: Witness::default() });
            self.keep(number, witness);
        }
        apart
    }

    /// Whether groups can be published together. Adds the witnesses that are to take the place of others if they are.
    pub(super) async fn allows(&mut self, groups: &[Group], found: &mut Found, pace: &Pace) -> bool {
        if groups.len() >= OWN.trailing_zeros() as usize {
            return false;
        }
        let broken = self.broken(groups);
        pace.rest(2).await;
        let mut is_safe = true;
        let moves = self.moves.len();
        if !broken.is_empty() {
            self.cut(groups);
        }
        for number in &broken {
            let Hidden { group, apart, step, .. } = self.hidden[*number as usize];
            self.mark_own(group, true);
            is_safe = self.seek(group, (apart, step), groups, false, pace).await == apart;
            self.mark_own(group, false);
            if !is_safe {
                self.take_back(moves);
                break;
            }
            found.push((*number, self.store()));
        }
        self.broken = broken;
        self.unmark(groups);
        is_safe
    }

    /// Whether groups are the same in all witnesses. What can be computed from the published always is.
    pub(super) fn changes_nothing(&mut self, groups: &[Group]) -> bool {
        let broken = self.broken(groups);
        let is_unbroken = groups.len() < OWN.trailing_zeros() as usize && broken.is_empty();
        self.broken = broken;
        self.unmark(groups);
        is_unbroken
    }

    /// Publishes groups that [`Self::allows`] allowed.
    pub(super) fn publish(&mut self, groups: &[Group], found: &Found) {
        for group in groups {
            self.table.publish(*group);
        }
        for (number, witness) in found {
            self.keep(*number, *witness);
        }
    }

    /// Publishes groups that are known already, whatever they give away: what is hidden is kept as open as it is from now on.
    pub(super) async fn force(&mut self, groups: &[Group], pace: &Pace) {
        let broken = self.broken(groups);
        self.unmark(groups);
        for group in groups {
            self.table.publish(*group);
        }
        self.cuts.clear(self.table.classes.len());
        for number in &broken {
            let Hidden { group, apart, step, .. } = self.hidden[*number as usize];
            self.mark_own(group, true);
            let apart = self.seek(group, (apart, step), &[], true, pace).await;
            self.mark_own(group, false);
            self.hidden[*number as usize].apart = apart;
            let witness = self.store();
            self.keep(*number, witness);
        }
        self.broken = broken;
    }
}
