//! What some marked unknowns take out of the classes that they are in.

use crate::disclose::pattern::lists::index;

const NONE: u32 = u32::MAX;

/// The unknowns of one class that have the same marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub(super) class: u32,
    pub(super) marks: u32,
    pub(super) len: usize,
    pub(super) value: i64,
    pub(super) most: i64,
    next: u32,
}

/// Cuts by class.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    first: Vec<u32>,
    cuts: Vec<Cut>,
}

impl Cuts {
    /// Forgets all cuts; there are so many classes now.
    pub(super) fn clear(&mut self, classes: usize) {
        for cut in self.cuts.drain(..) {
            self.first[cut.class as usize] = NONE;
        }
        self.first.resize(classes, NONE);
    }

    /// Adds an unknown.
    pub(super) fn add(&mut self, class: u32, marks: u32, value: i64, most: i64) {
        let first = &mut self.first[class as usize];
        let mut at = *first;
        while at != NONE && self.cuts[at as usize].marks != marks {
            at = self.cuts[at as usize].next;
        }
        if at == NONE {
            at = index(self.cuts.len());
            self.cuts.push(Cut { class, marks, len: 0, value: 0, most: 0, next: *first });
            *first = at;
        }
        let cut = &mut self.cuts[at as usize];
        cut.len += 1;
        cut.value += value;
        cut.most += most;
    }

    /// All cuts, in the order they came.
    pub(super) fn all(&self) -> &[Cut] {
        &self.cuts
    }

    /// The cuts of a class.
    pub(super) fn of(&self, class: u32) -> impl Iterator<Item = &Cut> {
        let at = |at: u32| self.cuts.get(at as usize);
        std::iter::successors(at(self.first[class as usize]), move |cut| at(cut.next))
    }
}
