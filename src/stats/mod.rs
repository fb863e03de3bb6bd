//! Cells → estimates: intervals, differences and what a cohort can show. Pure functions over plain numbers.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`normal`], [`student_t`] | how far out a limit lies |
//! | [`moments`] | how spread values are summed up and merged |
//! | [`pooling`] | several years or schools as one: pooled, weighted, the spread within |
//! | [`interval`] | how sure a share or a mean is |
//! | [`counts`] | how sure a count of events is |
//! | [`difference`] | how sure the difference of two shares or two means is |
//! | [`verdict`] | whether it is more than chance, in four plain grades |
//! | [`quartiles()`] | between which values half of the schools lie |
//! | [`power`] | how large a difference must be for a cohort of this size to show it |
//! | [`funnel`] | how far from the centre a school of this size lands by chance |
//! | [`caterpillar`] | intervals to compare schools in pairs |
//! | [`shrinkage`] | what each of many small schools would be expected to show again |
//! | [`least_squares`], [`expected`] | what a group would be expected to reach from where it started |
//! | [`effect`] | whether those who took part changed more than the others |
//!
//! Shares are fractions from 0 to 1, never percent. Means and standard deviations have the unit of the indicator. A
//! function that has nothing to say answers `None`; it never answers with a NaN or an infinity.
//!
#![doc = include_str!("coverage.md")]

pub mod caterpillar;
pub mod counts;
pub mod difference;
pub mod effect;
pub mod expected;
pub mod funnel;
pub mod interval;
pub mod least_squares;
pub mod moments;
pub mod normal;
pub mod pooling;
pub mod power;
pub mod quartiles;
pub mod shrinkage;
pub mod student_t;
pub mod verdict;

#[cfg(test)]
mod any_input;
#[cfg(test)]
mod coverage;

pub use difference::Difference;
pub use interval::Interval;
pub use moments::{FixedSums, Moments};
pub use verdict::Verdict;
