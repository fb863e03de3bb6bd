//! What a search may cost, and how it ended.

/// Values tried per withheld number, and ties gone through per number and per document, before it counts as not proven.
const NODES: u32 = 20_000;
const WORK_PER_NUMBER: u64 = 2_000_000;
const WORK_PER_DOCUMENT: u64 = 60_000_000;

/// What may still be spent.
pub(super) struct Budget {
    nodes: u32,
    number: u64,
    document: u64,
}

impl Budget {
    pub(super) fn of_document() -> Self {
        Self { nodes: 0, number: 0, document: WORK_PER_DOCUMENT }
    }

    /// For the next number.
    pub(super) fn renew(&mut self) {
        self.nodes = NODES;
        self.number = WORK_PER_NUMBER;
    }

    /// Whether it is spent, after one more node and so much work.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        self.nodes = self.nodes.saturating_sub(1);
        self.number = self.number.saturating_sub(work);
        self.document = self.document.saturating_sub(work);
        self.nodes == 0 || self.number == 0 || self.document == 0
    }
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A table was found.
    Found,
    /// There is none.
    Nothing,
    /// The budget was spent first.
    Spent,
}
