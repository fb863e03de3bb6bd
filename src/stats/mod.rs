//! Cells → estimates: intervals, differences and what a cohort can show. Pure functions over plain numbers.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`normal`], [`student_t`] | how far out a limit lies |
//! | [`moments`] | how spread values are summed up and merged |
//! | [`interval`] | how sure a share or a mean is |
//! | [`difference`] | whether two shares or two means differ by more than chance |
//! | [`power`] | how large a difference must be for a cohort of this size to show it |
//!
//! Shares are fractions from 0 to 1, never percent. Means and standard deviations have the unit of the indicator. A
//! function that has nothing to say answers `None`; it never answers with a NaN or an infinity.

pub mod difference;
pub mod interval;
pub mod moments;
pub mod normal;
pub mod power;
pub mod student_t;

pub use difference::{Difference, Verdict};
pub use interval::Interval;
pub use moments::{FixedSums, Moments};
