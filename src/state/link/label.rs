//! What a link calls a label.

use crate::data::{Dataset, Dim};

/// What a label is found by: its name, or its key where another label comes first under that name.
pub(super) fn name(dataset: &Dataset, dim: Dim, code: u16) -> Option<String> {
    let dimension = dataset.dimension(dim)?;
    let label = dimension.labels.get(usize::from(code))?;
    [&label.name, &label.key].into_iter().find(|text| dimension.find(text) == Some(code)).cloned()
}
