//! Lists of numbers, end to end in one piece of memory.

/// Many short lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lists {
    /// Where each begins, and where the last ends.
    bounds: Vec<u32>,
    items: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { bounds: vec![0], items: Vec::new() }
    }
}

impl Lists {
    /// Adds a list after the others.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.bounds.push(index(self.items.len()));
    }

    /// The lists' number.
    pub(super) fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// A list.
    pub(super) fn get(&self, list: usize) -> &[u32] {
        &self.items[self.bounds[list] as usize..self.bounds[list + 1] as usize]
    }
}

/// A number of a list, an atom or a cell. There are far fewer than 2^32 of each: memory ends before.
pub(super) fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Sorts by a key whose lowest 32 bits are the number itself: one kind of sort for all, as code is dear.
pub(super) fn in_order(numbers: &mut Vec<u32>, key: impl Fn(u32) -> u128) {
    let mut keys: Vec<u128> = numbers.iter().map(|number| key(*number)).collect();
    keys.sort_unstable();
    numbers.clear();
    numbers.extend(keys.into_iter().map(|key| u32::try_from(key & u128::from(u32::MAX)).unwrap_or(0)));
}
