//! What everybody knows: which groups make up which.

use std::collections::{BTreeMap, BTreeSet};

use super::named::{Of, label};
use crate::attack::{Document, Relation};
use crate::data::{Dim, Shape, set};
use crate::disclose::{Divided, Key, Protected, SCHOOLS, Whole, divided, nested, wholes, window};

/// A group and those inside it.
struct Tie {
    whole: Of,
    parts: Vec<Of>,
    /// Whether they are all of it.
    is_all: bool,
}

/// The label of all rows together. It names the schools and years that they are of, so that the rows of other files are another group.
pub(super) fn everybody(dataset: &Protected) -> String {
    schools(dataset).join(" + ")
}

fn schools(dataset: &Protected) -> Vec<String> {
    let key = |labels: &[u16]| Some(Key { school: *labels.first()?, year: *labels.get(1)?, ..Key::default() });
    dataset.spots(SCHOOLS).filter_map(|(labels, _)| Some(label(dataset, Of::Group(key(labels)?), None))).collect()
}

/// Adds the relations between the groups that the document names, and those that they are part of or made of.
pub(super) fn add(dataset: &Protected, named: &BTreeSet<Of>, document: &mut Document) {
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let mut met = set(rows.map(|row| row.group.clone()));
    // First what is made of others that are printed nowhere: those are met thereby.
    let mut ties = wide(dataset, named);
    let is_wide = ties.len();
    ties.extend(inside(dataset, named));
    for (at, tie) in ties.iter().enumerate() {
        for of in std::iter::once(None).chain((0..dataset.profile.indicators.len()).map(Some)) {
            let Some((whole, parts)) = names(dataset, tie, of) else { continue };
            if met.contains(&whole) || parts.iter().any(|part| met.contains(part)) {
                if at < is_wide {
                    met.extend(parts.iter().cloned());
                }
                let inside = |inner: String| Relation::Nested { inner, outer: whole.clone() };
                if tie.is_all {
                    document.relations.push(Relation::Parts { whole, parts });
                } else {
                    document.relations.extend(parts.into_iter().map(inside));
                }
            }
            if of.is_none() && !is_divided(dataset, tie.whole) {
                break;
            }
        }
    }
    document
        .relations
        .extend(nested(dataset).into_iter().map(|(inner, outer)| Relation::Cumulative(vec![inner, outer])));
    if dataset.shape == Shape::PupilRows {
        // Of one school in one year, all rows are that group.
        let parts = schools(dataset);
        if parts.len() > 1 {
            document.relations.push(Relation::Parts { whole: everybody(dataset), parts });
        }
    }
}

/// The groups that make up others, and those that they make up.
pub(super) fn tied(document: &Document) -> BTreeSet<String> {
    let tied = document.relations.iter().flat_map(|relation| match relation {
        Relation::Parts { whole, parts } => [std::slice::from_ref(whole), parts].concat(),
        Relation::Nested { inner, outer } => vec![inner.clone(), outer.clone()],
        _ => Vec::new(),
    });
    set(tied)
}

/// School years put together, and all schools of a place.
fn wide(dataset: &Protected, named: &BTreeSet<Of>) -> Vec<Tie> {
    let of = |of: &Of| match *of {
        Of::Group(Key { pooled: 0, .. }) => None,
        Of::Group(key) => {
            let years = window(dataset, key.year, key.pooled)?;
            let parts = years.map(|year| Of::Group(Key { year, pooled: 0, ..key })).collect();
            Some(Tie { whole: *of, parts, is_all: true })
        }
        Of::AllOf(dim, place, year) => {
            let (schools, years, places) =
                (dataset.dimension(Dim::School)?, dataset.dimension(Dim::Year)?, dataset.dimension(dim)?);
            let in_year = (0..dataset.entries()).filter(|entry| years.codes[*entry] == year);
            // A school that also has rows elsewhere is no part of it.
            let mut is_in: BTreeMap<u16, bool> = BTreeMap::new();
            in_year
                .for_each(|entry| *is_in.entry(schools.codes[entry]).or_insert(true) &= places.codes[entry] == place);
            let has_rows = |entry: usize| years.codes[entry] == year && places.codes[entry] == place;
            let all_are_in = (0..dataset.entries()).all(|entry| !has_rows(entry) || is_in[&schools.codes[entry]]);
            let parts = is_in.into_iter().filter(|(_, is_in)| *is_in);
            let parts = parts.map(|(school, _)| Of::Group(Key { school, year, ..Key::default() })).collect();
            Some(Tie { whole: *of, parts, is_all: all_are_in })
        }
    };
    named.iter().filter_map(of).collect()
}

/// Programmes and groups in the schools and years that are named.
fn inside(dataset: &Protected, named: &BTreeSet<Of>) -> Vec<Tie> {
    let mut contexts: BTreeMap<(u16, u16), BTreeSet<Dim>> = BTreeMap::new();
    for of in named {
        let Of::Group(key) = of else { continue };
        for year in window(dataset, key.year, key.pooled).unwrap_or(key.year..=key.year) {
            contexts.entry((key.school, year)).or_default().extend(key.group.map(|(dim, _)| dim));
        }
    }
    let dims = set(contexts.values().flatten().copied());
    let groups: Vec<(Dim, Divided)> =
        dims.into_iter().flat_map(|dim| divided(dataset, dim).into_iter().map(move |found| (dim, found))).collect();
    let mut ties = Vec::new();
    for Whole { school, year, programme, parts, is_all } in wholes(dataset) {
        let Some(dims) = contexts.get(&(school, year)) else { continue };
        let own = Key { school, year, programme, ..Key::default() };
        let inner = |group: Option<(Dim, u16)>| {
            let part = |part: &u16| Of::Group(Key { programme: Some(*part), group, ..own });
            Tie { whole: Of::Group(Key { group, ..own }), parts: parts.iter().map(part).collect(), is_all }
        };
        ties.push(inner(None));
        let here = |(dim, found): &&(Dim, Divided)| (found.school, found.year) == (school, year) && dims.contains(dim);
        for (dim, found) in groups.iter().filter(here) {
            ties.extend(found.parts.iter().map(|label| inner(Some((*dim, *label)))));
            // A programme comes once: with what it is part of.
            let programmes = parts.iter().copied().map(Some).chain(programme.is_none().then_some(None));
            ties.extend(programmes.map(|programme| {
                let own = Key { programme, ..own };
                let part = |label: &u16| Of::Group(Key { group: Some((*dim, *label)), ..own });
                Tie { whole: Of::Group(own), parts: found.parts.iter().map(part).collect(), is_all: found.is_all }
            }));
        }
    }
    ties
}

/// Whether a number of the whole is that of a part only.
fn is_divided(dataset: &Protected, whole: Of) -> bool {
    let indicators = 0..dataset.profile.indicators.len();
    whole
        .spot(dataset)
        .is_some_and(|spot| spot.is_sum_of_part() || indicators.into_iter().any(|of| spot.is_of_part(of)))
}

/// The labels of a whole and of its parts; of a sum of which the source withholds a part, the parts that are in it.
fn names(dataset: &Protected, tie: &Tie, of: Option<usize>) -> Option<(String, Vec<String>)> {
    let outer = tie.whole.spot(dataset);
    let is_partial = outer.is_some_and(|outer| of.map_or_else(|| outer.is_sum_of_part(), |of| outer.is_of_part(of)));
    let is_in = |part: &Of| {
        let Some(spot) = part.spot(dataset) else {
            // Of rows of pupils everybody sees that there are none; of rows of groups one may be missing.
            return dataset.shape == Shape::Aggregated && !is_partial;
        };
        !is_partial
            || match of {
                None => !spot.is_partial() || spot.is_sum_of_part(),
                Some(of) => spot.base(of).get() != Err(None),
            }
    };
    let parts: Vec<String> =
        tie.parts.iter().filter(|part| is_in(part)).map(|part| label(dataset, *part, of)).collect();
    (!parts.is_empty()).then(|| (label(dataset, tie.whole, of), parts))
}
