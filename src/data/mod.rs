//! The validated columnar dataset, the profile that says what is measured, and the words of the domain.

mod lang;

pub use lang::{Lang, Text};
