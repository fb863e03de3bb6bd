//! What becomes of each number, and what that costs.

/// What becomes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It may be shown.
    Shown,
    /// It may not. Whether for its own sake or for another's is for [`Cost`] only: to say which is a leak (D9).
    Withheld {
        /// For its own sake.
        primary: bool,
    },
    /// There is none, or it is not in the report.
    #[default]
    Absent,
}

impl Fate {
    /// Whether it may be shown.
    pub fn is_shown(self) -> bool {
        self == Self::Shown
    }
}

/// What becomes of all numbers of a [`crate::disclose::pattern::System`], cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Of the numbers of pupils.
    pub pupils: Vec<Fate>,
    /// Of the indicators.
    pub indicators: Vec<Told>,
    /// Hidden numbers that the source's own numbers give away ("redan röjt i källan").
    pub exposed: Exposed,
    /// Parts of the system in which numbers contradict each other, or too much is unknown: nothing in them is shown that the
    /// source has not published.
    pub unproven: usize,
}

/// What becomes of an indicator's numbers, cell by cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Of the pupils with a result.
    pub base: Vec<Fate>,
    /// Of the shares, or the mean, and of all that is computed from them: complement, interval, spread, verdict, mark.
    pub outcome: Vec<Fate>,
}

/// How many hidden numbers the source's own numbers give away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exposed {
    /// Exactly.
    pub exactly: usize,
    /// More closely than the rule or the source's own mark allows, but not exactly.
    pub nearly: usize,
}

/// What hiding costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Cells that have the number.
    pub cells: usize,
    /// Withheld for their own sake.
    pub primary: usize,
    /// Withheld for the sake of others.
    pub secondary: usize,
    /// Pupils in withheld cells; whoever is in several counts in each.
    pub pupils_withheld: u64,
    /// Those of them in cells that are withheld for their own sake.
    pub pupils_primary: u64,
    /// Pupils in all cells.
    pub pupils: u64,
}

impl Cost {
    /// Of some cells: what becomes of each, and its pupils.
    pub fn of(cells: impl IntoIterator<Item = (Fate, u64)>) -> Self {
        let mut cost = Self::default();
        cells.into_iter().for_each(|(fate, pupils)| cost.count(fate, pupils));
        cost
    }

    /// Counts a cell: what becomes of it, and its pupils.
    pub(in crate::disclose) fn count(&mut self, fate: Fate, pupils: u64) {
        let Fate::Withheld { primary } = fate else {
            if fate.is_shown() {
                self.cells += 1;
                self.pupils += pupils;
            }
            return;
        };
        self.cells += 1;
        self.pupils += pupils;
        self.pupils_withheld += pupils;
        if primary {
            self.pupils_primary += pupils;
            self.primary += 1;
        } else {
            self.secondary += 1;
        }
    }
}
