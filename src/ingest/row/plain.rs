//! Plain rows of pupils, many at a time: first the entry of each, and then column by column.

use super::{FileRows, Take};
use crate::ingest::evidence::Seen;
use crate::ingest::fields::Scale;
use crate::ingest::gather::Gathered;
use crate::ingest::keys::Found;
use crate::ingest::records::Lines;
use crate::ingest::report::FileReport;
use crate::ingest::tally::One;

impl FileRows {
    /// Adds plain rows, each a pupil's, column by column.
    pub(super) fn take_plain(&mut self, gathered: &mut Gathered, file: &mut FileReport, rows: Lines<'_>) {
        self.found.clear();
        let mut next = 0;
        while next < rows.len() {
            next = self.keys.find(rows, next, &mut self.found);
            if let Some(record) = rows.record(next) {
                let mut take = Take { gathered: &mut *gathered, file: &mut *file, index: 0, record };
                match self.plain_entry(&mut take) {
                    Ok(entry) => self.found.push(Found::new(rows.start(next), entry)),
                    Err(refused) => self.set_aside(file, record, refused),
                }
                next += 1;
            }
        }
        file.rows_used += self.found.len() as u64;
        self.is_odd.clear();
        self.is_odd.resize(self.found.len(), false);
        for index in 0..self.plan.scales.len() {
            self.add_column(rows, index, self.plan.measures[0].values[index]);
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
    #[inline(never)]
    fn add_column(&mut self, rows: Lines<'_>, index: usize, column: Option<usize>) {
        let (evidence, scale) = (&mut self.evidence[index], self.plan.scales[index]);
        let stride = self.cube.place_of(1);
        let tallies = &mut self.cube.tallies;
        let mut seen = Seen::default();
        for (found, is_odd) in self.found.iter().zip(&mut self.is_odd) {
            // A column that is not there is as good as an empty one.
            let Some((value, is_blank)) =
                column.map_or(Some((0, true)), |column| plain(rows, found.start, column, scale))
            else {
                *is_odd = true;
                continue;
            };
            seen.add(evidence.of_value(value), is_blank);
            tallies.add_one(found.entry as usize * stride + index, One::of(value, is_blank));
        }
        evidence.see_all(seen);
    }

    /// Adds the fields of a row that are not written plainly.
    #[cold]
    fn add_odd(&mut self, take: &mut Take<'_>, rows: Lines<'_>, found: Found) {
        for index in 0..self.plan.scales.len() {
            if let Some(column) = self.plan.measures[0].values[index]
                && plain(rows, found.start, column, self.plan.scales[index]).is_none()
            {
                self.add_value(take, self.cube.place_of(found.entry as usize), index, column);
            }
        }
    }
}

/// What a field says in thousandths, where it is written plainly, and whether it is empty.
#[expect(clippy::inline_always, reason = "a call for each value would cost as much as the rest")]
#[inline(always)]
fn plain(rows: Lines<'_>, start: u32, column: usize, scale: Scale) -> Option<(i32, bool)> {
    let word = rows.word(start, column)?;
    let (value, is_blank) = (scale.plain(word), word.1 == 0);
    (value.is_some() | is_blank).then_some((value.unwrap_or_default(), is_blank))
}
