//! A document's groups and measures → numbered unknowns and the ties that public structure puts on them.

use super::bearing::{self, Tie};
use super::document::{Base, Document, Kind, Measure, Relation};
use super::sorted::sort_once;
use super::system::{INFINITE, System, short};

/// More pupils than any group has.
pub(super) const MOST_PUPILS: i64 = 1_000_000;

/// Sums of a measure are in halves of a millionth: what rounding in print leaves open is then a whole number.
pub(super) const HALF_MILLIONTHS: i64 = 2_000_000;

/// The same, of thousandths.
pub(super) const PER_THOUSANDTH: i64 = HALF_MILLIONTHS / 1000;

/// Longest scale of a mean, in thousandths.
pub(super) const LONGEST_SCALE: i64 = 1_000_000_000;

/// Where a measure's quantities stand among those of a group.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    /// Pupils with a value.
    pub(super) base: u32,
    /// The numerator of a share; the sum of a mean, from its lowest value.
    pub(super) value: u32,
    /// Those of the base who do not have it; of shares.
    pub(super) rest: Option<u32>,
}

/// Unknown `group · quantities + quantity`; quantity 0 is the pupils of the group.
pub(super) struct Model<'a> {
    pub(super) measures: &'a [Measure],
    labels: Vec<&'a str>,
    pub(super) groups: u32,
    quantities: u32,
    pub(super) layouts: Vec<Layout>,
    /// Groups and their disjoint parts.
    pub(super) wholes: Vec<(u32, Vec<u32>)>,
    pub(super) system: System,
}

/// Length of the scale of a mean, in thousandths, and its lowest value; `None` of a share.
pub(super) fn scale(measure: &Measure) -> Option<(i64, i64)> {
    match measure.kind {
        Kind::Share => None,
        Kind::Mean { lowest, highest, .. } => {
            Some((highest.saturating_sub(lowest).clamp(0, LONGEST_SCALE), lowest.clamp(-LONGEST_SCALE, LONGEST_SCALE)))
        }
    }
}

impl<'a> Model<'a> {
    /// The unknowns of a document, and the ties that hold whatever is printed.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut labels: Vec<&str> =
            document.tables.iter().flat_map(|table| table.rows.iter().map(|row| row.group.as_str())).collect();
        let ties = bearing::ties(document);
        for tie in &ties {
            labels.push(tie.whole);
            labels.extend(&tie.parts);
        }
        sort_once(&mut labels);
        let groups = short(labels.len());
        let mut quantities = 1;
        let mut next = || {
            quantities += 1;
            quantities - 1
        };
        let layouts = document.measures.iter().map(|measure| Layout {
            base: if measure.base == Base::Own { next() } else { 0 },
            value: next(),
            rest: matches!(measure.kind, Kind::Share).then(&mut next),
        });
        let layouts: Vec<Layout> = layouts.collect();
        let mut model = Self {
            measures: &document.measures,
            labels,
            groups,
            quantities,
            layouts,
            wholes: Vec::new(),
            system: System::default(),
        };
        let used = bearing::measures(document);
        model.relate(&ties);
        model.create();
        model.tie_within_groups(&document.relations, &used);
        model.tie_groups(&used);
        model
    }

    /// The number of a group.
    pub(super) fn group(&self, label: &str) -> Option<u32> {
        self.labels.binary_search(&label).ok().map(short)
    }

    /// The label of a group; none of those that only a relation implies.
    pub(super) fn label(&self, group: u32) -> &'a str {
        self.labels.get(group as usize).copied().unwrap_or("")
    }

    /// The number of an unknown.
    pub(super) fn var(&self, group: u32, quantity: u32) -> u32 {
        group * self.quantities + quantity
    }

    fn relate(&mut self, ties: &[Tie<'_>]) {
        for tie in ties {
            let Some(whole) = self.group(tie.whole) else { continue };
            let mut parts: Vec<u32> = tie.parts.iter().filter_map(|part| self.group(part)).collect();
            if tie.more {
                // The others have no name, but are a group like any other.
                parts.push(self.groups);
                self.groups += 1;
            }
            sort_once(&mut parts);
            self.wholes.push((whole, parts));
        }
        sort_once(&mut self.wholes);
    }

    fn create(&mut self) {
        for group in 0..self.groups {
            let mut most = vec![MOST_PUPILS; self.quantities as usize];
            for (measure, layout) in self.measures.iter().zip(&self.layouts) {
                if let Some((length, _)) = scale(measure) {
                    most[layout.value as usize] = length.saturating_mul(PER_THOUSANDTH).saturating_mul(MOST_PUPILS);
                }
            }
            let mut bases = vec![None; self.quantities as usize];
            for layout in self.layouts.iter().filter(|layout| layout.rest.is_none()) {
                bases[layout.value as usize] = Some(self.var(group, layout.base));
            }
            for (most, base) in most.into_iter().zip(bases) {
                self.system.unknown(most, base);
            }
        }
    }

    fn tie_within_groups(&mut self, relations: &[Relation], used: &[bool]) {
        for group in 0..self.groups {
            let var = |quantity| group * self.quantities + quantity;
            let measures = self.measures.iter().zip(&self.layouts).zip(used);
            for (measure, layout) in measures.filter_map(|(measure, used)| used.then_some(measure)) {
                let base = var(layout.base);
                if layout.base != 0 {
                    self.system.tie(vec![(var(0), 1), (base, -1)], 0, INFINITE);
                }
                match (layout.rest, scale(measure)) {
                    (Some(rest), _) => {
                        self.system.tie(vec![(base, 1), (var(layout.value), -1), (var(rest), -1)], 0, 0);
                    }
                    (None, Some((length, _))) => {
                        self.system.tie(vec![(base, length * PER_THOUSANDTH), (var(layout.value), -1)], 0, INFINITE);
                    }
                    (None, None) => {}
                }
            }
            for relation in relations {
                let (Relation::Outcomes(measures) | Relation::Cumulative(measures)) = relation else { continue };
                let mut found: Vec<Layout> = Vec::new();
                for layout in measures.iter().filter_map(|at| self.layouts.get(*at)) {
                    if layout.rest.is_some() && found.iter().all(|other| other.value != layout.value) {
                        found.push(*layout);
                    }
                }
                let Some(first) = found.first() else { continue };
                if let Relation::Outcomes(_) = relation {
                    let mut terms = vec![(var(first.base), 1)];
                    terms.extend(found.iter().map(|layout| (var(layout.value), -1)));
                    self.system.tie(terms, 0, 0);
                } else {
                    for pair in found.windows(2) {
                        let mut terms = vec![(var(pair[1].value), 1), (var(pair[0].value), -1)];
                        if pair[1].base != 0 {
                            terms.extend([(var(0), 1), (var(pair[1].base), -1)]);
                        }
                        self.system.tie(terms, 0, INFINITE);
                    }
                }
            }
        }
    }

    fn tie_groups(&mut self, used: &[bool]) {
        let mut quantities = vec![0];
        for (layout, _) in self.layouts.iter().zip(used).filter(|(_, used)| **used) {
            quantities.extend([Some(layout.base), Some(layout.value), layout.rest].into_iter().flatten());
        }
        sort_once(&mut quantities);
        for (whole, parts) in &self.wholes {
            for quantity in &quantities {
                let mut terms = vec![(whole * self.quantities + quantity, 1)];
                terms.extend(parts.iter().map(|part| (part * self.quantities + quantity, -1)));
                self.system.tie(terms, 0, 0);
            }
        }
    }
}

/// Greatest common divisor.
pub(super) fn common(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
