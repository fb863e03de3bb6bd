//! The groups that are asked for, as the system of cells that the pattern is sought in.

use std::collections::BTreeMap;

use super::asked::Asked;
use super::atoms::Atoms;
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
    /// By indicator, whether it has the group's number of pupils with a value.
    pub(super) bases: Vec<bool>,
}

/// A system and where the cells of its last layer are shown.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) system: System,
    /// The first cell of the last layer.
    pub(super) first: usize,
    /// Of that cell and those after it; cells that are shown nowhere have no place.
    pub(super) places: Vec<Place>,
}

/// Everything that is asked for, layer by layer. The cells of the first layers are the same, whatever comes after them.
///
/// What a layer tells apart without showing it is kept, too: hidden of the first layer. Of later ones its numbers are only reckoned
/// with: where girls of a school and its pupils of highly educated parents are shown, neither tells who is both, and what is shown of
/// either kind in groups that are large enough leaves as much open.
pub(super) fn build(dataset: &Dataset, layers: &[&[Asked]]) -> Built {
    let atoms = Atoms::new(dataset);
    let mut building = Building {
        dataset,
        public: public(dataset, &atoms),
        atoms: &atoms,
        measured: measured(dataset),
        cells: Vec::new(),
        numbers: Vec::new(),
        places: Vec::new(),
    };
    let mut first = 0;
    for layer in layers {
        first = building.cells.len();
        building.places.clear();
        for (place, asked) in layer.iter().enumerate() {
            for (group, entries) in asked.members(dataset).values().enumerate() {
                building.group(place, group, entries, asked.by.is_empty());
            }
        }
        building.keep_the_rest();
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
    cells: Vec<Cell>,
    /// By cell and indicator: pupils with a value, and those of them who have it.
    numbers: Vec<Vec<(Value, Value, Value)>>,
    places: Vec<Place>,
}

impl Building<'_> {
    /// The cells of one group: one, but where the source withholds some numbers of a part and not others.
    fn group(&mut self, asked: usize, group: usize, entries: &[usize], is_all: bool) {
        let indicators = self.dataset.profile.indicators.len();
        let mut sets: Vec<(Vec<usize>, bool, Vec<bool>)> = Vec::new();
        let mut add = |told: Vec<usize>, mark: &dyn Fn(&mut bool, &mut Vec<bool>)| {
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
            self.places.push(Place { asked, group, pupils, bases });
        }
    }

    /// The entries whose numbers are added up: those that are told, or, where none is, those that the source withholds.
    fn told(&self, quantity: Quantity, entries: &[usize]) -> Vec<usize> {
        let such = |wanted: fn(Part) -> bool| -> Vec<usize> {
            entries.iter().copied().filter(|&entry| wanted(quantity.part(self.dataset, entry))).collect()
        };
        let known = such(|part| matches!(part, Part::Known(_)));
        match self.dataset.shape {
            // Pupils without a value add nothing to the number of those with one: the group is the same.
            Shape::PupilRows if !known.is_empty() || self.is_measured(quantity) => entries.to_vec(),
            _ if known.is_empty() => such(|part| matches!(part, Part::Withheld | Part::Within(..))),
            // Where nobody has a value, the sum is of them, too.
            _ if entries
                .iter()
                .all(|&entry| matches!(quantity.part(self.dataset, entry), Part::Known(_) | Part::Nothing)) =>
            {
                entries.to_vec()
            }
            _ => known,
        }
    }

    /// Whether these are one row of an aggregated file that its source has published whatever we do.
    fn is_public(&self, entries: &[usize]) -> bool {
        matches!(entries, [entry] if self.public[*entry])
    }

    fn push(&mut self, entries: &[usize], role: Role) {
        let value = |quantity: Quantity| self.value(quantity, entries);
        let numbers = (0..self.dataset.profile.indicators.len())
            .map(|index| (value(Quantity::Base(index)), value(Quantity::Having(index)), value(Quantity::Sum(index))));
        let (numbers, pupils) = (numbers.collect(), value(Quantity::Pupils));
        self.numbers.push(numbers);
        self.cells.push(Cell { atoms: self.atoms.of(entries.iter().copied()), role, pupils });
    }

    fn value(&self, quantity: Quantity, entries: &[usize]) -> Value {
        let parts = || entries.iter().map(|&entry| quantity.part(self.dataset, entry));
        if parts().all(|part| part == Part::Nothing) {
            // That none of a few has a result tells how few they are, where the others' results are counted.
            return if self.is_measured(quantity) { Value::Known(0) } else { Value::Absent };
        }
        // Sums are in millionths.
        let unknown = if matches!(quantity, Quantity::Sum(_)) { UNKNOWN * UNKNOWN } else { UNKNOWN };
        let (least, most) = parts().fold((0_u64, 0_u64), |(least, most), part| {
            let (low, high) = match part {
                Part::Known(value) => (value, value),
                Part::Within(low, high) => (low, high),
                Part::Withheld | Part::Untold => (0, unknown),
                Part::Nothing => (0, 0),
            };
            (least.saturating_add(low), most.saturating_add(high))
        });
        let is_known = parts().all(|part| matches!(part, Part::Known(_) | Part::Nothing));
        if is_known { Value::Known(least) } else { Value::Within(least, most) }
    }

    /// Whether somebody has a result, in whatever school and year.
    fn is_measured(&self, quantity: Quantity) -> bool {
        let (Quantity::Base(of) | Quantity::Having(of) | Quantity::Sum(of)) = quantity else { return false };
        self.measured[of]
    }

    /// Groups that what is asked for tells apart without showing them.
    fn keep_the_rest(&mut self) {
        if self.dataset.shape == Shape::Aggregated {
            return;
        }
        let mut cells_of: Vec<Vec<u32>> = vec![Vec::new(); self.dataset.entries()];
        for (cell, found) in (0..).zip(&self.cells) {
            found.atoms.iter().for_each(|&atom| cells_of[atom as usize].push(cell));
        }
        let mut alike: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
        for (entry, cells) in cells_of.iter().enumerate() {
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
        let indicator = |index: usize, about: &data::Indicator| {
            let of = |pick: fn(&(Value, Value, Value)) -> Value| {
                self.numbers.iter().map(|found| pick(&found[index])).collect::<Vec<Value>>()
            };
            let outcome = match about.kind {
                Kind::Share => Outcome::Shares { reached: vec![of(|found| found.1)], link: Link::Free },
                Kind::Mean => Outcome::Mean { sums: of(|found| found.2), scale: scale(about), grades: grades(about) },
            };
            Indicator { base: Some(of(|found| found.0)), outcome, within: self.dataset.profile.within(index) }
        };
        let indicators = self.dataset.profile.indicators.iter().enumerate();
        let indicators = indicators.map(|(index, about)| indicator(index, about)).collect();
        let atoms = self.cells.iter().flat_map(|cell| &cell.atoms).max().map_or(0, |last| *last as usize + 1);
        Built { system: System { atoms, cells: self.cells, indicators }, first, places: self.places }
    }
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
