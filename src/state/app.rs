//! What the app remembers.

use crate::attack::Document;
use crate::data::{Lang, Profile, Protection, Shared};
use crate::disclose::Protected;
use crate::ingest::Report;
use crate::query::Selection;
use crate::state::{Again, Attempt, Followed, Mapping, Tour};
use crate::view::leaving::Outcome;
use crate::view::screen::{Angle, Form};

/// All of the interaction state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// Language of the page.
    pub lang: Lang,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Big type for a room.
    pub projector: bool,
    /// The view that is open.
    pub view: View,
    /// What is going on with files.
    pub phase: Phase,
    /// The files on the screen are being read again.
    pub again: Option<Again>,
    /// How many times new files have been opened.
    pub opening: u32,
    /// The data that are shown; they stay while other files are read.
    pub loaded: Option<Loaded>,
    /// What the user asked for; there whenever `loaded` is.
    pub selection: Selection,
    /// The indicator that Utveckling shows alone, all when `None`; Jämför then shows the first.
    pub indicator: Option<usize>,
    /// Chart or table.
    pub face: Face,
    /// Which chart Utveckling draws.
    pub form: Form,
    /// What Jämför shows of the schools.
    pub angle: Angle,
    /// The indicator that Jämför holds the shown one against; the next one when `None`.
    pub against: Option<usize>,
    /// A profile opened by the user, used for the next files; the built-in ones where there is none.
    pub profile: Option<Shared<Profile>>,
    /// How small groups are protected, where the user chose otherwise than the profile says.
    pub protection: Option<Protection>,
    /// What has been saved since the page was opened.
    pub ledger: Vec<Shared<Document>>,
    /// What became of the last of it, where there is something to say.
    pub left: Option<(Exit, Outcome)>,
    /// Why the last profile file was refused.
    pub profile_refused: Option<String>,
    /// What became of links.
    pub followed: Followed,
    /// Where the tour is.
    pub tour: Tour,
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The views, by the question they answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Vad har vi?
    #[default]
    Data,
    /// Var är vi?
    Overview,
    /// Vart är vi på väg?
    Trend,
    /// Skiljer vi oss?
    Compare,
    /// För vilka?
    Groups,
}

impl View {
    /// Every view, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::Data, Self::Overview, Self::Trend, Self::Compare, Self::Groups];
}

/// A way out of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A file that the user keeps.
    File,
    /// The clipboard.
    Clipboard,
    /// A printer.
    Paper,
}

/// Chart or table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The drawing.
    #[default]
    Chart,
    /// The same as a table.
    Table,
}

/// What is going on with files.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing.
    #[default]
    Idle,
    /// Files are being read.
    Reading(Progress),
    /// The last files gave no usable row; the report says why.
    Failed(Attempt),
    /// The user stopped the reading. Nothing of those files is kept.
    Cancelled,
    /// The file with this name could not be read (any more). Nothing of the files is kept.
    Lost(String),
}

/// How far the reading has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Name of the file being read.
    pub file: String,
    /// Bytes read, of all files.
    pub bytes: u64,
    /// Bytes of all files.
    pub bytes_total: u64,
    /// Rows read.
    pub rows: u64,
    /// Whether that is all of them, and it is being worked out what may be shown.
    pub is_read: bool,
}

/// Data that have been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The data as the screen shows them.
    pub dataset: Shared<Protected>,
    /// The data as they may leave the screen: in files and on paper.
    pub leaving: Shared<Protected>,
    /// What became of each row of the files.
    pub report: Shared<Report>,
    /// How they were read.
    pub mapping: Mapping,
}

impl Loaded {
    /// A dataset that has just been read. `chosen` protects small groups otherwise than the profile says.
    pub fn new(dataset: Protected, report: Shared<Report>, mapping: Mapping, chosen: Option<Protection>) -> Self {
        let dataset = Shared::new(dataset);
        let mut loaded = Self { leaving: dataset.clone(), dataset, report, mapping };
        loaded.protect(chosen);
        loaded
    }

    /// Protects small groups otherwise. What leaves the screen keeps to the profile where the choice is for the screen only.
    pub fn protect(&mut self, chosen: Option<Protection>) {
        let own = self.dataset.profile.protection();
        let screen = chosen.unwrap_or(own);
        let leaving = if screen.is_internal() { own } else { screen };
        if self.leaving.protection() != leaving {
            self.leaving = Shared::new(self.leaving.with(leaving));
        }
        self.dataset = if screen == leaving { self.leaving.clone() } else { Shared::new(self.leaving.with(screen)) };
    }
}
