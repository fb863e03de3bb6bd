//! Tables of whole numbers that keep all sums, or that there are none, by exchange of unknowns (rung 3): the simplex method for
//! bounded unknowns (Dutertre and de Moura, 2006), with branching where a corner is no whole number.
//!
//! Exact: each line is kept in whole numbers with a divisor of its own, and numbers that grow too large end the attempt. What it
//! leaves out (sums of means, pairs from intervals) only makes more tables possible: that there is none remains true, and that there
//! is one is checked afterwards.

use super::budget::Outcome;
use super::model::common;
use super::system::{System, short};

/// Larger numbers are not multiplied.
const LARGEST: i64 = 1 << 30;
/// Entries of the table of factors; entries gone through by exchanges, and branchings, per question, before it gives up.
const MOST_ENTRIES: usize = 1 << 20;
const WORK: usize = 1 << 24;
const BRANCHES: u32 = 60;

/// Unknowns, then the sums of the system's rows, numbered on. `divisor · inside = Σ factor · outside`, line by line; those outside
/// always have whole values within their bounds.
pub(super) struct Simplex {
    unknowns: usize,
    lo: Vec<i64>,
    hi: Vec<i64>,
    /// Of those outside their value, of those inside `divisor ·` it.
    value: Vec<i64>,
    inside: Vec<usize>,
    outside: Vec<usize>,
    divisors: Vec<i64>,
    factors: Vec<i64>,
    /// Spent in the question at hand.
    exchanges: u32,
    branches: u32,
}

/// Numbers have grown too large, or too many were exchanged.
struct GivenUp;

impl Simplex {
    /// Of the sums of counts; `None` where there are too many.
    pub(super) fn of(system: &System) -> Option<Self> {
        let unknowns = system.lo.len();
        let rows: Vec<_> =
            system.rows.iter().filter(|row| row.terms.iter().all(|term| system.is_count(term.0))).collect();
        if rows.len() * unknowns > MOST_ENTRIES {
            return None;
        }
        let mut simplex = Self {
            unknowns,
            lo: system.lo.clone(),
            hi: system.hi.clone(),
            value: system.lo.clone(),
            inside: (unknowns..unknowns + rows.len()).collect(),
            outside: (0..unknowns).collect(),
            divisors: vec![1; rows.len()],
            factors: vec![0; rows.len() * unknowns],
            exchanges: 0,
            branches: 0,
        };
        for (at, row) in rows.into_iter().enumerate() {
            simplex.lo.push(row.lo);
            simplex.hi.push(row.hi);
            simplex.value.push(0);
            for &(var, factor) in &row.terms {
                simplex.factors[at * unknowns + var as usize] += factor;
            }
        }
        Some(simplex)
    }

    /// Looks for a table with an unknown within bounds. Then the table, unknown by unknown.
    pub(super) fn find(&mut self, goal: Option<(usize, i64, i64)>, work: &mut u64) -> (Outcome, Vec<i64>) {
        let most = short(WORK / self.factors.len().max(1));
        (self.exchanges, self.branches) = (most, BRANCHES);
        let mut table = Vec::new();
        let (var, lo, hi) = goal.unwrap_or((0, i64::MIN, i64::MAX));
        let outcome = self.within(var, lo, hi, &mut table);
        *work += u64::from(most - self.exchanges) * self.inside.len() as u64;
        (outcome.unwrap_or(Outcome::Spent), table)
    }

    /// The same with narrower bounds of one unknown.
    fn within(&mut self, var: usize, lo: i64, hi: i64, table: &mut Vec<i64>) -> Result<Outcome, GivenUp> {
        let Some(before) = self.lo.get(var).copied().zip(self.hi.get(var).copied()) else { return Ok(Outcome::Spent) };
        (self.lo[var], self.hi[var]) = (lo.max(before.0), hi.min(before.1));
        let outcome = if self.lo[var] > self.hi[var] { Ok(Outcome::Nothing) } else { self.branch(table) };
        (self.lo[var], self.hi[var]) = before;
        outcome
    }

    fn branch(&mut self, table: &mut Vec<i64>) -> Result<Outcome, GivenUp> {
        for &var in &self.outside {
            self.value[var] = self.value[var].clamp(self.lo[var], self.hi[var]);
        }
        if !self.settle()? {
            return Ok(Outcome::Nothing);
        }
        let mut broken = None;
        table.clear();
        table.extend_from_slice(&self.value[..self.unknowns]);
        for (line, &var) in self.inside.iter().enumerate().filter(|(_, var)| **var < self.unknowns) {
            table[var] = self.value[var].div_euclid(self.divisors[line]);
            if self.value[var] % self.divisors[line] != 0 {
                broken = Some(var);
            }
        }
        let Some(var) = broken else { return Ok(Outcome::Found) };
        self.branches = self.branches.checked_sub(1).ok_or(GivenUp)?;
        let below = table[var];
        match self.within(var, i64::MIN, below, table)? {
            Outcome::Nothing => self.within(var, below + 1, i64::MAX, table),
            outcome => Ok(outcome),
        }
    }

    /// Exchanges unknowns until all are within their bounds; whether that is possible.
    fn settle(&mut self) -> Result<bool, GivenUp> {
        let width = self.outside.len();
        loop {
            // The first in the order of their numbers: so that no exchange comes back.
            let mut worst: Option<(usize, usize, bool)> = None;
            for line in 0..self.inside.len() {
                let (var, divisor) = (self.inside[line], self.divisors[line]);
                let factors = &self.factors[line * width..(line + 1) * width];
                let mut sum = 0_i64;
                for (factor, other) in factors.iter().zip(&self.outside).filter(|(factor, _)| **factor != 0) {
                    sum =
                        factor.checked_mul(self.value[*other]).and_then(|term| sum.checked_add(term)).ok_or(GivenUp)?;
                }
                self.value[var] = sum;
                let is_low = sum < self.lo[var].saturating_mul(divisor);
                if (is_low || sum > self.hi[var].saturating_mul(divisor)) && worst.is_none_or(|worst| var < worst.0) {
                    worst = Some((var, line, is_low));
                }
            }
            let Some((var, line, is_low)) = worst else { return Ok(true) };
            let mut entering: Option<(usize, usize)> = None;
            for (column, &other) in self.outside.iter().enumerate() {
                let factor = self.factors[line * width + column];
                let up = (factor > 0) == is_low;
                let free = if up { self.value[other] < self.hi[other] } else { self.value[other] > self.lo[other] };
                if factor != 0 && free && entering.is_none_or(|first| other < first.0) {
                    entering = Some((other, column));
                }
            }
            // All that it is the sum of are as far as they go.
            let Some((_, column)) = entering else { return Ok(false) };
            self.value[var] = if is_low { self.lo[var] } else { self.hi[var] };
            self.exchange(line, column)?;
        }
    }

    fn exchange(&mut self, line: usize, column: usize) -> Result<(), GivenUp> {
        self.exchanges = self.exchanges.checked_sub(1).ok_or(GivenUp)?;
        let width = self.outside.len();
        let mut pivot: Vec<i64> = self.factors[line * width..(line + 1) * width].to_vec();
        // divisor · inside = … + factor · outside + …, solved for what was outside.
        let sign = pivot[column].signum();
        let divisor = pivot[column] * sign;
        for factor in &mut pivot {
            *factor *= -sign;
        }
        pivot[column] = self.divisors[line] * sign;
        self.put(line, divisor, &pivot)?;
        for other in (0..self.inside.len()).filter(|other| *other != line) {
            let times = self.factors[other * width + column];
            if times != 0 {
                let own = &self.factors[other * width..(other + 1) * width];
                let sums = own.iter().zip(&pivot).enumerate();
                let sums: Vec<i64> =
                    sums.map(|(at, (own, new))| if at == column { 0 } else { own * divisor } + times * new).collect();
                self.put(other, self.divisors[other] * divisor, &sums)?;
            }
        }
        std::mem::swap(&mut self.inside[line], &mut self.outside[column]);
        Ok(())
    }

    /// Writes a line in its lowest terms.
    fn put(&mut self, line: usize, divisor: i64, factors: &[i64]) -> Result<(), GivenUp> {
        let mut unit = divisor;
        for factor in factors {
            if unit == 1 {
                break;
            }
            unit = common(unit, *factor);
        }
        let width = factors.len();
        self.divisors[line] = divisor / unit;
        let mut most = self.divisors[line];
        for (own, new) in self.factors[line * width..].iter_mut().zip(factors) {
            *own = new / unit;
            most = most.max(own.abs());
        }
        if most < LARGEST { Ok(()) } else { Err(GivenUp) }
    }
}
