//! Everything that can happen, as data.

use crate::data::{Lang, Profile};
use crate::ingest::Ingested;
use crate::state::{Face, Progress, Theme, View};

/// One thing that happened.
#[derive(Debug)]
pub enum Action {
    /// Reading has begun or come further.
    Progress(Progress),
    /// All files have been read.
    Read {
        /// What came of it.
        ingested: Ingested,
        /// Whether the rows are the invented ones.
        invented: bool,
    },
    /// The user stopped the reading.
    Cancelled,
    /// The file with this name cannot be read (any more). Nothing of the files is kept.
    Lost(String),
    /// The user has read the message about failed or stopped reading, or gives new files.
    Dismissed,
    /// A profile was opened; an error is why it cannot be used, in words.
    ProfileOpened(Result<Profile, String>),
    /// Back to the built-in profiles.
    ProfileClosed,
    /// Another language.
    Lang(Lang),
    /// Other colours.
    Theme(Theme),
    /// Projector on or off.
    Projector(bool),
    /// Another view.
    View(View),
    /// Another school in focus.
    Focus(u16),
    /// A school is compared, or no longer.
    Compare {
        /// Which.
        school: u16,
        /// Whether it is.
        on: bool,
    },
    /// No school is compared.
    CompareNone,
    /// First school year.
    From(u16),
    /// Last school year.
    To(u16),
    /// One programme, or all.
    Programme(Option<u16>),
    /// One indicator in Utveckling, or all.
    Indicator(Option<usize>),
    /// Chart or table.
    Face(Face),
    /// The urval as it was at first.
    Reset,
}
