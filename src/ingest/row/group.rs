//! Aggregated rows.

use super::{FileRows, Take, count_trouble};
use crate::data::{Missing, Slot, Value};
use crate::ingest::drafts::{self, Draft};
use crate::ingest::entry::Codes;
use crate::ingest::fields;
use crate::ingest::labels::{self, Refused};
use crate::ingest::long::Named;
use crate::ingest::reason::Reason;
use crate::ingest::records::is_blank;
use crate::ingest::report::FileReport;

impl FileRows {
    /// Keeps what a record says of a group of pupils.
    pub(super) fn take_group(
        &mut self,
        take: &mut Take<'_>,
        codes: &Codes,
        set: usize,
        named: Option<Named>,
    ) -> Result<(), Refused> {
        if let Some((reason, dim)) = labels::aside(codes, &take.gathered.spellings) {
            return Err((reason, self.plan.column_of(dim)));
        }
        let record = take.record;
        let measures = &self.plan.measures[set];
        let count = |column: usize| match fields::pupils(record.field(column), record.encoding()) {
            Ok(found) => Ok(Slot::new(found)),
            Err(()) => Err((Reason::Pupils, Some(column))),
        };
        let mut pupils = measures.pupils.map(count).transpose()?;
        let blank = Slot::new(Value::Missing(Missing::Blank));
        if named.is_none()
            && pupils == Some(blank)
            && measures.values.iter().flatten().all(|&column| is_blank(record.field(column)))
        {
            return Err((Reason::NoValues, None));
        }
        let mut values = vec![None; self.plan.scales.len()];
        let mut read = |index: usize, column: usize, file: &mut FileReport| {
            let reading = self.plan.scales[index].read(record, column);
            self.evidence[index].see(reading);
            count_trouble(file, record, reading, index, &self.plan, column);
            values[index] = Some(drafts::slot(reading));
        };
        match (named, measures.value) {
            (Some(Named::Indicator(index)), Some(column)) => read(index, column, take.file),
            (Some(Named::Pupils), Some(column)) => pupils = Some(count(column)?),
            _ => {
                for (index, column) in measures.values.iter().enumerate() {
                    if let Some(column) = column {
                        read(index, *column, take.file);
                    }
                }
            }
        }
        self.drafts.push(Draft { codes: *codes, pupils, values, file: take.index, lines: vec![record.line] });
        Ok(())
    }
}
