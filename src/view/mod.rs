//! Publishable values → view models: words, numbers, tables and chart models.
//!
//! Everything here is plain data that can be compared and printed, in Swedish and English. Pixels belong to [`crate::chart`].

pub mod format;
pub mod model;
