//! The import report in words.

use crate::data::{Lang, Profile};
use crate::ingest::Report;
use crate::view::screen::ReportView;

/// The report in words; `profile` names the indicators.
pub fn report(report: &Report, profile: Option<&Profile>, lang: Lang) -> ReportView {
    todo!("{report:?}{profile:?}{lang:?}")
}
