//! Which indicators everybody has who has another one, going by the profile.

use super::quantity::{Part, Quantity};
use crate::data::Dataset;

/// The inner and the outer of each two, where the data do not contradict it: where they do, nobody can conclude anything from it.
pub(crate) fn nested(dataset: &Dataset) -> Vec<(usize, usize)> {
    let indicators = 0..dataset.profile.indicators.len();
    let pairs = indicators.filter_map(|inner| Some((inner, dataset.profile.within(inner)?)));
    pairs
        .filter(|(inner, outer)| (0..dataset.entries()).all(|entry| may_be_within(dataset, entry, *inner, *outer)))
        .collect()
}

/// Whether those of an entry who have the one may all be among those who have the other, or have no value there.
fn may_be_within(dataset: &Dataset, entry: usize, inner: usize, outer: usize) -> bool {
    let known = |quantity: Quantity| match quantity.part(dataset, entry) {
        Part::Known(number) => Some(number),
        _ => None,
    };
    let (inner, having, base) =
        (known(Quantity::Having(inner)), known(Quantity::Having(outer)), known(Quantity::Base(outer)));
    match (inner, having, base, known(Quantity::Pupils)) {
        (Some(inner), Some(having), Some(base), Some(pupils)) => inner <= having + pupils.saturating_sub(base),
        _ => true,
    }
}
