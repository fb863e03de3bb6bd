//! Tables that fit everything printed, found by trying values and tightening after each (rung 4).

use super::ladder::{Hull, Proof};
use super::sorted::sort_once;
use super::system::{Contradiction, System, short};

/// Values tried per withheld number, and ties gone through per number and per document, before it counts as not proven.
const NODES: u32 = 20_000;
const WORK_PER_NUMBER: u64 = 2_000_000;
const WORK_PER_DOCUMENT: u64 = 60_000_000;

/// Values tried when a table is changed in one place; how many unknowns that place has, and how many of them one tie adds.
const NODES_OF_CHANGE: u32 = 300;
const NEAR: usize = 32;
const NEAR_PER_TIE: usize = 6;

/// What may still be spent.
pub(super) struct Budget {
    nodes: u32,
    number: u64,
    document: u64,
}

impl Budget {
    pub(super) fn of_document() -> Self {
        Self { nodes: 0, number: 0, document: WORK_PER_DOCUMENT }
    }

    fn of_change() -> Self {
        Self { nodes: NODES_OF_CHANGE, number: WORK_PER_NUMBER, document: WORK_PER_DOCUMENT }
    }

    /// For the next number.
    pub(super) fn renew(&mut self) {
        self.nodes = NODES;
        self.number = WORK_PER_NUMBER;
    }

    /// Whether it is spent, after one more node and so much work.
    fn spend(&mut self, work: u64) -> bool {
        self.nodes = self.nodes.saturating_sub(1);
        self.number = self.number.saturating_sub(work);
        self.document = self.document.saturating_sub(work);
        self.nodes == 0 || self.number == 0 || self.document == 0
    }
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A table was found.
    Found,
    /// There is none.
    Nothing,
    /// The budget was spent first.
    Spent,
}

/// Where to look: an unknown within bounds, its smallest or its largest value first.
#[derive(Clone, Copy)]
struct Goal {
    var: usize,
    lo: i64,
    hi: i64,
    smallest: bool,
}

/// One value that was tried, and what was open before it.
struct Choice {
    var: u32,
    value: i64,
    lo: i64,
    hi: i64,
    mark: usize,
    /// What is tried: the value, then what is below it, then what is above.
    side: u8,
}

/// The search for tables in one component.
pub(super) struct Search {
    system: System,
    /// All unknowns, and all ties.
    vars: Vec<u32>,
    ties: Vec<u32>,
    /// Ties of sums that need not be whole numbers.
    of_sums: Vec<u32>,
    /// The last table found, and the smallest and largest value of each unknown in any.
    last: Vec<i64>,
    seen: Vec<(i64, i64)>,
}

impl Search {
    /// In a system that is no larger than it must be.
    pub(super) fn of(system: System) -> Self {
        let vars: Vec<u32> = (0..short(system.lo.len())).collect();
        let ties: Vec<u32> = (0..short(system.rows.len() + system.pairs.len())).collect();
        let mut of_sums = Vec::new();
        for &var in vars.iter().filter(|var| !system.is_count(**var)) {
            of_sums.extend_from_slice(system.ties_of(var));
        }
        sort_once(&mut of_sums);
        let last = system.lo.clone();
        Self { seen: vec![(i64::MAX, i64::MIN); last.len()], system, vars, ties, of_sums, last }
    }

    /// What is known without a search.
    pub(super) fn bounds(&self, var: usize) -> Hull {
        Hull { lo: self.system.lo[var], hi: self.system.hi[var], proof: Proof::Unproven }
    }

    /// The smallest and the largest possible value; fewer, if two far enough apart are found earlier. A table must have been found.
    pub(super) fn hull(&mut self, var: usize, apart: i64, budget: &mut Budget) -> Hull {
        let Hull { lo, hi, .. } = self.bounds(var);
        let enough = |seen: (i64, i64)| seen.1 - seen.0 >= apart;
        // First by moving a few pupils in the last table: as few as are needed.
        let (least, most) = self.seen[var];
        if apart <= hi - lo && !enough((least, most)) {
            let near = self.near(var);
            let below = Goal { var, lo, hi: most - apart, smallest: false };
            let above = Goal { var, lo: least + apart, hi, smallest: true };
            for goal in [below, above] {
                if goal.lo <= goal.hi && !enough(self.seen[var]) {
                    self.change(&near, goal);
                }
            }
        }
        let mut spent = false;
        for smallest in [true, false] {
            let (least, most) = self.seen[var];
            let goal = if smallest {
                Goal { var, lo, hi: least - 1, smallest }
            } else {
                Goal { var, lo: most + 1, hi, smallest }
            };
            if !enough((least, most)) && goal.lo <= goal.hi {
                spent |= self.find(Some(goal), budget) == Outcome::Spent;
            }
        }
        let (least, most) = self.seen[var];
        if spent && !enough((least, most)) {
            return self.bounds(var);
        }
        Hull { lo: least, hi: most, proof: Proof::Witness }
    }

    /// Looks for any table.
    pub(super) fn any(&mut self, budget: &mut Budget) -> Outcome {
        self.find(None, budget)
    }

    fn find(&mut self, goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        let (vars, ties) = (self.vars.clone(), self.ties.clone());
        self.system.begin();
        let outcome = self.dive(&vars, &ties, goal, budget);
        self.system.end();
        outcome
    }

    /// Looks for a table that is the last one but for a few unknowns. That there is none proves nothing.
    fn change(&mut self, near: &[u32], goal: Goal) {
        let mut ties = Vec::new();
        for var in near {
            ties.extend_from_slice(self.system.ties_of(*var));
        }
        sort_once(&mut ties);
        self.system.begin();
        for &tie in &ties {
            let mut members = Vec::new();
            self.system.each_of(tie as usize, &mut |member| members.push(member));
            for member in members {
                if self.system.is_count(member) && self.system.is_open(member) && !near.contains(&member) {
                    self.system.pin(member, self.last[member as usize]);
                }
            }
        }
        self.system.wake(&self.ties, false);
        self.system.wake(&ties, true);
        self.dive(near, &ties, Some(goal), &mut Budget::of_change());
        self.system.end();
        self.system.wake(&self.ties, true);
    }

    /// A few unknowns around one.
    fn near(&self, var: usize) -> Vec<u32> {
        let mut near = vec![short(var)];
        let mut next = 0;
        while next < near.len() && near.len() < NEAR {
            for &tie in self.system.ties_of(near[next]) {
                let full = near.len() + NEAR_PER_TIE;
                self.system.each_of(tie as usize, &mut |member| {
                    if near.len() < full.min(NEAR) && !near.contains(&member) {
                        near.push(member);
                    }
                });
            }
            next += 1;
        }
        near
    }

    /// Looks for a table, with these unknowns to choose and these ties to hold.
    fn dive(&mut self, vars: &[u32], ties: &[u32], goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        if goal.is_some_and(|goal| self.system.assume(short(goal.var), goal.lo, goal.hi).is_err()) {
            return Outcome::Nothing;
        }
        let mut choices: Vec<Choice> = Vec::new();
        loop {
            let before = self.system.work;
            let going = match self.next(vars, goal) {
                Some(choice) => {
                    let (var, value) = (choice.var, choice.value);
                    choices.push(choice);
                    self.system.assume(var, value, value)
                }
                None if self.fits(ties) => {
                    self.remember();
                    return Outcome::Found;
                }
                None => Err(Contradiction),
            };
            if going.is_err() && !self.turn(&mut choices) {
                return Outcome::Nothing;
            }
            if budget.spend(self.system.work - before) {
                return Outcome::Spent;
            }
        }
    }

    /// The next unknown to choose a value for: the one looked for, then the one with the fewest values left.
    fn next(&self, vars: &[u32], goal: Option<Goal>) -> Option<Choice> {
        let system = &self.system;
        let goal = goal.filter(|goal| system.is_open(short(goal.var)));
        let (var, value) = if let Some(Goal { var, smallest, .. }) = goal {
            (short(var), if smallest { system.lo[var] } else { system.hi[var] })
        } else {
            let open = vars.iter().filter(|var| system.is_open(**var) && system.is_count(**var));
            let at = *open.min_by_key(|var| system.width(**var))?;
            (at, self.last[at as usize].clamp(system.lo[at as usize], system.hi[at as usize]))
        };
        let at = var as usize;
        Some(Choice { var, value, lo: system.lo[at], hi: system.hi[at], mark: system.mark(), side: 0 })
    }

    /// Goes back to the last choice that has something left to try, and tries it; whether there was one.
    fn turn(&mut self, choices: &mut Vec<Choice>) -> bool {
        while let Some(choice) = choices.last_mut() {
            self.system.undo(choice.mark);
            choice.side += 1;
            let (lo, hi) = match choice.side {
                1 => (choice.lo, choice.value - 1),
                2 => (choice.value + 1, choice.hi),
                _ => {
                    choices.pop();
                    continue;
                }
            };
            if lo <= hi && self.system.assume(choice.var, lo, hi).is_ok() {
                return true;
            }
        }
        false
    }

    /// Whether a table, with what was not chosen as in the last one, holds everything that it must.
    fn fits(&mut self, ties: &[u32]) -> bool {
        if !ties.iter().all(|tie| self.system.holds(*tie)) {
            return false;
        }
        let mark = self.system.mark();
        for &var in &self.vars {
            if self.system.is_count(var) && self.system.is_open(var) {
                self.system.pin(var, self.last[var as usize]);
            }
        }
        self.system.wake(&self.of_sums, true);
        let fits = self.system.tighten(&self.of_sums).is_ok() && self.of_sums.iter().all(|tie| self.system.holds(*tie));
        if !fits {
            self.system.undo(mark);
        }
        fits
    }

    fn remember(&mut self) {
        for (at, (last, seen)) in self.last.iter_mut().zip(&mut self.seen).enumerate() {
            *last = self.system.lo[at];
            *seen = (seen.0.min(*last), seen.1.max(*last));
        }
    }
}
