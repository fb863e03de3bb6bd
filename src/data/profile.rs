//! The profile: what is measured, chosen together by the principals, shared as a small JSON file without data.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::data::{Break, Fixed, Lang, Protection, Role, RuleSet, Target, Text, normalise};

/// What one value of an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The share of pupils who have something, in per cent.
    Share,
    /// The mean of a value per pupil.
    Mean,
}

/// The unit of an indicator's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Per cent; changes are in percentage points.
    Percent,
    /// Points without a name of their own.
    Points,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// One shared indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable identifier: lower-case letters, digits and `_`.
    pub id: String,
    /// Name on screen.
    pub name: Text,
    /// What is counted, of whom, and when.
    pub definition: Text,
    /// Share or mean.
    pub kind: Kind,
    /// Unit of the values.
    pub unit: Unit,
    /// Decimals on screen.
    #[serde(default = "one_decimal")]
    pub decimals: u8,
    /// Smallest possible value. Shares: 0.
    pub lowest: f64,
    /// Largest possible value. Shares: 100.
    pub highest: f64,
    /// Which way is better.
    #[serde(default)]
    pub better: Direction,
    /// Captions under which files carry it, besides the names and the identifier.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Changes of what is measured, if any: `[{ "first": "2024/25", "text": { "sv": "…", "en": "…" } }]`, each with a `label` of its own
    /// if need be. School years from `first` on are not compared with earlier ones.
    #[serde(default)]
    pub breaks: Vec<Break>,
    /// Of a mean: the values that a pupil can have, in ascending order, where they are few, as those of one grade: `[0, 10, 12.5, 15,
    /// 17.5, 20]`. A mean near the end of such a scale tells what single pupils have. Without them there are many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<f64>,
    /// Of a share: the identifier of another share that everybody has who has this one, as who has a diploma within three years has it
    /// within four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

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

fn one_decimal() -> u8 {
    1
}

fn ten() -> u32 {
    10
}

/// Why a text is no usable profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileError {
    /// Not JSON, or not the expected fields: line, column and the reader's own message.
    Syntax {
        /// Line in the file, from 1.
        line: usize,
        /// Column in that line, from 1.
        column: usize,
        /// What the JSON reader says.
        message: String,
    },
    /// Fewer than three indicators.
    TooFew(usize),
    /// Two indicators with the same identifier.
    Twice(String),
    /// An indicator whose scale is empty, or a share that is not 0 to 100 per cent.
    Scale(String),
    /// An identifier that is empty or that the program uses itself (`antal`).
    Identifier(String),
    /// More decimals than a value can have.
    Decimals(String),
    /// A break without words, or two of an indicator in the same school year.
    Breaks(String),
    /// Steps of something that is no mean, or not between two and [`Indicator::MOST_STEPS`] values in ascending order on the scale.
    Steps(String),
    /// What an indicator is within is no other share, or is itself within the first.
    Within(String),
    /// A target of this indicator that cannot be.
    Target(String),
    /// A threshold under ten.
    SmallestGroup(u32),
    /// A dimension that does not exist.
    Dimension(String),
}

impl ProfileError {
    /// What is wrong and what to do, for people.
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Syntax { line, column, message }, Lang::Sv) => format!(
                "Profilen kunde inte läsas: rad {line}, tecken {column} ({message}). Spara profilen på nytt från programmet, eller rätta filen på det stället."
            ),
            (Self::Syntax { line, column, message }, Lang::En) => format!(
                "The profile could not be read: line {line}, character {column} ({message}). Save the profile again from the program, or correct the file there."
            ),
            (Self::TooFew(found), Lang::Sv) => {
                format!("Profilen har {found} indikatorer. Den behöver minst tre gemensamma.")
            }
            (Self::TooFew(found), Lang::En) => format!("The profile has {found} indicators. It needs at least three."),
            (Self::Twice(id), Lang::Sv) => {
                format!("Indikatorn ”{id}” finns två gånger i profilen. Ge den ena ett annat id.")
            }
            (Self::Twice(id), Lang::En) => {
                format!("The indicator “{id}” is in the profile twice. Give one of them another id.")
            }
            (Self::Scale(id), Lang::Sv) => format!(
                "Skalan för ”{id}” stämmer inte. ”lowest” ska vara mindre än ”highest”, och en andel (share) ska gå från 0 till 100 procent."
            ),
            (Self::Scale(id), Lang::En) => format!(
                "The scale of “{id}” is wrong. “lowest” must be less than “highest”, and a share must go from 0 to 100 per cent."
            ),
            (Self::Identifier(id), Lang::Sv) => format!("En indikator kan inte ha id ”{id}”. Ge den ett annat."),
            (Self::Identifier(id), Lang::En) => format!("An indicator cannot have the id “{id}”. Give it another."),
            (Self::Decimals(id), Lang::Sv) => format!("”{id}” har för många decimaler. Högst 6 går att visa."),
            (Self::Decimals(id), Lang::En) => format!("“{id}” has too many decimals. At most 6 can be shown."),
            (Self::Breaks(id), Lang::Sv) => format!(
                "Ändringarna (breaks) av ”{id}” stämmer inte. Var och en behöver en text på svenska, och två kan inte gälla från samma läsår."
            ),
            (Self::Breaks(id), Lang::En) => format!(
                "The changes (breaks) of “{id}” are wrong. Each needs a text in Swedish, and two cannot begin in the same school year."
            ),
            (Self::Steps(id), Lang::Sv) => format!(
                "Stegen (steps) för ”{id}” stämmer inte. De hör till ett medelvärde (mean), är minst två, står i stigande ordning inom skalan och ligger på ett jämnt rutnät med högst {} rutor.",
                Indicator::MOST_STEPS
            ),
            (Self::Steps(id), Lang::En) => format!(
                "The steps of “{id}” are wrong. They belong to a mean, are at least two, stand in ascending order on the scale, and lie on an even grid of at most {} units.",
                Indicator::MOST_STEPS
            ),
            (Self::Within(id), Lang::Sv) => format!(
                "”{id}” kan inte ingå i den indikator som ”within” nämner. Båda ska vara andelar (share) i samma profil, och ingen kan ingå i sig själv."
            ),
            (Self::Within(id), Lang::En) => format!(
                "“{id}” cannot be within the indicator that “within” names. Both must be shares in the same profile, and none can be within itself."
            ),
            (Self::Target(id), Lang::Sv) => format!(
                "Ett mål (targets) för ”{id}” stämmer inte. Indikatorn ska finnas i profilen, värdet ligga på dess skala, och två mål kan inte gälla samma läsår."
            ),
            (Self::Target(id), Lang::En) => format!(
                "A target (targets) of “{id}” is wrong. The indicator must be in the profile, the value on its scale, and two targets cannot hold for the same school year."
            ),
            (Self::SmallestGroup(found), Lang::Sv) => {
                format!("Profilen vill visa grupper ned till {found} elever. Minsta tillåtna grupp är 10.")
            }
            (Self::SmallestGroup(found), Lang::En) => {
                format!("The profile would show groups down to {found} pupils. The smallest group allowed is 10.")
            }
            (Self::Dimension(id), Lang::Sv) => {
                format!("Profilen nämner kolumnen ”{id}”, som programmet inte känner till.")
            }
            (Self::Dimension(id), Lang::En) => {
                format!("The profile names the column “{id}”, which the program does not know.")
            }
        }
    }
}

impl Indicator {
    /// How many times the widest common distance of the [`Indicator::steps`] goes into their range at most.
    pub const MOST_STEPS: i64 = 40;

    /// Whether the steps, if any, are values of a mean, few and in order.
    fn has_sound_steps(&self) -> bool {
        let millionths = |value: &f64| Fixed::from_f64(*value).map(Fixed::millionths);
        let Some(steps) = self.steps.iter().map(millionths).collect::<Option<Vec<i64>>>() else { return false };
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return true };
        let unit = steps.iter().fold(0, |unit, step| divisor(unit, step - first));
        self.kind == Kind::Mean
            && steps.windows(2).all(|pair| pair[0] < pair[1])
            && self.steps.iter().all(|step| (self.lowest..=self.highest).contains(step))
            && unit > 0
            && (last - first) / unit <= Self::MOST_STEPS
    }
}

/// Greatest common divisor of two numbers that are not negative.
fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
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
            let first_years: BTreeSet<_> = indicator.breaks.iter().map(|cut| cut.first).collect();
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
            if indicator.kind != Kind::Share || outer != Some(Kind::Share) || goes_round(at) {
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
