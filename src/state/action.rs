//! Everything that can happen, as data.

use crate::attack::Document;
use crate::data::{Choice, Dataset, Dim, Lang, Profile, Protection, Shared};
use crate::disclose::Protected;
use crate::ingest::{Ingested, Report};
use crate::state::{Exit, Face, Link, Progress, Theme, Turn, View};
use crate::view::leaving::Outcome;
use crate::view::screen::{Angle, Form};

/// One thing that happened.
#[derive(Debug)]
pub enum Action {
    /// Reading has begun or come further.
    Progress(Progress),
    /// All files have been read.
    Read {
        /// The data; `None` where no row could be used.
        data: Option<Box<Protected>>,
        /// What became of the files.
        report: Report,
        /// Whether the rows are the invented ones.
        invented: bool,
        /// Whether they are the files at hand, read again as [`AppState::again`](crate::state::AppState) says.
        again: bool,
    },
    /// A column of the files on the screen is to be read as something else. They are read again.
    Choose {
        /// Place of a file with the column in the report on the screen.
        file: usize,
        /// The column's caption.
        caption: String,
        /// What it is to be read as.
        choice: Choice,
    },
    /// The files on the screen are to be read with garbled letters put right.
    Repair,
    /// The files on the screen are to be read with the profile that was opened after them.
    UseProfile,
    /// The last change of how the files on the screen are read is to be undone.
    Undo,
    /// The user stopped the reading.
    Cancelled,
    /// The file with this name cannot be read (any more). Nothing of the files is kept.
    Lost(String),
    /// The user has read the message about failed or stopped reading.
    Dismissed,
    /// The user gives new files, which are about to be read.
    Given {
        /// Whether there are data among them, not only profiles.
        data: bool,
    },
    /// A profile was opened; an error is why it cannot be used, in words.
    ProfileOpened(Result<Profile, String>),
    /// Back to the built-in profiles.
    ProfileClosed,
    /// Small groups are to be protected in another way.
    Protect(Protection),
    /// Something was about to leave.
    Left {
        /// What.
        document: Shared<Document>,
        /// What became of it.
        outcome: Outcome,
        /// By which way.
        exit: Exit,
    },
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
    /// These schools are compared, too.
    CompareWith(Vec<u16>),
    /// No school is compared.
    CompareNone,
    /// All schools of the municipality or provider of the school in focus are shown beside it, or not.
    Area(Option<Dim>),
    /// First school year.
    From(u16),
    /// Last school year.
    To(u16),
    /// So many earlier school years are put together with each.
    Pool(u8),
    /// The school year since which changes are shown; values, where it is `None`.
    Since(Option<u16>),
    /// One programme, or all.
    Programme(Option<u16>),
    /// What is told apart within each school.
    Split(Option<Dim>),
    /// Two groups are compared, the first against the second.
    Pair {
        /// What they are told apart by.
        of: Dim,
        /// Which.
        groups: (u16, u16),
    },
    /// One indicator in Utveckling, or all.
    Indicator(Option<usize>),
    /// Chart or table.
    Face(Face),
    /// Another chart in Utveckling.
    Form(Form),
    /// Another chart in Jämför.
    Angle(Angle),
    /// Another indicator to hold the shown one against.
    Against(usize),
    /// The urval as it was at first.
    Reset,
    /// A link was opened, or the browser's history went back or forward to one.
    Follow {
        /// Where it leads.
        link: Link,
        /// Whether it was typed or clicked.
        typed: bool,
    },
    /// The tour begins, goes on or ends.
    Tour(Turn),
    /// The user has read what is said of a link. It waits no longer.
    LinkDismissed,
}

impl Action {
    /// New files have been read.
    pub fn read(ingested: Ingested, invented: bool) -> Self {
        let data = ingested.dataset.map(|dataset| Box::new(Protected::new(Dataset { invented, ..dataset })));
        Self::Read { data, report: ingested.report, invented, again: false }
    }

    /// The same result, of files that were read before.
    #[must_use]
    pub fn again(self) -> Self {
        match self {
            Self::Read { data, report, invented, .. } => Self::Read { data, report, invented, again: true },
            other => other,
        }
    }
}
