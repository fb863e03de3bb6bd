//! UTF-8 → records, pushed through `csv-core` in chunks of any size.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// One record: its fields and where it stands in the file.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
    /// Line on which the record begins, from 1.
    pub line: u64,
    /// Line ends inside it, in quoted fields.
    pub line_ends: u64,
}

impl<'a> Record<'a> {
    /// Number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether the record has no field.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of one field; empty beyond the last.
    #[inline]
    pub fn field(&self, index: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(index) else { return &[] };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        match &self.bytes[start..end] {
            // `="00123"` keeps Excel from reading a number into a code.
            [b'=', b'"', guarded @ .., b'"'] => guarded,
            field => field,
        }
    }

    /// All fields.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let record = *self;
        (0..record.len()).map(move |index| record.field(index))
    }

    /// One field as text, without the space around it.
    pub fn text(&self, index: usize) -> &'a str {
        std::str::from_utf8(self.field(index)).unwrap_or_default().trim()
    }

    /// Number of fields that hold something besides space.
    pub fn filled(&self) -> usize {
        self.fields().filter(|field| !field.trim_ascii().is_empty()).count()
    }
}

/// Splits text into records as it arrives. Lines end in CRLF, LF or CR; blank lines are no records; fields may be quoted and
/// then hold delimiters, line ends and doubled quotes.
#[derive(Debug)]
pub(crate) struct Records {
    reader: Reader,
    output: Vec<u8>,
    output_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
    /// Whether bytes of a record have been taken.
    inside: bool,
    /// Whether the last byte was a CR, so that an LF belongs to the same line end.
    after_cr: bool,
    /// Line on which the current record begins.
    line: u64,
}

impl Records {
    /// A splitter for this delimiter.
    pub(crate) fn new(delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (output, ends) = (vec![0; 1024], vec![0; 64]);
        Self { reader, output, output_len: 0, ends, ends_len: 0, inside: false, after_cr: false, line: 1 }
    }

    /// Feeds decoded text; calls `each` for every record that is complete.
    pub(crate) fn push(&mut self, mut text: &[u8], each: &mut impl FnMut(Record<'_>)) {
        loop {
            if !self.inside {
                text = self.skip_line_ends(text);
            }
            if text.is_empty() {
                return;
            }
            let (_, taken) = self.step(text, each);
            text = &text[taken..];
        }
    }

    /// Ends the text: the record that waits for its line end is complete.
    pub(crate) fn finish(&mut self, each: &mut impl FnMut(Record<'_>)) {
        while self.step(&[], each).0 != ReadRecordResult::End {}
    }

    /// Takes the line ends before a record, counting lines.
    fn skip_line_ends<'t>(&mut self, text: &'t [u8]) -> &'t [u8] {
        let mut taken = 0;
        for &byte in text {
            match byte {
                b'\r' => self.line += 1,
                b'\n' => self.line += u64::from(!self.after_cr),
                _ => break,
            }
            self.after_cr = byte == b'\r';
            taken += 1;
        }
        if taken < text.len() {
            self.inside = true;
            self.after_cr = false;
            self.reader.set_line(0);
        }
        &text[taken..]
    }

    /// One call of the push parser: what it says, and how many bytes it took.
    fn step(&mut self, text: &[u8], each: &mut impl FnMut(Record<'_>)) -> (ReadRecordResult, usize) {
        let (result, taken, written, ended) =
            self.reader.read_record(text, &mut self.output[self.output_len..], &mut self.ends[self.ends_len..]);
        self.output_len += written;
        self.ends_len += ended;
        match result {
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::Record => {
                let last = text[..taken].last();
                // The reader counts every LF it took, also the one that ended the record.
                let line_ends = self.reader.line() - u64::from(last == Some(&b'\n'));
                let (bytes, ends) = (&self.output[..self.output_len], &self.ends[..self.ends_len]);
                each(Record { bytes, ends, line: self.line, line_ends });
                self.output_len = 0;
                self.ends_len = 0;
                self.inside = false;
                self.after_cr = last == Some(&b'\r');
                self.line += line_ends + 1;
            }
        }
        (result, taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, cut: usize) -> Vec<(u64, Vec<String>)> {
        let mut found = Vec::new();
        let mut each = |record: Record<'_>| {
            let fields = record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect();
            found.push((record.line, fields));
        };
        let mut records = Records::new(b';');
        for chunk in text.as_bytes().chunks(cut) {
            records.push(chunk, &mut each);
        }
        records.finish(&mut each);
        found
    }

    #[test]
    fn every_line_end_counts_lines_alike_however_the_text_is_cut() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a;b", "", "1;2", "3;\"x\ny\"", "4;5"].join(end);
            let expected = [(2, ["a", "b"]), (4, ["1", "2"]), (5, ["3", "x\ny"]), (7, ["4", "5"])]
                .map(|(line, fields)| (line, fields.map(String::from).to_vec()));
            for cut in 1..text.len() {
                assert_eq!(split(&text, cut), expected, "{end:?} cut {cut}");
            }
        }
    }

    #[test]
    fn long_records_grow_the_buffers() {
        let text = vec!["abcdefghij"; 1000].join(";");
        assert_eq!(split(&text, 64)[0].1.len(), 1000);
        assert_eq!(split(&"x".repeat(10_000), 999)[0].1[0].len(), 10_000);
    }

    #[test]
    fn excel_guards_are_taken_off() {
        assert_eq!(split("=\"0126\";\"=\"\"0127\"\"\";=\"\n", 3)[0].1, ["0126", "0127", "=\""]);
    }

    #[test]
    fn doubled_quotes_are_one() {
        assert_eq!(split("\"a \"\"b\"\"\";c", 3)[0].1, ["a \"b\"", "c"]);
    }
}
