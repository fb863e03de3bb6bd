//! Where the schools lie along the value axis. Data units and words, no pixels.

use super::{Level, School, ValueAxis};

/// All schools as points along the value axis, piled up where there are many.
#[derive(Clone, Debug, PartialEq)]
pub struct DistributionChart {
    /// Heading.
    pub title: String,
    /// Text alternative.
    pub spoken: String,
    /// The value axis.
    pub axis: ValueAxis,
    /// The schools, in the order of the table. Those without a value are not drawn.
    pub schools: Vec<School>,
    /// The value in the middle of them; of few schools, that of all together.
    pub centre: Option<Level>,
    /// Between which values half of the schools lie; `None` of few schools.
    pub middle: Option<Middle>,
    /// All schools of a municipality or provider together.
    pub place: Option<Level>,
    /// A target for the year.
    pub target: Option<Level>,
    /// How far apart they lie, in a sentence. Empty where there are no two.
    pub say: String,
    /// How many schools are withheld and missing, in words: `3 skolor är dolda och ritas inte.` May be empty.
    pub hidden: String,
    /// Shown in place of the plot when there is no value at all.
    pub empty: String,
}

/// The half of the schools that lies in the middle, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Middle {
    /// A quarter of the schools lies below.
    pub low: f64,
    /// A quarter lies above.
    pub high: f64,
    /// `Hälften av skolorna 61,2–78,0 %`
    pub label: String,
    /// `Hälften`, for narrow drawings.
    pub short: String,
}
