//! Parts of the importer by themselves, for `cargo bench --bench pieces`. Nothing else uses them.

use crate::data::{Indicator, Shape};
use crate::ingest::encoding::Encoding;
use crate::ingest::fields::{Reading, Scale};
use crate::ingest::records::{Record, Splitter};
use crate::ingest::spellings::{Meaning, Spellings};

fn each_record(text: &[u8], mut each: impl FnMut(Record<'_>)) {
    let mut splitter = Splitter::new(b';', Encoding::Ascii, false);
    splitter.push(text, &mut each);
    splitter.finish(&mut each);
}

/// Finds the fields of a text with semicolons; returns how many there are.
pub fn scan(text: &[u8]) -> usize {
    let mut fields = 0;
    each_record(text, |record| fields += record.len());
    fields
}

/// Reads one column of a text as values of an indicator; returns how many there are.
pub fn fields(text: &[u8], column: usize, indicator: &Indicator) -> usize {
    let scale = Scale::of(indicator, Shape::PupilRows);
    let mut values = 0;
    each_record(text, |record| {
        values += usize::from(!matches!(scale.read(record, column), Reading::Missing(_)));
    });
    values
}

/// Looks every field of one column up in a dictionary; returns how many different ones there are.
pub fn dictionary(text: &[u8], column: usize) -> usize {
    let mut spellings = Spellings::default();
    each_record(text, |record| {
        let name = || record.text(column).into_owned();
        spellings.number(record.field(column), || Meaning { key: name(), name: name(), ..Meaning::default() });
    });
    spellings.all.len()
}
