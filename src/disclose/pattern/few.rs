//! Short lists of numbers: the first of each need no memory of their own, and most lists have no more.

use std::ops::{Deref, DerefMut};

const INLINE: usize = 4;

/// A list that is short as a rule.
#[derive(Clone, Debug, Default)]
pub(super) struct Few {
    first: [u32; INLINE],
    /// How many there are; one more than there is room for once all are in `all`.
    len: usize,
    all: Vec<u32>,
}

impl Few {
    /// Adds a number after the others.
    #[inline(never)]
    pub(super) fn push(&mut self, item: u32) {
        if let Some(place) = self.first.get_mut(self.len) {
            *place = item;
            self.len += 1;
            return;
        }
        if self.len == INLINE {
            self.all.extend(self.first);
            self.len += 1;
        }
        self.all.push(item);
    }

    /// Keeps those of which this holds, in their order.
    #[inline(never)]
    pub(super) fn retain(&mut self, keep: &dyn Fn(u32) -> bool) {
        let mut kept = 0;
        for at in 0..self.deref().len() {
            let item = self[at];
            if keep(item) {
                self[kept] = item;
                kept += 1;
            }
        }
        if self.len > INLINE {
            self.all.truncate(kept);
        } else {
            self.len = kept;
        }
    }
}

impl Deref for Few {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        self.first.get(..self.len).unwrap_or(&self.all)
    }
}

impl DerefMut for Few {
    fn deref_mut(&mut self) -> &mut [u32] {
        self.first.get_mut(..self.len).unwrap_or(&mut self.all)
    }
}

impl FromIterator<u32> for Few {
    fn from_iter<I: IntoIterator<Item = u32>>(items: I) -> Self {
        let mut few = Self::default();
        items.into_iter().for_each(|item| few.push(item));
        few
    }
}
