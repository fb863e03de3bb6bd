//! What is told apart within each school, and the two groups that are compared, by name.

use super::{Link, label::name};
use crate::data::{Dataset, Dim, Label, Lang};
use crate::query::Selection;

/// The word for the group of those of whom nothing is known, whose label has no name.
const NOT_KNOWN: &str = "uppgift saknas";

/// The names of the two groups; none, where they are those that the page chooses.
pub(super) fn names(dataset: &Dataset, urval: &Selection) -> Vec<String> {
    let word = |dim: Dim, code: u16| match dataset.labels(dim).get(usize::from(code)) {
        Some(label) if label.is_unknown() => Some(NOT_KNOWN.to_owned()),
        _ => name(dataset, dim, code),
    };
    let found = urval.split.zip(urval.pair);
    found.and_then(|(dim, (first, second))| Some(vec![word(dim, first)?, word(dim, second)?])).unwrap_or_default()
}

/// Divides the urval as a link says. Gives the names that are not in the data.
pub(super) fn follow(dataset: &Dataset, link: &Link, urval: &mut Selection, lang: Lang) -> Vec<String> {
    let Some(dim) = link.split else { return Vec::new() };
    let Some(dimension) = dataset.dimension(dim) else { return vec![dim.name(lang).to_owned()] };
    urval.split = Some(dim);
    let unknown = || u16::try_from(dimension.labels.iter().position(Label::is_unknown)?).ok();
    let group = |word: &String| if word == NOT_KNOWN { unknown() } else { dimension.find(word) };
    if let [first, second] = &link.pair[..] {
        urval.pair = group(first).zip(group(second));
    }
    link.pair.iter().filter(|word| group(word).is_none()).cloned().collect()
}
