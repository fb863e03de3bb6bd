//! How the files at hand are read, and the way back from each change.

use crate::data::{Choice, Profile, Shared};

/// How files are read, the changes that led there, and what was done last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// How they are read.
    pub way: Way,
    /// The changes that can be undone, the latest last.
    pub undo: Vec<Step>,
    /// What was done last, to tell about it.
    pub said: Option<Said>,
}

/// How files are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Way {
    /// The profile that had been opened; the built-in ones where there was none.
    pub opened: Option<Shared<Profile>>,
    /// The profile with what was chosen since then.
    pub chosen: Option<Shared<Profile>>,
    /// Whether garbled letters are put right.
    pub repairs: bool,
}

/// One change, and how the files were read before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How they were read before.
    pub before: Way,
    /// What was changed.
    pub change: Change,
}

/// One change in how the files are read.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A column is read as something else.
    Column {
        /// Its caption.
        caption: String,
        /// What was chosen.
        choice: Choice,
        /// Captions of the columns that were read so until then.
        instead_of: Vec<String>,
        /// Names the indicators.
        profile: Shared<Profile>,
    },
    /// Garbled letters are put right.
    Repair,
    /// The columns are held against the profile that is open now.
    Profile(Shared<Profile>),
}

/// What was done last.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This.
    Done(Change),
    /// This was undone.
    Undone(Change),
}

impl Way {
    /// The profile that the columns are held against; the built-in ones where there is none.
    pub fn profile(&self) -> Option<&Shared<Profile>> {
        self.chosen.as_ref().or(self.opened.as_ref())
    }
}

impl Mapping {
    /// Of files that were given just now.
    pub(super) fn new(opened: Option<Shared<Profile>>) -> Self {
        Self { way: Way { opened, ..Way::default() }, ..Self::default() }
    }

    /// After a change.
    pub(super) fn changed(self, change: Change, way: Way) -> Self {
        let mut undo = self.undo;
        undo.push(Step { before: self.way, change: change.clone() });
        Self { way, undo, said: Some(Said::Done(change)) }
    }

    /// Before the last change, where that was of the column under `caption`. Someone who goes through the choices with the arrow keys
    /// makes many, which count as one, and take nothing from other columns on the way.
    pub(super) fn before_choice(self, caption: &str) -> Self {
        let is_same = |step: &Step| matches!(&step.change, Change::Column { caption: other, .. } if other == caption);
        if self.undo.last().is_some_and(is_same) { self.clone().undone().unwrap_or(self) } else { self }
    }

    /// Before the last change; `None` where there is none.
    pub(super) fn undone(mut self) -> Option<Self> {
        let Step { before, change } = self.undo.pop()?;
        Some(Self { way: before, undo: self.undo, said: Some(Said::Undone(change)) })
    }
}
