//! The long form: every record names the indicator that its value is of.

use std::collections::HashMap;

use crate::data::{Profile, Role};
use crate::ingest::captions::Known;

/// What the value of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A value of the indicator with this index.
    Indicator(usize),
    /// The number of pupils.
    Pupils,
    /// Of something that the profile does not have.
    Other,
}

/// The indicators that the records of one file name.
#[derive(Debug)]
pub(crate) struct Names {
    known: Known,
    met: HashMap<Box<[u8]>, Named>,
}

impl Names {
    /// Those that this profile knows.
    pub(crate) fn of(profile: &Profile) -> Self {
        Self { known: Known::of(profile), met: HashMap::new() }
    }

    /// What `raw`, which reads `text`, names.
    pub(crate) fn get(&mut self, raw: &[u8], text: impl FnOnce() -> String) -> Named {
        if let Some(named) = self.met.get(raw) {
            return *named;
        }
        let named = match self.known.role(&text()) {
            Some((Role::Indicator(index), _)) => Named::Indicator(index),
            Some((Role::Pupils, _)) => Named::Pupils,
            _ => Named::Other,
        };
        // Free texts in that column are not worth remembering.
        if self.met.len() < 10_000 {
            self.met.insert(raw.into(), named);
        }
        named
    }
}
