//! Dataset and selection → cells and their estimates.
//!
//! | module | what it does |
//! | --- | --- |
//! | `selection` | the urval: focus school, compared schools, years, programme |
//! | `area` | the schools of a municipality or provider |
//! | `filter` | which entries are asked for |
//! | `widest` | drops entries that are contained in others, so that no pupil counts twice |
//! | `group` | adds the entries of each group up |
//! | `estimate` | a cell's value, interval and difference from another |
//! | `account` | for each indicator, rows with a value and rows without, by reason |
//! | `bounds` | what the source tells in place of numbers |
//! | `anonymity` | how alone pupils are in a file |

mod account;
mod anonymity;
mod area;
mod bounds;
mod estimate;
mod filter;
mod group;
mod selection;
mod widest;

pub use account::{Account, accounts};
pub use anonymity::Anonymity;
pub use area::{Area, area_of, areas};
pub use bounds::bounds;
pub use estimate::Estimate;
pub use filter::Filter;
pub(crate) use group::sum;
pub use group::{Group, Groups, group, members};
pub use selection::Selection;
