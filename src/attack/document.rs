//! What leaves: tables of printed strings, and what everybody knows of how their groups and measures hang together.

use crate::data::{Lang, Shared};

/// Everything that leaves in one piece, or that was let out before in the same sitting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What its columns measure. Columns and relations name a measure by its place here.
    pub measures: Vec<Measure>,
    /// What stands in place of numbers, in whatever language. A string that is neither a number nor one of these is a finding.
    pub legend: Vec<Mark>,
    /// The tables. One quantity of one group is one unknown, in however many tables it is printed.
    pub tables: Vec<Table>,
    /// Public structure.
    pub relations: Vec<Relation>,
}

impl Document {
    /// The same with what left before. One quantity of one group is one unknown, in whatever language and however often it was printed;
    /// a measure that is none of this document's tells nothing here.
    pub(crate) fn with(&self, before: &[Shared<Self>]) -> Self {
        let mut all = self.clone();
        for earlier in before {
            let place = |of: usize| {
                let measure = earlier.measures.get(of)?;
                self.measures.iter().position(|own| own == measure)
            };
            all.legend.extend(earlier.legend.iter().filter(|mark| !self.legend.contains(mark)).cloned());
            all.tables.extend(earlier.tables.iter().map(|table| {
                let columns = table.columns.iter().map(|column| column.placed(&place).unwrap_or(Column::Words));
                Table { columns: columns.collect(), ..table.clone() }
            }));
            all.relations.extend(earlier.relations.iter().filter_map(|relation| relation.placed(&place)));
        }
        all
    }
}

/// Something measured of pupils. Scales are in thousandths of the unit: 12,5 is 12 500.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What tells it from others. Documents of one sitting may have other measures, in another order.
    pub name: String,
    /// Whose share or mean it is.
    pub base: Base,
    /// Share or mean.
    pub kind: Kind,
    /// Decimals of the values it was computed from, where those were rounded already (an aggregated file). Half a unit of that digit is
    /// then added to what rounding in print leaves open.
    pub rounded_to: Option<u8>,
}

/// Whose share or mean a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// All pupils of the group: the same number as under [`Column::Pupils`].
    Pupils,
    /// Those of the group who have a value; printed, if at all, under [`Column::Base`].
    Own,
}

/// Share or mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The share of pupils who have something, printed in per cent.
    Share,
    /// The mean of a value per pupil.
    Mean {
        /// Smallest possible value.
        lowest: i64,
        /// Largest possible value.
        highest: i64,
        /// How wide the range of a withheld mean must stay: 2,5 of GBP, 34 of meritvärde, 10 percentage points of attendance.
        step: i64,
        /// The values that a pupil can have, where they are few (one grade); empty where they are many.
        grades: Vec<i64>,
    },
}

/// One string that stands in place of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// As printed, without spaces around it.
    pub text: String,
    /// What it says.
    pub says: Says,
}

/// What a mark says of the number in whose place it stands: of pupils in a column of pupils, of the numerator under a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Withheld; it is within these bounds.
    Withheld {
        /// At least.
        lowest: u32,
        /// At most.
        highest: Option<u32>,
    },
    /// Withheld; those who do *not* have it are within these bounds (`~100`: 1 to 4).
    RestWithheld {
        /// At least.
        lowest: u32,
        /// At most.
        highest: u32,
    },
    /// Withheld by whoever published the data before us, within these bounds. Unlike ours, it may stand beside another mark.
    WithheldInSource {
        /// At least.
        lowest: u32,
        /// At most.
        highest: Option<u32>,
    },
    /// The same of those who do *not* have it (`~100` of a file: 1 to 4).
    RestWithheldInSource {
        /// At least.
        lowest: u32,
        /// At most.
        highest: u32,
    },
    /// Withheld by whoever published the data before us: of a share or a mean, the value is within these bounds, in half millionths of
    /// its unit, as values are read.
    Between {
        /// At least.
        lowest: i64,
        /// At most.
        highest: i64,
    },
    /// Exactly this many, though no number is printed (Skolverket's `.`: 0).
    Exactly(u32),
    /// Nothing was reported, and nothing can be concluded.
    Missing,
    /// In a column of what a withheld value rests on: its number of pupils is not printed here, but not withheld either.
    Unsaid,
}

/// A table as it leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The language of its numbers.
    pub lang: Lang,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether readers have this table whatever we do: the totals of the file's own publisher, a public register. What follows from
    /// such tables alone is counted apart, as what was known already.
    pub public: bool,
    /// Withheld cells (row, column) that the rule itself did not ask for, only to protect others. They may be narrowed, never
    /// pinned down. They are used to judge what was found, never to find it; without them any withheld cell counts as possibly small.
    pub spared: Vec<(usize, usize)>,
}

/// One row: a group and its printed strings, one per column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Which pupils: the same label is the same pupils, in every table. `Skola A · 2023/24 · NA`. A total over only those parts that
    /// are shown is another group than the total.
    pub group: String,
    /// As printed.
    pub cells: Vec<String>,
}

/// What a column holds. Decimals are those of the printer; a string with more counts as more exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The number of pupils of the group.
    Pupils,
    /// The number of pupils with a value of this measure.
    Base(usize),
    /// The share, in per cent.
    Share {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
    },
    /// The share of the others, in per cent.
    Rest {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
    },
    /// The mean.
    Mean {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
    },
    /// The interval of a share or a mean, as `85,8–89,0`.
    Interval {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
        /// How it was computed.
        method: Method,
    },
    /// The lower limit of an interval whose upper one stands in another column of the same row.
    Low {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
        /// How it was computed.
        method: Method,
    },
    /// The upper limit.
    High {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
        /// How it was computed.
        method: Method,
    },
    /// Pupils behind a value and its interval in one string, as `43 elever, 95 %-intervall 54,9–81,4`; the interval may be absent.
    Basis {
        /// The measure.
        of: usize,
        /// Decimals.
        decimals: u8,
        /// How the interval was computed.
        method: Method,
    },
    /// Words that follow from what stands in other columns, and carry nothing of their own.
    Words,
}

impl Column {
    /// The same where measures have other places; `None` of a measure that has none.
    fn placed(mut self, place: &dyn Fn(usize) -> Option<usize>) -> Option<Self> {
        match &mut self {
            Self::Pupils | Self::Words => {}
            Self::Base(of)
            | Self::Share { of, .. }
            | Self::Rest { of, .. }
            | Self::Mean { of, .. }
            | Self::Interval { of, .. }
            | Self::Low { of, .. }
            | Self::High { of, .. }
            | Self::Basis { of, .. } => *of = place(*of)?,
        }
        Some(self)
    }
}

/// How an interval was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Wilson's, of a share, at this level in thousandths: 800, 900, 950, 990 or 998.
    Wilson(u16),
    /// As far above the value as below it, cut to the scale.
    Symmetric,
}

/// What everybody knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Relation {
    /// Disjoint parts that make up the whole: programmes of a school, genders, schools of a municipality.
    Parts {
        /// The whole.
        whole: String,
        /// Its parts, all of them, whether or not they are printed.
        parts: Vec<String>,
    },
    /// All pupils of the inner group belong to the outer one.
    Nested {
        /// The smaller group.
        inner: String,
        /// The larger.
        outer: String,
    },
    /// Shares of one base of which each pupil has exactly one: examen and studiebevis, all grades.
    Outcomes(Vec<usize>),
    /// Shares of which each includes the one before: examen within 3, 4, 5 years. Pupils without a value of the next one may have had
    /// the one before.
    Cumulative(Vec<usize>),
}

impl Relation {
    /// The same where measures have other places; `None` of measures of which one has none.
    fn placed(&self, place: &dyn Fn(usize) -> Option<usize>) -> Option<Self> {
        let all = |of: &[usize]| of.iter().map(|of| place(*of)).collect::<Option<Vec<usize>>>();
        match self {
            Self::Outcomes(of) => all(of).map(Self::Outcomes),
            Self::Cumulative(of) => all(of).map(Self::Cumulative),
            same => Some(same.clone()),
        }
    }
}

/// From how many pupils on something may be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Pupils behind a number.
    pub pupils: u32,
    /// Pupils who have what a share is of.
    pub having: u32,
    /// Pupils who do not; 0 where only the others are protected.
    pub lacking: u32,
    /// In groups smaller than this, nobody or everybody is not shown either.
    pub all_or_none: u32,
}

impl Rule {
    /// As Skolverket: ten, complements unprotected.
    pub const SKOLVERKET: Self = Self { pupils: 10, having: 10, lacking: 0, all_or_none: 0 };
    /// The product's own.
    pub const STRICT: Self = Self { pupils: 10, having: 5, lacking: 5, all_or_none: 20 };
    /// Ten on all sides.
    pub const STRICT_10: Self = Self { pupils: 10, having: 10, lacking: 10, all_or_none: 20 };
}
