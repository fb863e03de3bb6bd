//! Many plain records at once, as they lie side by side in the text.

use std::ops::Range;

use super::record::{Fields, Record, key};
use crate::ingest::encoding::Encoding;

/// Lines of text without quotation marks: each is a record, or blank.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    pub(super) bytes: &'a [u8],
    /// Each field begins at a mark and ends one byte before the next.
    pub(super) marks: &'a [u32],
    /// For each line the index of its first mark, and at the end that of the line which would follow.
    pub(super) starts: &'a [u32],
    pub(super) encoding: Encoding,
    pub(super) repairs: bool,
    /// Number of the first line, from 1.
    pub(super) line: u64,
}

impl<'a> Lines<'a> {
    /// How many.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of them.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        let line = self.line + range.start as u64;
        Self { starts: self.starts.get(range.start..=range.end).unwrap_or_default(), line, ..*self }
    }

    /// One line as a record; `None` where it is blank.
    #[inline]
    pub fn record(&self, index: usize) -> Option<Record<'a>> {
        let [start, next] = *self.starts.get(index..)?.first_chunk()?;
        let marks = self.marks.get(start as usize..=self.last_mark(next))?;
        let is_blank = marks.len() == 2 && marks[1] == marks[0] + 1;
        let fields = Fields::Plain(marks);
        let (bytes, encoding, repairs, line) = (self.bytes, self.encoding, self.repairs, self.line + index as u64);
        (!is_blank).then_some(Record { bytes, fields, encoding, repairs, line, line_ends: 0 })
    }

    /// The text, and the marks from the beginning of a line on.
    #[inline]
    pub(crate) fn at(&self, index: usize) -> (&'a [u8], &'a [u32]) {
        let start = self.starts.get(index).map_or(usize::MAX, |start| *start as usize);
        (self.bytes, self.marks.get(start..).unwrap_or_default())
    }

    /// Index of a line's first mark.
    #[inline]
    pub(crate) fn start(&self, index: usize) -> u32 {
        self.starts.get(index).copied().unwrap_or_default()
    }

    /// The record whose first mark has this index.
    pub(crate) fn record_at(&self, start: u32) -> Option<Record<'a>> {
        self.record(self.starts.binary_search(&start).ok()?)
    }

    /// A field of the line whose first mark has this index, as one number: its bytes, the first lowest, and in the highest byte how many
    /// they are. `None` for fields of more than seven bytes, and at the end of the text.
    #[expect(clippy::inline_always, reason = "a call for each field would cost as much as the rest")]
    #[inline(always)]
    pub(crate) fn key(&self, start: u32, column: usize) -> Option<u64> {
        key(self.bytes, self.marks.get(start as usize + column..)?)
    }

    /// Number of fields of a line.
    #[inline]
    pub(crate) fn width(&self, index: usize) -> usize {
        let ends = self.starts.get(index..).and_then(<[u32]>::first_chunk::<2>);
        ends.map_or(0, |&[start, next]| self.last_mark(next) - start as usize)
    }

    /// The mark after the last field of a line, of which the mark after its LF is given: that between CR and LF ends no field.
    #[inline]
    fn last_mark(&self, next: u32) -> usize {
        let next = next as usize;
        let lf = self.marks.get(next).map_or(0, |mark| *mark as usize).wrapping_sub(1);
        next - usize::from(self.bytes.get(lf.wrapping_sub(1)) == Some(&b'\r'))
    }
}
