//! Estimates → publishable values: what may be seen of small groups.
//!
//! [`Protected`] is the gate: view models are made of [`Publishable`] values only, and nothing outside this module can make one.
//!
//! | module | what it does |
//! | --- | --- |
//! | `gate` | values and numbers that have passed the rule |
//! | `asked` | which groups the product can show, together |
//! | `atoms` | what entries are made of, so that wholes and parts are known |
//! | `quantity` | the whole numbers that are protected: pupils, with a value, having it |
//! | [`pattern`] | which numbers to withhold, so that none can be computed from the others |
//! | `protect` | the pattern over everything that is asked for |
//! | `protected` | the dataset behind the rule |

mod asked;
mod atoms;
mod gate;
pub mod pattern;
mod protect;
mod protected;
mod quantity;

pub use asked::{ALL, Asked, PROGRAMMES, SCHOOLS};
pub use gate::{Publishable, PublishableCount, State, Withheld, missing};
pub use protected::{Protected, Spot};
