//! Schools that are called alike.

use std::collections::BTreeMap;

use crate::data::{Dataset, Dim};

/// Adds the municipality, or else the code, to the names of schools that are called alike.
pub(super) fn tell_apart(dataset: &mut Dataset) {
    let Some(schools) = dataset.dimension(Dim::School) else { return };
    let municipality_of = |school: usize| {
        let municipalities = dataset.dimension(Dim::Municipality)?;
        let row = schools.codes.iter().position(|&code| usize::from(code) == school)?;
        municipalities.labels.get(usize::from(municipalities.codes[row])).map(|label| label.name.clone())
    };
    let mut names: Vec<String> = schools.labels.iter().map(|label| label.name.clone()).collect();
    for school in shared(&names) {
        let place = municipality_of(school).filter(|place| !place.is_empty());
        let place = place.unwrap_or_else(|| schools.labels[school].key.clone());
        names[school] = format!("{} ({place})", names[school]);
    }
    for school in shared(&names) {
        names[school] = format!("{}, {}", names[school], schools.labels[school].key);
    }
    for (label, name) in dataset.dimensions[0].labels.iter_mut().zip(names) {
        label.name = name;
    }
}

/// The places of names that occur more than once.
fn shared(names: &[String]) -> Vec<usize> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, name) in names.iter().enumerate() {
        places.entry(name).or_default().push(place);
    }
    places.into_values().filter(|places| places.len() > 1).flatten().collect()
}
