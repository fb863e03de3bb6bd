//! Which labels lie inside which, among the rows of one school and year.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{Dataset, Dim, Dimension, Level, Shape, Track, set, sort_by_key};

/// The rows of each school and year, however they are divided further.
pub(super) fn contexts(dataset: &Dataset) -> Vec<Vec<usize>> {
    let mut contexts: BTreeMap<Vec<u16>, Vec<usize>> = BTreeMap::new();
    let apart = |dimension: &&Dimension| matches!(dimension.dim, Dim::School | Dim::Year);
    for entry in 0..dataset.entries() {
        let key = dataset.dimensions.iter().filter(apart).map(|dimension| dimension.codes[entry]).collect();
        contexts.entry(key).or_default().push(entry);
    }
    contexts.into_values().collect()
}

/// What each label of one dimension is made of.
pub(super) struct Parts<'a> {
    dimension: Option<&'a Dimension>,
    /// A label's narrowest parts: itself, where nothing lies inside it. [`REST`] and its own number is what is left of it beside them.
    narrowest: BTreeMap<u16, BTreeSet<u16>>,
    /// The labels directly inside one, and whether they are all of it.
    pub(super) inside: BTreeMap<u16, (Vec<u16>, bool)>,
    one: BTreeSet<u16>,
}

/// Added to a label's number to name what is left of it beside its parts.
const REST: u16 = 1 << 15;

impl<'a> Parts<'a> {
    pub(super) fn new(dataset: &'a Dataset, dim: Dim, rows: &[usize]) -> Self {
        let dimension = dataset.dimension(dim);
        let mut parts = Self { dimension, narrowest: BTreeMap::new(), inside: BTreeMap::new(), one: set([0]) };
        let Some(dimension) = dimension else { return parts };
        let labels = set(rows.iter().map(|&row| dimension.codes[row]));
        let level = |label: u16| dimension.labels[usize::from(label)].level.unwrap_or(Level::Programme(None));
        let inside = |outer: u16, inner: u16| outer != inner && may_contain(level(outer), level(inner));
        // Narrow labels first: levels are ordered from wide to narrow.
        let mut order: Vec<u16> = labels.iter().copied().collect();
        sort_by_key(&mut order, |&label| std::cmp::Reverse((level(label), label)));
        for label in order {
            let mut within: Vec<u16> = labels.iter().copied().filter(|&inner| inside(label, inner)).collect();
            // A programme that could be of any track is of another one, where this one is full without it.
            let certain: Vec<u16> = within.iter().copied().filter(|&inner| is_certain(level(inner))).collect();
            if certain.len() < within.len() && adds_up(dataset, dimension, rows, label, &certain, true) {
                within = certain;
            }
            if within.is_empty() {
                parts.narrowest.insert(label, set([label]));
                continue;
            }
            let holds = |between: &u16, inner: &u16| {
                parts.inside.get(between).is_some_and(|(inside, _)| inside.contains(inner))
            };
            let direct = |inner: &u16| !within.iter().any(|between| holds(between, inner));
            let direct: Vec<u16> = within.iter().copied().filter(direct).collect();
            let is_all = adds_up(dataset, dimension, rows, label, &direct, false);
            let narrow = within.iter().filter_map(|inner| parts.narrowest.get(inner)).flatten().copied();
            let narrow = set(narrow.chain((!is_all).then_some(label | REST)));
            parts.narrowest.insert(label, narrow);
            parts.inside.insert(label, (direct, is_all));
        }
        parts
    }

    /// The narrowest parts of a row's label; one and the same of every row where there is no such dimension.
    pub(super) fn narrowest(&self, row: usize) -> &BTreeSet<u16> {
        self.dimension.and_then(|dimension| self.narrowest.get(&dimension.codes[row])).unwrap_or(&self.one)
    }
}

/// Whether pupils of one level may be among those of another. International Baccalaureate is no national programme, but report 88
/// counts its pupils among those who prepare for higher education.
fn may_contain(outer: Level, inner: Level) -> bool {
    let baccalaureate = (Level::Track(Track::Preparatory), Level::Programme(Some(Track::International)));
    outer.contains(inner) || (outer, inner) == baccalaureate
}

/// Whether it goes without saying what a programme is part of.
fn is_certain(level: Level) -> bool {
    !matches!(level, Level::Programme(None | Some(Track::International)))
}

/// Whether the rows of the parts may add up to those of the whole: the numbers of pupils that are told do not contradict it. With
/// `in_full`, whether all are told and they do.
fn adds_up(dataset: &Dataset, dimension: &Dimension, rows: &[usize], whole: u16, parts: &[u16], in_full: bool) -> bool {
    let other = dataset.dimension(if dimension.dim == Dim::Programme { Dim::Gender } else { Dim::Programme });
    let beside = |row: usize| other.map(|other| other.codes[row]);
    let told = |row: usize| dataset.told(row);
    rows.iter().filter(|&&row| dimension.codes[row] == whole).all(|&outer| {
        let Some(sum) = told(outer) else { return !in_full };
        let same = |label: &u16| {
            let is_same = |row: &&usize| dimension.codes[**row] == *label && beside(**row) == beside(outer);
            rows.iter().find(is_same).map(|&row| told(row))
        };
        let found: Vec<Option<Option<u64>>> = parts.iter().map(same).collect();
        let known: u64 = found.iter().flatten().flatten().sum();
        let is_whole = found.iter().all(|part| matches!(part, Some(Some(_))));
        if is_whole { known == sum } else { !in_full && known <= sum }
    })
}

/// A group that others make up, as everybody knows: programmes in a school, and programmes in a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// School label.
    pub school: u16,
    /// Year label.
    pub year: u16,
    /// Programme label; `None` for the school.
    pub programme: Option<u16>,
    /// The programmes inside it.
    pub parts: Vec<u16>,
    /// Whether they are all of it.
    pub is_all: bool,
}

/// What is made up of what. Schools come with all their programmes, or of an aggregated file with the widest.
pub fn wholes(dataset: &Dataset) -> Vec<Whole> {
    let (Some(schools), Some(years), Some(programmes)) =
        (dataset.dimension(Dim::School), dataset.dimension(Dim::Year), dataset.dimension(Dim::Programme))
    else {
        return Vec::new();
    };
    let mut wholes = Vec::new();
    for rows in contexts(dataset) {
        let Some(&first) = rows.first() else { continue };
        let (school, year) = (schools.codes[first], years.codes[first]);
        let labels = set(rows.iter().map(|&row| programmes.codes[row]));
        if dataset.shape == Shape::PupilRows {
            let parts = labels.into_iter().collect();
            wholes.push(Whole { school, year, programme: None, parts, is_all: true });
            continue;
        }
        let parts = Parts::new(dataset, Dim::Programme, &rows);
        let is_inside = |label: &u16| parts.inside.values().any(|(inside, _)| inside.contains(label));
        let widest = labels.into_iter().filter(|label| !is_inside(label)).collect();
        wholes.push(Whole { school, year, programme: None, parts: widest, is_all: true });
        wholes.extend(parts.inside.iter().map(|(&label, (inside, is_all))| Whole {
            school,
            year,
            programme: Some(label),
            parts: inside.clone(),
            is_all: *is_all,
        }));
    }
    wholes
}

/// A division of the pupils of a school year into groups, as everybody knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Divided {
    /// School label.
    pub(crate) school: u16,
    /// Year label.
    pub(crate) year: u16,
    /// Labels of the groups.
    pub(crate) parts: Vec<u16>,
    /// Whether they are everybody.
    pub(crate) is_all: bool,
}

/// The groups of each school and year. A label that stands for everybody is none of them.
pub(crate) fn divided(dataset: &Dataset, dim: Dim) -> Vec<Divided> {
    let (Some(schools), Some(years), Some(dimension)) =
        (dataset.dimension(Dim::School), dataset.dimension(Dim::Year), dataset.dimension(dim))
    else {
        return Vec::new();
    };
    let of = |rows: Vec<usize>| {
        let first = *rows.first()?;
        let labels = set(rows.iter().map(|&row| dimension.codes[row]));
        let mut parts: Vec<u16> = labels.into_iter().filter(|label| !is_everybody(dataset, dim, *label)).collect();
        let mut is_all = true;
        if dataset.shape == Shape::Aggregated {
            let known = Parts::new(dataset, dim, &rows);
            if let Some((inside, all)) = known.inside.values().next() {
                (parts, is_all) = (inside.clone(), *all);
            }
        }
        Some(Divided { school: schools.codes[first], year: years.codes[first], parts, is_all })
    };
    contexts(dataset).into_iter().filter_map(of).collect()
}

/// Whether a label of a division into groups stands for everybody: `Totalt`.
pub(crate) fn is_everybody(dataset: &Dataset, dim: Dim, label: u16) -> bool {
    dataset.labels(dim).get(usize::from(label)).is_some_and(|label| label.level == Some(Level::Total))
}
