//! Equations within others are taken out of them, so that each is as small as it can be.

use super::Table;

impl Table<'_> {
    /// The classes that are left when equations within them are taken away.
    pub(super) fn without_smaller(&mut self, mut classes: Vec<u32>) -> Vec<u32> {
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
    pub(super) fn shrink_larger(&mut self, equation: u32) {
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
