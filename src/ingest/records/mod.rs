//! Bytes → records, pushed in chunks of any size.
//!
//! | module | what it does |
//! | --- | --- |
//! | `scan` | finds the bytes that structure a text |
//! | `index` | lists them for a piece of text that has no quotation marks |
//! | `split` | cuts records where they lie, without copying |
//! | `lines` | many plain records as they lie side by side |
//! | `careful` | reads the others (doubled quotation marks, records cut by a chunk) with `csv-core`, whose rules hold for all |
//! | `record` | one record as its reader sees it |

mod careful;
mod index;
mod lines;
mod record;
mod scan;
mod split;

pub use lines::Lines;
pub use record::Record;
pub(crate) use record::is_blank;
pub(crate) use split::{Each, Splitter};
