//! Groups side by side, row by row: a school, or a school year, with a mark for each group. Data units and words, no pixels.

use super::{Level, Point, Role, ValueAxis};

/// One row per school (or school year), in it a mark per group, joined by a thin line.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellChart {
    /// Heading, for example `Examen inom tre år`.
    pub title: String,
    /// Text alternative: chart type, subject and the conclusion in words.
    pub spoken: String,
    /// The value axis.
    pub axis: ValueAxis,
    /// The groups: two to six, in the order of the table.
    pub groups: Vec<Group>,
    /// The rows, in the order of the table.
    pub rows: Vec<DumbbellRow>,
    /// A target for all rows.
    pub target: Option<Level>,
    /// Words that the drawing itself carries.
    pub words: DumbbellWords,
}

/// A group of pupils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `flickor`
    pub name: String,
    /// Its marker and colour: [`Role::Compared`], since the focus's blue is the school's and no group's.
    pub role: Role,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    /// Full name.
    pub name: String,
    /// Short name, for narrow drawings.
    pub short: String,
    /// Whether it is the school in focus: bold.
    pub role: Role,
    /// A point for every group, in the order of [`DumbbellChart::groups`].
    pub points: Vec<Point>,
    /// Right of the marks, for example the gap: `8,1 procentenheter`. May be empty, and is left out of narrow drawings.
    pub note: String,
    /// What stands in the row where no group has a value: `dolt för att skydda elever`, `saknas`.
    pub instead: String,
}

/// The words that stand inside a dumbbell chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DumbbellWords {
    /// Label of the column for withheld values: `Dolt`.
    pub withheld: String,
    /// Shown in place of the plot when there is no row at all.
    pub empty: String,
    /// Said where not all rows can be drawn: `{drawn} av {all} rader ritas.`, with two places to fill in.
    pub some: String,
}
