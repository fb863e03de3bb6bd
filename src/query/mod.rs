//! Dataset and selection → cells and their estimates.
//!
//! | module | what it does |
//! | --- | --- |
//! | `selection` | the urval: focus school, compared schools, years, programme |
//! | `filter` | which rows are asked for |
//! | `widest` | drops rows that are contained in others, so that no pupil counts twice |
//! | `group` | adds the rows of each group up |
//! | `cell` | sufficient statistics of one group and indicator; mergeable |
//! | `estimate` | a cell's value, interval and difference from another |

mod cell;
mod estimate;
mod filter;
mod group;
mod selection;
mod widest;

pub use cell::{Cell, LeftOut};
pub use estimate::Estimate;
pub use filter::Filter;
pub use group::{Group, Groups, group};
pub use selection::Selection;
