//! Unknown whole numbers within bounds, and what ties them together.

mod tighten;
mod trail;

/// Bounds of what is unbounded. Four of them can be added without overflow.
pub(super) const INFINITE: i64 = i64::MAX / 4;

/// How often the ties are gone through, per tie, before bounds that creep are left as they are. They are then valid, but not the
/// tightest.
const ROUNDS: u64 = 100;

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
    /// Of sums of a mean: their number of pupils. Such sums need not be whole numbers, and are bounded only, never chosen.
    bases: Vec<Option<u32>>,
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
    /// A new unknown from 0 to `hi`; of a mean's sum, with the unknown that is its number of pupils.
    pub(super) fn unknown(&mut self, hi: i64, base: Option<u32>) {
        self.lo.push(0);
        self.hi.push(hi);
        self.bases.push(base);
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

    /// The bounds.
    pub(super) fn range(&self, var: u32) -> (i64, i64) {
        (self.lo[var as usize], self.hi[var as usize])
    }

    pub(super) fn is_open(&self, var: u32) -> bool {
        self.lo[var as usize] < self.hi[var as usize]
    }

    /// Whether it is a whole number of pupils.
    pub(super) fn is_count(&self, var: u32) -> bool {
        self.bases[var as usize].is_none()
    }

    /// Whether what is chosen for others can be felt here, and through it: of a sum, only if its number of pupils is open.
    pub(super) fn conducts(&self, var: u32) -> bool {
        self.is_open(var) && self.bases[var as usize].is_none_or(|base| self.is_open(base))
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
            self.each_of(tie, &mut |var| counts[var as usize + 1] += 1);
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        self.ends.clone_from(&counts);
        self.tied = vec![0; counts.last().map_or(0, |last| *last as usize)];
        for tie in 0..ties {
            let tied = &mut self.tied;
            each(&self.rows, &self.pairs, tie, &mut |var| {
                let next = &mut counts[var as usize];
                tied[*next as usize] = short(tie);
                *next += 1;
            });
        }
        self.queued = vec![false; ties];
    }

    /// The system of these unknowns alone (sorted), numbered by their places, with all others as they are bounded.
    pub(super) fn part(&self, vars: &[u32], ties: &[u32]) -> Self {
        let place = |var: u32| vars.binary_search(&var).ok().map(short);
        let mut part = Self::default();
        for &var in vars {
            let at = var as usize;
            part.lo.push(self.lo[at]);
            part.hi.push(self.hi[at]);
            part.bases.push(self.bases[at]);
        }
        for &tie in ties {
            let Some(row) = self.rows.get(tie as usize) else {
                let Some(Pairs { base, having, allowed }) = self.pairs.get(tie as usize - self.rows.len()) else {
                    continue;
                };
                if let (Some(base), Some(having)) = (place(*base), place(*having)) {
                    part.pairs.push(Pairs { base, having, allowed: allowed.clone() });
                }
                continue;
            };
            let mut own = Row { terms: Vec::new(), lo: row.lo, hi: row.hi };
            for &(var, factor) in &row.terms {
                if let Some(place) = place(var) {
                    own.terms.push((place, factor));
                    continue;
                }
                let (lo, hi) = (factor * self.lo[var as usize], factor * self.hi[var as usize]);
                own.lo -= lo.max(hi);
                own.hi -= lo.min(hi);
            }
            // One unknown alone is bounded already.
            if own.terms.len() > 1 {
                part.rows.push(own);
            }
        }
        part.index();
        part
    }

    /// Calls with every unknown of a tie.
    pub(super) fn each_of(&self, tie: usize, call: &mut dyn FnMut(u32)) {
        each(&self.rows, &self.pairs, tie, call);
    }

    /// The ties of an unknown.
    pub(super) fn ties_of(&self, var: u32) -> &[u32] {
        let at = var as usize;
        &self.tied[self.ends[at] as usize..self.ends[at + 1] as usize]
    }
}

fn each(rows: &[Row], pairs: &[Pairs], tie: usize, call: &mut dyn FnMut(u32)) {
    if let Some(row) = rows.get(tie) {
        row.terms.iter().for_each(|(var, _)| call(*var));
    } else if let Some(pairs) = pairs.get(tie - rows.len()) {
        call(pairs.base);
        call(pairs.having);
    }
}
