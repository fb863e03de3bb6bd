//! What a withheld number can be, and how that is known.

/// How what is said of an unknown is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// The ties are a forest, or nothing is left to choose: the bounds are exact.
    Forest,
    /// Both ends belong to a table that fits everything printed; nothing lies beyond them, or they are far enough apart.
    Witness,
    /// Not known within the budget. The bounds hold, but may be too wide.
    Unproven,
}

/// What an unknown can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hull {
    pub(super) lo: i64,
    pub(super) hi: i64,
    pub(super) proof: Proof,
}
