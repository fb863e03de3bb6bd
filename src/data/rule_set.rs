//! How a profile protects small groups.

use serde::{Deserialize, Serialize};

use crate::data::Lang;

/// Which numbers are withheld besides those of groups under [`crate::data::Profile::smallest_group`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// Shares that fewer than five pupils have, or lack; nobody and everybody in groups under twenty.
    #[default]
    Strikt,
    /// The same with ten instead of five.
    Strikt10,
    /// As in Skolverket's tables: shares that one to nine pupils have, and nothing to keep the rest from being computed. For comparison only.
    Skolverket,
}

impl RuleSet {
    /// All, the strictest default first.
    pub const ALL: [Self; 3] = [Self::Strikt, Self::Strikt10, Self::Skolverket];

    /// Name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Strikt => lang.pick("Strikt", "Strict"),
            Self::Strikt10 => lang.pick("Strikt 10", "Strict 10"),
            Self::Skolverket => "Skolverket",
        }
    }
}
