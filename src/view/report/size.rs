//! How many rows a file has, where that may be said.

use crate::data::{Lang, Shape};
use crate::disclose::{Protected, Withheld};
use crate::ingest::Report;
use crate::view::words;

/// Whether it is not said how many rows each file has: a file may be a group whose number of pupils is withheld, as one of a programme,
/// of a school year or of girls is. How many all files have together is said on every page.
pub(super) fn is_withheld(report: &Report, dataset: &Protected) -> bool {
    let used = || report.files.iter().map(|file| file.rows_used).filter(|rows| *rows > 0);
    let costs = dataset.costs().pupils;
    let is_any = costs.primary + costs.secondary > 0;
    let smallest = u64::from(dataset.protection().smallest_group);
    dataset.shape == Shape::PupilRows && used().nth(1).is_some() && (is_any || used().any(|rows| rows < smallest))
}

/// The mark in place of such a number.
pub(super) fn withheld(lang: Lang) -> String {
    words::withheld(Withheld::ByRule, lang)
}
