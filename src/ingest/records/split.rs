//! Text → records.

use super::careful::Careful;
use super::index::{Index, PIECE};
use super::lines::Lines;
use super::record::{Fields, Record, Span};
use super::scan::Scanner;
use crate::ingest::encoding::Encoding;

/// Longest text that is cut at once: places in it are kept in 32 bits.
const LONGEST: usize = 1 << 30;

/// Splits text into records as it arrives. Lines end in CRLF, LF or CR; blank lines are no records; fields may be quoted and
/// then hold delimiters, line ends and doubled quotes. What the records are does not depend on how the text is cut.
#[derive(Debug)]
pub(crate) struct Splitter {
    delimiter: u8,
    encoding: Encoding,
    repairs: bool,
    /// Beginning of a record that continues in the next chunk.
    carry: Vec<u8>,
    careful: Careful,
    /// Whether `careful` is in the middle of a record.
    is_careful: bool,
    index: Index,
    spans: Vec<Span>,
    /// Whether the last byte was a CR, so that an LF belongs to the same line end.
    after_cr: bool,
    /// Line on which the current record begins.
    line: u64,
}

/// Takes records as they are cut.
pub(crate) trait Each {
    /// Takes one record.
    fn record(&mut self, record: Record<'_>);

    /// Takes many plain ones.
    fn lines(&mut self, lines: Lines<'_>) {
        (0..lines.len()).filter_map(|index| lines.record(index)).for_each(|record| self.record(record));
    }
}

impl<F: FnMut(Record<'_>)> Each for F {
    fn record(&mut self, record: Record<'_>) {
        self(record);
    }
}

/// How far a text could be cut.
enum Cut {
    /// To its end.
    Done,
    /// To this place, where a record begins that has no end in the text.
    Unfinished(usize),
    /// To this place, where a record begins that is not plain.
    NotPlain(usize),
}

impl Splitter {
    /// A splitter for text with this delimiter; `repairs` text that was encoded twice.
    pub(crate) fn new(delimiter: u8, encoding: Encoding, repairs: bool) -> Self {
        Self {
            delimiter,
            encoding,
            repairs,
            carry: Vec::new(),
            careful: Careful::new(delimiter),
            is_careful: false,
            index: Index::new(),
            spans: Vec::with_capacity(64),
            after_cr: false,
            line: 1,
        }
    }

    /// Feeds text; `each` takes every record that is complete.
    pub(crate) fn push(&mut self, text: &[u8], each: &mut dyn Each) {
        for piece in text.chunks(LONGEST) {
            self.push_piece(piece, each);
        }
    }

    /// Ends the text: the record that waits for its line end is complete.
    pub(crate) fn finish(&mut self, each: &mut dyn Each) {
        let carry = std::mem::take(&mut self.carry);
        if !carry.is_empty() {
            self.read_carefully(&carry, each);
        }
        if self.is_careful {
            self.feed(&[], each);
        }
    }

    fn push_piece(&mut self, mut text: &[u8], each: &mut dyn Each) {
        if self.is_careful && !text.is_empty() {
            match self.feed(text, each) {
                Some(taken) => text = &text[taken..],
                None => return,
            }
        }
        if !self.carry.is_empty() {
            // The record that the last chunk cut: together with the rest of its line, if it is plain.
            let Some(end) = text.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.carry.extend_from_slice(text);
                return;
            };
            let mut record = std::mem::take(&mut self.carry);
            record.extend_from_slice(&text[..=end]);
            text = &text[end + 1..];
            if let Cut::Unfinished(_) | Cut::NotPlain(_) = self.cut(&record, each) {
                self.read_carefully(&record, each);
            }
            record.clear();
            self.carry = record;
            return self.push_piece(text, each);
        }
        while !text.is_empty() {
            let plain = self.cut_plain(text, each);
            text = &text[plain..];
            // What follows is not plain, or the last record: as much of it as was looked at, or all that there is.
            let mut near = text.get(..PIECE).unwrap_or(text);
            let mut found = self.cut(near, each);
            if matches!(found, Cut::Unfinished(0)) && near.len() < text.len() {
                near = text;
                found = self.cut(near, each);
            }
            match found {
                Cut::Done => text = &text[near.len()..],
                Cut::Unfinished(from) if near.len() < text.len() => text = &text[from..],
                Cut::Unfinished(from) => {
                    self.carry.extend_from_slice(&text[from..]);
                    return;
                }
                Cut::NotPlain(from) => match self.read_carefully(&text[from..], each) {
                    Some(taken) => text = &text[from + taken..],
                    None => return,
                },
            }
        }
    }

    /// Cuts records while they are plain: without quotation marks, their lines ending in LF or CRLF. Returns how much of the text
    /// that was.
    fn cut_plain(&mut self, text: &[u8], each: &mut dyn Each) -> usize {
        let mut from = self.skip_line_ends(text, 0);
        loop {
            let rest = &text[from..];
            let piece = rest.get(..PIECE).unwrap_or(rest);
            let Some(lines) = self.index.read(piece, self.delimiter) else { return from };
            let (marks, starts, line) = (&self.index.marks, &self.index.starts[..lines], self.line);
            let (encoding, repairs) = (self.encoding, self.repairs);
            // The bytes after the piece are there for whoever reads several at once.
            let lines = Lines { bytes: rest, marks, starts, encoding, repairs, line };
            each.lines(lines);
            self.line += lines.len() as u64;
            let first = starts.last().map_or(0, |start| *start as usize);
            if first == 0 {
                return from;
            }
            from += self.index.marks[first] as usize;
            self.after_cr = false;
        }
    }

    /// Cuts records whose quoted fields, if any, hold no quotation mark.
    #[inline(never)]
    fn cut(&mut self, text: &[u8], each: &mut dyn Each) -> Cut {
        let mut start = self.skip_line_ends(text, 0);
        let mut scanner = Scanner::new(text, self.delimiter, start);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        while start < text.len() {
            self.spans.clear();
            let mut field = start;
            let mut line_ends = 0;
            let end = loop {
                let Some(at) = scanner.next() else { return Cut::Unfinished(start) };
                let byte = text[at];
                if byte == self.delimiter {
                    self.spans.push((place(field), place(at)));
                    field = at + 1;
                    continue;
                }
                match byte {
                    b'"' if at == field => {
                        let close = loop {
                            let Some(at) = scanner.next() else { return Cut::Unfinished(start) };
                            match text[at] {
                                b'"' => break at,
                                byte => line_ends += u64::from(byte == b'\n'),
                            }
                        };
                        match text.get(close + 1) {
                            None => return Cut::Unfinished(start),
                            Some(b'\n' | b'\r') => {}
                            Some(&byte) if byte == self.delimiter => {}
                            Some(_) => return Cut::NotPlain(start),
                        }
                        self.spans.push((place(field + 1), place(close)));
                        // That byte is structural, so it is the next.
                        let Some(at) = scanner.next() else { return Cut::Unfinished(start) };
                        if text[at] != self.delimiter {
                            break at;
                        }
                        field = at + 1;
                    }
                    // Inside an unquoted field it is a character like others.
                    b'"' => {}
                    _ => {
                        self.spans.push((place(field), place(at)));
                        break at;
                    }
                }
            };
            let (spans, encoding, repairs) = (&self.spans, self.encoding, self.repairs);
            each.record(Record {
                bytes: text,
                fields: Fields::Spans(spans),
                encoding,
                repairs,
                line: self.line,
                line_ends,
            });
            self.line += line_ends + 1;
            self.after_cr = text[end] == b'\r';
            start = end + 1;
            if matches!(text.get(start), Some(b'\n' | b'\r')) {
                start = self.skip_line_ends(text, start);
                scanner = Scanner::new(text, self.delimiter, start);
            }
        }
        Cut::Done
    }

    /// Takes the line ends from `from` on, counting lines; returns where the next record begins.
    fn skip_line_ends(&mut self, text: &[u8], from: usize) -> usize {
        let mut at = from;
        while let Some(&byte) = text.get(at) {
            match byte {
                b'\r' => self.line += 1,
                b'\n' => self.line += u64::from(!self.after_cr),
                _ => break,
            }
            self.after_cr = byte == b'\r';
            at += 1;
        }
        at
    }

    /// Begins to read a record byte by byte. Returns how much of the text it took, or `None` where it goes on.
    fn read_carefully(&mut self, text: &[u8], each: &mut dyn Each) -> Option<usize> {
        self.careful.begin();
        self.is_careful = true;
        self.feed(text, each)
    }

    #[cold]
    fn feed(&mut self, text: &[u8], each: &mut dyn Each) -> Option<usize> {
        let complete = self.careful.feed(text)?;
        let (taken, line_ends) = (complete.taken, complete.line_ends);
        let (bytes, spans, encoding, repairs) = (complete.bytes, complete.spans, self.encoding, self.repairs);
        each.record(Record { bytes, fields: Fields::Spans(spans), encoding, repairs, line: self.line, line_ends });
        self.is_careful = false;
        self.after_cr = text[..taken].last() == Some(&b'\r');
        self.line += line_ends + 1;
        Some(taken)
    }
}

#[cfg(test)]
mod tests;
