//! Sums of the values of single pupils, while rows stream by.

use std::collections::BTreeMap;

use crate::data::{Cell, Fixed, LeftOut, Missing};
use crate::ingest::fields::{NARROW, Reading};
use crate::stats::FixedSums;

/// Values after which the narrow sums are emptied: 2^20 squared times 2^23 has room in 64 bits.
const FULL: u32 = 1 << 23;

/// Sums of narrow values, in thousandths: in wasm, 64-bit sums cost a third of 128-bit ones.
#[derive(Clone, Copy, Debug, Default)]
struct Narrow {
    sum: i64,
    squares: u64,
    n: u32,
    /// Empty fields.
    blank: u32,
}

/// Sums of many groups, each with the same number of indicators.
#[derive(Debug, Default)]
pub(crate) struct Tallies {
    narrow: Vec<Narrow>,
    left_out: Vec<[u32; Missing::ALL.len()]>,
    /// Values that are not narrow, and narrow sums that were full.
    wide: BTreeMap<usize, FixedSums>,
}

impl Tallies {
    /// Room for `count` more sums.
    pub(crate) fn grow(&mut self, count: usize) {
        self.narrow.resize(self.narrow.len() + count, Narrow::default());
        self.left_out.resize(self.left_out.len() + count, Default::default());
    }

    /// Adds what one pupil's field says to the sums at `place`.
    pub(crate) fn add(&mut self, place: usize, reading: Reading) {
        match reading {
            Reading::Narrow(value) => self.add_narrow(place, value),
            Reading::Wide(value) => {
                let mut one = FixedSums::default();
                one.push(value.millionths());
                self.add_wide(place, one);
            }
            Reading::Missing(reason) => self.left_out[place][reason.index()] += 1,
            Reading::Sentinel => self.left_out[place][Missing::Blank.index()] += 1,
        }
    }

    /// Adds a value in thousandths to the sums at `place`.
    #[inline]
    pub(crate) fn add_narrow(&mut self, place: usize, value: i32) {
        let narrow = &mut self.narrow[place];
        narrow.sum += i64::from(value);
        narrow.squares += (i64::from(value) * i64::from(value)).unsigned_abs();
        narrow.n += 1;
        if narrow.n == FULL {
            let full = narrow.in_millionths();
            *narrow = Narrow { blank: narrow.blank, ..Narrow::default() };
            self.add_wide(place, full);
        }
    }

    /// Counts an empty field.
    #[inline]
    pub(crate) fn add_blank(&mut self, place: usize) {
        self.narrow[place].blank += 1;
    }

    #[cold]
    fn add_wide(&mut self, place: usize, sums: FixedSums) {
        let wide = self.wide.entry(place).or_default();
        *wide = wide.merged(sums);
    }

    /// The cell at `place`.
    pub(crate) fn cell(&self, place: usize) -> Cell {
        let narrow = self.narrow[place].in_millionths();
        let sums = self.wide.get(&place).map_or(narrow, |wide| narrow.merged(*wide));
        let mut left_out = LeftOut::default();
        for reason in Missing::ALL {
            left_out.add(reason, self.left_out[place][reason.index()]);
        }
        left_out.add(Missing::Blank, self.narrow[place].blank);
        Cell { sums, left_out, weighted: false }
    }
}

impl Narrow {
    fn in_millionths(self) -> FixedSums {
        let per_thousandth = Fixed::SCALE / 1000;
        FixedSums {
            n: u64::from(self.n),
            sum: i128::from(self.sum) * i128::from(per_thousandth),
            sum_sq: u128::from(self.squares) * u128::from((per_thousandth * per_thousandth).unsigned_abs()),
        }
    }
}

const _: () = assert!((NARROW as u64) * (NARROW as u64) <= u64::MAX / FULL as u64, "narrow sums have room");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_and_wide_values_give_the_sums_of_millionths() {
        let values = ["87.4", "-3", "0", "100", "12.345678", "999999"];
        let mut tallies = Tallies::default();
        tallies.grow(2);
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
