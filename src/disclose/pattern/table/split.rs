//! A published row splits the classes that it cuts through: it tells their unknowns apart.

use super::{Class, Group, Table};
use crate::disclose::pattern::few::Few;
use crate::disclose::pattern::lists::index;

impl Table<'_> {
    /// Splits the classes that a group cuts through. Returns those that make it up.
    ///
    /// If it is a part of one class, it takes itself out of that one's exact equations at once, as its sum will be known.
    pub(super) fn split(&mut self, group: Group) -> Few {
        let mut touched = Few::default();
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
        let leaves = touched.len() == 1 && group.is_exact();
        for class in &mut *touched {
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
            let mut equations = old.equations.clone();
            if leaves {
                equations.retain(&|equation| !self.equations[equation as usize].is_exact());
            }
            *class = index(self.classes.len());
            for unknown in unknowns {
                self.class_of[*unknown as usize] = *class;
            }
            for equation in &*equations {
                let equation = &mut self.equations[*equation as usize];
                equation.classes.push(*class);
                equation.len += 1;
            }
            self.classes.push(Class { value, most, start, len: hit, equations });
        }
        touched
    }
}
