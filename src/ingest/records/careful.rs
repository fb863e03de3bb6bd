//! Records that are not plain, read byte by byte with `csv-core`.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::record::Span;

/// Reads one record at a time.
#[derive(Debug)]
pub(super) struct Careful {
    reader: Reader,
    output: Vec<u8>,
    output_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    spans: Vec<Span>,
}

/// A record that is complete.
pub(super) struct Complete<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) spans: &'a [Span],
    /// Bytes of the text that it took, its line end among them.
    pub(super) taken: usize,
    /// Line ends inside quoted fields.
    pub(super) line_ends: u64,
}

impl Careful {
    pub(super) fn new(delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (output, ends) = (vec![0; 1024], vec![0; 64]);
        Self { reader, output, output_len: 0, ends, ends_len: 0, spans: Vec::new() }
    }

    /// Begins a record.
    pub(super) fn begin(&mut self) {
        self.reader.reset();
        self.reader.set_line(0);
        self.output_len = 0;
        self.ends_len = 0;
    }

    /// Takes more text of the record; empty text ends it. `None` where it goes on.
    pub(super) fn feed(&mut self, text: &[u8]) -> Option<Complete<'_>> {
        let mut taken = 0;
        loop {
            let rest = &text[taken..];
            let (result, read, written, ended) =
                self.reader.read_record(rest, &mut self.output[self.output_len..], &mut self.ends[self.ends_len..]);
            taken += read;
            self.output_len += written;
            self.ends_len += ended;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return None,
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return Some(self.complete(text, taken)),
            }
        }
    }

    fn complete(&mut self, text: &[u8], taken: usize) -> Complete<'_> {
        self.spans.clear();
        let mut start = 0;
        for &end in &self.ends[..self.ends_len] {
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            self.spans.push((place(start), place(end)));
            start = end;
        }
        // The reader counts every LF it took, also the one that ended the record.
        let line_ends = self.reader.line() - u64::from(text[..taken].last() == Some(&b'\n'));
        Complete { bytes: &self.output[..self.output_len], spans: &self.spans, taken, line_ends }
    }
}
