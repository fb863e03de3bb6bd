//! The validated columnar dataset, the profile that says what is measured, and the words of the domain.
//!
//! Nothing here reads bytes ([`crate::ingest`]) or adds numbers up ([`crate::query`]).

mod apart;
mod bound;
mod breaks;
mod caption;
mod cell;
mod choice;
mod collate;
mod dataset;
mod dimension;
mod fixed;
mod group;
mod lang;
mod profile;
mod profiles;
mod programme;
mod protection;
mod role;
mod school_year;
mod shared;
mod sorted;
mod target;

pub use bound::{Bound, Edge};
pub use breaks::{Break, Succession, gy25, successions};
pub use caption::{label_key, normalise};
pub use cell::{Cell, LeftOut};
pub use choice::Choice;
pub use collate::{swedish_key, swedish_order};
pub use dataset::{Dataset, Label, Shape};
pub use dimension::{Dim, Dimension};
pub use fixed::{Fixed, Missing, Slot, Value};
pub use group::{MOST_GROUPS, band_name, band_names, entry_band, entry_band_number, group_level};
pub use lang::{Lang, Text};
pub use profile::{Direction, Indicator, Kind, Profile, ProfileError, Unit};
pub use profiles::{builtin, pupil_profile, report_88_profile};
pub use programme::{Level, Track, is_both_genders, level_of, programme_key};
pub use protection::{Protection, RuleSet};
pub use role::Role;
pub use school_year::SchoolYear;
pub use shared::Shared;
pub use sorted::{map, set, sort_by, sort_by_key};
pub use target::Target;
