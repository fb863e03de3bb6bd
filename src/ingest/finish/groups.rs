//! Columns that turn out to be none of groups.

use crate::data::{Dim, MOST_GROUPS, set};
use crate::ingest::entry::{ABSENT, Entry};
use crate::ingest::gather::Gathered;
use crate::ingest::note::Note;

/// Leaves the columns out that have more labels than groups have; their first rows did not show it. Nothing else of the rows is lost.
pub(super) fn leave_out_what_is_none(gathered: &mut Gathered) {
    for dim in Dim::ALL.into_iter().filter(|dim| dim.is_limited()) {
        let spellings = &gathered.spellings[dim.index()];
        let label = |entry: &Entry| match entry.codes[dim.index()] {
            ABSENT => None,
            code => Some(spellings.get(code).label),
        };
        let used = set(gathered.entries.iter().filter_map(label));
        let is_named = |label: &&u16| spellings.keys[usize::from(**label)].contains(char::is_alphanumeric);
        if used.iter().filter(is_named).count() <= MOST_GROUPS {
            continue;
        }
        for entry in &mut gathered.entries {
            entry.codes[dim.index()] = ABSENT;
        }
        let column = gathered.captions.get(&dim).cloned().unwrap_or_default();
        gathered.note(Note::TooManyGroups { column });
    }
}
