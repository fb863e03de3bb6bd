//! The label fields of whole rows, as one key.

mod block;
mod part;
mod scores;

use part::{NONE, Part};

use crate::data::Dim;
use crate::ingest::entry::Codes;
use crate::ingest::meaning::NO_BAND;
use crate::ingest::plan::Plan;
use crate::ingest::records::{Lines, Record};

/// Room for pairs of numbers: 16 MB. Rows with others take the long way.
const MOST: usize = 1 << 22;

/// Remembers which entry the label fields of a row belong to: two lookups in place of one per field. Exact: all bytes are compared.
///
/// The labels of a school and its year are one part, those of its pupils the other. Of each there are few, so that both lookups find what
/// they need near the processor; whole rows have too many different keys for that. Scores that are put in bands may all be different:
/// of them the band is part of the key, not the bytes.
#[derive(Debug)]
pub(crate) struct Keys {
    parts: [Part; 2],
    /// The column of scores.
    scores: Option<usize>,
    /// By both numbers, what the labels mean; none where they have not been met.
    codes: [Vec<Option<Codes>>; 2],
    /// Dimensions that the first part tells, or every row of the file.
    first: [bool; Dim::COUNT],
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
        let is_score = |dim: Dim| plan.has_scores && dim == Dim::EntryBand;
        let of_pupils = |dim: Dim| dim == Dim::Programme || dim.is_group();
        let (pupils, schools): (Vec<(Dim, usize)>, Vec<_>) = plan.dims.iter().partition(|(dim, _)| of_pupils(*dim));
        let scores = pupils.iter().find(|(dim, _)| is_score(*dim)).map(|(_, column)| *column);
        let columns = |dims: Vec<(Dim, usize)>| dims.into_iter().map(|(_, column)| column);
        let of_schools = [plan.school, plan.code, plan.year].into_iter().flatten().chain(columns(schools));
        let of_pupils = pupils.iter().filter(|(dim, _)| !is_score(*dim)).map(|(_, column)| *column);
        Self {
            parts: [Part::new(of_schools), Part::new(of_pupils)],
            scores,
            codes: Default::default(),
            first: Dim::ALL.map(|dim| pupils.iter().all(|(other, _)| *other != dim)),
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
        if let Some(column) = self.scores {
            for (index, number) in self.numbers[1].iter_mut().enumerate() {
                let band = || scores::band(rows.key(rows.start(index), column), || rows.record(index), column);
                *number = if *number == NONE { NONE } else { band().map_or(NONE, |band| with_band(*number, band)) };
            }
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

    /// What the labels of a row mean that was looked up, if only their combination is new.
    pub(crate) fn codes(&self, index: usize) -> Option<Codes> {
        let [first, second] = [0, 1].map(|part| {
            let number = *self.numbers[part].get(index)?;
            *self.codes[part].get(number as usize)?
        });
        let (first, second) = (first?, second?);
        Some(Dim::ALL.map(|dim| if self.first[dim.index()] { first[dim.index()] } else { second[dim.index()] }))
    }

    /// Remembers the entry of a row that was looked up.
    pub(crate) fn put_combination(&mut self, index: usize, entry: usize) {
        let [first, second] = [0, 1].map(|part| self.numbers[part].get(index).copied().unwrap_or(NONE));
        self.put_pair(first as usize, second as usize, entry);
    }

    /// The entry of a record's labels, if it is remembered.
    pub(crate) fn get(&mut self, record: Record<'_>) -> Option<usize> {
        let (first, second) = self.pair(record)?;
        let entry = self.entries.get(first << self.bits | second)?.checked_sub(1)?;
        Some(entry as usize)
    }

    /// Remembers the entry of a record's labels, which are not remembered yet, and what they mean.
    pub(crate) fn put(&mut self, record: Record<'_>, codes: &Codes, entry: usize) {
        let Some((text, marks)) = record.plain() else { return };
        let [first, second] = self.parts.each_mut().map(|part| part.number(text, marks));
        let (Some(_), Some(_), Some(pair)) = (first, second, self.pair(record)) else { return };
        for (known, number) in self.codes.iter_mut().zip([pair.0, pair.1]) {
            known.resize(known.len().max(number + 1), None);
            known[number] = Some(*codes);
        }
        self.put_pair(pair.0, pair.1, entry);
    }

    /// Both numbers of a record's labels, if they are remembered.
    fn pair(&mut self, record: Record<'_>) -> Option<(usize, usize)> {
        let (text, marks) = record.plain()?;
        let [first, second] = &mut self.parts;
        let (first, second) = (first.get(text, marks)?, second.get(text, marks)?);
        let Some(column) = self.scores else { return Some((first, second)) };
        let band = scores::band(record.key(column), || Some(record), column)?;
        Some((first, with_band(u32::try_from(second).ok()?, band) as usize))
    }

    fn put_pair(&mut self, first: usize, second: usize, entry: usize) {
        let Ok(entry) = u32::try_from(entry + 1) else { return };
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

/// The number of labels that are remembered together with a band.
fn with_band(number: u32, band: u32) -> u32 {
    number * (NO_BAND + 1) + band
}

#[cfg(test)]
mod tests;
