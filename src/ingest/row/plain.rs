//! Plain rows of pupils, many at a time: first the entry of each, and then column by column.

use super::words::Words;
use super::{FileRows, Take};
use crate::ingest::evidence::Seen;
use crate::ingest::gather::Gathered;
use crate::ingest::keys::Found;
use crate::ingest::records::Lines;
use crate::ingest::report::FileReport;
use crate::ingest::tally::{One, Tallies};

impl FileRows {
    /// Adds plain rows, each a pupil's, column by column.
    pub(super) fn take_plain(&mut self, gathered: &mut Gathered, file: &mut FileReport, rows: Lines<'_>) {
        self.found.clear();
        self.keys.look_up(rows);
        let mut next = 0;
        while next < rows.len() {
            next = self.keys.find(rows, next, &mut self.found);
            if let Some(record) = rows.record(next) {
                let mut take = Take { gathered: &mut *gathered, file: &mut *file, index: 0, record };
                let entry = match self.keys.codes(next) {
                    Some(codes) => self.new_combination(&take, next, &codes),
                    None => self.plain_entry(&mut take),
                };
                match entry {
                    Ok(entry) => self.found.push(Found::new(rows.start(next), entry)),
                    Err(refused) => self.set_aside(file, record, refused),
                }
                next += 1;
            }
        }
        file.rows_used += self.found.len() as u64;
        self.is_odd.clear();
        self.is_odd.resize(self.found.len(), false);
        self.some_odd = false;
        for index in 0..self.plan.scales.len() {
            self.add_column(rows, index, self.plan.measures[0].values[index]);
        }
        if !self.some_odd {
            return;
        }
        // What is not written plainly takes the long way, in the order of the file.
        for number in 0..self.found.len() {
            let found = self.found[number];
            if self.is_odd[number]
                && let Some(record) = rows.record_at(found.start)
            {
                self.add_odd(&mut Take { gathered: &mut *gathered, file: &mut *file, index: 0, record }, rows, found);
            }
        }
    }

    /// Adds one column of the rows that were found, where it is written plainly.
    fn add_column(&mut self, rows: Lines<'_>, index: usize, column: Option<usize>) {
        let (words, scale, stride) = (&mut self.words[index], self.plan.scales[index], self.cube.place_of(1));
        let tallies = &mut self.cube.tallies;
        let mut seen = Seen::default();
        let mut next = 0;
        while next < self.found.len() {
            if let Some(column) = column {
                let place = |found: Found| found.entry as usize * stride + index;
                next += add_known(rows, &self.found[next..], column, words, tallies, place, &mut seen);
            }
            let Some(found) = self.found.get(next) else { break };
            let one = match column {
                Some(column) => rows.key(found.start, column).and_then(|key| words.read(key, scale)),
                // A column that is not there is as good as an empty one.
                None => Some(One::BLANK),
            };
            if let Some(one) = one {
                seen.add(one);
                tallies.add_one(found.entry as usize * stride + index, one);
            } else {
                (self.is_odd[next], self.some_odd) = (true, true);
            }
            next += 1;
        }
        self.evidence[index].see_all(seen);
    }

    /// Adds the fields of a row that are not written plainly.
    #[cold]
    fn add_odd(&mut self, take: &mut Take<'_>, rows: Lines<'_>, found: Found) {
        for index in 0..self.plan.scales.len() {
            let Some(column) = self.plan.measures[0].values[index] else { continue };
            let (words, scale) = (&mut self.words[index], self.plan.scales[index]);
            if rows.key(found.start, column).and_then(|key| words.read(key, scale)).is_none() {
                self.add_value(take, self.cube.place_of(found.entry as usize), index, column);
            }
        }
    }
}

/// Adds one column of rows while its words are remembered and the sums have room; returns of how many rows. Of a remembered word
/// it has been seen already what it says, only not how often.
#[inline(never)]
fn add_known(
    rows: Lines<'_>,
    all: &[Found],
    column: usize,
    words: &Words,
    tallies: &mut Tallies,
    place: impl Fn(Found) -> usize,
    seen: &mut Seen,
) -> usize {
    let has_fractions = words.has_fractions();
    let (mut values, mut fractions, mut count) = (0, 0, 0);
    for found in all {
        let Some(one) = rows.key(found.start, column).and_then(|key| words.get(key)) else { break };
        if !tallies.has_added(place(*found), one) {
            break;
        }
        values += one.values();
        if has_fractions {
            fractions += u64::from(one.is_fraction());
        }
        count += 1;
    }
    seen.values += values;
    seen.fractions += fractions;
    count
}
