//! The most that a hidden number can be, by pivoting from the true table: the simplex method with bounds on every unknown,
//! in whole numbers only.
//!
//! Groupings that cross in two ways, and anything nested, give tables in which every pivot is 1 or −1, so that whole numbers stay
//! whole and the end is the truth. Where a pivot would be another number this gives up, and [`crate::disclose::pattern::solve`]
//! searches.

use crate::disclose::pattern::window::{Window, bits};

/// Changes of the parts of a window.
pub(super) type Moves = [i64; Window::LARGEST];

/// How it ended.
pub(super) enum End {
    /// The hidden number can be changed by as much as was wanted.
    Reached(Moves),
    /// It can be changed by so much and no more.
    Furthest(i64, Moves),
    /// Not known. It can be changed by so much at least.
    Unknown(i64, Moves),
}

/// Pivots after which it gives up. Each takes a step, or takes out a line that allows none.
const PIVOTS: usize = 400;

/// Changes of parts and of lines' sums; the latter are sums of the former until pivots exchange them.
struct Tableau {
    low: Vec<i64>,
    high: Vec<i64>,
    value: Vec<i64>,
    /// What is in each row, and in each column. Parts are numbered before lines.
    rows: Vec<usize>,
    columns: Vec<usize>,
    /// Row by row: how much of each column's change is in it. The last row is what is to grow.
    factors: Vec<i64>,
}

/// Changes the hidden number of a window by `want`, upwards or downwards, or as near to that as it goes.
pub(super) fn furthest(window: &Window, want: i64, up: bool) -> End {
    let mut tableau = Tableau::new(window, if up { 1 } else { -1 });
    let goal = tableau.rows.len();
    let mut reached = 0;
    for _ in 0..PIVOTS {
        if reached >= want {
            return End::Reached(tableau.moves());
        }
        let Some((column, step)) = tableau.entering(goal) else {
            return End::Furthest(reached, tableau.moves());
        };
        let gain = tableau.factor(goal, column) * step;
        let needed = (want - reached + gain - 1) / gain;
        let (far, blocking) = tableau.blocked(column, step);
        let far = far.min(needed);
        tableau.advance(column, step * far);
        reached += gain * far;
        match blocking {
            _ if reached >= want => (),
            Blocking::Own => (),
            Blocking::Row(row) => tableau.pivot(row, column),
            Blocking::Broken => break,
        }
    }
    End::Unknown(reached, tableau.moves())
}

enum Blocking {
    /// The column reaches its own bound.
    Own,
    /// A row reaches its bound.
    Row(usize),
    /// A row would be in the way that is no whole number of steps from its bound.
    Broken,
}

impl Tableau {
    fn new(window: &Window, sign: i64) -> Self {
        let (parts, lines) = (window.parts.len(), window.lines.len());
        let mut low: Vec<i64> = window.parts.iter().map(|part| -part.value).collect();
        let mut high: Vec<i64> = window.parts.iter().map(|part| part.most - part.value).collect();
        let mut factors = vec![0; parts * (lines + 1)];
        for (at, line) in window.lines.iter().enumerate() {
            let sum = window.sum(line.mask);
            low.push(line.low - sum);
            high.push(line.high - sum);
            bits(line.mask).for_each(|part| factors[at * parts + part] = 1);
        }
        bits(window.hidden).for_each(|part| factors[lines * parts + part] = sign);
        let value = vec![0; parts + lines];
        Self { low, high, value, rows: (parts..parts + lines).collect(), columns: (0..parts).collect(), factors }
    }

    fn factor(&self, row: usize, column: usize) -> i64 {
        self.factors[row * self.columns.len() + column]
    }

    /// The column to change, the first of those that help, and which way. The order keeps it from going in circles (Bland).
    fn entering(&self, goal: usize) -> Option<(usize, i64)> {
        let width = self.columns.len();
        let mut first: Option<(usize, usize, i64)> = None;
        let factors = &self.factors[goal * width..(goal + 1) * width];
        for (column, (of, factor)) in self.columns.iter().zip(factors).enumerate() {
            if *factor != 0 && first.is_none_or(|(earlier, ..)| *of < earlier) && self.room(*of, *factor > 0) > 0 {
                first = Some((*of, column, factor.signum()));
            }
        }
        first.map(|(_, column, step)| (column, step))
    }

    fn room(&self, of: usize, up: bool) -> i64 {
        if up { self.high[of].saturating_sub(self.value[of]) } else { self.value[of].saturating_sub(self.low[of]) }
    }

    /// How many steps a column can take, and what stops it.
    fn blocked(&self, column: usize, step: i64) -> (i64, Blocking) {
        let mut far = self.room(self.columns[column], step > 0);
        let mut blocking: Option<usize> = None;
        let mut is_broken = false;
        for (row, of) in self.rows.iter().enumerate() {
            let factor = self.factor(row, column) * step;
            if factor == 0 {
                continue;
            }
            let steps = self.room(*of, factor > 0) / factor.abs();
            let is_unit = factor.abs() == 1;
            if steps < far {
                (far, is_broken) = (steps, !is_unit);
                blocking = is_unit.then_some(row);
            } else if steps == far && is_unit && blocking.is_some_and(|other| *of < self.rows[other]) {
                blocking = Some(row);
            } else if steps == far && is_unit && is_broken {
                (blocking, is_broken) = (Some(row), false);
            }
        }
        (far, blocking.map_or(if is_broken { Blocking::Broken } else { Blocking::Own }, Blocking::Row))
    }

    fn advance(&mut self, column: usize, by: i64) {
        self.value[self.columns[column]] += by;
        for (row, of) in self.rows.iter().enumerate() {
            self.value[*of] += self.factors[row * self.columns.len() + column] * by;
        }
    }

    /// Exchanges a row and a column whose factor is 1 or −1.
    fn pivot(&mut self, row: usize, column: usize) {
        let width = self.columns.len();
        let sign = self.factor(row, column);
        let mut pivot: Vec<i64> = self.factors[row * width..(row + 1) * width].iter().map(|by| -by * sign).collect();
        pivot[column] = sign;
        for (at, factors) in self.factors.chunks_exact_mut(width).enumerate() {
            let times = factors[column];
            if at != row && times != 0 {
                factors[column] = 0;
                factors.iter_mut().zip(&pivot).for_each(|(factor, by)| *factor += times * by);
            }
        }
        self.factors[row * width..(row + 1) * width].copy_from_slice(&pivot);
        std::mem::swap(&mut self.rows[row], &mut self.columns[column]);
    }

    fn moves(&self) -> Moves {
        let mut moves = [0; Window::LARGEST];
        for (to, value) in moves.iter_mut().zip(&self.value[..self.columns.len()]) {
            *to = *value;
        }
        moves
    }
}
