//! Targets: what the schools have agreed to reach, for an indicator and some of the school years.

use serde::{Deserialize, Serialize};

use crate::data::{Indicator, Profile, SchoolYear};

/// A value to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Identifier of the indicator.
    pub indicator: String,
    /// The value, in the indicator's unit.
    pub value: f64,
    /// First school year that it holds for, `2024/25` in JSON; every earlier one, too, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SchoolYear>,
    /// Last school year that it holds for; every later one, too, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<SchoolYear>,
}

impl Target {
    /// Whether it holds for a school year. Of data without years, only a target without years holds.
    pub fn holds_for(&self, year: Option<SchoolYear>) -> bool {
        match year {
            Some(year) => self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to),
            None => self.from.is_none() && self.to.is_none(),
        }
    }

    /// Whether no school year could have both.
    fn is_apart_from(&self, other: &Self) -> bool {
        let ends_before = |one: &Self, other: &Self| one.to.zip(other.from).is_some_and(|(to, from)| to < from);
        ends_before(self, other) || ends_before(other, self)
    }
}

impl Profile {
    /// The targets of an indicator, by its index.
    pub fn targets_of(&self, indicator: usize) -> impl Iterator<Item = &Target> {
        let id = self.indicators.get(indicator).map(|found| found.id.as_str());
        self.targets.iter().filter(move |target| Some(target.indicator.as_str()) == id)
    }

    /// A target that cannot be: of an indicator that is not there, off its scale, without years, or beside another one in the same year.
    pub(super) fn wrong_target(&self) -> Option<&Target> {
        let of = |target: &Target| self.indicators.iter().find(|found| found.id == target.indicator);
        let is_on = |about: &Indicator, value: f64| about.lowest <= value && value <= about.highest;
        let is_wrong = |at: usize, target: &Target| {
            let years_turned = target.from.zip(target.to).is_some_and(|(from, to)| to < from);
            let clashes = |other: &Target| other.indicator == target.indicator && !other.is_apart_from(target);
            years_turned
                || !of(target).is_some_and(|about| is_on(about, target.value))
                || self.targets[..at].iter().any(clashes)
        };
        self.targets.iter().enumerate().find_map(|(at, target)| is_wrong(at, target).then_some(target))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{ProfileError, pupil_profile};

    fn year(start: u16) -> Option<SchoolYear> {
        SchoolYear::starting(start)
    }

    fn target(id: &str, value: f64, from: Option<u16>, to: Option<u16>) -> Target {
        Target { indicator: id.into(), value, from: from.and_then(year), to: to.and_then(year) }
    }

    #[test]
    fn a_target_holds_from_its_first_to_its_last_year() {
        for (from, to, expected) in [
            (None, None, [true, true, true]),
            (Some(2022), None, [false, true, true]),
            (None, Some(2022), [true, true, false]),
            (Some(2022), Some(2022), [false, true, false]),
        ] {
            let found = [2021, 2022, 2023].map(|start| target("x", 1.0, from, to).holds_for(year(start)));
            assert_eq!(found, expected, "{from:?} {to:?}");
        }
        assert!(target("x", 1.0, None, None).holds_for(None));
        assert!(!target("x", 1.0, Some(2022), None).holds_for(None));
    }

    #[test]
    fn targets_are_read_written_and_checked() {
        let id = |at: usize| pupil_profile().indicators[at].id.clone();
        let (share, points) = (id(1), id(2));
        for (targets, is_right) in [
            (vec![], true),
            (vec![target(&share, 75.0, Some(2022), None), target(&points, 14.5, None, None)], true),
            (vec![target(&share, 70.0, None, Some(2021)), target(&share, 75.0, Some(2022), None)], true),
            (vec![target(&share, 70.0, None, None), target(&share, 75.0, Some(2022), None)], false),
            (vec![target(&share, 70.0, Some(2020), Some(2022)), target(&share, 75.0, Some(2022), None)], false),
            (vec![target(&share, 75.0, Some(2022), Some(2021))], false),
            (vec![target(&share, 175.0, None, None)], false),
            (vec![target("finns_inte", 75.0, None, None)], false),
        ] {
            let profile = Profile { targets, ..pupil_profile() };
            let read = Profile::from_json(&profile.to_json());
            if is_right {
                assert_eq!(read.as_ref(), Ok(&profile));
            } else {
                assert!(matches!(read, Err(ProfileError::Target(_))), "{:?}", profile.targets);
            }
        }
    }
}
