//! The label fields of whole rows, as one key.

mod block;
mod part;

use part::Part;

use crate::data::Dim;
use crate::ingest::plan::Plan;
use crate::ingest::records::{Lines, Record};

/// Room for pairs of numbers: 16 MB. Rows with others take the long way.
const MOST: usize = 1 << 22;

/// Remembers which entry the label fields of a row belong to: two lookups in place of one per field. Exact: all bytes are compared.
///
/// The labels of a school and its year are one part, those of its pupils the other. Of each there are few, so that both lookups find what
/// they need near the processor; whole rows have too many different keys for that.
#[derive(Debug)]
pub(crate) struct Keys {
    parts: [Part; 2],
    /// Entry plus one, by both numbers; 0 where the pair has not been met.
    entries: Vec<u32>,
    /// Bits of the second number.
    bits: u32,
    /// Both numbers of each row that was looked up.
    numbers: [Vec<u32>; 2],
}

/// A row, by the index of its first mark, and the entry that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) start: u32,
    pub(crate) entry: u32,
}

impl Found {
    pub(crate) fn new(start: u32, entry: usize) -> Self {
        // There are fewer entries than keys, whose numbers have 32 bits.
        Self { start, entry: u32::try_from(entry).unwrap_or(u32::MAX) }
    }
}

impl Keys {
    /// For rows whose labels stand in the columns of this plan.
    pub(crate) fn new(plan: &Plan) -> Self {
        let of_pupils = |dim: Dim| dim == Dim::Programme || dim.is_group();
        let (pupils, schools): (Vec<(Dim, usize)>, Vec<_>) = plan.dims.iter().partition(|(dim, _)| of_pupils(*dim));
        let columns = |dims: Vec<(Dim, usize)>| dims.into_iter().map(|(_, column)| column);
        let of_schools = [plan.school, plan.code, plan.year].into_iter().flatten().chain(columns(schools));
        Self {
            parts: [Part::new(of_schools), Part::new(columns(pupils))],
            entries: Vec::new(),
            bits: 0,
            numbers: Default::default(),
        }
    }

    /// Looks the label fields of many rows up.
    pub(crate) fn look_up(&mut self, rows: Lines<'_>) {
        for (part, numbers) in self.parts.iter_mut().zip(&mut self.numbers) {
            part.numbers(rows, numbers);
        }
    }

    /// Finds the entries of rows that were looked up, from `from` on, until one is not remembered; returns which.
    #[inline(never)]
    pub(crate) fn find(&mut self, rows: Lines<'_>, from: usize, found: &mut Vec<Found>) -> usize {
        let [first, second] = &self.numbers;
        for index in from..rows.len() {
            let (Some(first), Some(second)) = (first.get(index), second.get(index)) else { return index };
            // The place is beyond all entries where a number stands for none.
            let place = (*first as usize) << self.bits | *second as usize;
            let Some(entry) = self.entries.get(place).and_then(|entry| entry.checked_sub(1)) else { return index };
            found.push(Found { start: rows.start(index), entry });
        }
        rows.len()
    }

    /// The entry of a record's labels, if it is remembered.
    pub(crate) fn get(&mut self, record: Record<'_>) -> Option<usize> {
        let (text, marks) = record.plain()?;
        self.entry(text, marks).map(|entry| entry as usize)
    }

    #[inline]
    fn entry(&mut self, text: &[u8], marks: &[u32]) -> Option<u32> {
        let [first, second] = &mut self.parts;
        let (first, second) = (first.get(text, marks)?, second.get(text, marks)?);
        self.entries.get(first << self.bits | second)?.checked_sub(1)
    }

    /// Remembers the entry of a record's labels, which are not remembered yet.
    pub(crate) fn put(&mut self, record: Record<'_>, entry: usize) {
        let (Some((text, marks)), Ok(entry)) = (record.plain(), u32::try_from(entry + 1)) else { return };
        let [first, second] = self.parts.each_mut().map(|part| part.number(text, marks));
        let (Some(first), Some(second)) = (first, second) else { return };
        while second >> self.bits > 0 {
            self.widen();
        }
        let place = first << self.bits | second;
        if place < MOST {
            if place >= self.entries.len() {
                self.entries.resize((first + 1).next_power_of_two() << self.bits, 0);
            }
            self.entries[place] = entry;
        }
    }

    /// Doubles the room for second numbers.
    fn widen(&mut self) {
        let mut wide = Vec::new();
        for row in self.entries.chunks(1 << self.bits) {
            wide.extend_from_slice(row);
            wide.resize(wide.len() + row.len(), 0);
        }
        wide.truncate(MOST);
        self.entries = wide;
        self.bits += 1;
    }
}

#[cfg(test)]
mod tests;
