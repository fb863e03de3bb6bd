//! A small piece of a table around one hidden number: what it takes to move that number without moving anything published.

/// One unknown of a window: a class, or what of it is in the hidden number or in a row to be tried.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The class.
    pub(super) class: u32,
    /// Marks that its unknowns have.
    pub(super) marks: u32,
    /// Its true value.
    pub(super) value: i64,
    /// The most that it can be.
    pub(super) most: i64,
}

/// A sum of parts between two bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The parts, a bit for each.
    pub(super) mask: u64,
    /// The least of the sum.
    pub(super) low: i64,
    /// The most.
    pub(super) high: i64,
    /// Whether all parts of the sum are in the window.
    pub(super) is_whole: bool,
}

/// A problem of at most [`Window::LARGEST`] unknowns. What is outside stays as it is.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// The unknowns, nearest first.
    pub(super) parts: Vec<Part>,
    /// What holds between them.
    pub(super) lines: Vec<Line>,
    /// The parts of the hidden number.
    pub(super) hidden: u64,
    /// Whether all that bears on the hidden number is inside.
    pub(super) is_whole: bool,
}

impl Window {
    /// As many as a mask has bits.
    pub(super) const LARGEST: usize = 64;

    /// The window without the sums that go beyond it: more is possible in it than there is.
    pub(super) fn eased(&self) -> Self {
        let lines = self.lines.iter().filter(|line| line.is_whole).copied().collect();
        Self { parts: self.parts.clone(), lines, ..*self }
    }

    /// All parts.
    pub(super) fn all(&self) -> u64 {
        if self.parts.len() == Self::LARGEST { u64::MAX } else { (1 << self.parts.len()) - 1 }
    }

    /// The true sum of some parts.
    pub(super) fn sum(&self, mask: u64) -> i64 {
        bits(mask).map(|part| self.parts[part].value).sum()
    }
}

/// The numbers of the bits that are set.
pub(super) fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = mask.trailing_zeros() as usize;
        (mask != 0).then(|| {
            mask &= mask - 1;
            lowest
        })
    })
}
