//! App state, actions and the reducer. Derived values are never stored here.

mod action;
mod app;
mod reduce;

pub use action::Action;
pub use app::{AppState, Face, Loaded, Phase, Progress, Theme, View};
