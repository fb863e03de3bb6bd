//! What everybody can know from the rows published so far: unknowns that none of them tells apart, and equations between them.
//!
//! Nothing of a row that follows from others is kept: if a published row contains another, only the difference is. A national
//! total over a thousand published schools is thereby an equation between the few that are not.

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
    pub(super) equations: Vec<u32>,
}

/// A sum of classes that is published, or follows.
#[derive(Debug)]
pub(super) struct Equation {
    /// Its classes, and some that have left it: [`Class::equations`] decides.
    classes: Vec<u32>,
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
        let mut classes: Vec<Class> = Vec::with_capacity(layout.components);
        for (at, unknown) in order.iter().enumerate() {
            place[*unknown as usize] = index(at);
            if component(*unknown) as usize == classes.len() {
                classes.push(Class { value: 0, most: 0, start: at, len: 0, equations: Vec::new() });
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
            equations: Vec::new(),
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
        if group.below == 0 && group.above == 0 {
            let rest = self.without_smaller(classes);
            if let Some(equation) = self.push(rest, group) {
                self.shrink_larger(equation);
            }
        } else {
            self.push(classes, group);
        }
    }

    /// Splits the classes that a group cuts through. Returns those that make it up.
    fn split(&mut self, group: Group) -> Vec<u32> {
        let mut touched: Vec<u32> = Vec::new();
        self.hits.resize(self.classes.len(), 0);
        for unknown in self.unknowns_of(group) {
            let class = self.class_of[unknown as usize];
            let hits = &mut self.hits[class as usize];
            if *hits == 0 {
                touched.push(class);
            }
            // The unknowns hit so far come last in their class.
            let (start, len) = (self.classes[class as usize].start, self.classes[class as usize].len);
            *hits += 1;
            let (from, to) = (self.place[unknown as usize] as usize, start + len - *hits as usize);
            self.order.swap(from, to);
            self.place[self.order[from] as usize] = index(from);
            self.place[self.order[to] as usize] = index(to);
        }
        for class in &mut touched {
            let hit = std::mem::take(&mut self.hits[*class as usize]) as usize;
            let old = &mut self.classes[*class as usize];
            if hit == old.len {
                continue;
            }
            old.len -= hit;
            let start = old.start + old.len;
            let unknowns = &self.order[start..start + hit];
            let value = unknowns.iter().map(|unknown| self.value[*unknown as usize]).sum();
            let most = unknowns.iter().map(|unknown| self.most[*unknown as usize]).sum();
            old.value -= value;
            old.most -= most;
            let equations = old.equations.clone();
            *class = index(self.classes.len());
            for unknown in unknowns {
                self.class_of[*unknown as usize] = *class;
            }
            for equation in &equations {
                let equation = &mut self.equations[*equation as usize];
                equation.classes.push(*class);
                equation.len += 1;
            }
            self.classes.push(Class { value, most, start, len: hit, equations });
        }
        touched
    }

    fn push(&mut self, classes: Vec<u32>, group: Group) -> Option<u32> {
        if classes.is_empty() {
            return None;
        }
        let number = index(self.equations.len());
        for class in &classes {
            self.classes[*class as usize].equations.push(number);
        }
        let (below, above) = (group.below, group.above);
        self.equations.push(Equation { len: classes.len(), classes, below, above });
        Some(number)
    }

    /// The classes that are left when equations within them are taken away.
    fn without_smaller(&mut self, mut classes: Vec<u32>) -> Vec<u32> {
        let mut all = std::mem::take(&mut self.overlaps);
        all.clear();
        for class in &classes {
            let equations = self.classes[*class as usize].equations.iter().copied();
            all.extend(equations.filter(|equation| self.equations[*equation as usize].is_within(classes.len())));
        }
        all.sort_unstable();
        for same in all.chunk_by(|a, b| a == b) {
            let is_in = |class: &u32| self.classes[*class as usize].equations.contains(&same[0]);
            let is_whole = same.len() == self.equations[same[0] as usize].len;
            // Another one may have taken some of its classes already.
            if is_whole && classes.iter().filter(|class| is_in(class)).count() == same.len() {
                classes.retain(|class| !is_in(class));
            }
        }
        self.overlaps = all;
        classes
    }

    /// Takes an equation out of those that contain it, and what becomes of them out of others.
    fn shrink_larger(&mut self, equation: u32) {
        let mut changed = self.shrink_containing(equation);
        while let Some(next) = changed.pop() {
            let more = self.shrink_containing(next);
            changed.extend(more);
        }
    }

    /// Takes an equation out of those that contain it. Returns what is left of them.
    fn shrink_containing(&mut self, smaller: u32) -> Vec<u32> {
        let mut larger = self.containing(smaller);
        if larger.is_empty() {
            return larger;
        }
        let classes: Vec<u32> = self.classes_of(smaller).collect();
        for class in &classes {
            self.classes[*class as usize].equations.retain(|equation| !larger.contains(equation));
        }
        for equation in &larger {
            let at = *equation as usize;
            self.equations[at].len -= classes.len();
            if self.equations[at].classes.len() > 2 * self.equations[at].len + 8 {
                self.equations[at].classes = self.classes_of(*equation).collect();
            }
        }
        larger.retain(|equation| self.equations[*equation as usize].len > 0);
        larger
    }

    /// The exact equations that have all classes of another one.
    fn containing(&self, smaller: u32) -> Vec<u32> {
        let len = self.equations[smaller as usize].len;
        let mut classes = self.classes_of(smaller).map(|class| &self.classes[class as usize].equations);
        let is_larger = |equation: &u32| {
            let larger = &self.equations[*equation as usize];
            *equation != smaller && larger.len >= len && larger.is_exact()
        };
        let first = classes.next().into_iter().flatten().copied();
        let mut found: Vec<u32> = first.filter(is_larger).collect();
        while let (false, Some(equations)) = (found.is_empty(), classes.next()) {
            found.retain(|equation| equations.contains(equation));
        }
        found
    }
}
