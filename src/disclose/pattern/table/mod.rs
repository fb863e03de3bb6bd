//! What everybody can know from the rows published so far: unknowns that none of them tells apart, and equations between them.
//!
//! Nothing of a row that follows from others is kept: if a published row contains another, only the difference is. A national
//! total over a thousand published schools is thereby an equation between the few that are not.

mod shrink;
mod split;

use crate::disclose::pattern::few::Few;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::merge::Layout;

/// More pupils than there are in any school system.
pub(super) const FREE: i64 = 1 << 40;

/// A row, or some layers of it: every unknown of the system is as many in a table as the table has layers (pupils who reached
/// something and pupils who did not, say).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The set of the layout.
    pub(super) set: u32,
    /// The first layer.
    pub(super) from: u32,
    /// The layer after the last.
    pub(super) to: u32,
    /// How much less than its true sum it may be, going by what is published: 0 for a number, more for a rounded one.
    pub(super) below: i64,
    /// How much more.
    pub(super) above: i64,
}

impl Group {
    fn is_exact(&self) -> bool {
        self.below == 0 && self.above == 0
    }
}

/// Unknowns that nothing published tells apart.
#[derive(Debug)]
pub(super) struct Class {
    /// Their true sum.
    pub(super) value: i64,
    /// The most that it can be.
    pub(super) most: i64,
    /// Where in [`Table::order`] its unknowns are.
    pub(super) start: usize,
    /// How many unknowns.
    pub(super) len: usize,
    /// The equations that it is in.
    pub(super) equations: Few,
}

/// A sum of classes that is published, or follows.
#[derive(Debug)]
pub(super) struct Equation {
    /// Its classes, and some that have left it: [`Class::equations`] decides.
    classes: Few,
    /// How many classes it has.
    pub(super) len: usize,
    /// See [`Group::below`].
    pub(super) below: i64,
    /// See [`Group::above`].
    pub(super) above: i64,
}

impl Equation {
    fn is_exact(&self) -> bool {
        self.below == 0 && self.above == 0
    }

    fn is_within(&self, len: usize) -> bool {
        self.len <= len && self.is_exact()
    }
}

/// The published rows over the unknowns of one quantity.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// Rows and components.
    pub(super) layout: &'a Layout,
    /// Unknowns of the table per unknown of the layout.
    pub(super) layers: u32,
    /// True values, or others that fit all that we know.
    pub(super) value: Vec<i64>,
    /// The most that each can be.
    pub(super) most: Vec<i64>,
    /// The class of each unknown.
    pub(super) class_of: Vec<u32>,
    /// The unknowns, class by class.
    pub(super) order: Vec<u32>,
    place: Vec<u32>,
    /// The classes.
    pub(super) classes: Vec<Class>,
    /// The equations; those of length 0 are gone.
    pub(super) equations: Vec<Equation>,
    /// Per class; all 0 between calls.
    hits: Vec<u32>,
    overlaps: Vec<u32>,
}

impl<'a> Table<'a> {
    /// Nothing is published yet. Values and bounds are per unknown and, within it, per layer.
    pub(super) fn new(layout: &'a Layout, layers: u32, value: Vec<i64>, most: Vec<i64>) -> Self {
        let component = |unknown: u32| layout.component_of[(unknown / layers) as usize];
        let mut starts = vec![0_u32; layout.components + 1];
        for unknown in 0..index(value.len()) {
            starts[component(unknown) as usize + 1] += 1;
        }
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut order = vec![0; value.len()];
        for unknown in 0..index(value.len()) {
            let start = &mut starts[component(unknown) as usize];
            order[*start as usize] = unknown;
            *start += 1;
        }
        let mut place = vec![0; order.len()];
        let mut classes: Vec<Class> = Vec::with_capacity(layout.components + layout.rows);
        for (at, unknown) in order.iter().enumerate() {
            place[*unknown as usize] = index(at);
            if component(*unknown) as usize == classes.len() {
                classes.push(Class { value: 0, most: 0, start: at, len: 0, equations: Few::default() });
            }
            if let Some(class) = classes.last_mut() {
                class.len += 1;
                class.value += value[*unknown as usize];
                class.most += most[*unknown as usize];
            }
        }
        let class_of = (0..index(value.len())).map(component).collect();
        Self {
            layout,
            layers,
            value,
            most,
            class_of,
            order,
            place,
            classes,
            equations: Vec::with_capacity(layout.rows),
            hits: Vec::new(),
            overlaps: Vec::new(),
        }
    }

    /// The unknowns of a group.
    pub(super) fn unknowns_of(&self, group: Group) -> impl Iterator<Item = u32> + 'a {
        let layers = self.layers;
        self.layout
            .sets
            .get(group.set as usize)
            .iter()
            .flat_map(move |unknown| (group.from..group.to).map(move |layer| unknown * layers + layer))
    }

    /// The classes of an equation.
    pub(super) fn classes_of(&self, equation: u32) -> impl Iterator<Item = u32> + '_ {
        let all = self.equations[equation as usize].classes.iter().copied();
        all.filter(move |class| self.classes[*class as usize].equations.contains(&equation))
    }

    /// Publishes a group, whatever it gives away.
    pub(super) fn publish(&mut self, group: Group) {
        let classes = self.split(group);
        if group.is_exact() {
            let rest = self.without_smaller(&classes);
            if let Some(equation) = self.push(rest, group) {
                self.shrink_larger(equation);
            }
        } else {
            self.push(classes, group);
        }
    }

    fn push(&mut self, classes: Few, group: Group) -> Option<u32> {
        if classes.is_empty() {
            return None;
        }
        let number = index(self.equations.len());
        for class in &*classes {
            self.classes[*class as usize].equations.push(number);
        }
        let (below, above) = (group.below, group.above);
        self.equations.push(Equation { len: classes.len(), classes, below, above });
        Some(number)
    }
}
