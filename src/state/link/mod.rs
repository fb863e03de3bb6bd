//! Links: the view and the urval as the fragment of the page's address, `#vy=utveckling&fil=a.csv&skola=Östra+gymnasiet&…`.
//!
//! A link holds settings and names, never a value. It is read back against whatever data are there: names that are not, and what
//! is not understood, are told.
//!
//! | key | says | left out |
//! | --- | --- | --- |
//! | `vy` | the view | Data |
//! | `fil` | name of a file that it belongs to; once per file | |
//! | `exempel=ja` | it belongs to the invented data | |
//! | `skola` | the school in focus | the first |
//! | `jamfor` | a compared school; once per school | those that the page chooses |
//! | `ensam=ja` | no school is compared | |
//! | `fler` | compared schools that did not fit in the link | 0 |
//! | `bredvid` | `kommun` or `huvudman`: all its schools together are shown, too | nothing |
//! | `lasar` | school years, `2019/20-2023/24` | all |
//! | `slaihop` | how many school years are put together, 2 or 3 | 1 |
//! | `sedan` | the school year since which changes are shown | values |
//! | `program` | one programme | all |
//! | `dela` | what is told apart within each school, by identifier: `kön` | nothing |
//! | `grupp` | a group of it that is compared; twice | those that the page chooses |
//! | `indikator` | the indicator that is shown alone, by identifier | all |
//! | `mot` | the indicator that it is held against, by identifier | the next one |
//! | `form` | the chart of Utveckling: `smadiagram`, one per school; `smadiagram-egna`, each on its own scale; `startslut` | one |
//! | `diagram` | the chart of Jämför: `fordelning`, how far apart the schools lie; `par`, against another indicator | intervals and funnel |
//! | `visa=tabell` | tables | charts |
//! | `sprak=en` | English | Swedish |
//! | `storbild=ja` | the projector view | |

mod escape;
mod follow;
mod label;
mod read;
mod split;
#[cfg(test)]
mod tests;
mod write;

use crate::data::{Dim, Lang};
use crate::state::{Face, View};
use crate::view::screen::{Angle, Form};

pub use follow::{Followed, Told};

/// Most compared schools that a link names: longer addresses are cut off by mail programs.
const MOST_COMPARED: usize = 30;
/// Most files that a link names.
const MOST_FILES: usize = 12;

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The view.
    pub view: View,
    /// Names of the files that it belongs to, sorted.
    pub files: Vec<String>,
    /// Whether it belongs to the invented data.
    pub invented: bool,
    /// Name of the school in focus.
    pub focus: Option<String>,
    /// Names of the compared schools; those that the page chooses when `None`.
    pub compared: Option<Vec<String>>,
    /// How many more schools were compared than the link names.
    pub beyond: usize,
    /// Municipality or provider, all of whose schools together are shown, too.
    pub area: Option<Dim>,
    /// First and last school year.
    pub years: Option<(String, String)>,
    /// How many earlier school years are put together with each.
    pub pooled: u8,
    /// School year since which changes are shown; values when `None`.
    pub since: Option<String>,
    /// Name of the programme; all when `None`.
    pub programme: Option<String>,
    /// What is told apart within each school.
    pub split: Option<Dim>,
    /// Names of the two groups of it that are compared, the first against the second; those that the page chooses when empty.
    pub pair: Vec<String>,
    /// Identifier of the indicator that is shown alone; all when `None`.
    pub indicator: Option<String>,
    /// Identifier of the indicator that it is held against in Jämför; the next one when `None`.
    pub against: Option<String>,
    /// Chart or table.
    pub face: Face,
    /// Which chart Utveckling draws.
    pub form: Form,
    /// What Jämför shows of the schools.
    pub angle: Angle,
    /// Language of the page.
    pub lang: Lang,
    /// Big type for a room.
    pub projector: bool,
    /// What of the fragment was not understood. Never written.
    pub strange: Vec<String>,
}

impl Link {
    /// Whether the link belongs to data. If not, it says at most which view.
    pub fn is_of_data(&self) -> bool {
        self.invented || !self.files.is_empty()
    }

    /// Whether a reader who goes from one to the other is still at the same place: the same view of the same school. Only another
    /// place is a step of the browser's history.
    pub fn is_place_of(&self, other: &Self) -> bool {
        let place = |link: &Self| (link.view, link.invented);
        place(self) == place(other) && self.focus == other.focus && self.files == other.files
    }
}

/// The word for a chart of Utveckling; none for the first.
fn form_word(form: Form) -> Option<&'static str> {
    match form {
        Form::Lines => None,
        Form::Each => Some("smadiagram"),
        Form::Own => Some("smadiagram-egna"),
        Form::Ends => Some("startslut"),
    }
}

/// The word for a chart of Jämför; none for the first.
fn angle_word(angle: Angle) -> Option<&'static str> {
    match angle {
        Angle::Chance => None,
        Angle::Spread => Some("fordelning"),
        Angle::Pair => Some("par"),
    }
}

/// The word for a view.
fn word(view: View) -> &'static str {
    match view {
        View::Data => "data",
        View::Overview => "laget",
        View::Trend => "utveckling",
        View::Compare => "skillnad",
        View::Groups => "grupper",
    }
}
