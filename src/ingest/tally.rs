//! Sums of the values of single pupils, while rows stream by.

use std::collections::BTreeMap;

use crate::data::{Cell, Fixed, LeftOut, Missing};
use crate::ingest::fields::{NARROW, Reading};
use crate::stats::FixedSums;

/// Values or empty fields after which the narrow sums are emptied: so many of them have room in 32 bits.
const FULL: u64 = 1 << 11;

/// Sums of narrow values, in thousandths, as small as can be: which sums the next row belongs to cannot be foreseen, and all that there
/// are should fit beside the processor.
#[derive(Clone, Copy, Debug, Default)]
struct Narrow {
    /// From the lowest bit: number of values (16), number of empty fields (16), sum of the values (32). One addition does for all.
    packed: u64,
    squares: u64,
}

/// What one field adds to [`Narrow::packed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct One(u64);

impl One {
    /// An empty field.
    pub(crate) const BLANK: Self = Self(1 << 16);

    /// A value in thousandths, from 0 to [`NARROW`].
    #[inline]
    pub(crate) fn of(thousandths: i32) -> Self {
        Self(1 | u64::from(thousandths.unsigned_abs()) << 32)
    }

    /// How many values it is: one or none.
    #[inline]
    pub(crate) fn values(self) -> u64 {
        self.0 & 1
    }

    /// Whether it is a value between nought and one.
    #[inline]
    pub(crate) fn is_fraction(self) -> bool {
        (self.0 >> 32).wrapping_sub(1) < 999
    }

    /// Whether it is a value above one.
    pub(crate) fn is_beyond(self) -> bool {
        self.0 >> 32 > 1000
    }

    /// A value in thousandths; `None` where it is not from 0 to [`NARROW`].
    pub(crate) fn value(thousandths: i32) -> Option<Self> {
        (0..=NARROW).contains(&thousandths).then(|| Self::of(thousandths))
    }
}

/// Sums that are loaded together.
#[derive(Clone, Debug, Default)]
#[repr(align(64))]
struct Line([Narrow; LINE]);

/// Sums in a line.
pub(crate) const LINE: usize = 4;

/// Sums of many groups, each with the same number of indicators.
#[derive(Debug, Default)]
pub(crate) struct Tallies {
    lines: Vec<Line>,
    /// As many as have been needed so far.
    left_out: Vec<[u32; Missing::ALL.len()]>,
    /// Values that are not narrow, and narrow sums that were full.
    wide: BTreeMap<usize, FixedSums>,
}

impl Tallies {
    /// Room for `count` more lines of sums.
    pub(crate) fn grow(&mut self, count: usize) {
        self.lines.resize(self.lines.len() + count, Line::default());
    }

    /// Adds what one pupil's field says to the sums at `place`.
    pub(crate) fn add(&mut self, place: usize, reading: Reading) {
        match reading {
            Reading::Narrow(value) => match One::value(value) {
                Some(one) => self.add_one(place, one),
                None => self.add_millionths(place, i64::from(value) * PER_THOUSANDTH),
            },
            Reading::Wide(value) => self.add_millionths(place, value.millionths()),
            // Of a single pupil a bound is nothing that could be shown.
            Reading::Within(_) => self.leave_out(place, Missing::WithheldInSource, 1),
            Reading::Missing(reason) => self.leave_out(place, reason, 1),
            Reading::Sentinel => self.leave_out(place, Missing::Blank, 1),
        }
    }

    fn leave_out(&mut self, place: usize, reason: Missing, fields: u32) {
        if place >= self.left_out.len() {
            self.left_out.resize(self.lines.len() * LINE, Default::default());
        }
        self.left_out[place][reason.index()] += fields;
    }

    /// Adds what one field says to the sums at `place`.
    pub(crate) fn add_one(&mut self, place: usize, one: One) {
        if !self.has_added(place, one) {
            self.empty(place);
            self.has_added(place, one);
        }
    }

    /// Adds what one field says to the sums at `place`, if they have room.
    #[inline]
    pub(crate) fn has_added(&mut self, place: usize, One(one): One) -> bool {
        let Some(line) = self.lines.get_mut(place / LINE) else { return false };
        let narrow = &mut line.0[place % LINE];
        let packed = narrow.packed + one;
        let has_room = packed & (FULL | FULL << 16) == 0;
        if has_room {
            narrow.packed = packed;
            narrow.squares += (one >> 32) * (one >> 32);
        }
        has_room
    }

    /// Makes room for more values.
    #[cold]
    fn empty(&mut self, place: usize) {
        let full = std::mem::take(&mut self.lines[place / LINE].0[place % LINE]);
        self.leave_out(place, Missing::Blank, full.blank());
        self.add_wide(place, full.in_millionths());
    }

    #[cold]
    fn add_millionths(&mut self, place: usize, millionths: i64) {
        let mut one = FixedSums::default();
        one.push(millionths);
        self.add_wide(place, one);
    }

    #[cold]
    fn add_wide(&mut self, place: usize, sums: FixedSums) {
        let wide = self.wide.entry(place).or_default();
        *wide = wide.merged(sums);
    }

    /// The cell at `place`.
    pub(crate) fn cell(&self, place: usize) -> Cell {
        let narrow = self.lines[place / LINE].0[place % LINE];
        let sums = narrow.in_millionths();
        let sums = self.wide.get(&place).map_or(sums, |wide| sums.merged(*wide));
        let mut left_out = LeftOut::default();
        if let Some(counts) = self.left_out.get(place) {
            for reason in Missing::ALL {
                left_out.add(reason, counts[reason.index()]);
            }
        }
        left_out.add(Missing::Blank, narrow.blank());
        Cell { sums, left_out, ..Cell::default() }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "fields of 16 bits and of 32")]
impl Narrow {
    fn blank(self) -> u32 {
        u32::from((self.packed >> 16) as u16)
    }

    fn in_millionths(self) -> FixedSums {
        FixedSums {
            n: u64::from(self.packed as u16),
            sum: i128::from(self.packed >> 32) * i128::from(PER_THOUSANDTH),
            sum_sq: u128::from(self.squares) * u128::from((PER_THOUSANDTH * PER_THOUSANDTH).unsigned_abs()),
        }
    }
}

/// Millionths.
const PER_THOUSANDTH: i64 = Fixed::SCALE / 1000;

const _: () = assert!((NARROW as u64) * FULL < 1 << 32, "narrow sums have room");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_and_wide_values_give_the_sums_of_millionths() {
        let values = ["87.4", "-3", "0", "100", "12.345678", "999999"];
        let mut tallies = Tallies::default();
        tallies.grow(1);
        let mut expected = FixedSums::default();
        for text in values {
            let value = Fixed::from_f64(text.parse().expect("a number")).expect("in range");
            expected.push(value.millionths());
            let thousandths = value.millionths() / 1000;
            let is_narrow = thousandths * 1000 == value.millionths() && thousandths.abs() <= i64::from(NARROW);
            let narrow = i32::try_from(thousandths).ok().filter(|_| is_narrow);
            tallies.add(1, narrow.map_or(Reading::Wide(value), Reading::Narrow));
        }
        tallies.add(1, Reading::Missing(Missing::OutOfRange));
        assert_eq!(tallies.cell(1).sums, expected);
        assert_eq!(tallies.cell(1).left_out.of(Missing::OutOfRange), 1);
        assert_eq!(tallies.cell(0), Cell::default());
    }
}
