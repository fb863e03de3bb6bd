//! Pupil rows → one entry per combination of labels.

use crate::data::{Cell, Dim};
use crate::ingest::entry::{Codes, Entry, count};
use crate::ingest::reason::Reason;
use crate::ingest::tally::{LINE, Tallies};

/// The pupils of one file, added up. Rows are forgotten as soon as they are added.
#[derive(Debug)]
pub(crate) struct Cube {
    /// Hash table: entry number plus one, or 0.
    table: Vec<u32>,
    combinations: Vec<Combination>,
    /// The sums of all entries, whole lines for each.
    pub(crate) tallies: Tallies,
    indicators: usize,
    /// The entry of the row before.
    last: usize,
}

/// One combination of spellings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Combination {
    pub(crate) codes: Codes,
    /// Why its rows are set aside, if they are, and by which dimension.
    pub(crate) aside: Option<(Reason, Dim)>,
}

impl Cube {
    pub(crate) fn new(indicators: usize) -> Self {
        Self { table: vec![0; 1 << 10], combinations: Vec::new(), tallies: Tallies::default(), indicators, last: 0 }
    }

    /// The number of the entry with these codes. `aside` tells, when it is new, whether its rows are set aside.
    #[inline]
    pub(crate) fn entry(&mut self, codes: &Codes, aside: impl FnOnce() -> Option<(Reason, Dim)>) -> usize {
        if let Some(last) = self.combinations.get(self.last)
            && last.codes == *codes
        {
            return self.last;
        }
        let mut place = self.place(codes);
        while self.table[place] != 0 {
            let found = self.table[place] as usize - 1;
            if self.combinations[found].codes == *codes {
                self.last = found;
                return found;
            }
            place = (place + 1) & (self.table.len() - 1);
        }
        self.combinations.push(Combination { codes: *codes, aside: aside() });
        self.tallies.grow(self.lines());
        self.last = self.combinations.len() - 1;
        self.table[place] = u32::try_from(self.combinations.len()).unwrap_or(u32::MAX);
        if self.combinations.len() * 2 > self.table.len() {
            self.rehash();
        }
        self.last
    }

    /// The entry with this number.
    #[inline]
    pub(crate) fn get(&self, entry: usize) -> &Combination {
        &self.combinations[entry]
    }

    /// Place of an entry's first sum in the tallies.
    #[inline]
    pub(crate) fn place_of(&self, entry: usize) -> usize {
        entry * self.lines() * LINE
    }

    /// Lines of sums that an entry has.
    #[inline]
    fn lines(&self) -> usize {
        self.indicators.div_ceil(LINE)
    }

    /// Where the search for these codes begins.
    #[inline]
    fn place(&self, codes: &Codes) -> usize {
        let hash = codes
            .iter()
            .fold(0_u64, |hash, code| (hash.rotate_left(5) ^ u64::from(*code)).wrapping_mul(0x517c_c1b7_2722_0a95));
        (hash >> 32) as usize & (self.table.len() - 1)
    }

    fn rehash(&mut self) {
        self.table = vec![0; self.table.len() * 4];
        for number in 0..self.combinations.len() {
            let mut place = self.place(&self.combinations[number].codes);
            while self.table[place] != 0 {
                place = (place + 1) & (self.table.len() - 1);
            }
            self.table[place] = u32::try_from(number + 1).unwrap_or(u32::MAX);
        }
    }

    /// The entries that have pupils, with their cells. There are as many pupils as the indicator with most rows has: in most files
    /// each row says something, or nothing, of every indicator; in long ones a row is about one of them.
    pub(crate) fn into_entries(self) -> Vec<Entry> {
        let entry = |(number, found): (usize, &Combination)| {
            let first = self.place_of(number);
            let cells: Vec<Cell> = (first..first + self.indicators).map(|place| self.tallies.cell(place)).collect();
            let pupils = cells.iter().map(|cell| cell.sums.n + cell.left_out.total()).max().unwrap_or(0);
            (pupils > 0).then(|| Entry { codes: found.codes, pupils: count(pupils), cells })
        };
        self.combinations.iter().enumerate().filter_map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::entry::ABSENT;
    use crate::ingest::fields::Reading;

    #[test]
    fn combinations_are_found_again_among_many() {
        let mut cube = Cube::new(1);
        let codes = |number: u16| {
            let mut codes = [ABSENT; Dim::COUNT];
            (codes[0], codes[1], codes[2], codes[6]) = (number % 97, number / 97, 0, number % 2);
            codes
        };
        for round in 0..2 {
            for number in 0..5000 {
                let entry = cube.entry(&codes(number), || None);
                assert_eq!(entry, usize::from(number), "round {round}");
                cube.tallies.add(cube.place_of(entry), Reading::Narrow(i32::from(number)));
            }
        }
        let entries = cube.into_entries();
        assert_eq!(entries.len(), 5000);
        assert!(entries.iter().all(|entry| entry.known_pupils() == 2 && entry.cells[0].sums.n == 2));
        assert_eq!(entries[4999].cells[0].sums.sum, 2 * 4_999_000);
    }
}
