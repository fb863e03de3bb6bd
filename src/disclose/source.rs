//! What the source of an aggregated file has published. Everybody has it, whatever we withhold.

use super::asked::{Asked, Key};
use super::atoms::Atoms;
use crate::data::{Bound, Cell, Dataset, Dim, Indicator, Missing, Shape, Unit};
use crate::query::{Estimate, Group, sum};

/// What a source tells of a number.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told<T> {
    /// What it is.
    Value(T),
    /// That it is withheld, and within this bound, of a value in its unit.
    Within(Bound, Option<Unit>),
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
            Self::Within(bound, unit) => Told::Within(bound, unit),
            Self::Withheld => Told::Withheld,
            Self::Nobody => Told::Nobody,
            Self::Nothing => Told::Nothing,
        }
    }
}

/// A row as the source has it. For the attack only: nothing of it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    /// Which one.
    pub(crate) key: Key,
    /// Pupils.
    pub(crate) pupils: Told<u64>,
    /// By indicator, the value.
    pub(crate) values: Vec<Told<Estimate>>,
    /// Whether everybody is taken to have it.
    pub(crate) is_public: bool,
}

/// By entry, whether it is a row of an aggregated file that everybody is taken to have: one that contains others, and one of pupils
/// whom such a row counts though its values do not rest on them. Their number is what its pupils have more than its values.
pub(super) fn public(dataset: &Dataset, atoms: &Atoms) -> Vec<bool> {
    let mut public = vec![false; dataset.entries()];
    if dataset.shape == Shape::Aggregated {
        for entry in 0..dataset.entries() {
            public[entry] |= atoms.of(std::iter::once(entry)).len() > 1;
            if let Some(apart) = dataset.apart(entry) {
                public[apart] = true;
            }
        }
    }
    public
}

/// The rows of an aggregated file; none of pupil rows.
pub(crate) fn published(dataset: &Dataset) -> Vec<Published> {
    if dataset.shape == Shape::PupilRows {
        return Vec::new();
    }
    let public = public(dataset, &Atoms::new(dataset));
    let by = [Dim::School, Dim::Year, Dim::Programme];
    let groups = Dim::ALL.into_iter().filter(|dim| dim.is_group() && dataset.dimension(*dim).is_some());
    let asked = std::iter::once(Asked::by(&by)).chain(groups.map(|dim| Asked::by(&[&by[..], &[dim]].concat())));
    let mut rows = Vec::new();
    for asked in asked {
        for (key, entries) in asked.members(dataset) {
            let found = sum(dataset, &entries);
            let is_public = matches!(entries[..], [entry] if public[entry]);
            rows.extend(Key::of(&asked, &key).map(|key| (key, found, is_public)));
        }
    }
    let row = |(key, found, is_public): (Key, Group, bool)| {
        let pupils = match (found.pupils, found.bound) {
            (0, Some(bound)) => Told::Within(bound, None),
            (0, None) if found.rows_withheld > 0 => Told::Withheld,
            (0, None) => Told::Nothing,
            (pupils, _) => Told::Value(pupils),
        };
        let value = |cell: &Cell, about: &Indicator| match Estimate::of(cell, about).ok_or(cell.bound) {
            Ok(estimate) => Told::Value(estimate),
            Err(Some(bound)) => Told::Within(bound, Some(about.unit)),
            Err(None) if cell.is_bounded() => Told::Withheld,
            Err(None) if cell.left_out.of(Missing::WithheldInSource) > 0 => Told::Withheld,
            Err(None) if cell.left_out.of(Missing::NotApplicable) > 0 => Told::Nobody,
            Err(None) => Told::Nothing,
        };
        let cells = found.cells.iter().zip(&dataset.profile.indicators);
        let values = cells.map(|(cell, about)| value(cell, about)).collect();
        Published { key, pupils, values, is_public }
    };
    rows.into_iter().map(row).collect()
}
