//! Spellings → the labels of a dimension.

use crate::data::{Dim, Dimension, Label, Level, SchoolYear, group_level, label_key, level_of, sort_by, swedish_order};
use crate::ingest::entry::Entry;
use crate::ingest::finish::totals::Levels;
use crate::ingest::gather::Gathered;
use crate::ingest::note::Note;

/// How often a spelling is used, and when last.
#[derive(Clone, Copy, Debug, Default)]
struct Usage {
    rows: u64,
    latest: Option<SchoolYear>,
}

/// Sorts the labels that entries use, and renumbers the entries, whose school years are `years`. The dimension gets its codes later.
pub(super) fn sort(
    dim: Dim,
    entries: &mut [Entry],
    years: &[Option<SchoolYear>],
    gathered: &mut Gathered,
    levels: &Levels,
) -> Dimension {
    let usage = usage(dim, entries, years, gathered);
    let spellings = &gathered.spellings[dim.index()];
    // The names of each label, the one to show first: that of the latest year, then the most usual, then by its letters.
    let mut used: Vec<usize> = (0..usage.len()).filter(|&number| usage[number].rows > 0).collect();
    sort_by(&mut used, |&a, &b| {
        let name = |number: usize| &spellings.all[number].name;
        let (of_a, of_b) = (usage[a], usage[b]);
        of_b.latest.cmp(&of_a.latest).then(of_b.rows.cmp(&of_a.rows)).then_with(|| name(a).cmp(name(b)))
    });
    let mut names: Vec<Vec<&str>> = vec![Vec::new(); spellings.keys.len()];
    for number in used {
        let spelling = &spellings.all[number];
        let of_label = &mut names[usize::from(spelling.label)];
        if !of_label.contains(&spelling.name.as_str()) {
            of_label.push(&spelling.name);
        }
    }
    let mut order: Vec<(usize, Label)> = Vec::new();
    for (number, (names, key)) in names.iter().zip(&spellings.keys).enumerate() {
        let Some(name) = names.first() else { continue };
        let level = levels.get(&(dim, key.clone())).copied().or_else(|| level(dim, key, name));
        let year = if dim == Dim::Year { SchoolYear::parse(name) } else { None };
        order.push((number, Label { key: key.clone(), name: (*name).to_owned(), level, year }));
    }
    // Labels without a level follow those with one; last are those of whom nothing is known.
    let group =
        |label: &Label| (dim.is_group() && label.is_unknown(), group_level(dim, &label.name).unwrap_or(u32::MAX));
    sort_by(&mut order, |(_, a), (_, b)| {
        (a.year, a.level.map(rank), group(a))
            .cmp(&(b.year, b.level.map(rank), group(b)))
            .then_with(|| swedish_order(&a.name, &b.name))
            .then_with(|| a.key.cmp(&b.key))
    });
    let mut renumbered = vec![0; spellings.keys.len()];
    for (new, (old, _)) in (0..=u16::MAX).zip(&order) {
        renumbered[*old] = new;
    }
    for entry in entries {
        let code = &mut entry.codes[dim.index()];
        *code = renumbered[usize::from(spellings.get(*code).label)];
    }
    let renamed = if dim == Dim::School { renamed(&names) } else { Vec::new() };
    for note in renamed {
        gathered.note(note);
    }
    let caption = gathered.captions.remove(&dim).unwrap_or_default();
    Dimension { dim, caption, labels: order.into_iter().map(|(_, label)| label).collect(), codes: Vec::new() }
}

fn usage(dim: Dim, entries: &[Entry], years: &[Option<SchoolYear>], gathered: &Gathered) -> Vec<Usage> {
    let mut usage = vec![Usage::default(); gathered.spellings[dim.index()].all.len()];
    for (entry, year) in entries.iter().zip(years) {
        let of = &mut usage[usize::from(entry.codes[dim.index()])];
        of.rows += entry.known_pupils().max(1);
        of.latest = of.latest.max(*year);
    }
    usage
}

/// How much a label covers. The unnamed label of everybody has an empty key; that of an empty field has not.
fn level(dim: Dim, key: &str, name: &str) -> Option<Level> {
    match dim {
        Dim::Programme | Dim::Gender if key.is_empty() => Some(Level::Total),
        Dim::Programme => Some(level_of(name)),
        _ => None,
    }
}

/// Totals before tracks before programmes.
fn rank(level: Level) -> u8 {
    match level {
        Level::Total => 0,
        Level::National => 1,
        Level::Track(_) => 2,
        Level::Programme(_) => 3,
    }
}

/// Schools that have had several names.
fn renamed(names: &[Vec<&str>]) -> Vec<Note> {
    let renamed = names.iter().filter_map(|names| {
        let (shown, earlier) = names.split_first()?;
        let differs = earlier.iter().any(|name| label_key(name) != label_key(shown));
        let earlier = earlier.iter().map(ToString::to_string).collect();
        differs.then(|| Note::SchoolRenamed { shown: (*shown).to_owned(), earlier })
    });
    renamed.collect()
}
