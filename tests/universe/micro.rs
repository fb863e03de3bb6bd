//! Every table of pupils that fits what is shown: an adversary who knows all that any view shows, at once, and reckons with single
//! pupils. It shares nothing with the product.
//!
//! The unknowns are numbers of pupils who are alike in everything: school, school year, programme, each division into groups, and each
//! result. What is shown is a sum of unknowns. A hidden number is as open as two of these tables are apart in it.

use std::collections::BTreeMap;

use crate::linear::Linear;

/// Sums of unknowns that are known, and one table that fits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Micro {
    /// The true table.
    pub(crate) truth: Vec<i64>,
    /// The most that each unknown can be.
    pub(crate) most: Vec<i64>,
    /// Unknowns of which the sum is known.
    sums: Vec<Vec<usize>>,
    /// The sums of each unknown.
    of: Vec<Vec<usize>>,
}

/// How far apart two tables are in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// At least as far as was asked.
    Enough,
    /// So far and no further.
    Only(i64),
    /// So far at least; the search was given up.
    Perhaps(i64),
}

/// Choices in one search.
const CHOICES: u32 = 3_000;

struct Bounds {
    low: Vec<i64>,
    high: Vec<i64>,
}

impl Micro {
    /// A table of which nothing is known but what is impossible.
    pub(crate) fn new(truth: Vec<i64>, is_possible: impl Fn(usize) -> bool) -> Self {
        let all: i64 = truth.iter().sum::<i64>() + 50;
        let most = (0..truth.len()).map(|at| if is_possible(at) { all } else { 0 }).collect();
        Self { of: vec![Vec::new(); truth.len()], truth, most, sums: Vec::new() }
    }

    /// Tells the sum of some unknowns.
    pub(crate) fn tell(&mut self, unknowns: Vec<usize>) {
        if !self.sums.contains(&unknowns) {
            for unknown in &unknowns {
                self.of[*unknown].push(self.sums.len());
            }
            self.sums.push(unknowns);
        }
    }

    /// How far apart a sum can be.
    pub(crate) fn open(&self, number: &[usize], apart: i64) -> Open {
        let (alike, number) = self.alike(number);
        let (mut width, mut is_sure) = (0, true);
        for up in [true, false] {
            let mut wanted = apart - width;
            while wanted > 0 {
                match alike.moved(&number, wanted, up) {
                    Moved::There => break,
                    Moved::Nearer(most) => wanted = most.min(wanted - 1),
                    Moved::Unknown => (is_sure, wanted) = (false, wanted - 1),
                }
            }
            width += wanted.max(0);
        }
        match width {
            _ if width >= apart => Open::Enough,
            _ if is_sure => Open::Only(width),
            _ => Open::Perhaps(width),
        }
    }

    /// The same where unknowns in the same sums are one, and those that can be nothing are none; and which of them a sum has.
    fn alike(&self, number: &[usize]) -> (Self, Vec<usize>) {
        let mut one: BTreeMap<(Vec<usize>, bool), (i64, i64)> = BTreeMap::new();
        for (at, (truth, most)) in self.truth.iter().zip(&self.most).enumerate().filter(|(_, (_, most))| **most > 0) {
            let one = one.entry((self.of[at].clone(), number.contains(&at))).or_default();
            *one = (one.0 + truth, one.1 + most);
        }
        let mut alike = Self { sums: vec![Vec::new(); self.sums.len()], ..Self::default() };
        let mut asked = Vec::new();
        for (at, ((of, is_asked), (truth, most))) in one.into_iter().enumerate() {
            for sum in &of {
                alike.sums[*sum].push(at);
            }
            asked.extend(is_asked.then_some(at));
            alike.of.push(of);
            alike.truth.push(truth);
            alike.most.push(most);
        }
        (alike, asked)
    }

    /// Whether a sum can be so much more, or less.
    #[expect(clippy::cast_possible_truncation, reason = "numbers of pupils")]
    fn moved(&self, number: &[usize], by: i64, up: bool) -> Moved {
        let linear = Linear::new(&self.truth, &self.most, &self.sums, number, if up { 1.0 } else { -1.0 });
        let (reached, is_end, changes) = linear.grown(by as f64);
        if is_end && reached < by as f64 - 0.001 {
            return Moved::Nearer((reached + 0.001).floor() as i64);
        }
        let table: Vec<i64> =
            self.truth.iter().zip(changes).map(|(truth, by)| (*truth as f64 + by).round() as i64).collect();
        let sum = |table: &[i64], of: &[usize]| of.iter().map(|at| table[*at]).sum::<i64>();
        let is_within = table.iter().zip(&self.most).all(|(value, most)| (0..=*most).contains(value));
        let fits = self.sums.iter().all(|of| sum(&table, of) == sum(&self.truth, of));
        let now = sum(&self.truth, number);
        let moved = (sum(&table, number) - now) * if up { 1 } else { -1 };
        if is_within && fits && moved >= by {
            return Moved::There;
        }
        match self.search(number, if up { (now + by, i64::MAX) } else { (0, now - by) }) {
            Some(true) => Moved::There,
            Some(false) => Moved::Nearer(by - 1),
            None => Moved::Unknown,
        }
    }

    /// Whether a table fits in which a sum is within bounds; `None` where it took too long.
    fn search(&self, number: &[usize], (least, most): (i64, i64)) -> Option<bool> {
        if most < 0 {
            return Some(false);
        }
        let sum = |of: &Vec<usize>| of.iter().map(|at| self.truth[*at]).sum::<i64>();
        let mut sums: Vec<(Vec<usize>, i64, i64)> = self.sums.iter().map(|of| (of.clone(), sum(of), sum(of))).collect();
        sums.push((number.to_vec(), least, most));
        let mut of = self.of.clone();
        for at in number {
            of[*at].push(self.sums.len());
        }
        let mut search = Search { truth: &self.truth, sums, of, choices: CHOICES };
        let bounds = Bounds { low: vec![0; self.truth.len()], high: self.most.clone() };
        let all = (0..search.sums.len()).collect();
        let found = search.fits(bounds, all);
        (found || search.choices > 0).then_some(found)
    }
}

enum Moved {
    There,
    /// No, but so far at most.
    Nearer(i64),
    Unknown,
}

struct Search<'a> {
    truth: &'a [i64],
    sums: Vec<(Vec<usize>, i64, i64)>,
    of: Vec<Vec<usize>>,
    choices: u32,
}

impl Search<'_> {
    /// Tightens, then tries values: the true one first, then what is below it, then what is above.
    fn fits(&mut self, mut bounds: Bounds, changed: Vec<usize>) -> bool {
        if !self.tighten(&mut bounds, changed) {
            return false;
        }
        let open = (0..self.truth.len()).filter(|at| bounds.low[*at] < bounds.high[*at]);
        let Some(at) = open.min_by_key(|at| bounds.high[*at] - bounds.low[*at]) else { return true };
        let (low, high) = (bounds.low[at], bounds.high[at]);
        let value = self.truth[at].clamp(low, high);
        for (low, high) in [(value, value), (low, value - 1), (value + 1, high)] {
            if low > high {
                continue;
            }
            if self.choices == 0 {
                return false;
            }
            self.choices -= 1;
            let mut tried = Bounds { low: bounds.low.clone(), high: bounds.high.clone() };
            (tried.low[at], tried.high[at]) = (low, high);
            if self.fits(tried, self.of[at].clone()) {
                return true;
            }
        }
        false
    }

    fn tighten(&self, bounds: &mut Bounds, mut changed: Vec<usize>) -> bool {
        while let Some(sum) = changed.pop() {
            let (unknowns, least, most) = &self.sums[sum];
            let low: i64 = unknowns.iter().map(|at| bounds.low[*at]).sum();
            let high: i64 = unknowns.iter().map(|at| bounds.high[*at]).sum();
            if low > *most || high < *least {
                return false;
            }
            for at in unknowns {
                let (old_low, old_high) = (bounds.low[*at], bounds.high[*at]);
                let new_low = old_low.max(least.saturating_sub(high - old_high));
                let new_high = old_high.min(most.saturating_sub(low - old_low));
                if (new_low, new_high) != (old_low, old_high) {
                    (bounds.low[*at], bounds.high[*at]) = (new_low, new_high);
                    for other in &self.of[*at] {
                        if !changed.contains(other) {
                            changed.push(*other);
                        }
                    }
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by trying every table.
    fn by_enumeration(micro: &Micro, number: &[usize], most: i64) -> i64 {
        let of = |table: &[i64], unknowns: &[usize]| unknowns.iter().map(|at| table[*at]).sum::<i64>();
        let count = u32::try_from(micro.truth.len()).expect("few");
        let fitting = (0..(most + 1).pow(count)).filter_map(|mut code| {
            let mut table = micro.truth.clone();
            for value in &mut table {
                (*value, code) = (code % (most + 1), code / (most + 1));
            }
            let fits = micro.sums.iter().all(|sum| of(&table, sum) == of(&micro.truth, sum));
            fits.then(|| of(&table, number))
        });
        let all: Vec<i64> = fitting.collect();
        all.iter().max().expect("the true one") - all.iter().min().expect("the true one")
    }

    #[test]
    fn what_is_open_is_what_enumeration_leaves_open() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let truth: Vec<i64> = (0..6).map(|_| i64::try_from(random(3)).expect("small")).collect();
            let mut micro = Micro::new(truth, |_| true);
            micro.tell((0..6).collect());
            micro.most = vec![4; 6];
            for _ in 0..random(5) {
                micro.tell((0..6).filter(|_| random(2) == 0).collect());
            }
            let number: Vec<usize> = (0..6).filter(|_| random(3) == 0).collect();
            let width = by_enumeration(&micro, &number, 4);
            for apart in 1..5 {
                let expected = if width >= apart { Open::Enough } else { Open::Only(width) };
                assert_eq!(micro.open(&number, apart), expected, "{micro:?} {number:?}");
            }
        }
    }
}
