//! What the source of an aggregated file has published of rows that contain others. Everybody has it, whatever we withhold.

use super::parts::wholes;
use crate::data::{Dataset, Dim, Shape};
use crate::query::{Estimate, Filter, group};

/// A row that contains others, as the source has it. For the attack only: nothing of it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Total {
    /// Labels of school, school year and programme.
    pub(crate) key: [u16; 3],
    /// Pupils, where the source tells.
    pub(crate) pupils: Option<u64>,
    /// By indicator, the value where the source tells.
    pub(crate) values: Vec<Option<Estimate>>,
}

/// The totals of an aggregated file; none of pupil rows.
pub(crate) fn totals(dataset: &Dataset) -> Vec<Total> {
    if dataset.shape == Shape::PupilRows {
        return Vec::new();
    }
    let groups = group(dataset, &Filter::all(), &[Dim::School, Dim::Year, Dim::Programme]);
    let total = |key: [u16; 3]| {
        let found = groups.get(&key)?;
        let values = found.cells.iter().zip(&dataset.profile.indicators).map(|(cell, about)| Estimate::of(cell, about));
        Some(Total { key, pupils: Some(found.pupils).filter(|pupils| *pupils > 0), values: values.collect() })
    };
    let keys = wholes(dataset).into_iter().filter_map(|whole| Some([whole.school, whole.year, whole.programme?]));
    keys.filter_map(total).collect()
}
