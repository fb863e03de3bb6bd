//! Rows of pupils, one by one.

use super::{FileRows, Take, count_trouble};
use crate::data::Dim;
use crate::ingest::entry::Codes;
use crate::ingest::labels::{self, Refused};
use crate::ingest::long::Named;
use crate::ingest::records::is_blank;
use crate::ingest::tally::One;

impl FileRows {
    /// The entry of a pupil's row with labels that have not been met before.
    #[cold]
    pub(super) fn plain_entry(&mut self, take: &mut Take<'_>) -> Result<usize, Refused> {
        let spellings = &mut take.gathered.spellings;
        let codes = labels::codes(take.record, &self.plan, spellings, &self.common, &mut self.joined)?;
        let entry = self.entry(take, &codes)?;
        self.keys.put(take.record, &codes, entry);
        Ok(entry)
    }

    /// The entry of a row that was looked up, of whose labels only the combination is new.
    #[inline(never)]
    pub(super) fn new_combination(&mut self, take: &Take<'_>, index: usize, codes: &Codes) -> Result<usize, Refused> {
        let entry = self.entry(take, codes)?;
        self.keys.put_combination(index, entry);
        Ok(entry)
    }

    /// The entry of these labels, unless rows with them are set aside.
    fn entry(&mut self, take: &Take<'_>, codes: &Codes) -> Result<usize, Refused> {
        let entry = self.cube.entry(codes, || labels::aside(codes, &take.gathered.spellings));
        match self.cube.get(entry).aside {
            Some((reason, dim)) => Err((reason, self.plan.column_of(dim))),
            None => Ok(entry),
        }
    }

    /// Adds one set of a record that is about a pupil.
    pub(super) fn take_pupil(
        &mut self,
        take: &mut Take<'_>,
        codes: &Codes,
        set: usize,
        named: Option<Named>,
    ) -> Result<(), Refused> {
        let entry = self.entry(take, codes)?;
        if let Some(column) = self.plan.pupil {
            self.meet_pupil(take, codes, (set, named), column)?;
        }
        match (named, self.plan.measures[set].value) {
            (Some(Named::Indicator(index)), Some(column)) => {
                self.add_value(take, self.cube.place_of(entry), index, column);
            }
            _ => self.add_pupil(take, entry, set),
        }
        Ok(())
    }

    /// Adds the values of one pupil.
    #[inline(never)]
    pub(super) fn add_pupil(&mut self, take: &mut Take<'_>, entry: usize, set: usize) {
        let first = self.cube.place_of(entry);
        for index in 0..self.plan.scales.len() {
            match self.plan.measures[set].values[index] {
                Some(column) => self.add_value(take, first, index, column),
                None => self.cube.tallies.add_one(first + index, One::BLANK),
            }
        }
    }

    /// Adds one value, however it is written, to the sums of the entry that begin at `place`.
    #[inline(never)]
    pub(super) fn add_value(&mut self, take: &mut Take<'_>, place: usize, index: usize, column: usize) {
        let reading = self.plan.scales[index].read(take.record, column);
        self.evidence[index].see(reading);
        count_trouble(take.file, take.record, reading, index, &self.plan, column);
        self.cube.tallies.add(place + index, reading);
    }

    /// Sees to it that no pupil is counted twice in a school and school year.
    #[inline(never)]
    pub(super) fn meet_pupil(
        &self,
        take: &mut Take<'_>,
        codes: &Codes,
        part: (usize, Option<Named>),
        column: usize,
    ) -> Result<(), Refused> {
        let record = take.record;
        if is_blank(record.field(column)) {
            return Ok(());
        }
        let spellings = &take.gathered.spellings;
        let label = |dim: Dim| spellings[dim.index()].get(codes[dim.index()]).label;
        let part = (part.0, part.1.map(|named| if let Named::Indicator(index) = named { index } else { usize::MAX }));
        let pupil = (record.field(column), label(Dim::School), label(Dim::Year), part);
        let read = self.plan.measures.iter().flat_map(|set| set.values.iter().copied().chain([set.value]).flatten());
        let contents: Vec<&[u8]> = read.map(|column| record.field(column)).collect();
        // The place of the example says nothing of whose row it is.
        take.gathered.pupils.meet(pupil, contents).map_or(Ok(()), |reason| Err((reason, None)))
    }
}
