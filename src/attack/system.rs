//! Unknown whole numbers within bounds, what ties them together, and tightening the bounds until nothing gives (rung 1).

/// Bounds of what is unbounded. Four of them can be added without overflow.
pub(super) const INFINITE: i64 = i64::MAX / 4;

/// How often the ties are gone through, per tie, before bounds that creep are left as they are. They are then valid, but not the
/// tightest.
const ROUNDS: u64 = 400;

/// The short form of a place in a list; no list here is longer.
pub(super) fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// `lo ≤ Σ factor · unknown ≤ hi`.
pub(super) struct Row {
    pub(super) terms: Vec<(u32, i64)>,
    pub(super) lo: i64,
    pub(super) hi: i64,
}

/// Pupils and those who have something, only together: so many pupils, and so many of them, from … to.
pub(super) struct Pairs {
    pub(super) base: u32,
    pub(super) having: u32,
    pub(super) allowed: Vec<(i64, i64, i64)>,
}

/// Two ties that cannot both hold, or bounds that no number is within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Contradiction;

/// The unknowns and their ties. A tie is a row or, numbered after the rows, a list of pairs.
#[derive(Default)]
pub(super) struct System {
    pub(super) lo: Vec<i64>,
    pub(super) hi: Vec<i64>,
    pub(super) rows: Vec<Row>,
    pub(super) pairs: Vec<Pairs>,
    /// The ties of each unknown: those of unknown `v` are `tied[ends[v]..ends[v + 1]]`.
    tied: Vec<u32>,
    ends: Vec<u32>,
    queue: Vec<u32>,
    queued: Vec<bool>,
    /// Earlier bounds, to go back to; kept while searching.
    trail: Option<Vec<(u32, i64, i64)>>,
    /// Ties gone through so far.
    pub(super) work: u64,
    /// Rows whose numbers are too large to calculate with.
    pub(super) dropped: u32,
    /// Whether bounds were left before they were tightest.
    pub(super) creeping: bool,
}

impl System {
    /// A new unknown from 0 to `hi`.
    pub(super) fn unknown(&mut self, hi: i64) -> u32 {
        self.lo.push(0);
        self.hi.push(hi);
        short(self.lo.len() - 1)
    }

    /// Adds a row, unless its sum could overflow.
    pub(super) fn tie(&mut self, terms: Vec<(u32, i64)>, lo: i64, hi: i64) {
        let most = terms.iter().try_fold(0_i64, |sum, &(var, factor)| {
            sum.checked_add(factor.checked_abs()?.checked_mul(self.hi[var as usize].max(1))?)
        });
        if most.is_some_and(|most| most < INFINITE) {
            self.rows.push(Row { terms, lo, hi });
        } else {
            self.dropped += 1;
        }
    }

    /// Narrows the bounds of an unknown.
    pub(super) fn bound(&mut self, var: u32, lo: i64, hi: i64) {
        let at = var as usize;
        self.lo[at] = self.lo[at].max(lo);
        self.hi[at] = self.hi[at].min(hi);
    }

    /// The value, where only one is left.
    pub(super) fn fixed(&self, var: u32) -> Option<i64> {
        let at = var as usize;
        (self.lo[at] == self.hi[at]).then_some(self.lo[at])
    }

    pub(super) fn is_open(&self, var: u32) -> bool {
        self.lo[var as usize] < self.hi[var as usize]
    }

    /// How many values are left, less one.
    pub(super) fn width(&self, var: u32) -> i64 {
        self.hi[var as usize] - self.lo[var as usize]
    }

    /// Looks up who is tied to whom. To be called when all ties are there.
    pub(super) fn index(&mut self) {
        let mut counts = vec![0_u32; self.lo.len() + 1];
        let ties = self.rows.len() + self.pairs.len();
        for tie in 0..ties {
            self.each_of(tie, |var| counts[var as usize + 1] += 1);
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        self.ends.clone_from(&counts);
        self.tied = vec![0; counts.last().map_or(0, |last| *last as usize)];
        for tie in 0..ties {
            let tied = &mut self.tied;
            each(&self.rows, &self.pairs, tie, |var| {
                let next = &mut counts[var as usize];
                tied[*next as usize] = short(tie);
                *next += 1;
            });
        }
        self.queued = vec![false; ties];
    }

    /// Calls with every unknown of a tie.
    pub(super) fn each_of(&self, tie: usize, call: impl FnMut(u32)) {
        each(&self.rows, &self.pairs, tie, call);
    }

    /// The ties of an unknown.
    pub(super) fn ties_of(&self, var: u32) -> &[u32] {
        let at = var as usize;
        &self.tied[self.ends[at] as usize..self.ends[at + 1] as usize]
    }

    /// Goes through the ties, and through those that they change, until nothing changes.
    pub(super) fn tighten(&mut self, ties: &[u32]) -> Result<(), Contradiction> {
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
        let (mut least, mut most) = (0, 0);
        for &(var, factor) in &row.terms {
            let (lo, hi) = (factor * self.lo[var as usize], factor * self.hi[var as usize]);
            least += lo.min(hi);
            most += lo.max(hi);
        }
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
    pub(super) fn narrow(&mut self, var: u32, lo: i64, hi: i64) -> Result<(), Contradiction> {
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
    pub(super) fn assume(&mut self, var: u32, lo: i64, hi: i64) -> Result<(), Contradiction> {
        self.narrow(var, lo, hi)?;
        self.tighten(&[])
    }

    /// Whether a tie holds, of unknowns that are all known.
    pub(super) fn holds(&self, tie: u32) -> bool {
        let at = tie as usize;
        if let Some(row) = self.rows.get(at) {
            let sum: i64 = row.terms.iter().map(|(var, factor)| factor * self.lo[*var as usize]).sum();
            return (row.lo..=row.hi).contains(&sum);
        }
        self.pairs.get(at - self.rows.len()).is_none_or(|pairs| {
            let (base, having) = (self.lo[pairs.base as usize], self.lo[pairs.having as usize]);
            pairs.allowed.iter().any(|(n, from, to)| *n == base && (*from..=*to).contains(&having))
        })
    }

    /// From now on earlier bounds are kept.
    pub(super) fn begin(&mut self) {
        self.trail = Some(Vec::new());
    }

    /// Where we are, to go back to.
    pub(super) fn mark(&self) -> usize {
        self.trail.as_ref().map_or(0, Vec::len)
    }

    /// Goes back.
    pub(super) fn undo(&mut self, mark: usize) {
        while let Some((var, lo, hi)) = self.trail.as_mut().filter(|trail| trail.len() > mark).and_then(Vec::pop) {
            (self.lo[var as usize], self.hi[var as usize]) = (lo, hi);
        }
    }

    /// Goes back to the beginning, and keeps earlier bounds no longer.
    pub(super) fn end(&mut self) {
        self.undo(0);
        self.trail = None;
    }
}

fn each(rows: &[Row], pairs: &[Pairs], tie: usize, mut call: impl FnMut(u32)) {
    if let Some(row) = rows.get(tie) {
        row.terms.iter().for_each(|(var, _)| call(*var));
    } else if let Some(pairs) = pairs.get(tie - rows.len()) {
        call(pairs.base);
        call(pairs.having);
    }
}
