//! Structure that bears on nothing printed is left out: with it, exactly the same numbers are possible.
//!
//! A group of which nothing is printed can have any pupils and any results of theirs that a group can have, and so can two together.
//! So a whole that only such groups make up is as free as they are; two of them that make up the same whole are as one; and whatever
//! the parts are, there is a whole for them. For programmes of schools of which only whole schools are printed that is most there is.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Column, Document, Relation};
use super::sorted::sort_once;

/// A whole and its parts; with `more` if others besides belong to it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie<'a> {
    pub(super) whole: &'a str,
    pub(super) parts: Vec<&'a str>,
    pub(super) more: bool,
}

/// How often a group makes others up, and is made up of others.
#[derive(Clone, Copy, Default)]
struct Uses {
    part: usize,
    whole: usize,
}

/// The ties that bear on printed groups.
pub(super) fn ties(document: &Document) -> Vec<Tie<'_>> {
    let mut ties: BTreeSet<Tie> = BTreeSet::new();
    for relation in &document.relations {
        match relation {
            Relation::Parts { whole, parts } => {
                let mut parts: Vec<&str> = parts.iter().map(String::as_str).collect();
                sort_once(&mut parts);
                ties.insert(Tie { whole, parts, more: false });
            }
            Relation::Nested { inner, outer } => {
                ties.insert(Tie { whole: outer, parts: vec![inner], more: true });
            }
            Relation::Outcomes(_) | Relation::Cumulative(_) => {}
        }
    }
    let mut ties: Vec<Tie> = ties.into_iter().filter(|tie| !tie.parts.contains(&tie.whole)).collect();
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let mut printed = BTreeSet::new();
    printed.extend(rows.map(|row| row.group.as_str())); // `collect` would sort, by a routine of its own
    loop {
        let mut uses: BTreeMap<&str, Uses> = BTreeMap::new();
        for tie in &ties {
            uses.entry(tie.whole).or_default().whole += 1;
            tie.parts.iter().for_each(|part| uses.entry(part).or_default().part += 1);
        }
        let is_only = |group: &str, part: usize, whole: usize| {
            let uses = uses.get(group).copied().unwrap_or_default();
            (uses.part, uses.whole) == (part, whole) && !printed.contains(group)
        };
        let before = (ties.len(), ties.iter().map(|tie| tie.parts.len()).sum::<usize>());
        for tie in &mut ties {
            let free = tie.parts.iter().filter(|part| is_only(part, 1, 0)).count();
            let mut spare = free.saturating_sub(usize::from(!tie.more));
            tie.parts.retain(|part| {
                let goes = spare > 0 && is_only(part, 1, 0);
                spare -= usize::from(goes);
                !goes
            });
        }
        ties.retain(|tie| {
            let is_free = match tie.parts[..] {
                [] => tie.more,
                [part] => !tie.more && is_only(part, 1, 0),
                _ => false,
            };
            !is_free && !is_only(tie.whole, 0, 1)
        });
        if before == (ties.len(), ties.iter().map(|tie| tie.parts.len()).sum()) {
            return ties;
        }
    }
}

/// By measure, whether it is printed, or has to do with one that is.
pub(super) fn measures(document: &Document) -> Vec<bool> {
    let mut used = vec![false; document.measures.len()];
    let mut add = |of: usize| used.get_mut(of).into_iter().for_each(|used| *used = true);
    for column in document.tables.iter().filter(|table| !table.rows.is_empty()).flat_map(|table| &table.columns) {
        match *column {
            Column::Pupils | Column::Words => {}
            Column::Base(of)
            | Column::Share { of, .. }
            | Column::Rest { of, .. }
            | Column::Mean { of, .. }
            | Column::Interval { of, .. }
            | Column::Low { of, .. }
            | Column::High { of, .. }
            | Column::Basis { of, .. } => add(of),
        }
    }
    for relation in &document.relations {
        if let Relation::Outcomes(measures) | Relation::Cumulative(measures) = relation {
            measures.iter().copied().for_each(&mut add);
        }
    }
    used
}
