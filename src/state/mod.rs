//! App state, actions and the reducer. Derived values are never stored here.

mod action;
mod again;
mod app;
mod link;
mod mapping;
mod reduce;
mod tour;

pub use action::Action;
pub use again::{Again, Attempt};
pub use app::{AppState, Exit, Face, Loaded, Phase, Progress, Theme, View};
pub use link::{Followed, Link, Told};
pub use mapping::{Change, Mapping, Said, Step, Way};
pub use tour::{Stop, Tour, Turn};
