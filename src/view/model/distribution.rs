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
    /// The value of all schools shown together.
    pub centre: Option<Level>,
    /// A target for the year.
    pub target: Option<Level>,
    /// How many schools are withheld and missing, in words: `3 skolor är dolda och ritas inte.` May be empty.
    pub hidden: String,
    /// Shown in place of the plot when there is no value at all.
    pub empty: String,
}
