//! One record: its fields and where it stands in the file.

use std::borrow::Cow;

use crate::ingest::encoding::{self, Encoding};

/// Where a field begins and ends among the bytes of its record.
pub(super) type Span = (u32, u32);

/// One record, as long as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) spans: &'a [Span],
    pub(super) encoding: Encoding,
    /// Whether text that was encoded twice is repaired.
    pub(super) repairs: bool,
    /// Line on which the record begins, from 1.
    pub line: u64,
    /// Line ends inside it, in quoted fields.
    pub line_ends: u64,
}

impl<'a> Record<'a> {
    /// Number of fields.
    #[inline]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether the record has no field.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The bytes of one field, in the encoding of the file; empty beyond the last.
    #[inline]
    pub fn field(&self, index: usize) -> &'a [u8] {
        let Some(&(start, end)) = self.spans.get(index) else { return &[] };
        match &self.bytes[start as usize..end as usize] {
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

    /// The bytes of two plain fields that stand side by side, with the delimiter between them; `None` where they do not.
    #[inline]
    pub(crate) fn side_by_side(&self, one: usize, other: usize) -> Option<&'a [u8]> {
        let (left, right) = (self.spans.get(one.min(other))?, self.spans.get(one.max(other))?);
        (left.1 + 1 == right.0).then(|| &self.bytes[left.0 as usize..right.1 as usize])
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
        self.fields().filter(|field| !is_blank(field)).count()
    }
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
