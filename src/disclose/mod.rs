//! Estimates → publishable values: what may be seen of small groups.
//!
//! [`Publishable`] is the gate: view models are made of it only, and nothing outside this module can make one. Today's rule is
//! the primary one, values resting on fewer than [`crate::data::Profile::smallest_group`] pupils are withheld.

pub mod pattern;

use crate::data::{Cell, Indicator, Missing, Profile};
use crate::query::{Estimate, Group};
use crate::stats::Difference;

/// Why a value is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// By our rule.
    ByRule,
    /// By the source of the data; what it was is unknown to us too.
    InSource,
}

/// A value that has passed the rule. Only this module makes one.
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
}

/// A number of pupils that has passed the rule. Only this module makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishableCount(Result<u64, Option<Withheld>>);

impl PublishableCount {
    /// The number, or why it is withheld; `Err(None)` where nothing was reported.
    pub fn get(self) -> Result<u64, Option<Withheld>> {
        self.0
    }
}

/// Passes the value of a cell through the rule.
pub fn value(cell: &Cell, indicator: &Indicator, profile: &Profile) -> Publishable {
    let state = match Estimate::of(cell, indicator) {
        Some(estimate) if estimate.pupils < u64::from(profile.smallest_group) => State::Withheld(Withheld::ByRule),
        Some(estimate) => State::Shown(estimate),
        None if cell.left_out.of(Missing::WithheldInSource) > 0 => State::Withheld(Withheld::InSource),
        None => State::Missing,
    };
    Publishable(state)
}

/// Passes the number of pupils of a group through the rule.
pub fn pupils(group: &Group, profile: &Profile) -> PublishableCount {
    PublishableCount(match group.pupils {
        0 if group.rows_without_count > 0 => Err(Some(Withheld::InSource)),
        0 => Err(None),
        pupils => return count(pupils, profile),
    })
}

/// Passes a number of pupils through the rule. That there are none is no secret.
pub fn count(pupils: u64, profile: &Profile) -> PublishableCount {
    let is_few = (1..u64::from(profile.smallest_group)).contains(&pupils);
    PublishableCount(if is_few { Err(Some(Withheld::ByRule)) } else { Ok(pupils) })
}

/// A value that there are no rows for.
pub fn missing() -> Publishable {
    Publishable(State::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Fixed, Value, pupil_profile};

    fn cell_of(pupils: usize) -> Cell {
        let mut cell = Cell::default();
        (0..pupils).for_each(|_| cell.push_pupil(Value::Known(Fixed::from_f64(100.0).expect("in range"))));
        cell
    }

    #[test]
    fn fewer_than_ten_pupils_are_withheld() {
        let profile = pupil_profile();
        let state = |cell: &Cell| value(cell, &profile.indicators[0], &profile).state();
        assert_eq!(state(&cell_of(9)), State::Withheld(Withheld::ByRule));
        assert!(matches!(state(&cell_of(10)), State::Shown(_)));
        assert_eq!(state(&cell_of(0)), State::Missing);
    }

    #[test]
    fn what_the_source_withholds_stays_withheld() {
        let profile = pupil_profile();
        let mut cell = Cell::default();
        cell.push_weighted(
            Value::Missing(Missing::WithheldInSource),
            Value::Known(Fixed::from_f64(40.0).expect("in range")),
        );
        assert_eq!(value(&cell, &profile.indicators[0], &profile).state(), State::Withheld(Withheld::InSource));
    }
}
