//! What the files gave → the dataset.
//!
//! | module | what it does |
//! | --- | --- |
//! | `groups` | leaves columns out that turn out to be none of groups |
//! | `link` | schools without code that have the name of one with a code |
//! | `repeats` | aggregated rows that repeat one another |
//! | `totals` | labels that turn out to be the sum of the others |
//! | `dimension` | sorts the labels that are used, and renumbers the entries |
//! | `namesakes` | tells schools that are called alike apart |
//! | `apart` | takes pupils who are counted in a whole, and have none of its values, out of what these rest on |

mod apart;
mod dimension;
mod groups;
mod link;
mod namesakes;
mod repeats;
mod totals;

use crate::data::{Cell, Dataset, Dim, Dimension, SchoolYear, Shape, Slot, Value};
use crate::ingest::drafts::Draft;
use crate::ingest::entry::{ABSENT, Codes, Entry, count, known};
use crate::ingest::gather::Gathered;
use crate::ingest::meaning;
use crate::ingest::report::Report;
use crate::ingest::spellings::Meaning;

/// What an import gives: a dataset, unless no row could be used, and always a report.
#[derive(Debug)]
pub struct Ingested {
    /// The rows that are used.
    pub dataset: Option<Dataset>,
    /// What became of every row of every file.
    pub report: Report,
}

/// Links, sorts and checks across files.
pub(crate) fn finish(mut gathered: Gathered, mut report: Report) -> Ingested {
    let Some((profile, shape)) = gathered.decided.take() else {
        report.notes = gathered.notes;
        return Ingested { dataset: None, report };
    };
    groups::leave_out_what_is_none(&mut gathered);
    name_what_is_absent(&mut gathered, shape);
    link::schools_by_name(&mut gathered);
    let mut drafts = std::mem::take(&mut gathered.drafts);
    repeats::remove(&mut drafts, &gathered, &mut report);
    let levels = totals::find(&mut drafts, &mut gathered, &mut report);
    let mut entries = std::mem::take(&mut gathered.entries);
    entries.extend(drafts.iter().map(entry));
    let years = &gathered.spellings[Dim::Year.index()];
    let years: Vec<Option<SchoolYear>> =
        entries.iter().map(|entry| years.get(entry.codes[Dim::Year.index()]).year).collect();
    let dimensions: Vec<Dimension> = Dim::ALL
        .into_iter()
        .filter(|dim| entries.iter().any(|entry| entry.codes[dim.index()] != ABSENT))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|dim| dimension::sort(dim, &mut entries, &years, &mut gathered, &levels))
        .collect();
    let (entries, cells) = added_up(&entries, shape);
    let codes = |dim: Dim| entries.iter().map(|(codes, _)| codes[dim.index()]).collect();
    let mut dataset = Dataset {
        shape,
        profile,
        rows: report.rows_used(),
        dimensions: dimensions.into_iter().map(|found| Dimension { codes: codes(found.dim), ..found }).collect(),
        pupils: entries.iter().map(|(_, pupils)| Slot::new(*pupils)).collect(),
        cells,
        invented: false,
    };
    namesakes::tell_apart(&mut dataset);
    apart::take_out(&mut dataset);
    report.notes = gathered.notes;
    Ingested { dataset: (dataset.entries() > 0).then_some(dataset), report }
}

/// Gives the entries of files that lack a dimension which others have its unnamed label: that of everybody, or of those whose group is
/// not known, where each row is one pupil.
fn name_what_is_absent(gathered: &mut Gathered, shape: Shape) {
    let codes = gathered.entries.iter_mut().map(|entry| &mut entry.codes);
    let mut all: Vec<&mut Codes> = codes.chain(gathered.drafts.iter_mut().map(|draft| &mut draft.codes)).collect();
    for dim in Dim::ALL {
        let meaning =
            || if dim.is_group() && shape == Shape::PupilRows { meaning::unknown() } else { Meaning::default() };
        let dim = dim.index();
        if all.iter().all(|codes| codes[dim] == ABSENT) {
            continue;
        }
        for codes in &mut all {
            if codes[dim] == ABSENT {
                // With 65 534 other labels there is no room; the rows then go to the first.
                codes[dim] = gathered.spellings[dim].add(meaning()).unwrap_or(0);
            }
        }
    }
}

/// An aggregated row as an entry.
fn entry(draft: &Draft) -> Entry {
    let pupils = draft.pupils().value();
    let cells = draft.values().map(|value| {
        let mut cell = Cell::default();
        cell.push_weighted(value.value(), pupils);
        cell
    });
    Entry { codes: draft.codes, pupils, cells: cells.collect() }
}

/// The labels and the pupils of the entries, sorted, and all their cells; those of pupil rows that have the same labels are added up.
fn added_up(entries: &[Entry], shape: Shape) -> (Vec<(Codes, Value)>, Vec<Cell>) {
    // The labels in a few words, and the order in which the entries came: much less to compare and to move than the entries.
    let mut order: Vec<([u64; KEY], usize)> =
        entries.iter().enumerate().map(|(index, entry)| (key(&entry.codes), index)).collect();
    order.sort_unstable();
    let mut sorted: Vec<(Codes, Value)> = Vec::with_capacity(entries.len());
    let mut cells: Vec<Cell> = Vec::with_capacity(entries.iter().map(|entry| entry.cells.len()).sum());
    for (_, index) in order {
        let entry = &entries[index];
        match sorted.last_mut() {
            Some((codes, pupils)) if shape == Shape::PupilRows && *codes == entry.codes => {
                *pupils = count(known(*pupils) + entry.known_pupils());
                let first = cells.len() - entry.cells.len();
                for (cell, more) in cells[first..].iter_mut().zip(&entry.cells) {
                    *cell = cell.merged(*more);
                }
            }
            _ => {
                sorted.push((entry.codes, entry.pupils));
                cells.extend_from_slice(&entry.cells);
            }
        }
    }
    (sorted, cells)
}

/// Words of a key: four labels each.
const KEY: usize = Dim::COUNT.div_ceil(4);

/// Labels in words that have the same order.
fn key(codes: &Codes) -> [u64; KEY] {
    let mut key = [0; KEY];
    for (word, codes) in key.iter_mut().zip(codes.chunks(4)) {
        *word = codes.iter().fold(0, |word, code| word << 16 | u64::from(*code));
    }
    key
}
