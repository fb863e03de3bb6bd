//! Which entries are asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{Dataset, Dim, set};

/// Entries whose label, in each dimension named here, is one of those given. Dimensions that are not named let every entry through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: BTreeMap<Dim, BTreeSet<u16>>,
}

impl Filter {
    /// Every entry.
    pub fn all() -> Self {
        Self::default()
    }

    /// Also asks for these labels. A dimension that the dataset lacks lets no entry through.
    #[must_use]
    pub fn with(mut self, dim: Dim, labels: impl IntoIterator<Item = u16>) -> Self {
        self.chosen.insert(dim, set(labels));
        self
    }

    /// The labels asked for in one dimension; `None` for all.
    pub fn labels(&self, dim: Dim) -> Option<&BTreeSet<u16>> {
        self.chosen.get(&dim)
    }

    /// For each entry, whether it is asked for.
    pub(crate) fn entries(&self, dataset: &Dataset) -> Vec<bool> {
        let mut asked = vec![true; dataset.entries()];
        for (dim, labels) in &self.chosen {
            let Some(dimension) = dataset.dimension(*dim) else { return vec![false; dataset.entries()] };
            let wanted: Vec<bool> =
                (0..=u16::MAX).take(dimension.labels.len()).map(|label| labels.contains(&label)).collect();
            for (asked, &code) in asked.iter_mut().zip(&dimension.codes) {
                *asked &= wanted[usize::from(code)];
            }
        }
        asked
    }
}
