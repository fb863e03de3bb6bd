//! One indicator: what a value of it is, and how it is written.

use serde::{Deserialize, Serialize};

use crate::data::{Break, Fixed, Text};

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

fn one_decimal() -> u8 {
    1
}

impl Indicator {
    /// How many times the widest common distance of the [`Indicator::steps`] goes into their range at most.
    pub const MOST_STEPS: i64 = 40;

    /// Whether the steps, if any, are values of a mean, few and in order.
    pub(super) fn has_sound_steps(&self) -> bool {
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
