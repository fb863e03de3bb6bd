//! Which records of a file are rows of its table.

use crate::data::SchoolYear;
use crate::ingest::layout::{self, Layout};
use crate::ingest::reason::Reason;
use crate::ingest::records::{Lines, Record, is_blank};
use crate::ingest::sink::Sink;

/// Line ends that a record may have in its quoted fields. More mean that a quotation mark has no end, and what follows has been
/// read as one field.
const LONGEST_RECORD: u64 = 50;

/// Most characters of a title. Longer texts that name a school year are sentences about the table (`Fr.o.m. läsåret 2022/23 ingår …`).
const LONGEST_TITLE: usize = 60;

/// Where in a file the next record stands.
#[derive(Debug)]
pub(crate) struct Place {
    delimiter: u8,
    /// Records up to the last line of the header.
    before_rows: usize,
    year_in_title: Option<SchoolYear>,
    /// The fields of the header's last line, as bytes: as many as there are captions.
    captions: Vec<Vec<u8>>,
    /// One bit for the length and first byte of each caption.
    beginnings: u64,
    /// Records so far.
    seen: usize,
    /// Whether another table has begun below the first: its rows are of another year or in another order.
    ended: bool,
}

impl Place {
    /// The beginning of a file.
    pub(crate) fn before(layout: &Layout) -> Self {
        Self {
            delimiter: layout.delimiter,
            before_rows: layout.header + 1,
            year_in_title: layout.year_in_title,
            captions: vec![Vec::new(); layout.captions.len()],
            beginnings: 0,
            seen: 0,
            ended: false,
        }
    }

    /// Hands lines on as what they are: plain rows together.
    pub(crate) fn deliver_lines(&mut self, lines: Lines<'_>, sink: &mut impl Sink) {
        let mut from = 0;
        while from < lines.len() {
            let end = self.end_of_rows(lines, from);
            if end > from {
                sink.rows(lines.part(from..end));
            }
            if let Some(record) = lines.record(end) {
                self.deliver(record, sink);
            }
            from = end + 1;
        }
    }

    /// The first line from `from` on that is not certainly a row: as wide as the header, with something in its first two fields, and no
    /// caption first.
    #[inline(never)]
    fn end_of_rows(&self, lines: Lines<'_>, from: usize) -> usize {
        let width = self.captions.len();
        if self.seen < self.before_rows || self.ended || self.year_in_title.is_some() || width < 2 {
            return from;
        }
        let is_row = |index: usize| {
            let (text, marks) = lines.at(index);
            let Some(&[first, second, third]) = marks.first_chunk() else { return false };
            let begins =
                |start: u32, next: u32| start + 1 < next && text.get(start as usize).is_some_and(|byte| *byte > b' ');
            let field = || text.get(first as usize..second as usize - 1).unwrap_or_default();
            lines.width(index) == width && begins(first, second) && begins(second, third) && !self.is_caption(field())
        };
        (from..lines.len()).find(|index| !is_row(*index)).unwrap_or(lines.len())
    }

    /// Hands one record on as what it is.
    #[inline]
    pub(crate) fn deliver(&mut self, record: Record<'_>, sink: &mut impl Sink) {
        if self.seen < self.before_rows {
            self.seen += 1;
            if self.seen == self.before_rows {
                let fields = self.captions.iter_mut().enumerate();
                for (index, caption) in fields {
                    *caption = record.field(index).trim_ascii().to_vec();
                    self.beginnings |= beginning(caption);
                }
            }
            return;
        }
        match self.not_a_row(record) {
            None => sink.row(record),
            Some(reason) => sink.aside(record, reason),
        }
    }

    /// Why a record below the header is no row of the table, if it is not.
    #[inline]
    fn not_a_row(&mut self, record: Record<'_>) -> Option<Reason> {
        if record.line_ends > 0 && self.has_swallowed_lines(record) {
            return Some(Reason::UnclosedQuote);
        }
        let width = self.captions.len();
        // Plain rows, nearly all there are: as wide as the header, and no caption first.
        if record.len() == width && !self.ended && !self.is_caption(record.field(0)) {
            // A title has one or two fields.
            if record.begins(0) && record.begins(1) && (self.year_in_title.is_none() || record.filled() > 2) {
                return None;
            }
        }
        self.ended = self.ended || self.begins_another_table(record);
        if self.ended {
            return Some(Reason::SecondTable);
        }
        if (width..record.len()).any(|index| !is_blank(record.field(index))) {
            return Some(Reason::ExtraFields);
        }
        if record.len() >= width && record.filled_among(4) > 1 && !self.is_header(record) {
            return None;
        }
        self.hardly_a_row(record)
    }

    /// Whether a field is a caption. Few begin as one and are as long.
    #[expect(clippy::inline_always, reason = "a call for each row would cost as much as the rest")]
    #[inline(always)]
    fn is_caption(&self, field: &[u8]) -> bool {
        self.beginnings & beginning(field) != 0 && self.captions.iter().any(|caption| caption == field)
    }

    /// Whether a record below the header is the title or the header of another table: a title with another school year, or the
    /// captions in another order.
    #[cold]
    fn begins_another_table(&self, record: Record<'_>) -> bool {
        // The same title once more is only text: Skolverket repeats it below the table.
        let another_year = || {
            let text = record.text(0);
            let is_short = text.chars().nth(LONGEST_TITLE).is_none();
            is_short && layout::year_in(&text).is_some_and(|year| Some(year) != self.year_in_title)
        };
        if self.year_in_title.is_some() && record.filled() <= 2 && another_year() {
            return true;
        }
        let width = self.captions.len();
        let is_caption = |index: usize| {
            let field = record.field(index).trim_ascii();
            self.captions.iter().any(|caption| caption == field)
        };
        width > 1
            && !is_blank(record.field(0))
            && record.len() >= width
            && (0..width).all(is_caption)
            && !self.is_header(record)
    }

    /// Whether a record is the header once more.
    fn is_header(&self, record: Record<'_>) -> bool {
        self.captions.iter().enumerate().all(|(index, caption)| caption == record.field(index).trim_ascii())
    }

    /// Whether a quotation mark has no end, so that lines of the table stand inside a field: more line ends than any text has, or
    /// nearly as many delimiters as rows would have.
    #[cold]
    fn has_swallowed_lines(&self, record: Record<'_>) -> bool {
        let inside = record.fields().flatten().filter(|byte| **byte == self.delimiter).count() as u64;
        let of_rows = record.line_ends * (self.captions.len() as u64).saturating_sub(1);
        record.line_ends > LONGEST_RECORD || (of_rows > 0 && inside * 10 >= of_rows * 8)
    }

    /// Why a record that does not look plain is no row of the table, if it is not.
    ///
    /// Text between or after the rows has few fields, or stands in the first field of a row that a spreadsheet has filled up with
    /// delimiters. Tables of three columns or less are too narrow to tell.
    #[cold]
    fn hardly_a_row(&self, record: Record<'_>) -> Option<Reason> {
        let width = self.captions.len();
        let filled = record.filled();
        if filled == 0 {
            return Some(Reason::Empty);
        }
        if self.is_header(record) {
            return Some(Reason::RepeatedHeader);
        }
        let few_fields = record.len() <= 3 && record.len() * 2 <= width;
        let alone = filled == 1 && !is_blank(record.field(0));
        (width > 3 && (few_fields || alone)).then_some(Reason::Text)
    }
}

/// A bit for the length and the first byte of a field.
#[inline]
fn beginning(field: &[u8]) -> u64 {
    let first = field.first().map_or(0, |byte| usize::from(*byte));
    1 << ((field.len() * 7 + first) % 64)
}
