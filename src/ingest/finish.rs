//! Columns of all files → the dataset.

use std::collections::BTreeMap;

use crate::data::{
    Dataset, Dim, Dimension, Label, Level, SchoolYear, Shape, Values, label_key, level_of, swedish_order,
};
use crate::ingest::build::Columns;
use crate::ingest::intern::Interner;
use crate::ingest::repeats;
use crate::ingest::report::{Note, Report};

/// What an import gives: a dataset, unless no row could be used, and always a report.
#[derive(Debug)]
pub struct Ingested {
    /// The rows that are used.
    pub dataset: Option<Dataset>,
    /// What became of every row of every file.
    pub report: Report,
}

/// Links, sorts and checks across files.
pub(crate) fn finish(mut columns: Columns, mut report: Report) -> Ingested {
    let Some((profile, shape)) = columns.decided.take() else {
        return Ingested { dataset: None, report };
    };
    let present = Dim::ALL.into_iter().filter(|dim| !columns.codes[dim.index()].is_empty()).collect::<Vec<_>>();
    for &dim in &present {
        // A dimension with 65 535 labels and a file without it has no room for the unnamed label; its rows then go to the first.
        columns.pad(dim).unwrap_or_default();
        columns.codes[dim.index()].resize(columns.rows, 0);
    }
    link_schools_by_name(&mut columns);
    let dimensions = present
        .into_iter()
        .map(|dim| dimension(dim, &columns.interners[dim.index()], std::mem::take(&mut columns.codes[dim.index()])))
        .collect();
    let mut dataset = Dataset {
        shape,
        profile,
        dimensions,
        pupils: (shape == Shape::Aggregated).then(|| std::mem::take(&mut columns.pupils)),
        values: columns.values.into_iter().map(|slots| Values { slots }).collect(),
        invented: false,
    };
    if shape == Shape::Aggregated {
        repeats::remove(&mut dataset, &columns.origins, &mut report);
    }
    note_renamed(&columns.interners[Dim::School.index()], &mut columns.notes);
    tell_namesakes_apart(&mut dataset);
    report.notes = columns.notes;
    Ingested { dataset: (dataset.rows() > 0).then_some(dataset), report }
}

/// A school that one file gives without code is the one with a code that has had the same name, if there is exactly one.
fn link_schools_by_name(columns: &mut Columns) {
    let schools = &mut columns.interners[Dim::School.index()];
    let is_unit_code = |key: &str| key.len() >= 6 && key.bytes().all(|byte| byte.is_ascii_digit());
    let mut coded: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for variant in &schools.variants {
        if is_unit_code(&schools.keys[usize::from(variant.label)]) {
            let labels = coded.entry(label_key(&variant.name)).or_default();
            if !labels.contains(&variant.label) {
                labels.push(variant.label);
            }
        }
    }
    let mut target: Vec<u16> = (0..=u16::MAX).take(schools.keys.len()).collect();
    for variant in &mut schools.variants {
        let key = &schools.keys[usize::from(variant.label)];
        if let (false, Some([only])) = (is_unit_code(key), coded.get(key).map(Vec::as_slice)) {
            target[usize::from(variant.label)] = *only;
            variant.label = *only;
            let note = Note::SchoolLinkedByName(variant.name.clone());
            if !columns.notes.contains(&note) {
                columns.notes.push(note);
            }
        }
    }
    for code in &mut columns.codes[Dim::School.index()] {
        *code = target[usize::from(*code)];
    }
}

/// Sorts the labels that rows use, and renumbers the rows.
fn dimension(dim: Dim, interner: &Interner, mut codes: Vec<u16>) -> Dimension {
    let mut used = vec![false; interner.keys.len()];
    for &code in &codes {
        used[usize::from(code)] = true;
    }
    let names = interner.names();
    let mut order: Vec<(u16, Label)> = (0..=u16::MAX)
        .zip(&interner.keys)
        .filter(|(code, _)| used[usize::from(*code)])
        .map(|(code, key)| {
            let name = names[usize::from(code)].first().unwrap_or(key).clone();
            let level = level(dim, key, &name);
            let year = if dim == Dim::Year { SchoolYear::parse(&name) } else { None };
            (code, Label { key: key.clone(), name, level, year })
        })
        .collect();
    order.sort_by(|(_, a), (_, b)| {
        (a.year, a.level.map(rank))
            .cmp(&(b.year, b.level.map(rank)))
            .then_with(|| swedish_order(&a.name, &b.name))
            .then_with(|| a.key.cmp(&b.key))
    });
    let mut renumbered = vec![0; interner.keys.len()];
    for (new, (old, _)) in (0..=u16::MAX).zip(&order) {
        renumbered[usize::from(*old)] = new;
    }
    for code in &mut codes {
        *code = renumbered[usize::from(*code)];
    }
    Dimension { dim, labels: order.into_iter().map(|(_, label)| label).collect(), codes }
}

/// How much a label covers. The unnamed label of everybody has an empty key; that of an empty field has not.
fn level(dim: Dim, key: &str, name: &str) -> Option<Level> {
    match dim {
        Dim::Programme | Dim::Gender if key.is_empty() => Some(Level::Total),
        Dim::Programme => Some(level_of(name)),
        _ => None,
    }
}

/// Totals before tracks before programmes.
fn rank(level: Level) -> u8 {
    match level {
        Level::Total => 0,
        Level::National => 1,
        Level::Track(_) => 2,
        Level::Programme(_) => 3,
    }
}

fn note_renamed(schools: &Interner, notes: &mut Vec<Note>) {
    for names in schools.names() {
        if let [shown, earlier @ ..] = names.as_slice()
            && earlier.iter().any(|name| label_key(name) != label_key(shown))
        {
            notes.push(Note::SchoolRenamed { shown: shown.clone(), earlier: earlier.to_vec() });
        }
    }
}

/// Adds the municipality, or else the code, to the names of schools that are called alike.
fn tell_namesakes_apart(dataset: &mut Dataset) {
    let Some(schools) = dataset.dimension(Dim::School) else { return };
    let municipality_of = |school: usize| {
        let municipalities = dataset.dimension(Dim::Municipality)?;
        let row = schools.codes.iter().position(|&code| usize::from(code) == school)?;
        municipalities.labels.get(usize::from(municipalities.codes[row])).map(|label| label.name.clone())
    };
    let count = |names: &[String], name: &String| names.iter().filter(|other| *other == name).count();
    let plain: Vec<String> = schools.labels.iter().map(|label| label.name.clone()).collect();
    let mut names = plain.clone();
    for (index, name) in plain.iter().enumerate() {
        if count(&plain, name) > 1 {
            let place = municipality_of(index).filter(|place| !place.is_empty());
            names[index] = format!("{name} ({})", place.unwrap_or_else(|| schools.labels[index].key.clone()));
        }
    }
    let with_place = names.clone();
    for (index, name) in with_place.iter().enumerate() {
        if count(&with_place, name) > 1 {
            names[index] = format!("{name}, {}", schools.labels[index].key);
        }
    }
    for (label, name) in dataset.dimensions[0].labels.iter_mut().zip(names) {
        label.name = name;
    }
}
