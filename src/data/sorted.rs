//! Sorting by one routine for rows of every kind. The one of the standard library is compiled anew for each kind and each comparison,
//! and weighs several kilobytes every time: on a page that has a budget that is for the few places where there are very many rows.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts; rows that compare equal keep their order.
pub fn sort_by<T>(rows: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), &|one, other| compare(&rows[one], &rows[other]));
    permute(order, &mut |one, other| rows.swap(one, other));
}

/// The same by a key.
pub fn sort_by_key<T, K: Ord>(rows: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(rows, |one, other| key(one).cmp(&key(other)));
}

/// A set, filled one by one: `collect` sorts first.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// A map, filled likewise.
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

/// The places of so many rows, in order.
fn order(rows: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// Moves what stands at each of these places to where the place stands in the list.
fn permute(order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    let mut to = vec![0; order.len()];
    for (place, from) in order.into_iter().enumerate() {
        to[from] = place;
    }
    for at in 0..to.len() {
        while to[at] != at {
            let place = to[at];
            swap(at, place);
            to.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_order_is_that_of_the_standard_library(keys in prop::collection::vec(0..20_u8, 0..60)) {
            let rows: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let (mut ours, mut by_key, mut theirs) = (rows.clone(), rows.clone(), rows);
            sort_by(&mut ours, |one, other| one.0.cmp(&other.0));
            sort_by_key(&mut by_key, |row| row.0);
            theirs.sort_by_key(|row| row.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(&by_key, &theirs);
        }
    }
}
