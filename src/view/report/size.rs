//! How many rows a file has, where that may be said.

use crate::data::{Dim, Lang, Role, Shape};
use crate::disclose::{Key, Protected, Withheld};
use crate::ingest::{FileReport, Note, Reason, Report};
use crate::view::words;

/// Whether it is not said how many rows each file has: a file may be a group whose number of pupils is withheld, as one of a programme
/// or of girls is. How many all files have together is said on every page.
pub(super) fn is_withheld(report: &Report, dataset: &Protected) -> bool {
    let used = || report.files.iter().map(|file| file.rows_used).filter(|rows| *rows > 0);
    let costs = dataset.costs().pupils;
    let smallest = u64::from(dataset.protection().smallest_group);
    let is_any = costs.primary + costs.secondary > 0 || used().any(|rows| rows < smallest);
    let is_sum = || are_of_whole_years(report) && shows_all_years(dataset);
    dataset.shape == Shape::PupilRows && used().nth(1).is_some() && is_any && !is_sum()
}

/// Whether each file has all pupils of its schools and school years, one in each row.
fn are_of_whole_years(report: &Report) -> bool {
    let is_mixed = |note: &Note| matches!(note, Note::InSeveralFiles { .. } | Note::SchoolLinkedByName(_));
    let is_repeated = |file: &FileReport| file.set_aside.iter().any(|group| group.reason == Reason::Twin);
    let mut columns = report.files.iter().filter_map(|file| file.form.as_ref()).flat_map(|form| &form.columns);
    !report.notes.iter().any(is_mixed)
        && !report.files.iter().any(is_repeated)
        && columns.all(|column| column.year.is_none() && column.role != Some(Role::IndicatorName))
}

/// Whether the number of pupils is shown of every school in every school year.
fn shows_all_years(dataset: &Protected) -> bool {
    let labels = |dim: Dim| (0..=u16::MAX).take(dataset.labels(dim).len());
    let is_shown = |school: u16, year: u16| {
        let found = dataset.at(Key { school, year, ..Key::default() });
        found.is_none_or(|spot| spot.pupils().get().is_ok())
    };
    labels(Dim::School).all(|school| labels(Dim::Year).all(|year| is_shown(school, year)))
}

/// The mark in place of such a number.
pub(super) fn withheld(lang: Lang) -> String {
    words::withheld(Withheld::ByRule, lang)
}
