//! Tightening bounds until nothing gives (rung 1).

use super::{Contradiction, INFINITE, Pairs, ROUNDS, Row, System};

impl System {
    /// Goes through the ties, and through those that they change, until nothing changes.
    pub(in crate::attack) fn tighten(&mut self, ties: &[u32]) -> Result<(), Contradiction> {
        for &tie in ties {
            self.enqueue(tie);
        }
        let most = self.work + ROUNDS * (ties.len() as u64 + 20);
        let mut at = 0;
        let mut found = Ok(());
        while at < self.queue.len() {
            let tie = self.queue[at] as usize;
            at += 1;
            self.queued[tie] = false;
            self.work += 1;
            found =
                if tie < self.rows.len() { self.tighten_row(tie) } else { self.tighten_pairs(tie - self.rows.len()) };
            self.creeping |= self.work > most;
            if found.is_err() || self.work > most {
                break;
            }
        }
        for &tie in &self.queue[at..] {
            self.queued[tie as usize] = false;
        }
        self.queue.clear();
        found
    }

    fn enqueue(&mut self, tie: u32) {
        let queued = &mut self.queued[tie as usize];
        if !*queued {
            *queued = true;
            self.queue.push(tie);
        }
    }

    fn tighten_row(&mut self, at: usize) -> Result<(), Contradiction> {
        let row = &self.rows[at];
        let (least, most) = self.sums(row);
        let (room_up, room_down) = (row.hi - least, most - row.lo);
        if room_up < 0 || room_down < 0 {
            return Err(Contradiction);
        }
        if most <= row.hi && least >= row.lo {
            return Ok(());
        }
        for term in 0..self.rows[at].terms.len() {
            let (var, factor) = self.rows[at].terms[term];
            let (lo, hi) = (self.lo[var as usize], self.hi[var as usize]);
            let (up, down) = (room_up / factor.abs(), room_down / factor.abs());
            let new = if factor > 0 { (hi - down, lo + up) } else { (hi - up, lo + down) };
            self.narrow(var, new.0, new.1)?;
        }
        Ok(())
    }

    fn tighten_pairs(&mut self, at: usize) -> Result<(), Contradiction> {
        let Pairs { base, having, allowed } = &self.pairs[at];
        let (base, having) = (*base, *having);
        let (b, h) = (base as usize, having as usize);
        let (mut bases, mut havings) = ((INFINITE, -1), (INFINITE, -1));
        for &(n, from, to) in allowed {
            let (from, to) = (from.max(self.lo[h]), to.min(self.hi[h]));
            if n >= self.lo[b] && n <= self.hi[b] && from <= to {
                bases = (bases.0.min(n), bases.1.max(n));
                havings = (havings.0.min(from), havings.1.max(to));
            }
        }
        self.narrow(base, bases.0, bases.1)?;
        self.narrow(having, havings.0, havings.1)
    }

    /// Narrows an unknown's bounds and puts its ties in the queue, if they changed.
    pub(in crate::attack) fn narrow(&mut self, var: u32, lo: i64, hi: i64) -> Result<(), Contradiction> {
        let at = var as usize;
        let (old_lo, old_hi) = (self.lo[at], self.hi[at]);
        let (lo, hi) = (lo.max(old_lo), hi.min(old_hi));
        if lo > hi {
            return Err(Contradiction);
        }
        if (lo, hi) != (old_lo, old_hi) {
            if let Some(trail) = &mut self.trail {
                trail.push((var, old_lo, old_hi));
            }
            (self.lo[at], self.hi[at]) = (lo, hi);
            for tie in self.ends[at] as usize..self.ends[at + 1] as usize {
                self.enqueue(self.tied[tie]);
            }
        }
        Ok(())
    }

    /// Narrows an unknown's bounds, and everything that follows from it.
    pub(in crate::attack) fn assume(&mut self, var: u32, lo: i64, hi: i64) -> Result<(), Contradiction> {
        self.narrow(var, lo, hi)?;
        self.tighten(&[])
    }

    /// The smallest and the largest sum of a row within the bounds.
    fn sums(&self, row: &Row) -> (i64, i64) {
        row.terms.iter().fold((0, 0), |(least, most), &(var, factor)| {
            let (lo, hi) = (factor * self.lo[var as usize], factor * self.hi[var as usize]);
            (least + lo.min(hi), most + lo.max(hi))
        })
    }

    /// Whether a tie holds of whole numbers that are all known, and can hold of the sums among them.
    pub(in crate::attack) fn holds(&self, tie: u32) -> bool {
        let at = tie as usize;
        if let Some(row) = self.rows.get(at) {
            let (least, most) = self.sums(row);
            return least <= row.hi && most >= row.lo;
        }
        self.pairs.get(at - self.rows.len()).is_none_or(|pairs| {
            let (base, having) = (self.lo[pairs.base as usize], self.lo[pairs.having as usize]);
            pairs.allowed.iter().any(|(n, from, to)| *n == base && (*from..=*to).contains(&having))
        })
    }
}
