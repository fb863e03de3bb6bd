//! One record: its fields and where it stands in the file.

use std::borrow::Cow;

use crate::ingest::encoding::{self, Encoding};

/// From a word, the bytes of a field that is so long.
static MASKS: [u64; 8] =
    [0, 0xff, 0xffff, 0xff_ffff, 0xffff_ffff, 0xff_ffff_ffff, 0xffff_ffff_ffff, 0xff_ffff_ffff_ffff];

/// Where a field begins and ends among the bytes of its record.
pub(super) type Span = (u32, u32);

/// One record, as long as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) fields: Fields<'a>,
    pub(super) encoding: Encoding,
    /// Whether text that was encoded twice is repaired.
    pub(super) repairs: bool,
    /// Line on which the record begins, from 1.
    pub line: u64,
    /// Line ends inside it, in quoted fields.
    pub line_ends: u64,
}

/// Where the fields of a record stand among its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fields<'a> {
    /// As in the file: each field begins at a mark and ends one byte before the next.
    Plain(&'a [u32]),
    /// Anywhere.
    Spans(&'a [Span]),
}

impl<'a> Record<'a> {
    /// Number of fields.
    #[inline]
    pub fn len(&self) -> usize {
        match self.fields {
            Fields::Plain(marks) => marks.len().saturating_sub(1),
            Fields::Spans(spans) => spans.len(),
        }
    }

    /// Whether the record has no field.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where a field begins and ends.
    #[inline]
    fn span(&self, index: usize) -> Option<(usize, usize)> {
        let (start, end) = match self.fields {
            Fields::Plain(marks) => {
                let [start, next] = *marks.get(index..)?.first_chunk()?;
                (start, next - 1)
            }
            Fields::Spans(spans) => *spans.get(index)?,
        };
        Some((start as usize, end as usize))
    }

    /// The bytes of one field, in the encoding of the file; empty beyond the last.
    #[inline]
    pub fn field(&self, index: usize) -> &'a [u8] {
        let Some((start, end)) = self.span(index) else { return &[] };
        match &self.bytes[start..end] {
            // `="00123"` keeps Excel from reading a number into a code.
            [b'=', b'"', guarded @ .., b'"'] => guarded,
            field => field,
        }
    }

    /// The encoding of its bytes.
    #[inline]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The bytes and marks of a plain record.
    #[inline]
    pub(crate) fn plain(&self) -> Option<(&'a [u8], &'a [u32])> {
        let Fields::Plain(marks) = self.fields else { return None };
        Some((self.bytes, marks))
    }

    /// A field of a plain record as [`Lines::key`](super::lines::Lines::key) gives it.
    pub(crate) fn key(&self, column: usize) -> Option<u64> {
        let (bytes, marks) = self.plain()?;
        key(bytes, marks.get(column..)?)
    }

    /// The bytes of a short field in one word, the last highest, and how many there are; `None` for fields of more than eight.
    #[inline]
    pub(crate) fn word(&self, index: usize) -> Option<(u64, u32)> {
        let Some((start, end)) = self.span(index) else { return Some((0, 0)) };
        word(self.bytes, start, end)
    }

    /// All fields.
    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let record = *self;
        (0..record.len()).map(move |index| record.field(index))
    }

    /// One field as text, without the space around it.
    pub fn text(&self, index: usize) -> Cow<'a, str> {
        let text = self.encoding.decode(self.field(index));
        if self.repairs
            && let Some(repaired) = encoding::repaired(&text)
        {
            return Cow::Owned(repaired.trim().to_owned());
        }
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// Number of fields that hold something besides space.
    pub fn filled(&self) -> usize {
        self.filled_among(self.len())
    }

    /// Number of fields, of the first so many, that hold something besides space.
    #[inline]
    pub(crate) fn filled_among(&self, fields: usize) -> usize {
        (0..fields.min(self.len())).filter(|&index| !is_blank(self.field(index))).count()
    }

    /// Whether a field begins with something besides space.
    #[inline]
    pub(crate) fn begins(&self, index: usize) -> bool {
        let first = self.span(index).filter(|(start, end)| start < end).and_then(|(start, _)| self.bytes.get(start));
        first.is_some_and(|byte| *byte > b' ')
    }
}

/// The bytes from `start` to `end` in one word, the last highest, and how many there are; `None` for more than eight.
#[inline]
pub(crate) fn word(bytes: &[u8], start: usize, end: usize) -> Option<(u64, u32)> {
    let length = u32::try_from(end - start).ok().filter(|length| *length <= 8)?;
    if length == 0 {
        return Some((0, 0));
    }
    // Eight bytes are read at once, those after the field shifted away.
    let bytes = bytes.get(start..)?;
    let word = match bytes.first_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    Some((word << (64 - 8 * length), length))
}

/// Whether a field holds nothing but space.
#[inline]
pub(crate) fn is_blank(field: &[u8]) -> bool {
    match field {
        [] => true,
        [b'!'..=b'~', ..] => false,
        _ => field.trim_ascii().is_empty(),
    }
}

/// A field that begins at the first mark, as [`Lines::key`] gives it.
#[expect(clippy::inline_always, reason = "a call for each field would cost as much as the rest")]
#[inline(always)]
pub(super) fn key(bytes: &[u8], marks: &[u32]) -> Option<u64> {
    let [from, next] = *marks.first_chunk()?;
    let length = next - 1 - from;
    let mask = MASKS.get(length as usize)?;
    let word = u64::from_le_bytes(*bytes.get(from as usize..)?.first_chunk()?);
    Some(word & mask | u64::from(length) << 56)
}
