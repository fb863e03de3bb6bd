//! Schools without code.

use std::collections::BTreeMap;

use crate::data::{Dim, label_key};
use crate::ingest::gather::Gathered;
use crate::ingest::note::Note;

/// A school that one file gives without code is the one with a code that has had the same name, if there is exactly one.
pub(super) fn schools_by_name(gathered: &mut Gathered) {
    let schools = &mut gathered.spellings[Dim::School.index()];
    let is_unit_code = |key: &str| key.len() >= 6 && key.bytes().all(|byte| byte.is_ascii_digit());
    let mut coded: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for spelling in &schools.all {
        if is_unit_code(&schools.keys[usize::from(spelling.label)]) {
            let labels = coded.entry(label_key(&spelling.name)).or_default();
            if !labels.contains(&spelling.label) {
                labels.push(spelling.label);
            }
        }
    }
    let mut linked = Vec::new();
    for spelling in &mut schools.all {
        let key = &schools.keys[usize::from(spelling.label)];
        if let (false, Some([only])) = (is_unit_code(key), coded.get(key).map(Vec::as_slice)) {
            spelling.label = *only;
            linked.push(spelling.name.clone());
        }
    }
    for name in linked {
        gathered.note(Note::SchoolLinkedByName(name));
    }
}
