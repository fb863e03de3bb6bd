//! Who receives what a file holds.

use crate::ingest::encoding::Encoding;
use crate::ingest::layout::Layout;
use crate::ingest::reason::{Reason, Refusal};
use crate::ingest::records::{Lines, Record};

/// Receives what a file holds.
pub trait Sink {
    /// The header has been found. An error refuses the file: no row follows.
    fn header(&mut self, encoding: Encoding, layout: &Layout) -> Result<(), Refusal>;
    /// A row of the table.
    fn row(&mut self, record: Record<'_>);
    /// Rows of the table, plain ones that follow each other.
    fn rows(&mut self, rows: Lines<'_>) {
        (0..rows.len()).filter_map(|index| rows.record(index)).for_each(|record| self.row(record));
    }
    /// A record below the header that is no row, and why.
    fn aside(&mut self, record: Record<'_>, reason: Reason);
}
