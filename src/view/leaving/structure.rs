//! What everybody knows: which groups make up which.

use std::collections::BTreeSet;

use crate::attack::{Document, Relation};
use crate::data::{Dataset, Dim, Shape};
use crate::disclose::{PROGRAMMES, Protected, SCHOOLS, Spot, Whole, nested, wholes};

/// The label of all rows together. It names the schools and years that they are of, so that the rows of other files are another group.
pub(super) fn everybody(dataset: &Protected) -> String {
    schools(dataset).join(" + ")
}

fn schools(dataset: &Protected) -> Vec<String> {
    dataset.spots(SCHOOLS).map(|(key, spot)| named(dataset, key, spot, None)).collect()
}

/// The label of a group by school, year and perhaps programme. `of` is the indicator that it is printed for, or its number of pupils:
/// where the source withholds a part of a sum, the sum is about another group.
pub(super) fn named(dataset: &Dataset, key: &[u16], spot: Spot, of: Option<usize>) -> String {
    let name = |(dim, code): (Dim, &u16)| dataset.name(dim, *code).to_owned();
    let names: Vec<String> = [Dim::School, Dim::Year, Dim::Programme].into_iter().zip(key).map(name).collect();
    let partial = of.map_or_else(|| spot.is_sum_of_part(), |of| spot.is_of_part(of));
    let rest = if partial { format!(" · {}", of.map_or(0, |of| of + 1)) } else { String::new() };
    names.join(" · ") + &rest
}

/// The label of the group that is printed under these headings, and the group.
pub(super) fn printed_as<'a>(
    dataset: &'a Protected,
    school: &str,
    year: &str,
    programme: Option<u16>,
    of: Option<usize>,
) -> (String, Option<Spot<'a>>) {
    let code = |dim: Dim, name: &str| dataset.labels(dim).iter().position(|label| label.name == name);
    let code = |dim: Dim, name: &str| code(dim, name).and_then(|code| u16::try_from(code).ok());
    let (Some(school), Some(year)) = (code(Dim::School, school), code(Dim::Year, year)) else {
        return Default::default();
    };
    let key: Vec<u16> = [Some(school), Some(year), programme].into_iter().flatten().collect();
    match dataset.spot(if programme.is_some() { PROGRAMMES } else { SCHOOLS }, &key) {
        Some(spot) => (named(dataset, &key, spot, of), Some(spot)),
        None => Default::default(),
    }
}

/// Adds the relations between the groups of the document, and those that they are part of or made of.
pub(super) fn add(dataset: &Protected, document: &mut Document) {
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let printed: BTreeSet<String> = rows.map(|row| row.group.clone()).collect();
    for whole in wholes(dataset) {
        for of in std::iter::once(None).chain((0..dataset.profile.indicators.len()).map(Some)) {
            let Some((outer, parts)) = names(dataset, &whole, of) else { continue };
            if !printed.contains(&outer) && !parts.iter().any(|part| printed.contains(part)) {
                continue;
            }
            let relation = if whole.is_all {
                vec![Relation::Parts { whole: outer, parts }]
            } else {
                parts.into_iter().map(|inner| Relation::Nested { inner, outer: outer.clone() }).collect()
            };
            document.relations.extend(relation);
            if of.is_none() && !is_divided(dataset, &whole) {
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

/// The groups that others make up.
pub(super) fn made_up(document: &Document) -> BTreeSet<String> {
    let wholes = document.relations.iter().filter_map(|relation| match relation {
        Relation::Parts { whole, .. } | Relation::Nested { outer: whole, .. } => Some(whole.clone()),
        _ => None,
    });
    wholes.collect()
}

fn spot<'a>(dataset: &'a Protected, whole: &Whole, programme: Option<u16>) -> Option<(Vec<u16>, Spot<'a>)> {
    let key: Vec<u16> = [Some(whole.school), Some(whole.year), programme].into_iter().flatten().collect();
    let spot = dataset.spot(if programme.is_some() { PROGRAMMES } else { SCHOOLS }, &key)?;
    Some((key, spot))
}

/// Whether a number of the whole is that of a part only.
fn is_divided(dataset: &Protected, whole: &Whole) -> bool {
    let indicators = 0..dataset.profile.indicators.len();
    spot(dataset, whole, whole.programme)
        .is_some_and(|(_, spot)| spot.is_sum_of_part() || indicators.into_iter().any(|of| spot.is_of_part(of)))
}

/// The labels of a whole and of its parts; of a sum of which the source withholds a part, the parts that are in it.
fn names(dataset: &Protected, whole: &Whole, of: Option<usize>) -> Option<(String, Vec<String>)> {
    let (key, outer) = spot(dataset, whole, whole.programme)?;
    let is_partial = of.map_or_else(|| outer.is_sum_of_part(), |of| outer.is_of_part(of));
    let is_in = |spot: Spot| match of {
        None => !spot.is_partial() || spot.is_sum_of_part(),
        Some(of) => spot.base(of).get() != Err(None),
    };
    let parts = whole.parts.iter().filter_map(|&part| spot(dataset, whole, Some(part)));
    let parts = parts.filter(|(_, spot)| !is_partial || is_in(*spot));
    let parts = parts.map(|(key, spot)| named(dataset, &key, spot, of)).collect();
    Some((named(dataset, &key, outer, of), parts))
}
