//! Tables that fit everything printed, found by trying values and tightening after each (rung 4).

use super::ladder::{Hull, Proof};
use super::system::{Contradiction, System};

/// Values tried per withheld number, and ties gone through per number and per document, before it counts as not proven.
const NODES: u32 = 20_000;
const WORK_PER_NUMBER: u64 = 2_000_000;
const WORK_PER_DOCUMENT: u64 = 60_000_000;

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
    var: u32,
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
pub(super) struct Search<'s> {
    system: &'s mut System,
    vars: &'s [u32],
    ties: &'s [u32],
    /// The last table found, and the smallest and largest value of each unknown in any.
    last: Vec<i64>,
    seen: Vec<(i64, i64)>,
}

impl<'s> Search<'s> {
    /// `vars` are sorted.
    pub(super) fn of(system: &'s mut System, vars: &'s [u32], ties: &'s [u32]) -> Self {
        let last: Vec<i64> = vars.iter().map(|var| system.lo[*var as usize]).collect();
        Self { system, vars, ties, last, seen: vec![(i64::MAX, i64::MIN); vars.len()] }
    }

    /// What is known without a search.
    pub(super) fn bounds(&self, var: u32, proof: Proof) -> Hull {
        Hull { lo: self.system.lo[var as usize], hi: self.system.hi[var as usize], proof }
    }

    /// The largest value that bounds leave an unknown.
    pub(super) fn most(&self, var: u32) -> i64 {
        self.system.hi[var as usize]
    }

    /// The smallest and the largest possible value; fewer, if two far enough apart are found earlier. A table must have been found.
    pub(super) fn hull(&mut self, var: u32, apart: i64, budget: &mut Budget) -> Hull {
        let Hull { lo, hi, .. } = self.bounds(var, Proof::Witness);
        let Ok(at) = self.vars.binary_search(&var) else { return self.bounds(var, Proof::Unproven) };
        let mut spent = false;
        for smallest in [true, false] {
            let (least, most) = self.seen[at];
            let goal = if smallest {
                Goal { var, lo, hi: least - 1, smallest }
            } else {
                Goal { var, lo: most + 1, hi, smallest }
            };
            if most - least < apart && goal.lo <= goal.hi {
                spent |= self.find(Some(goal), budget) == Outcome::Spent;
            }
        }
        let (least, most) = self.seen[at];
        if spent && most - least < apart {
            return self.bounds(var, Proof::Unproven);
        }
        Hull { lo: least, hi: most, proof: Proof::Witness }
    }

    /// Looks for any table.
    pub(super) fn any(&mut self, budget: &mut Budget) -> Outcome {
        self.find(None, budget)
    }

    fn find(&mut self, goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        self.system.begin();
        let outcome = self.dive(goal, budget);
        self.system.end();
        outcome
    }

    fn dive(&mut self, goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        if goal.is_some_and(|goal| self.system.assume(goal.var, goal.lo, goal.hi).is_err()) {
            return Outcome::Nothing;
        }
        let mut choices: Vec<Choice> = Vec::new();
        loop {
            let before = self.system.work;
            let going = match self.next(goal) {
                Some(choice) => {
                    let (var, value) = (choice.var, choice.value);
                    choices.push(choice);
                    self.system.assume(var, value, value)
                }
                None if self.ties.iter().all(|tie| self.system.holds(*tie)) => {
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
    fn next(&self, goal: Option<Goal>) -> Option<Choice> {
        let goal = goal.filter(|goal| self.system.is_open(goal.var));
        let (var, value) = if let Some(Goal { var, smallest, .. }) = goal {
            let bounds = if smallest { &self.system.lo } else { &self.system.hi };
            (var, bounds[var as usize])
        } else {
            let open = self.vars.iter().zip(&self.last).filter(|(var, _)| self.system.is_open(**var));
            let (var, last) = open.min_by_key(|(var, _)| self.system.width(**var))?;
            (*var, (*last).clamp(self.system.lo[*var as usize], self.system.hi[*var as usize]))
        };
        let at = var as usize;
        Some(Choice { var, value, lo: self.system.lo[at], hi: self.system.hi[at], mark: self.system.mark(), side: 0 })
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

    fn remember(&mut self) {
        for ((var, last), seen) in self.vars.iter().zip(&mut self.last).zip(&mut self.seen) {
            *last = self.system.lo[*var as usize];
            *seen = (seen.0.min(*last), seen.1.max(*last));
        }
    }
}
