//! Bytes → dataset and report.
//!
//! ```text
//! bytes ─decode─▶ UTF-8 ─records─▶ records ─table─▶ header, rows, text ─build─▶ columns ─finish─▶ Ingested
//!                            sniff (delimiter, header, profile)    fields (values), captions (roles)
//! ```
//!
//! [`Importer`] is the whole of it: files are pushed in chunks of any size, and the result does not depend on how they are cut.

mod build;
mod captions;
mod decode;
mod fields;
mod finish;
mod intern;
mod plan;
mod records;
mod repeats;
mod report;
mod row;
mod scale;
mod sniff;
mod table;

pub use build::Importer;
pub use decode::Encoding;
pub use finish::Ingested;
pub use records::Record;
pub use report::{Column, Example, FileReport, Form, Note, Problem, Reason, Refusal, Report, SetAside};
pub use sniff::Layout;
pub use table::{Ended, Sink, TableReader};
