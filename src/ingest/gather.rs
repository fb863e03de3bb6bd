//! What has been gathered of the files so far.

use std::collections::BTreeMap;

use crate::data::{Dim, Profile, Shape};
use crate::ingest::drafts::Draft;
use crate::ingest::entry::Entry;
use crate::ingest::note::Note;
use crate::ingest::overlap;
use crate::ingest::pupils::Pupils;
use crate::ingest::spellings::AllSpellings;

/// Everything that the files have in common, and what they have given.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Those that the first file is held against.
    pub(crate) profiles: Vec<Profile>,
    /// Profile and shape of the first file that was accepted.
    pub(crate) decided: Option<(Profile, Shape)>,
    /// By [`Dim::index`].
    pub(crate) spellings: AllSpellings,
    /// Headings of the columns of each dimension, of the first file that has one.
    pub(crate) captions: BTreeMap<Dim, String>,
    /// Pupil rows of the files so far, added up.
    pub(crate) entries: Vec<Entry>,
    /// Aggregated rows of the files so far.
    pub(crate) drafts: Vec<Draft>,
    /// Those who have a row, where a column tells them apart.
    pub(crate) pupils: Pupils,
    /// Whether the entries are those of one file, of which `parts` says nothing yet.
    pub(crate) first_alone: bool,
    /// What each file says of each school and school year.
    pub(crate) parts: Vec<overlap::Parts>,
    pub(crate) notes: Vec<Note>,
    /// Whether names that were encoded twice are repaired.
    pub(crate) repairs: bool,
}

impl Gathered {
    /// Remembers something to know, once.
    pub(crate) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Forgets what a file that is not used after all had decided for the others. What the notes say was about it, too.
    pub(crate) fn forget_decision(&mut self) {
        self.decided = None;
        self.captions.clear();
        self.notes.clear();
    }
}
