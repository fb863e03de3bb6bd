//! Printed shares, means and intervals → ties between unknowns.

use super::printed::Decimal;
use super::wilson::{self, Limit};
use super::{Between, Range, Read, SHOWN};
use crate::attack::document::Method;
use crate::attack::model::{HALF_MILLIONTHS, PER_THOUSANDTH, common, scale};
use crate::attack::system::{INFINITE, Pairs};

/// 100 %, in the units of printed values.
const WHOLE: i64 = 100 * HALF_MILLIONTHS;

/// Intervals of larger groups are too narrow, beside what rounding leaves open, for their number of pupils to be searched.
const LARGEST_SEARCHED: i64 = 3000;

impl Read<'_, '_> {
    /// Ties `factor · unknown` to a printed value times the pupils.
    fn ratio(&mut self, var: u32, base: u32, factor: i64, from: i64, to: i64) {
        let divisor = common(factor, common(from, to)).max(1);
        let (factor, from, to) = (factor / divisor, from / divisor, to / divisor);
        self.bound(base, 1, INFINITE);
        if self.applies {
            self.model.system.tie(vec![(var, factor), (base, -from)], 0, INFINITE);
            self.model.system.tie(vec![(base, to), (var, -factor)], 0, INFINITE);
        }
    }

    pub(super) fn share(&mut self, group: u32, of: usize, of_the_others: bool, found: Range) -> Option<()> {
        let layout = self.model.layouts[of];
        let quantity = if of_the_others { layout.rest? } else { layout.value };
        if found.1 < 0 || found.0 > WHOLE {
            return None;
        }
        let (var, base) = (self.model.var(group, quantity), self.model.var(group, layout.base));
        self.ratio(var, base, WHOLE, found.0.max(0), found.1.min(WHOLE));
        Some(())
    }

    /// The mean, printed `times` times over.
    pub(super) fn mean(&mut self, group: u32, of: usize, times: i64, found: Range) -> Option<()> {
        let (length, lowest) = scale(&self.model.measures[of])?;
        let (length, lowest) = (times * length * PER_THOUSANDTH, times * lowest * PER_THOUSANDTH);
        let (from, to) = (found.0 - lowest, found.1 - lowest);
        if to < 0 || from > length {
            return None;
        }
        let layout = self.model.layouts[of];
        let (var, base) = (self.model.var(group, layout.value), self.model.var(group, layout.base));
        self.ratio(var, base, times, from.max(0), to.min(length));
        Some(())
    }

    pub(super) fn limit(&mut self, group: u32, of: usize, method: Method, low: Option<Range>, high: Option<Range>) {
        let at = self.between.iter().position(|found| (found.group, found.of, found.method) == (group, of, method));
        let at = at.unwrap_or_else(|| {
            self.between.push(Between { group, of, method, low: None, high: None });
            self.between.len() - 1
        });
        let found = &mut self.between[at];
        found.low = low.or(found.low);
        found.high = high.or(found.high);
        self.set(self.model.var(group, self.model.layouts[of].value), SHOWN);
    }

    /// What the intervals of a row say.
    pub(super) fn intervals(&mut self) {
        for Between { group, of, method, low, high } in std::mem::take(&mut self.between) {
            let Some(found) = low.zip(high).filter(|(low, high)| low.0 <= high.1) else {
                self.facts.unreadable += 1;
                continue;
            };
            let done = match (method, scale(&self.model.measures[of])) {
                (Method::Wilson(level), None) => self.wilson(group, of, level, found),
                (Method::Symmetric, Some(scale)) => self.symmetric(group, of, scale, found),
                _ => None,
            };
            if done.is_none() {
                self.facts.unreadable += 1;
            }
        }
    }

    fn symmetric(&mut self, group: u32, of: usize, scale: (i64, i64), (low, high): (Range, Range)) -> Option<()> {
        let lowest = scale.1 * PER_THOUSANDTH;
        let cut = low.0 <= lowest || high.1 >= lowest + scale.0 * PER_THOUSANDTH;
        if cut {
            return self.mean(group, of, 1, Range(low.0, high.1));
        }
        self.mean(group, of, 2, Range(low.0 + high.0, low.1 + high.1))
    }

    fn wilson(&mut self, group: u32, of: usize, level: u16, (low, high): (Range, Range)) -> Option<()> {
        let z2 = wilson::z_squared(level)?;
        if !self.applies {
            return Some(());
        }
        let layout = self.model.layouts[of];
        let (base, having) = (self.model.var(group, layout.base), self.model.var(group, layout.value));
        let limit = |range: Range| Limit { from: range.0, to: range.1 };
        let (least, most) = (self.model.system.lo[base as usize].max(1), self.model.system.hi[base as usize]);
        let mut allowed = Vec::new();
        for n in least..=most.min(least + LARGEST_SEARCHED) {
            if let Some((from, to)) = wilson::having(n, limit(low), limit(high), WHOLE, z2) {
                allowed.push((n, from, to));
            }
        }
        // Where the largest n searched fit, larger ones may fit as well.
        let searched_all = most <= least + LARGEST_SEARCHED;
        let last = allowed.last().map_or(0, |last| last.0);
        if searched_all || last < least + LARGEST_SEARCHED / 2 {
            self.model.system.pairs.push(Pairs { base, having, allowed });
        }
        Some(())
    }
}

/// What a printed value can have been, with so many decimals, of input that was rounded itself and moves it so many times as far.
pub(super) fn range(number: Decimal, decimals: u8, rounded_to: Option<u8>, times: i64) -> Option<Range> {
    let unit = |decimals: u8| 10_i64.checked_pow(6_u32.checked_sub(decimals.into())?);
    let value = number.units.checked_mul(unit(number.decimals)?)?.checked_mul(2)?;
    let mut half = unit(decimals.max(number.decimals))?;
    if let Some(rounded) = rounded_to {
        half += times * unit(rounded)?;
    }
    (value.abs() < INFINITE / 4).then_some(Range(value - half, value + half))
}
