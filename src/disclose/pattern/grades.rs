//! What a shown mean tells of single pupils where each has one of few values (V15): how many of them have the lowest, and how many
//! the highest.
//!
//! Twelve pupils with a mean of 19.8 on F 0, E 10, D 12.5, C 15, B 17.5, A 20 are eleven A and one B, which no sum or difference tells.

use crate::disclose::pattern::truth::whole;

/// Units from the lowest value to the highest, at most.
const MOST: i64 = 64;

/// The values that a pupil can have, from the lowest in whole units.
#[derive(Debug)]
pub(super) struct Grades {
    lowest: i64,
    unit: i64,
    /// Those who have the highest value; and turned over, the lowest.
    ends: [End; 2],
}

/// The highest of some values, and how the others add up.
#[derive(Debug)]
struct End {
    top: i64,
    /// The next highest.
    next: i64,
    /// What divides all but the highest.
    common: i64,
    /// How few pupils it takes for the others to have so much more than the least that they can, together.
    more: Vec<i64>,
    /// How few for so much less than the most.
    less: Vec<i64>,
}

impl Grades {
    /// Of some values; `None` of fewer than two, or of many.
    pub(super) fn new(values: &[u64]) -> Option<Self> {
        let mut values: Vec<i64> = values.iter().map(|value| whole(*value)).collect();
        values.sort_unstable();
        values.dedup();
        let lowest = *values.first()?;
        let unit = values.iter().fold(0, |unit, value| divisor(unit, value - lowest));
        let steps: Vec<i64> = values.iter().map(|value| (value - lowest).checked_div(unit).unwrap_or(0)).collect();
        let top = *steps.last().filter(|top| (1..=MOST).contains(*top))?;
        let turned: Vec<i64> = steps.iter().rev().map(|step| top - step).collect();
        Some(Self { lowest, unit, ends: [End::new(&steps, top), End::new(&turned, top)] })
    }

    /// Whether a mean that is shown of so many pupils leaves less choice than half of `least` (or of all of them, where they are
    /// fewer) in how many have the lowest value, or the highest. Their sum is between `from` and `to`. That nothing fits tells, too.
    pub(super) fn are_told(&self, pupils: i64, (from, to): (i64, i64), least: i64) -> bool {
        let [high, low] = &self.ends;
        let (lowest, all) = (pupils.saturating_mul(self.lowest), pupils.saturating_mul(high.top));
        let from = (from.saturating_sub(lowest).saturating_add(self.unit - 1)).div_euclid(self.unit);
        let to = to.saturating_sub(lowest).div_euclid(self.unit);
        let is_narrow = |found: Option<i64>| found.is_none_or(|width| 2 * width < least.min(pupils));
        is_narrow(high.choice(pupils, from, to))
            || is_narrow(low.choice(pupils, all.saturating_sub(to), all.saturating_sub(from)))
    }
}

impl End {
    fn new(steps: &[i64], top: i64) -> Self {
        let others = || steps.iter().filter(|step| **step < top);
        let next = others().max().copied().unwrap_or(0);
        let more: Vec<i64> = others().copied().filter(|step| *step > 0).collect();
        let less: Vec<i64> = others().map(|step| next - step).filter(|step| *step > 0).collect();
        let common = more.iter().fold(0, |common, step| divisor(common, *step)).max(1);
        Self { top, next, common, more: fewest(&more, 2 * top * top), less: fewest(&less, 2 * top * top) }
    }

    /// How many more pupils can have the highest value at most than at least, with a sum between two.
    fn choice(&self, pupils: i64, from: i64, to: i64) -> Option<i64> {
        let fits = |count: &i64| {
            let given = count.saturating_mul(self.top);
            self.fits(pupils - count, from.saturating_sub(given), to.saturating_sub(given))
        };
        // From where it fits but for which sums there are.
        let most = to.div_euclid(self.top).min(pupils);
        let gap = self.top - self.next;
        let least =
            from.saturating_sub(pupils.saturating_mul(self.next)).saturating_add(gap - 1).div_euclid(gap).max(0);
        let near = self.top * self.top;
        let most = { (least.max(most - near)..=most).rev() }.find(fits)?;
        let least = { least..=most.min(least.saturating_add(near)) }.find(fits)?;
        Some(most - least)
    }

    /// Whether so many pupils without the highest value can have a sum between two.
    fn fits(&self, pupils: i64, from: i64, to: i64) -> bool {
        let full = pupils.saturating_mul(self.next);
        let (from, to) = (from.max(0), to.min(full));
        if pupils < 0 || from > to {
            return false;
        }
        let any = |table: &[i64], from: i64, to: i64| {
            let at = |sum: i64| usize::try_from(sum).unwrap_or(usize::MAX).min(table.len());
            table[at(from)..at(to.saturating_add(1))].iter().any(|few| *few <= pupils)
        };
        // Far from both ends there is every sum that has the steps' common divisor (Granville and Walker, 2020).
        let end = whole(self.more.len() as u64);
        let between = (from.max(end), to.min(full - end));
        any(&self.more, from, to)
            || any(&self.less, full - to, full - from)
            || between.1.div_euclid(self.common) * self.common >= between.0
    }
}

/// How few of some steps add up to each sum.
fn fewest(steps: &[i64], most: i64) -> Vec<i64> {
    let mut fewest: Vec<i64> = vec![0];
    for sum in 1..=most {
        let before = steps.iter().filter_map(|step| fewest.get(usize::try_from(sum - step).ok()?));
        let few = before.min().map_or(i64::MAX / 2, |few| few + 1);
        fewest.push(few);
    }
    fewest
}

/// Greatest common divisor of two numbers that are not negative.
fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
