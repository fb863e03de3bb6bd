//! Which numbers are hidden for their own sake.

/// A rule for small groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Pupils that a shown group has at least.
    pub pupils: u64,
    /// Pupils with the outcome that a shown share rests on at least.
    pub reached: u64,
    /// Pupils without it.
    pub missed: u64,
    /// Below this many pupils nobody's result is told by "all of them" or "none of them".
    pub extreme_below: u64,
    /// That nobody reached something is shown, though `reached` is above 0.
    pub zero_shown: bool,
    /// Whether more is hidden, so that the hidden cannot be computed from the shown.
    pub complementary: bool,
}

impl Rule {
    /// The default: ten pupils, of whom at least five reached and five did not.
    pub const STRICT: Self =
        Self { pupils: 10, reached: 5, missed: 5, extreme_below: 20, zero_shown: false, complementary: true };
    /// Ten of everything.
    pub const STRICT_10: Self = Self { reached: 10, missed: 10, ..Self::STRICT };
    /// As the national agency publishes: no complements, nothing against computing. For comparison only.
    pub const AGENCY: Self =
        Self { pupils: 10, reached: 10, missed: 0, extreme_below: 0, zero_shown: true, complementary: false };
    /// The threshold of the SALSA model.
    pub const AT_LEAST_15: Self = Self { pupils: 15, ..Self::STRICT };
    /// The threshold of the upper secondary model.
    pub const AT_LEAST_30: Self = Self { pupils: 30, ..Self::STRICT };
    /// Among those who know the pupils anyway, on screen only. As in [`Self::STRICT`], `reached` and `missed` are half the
    /// smallest group and `extreme_below` is twice it; half of five is two, which still lets nobody be the only one.
    pub const INTERNAL: Self = Self { pupils: 5, reached: 2, missed: 2, extreme_below: 10, ..Self::STRICT };

    /// Too few pupils. None at all is told from a few by nobody, or zeros would give the others away.
    pub fn hides_pupils(&self, pupils: u64) -> bool {
        pupils < self.pupils
    }

    /// A share of a group that is large enough itself.
    pub fn hides_share(&self, pupils: u64, reached: u64) -> bool {
        let missed = pupils.saturating_sub(reached);
        let few = reached < self.reached && !(reached == 0 && self.zero_shown);
        few || missed < self.missed || (pupils < self.extreme_below && (reached == 0 || missed == 0))
    }

    /// How far apart the least and the most must be that a hidden number of pupils can be.
    ///
    /// One more than D2 asks for, and this is what D4 comes to: had the shown numbers a difference of fewer than
    /// [`Self::pupils`] pupils, then each smallest group in it could be no larger than that difference.
    pub fn pupils_apart(&self) -> u64 {
        self.pupils
    }

    /// The same for pupils who reached something, when everybody knows of how many.
    pub fn reached_apart(&self, pupils: u64) -> u64 {
        self.reached.max(self.missed).saturating_sub(1).max(1).min(pupils)
    }
}
