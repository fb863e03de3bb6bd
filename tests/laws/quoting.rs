//! What is written as RFC 4180 says is read as it was.

use indicator_explorer::data::builtin;
use indicator_explorer::ingest::{Encoding, Layout, Reason, Record, Refusal, Sink, TableReader};
use proptest::prelude::*;

/// Every record below the header, whether it is a row or set aside.
#[derive(Default)]
struct Records(Vec<Vec<Vec<u8>>>);

impl Records {
    fn take(&mut self, record: Record<'_>) {
        self.0.push(record.fields().map(<[u8]>::to_vec).collect());
    }
}

impl Sink for Records {
    fn header(&mut self, _: Encoding, _: &Layout) -> Result<(), Refusal> {
        Ok(())
    }

    fn row(&mut self, record: Record<'_>) {
        self.take(record);
    }

    fn aside(&mut self, record: Record<'_>, _: Reason) {
        self.take(record);
    }
}

fn read(bytes: &[u8], cut: usize) -> Vec<Vec<Vec<u8>>> {
    let (mut sink, mut reader) = (Records::default(), TableReader::new(builtin()));
    bytes.chunks(cut).for_each(|chunk| reader.push(chunk, &mut sink).expect("a table"));
    reader.finish(&mut sink).expect("a table");
    sink.0
}

/// The field as it is read: without the guard `="…"`.
fn unguarded(field: &str) -> Vec<u8> {
    let guarded = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    guarded.unwrap_or(field).as_bytes().to_vec()
}

const HEADER: [&str; 5] = ["Skola", "Läsår", "Närvaro", "Anteckning", "x"];

proptest! {
    #[test]
    fn written_and_read_again(
        rows in prop::collection::vec(prop::array::uniform5("([ -~åäö€\r\n\t😎]|\"|;|,){0,8}"), 0..12),
        delimiter in prop::sample::select(b";,\t|".to_vec()),
        end in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        always in any::<bool>(),
        cut in 1_usize..50,
    ) {
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut builder = csv::WriterBuilder::new();
        let mut writer = builder.delimiter(delimiter).terminator(end).quote_style(style).from_writer(Vec::new());
        writer.write_record(HEADER).expect("memory takes any record");
        for row in &rows {
            writer.write_record(row).expect("memory takes any record");
        }
        let bytes = writer.into_inner().expect("memory takes any record");
        let expected: Vec<Vec<Vec<u8>>> =
            rows.iter().map(|row| row.iter().map(|field| unguarded(field)).collect()).collect();
        prop_assert_eq!(&read(&bytes, usize::MAX), &expected);
        prop_assert_eq!(&read(&bytes, cut), &expected);
    }
}
