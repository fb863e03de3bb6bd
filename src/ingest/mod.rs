//! Bytes → dataset and report.
//!
//! ```text
//! bytes ─encoding─▶ ─records─▶ records ─table, place─▶ header, rows, text around them
//!     layout (delimiter, header, titles), captions (roles), columns (what they hold), identity (whom they give away)
//! rows ─row─▶ labels (keys, spellings, meaning), fields (values) ─▶ cube (pupil rows: entries, added up) or drafts (aggregated rows)
//!     ─taken─▶ gather (all files) ─finish─▶ Ingested
//! what became of each row: report (reason, note)
//! ```
//!
//! [`Importer`] is the whole of it: files are pushed in chunks of any size, and the result does not depend on how they are cut. Rows of
//! pupils are added up as they come and forgotten; the report keeps what it shows of them.
//!
//! Plain rows of pupils, nearly all that a large file has, are handed on as [`Lines`], some hundred at a time: one function finds out which
//! of them are rows, the next which entry each belongs to, the next adds one column of them. Everything else goes record by record,
//! and with the same result.
//!
//! What runs for every row is kept in small functions that are not inlined into one another: a browser translates small functions
//! well long before a large one, and a file is over in a fraction of a second. Where what comes next cannot be foreseen (how long a label
//! is, how a number is written), they compute rather than ask: a processor that guesses wrong loses more time.

mod caption_year;
mod captions;
mod columns;
mod cube;
mod drafts;
mod encoding;
mod entry;
mod evidence;
mod fields;
mod finish;
#[cfg(test)]
pub(crate) mod fixture;
mod gather;
mod identity;
mod importer;
mod keys;
mod labels;
mod layout;
mod long;
mod meaning;
mod note;
mod overlap;
#[doc(hidden)]
pub mod pieces;
mod place;
mod plan;
mod pupils;
mod reason;
mod recent;
mod records;
mod report;
mod row;
mod sink;
mod spellings;
mod table;
mod taken;
mod tally;

pub use captions::Why;
pub use columns::{Column, Content};
pub use encoding::Encoding;
pub use finish::Ingested;
pub use identity::Identity;
pub use importer::Importer;
pub use layout::Layout;
pub use note::Note;
pub use reason::{Reason, Refusal};
pub use records::{Lines, Record};
pub use report::{Example, FileReport, Form, Problem, Report, SetAside};
pub use sink::Sink;
pub use table::TableReader;
