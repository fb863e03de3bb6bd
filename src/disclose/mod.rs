//! Estimates → publishable values: what may be seen of small groups.
//!
//! [`Protected`] is the gate: view models are made of [`Publishable`] values only, and nothing outside this module can make one.
//!
//! | module | what it does |
//! | --- | --- |
//! | `gate` | values and numbers that have passed the rule |
//! | `alike` | few pupils whose mean tells the result of each |
//! | `asked` | which groups the product can show, together, and which come first |
//! | `window` | school years that are put together |
//! | `atoms` | what entries are made of, so that wholes and parts are known |
//! | `parts` | which labels lie inside which |
//! | `nested` | which indicators everybody has who has another one |
//! | `quantity` | the whole numbers that are protected: pupils, with a value, having it |
//! | `column` | one of them, entry by entry, and its sums |
//! | [`pattern`] | which numbers to withhold, so that none can be computed from the others |
//! | `source` | what the source has published anyway |
//! | `system` | everything that is asked for, as the cells of one system |
//! | `protect` | the pattern over everything that is asked for |
//! | `guarded` | groups, and what of each is withheld |
//! | `pace` | long work in short steps |
//! | `protected` | the dataset behind the rule |
//! | `spot` | one group of it, as far as it may be seen |

mod alike;
mod asked;
mod atoms;
mod column;
mod gate;
mod guarded;
mod nested;
mod pace;
mod parts;
pub mod pattern;
mod protect;
mod protected;
mod quantity;
mod source;
mod spot;
mod system;
mod window;

pub use asked::{ALL, Asked, Key, PROGRAMMES, SCHOOLS};
pub use gate::{Publishable, PublishableCount, State, Withheld, missing};
pub(crate) use nested::nested;
pub use pace::Work;
pub(crate) use parts::{Divided, divided, is_everybody};
pub use parts::{Whole, wholes};
pub use protect::Costs;
pub use protected::Protected;
pub(crate) use source::{Published, Told, published};
pub use spot::Spot;
pub(crate) use system::step;
pub use window::window;
