//! Tables of whole numbers that keep all sums, or that there are none, by exchange of unknowns (rung 3): the simplex method for
//! bounded unknowns (Dutertre and de Moura, 2006), with branching where a corner is no whole number.
//!
//! Exact: each line is kept in whole numbers with a divisor of its own, and numbers that grow too large end the attempt. What it
//! leaves out (pairs from intervals, and sums of means, where it is [`Simplex::of_counts`]) only makes more tables possible: that there
//! is none remains true, and that there is one is checked afterwards. With sums, in tenths of their unit, it leaves tables out whose
//! sums are near their bounds: it finds tables, and proves nothing where it finds none.

use super::budget::Outcome;
use super::model::{HALF_MILLIONTHS, common};
use super::system::{System, short};

/// Larger numbers are not multiplied.
const LARGEST: i64 = 1 << 30;
/// Entries of the table of factors: all schools of a town, by year and group, have that many.
const MOST_ENTRIES: usize = 1 << 21;
/// Entries changed by exchanges, and branchings, per question, before it gives up.
const WORK: (usize, u32) = (1 << 24, 60);
/// Of the first question, which has farther to go: the others begin where it ends.
const FIRST: (usize, u32) = (1 << 29, 2000);

/// Unknowns, then the sums of the system's rows, numbered on. `divisor · inside = Σ factor · outside`, line by line; those outside
/// always have whole values within their bounds.
pub(super) struct Simplex {
    unknowns: usize,
    /// Of each unknown, whether its value is a whole number.
    whole: Vec<bool>,
    lo: Vec<i64>,
    hi: Vec<i64>,
    /// Of those outside their value, of those inside `divisor ·` it.
    value: Vec<i64>,
    inside: Vec<usize>,
    outside: Vec<usize>,
    divisors: Vec<i64>,
    factors: Vec<i64>,
    /// Left of what the question at hand may cost.
    left: usize,
    branches: u32,
    /// Whether it broke off in the middle of an exchange.
    is_broken: bool,
}

/// Numbers have grown too large, or too many were exchanged.
struct GivenUp;

impl Simplex {
    /// Of counts alone; `None` where there are too many.
    pub(super) fn of_counts(system: &System) -> Option<Self> {
        Self::of(system, 0)
    }

    /// Of counts and sums of means; `None` where there are no sums, or too many of either.
    pub(super) fn of_all(system: &System) -> Option<Self> {
        let has_sums = (0..system.lo.len()).any(|var| !system.is_count(short(var)));
        if has_sums { Self::of(system, HALF_MILLIONTHS / 10) } else { None }
    }

    /// With sums in this unit; without them, if it is 0.
    fn of(system: &System, unit: i64) -> Option<Self> {
        let unknowns = system.lo.len();
        let is_count = |var: u32| system.is_count(var);
        let rows = system.rows.iter().filter(|row| unit > 0 || row.terms.iter().all(|term| is_count(term.0)));
        let rows: Vec<_> = rows.collect();
        if rows.len() * unknowns > MOST_ENTRIES {
            return None;
        }
        let inward = |lo: i64, hi: i64, unit: i64| (-(-lo).div_euclid(unit), hi.div_euclid(unit));
        let bounds = (0..unknowns).map(|var| (system.lo[var], system.hi[var], is_count(short(var))));
        let bounds =
            bounds.map(|(lo, hi, is_count)| if is_count || unit == 0 { (lo, hi) } else { inward(lo, hi, unit) });
        let (lo, hi): (Vec<i64>, Vec<i64>) = bounds.unzip();
        let mut simplex = Self {
            unknowns,
            whole: (0..unknowns).map(|var| is_count(short(var))).collect(),
            value: lo.clone(),
            lo,
            hi,
            inside: (unknowns..unknowns + rows.len()).collect(),
            outside: (0..unknowns).collect(),
            divisors: vec![1; rows.len()],
            factors: vec![0; rows.len() * unknowns],
            left: 0,
            branches: 0,
            is_broken: false,
        };
        for (at, row) in rows.into_iter().enumerate() {
            let scaled = |(var, factor): (u32, i64)| factor.checked_mul(if is_count(var) { 1 } else { unit });
            let factors: Vec<i64> = row.terms.iter().map(|term| scaled(*term)).collect::<Option<_>>()?;
            let divisor = factors.iter().fold(0, |divisor, factor| common(divisor, *factor)).max(1);
            let (lo, hi) = inward(row.lo, row.hi, divisor);
            simplex.lo.push(lo);
            simplex.hi.push(hi);
            simplex.value.push(0);
            for ((var, _), factor) in row.terms.iter().zip(factors) {
                let factor = factor / divisor;
                if factor.abs() >= LARGEST {
                    return None;
                }
                simplex.factors[at * unknowns + *var as usize] += factor;
            }
        }
        Some(simplex)
    }

    /// Looks for a table with an unknown within bounds. Then the table, unknown by unknown.
    pub(super) fn find(&mut self, goal: Option<(usize, i64, i64)>, work: &mut u64) -> (Outcome, Vec<i64>) {
        (self.left, self.branches) = if goal.is_some() { WORK } else { FIRST };
        let most = self.left;
        let mut table = Vec::new();
        let (var, lo, hi) = goal.unwrap_or((0, i64::MIN, i64::MAX));
        let outcome = self.within(var, lo, hi, &mut table);
        *work += ((most - self.left) / self.unknowns.max(1)) as u64;
        (outcome.unwrap_or(Outcome::Spent), table)
    }

    /// Whether it can be asked again.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
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
            if self.whole[var] && self.value[var] % self.divisors[line] != 0 {
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
        for line in 0..self.inside.len() {
            self.sum(line)?;
        }
        loop {
            // The first in the order of their numbers: so that no exchange comes back.
            let mut worst: Option<(usize, usize, bool)> = None;
            for (line, (&var, &divisor)) in self.inside.iter().zip(&self.divisors).enumerate() {
                let sum = self.value[var];
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

    /// What a line comes to.
    fn sum(&mut self, line: usize) -> Result<(), GivenUp> {
        let width = self.outside.len();
        let mut sum = 0_i64;
        let factors = self.factors[line * width..(line + 1) * width].iter().zip(&self.outside);
        for (factor, other) in factors.filter(|(factor, _)| **factor != 0) {
            sum = factor.checked_mul(self.value[*other]).and_then(|term| sum.checked_add(term)).ok_or(GivenUp)?;
        }
        self.value[self.inside[line]] = sum;
        Ok(())
    }

    fn exchange(&mut self, line: usize, column: usize) -> Result<(), GivenUp> {
        let width = self.outside.len();
        let changed: Vec<usize> =
            (0..self.inside.len()).filter(|other| self.factors[other * width + column] != 0).collect();
        self.left = self.left.checked_sub(width * changed.len()).ok_or(GivenUp)?;
        self.is_broken = true;
        let mut pivot: Vec<i64> = self.factors[line * width..(line + 1) * width].to_vec();
        // divisor · inside = … + factor · outside + …, solved for what was outside.
        let sign = pivot[column].signum();
        let divisor = pivot[column] * sign;
        for factor in &mut pivot {
            *factor *= -sign;
        }
        pivot[column] = self.divisors[line] * sign;
        self.put(line, divisor, &pivot)?;
        for &other in changed.iter().filter(|other| **other != line) {
            let times = self.factors[other * width + column];
            let own = &self.factors[other * width..(other + 1) * width];
            let sums = own.iter().zip(&pivot).enumerate();
            let sums: Vec<i64> =
                sums.map(|(at, (own, new))| if at == column { 0 } else { own * divisor } + times * new).collect();
            self.put(other, self.divisors[other] * divisor, &sums)?;
        }
        std::mem::swap(&mut self.inside[line], &mut self.outside[column]);
        changed.into_iter().try_for_each(|line| self.sum(line))?;
        self.is_broken = false;
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
