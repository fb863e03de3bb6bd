//! Publishable values → view models: words, numbers, tables and chart models.
//!
//! Everything here is plain data that can be compared and printed, in Swedish and English. Pixels belong to [`crate::chart`].
//!
//! | module | what it makes |
//! | --- | --- |
//! | [`overview`] | Läget: cards and matrix |
//! | [`trend`] | Utveckling: line chart, sentence and table of one indicator |
//! | [`report`] | the import report in words |
//! | [`mapping`] | what each column was taken for, and what else it could be |
//! | [`series`] | the series of a chart, and how each school is told apart |
//! | [`table_csv`] | a table as a file for Excel |
//! | [`words`] | the wordings that recur: withheld, change, interval |
//! | [`format`] | numbers and years |
//! | [`model`], [`screen`] | the plain data that all of this is |

mod breaks;
mod card;
pub mod format;
mod grid;
pub mod mapping;
mod matrix;
pub mod model;
mod notes;
pub mod overview;
mod refusal;
pub mod report;
pub mod screen;
pub mod series;
mod succession;
pub mod table_csv;
pub mod trend;
pub mod words;
