//! The profile: what is measured, chosen together by the principals, shared as a small JSON file without data.

mod error;
mod indicator;

pub use error::ProfileError;
pub use indicator::{Direction, Indicator, Kind, Unit};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::data::{Protection, Role, RuleSet, Target, Text, normalise, set};

/// What every school measures in the same way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable identifier.
    pub id: String,
    /// Name on screen.
    pub name: Text,
    /// At least three.
    pub indicators: Vec<Indicator>,
    /// Captions of the dimension columns besides the built-in ones: dimension identifier → captions.
    #[serde(default)]
    pub columns: BTreeMap<String, Vec<String>>,
    /// What the columns under single captions were chosen to be used as, before all other rules: caption → the identifier of a
    /// dimension or an indicator, or [`Profile::NOT_READ`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<String, String>,
    /// What the schools want to reach: `[{ "indicator": "examen", "value": 75, "from": "2024/25" }]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Values that rest on fewer pupils than this are withheld. At least 10.
    #[serde(default = "ten")]
    pub smallest_group: u32,
    /// What else is withheld.
    #[serde(default)]
    pub rule: RuleSet,
}

fn ten() -> u32 {
    10
}

impl Profile {
    /// Fewest indicators of a profile ("minst tre gemensamt valda indikatorer").
    pub const FEWEST: usize = 3;
    /// What [`Profile::choices`] says of a column that is not read.
    pub const NOT_READ: &str = "-";
    /// Lowest value of [`Profile::smallest_group`].
    pub const SMALLEST_GROUP: u32 = 10;

    /// Reads and checks a profile.
    pub fn from_json(json: &str) -> Result<Self, ProfileError> {
        let profile: Self = serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| {
            ProfileError::Syntax { line: error.line(), column: error.column(), message: error.to_string() }
        })?;
        profile.check()?;
        Ok(profile)
    }

    /// Writes the profile as JSON that [`Profile::from_json`] reads back to an equal one.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// What the column under this caption was chosen to be used as: `Some(None)` where it was chosen not to be read.
    pub fn choice(&self, caption: &str) -> Option<Option<Role>> {
        let name = normalise(caption);
        let (_, id) = self.choices.iter().find(|(chosen, _)| normalise(chosen) == name)?;
        let indicator = self.indicators.iter().position(|indicator| indicator.id == *id);
        Some(indicator.map(Role::Indicator).or_else(|| Role::from_id(id)))
    }

    /// The same profile with the column under `caption` used as `role`, or not read. What the column was chosen for before is
    /// forgotten, and another column that was chosen for `role` is not read any more.
    #[must_use]
    pub fn with_choice(&self, caption: &str, role: Option<Role>) -> Self {
        let mut profile = self.clone();
        let id = match role {
            None => Self::NOT_READ.to_owned(),
            Some(Role::Indicator(index)) => self.indicators.get(index).map_or(String::new(), |found| found.id.clone()),
            Some(role) => role.id().to_owned(),
        };
        for chosen in profile.choices.values_mut() {
            if *chosen == id {
                Self::NOT_READ.clone_into(chosen);
            }
        }
        profile.choices.retain(|chosen, _| normalise(chosen) != normalise(caption));
        profile.choices.insert(caption.to_owned(), id);
        profile
    }

    /// The indicator that everybody has who has this one.
    pub fn within(&self, indicator: usize) -> Option<usize> {
        let outer = self.indicators.get(indicator)?.within.as_ref()?;
        self.indicators.iter().position(|indicator| indicator.id == *outer)
    }

    /// How small groups are protected.
    pub fn protection(&self) -> Protection {
        Protection { rules: self.rule, smallest_group: self.smallest_group }
    }

    /// The same profile with other protection. What is for the screen only does not get into a profile.
    #[must_use]
    pub fn with_protection(&self, protection: Protection) -> Self {
        if protection.is_internal() {
            return self.clone();
        }
        Self { rule: protection.rules, smallest_group: protection.smallest_group, ..self.clone() }
    }

    /// Checks what the types cannot say.
    fn check(&self) -> Result<(), ProfileError> {
        if self.indicators.len() < Self::FEWEST {
            return Err(ProfileError::TooFew(self.indicators.len()));
        }
        let mut seen = BTreeSet::new();
        for indicator in &self.indicators {
            if indicator.id.trim().is_empty() || Role::from_id(&indicator.id).is_some() {
                return Err(ProfileError::Identifier(indicator.id.clone()));
            }
            if indicator.decimals > 6 {
                return Err(ProfileError::Decimals(indicator.id.clone()));
            }
            let first_years = set(indicator.breaks.iter().map(|cut| cut.first));
            let is_blank = |text: &Text| text.sv.trim().is_empty();
            let speechless = indicator.breaks.iter().any(|cut| is_blank(&cut.text) || is_blank(&cut.label));
            if speechless || first_years.len() < indicator.breaks.len() {
                return Err(ProfileError::Breaks(indicator.id.clone()));
            }
            if !seen.insert(&indicator.id) {
                return Err(ProfileError::Twice(indicator.id.clone()));
            }
            let share_scale = indicator.lowest.abs() < f64::EPSILON && (indicator.highest - 100.0).abs() < f64::EPSILON;
            if indicator.lowest >= indicator.highest || (indicator.kind == Kind::Share && !share_scale) {
                return Err(ProfileError::Scale(indicator.id.clone()));
            }
            if !indicator.has_sound_steps() {
                return Err(ProfileError::Steps(indicator.id.clone()));
            }
        }
        let goes_round = |start: usize| {
            let chain = std::iter::successors(Some(start), |at| self.within(*at));
            chain.take(self.indicators.len() + 1).count() > self.indicators.len()
        };
        for (at, indicator) in self.indicators.iter().enumerate().filter(|(_, indicator)| indicator.within.is_some()) {
            let outer = self.within(at).map(|outer| self.indicators[outer].kind);
            let is_second = (0..at).any(|first| self.within(first) == self.within(at));
            if indicator.kind != Kind::Share || outer != Some(Kind::Share) || goes_round(at) || is_second {
                return Err(ProfileError::Within(indicator.id.clone()));
            }
        }
        if let Some(target) = self.wrong_target() {
            return Err(ProfileError::Target(target.indicator.clone()));
        }
        if self.smallest_group < Self::SMALLEST_GROUP {
            return Err(ProfileError::SmallestGroup(self.smallest_group));
        }
        let is_indicator = |id: &String| self.indicators.iter().any(|indicator| indicator.id == *id);
        let chosen = self.choices.values().filter(|id| *id != Self::NOT_READ && !is_indicator(id));
        let unknown = self.columns.keys().chain(chosen).find(|id| Role::from_id(id).is_none());
        unknown.map_or(Ok(()), |id| Err(ProfileError::Dimension(id.clone())))
    }
}
