//! The groups that are asked for, as the system of cells that the pattern is sought in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::alike::are_alike;
use super::asked::Asked;
use super::atoms::Atoms;
use super::guarded::Table;
use super::pace::Pace;
use super::pattern::{Cell, Indicator, Link, Outcome, Role, Scale, System, Value};
use super::quantity::{Part, Quantity, UNKNOWN};
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
    let numbers = dataset.profile.indicators.iter().map(|_| <[Vec<Value>; 2]>::default()).collect();
    let mut building = Building {
        dataset,
        public: public(dataset, &atoms),
        atoms: &atoms,
        measured: measured(dataset),
        outcomes: outcomes(dataset),
        cells: Vec::new(),
        numbers,
        alike: vec![Vec::new(); dataset.profile.indicators.len()],
        places: Vec::new(),
        bases: Vec::new(),
    };
    let mut first = 0;
    for (number, layer) in layers.iter().enumerate() {
        first = building.cells.len();
        building.places.clear();
        building.bases.clear();
        for (place, asked) in layer.iter().enumerate() {
            if let Some(table) = last.get(place).filter(|_| number + 1 == layers.len()) {
                let mut groups = table.groups.iter().map(|group| group.entries.as_slice());
                building.reserve(table.groups.len());
                building.groups(place, asked, &mut groups, pace).await;
            } else {
                let members = asked.members(dataset);
                pace.rest(members.len() / 8).await;
                building.groups(place, asked, &mut members.values().map(Vec::as_slice), pace).await;
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
    /// By indicator, whether some row of pupils has a result.
    measured: Vec<bool>,
    /// By indicator, those who have it or the sum.
    outcomes: Vec<Quantity>,
    cells: Vec<Cell>,
    /// By indicator and cell: pupils with a value, and those of them who have it or the sum.
    numbers: Vec<[Vec<Value>; 2]>,
    /// By indicator and cell, whether a mean tells what each pupil has.
    alike: Vec<Vec<bool>>,
    places: Vec<Place>,
    bases: Vec<bool>,
}

impl Building<'_> {
    /// Makes room for so many more cells.
    fn reserve(&mut self, cells: usize) {
        self.cells.reserve(cells);
        self.numbers.iter_mut().flatten().for_each(|numbers| numbers.reserve(cells));
        self.places.reserve(cells);
        self.bases.reserve(cells * self.numbers.len());
    }

    /// The cells of all groups of what was asked for.
    async fn groups(&mut self, place: usize, asked: &Asked, groups: &mut dyn Iterator<Item = &[usize]>, pace: &Pace) {
        for (group, entries) in groups.enumerate() {
            self.group(place, group, entries, asked.by.is_empty());
            pace.rest(1 + entries.len() / 8).await;
        }
    }

    /// The cells of one group: one, but where the source withholds some numbers of a part and not others.
    fn group<'e>(&mut self, asked: usize, group: usize, entries: &'e [usize], is_all: bool) {
        let indicators = self.dataset.profile.indicators.len();
        let mut sets: Vec<(Cow<'e, [usize]>, bool, Vec<bool>)> = Vec::new();
        let mut add = |told: Cow<'e, [usize]>, mark: &dyn Fn(&mut bool, &mut Vec<bool>)| {
            if told.is_empty() {
                return;
            }
            let at = sets.iter().position(|(known, ..)| *known == told).unwrap_or_else(|| {
                sets.push((told, false, vec![false; indicators]));
                sets.len() - 1
            });
            let (_, pupils, bases) = &mut sets[at];
            mark(pupils, bases);
        };
        add(self.told(Quantity::Pupils, entries), &|pupils, _| *pupils = true);
        for index in 0..indicators {
            add(self.told(Quantity::Base(index), entries), &|_, bases| bases[index] = true);
        }
        for (told, pupils, bases) in sets {
            let role = match is_all {
                true => Role::Told,
                false if self.is_public(&told) => Role::Forced,
                false => Role::Open,
            };
            self.push(&told, role);
            self.places.push(Place { asked, group, pupils });
            self.bases.extend(bases);
        }
    }

    /// The entries whose numbers are added up: those that are told, or, where none is, those that the source withholds.
    fn told<'e>(&self, quantity: Quantity, entries: &'e [usize]) -> Cow<'e, [usize]> {
        // Pupils without a value add nothing to the number of those with one: the group is the same. Where nobody has a value, the
        // sum is of them, too.
        if self.is_measured(quantity) {
            return Cow::Borrowed(entries);
        }
        let part = |entry: usize| quantity.part(self.dataset, entry);
        let is_known = |entry: &usize| matches!(part(*entry), Part::Known(_));
        let has_known = entries.iter().any(is_known);
        let is_all = match self.dataset.shape {
            Shape::PupilRows => has_known,
            Shape::Aggregated => {
                has_known && entries.iter().all(|entry| matches!(part(*entry), Part::Known(_) | Part::Nothing))
            }
        };
        if is_all {
            return Cow::Borrowed(entries);
        }
        let is_withheld = |entry: &usize| matches!(part(*entry), Part::Withheld | Part::Within(..));
        let such = |entry: &usize| if has_known { is_known(entry) } else { is_withheld(entry) };
        Cow::Owned(entries.iter().copied().filter(such).collect())
    }

    /// Whether these are one row of an aggregated file that its source has published whatever we do.
    fn is_public(&self, entries: &[usize]) -> bool {
        matches!(entries, [entry] if self.public[*entry])
    }

    fn push(&mut self, entries: &[usize], role: Role) {
        for index in 0..self.numbers.len() {
            let found = [Quantity::Base(index), self.outcomes[index]].map(|quantity| self.value(quantity, entries));
            self.numbers[index].iter_mut().zip(found).for_each(|(numbers, value)| numbers.push(value));
            let cells = entries.iter().map(|entry| &self.dataset.cells(*entry)[index]);
            self.alike[index].push(are_alike(cells, &self.dataset.profile.indicators[index]));
        }
        let pupils = self.value(Quantity::Pupils, entries);
        self.cells.push(Cell { atoms: self.atoms.of(entries.iter().copied()), role, pupils });
    }

    fn value(&self, quantity: Quantity, entries: &[usize]) -> Value {
        // Sums are in millionths.
        let unknown = if matches!(quantity, Quantity::Sum(_)) { UNKNOWN * UNKNOWN } else { UNKNOWN };
        let (mut least, mut most) = (0_u64, 0_u64);
        let (mut is_nothing, mut is_known) = (true, true);
        for entry in entries {
            let (low, high) = match quantity.part(self.dataset, *entry) {
                Part::Nothing => continue,
                Part::Known(value) => (value, value),
                Part::Within(low, high) => {
                    is_known = false;
                    (low, high)
                }
                Part::Withheld | Part::Untold => {
                    is_known = false;
                    (0, unknown)
                }
            };
            is_nothing = false;
            (least, most) = (least.saturating_add(low), most.saturating_add(high));
        }
        match (is_nothing, is_known) {
            // That none of a few has a result tells how few they are, where the others' results are counted.
            (true, _) if self.is_measured(quantity) => Value::Known(0),
            (true, _) => Value::Absent,
            (_, true) => Value::Known(least),
            _ => Value::Within(least, most),
        }
    }

    /// Whether somebody of rows of pupils has a result, in whatever school and year.
    fn is_measured(&self, quantity: Quantity) -> bool {
        let (Quantity::Base(of) | Quantity::Having(of) | Quantity::Sum(of)) = quantity else { return false };
        self.measured[of]
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
        let (mut alike, outcomes) = (self.alike, self.outcomes);
        let indicator = |(index, (about, [base, outcome])): (usize, (&data::Indicator, [Vec<Value>; 2]))| {
            let alike = std::mem::take(&mut alike[index]);
            let outcome = match outcomes[index] {
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

/// By indicator, what of its values is protected: how many have it, or their sum. A mean is a share by another name where every pupil
/// has the lowest value of the scale or the highest, so that the mean tells how many have which.
fn outcomes(dataset: &Dataset) -> Vec<Quantity> {
    let is_share = |(of, about): (usize, &data::Indicator)| {
        let end = |value: f64| Fixed::from_f64(value).map_or(0, |fixed| i128::from(fixed.millionths()));
        let (low, high) = (end(about.lowest), end(about.highest));
        // Nobody's distance from one end times that from the other is below 0, so their sum is 0 only if each is.
        let mut cells = (0..dataset.entries()).map(|entry| &dataset.cells(entry)[of].sums);
        cells.all(|sums| (low + high) * sums.sum - sums.sum_sq.cast_signed() == low * high * i128::from(sums.n))
    };
    let outcome = |(of, about): (usize, &data::Indicator)| match about.kind {
        Kind::Mean if dataset.shape == Shape::Aggregated || !is_share((of, about)) => Quantity::Sum(of),
        _ => Quantity::Having(of),
    };
    dataset.profile.indicators.iter().enumerate().map(outcome).collect()
}

fn measured(dataset: &Dataset) -> Vec<bool> {
    let has = |of: usize| (0..dataset.entries()).any(|entry| dataset.cells(entry)[of].pupils() > 0);
    let indicators = 0..dataset.profile.indicators.len();
    indicators.map(|of| dataset.shape == Shape::PupilRows && has(of)).collect()
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
