//! The import report: what was read, what was set aside and why. Data only; the sentences are in [`crate::view::report`].

use crate::data::{Missing, Profile, SchoolYear, Shape};
use crate::ingest::columns::Column;
use crate::ingest::encoding::Encoding;
use crate::ingest::identity;
use crate::ingest::note::Note;
use crate::ingest::reason::{Reason, Refusal};

/// Examples kept per kind of trouble, for the report as a file; the rest is counted.
pub(crate) const EXAMPLES: usize = 1000;

/// Everything about one import, file by file, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One entry per file.
    pub files: Vec<FileReport>,
    /// Things to know that concern the files together.
    pub notes: Vec<Note>,
}

impl Report {
    /// Rows under the headers of all files.
    pub fn rows_read(&self) -> u64 {
        self.files.iter().map(|file| file.rows_read).sum()
    }

    /// Rows that the dataset is made of.
    pub fn rows_used(&self) -> u64 {
        self.files.iter().map(|file| file.rows_used).sum()
    }

    /// Rows that are not in the dataset. `rows_read = rows_used + rows_set_aside` always holds.
    pub fn rows_set_aside(&self) -> u64 {
        self.files.iter().flat_map(|file| &file.set_aside).map(|group| group.rows).sum()
    }

    /// Single values that could not be used, in rows that are.
    pub fn values_missed(&self) -> u64 {
        self.files.iter().flat_map(|file| &file.problems).map(|problem| problem.values).sum()
    }

    /// Rows set aside that a reader may have wanted to see used: not the empty lines, texts and repetitions that come with many files.
    pub fn rows_missed(&self) -> u64 {
        let groups = self.files.iter().flat_map(|file| &file.set_aside);
        groups.filter(|group| !group.reason.is_harmless()).map(|group| group.rows).sum()
    }
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    /// File name.
    pub name: String,
    /// How it was read; `None` when it was refused before its header was found.
    pub form: Option<Form>,
    /// Why no row of it is used.
    pub refused: Option<Refusal>,
    /// Records below the header.
    pub rows_read: u64,
    /// Records that are in the dataset.
    pub rows_used: u64,
    /// Records that are not, by reason.
    pub set_aside: Vec<SetAside>,
    /// Single values that could not be used, in rows that are.
    pub problems: Vec<Problem>,
    /// Characters of captions and labels that could not be read, and show as a question mark in a diamond.
    pub characters_replaced: u64,
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Encoding.
    pub encoding: Encoding,
    /// Delimiter.
    pub delimiter: char,
    /// Line of the header, from 1.
    pub header_line: u64,
    /// What one row stands for.
    pub shape: Shape,
    /// School year of all rows, from the lines above the header.
    pub year_in_title: Option<SchoolYear>,
    /// Every column of the header, in order.
    pub columns: Vec<Column>,
    /// The first rows, one cell per column; `None` where the contents of the column may not be shown.
    pub preview: Vec<Vec<Option<String>>>,
    /// The profile that the columns were held against.
    pub profile: Profile,
}

/// Rows left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub reason: Reason,
    /// How many.
    pub rows: u64,
    /// The first of them.
    pub examples: Vec<Example>,
}

/// Values that could not be used, of one indicator and for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Index of the indicator in the profile.
    pub indicator: usize,
    /// [`Missing::Unreadable`], [`Missing::OutOfRange`], or [`Missing::Blank`] for numbers that stand for a missing value.
    pub reason: Missing,
    /// How many.
    pub values: u64,
    /// The first of them.
    pub examples: Vec<Example>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Line, from 1.
    pub line: u64,
    /// Caption of the column, where one column is to blame.
    pub column: String,
    /// What stands there, cut to a few words.
    pub found: String,
}

impl Example {
    /// Longest text that is quoted, in characters.
    const LONGEST: usize = 40;

    /// An example with what was found cut to size.
    pub fn new(line: u64, column: &str, found: &str) -> Self {
        let found = identity::masked(found);
        let mut quoted: String = found.chars().take(Self::LONGEST).collect();
        if found.chars().nth(Self::LONGEST).is_some() {
            quoted.push('…');
        }
        Self { line, column: column.to_owned(), found: quoted }
    }
}

impl FileReport {
    /// Counts a row that is not used.
    pub(crate) fn set_row_aside(&mut self, reason: Reason, example: impl FnOnce() -> Example) {
        let index = self.set_aside.iter().position(|group| group.reason == reason).unwrap_or_else(|| {
            self.set_aside.push(SetAside { reason, rows: 0, examples: Vec::new() });
            self.set_aside.len() - 1
        });
        let group = &mut self.set_aside[index];
        group.rows += 1;
        if group.examples.len() < EXAMPLES {
            group.examples.push(example());
        }
    }

    /// Counts a value that is not used.
    pub(crate) fn count_problem(&mut self, indicator: usize, reason: Missing, example: impl FnOnce() -> Example) {
        let index = self
            .problems
            .iter()
            .position(|problem| problem.indicator == indicator && problem.reason == reason)
            .unwrap_or_else(|| {
                self.problems.push(Problem { indicator, reason, values: 0, examples: Vec::new() });
                self.problems.len() - 1
            });
        let problem = &mut self.problems[index];
        problem.values += 1;
        if problem.examples.len() < EXAMPLES {
            problem.examples.push(example());
        }
    }

    /// Rows set aside for one reason.
    pub(crate) fn rows_aside(&self, reason: Reason) -> u64 {
        self.set_aside.iter().filter(|group| group.reason == reason).map(|group| group.rows).sum()
    }

    /// Turns so many used rows into rows set aside, without telling which.
    pub(crate) fn move_aside(&mut self, reason: Reason, rows: u64) {
        let rows = rows.min(self.rows_used);
        if rows > 0 {
            self.rows_used -= rows;
            self.set_aside.push(SetAside { reason, rows, examples: Vec::new() });
        }
    }

    /// Turns every used row into one set aside, because the file as a whole is refused.
    pub(crate) fn refuse(&mut self, refusal: Refusal) {
        self.move_aside(Reason::FileRefused, self.rows_used);
        self.refused = Some(refusal);
    }
}
