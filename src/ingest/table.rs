//! Bytes of one file → header, rows and the text around them.

use crate::data::Profile;
use crate::ingest::decode::{Decoder, Encoding};
use crate::ingest::records::{Record, Records};
use crate::ingest::report::{Reason, Refusal};
use crate::ingest::sniff::{self, Layout};

/// Bytes that are held back to find out what kind of file it is.
const HEAD: usize = 64 * 1024;

/// Line ends that a record may have in its quoted fields. More mean that a quotation mark has no end, and what follows has been
/// read as one field.
const LONGEST_RECORD: u64 = 50;

/// Receives what a file holds.
pub trait Sink {
    /// The header has been found. An error refuses the file: no row follows.
    fn header(&mut self, encoding: Encoding, layout: &Layout) -> Result<(), Refusal>;
    /// A row of the table.
    fn row(&mut self, record: Record<'_>);
    /// A record below the header that is no row, and why.
    fn aside(&mut self, record: Record<'_>, reason: Reason);
}

/// Reads one file, pushed in chunks of any size; the result does not depend on how it is cut.
#[derive(Debug)]
pub struct TableReader {
    profiles: Vec<Profile>,
    head: Vec<u8>,
    body: Option<Body>,
    refused: Option<Refusal>,
}

/// What is known once the head has been looked at.
#[derive(Debug)]
struct Body {
    decoder: Decoder,
    records: Records,
    text: Vec<u8>,
    layout: Layout,
    seen: usize,
    /// Whether another table has begun below the first: its rows are of another year or in another order.
    ended: bool,
}

/// What is left when a file has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The encoding, which only the end of the file settles.
    pub encoding: Encoding,
    /// Characters that could not be read.
    pub characters_replaced: u64,
}

impl TableReader {
    /// A reader that looks for the columns of these profiles.
    pub fn new(profiles: Vec<Profile>) -> Self {
        Self { profiles, head: Vec::new(), body: None, refused: None }
    }

    /// Takes the next bytes of the file. An error refuses the file; what follows is ignored.
    pub fn push(&mut self, bytes: &[u8], sink: &mut impl Sink) -> Result<(), Refusal> {
        if let Some(refusal) = &self.refused {
            return Err(refusal.clone());
        }
        if let Some(body) = &mut self.body {
            body.push(bytes, sink);
            return Ok(());
        }
        // Exactly the first HEAD bytes are looked at, however the chunks are cut.
        let (to_head, rest) = bytes.split_at(bytes.len().min(HEAD - self.head.len()));
        self.head.extend_from_slice(to_head);
        if self.head.len() < HEAD {
            return Ok(());
        }
        self.open(sink)?;
        self.push(rest, sink)
    }

    /// Ends the file.
    pub fn finish(mut self, sink: &mut impl Sink) -> Result<Ended, Refusal> {
        if self.body.is_none() && self.refused.is_none() {
            self.open(sink)?;
        }
        match (self.refused, self.body) {
            (None, Some(body)) => Ok(body.finish(sink)),
            (refusal, _) => Err(refusal.unwrap_or(Refusal::Empty)),
        }
    }

    /// Looks at the head, and reads it.
    fn open(&mut self, sink: &mut impl Sink) -> Result<(), Refusal> {
        let head = std::mem::take(&mut self.head);
        let opened = self.look_at(&head, sink);
        match opened {
            Ok((mut body, mark)) => {
                body.push(&head[mark..], sink);
                self.body = Some(body);
                Ok(())
            }
            Err(refusal) => {
                self.refused = Some(refusal.clone());
                Err(refusal)
            }
        }
    }

    fn look_at(&self, head: &[u8], sink: &mut impl Sink) -> Result<(Body, usize), Refusal> {
        if let Some(refusal) = no_text(head) {
            return Err(refusal);
        }
        // A first decoder reads the head for its layout only; the second reads the file.
        let (mut looking, mark) = Decoder::for_head(head);
        let mut text = Vec::new();
        looking.push(&head[mark..], &mut text);
        let encoding = looking.encoding();
        if head.len() < HEAD {
            looking.finish(&mut text);
        }
        let layout = sniff::layout(&text, &self.profiles).ok_or(Refusal::Empty)?;
        sink.header(encoding, &layout)?;
        let (decoder, mark) = Decoder::for_head(head);
        text.clear();
        Ok((Body { decoder, records: Records::new(layout.delimiter), text, layout, seen: 0, ended: false }, mark))
    }
}

impl Body {
    fn push(&mut self, bytes: &[u8], sink: &mut impl Sink) {
        self.text.clear();
        self.decoder.push(bytes, &mut self.text);
        let (layout, place) = (&self.layout, (&mut self.seen, &mut self.ended));
        self.records.push(&self.text, &mut |record| deliver(record, layout, (&mut *place.0, &mut *place.1), sink));
    }

    fn finish(mut self, sink: &mut impl Sink) -> Ended {
        self.text.clear();
        self.decoder.finish(&mut self.text);
        let (layout, place) = (&self.layout, (&mut self.seen, &mut self.ended));
        let mut each = |record: Record<'_>| deliver(record, layout, (&mut *place.0, &mut *place.1), sink);
        self.records.push(&self.text, &mut each);
        self.records.finish(&mut each);
        Ended { encoding: self.decoder.encoding(), characters_replaced: self.decoder.replaced() }
    }
}

/// Hands one record on as what it is.
fn deliver(record: Record<'_>, layout: &Layout, (seen, ended): (&mut usize, &mut bool), sink: &mut impl Sink) {
    let index = *seen;
    *seen += 1;
    if index <= layout.header {
        return;
    }
    if has_swallowed_lines(record, layout) {
        sink.aside(record, Reason::UnclosedQuote);
        return;
    }
    *ended = *ended || begins_another_table(record, layout);
    if *ended {
        sink.aside(record, Reason::SecondTable);
        return;
    }
    match not_a_row(record, &layout.captions) {
        None => sink.row(record),
        Some(reason) => sink.aside(record, reason),
    }
}

/// Whether a record below the header is the title or the header of another table: a title with another school year, or the captions
/// in another order.
fn begins_another_table(record: Record<'_>, layout: &Layout) -> bool {
    let captions = &layout.captions;
    let first = record.text(0);
    // The same title once more is only text: Skolverket repeats it below the table.
    let another_year = || sniff::year_in(first).is_some_and(|year| Some(year) != layout.year_in_title);
    if layout.year_in_title.is_some() && record.filled() <= 2 && another_year() {
        return true;
    }
    let is_caption = |text: &str| captions.iter().any(|caption| caption == text);
    let same = || (0..captions.len()).all(|index| record.text(index) == captions[index]);
    captions.len() > 1
        && !first.is_empty()
        && is_caption(first)
        && record
            .fields()
            .take(captions.len())
            .all(|field| is_caption(std::str::from_utf8(field).unwrap_or_default().trim()))
        && record.len() >= captions.len()
        && !same()
}

/// Whether a quotation mark has no end, so that lines of the table stand inside a field: more line ends than any text has, or
/// nearly as many delimiters as rows would have.
fn has_swallowed_lines(record: Record<'_>, layout: &Layout) -> bool {
    if record.line_ends == 0 {
        return false;
    }
    let inside = record.fields().flatten().filter(|byte| **byte == layout.delimiter).count() as u64;
    let of_rows = record.line_ends * (layout.captions.len() as u64).saturating_sub(1);
    record.line_ends > LONGEST_RECORD || (of_rows > 0 && inside * 10 >= of_rows * 8)
}

/// Why a record below the header is no row of the table, if it is not.
///
/// Text between or after the rows has few fields, or stands in the first field of a row that a spreadsheet has filled up with
/// delimiters. Tables of three columns or less are too narrow to tell.
fn not_a_row(record: Record<'_>, captions: &[String]) -> Option<Reason> {
    let width = captions.len();
    if (width..record.len()).any(|index| !record.field(index).trim_ascii().is_empty()) {
        return Some(Reason::ExtraFields);
    }
    let short = record.len() < width;
    if !short
        && record.text(0) != captions[0]
        && record.fields().take(4).filter(|field| !field.trim_ascii().is_empty()).count() > 1
    {
        return None;
    }
    let filled = record.filled();
    if filled == 0 {
        return Some(Reason::Empty);
    }
    if filled >= width && (0..width).all(|index| record.text(index) == captions[index]) {
        return Some(Reason::RepeatedHeader);
    }
    let few_fields = record.len() <= 3 && record.len() * 2 <= width;
    let alone = filled == 1 && !record.text(0).is_empty();
    (width > 3 && (few_fields || alone)).then_some(Reason::Text)
}

/// Recognises files that are no text: workbooks by their signature, others by zero bytes where no byte-order mark explains them.
fn no_text(head: &[u8]) -> Option<Refusal> {
    match head {
        [] => Some(Refusal::Empty),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Refusal::Workbook),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => None,
        _ if head.contains(&0) => Some(Refusal::Binary),
        _ => None,
    }
}
