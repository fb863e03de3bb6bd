//! One sort for all lists. The standard library's is compiled anew for every kind of item, which costs more of the page than all the
//! rest of the attack.

use std::cmp::Ordering;

/// Sorts, and keeps one of equal items.
pub(super) fn sort_once<T: Ord + Clone>(items: &mut Vec<T>) {
    let order = order(items.len(), &|a, b| items[a].cmp(&items[b]));
    *items = order.into_iter().map(|at| items[at].clone()).collect();
}

/// The places of items in their order, of equal ones the first. Merges runs of twice the length each time.
fn order(items: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items).collect();
    let mut length = 1;
    while length < items {
        let mut merged = Vec::with_capacity(items);
        for pair in order.chunks(2 * length) {
            let (mut left, mut right) = pair.split_at(length.min(pair.len()));
            while let (Some((a, others)), Some((b, rest))) = (left.split_first(), right.split_first()) {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = others;
                } else {
                    merged.push(*b);
                    right = rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        length *= 2;
    }
    order.dedup_by(|next, kept| compare(*kept, *next).is_eq());
    order
}
