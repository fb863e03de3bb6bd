//! What a dimension offers to choose from.

use super::combobox::Choice;
use super::text;
use crate::data::{Dataset, Dim, Lang};

/// The labels of a dimension, to choose from.
pub(super) fn names(dataset: &Dataset, dim: Dim, lang: Lang) -> Vec<Choice> {
    let named = |name: &String| if name.is_empty() { text::unnamed(lang).into() } else { name.clone().into() };
    (0..=u16::MAX).zip(dataset.labels(dim)).map(|(value, label)| Choice { value, name: named(&label.name) }).collect()
}
