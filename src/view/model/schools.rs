//! Charts of many schools at one school year: the funnel and the interval plot. Data units and words, no pixels.

use super::{Mark, Role, ValueAxis};

/// Schools against their number of pupils, with the limits within which schools of that size land by chance.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelChart {
    /// Heading, for example `Examen inom tre år`.
    pub title: String,
    /// Text alternative: chart type, subject and the conclusion in words.
    pub spoken: String,
    /// The value axis.
    pub axis: ValueAxis,
    /// The schools, in the order of the table.
    pub schools: Vec<School>,
    /// Another indicator in place of the number of pupils. A school without a value in both is marked as withheld or missing.
    pub across: Option<Across>,
    /// The value around which the limits lie.
    pub centre: Option<Level>,
    /// All schools of a municipality or provider together.
    pub place: Option<Level>,
    /// How far single pupils land from the centre by chance, as a standard deviation in the axis's unit: the limits for n pupils are
    /// the centre ∓ z·spread/√n, cut to the axis's ends. `None` where it is not known.
    pub spread: Option<f64>,
    /// The inner and the outer limits where they are others than these: number of pupils, lower and upper limit, by rising numbers.
    pub curves: Option<[Vec<(f64, f64, f64)>; 2]>,
    /// Words that the drawing itself carries.
    pub words: FunnelWords,
}

/// What schools stand against in place of their number of pupils.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// Its axis.
    pub axis: ValueAxis,
    /// Its values, in the order of the schools.
    pub marks: Vec<Mark>,
}

/// One row per school: its value on its interval. The rows stand in the order of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct CaterpillarChart {
    /// Heading.
    pub title: String,
    /// Text alternative.
    pub spoken: String,
    /// The value axis.
    pub axis: ValueAxis,
    /// The schools, in the order of the table.
    pub schools: Vec<School>,
    /// The value of all schools shown together.
    pub centre: Option<Level>,
    /// All schools of a municipality or provider together.
    pub place: Option<Level>,
    /// A target for the year.
    pub target: Option<Level>,
    /// Whether the drawn-in values are shown beside the values.
    pub has_lens: bool,
    /// Shown in place of the plot when there is no row at all.
    pub empty: String,
    /// Said where not all schools can be drawn: `{drawn} av {all} skolor ritas.`, with two places to fill in.
    pub some: String,
}

/// One school in a chart of many.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// Full name.
    pub name: String,
    /// Short name, for narrow drawings.
    pub short: String,
    /// How it is told apart from the others.
    pub role: Role,
    /// Whether it is in focus or compared with; of many chosen ones none has a colour of its own.
    pub is_chosen: bool,
    /// The value, or why there is none.
    pub mark: Mark,
    /// Pupils behind the value; 0 where none is shown. Never drawn of a withheld value.
    pub pupils: u64,
    /// How far out of the funnel it lies.
    pub out: Out,
    /// The value drawn towards that of all schools, as [`crate::stats::shrinkage`] does; `None` where it cannot be.
    pub drawn_in: Option<f64>,
    /// What stands in its row in place of a value: `dolt för att skydda elever`, `saknas`.
    pub instead: String,
    /// The school in words, for the readout line and the screen reader.
    pub spoken: String,
}

/// How far out of a funnel a school lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Out {
    /// Within the inner limits, or it cannot be told.
    #[default]
    No,
    /// Between the inner and the outer limits.
    Inner,
    /// Outside the outer limits: more than chance.
    Outer,
}

/// A value that is the same for all, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The value, in the axis's unit.
    pub value: f64,
    /// `Alla visade 75 %`
    pub label: String,
    /// `Alla 75`, for narrow drawings.
    pub short: String,
}

/// The words that stand inside a funnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelWords {
    /// Name of the horizontal axis: `Antal elever`, or another indicator.
    pub pupils: String,
    /// Label of the inner limits: `95 %`.
    pub inner: String,
    /// Label of the outer limits: `99,8 %`.
    pub outer: String,
    /// Label of the list of withheld schools: `Dolt`.
    pub withheld: String,
    /// Shown in place of the plot when there is no value at all.
    pub empty: String,
}
