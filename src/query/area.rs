//! Schools that belong together: those of a municipality, and those of a provider.

use std::collections::BTreeMap;

use super::Selection;
use crate::data::{Dataset, Dim};

/// The schools of one municipality or provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// [`Dim::Municipality`] or [`Dim::Provider`].
    pub dim: Dim,
    /// Its label.
    pub label: u16,
    /// Its schools, in label order; at least two, and not all of the dataset.
    pub schools: Vec<u16>,
}

/// The municipalities, then the providers, in label order. A school belongs to that of its latest rows.
pub fn areas(dataset: &Dataset) -> Vec<Area> {
    let (Some(schools), Some(years)) = (dataset.dimension(Dim::School), dataset.dimension(Dim::Year)) else {
        return Vec::new();
    };
    let mut areas = Vec::new();
    for dim in [Dim::Municipality, Dim::Provider] {
        let Some(dimension) = dataset.dimension(dim) else { continue };
        let mut latest: Vec<Option<(u16, u16)>> = vec![None; schools.labels.len()];
        for ((&school, &year), &label) in schools.codes.iter().zip(&years.codes).zip(&dimension.codes) {
            let known = &mut latest[usize::from(school)];
            *known = (*known).max(Some((year, label)));
        }
        let mut together: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for (school, found) in (0..=u16::MAX).zip(&latest) {
            if let Some((_, label)) = found {
                together.entry(*label).or_default().push(school);
            }
        }
        let is_named = |label: &u16| !dataset.name(dim, *label).is_empty();
        let is_some_of_many = |found: &[u16]| found.len() > 1 && found.len() < schools.labels.len();
        let kept = together.into_iter().filter(|(label, found)| is_named(label) && is_some_of_many(found));
        areas.extend(kept.map(|(label, schools)| Area { dim, label, schools }));
    }
    areas
}

/// The municipality or provider of the school in focus that a urval asks for; `None` where it asks for none, or its schools are all that
/// there are, or one alone.
pub fn area_of(dataset: &Dataset, selection: &Selection) -> Option<Area> {
    let dim = selection.area?;
    areas(dataset).into_iter().find(|area| area.dim == dim && area.schools.contains(&selection.focus))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    #[test]
    fn a_school_is_where_it_was_last() {
        let dataset = fixture::dataset(
            "Läsår;Skola;Kommun;Huvudman;Närvaro\n\
             2021/22;Ask;Vik;Vik AB;80\n2022/23;Ask;Vik;Nya AB;80\n2022/23;Bok;Vik;Nya AB;80\n2022/23;Cypress;Ö;Vik AB;80\n\
             2022/23;Dun;Vik;;80\n2022/23;En;;;80\n",
        );
        let found = areas(&dataset);
        let named: Vec<(&str, &[u16])> =
            found.iter().map(|area| (dataset.name(area.dim, area.label), area.schools.as_slice())).collect();
        assert_eq!(named, [("Vik", &[0, 1, 3][..]), ("Nya AB", &[0, 1])]);
    }
}
