//! Tables that fit everything printed, found by trying values and tightening after each (rung 4).

use super::budget::{Budget, Outcome};
use super::hull::{Hull, Proof};
use super::simplex::Simplex;
use super::sorted::sort_once;
use super::system::{Contradiction, System, short};

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
    simplex: Option<Simplex>,
    /// With sums; only where it has been needed.
    of_all: Option<Simplex>,
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
        let simplex = Simplex::of_counts(&system);
        Self { seen: vec![(i64::MAX, i64::MIN); last.len()], simplex, of_all: None, system, vars, ties, of_sums, last }
    }

    /// What is known without a search.
    pub(super) fn bounds(&self, var: usize) -> Hull {
        Hull { lo: self.system.lo[var], hi: self.system.hi[var], proof: Proof::Unproven }
    }

    /// The smallest and the largest possible value; fewer, if two far enough apart are found earlier. A table must have been found.
    pub(super) fn hull(&mut self, var: usize, apart: i64, budget: &mut Budget) -> Hull {
        let Hull { mut lo, mut hi, .. } = self.bounds(var);
        let enough = |seen: (i64, i64)| seen.1 - seen.0 >= apart;
        let mut spent = false;
        // Downwards and upwards: first as far as is needed, then as far as it goes, by halves.
        for (smallest, by_halves) in [(true, false), (false, false), (true, true), (false, true)] {
            loop {
                let (least, most) = self.seen[var];
                let room = if smallest { lo < least } else { most < hi };
                if !room || enough((least, most)) {
                    break;
                }
                let goal = match (smallest, by_halves) {
                    (true, false) => Goal { var, lo, hi: most.saturating_sub(apart).clamp(lo, least - 1), smallest },
                    (true, true) => Goal { var, lo, hi: i64::midpoint(lo, least - 1), smallest },
                    (false, false) => Goal { var, lo: least.saturating_add(apart).clamp(most + 1, hi), hi, smallest },
                    (false, true) => Goal { var, lo: i64::midpoint(most + 1, hi), hi, smallest },
                };
                match self.find(Some(goal), budget) {
                    Outcome::Found => {}
                    Outcome::Nothing if smallest => lo = goal.hi + 1,
                    Outcome::Nothing => hi = goal.lo - 1,
                    Outcome::Spent => {
                        spent = true;
                        break;
                    }
                }
                if !by_halves {
                    break;
                }
            }
        }
        let (least, most) = self.seen[var];
        if spent && !enough((least, most)) {
            return Hull { lo, hi, proof: Proof::Unproven };
        }
        Hull { lo: least, hi: most, proof: Proof::Witness }
    }

    /// Looks for any table.
    pub(super) fn any(&mut self, budget: &mut Budget) -> Outcome {
        self.find(None, budget)
    }

    fn find(&mut self, goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        let within = goal.map(|goal| (goal.var, goal.lo, goal.hi));
        if let Some(simplex) = &mut self.simplex {
            let (outcome, table) = simplex.find(within, &mut self.system.work);
            let is_broken = simplex.is_broken();
            match outcome {
                Outcome::Found if self.try_on(&table) => return outcome,
                Outcome::Nothing => return outcome,
                Outcome::Spent if is_broken => self.simplex = Simplex::of_counts(&self.system),
                Outcome::Found | Outcome::Spent => {}
            }
        }
        if let Some(mut simplex) = self.of_all.take().or_else(|| Simplex::of_all(&self.system)) {
            let (outcome, table) = simplex.find(within, &mut self.system.work);
            if !simplex.is_broken() {
                self.of_all = Some(simplex);
            }
            if outcome == Outcome::Found && self.try_on(&table) {
                return outcome;
            }
        }
        self.system.begin();
        let outcome = self.dive(goal, budget);
        self.system.end();
        outcome
    }

    /// Whether a table of counts holds everything that it must.
    fn try_on(&mut self, table: &[i64]) -> bool {
        let counts = self.vars.iter().zip(table).filter(|(var, _)| self.system.is_count(**var));
        let counts: Vec<(u32, i64)> = counts.map(|(var, value)| (*var, *value)).collect();
        if counts
            .iter()
            .any(|(var, value)| !(self.system.lo[*var as usize]..=self.system.hi[*var as usize]).contains(value))
        {
            return false;
        }
        self.system.begin();
        for (var, value) in counts {
            self.system.pin(var, value);
        }
        let fits = self.fits();
        if fits {
            self.remember();
        }
        self.system.end();
        fits
    }

    /// Looks for a table by trying values.
    fn dive(&mut self, goal: Option<Goal>, budget: &mut Budget) -> Outcome {
        if goal.is_some_and(|goal| self.system.assume(short(goal.var), goal.lo, goal.hi).is_err()) {
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
                None if self.fits() => {
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
        let system = &self.system;
        let goal = goal.filter(|goal| system.is_open(short(goal.var)));
        let (var, value) = if let Some(Goal { var, smallest, .. }) = goal {
            (short(var), if smallest { system.lo[var] } else { system.hi[var] })
        } else {
            let open = self.vars.iter().filter(|var| system.is_open(**var) && system.is_count(**var));
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

    /// Whether a table, all counts chosen, holds everything that it must.
    fn fits(&mut self) -> bool {
        if !self.ties.iter().all(|tie| self.system.holds(*tie)) {
            return false;
        }
        let mark = self.system.mark();
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
