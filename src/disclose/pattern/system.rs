//! What a report would show, before anything is withheld: groups of pupils and their numbers.

/// Everything that one report shows, or that its readers know from its source.
///
/// *Atoms* are the smallest groups of pupils that the report tells apart; they have no pupil in common. A *cell* is a set of
/// atoms with its numbers. Number the atoms so that those of one school and year lie together: the answer is the same, but
/// sooner found.
#[derive(Clone, Debug, Default)]
pub struct System {
    /// How many atoms there are, numbered from 0.
    pub atoms: usize,
    /// The cells. Of two cells that are alike in size and value the earlier is shown first, so their order must not change with
    /// language or sorting on screen.
    pub cells: Vec<Cell>,
    /// The indicators, each with as many values as there are cells.
    pub indicators: Vec<Indicator>,
}

/// A group of pupils.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its atoms, in any order.
    pub atoms: Vec<u32>,
    /// Whether it may be shown.
    pub role: Role,
    /// Its pupils.
    pub pupils: Value,
}

/// Whether a cell may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Shown unless that gives something away.
    Open,
    /// Published by the source: its values are facts whatever we do, but what the rule withholds we do not repeat.
    Forced,
    /// Its numbers of pupils are published, as with [`Self::Forced`]; its results are not in the report.
    Told,
    /// Not in the report. List every atom that is no cell of its own as such a cell: what the report shows must not give away a
    /// small group by subtraction (D4).
    Kept,
}

/// A number of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Known to us.
    Known(u64),
    /// Withheld in the source: from the first to the second, as its legend says.
    Within(u64, u64),
    /// There is no such number.
    Absent,
}

impl Value {
    /// The number, if we know it.
    pub fn known(self) -> Option<u64> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }
}

/// What is told about the pupils of each cell.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Pupils with a result per cell; `None` where that is all of them.
    pub base: Option<Vec<Value>>,
    /// Their results.
    pub outcome: Outcome,
    /// Of a share: the number of another indicator, a share, too, that everybody reached who reached this one and has a result there,
    /// as everybody knows: diploma within three years, within four. No two are within the same one, and none within itself.
    pub within: Option<usize>,
}

/// Results per cell.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Pupils who reached something: shares and their complements.
    Shares {
        /// Per outcome, the pupils of each cell. All outcomes of a cell are shown or none.
        reached: Vec<Vec<Value>>,
        /// What everybody knows of how the outcomes hang together.
        link: Link,
    },
    /// A mean per pupil.
    Mean {
        /// Sums of each cell's results, in the unit of [`Scale`].
        sums: Vec<Value>,
        /// The scale.
        scale: Scale,
        /// The results that a pupil can have, in ascending order, where they are few (one grade); empty where they are many.
        grades: Vec<u64>,
        /// Cells whose pupils' results are so alike that the mean tells each one's; of few pupils it is hidden.
        alike: Vec<bool>,
    },
}

/// What everybody knows of how outcomes hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Who reached one has reached the next: diploma within three, four, five years.
    Nested,
    /// Nobody has reached two: bands, kinds of diploma.
    Apart,
    /// Nothing.
    Free,
}

/// The scale of a mean, in any unit small enough for whole numbers (millionths).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The lowest result there is.
    pub least: u64,
    /// The highest.
    pub most: u64,
    /// What the shown mean is rounded to: one tenth, say.
    pub unit: u64,
    /// A hidden mean that can be computed more closely than this is given away (D5).
    pub step: u64,
}
