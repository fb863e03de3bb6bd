//! Equations within others are taken out of them, so that each is as small as it can be.

use super::Table;
use crate::disclose::pattern::few::Few;

impl Table<'_> {
    /// The classes that are left when equations within them are taken away.
    pub(super) fn without_smaller(&mut self, classes: &[u32]) -> Few {
        let mut all = std::mem::take(&mut self.overlaps);
        all.clear();
        for class in classes {
            let equations = self.classes[*class as usize].equations.iter().copied();
            all.extend(equations.filter(|equation| self.equations[*equation as usize].is_within(classes.len())));
        }
        all.sort_unstable();
        let mut taken = std::mem::take(&mut self.hits);
        taken.resize(self.classes.len(), 0);
        for same in all.chunk_by(|a, b| a == b) {
            let is_whole = same.len() == self.equations[same[0] as usize].len;
            // Another one may have taken some of its classes already.
            if is_whole && self.classes_of(same[0]).all(|class| taken[class as usize] == 0) {
                self.classes_of(same[0]).for_each(|class| taken[class as usize] = 1);
            }
        }
        let rest = classes.iter().copied().filter(|class| taken[*class as usize] == 0).collect();
        for class in classes {
            taken[*class as usize] = 0;
        }
        (self.hits, self.overlaps) = (taken, all);
        rest
    }

    /// Takes an equation out of those that contain it, and what becomes of them out of others.
    pub(super) fn shrink_larger(&mut self, equation: u32) {
        let mut changed = self.shrink_containing(equation).to_vec();
        while let Some(next) = changed.pop() {
            changed.extend(&*self.shrink_containing(next));
        }
    }

    /// Takes an equation out of those that contain it. Returns what is left of them.
    fn shrink_containing(&mut self, smaller: u32) -> Few {
        let mut larger = self.containing(smaller);
        if larger.is_empty() {
            return larger;
        }
        let classes: Few = self.classes_of(smaller).collect();
        for class in &*classes {
            self.classes[*class as usize].equations.retain(&|equation| !larger.contains(&equation));
        }
        for equation in &*larger {
            let at = *equation as usize;
            self.equations[at].len -= classes.len();
            if self.equations[at].classes.len() > 2 * self.equations[at].len + 8 {
                self.equations[at].classes = self.classes_of(*equation).collect();
            }
        }
        larger.retain(&|equation| self.equations[equation as usize].len > 0);
        larger
    }

    /// The exact equations that have all classes of another one.
    fn containing(&self, smaller: u32) -> Few {
        let len = self.equations[smaller as usize].len;
        let mut classes = self.classes_of(smaller).map(|class| &self.classes[class as usize].equations);
        let is_larger = |equation: &u32| {
            let larger = &self.equations[*equation as usize];
            *equation != smaller && larger.len >= len && larger.is_exact()
        };
        let first = classes.next().into_iter().flat_map(|equations| equations.iter()).copied();
        let mut found: Few = first.filter(is_larger).collect();
        while let (false, Some(equations)) = (found.is_empty(), classes.next()) {
            found.retain(&|equation| equations.contains(&equation));
        }
        found
    }
}
