//! How small groups are protected.

use serde::{Deserialize, Serialize};

use crate::data::Lang;

/// Which numbers are withheld besides those of groups that are too small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// Shares that fewer than five pupils have, or lack.
    #[default]
    Strikt,
    /// Shares that fewer than ten pupils have, or lack.
    Strikt10,
    /// As in Skolverket's tables: shares that one to nine pupils have, and nothing that keeps the rest from being computed. For comparison.
    Skolverket,
    /// For one's own screen only, never in a profile: groups of five are shown, too.
    #[serde(skip)]
    Internt,
}

/// A rule set and the smallest group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    /// Which rules.
    pub rules: RuleSet,
    /// Values that rest on fewer pupils than this are withheld.
    pub smallest_group: u32,
}

impl Protection {
    /// What can be chosen: the default first.
    pub const CHOICES: [Self; 6] = [
        Self { rules: RuleSet::Strikt, smallest_group: 10 },
        Self { rules: RuleSet::Strikt10, smallest_group: 10 },
        Self { rules: RuleSet::Strikt, smallest_group: 15 },
        Self { rules: RuleSet::Strikt, smallest_group: 30 },
        Self { rules: RuleSet::Skolverket, smallest_group: 10 },
        Self { rules: RuleSet::Internt, smallest_group: 5 },
    ];

    /// Whether nothing that is shown under it may leave the screen.
    pub fn is_internal(self) -> bool {
        self.rules == RuleSet::Internt
    }

    /// Name for people: `Strikt`, `Strikt, minst 15 elever`.
    pub fn name(self, lang: Lang) -> String {
        let name = match self.rules {
            RuleSet::Strikt => lang.pick("Strikt", "Strict"),
            RuleSet::Strikt10 => lang.pick("Strikt 10", "Strict 10"),
            RuleSet::Skolverket => lang.pick("Som Skolverket, för jämförelse", "As Skolverket, for comparison"),
            RuleSet::Internt => lang.pick("Internt, bara på skärmen", "Internal, on this screen only"),
        };
        match (self.smallest_group, lang) {
            (10, _) => name.to_owned(),
            (smallest, Lang::Sv) => format!("{name}, minst {smallest} elever"),
            (smallest, Lang::En) => format!("{name}, at least {smallest} pupils"),
        }
    }
}
