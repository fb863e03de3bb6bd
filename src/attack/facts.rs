//! Printed strings → bounds and ties (3.1), and the list of what was withheld.

use super::document::{Column, Document, Kind, Method, Rule, Says, Table};
use super::model::{HALF_MILLIONTHS, MOST_PUPILS, Model, PER_THOUSANDTH, common, scale};
use super::printed::{Decimal, Printed, Reader, plain};
use super::system::{INFINITE, Pairs, short};
use super::wilson::{self, Limit};

/// 100 %, in the units of printed values.
const WHOLE: i64 = 100 * HALF_MILLIONTHS;

/// Intervals of larger groups are too narrow, beside what rounding leaves open, for their number of pupils to be searched.
const LARGEST_SEARCHED: i64 = 3000;

/// What is known of a quantity from strings alone.
const SHOWN: u8 = 1;
const WITHHELD: u8 = 2;

/// A withheld number: pupils of a group (`measure` is `None`), or the numerator or sum of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) var: u32,
    pub(super) group: u32,
    pub(super) measure: Option<usize>,
    /// Quantity of its number of pupils.
    pub(super) base: u32,
    /// Withheld only to protect others.
    pub(super) spared: bool,
}

/// What was read.
#[derive(Default)]
pub(super) struct Facts {
    /// Sorted by unknown, each once.
    pub(super) targets: Vec<Target>,
    /// Values shown by us: group and measure.
    pub(super) shown: Vec<(u32, usize)>,
    /// Numbers of pupils shown by us.
    pub(super) counts: Vec<u32>,
    /// Which unknowns are printed as numbers of pupils.
    pub(super) published: Vec<bool>,
    /// Strings that could not be understood.
    pub(super) unreadable: u32,
    /// Marks that tell one withheld cell from another.
    pub(super) marks: u32,
    /// Quantities shown in one place and withheld in another.
    pub(super) indirect: u32,
}

/// A printed value: from … to, in half millionths.
#[derive(Clone, Copy)]
struct Range(i64, i64);

/// An interval of which limits have been read.
struct Between {
    group: u32,
    of: usize,
    method: Method,
    low: Option<Range>,
    high: Option<Range>,
}

struct Read<'m, 'd> {
    model: &'m mut Model<'d>,
    reader: Reader,
    facts: Facts,
    status: Vec<u8>,
    between: Vec<Between>,
    used: [Vec<i64>; 2],
    /// Whether the table at hand counts as known, and whether its cells are ours.
    applies: bool,
    ours: bool,
}

/// Reads all strings. With `public_only`, what is withheld is listed from all tables, but only public ones are believed.
pub(super) fn read(document: &Document, model: &mut Model<'_>, public_only: bool) -> Facts {
    let unknowns = model.system.lo.len();
    let mut read = Read {
        model,
        reader: Reader::of(document),
        facts: Facts { published: vec![false; unknowns], ..Facts::default() },
        status: vec![0; unknowns],
        between: Vec::new(),
        used: [Vec::new(), Vec::new()],
        applies: true,
        ours: true,
    };
    for table in &document.tables {
        read.ours = !table.public;
        read.applies = table.public || !public_only;
        read.table(table);
    }
    read.finish()
}

impl Read<'_, '_> {
    fn table(&mut self, table: &Table) {
        for (at, row) in table.rows.iter().enumerate() {
            let Some(group) = self.model.group(&row.group) else { continue };
            if row.cells.len() != table.columns.len() {
                self.facts.unreadable += 1;
            }
            for (place, (column, text)) in table.columns.iter().zip(&row.cells).enumerate() {
                let spared = table.spared.contains(&(at, place));
                if *column != Column::Words && self.cell(group, *column, &plain(text), spared).is_none() {
                    self.facts.unreadable += 1;
                }
            }
            self.intervals();
        }
    }

    /// `None` where the string cannot be understood.
    fn cell(&mut self, group: u32, column: Column, text: &str, spared: bool) -> Option<()> {
        let other = self.reader.without_number(text);
        let (of, decimals) = match column {
            Column::Words => return Some(()),
            Column::Pupils => return self.pupils(group, None, text, other, spared),
            Column::Base(of) => return self.pupils(group, Some(of), text, other, spared),
            Column::Share { of, decimals }
            | Column::Rest { of, decimals }
            | Column::Mean { of, decimals }
            | Column::Interval { of, decimals, .. }
            | Column::Low { of, decimals, .. }
            | Column::High { of, decimals, .. }
            | Column::Basis { of, decimals, .. } => (of, decimals),
        };
        let measures = self.model.measures;
        let measure = measures.get(of)?;
        let is_mean = matches!(measure.kind, Kind::Mean { .. });
        let fits = match column {
            Column::Share { .. } | Column::Rest { .. } => !is_mean,
            Column::Mean { .. } => is_mean,
            _ => true,
        };
        if !fits {
            return None;
        }
        if let Some(other) = other {
            return self.marked(group, of, column, other, spared);
        }
        let rounded = measure.rounded_to;
        let range = |number: Decimal| range(number, decimals, rounded);
        match column {
            Column::Share { .. } => self.share(group, of, false, range(self.reader.value(text)?)?)?,
            Column::Rest { .. } => self.share(group, of, true, range(self.reader.value(text)?)?)?,
            Column::Mean { .. } => self.mean(group, of, 1, range(self.reader.value(text)?)?)?,
            Column::Low { method, .. } => self.limit(group, of, method, Some(range(self.reader.value(text)?)?), None),
            Column::High { method, .. } => self.limit(group, of, method, None, Some(range(self.reader.value(text)?)?)),
            Column::Interval { method, .. } => {
                let (low, high) = self.reader.limits(text)?;
                self.limit(group, of, method, Some(range(low)?), Some(range(high)?));
            }
            Column::Basis { method, .. } => {
                let (pupils, between) = self.reader.basis(text)?;
                let limits = match between {
                    Some((low, high)) => Some((range(low)?, range(high)?)),
                    None => None,
                };
                self.count(group, self.model.layouts[of].base, pupils)?;
                if let Some((low, high)) = limits {
                    self.limit(group, of, method, Some(low), Some(high));
                }
                return Some(());
            }
            Column::Pupils | Column::Base(_) | Column::Words => {}
        }
        self.set(self.model.var(group, self.model.layouts[of].value), SHOWN);
        Some(())
    }

    fn set(&mut self, var: u32, what: u8) {
        if self.ours {
            self.status[var as usize] |= what;
        }
    }

    fn bound(&mut self, var: u32, lo: i64, hi: i64) {
        if self.applies {
            self.model.system.bound(var, lo, hi);
        }
    }

    fn pupils(
        &mut self,
        group: u32,
        of: Option<usize>,
        text: &str,
        other: Option<Printed>,
        spared: bool,
    ) -> Option<()> {
        let quantity = match of {
            None => 0,
            Some(of) => self.model.layouts.get(of)?.base,
        };
        let var = self.model.var(group, quantity);
        match other {
            Some(Printed::Nothing) => {}
            Some(Printed::Mark(_, Says::RestWithheld { .. })) => return None,
            Some(other) => {
                if self.mark(var, var, other, 0) {
                    self.target(group, None, quantity, quantity, spared);
                }
            }
            None => {
                let pupils = self.reader.count(text)?;
                self.count(group, quantity, pupils)?;
            }
        }
        Some(())
    }

    fn count(&mut self, group: u32, quantity: u32, pupils: i64) -> Option<()> {
        let var = self.model.var(group, quantity);
        if pupils > MOST_PUPILS {
            return None;
        }
        self.bound(var, pupils, pupils);
        self.facts.published[var as usize] |= self.applies;
        self.set(var, SHOWN);
        if self.ours {
            self.facts.counts.push(var);
        }
        Some(())
    }

    /// A mark under a value.
    fn marked(&mut self, group: u32, of: usize, column: Column, other: Printed, spared: bool) -> Option<()> {
        let layout = self.model.layouts[of];
        let value = self.model.var(group, layout.value);
        let withheld = match (other, column, layout.rest) {
            (Printed::Nothing, ..) => return Some(()),
            (Printed::FewerThan(_), Column::Basis { .. }, _) => {
                self.mark(self.model.var(group, layout.base), value, other, 0)
            }
            (Printed::FewerThan(_), ..) => return None,
            (_, Column::Share { .. }, Some(rest)) => self.mark(value, self.model.var(group, rest), other, 1),
            (_, Column::Rest { .. }, Some(rest)) => self.mark(self.model.var(group, rest), value, other, 1),
            (Printed::Mark(_, Says::Exactly(_)), ..) => false,
            // The bounds of a legend are of pupils, not of sums and limits.
            (Printed::Mark(at, says), ..) => {
                self.use_mark(short(at).into(), says, 1);
                true
            }
        };
        if withheld {
            self.target(group, Some(of), layout.value, layout.base, spared);
            if matches!(column, Column::Basis { .. }) {
                self.target(group, None, layout.base, layout.base, spared);
            }
        }
        Some(())
    }

    /// What a mark says of an unknown, or of those who do not have it; whether it says that the number is withheld.
    fn mark(&mut self, var: u32, rest: u32, mark: Printed, class: usize) -> bool {
        let (at, says) = match mark {
            Printed::Nothing => return false,
            Printed::FewerThan(bound) => (-bound, Says::Withheld { lowest: 0, highest: u32::try_from(bound - 1).ok() }),
            Printed::Mark(at, says) => (short(at).into(), says),
        };
        self.use_mark(at, says, class);
        let most = |highest: Option<u32>| highest.map_or(INFINITE, i64::from);
        match says {
            Says::Withheld { lowest, highest } | Says::WithheldInSource { lowest, highest } => {
                self.bound(var, lowest.into(), most(highest));
            }
            Says::RestWithheld { lowest, highest } => self.bound(rest, lowest.into(), highest.into()),
            Says::Exactly(number) => self.bound(var, number.into(), number.into()),
            Says::Missing => {}
        }
        !matches!(says, Says::Exactly(_) | Says::Missing)
    }

    fn use_mark(&mut self, at: i64, says: Says, class: usize) {
        if self.ours
            && !matches!(says, Says::WithheldInSource { .. } | Says::Missing)
            && !self.used[class].contains(&at)
        {
            self.used[class].push(at);
        }
    }

    fn target(&mut self, group: u32, measure: Option<usize>, quantity: u32, base: u32, spared: bool) {
        let var = self.model.var(group, quantity);
        self.set(var, WITHHELD);
        if self.ours {
            self.facts.targets.push(Target { var, group, measure, base, spared });
        }
    }

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

    fn share(&mut self, group: u32, of: usize, of_the_others: bool, found: Range) -> Option<()> {
        let layout = self.model.layouts[of];
        let quantity = if of_the_others { layout.rest? } else { layout.value };
        if found.1 < 0 || found.0 > WHOLE {
            return None;
        }
        let (var, base) = (self.model.var(group, quantity), self.model.var(group, layout.base));
        self.ratio(var, base, WHOLE, found.0.max(0), found.1.min(WHOLE));
        if self.ours {
            self.facts.shown.push((group, of));
        }
        Some(())
    }

    /// The mean, printed `times` times over.
    fn mean(&mut self, group: u32, of: usize, times: i64, found: Range) -> Option<()> {
        let (length, lowest) = scale(&self.model.measures[of])?;
        let (length, lowest) = (times * length * PER_THOUSANDTH, times * lowest * PER_THOUSANDTH);
        let (from, to) = (found.0 - lowest, found.1 - lowest);
        if to < 0 || from > length {
            return None;
        }
        let layout = self.model.layouts[of];
        let (var, base) = (self.model.var(group, layout.value), self.model.var(group, layout.base));
        self.ratio(var, base, times, from.max(0), to.min(length));
        if self.ours && times == 1 {
            self.facts.shown.push((group, of));
        }
        Some(())
    }

    fn limit(&mut self, group: u32, of: usize, method: Method, low: Option<Range>, high: Option<Range>) {
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
    fn intervals(&mut self) {
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
        if self.applies && (searched_all || last < least + LARGEST_SEARCHED / 2) {
            self.model.system.pairs.push(Pairs { base, having, allowed });
        }
        Some(())
    }

    fn finish(mut self) -> Facts {
        let mut hidden = Vec::new();
        for target in &self.facts.targets {
            let base = self.model.var(target.group, target.base);
            // A value without its number of pupils: that number is withheld as well.
            if target.measure.is_some() && !self.facts.published[base as usize] {
                hidden.push(Target { var: base, measure: None, ..*target });
            }
        }
        for target in &hidden {
            self.status[target.var as usize] |= WITHHELD;
        }
        let targets = &mut self.facts.targets;
        targets.append(&mut hidden);
        // Not spared comes first, and stays.
        targets.sort_unstable();
        targets.dedup_by_key(|target| target.var);
        for group in 0..self.model.groups {
            for layout in &self.model.layouts {
                let of = |quantity| self.status[self.model.var(group, quantity) as usize];
                let (value, base) = (of(layout.value), of(layout.base));
                self.facts.indirect += u32::from(value & SHOWN != 0 && (value | base) & WITHHELD != 0);
            }
        }
        self.facts.indirect +=
            short(self.facts.counts.iter().filter(|var| self.status[**var as usize] & WITHHELD != 0).count());
        self.facts.marks = self.used.iter().map(|used| short(used.len().saturating_sub(1))).sum();
        self.facts
    }
}

/// What a printed value can have been, with so many decimals, of input that was rounded itself.
fn range(number: Decimal, decimals: u8, rounded_to: Option<u8>) -> Option<Range> {
    let unit = |decimals: u8| 10_i64.checked_pow(6_u32.checked_sub(decimals.into())?);
    let value = number.units.checked_mul(unit(number.decimals)?)?.checked_mul(2)?;
    let mut half = unit(decimals.max(number.decimals))?;
    if let Some(rounded) = rounded_to {
        half += unit(rounded)?;
    }
    (value.abs() < INFINITE / 4).then_some(Range(value - half, value + half))
}

/// Whether a value that is shown should not be, by the rule: `k` pupils, those who have it and those who do not.
pub(super) fn breaks_rule(rule: &Rule, pupils: (i64, i64), having: (i64, i64), lacking: (i64, i64)) -> bool {
    let below = |found: (i64, i64), least: u32| found.1 < i64::from(least);
    let all_or_none = below(pupils, rule.all_or_none) && (having.1 == 0 || lacking.1 == 0);
    below(pupils, rule.pupils) || below(having, rule.having) || below(lacking, rule.lacking) || all_or_none
}
