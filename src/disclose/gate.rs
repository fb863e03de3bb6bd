//! What may be seen: values and numbers of pupils that have passed the rule. Only this folder makes them.

use crate::data::{Bound, Unit};
use crate::query::Estimate;
use crate::stats::{Difference, Verdict};

/// Why a value is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// By our rule, whichever step of it: telling the steps apart would tell what is hidden.
    ByRule,
    /// By the source of the data; what it was is unknown to us too.
    InSource,
    /// By the source, which tells a bound of it: of a value in this unit, of a number of pupils in none.
    Within(Bound, Option<Unit>),
}

/// A value that has passed the rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Publishable(State);

/// What may be seen of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// The value with its interval and number of pupils.
    Shown(Estimate),
    /// There is a value, or may be one, that is not shown.
    Withheld(Withheld),
    /// Nothing was reported.
    Missing,
}

impl Publishable {
    pub(super) fn new(state: State) -> Self {
        Self(state)
    }

    /// What may be seen.
    pub fn state(&self) -> State {
        self.0
    }

    /// The estimate, where it may be seen.
    pub fn shown(&self) -> Option<&Estimate> {
        match &self.0 {
            State::Shown(estimate) => Some(estimate),
            _ => None,
        }
    }

    /// How far this value is above an earlier one, where both may be seen and the spread is known.
    pub fn above(&self, earlier: &Self) -> Option<Difference> {
        self.shown()?.above(earlier.shown()?)
    }

    /// Whether that is more than chance: of the school in focus, or of one of many that are looked at at once.
    pub fn judged(&self, earlier: &Self, is_one_of_many: bool) -> Option<Verdict> {
        let (now, earlier) = (self.shown()?, earlier.shown()?);
        if is_one_of_many { now.judged_among_many(earlier) } else { Some(now.above(earlier)?.verdict()) }
    }
}

/// A number of pupils that has passed the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishableCount(Result<u64, Option<Withheld>>);

impl PublishableCount {
    pub(super) fn new(found: Result<u64, Option<Withheld>>) -> Self {
        Self(found)
    }

    /// The number, or why it is withheld; `Err(None)` where nothing was reported.
    pub fn get(self) -> Result<u64, Option<Withheld>> {
        self.0
    }
}

/// A value that there are no rows for.
pub fn missing() -> Publishable {
    Publishable(State::Missing)
}
