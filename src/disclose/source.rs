//! What the source of an aggregated file has published. Everybody has it, whatever we withhold.

use std::collections::BTreeSet;

use super::parts::wholes;
use crate::data::{Cell, Dataset, Dim, Missing, Shape};
use crate::query::{Estimate, Filter, group};

/// What a source tells of a number.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told<T> {
    /// What it is.
    Value(T),
    /// That it is withheld.
    Withheld,
    /// That it does not apply: there is nobody.
    Nobody,
    /// Nothing.
    Nothing,
}

impl<T: Copy> Told<T> {
    /// The same in another form.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Told<U> {
        match self {
            Self::Value(value) => Told::Value(change(value)),
            Self::Withheld => Told::Withheld,
            Self::Nobody => Told::Nobody,
            Self::Nothing => Told::Nothing,
        }
    }
}

/// A row as the source has it. For the attack only: nothing of it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    /// Labels of school, school year and programme.
    pub(crate) key: Vec<u16>,
    /// Pupils.
    pub(crate) pupils: Told<u64>,
    /// By indicator, the value.
    pub(crate) values: Vec<Told<Estimate>>,
    /// Whether it contains other rows.
    pub(crate) is_total: bool,
}

/// The rows of an aggregated file; none of pupil rows.
pub(crate) fn published(dataset: &Dataset) -> Vec<Published> {
    if dataset.shape == Shape::PupilRows {
        return Vec::new();
    }
    let totals = wholes(dataset).into_iter().filter_map(|whole| Some(vec![whole.school, whole.year, whole.programme?]));
    let totals: BTreeSet<Vec<u16>> = totals.collect();
    let groups = group(dataset, &Filter::all(), &[Dim::School, Dim::Year, Dim::Programme]).groups;
    let row = |(key, found): (Vec<u16>, crate::query::Group)| {
        let pupils = match found.pupils {
            0 if found.rows_without_count > 0 => Told::Withheld,
            0 => Told::Nothing,
            pupils => Told::Value(pupils),
        };
        let value = |cell: &Cell, estimate: Option<Estimate>| match estimate {
            Some(estimate) => Told::Value(estimate),
            None if cell.left_out.of(Missing::WithheldInSource) > 0 => Told::Withheld,
            None if cell.left_out.of(Missing::NotApplicable) > 0 => Told::Nobody,
            None => Told::Nothing,
        };
        let cells = found.cells.iter().zip(&dataset.profile.indicators);
        let values = cells.map(|(cell, about)| value(cell, Estimate::of(cell, about))).collect();
        Published { is_total: totals.contains(&key), key, pupils, values }
    };
    groups.into_iter().map(row).collect()
}
