//! The groups that are asked for, as the system of cells that the pattern is sought in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::alike::Alike;
use super::asked::Asked;
use super::atoms::Atoms;
use super::column::Column;
use super::guarded::Table;
use super::pace::Pace;
use super::pattern::{Cell, Indicator, Link, Outcome, Role, Scale, System, Value};
use super::quantity::Quantity;
use super::source::public;
use crate::data::{self, Dataset, Fixed, Kind, Shape, Unit};

/// Where the numbers of a cell are shown.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Place in what was asked for in its layer.
    pub(super) asked: usize,
    /// Place among the groups there.
    pub(super) group: usize,
    /// Whether the cell has the group's number of pupils.
    pub(super) pupils: bool,
}

/// A system and where the cells of its last layer are shown.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) system: System,
    /// The first cell of the last layer.
    pub(super) first: usize,
    /// Of that cell and those after it; cells that are shown nowhere have no place.
    pub(super) places: Vec<Place>,
    /// By place, and there by indicator, whether the cell has the group's number of pupils with a value.
    pub(super) bases: Vec<bool>,
}

/// Everything that is asked for, layer by layer, and the groups of the last. The cells of the first layers are the same, whatever comes after them.
///
/// What a layer tells apart without showing it is kept, too: hidden of the first layer. Of later ones its numbers are only reckoned
/// with: where girls of a school and its pupils of highly educated parents are shown, neither tells who is both, and what is shown of
/// either kind in groups that are large enough leaves as much open.
pub(super) async fn build(dataset: &Dataset, layers: &[&[Asked]], last: &[Table], pace: &Pace) -> Built {
    let atoms = Atoms::new(dataset);
    let indicators = &dataset.profile.indicators;
    let mut building = Building {
        dataset,
        public: public(dataset, &atoms),
        atoms: &atoms,
        pupils: Column::new(dataset, Quantity::Pupils),
        numbers: Vec::with_capacity(indicators.len()),
        cells: Vec::new(),
        places: Vec::new(),
        bases: Vec::new(),
    };
    for (index, about) in indicators.iter().enumerate() {
        pace.rest(dataset.entries() / 16).await;
        let columns = [Quantity::Base(index), outcome(dataset, index)].map(|quantity| Column::new(dataset, quantity));
        building.numbers.push(Numbers {
            columns,
            values: Default::default(),
            scale: Alike::new(about),
            alike: Vec::new(),
        });
    }
    building.reserve(last.iter().map(|table| table.groups.len()).sum());
    let mut first = 0;
    for (number, layer) in layers.iter().enumerate() {
        first = building.cells.len();
        building.places.clear();
        building.bases.clear();
        for (place, asked) in layer.iter().enumerate() {
            if let Some(table) = last.get(place).filter(|_| number + 1 == layers.len()) {
                let mut groups = table.groups.iter().map(|group| group.entries.as_slice());
                building.groups(place, asked, &mut groups, pace).await;
            } else {
                let members = asked.members(dataset);
                pace.rest(members.len() / 8).await;
                building.groups(place, asked, &mut members.iter().map(|(_, entries)| entries.as_slice()), pace).await;
            }
        }
        pace.rest(building.cells.len() / 8).await;
        building.keep_the_rest();
        pace.rest(building.cells.len() / 8).await;
    }
    building.finish(first)
}

struct Building<'a> {
    dataset: &'a Dataset,
    atoms: &'a Atoms,
    /// By entry.
    public: Vec<bool>,
    pupils: Column,
    /// By indicator.
    numbers: Vec<Numbers>,
    cells: Vec<Cell>,
    places: Vec<Place>,
    bases: Vec<bool>,
}

/// What is told of an indicator: pupils with a value, and those of them who have it or their sum.
struct Numbers {
    columns: [Column; 2],
    /// By cell.
    values: [Vec<Value>; 2],
    /// That of a mean.
    scale: Option<Alike>,
    /// By cell, whether the mean tells what each pupil has.
    alike: Vec<bool>,
}

impl Building<'_> {
    /// Makes room for so many more cells.
    fn reserve(&mut self, cells: usize) {
        self.cells.reserve(cells);
        self.places.reserve(cells);
        self.bases.reserve(cells * self.numbers.len());
        for Numbers { values, alike, .. } in &mut self.numbers {
            for values in values {
                values.reserve(cells);
            }
            alike.reserve(cells);
        }
    }

    /// The cells of all groups of what was asked for.
    async fn groups(&mut self, place: usize, asked: &Asked, groups: &mut dyn Iterator<Item = &[usize]>, pace: &Pace) {
        for (group, entries) in groups.enumerate() {
            self.group(place, group, entries, asked.by.is_empty());
            pace.rest(1 + entries.len() / 8).await;
        }
    }

    /// The cells of one group: one, but where the source withholds some numbers of a part and not others.
    fn group(&mut self, asked: usize, group: usize, entries: &[usize], is_all: bool) {
        let bases = self.numbers.iter().map(|numbers| &numbers.columns[0]);
        let told: Vec<Cow<'_, [usize]>> =
            std::iter::once(&self.pupils).chain(bases).map(|column| column.told(entries)).collect();
        for (at, set) in told.iter().enumerate() {
            if set.is_empty() || told[..at].contains(set) {
                continue;
            }
            let role = match is_all {
                true => Role::Told,
                false if self.is_public(set) => Role::Forced,
                false => Role::Open,
            };
            self.push(set, role);
            self.places.push(Place { asked, group, pupils: at == 0 });
            self.bases.extend(told[1..].iter().map(|other| other == set));
        }
    }

    /// Whether these are one row of an aggregated file that its source has published whatever we do.
    fn is_public(&self, entries: &[usize]) -> bool {
        matches!(entries, [entry] if self.public[*entry])
    }

    fn push(&mut self, entries: &[usize], role: Role) {
        for (index, Numbers { columns, values, scale, alike }) in self.numbers.iter_mut().enumerate() {
            values.iter_mut().zip(columns).for_each(|(values, column)| values.push(column.value(entries)));
            let cells = entries.iter().map(|entry| &self.dataset.cells(*entry)[index]);
            alike.push(scale.as_ref().is_some_and(|scale| scale.are_alike(cells)));
        }
        let pupils = self.pupils.value(entries);
        self.cells.push(Cell { atoms: self.atoms.of(entries.iter().copied()), role, pupils });
    }

    /// Groups that what is asked for tells apart without showing them.
    fn keep_the_rest(&mut self) {
        if self.dataset.shape == Shape::Aggregated {
            return;
        }
        // An entry that is a cell by itself is no part of anything untold.
        let mut is_told = vec![false; self.dataset.entries()];
        for found in &self.cells {
            if let [atom] = found.atoms[..] {
                is_told[atom as usize] = true;
            }
        }
        let mut cells_of: Vec<Vec<u32>> = vec![Vec::new(); self.dataset.entries()];
        for (cell, found) in (0..).zip(&self.cells) {
            let untold = found.atoms.iter().filter(|&&atom| !is_told[atom as usize]);
            untold.for_each(|&atom| cells_of[atom as usize].push(cell));
        }
        let mut alike: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
        for (entry, cells) in cells_of.iter().enumerate().filter(|(entry, _)| !is_told[*entry]) {
            alike.entry(cells).or_default().push(entry);
        }
        let shown: Vec<Vec<usize>> = alike
            .into_iter()
            .filter(|(cells, entries)| {
                !cells.iter().any(|&cell| self.cells[cell as usize].atoms.len() == entries.len())
            })
            .map(|(_, entries)| entries)
            .collect();
        for entries in shown {
            self.push(&entries, Role::Kept);
        }
    }

    fn finish(self, first: usize) -> Built {
        let indicator = |(index, (about, numbers)): (usize, (&data::Indicator, Numbers))| {
            let Numbers { columns, values: [base, outcome], alike, .. } = numbers;
            let outcome = match columns[1].quantity {
                Quantity::Sum(_) => Outcome::Mean { sums: outcome, scale: scale(about), grades: grades(about), alike },
                _ => Outcome::Shares { reached: vec![outcome], link: Link::Free },
            };
            Indicator { base: Some(base), outcome, within: self.dataset.profile.within(index) }
        };
        let indicators = self.dataset.profile.indicators.iter().zip(self.numbers).enumerate().map(indicator).collect();
        let atoms = self.cells.iter().flat_map(|cell| &cell.atoms).max().map_or(0, |last| *last as usize + 1);
        Built { system: System { atoms, cells: self.cells, indicators }, first, places: self.places, bases: self.bases }
    }
}

/// What of an indicator's values is protected: how many have it, or their sum. A mean is a share by another name where every pupil has
/// the lowest value of the scale or the highest, so that the mean tells how many have which.
fn outcome(dataset: &Dataset, of: usize) -> Quantity {
    let about = &dataset.profile.indicators[of];
    let end = |value: f64| Fixed::from_f64(value).map_or(0, |fixed| i128::from(fixed.millionths()));
    let (low, high) = (end(about.lowest), end(about.highest));
    // Nobody's distance from one end times that from the other is below 0, so their sum is 0 only if each is.
    let mut cells = (0..dataset.entries()).map(|entry| &dataset.cells(entry)[of].sums);
    let mut is_share =
        || cells.all(|sums| (low + high) * sums.sum - sums.sum_sq.cast_signed() == low * high * i128::from(sums.n));
    match about.kind {
        Kind::Mean if dataset.shape == Shape::Aggregated || !is_share() => Quantity::Sum(of),
        _ => Quantity::Having(of),
    }
}

/// How wide the range of a withheld mean must stay, in the indicator's unit: a step of the grade scale 0 to 20, and a tenth of any
/// other, such as 10 percentage points, or 34 of 340.
pub(crate) fn step(about: &data::Indicator) -> f64 {
    let scale = about.highest - about.lowest;
    if about.unit == Unit::Points && (scale - 20.0).abs() < f64::EPSILON { 2.5 } else { scale / 10.0 }
}

/// The values that a pupil can have, where they are few, in millionths above the lowest of the scale.
fn grades(about: &data::Indicator) -> Vec<u64> {
    about.steps.iter().map(|step| millionths(step - about.lowest)).collect()
}

fn millionths(value: f64) -> u64 {
    Fixed::from_f64(value).map_or(0, |fixed| fixed.millionths().unsigned_abs())
}

/// The scale of a mean, in millionths above its lowest value.
fn scale(about: &data::Indicator) -> Scale {
    Scale {
        least: 0,
        most: millionths(about.highest - about.lowest),
        unit: millionths(0.1_f64.powi(i32::from(about.decimals))),
        step: millionths(step(about)),
    }
}
