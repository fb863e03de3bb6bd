//! The import report: what was read, what was set aside and why. Data only; the sentences are in [`crate::view::report`].

use crate::data::{Dim, Missing, Profile, SchoolYear, Shape, Text};
use crate::ingest::columns::Column;
use crate::ingest::encoding::Encoding;
use crate::ingest::identity;

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

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// All fields are empty.
    Empty,
    /// Text above, between or below the table's rows.
    Text,
    /// The header once more.
    RepeatedHeader,
    /// More fields than the header has captions: a delimiter inside a value, such as a decimal comma between commas.
    ExtraFields,
    /// A row of another table below the first.
    SecondTable,
    /// A quotation mark without end: many lines read as one row.
    UnclosedQuote,
    /// The school year is empty or cannot be read.
    Year,
    /// The school is empty.
    School,
    /// The number of pupils cannot be read.
    Pupils,
    /// Neither a number of pupils nor any value.
    NoValues,
    /// The row sums up several schools.
    SumOfSchools,
    /// A value of something that is no indicator of the profile.
    OtherIndicator,
    /// A personal number, an e-mail address or the like where a label is expected.
    Identity,
    /// A pupil who has a row in this school and school year already, with other values.
    PupilTwice,
    /// Same school, school year and group, or same pupil, as an earlier row, with the same values.
    Twin,
    /// Same school, school year and group as an earlier row, with other values.
    Conflict,
    /// More than 65 535 different labels in one column.
    TooManyLabels,
    /// The file was refused after its header had been read.
    FileRefused,
}

impl Reason {
    /// Whether nothing is lost by leaving such rows out.
    pub fn is_harmless(self) -> bool {
        matches!(self, Self::Empty | Self::Text | Self::RepeatedHeader | Self::Twin | Self::OtherIndicator)
    }
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

/// Why a whole file is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// A workbook (xlsx, xls or ods), not CSV.
    Workbook,
    /// Not text at all.
    Binary,
    /// No column is an indicator of the profile.
    NoIndicator,
    /// Indicators, but neither a school nor a school year.
    NoSchoolOrYear,
    /// The values are those of groups, such as shares or one row for every school, but no column says how many pupils there are.
    NoPupils,
    /// Pupil rows after aggregated rows, or the other way round.
    OtherShape,
    /// Measures by another profile than the files before it.
    OtherProfile,
    /// Aggregated rows without a school.
    NoSchool,
    /// Many rows about the same school, school year and group with different values: the file is divided by something that was
    /// not recognised.
    Ambiguous,
    /// Pupil rows that an earlier file had already: the same file twice.
    SameFile,
    /// A header, but no row that could be used.
    NoRows,
    /// Many pupils have several rows in one school year (terms, subjects), of which one would have to be chosen.
    SeveralRowsPerPupil,
}

/// Something to know about the files together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A school without code was taken to be the school of this name that has one.
    SchoolLinkedByName(String),
    /// A school has had several names; the latest is shown.
    SchoolRenamed {
        /// The name that is shown.
        shown: String,
        /// The others.
        earlier: Vec<String>,
    },
    /// A file without a school column was taken to be one school, called as the file.
    SchoolFromFileName(String),
    /// Lone calendar years were read as result years: `2024` is `2023/24`.
    CalendarYears,
    /// A percentage column of a file is written as fractions (`0,874`) and was read as per cent.
    Fractions {
        /// The file.
        file: String,
        /// Name of the indicator.
        indicator: Text,
    },
    /// No column or title says which school year it is.
    NoYear,
    /// Rows of pupils name parts of a school year, and nothing tells pupils apart: who is in both parts counts twice.
    PartsOfYear {
        /// The file.
        file: String,
        /// `HT22`
        first: String,
        /// `VT23`
        second: String,
    },
    /// A percentage column of a file has values written as fractions and others written as per cent.
    FractionsAndPercent {
        /// The file.
        file: String,
        /// Name of the indicator.
        indicator: Text,
        /// Whether none of them is used; else only those are not that look like fractions.
        all: bool,
    },
    /// Two files of pupil rows have rows of the same schools and school years, which are counted together.
    InSeveralFiles {
        /// The later file.
        file: String,
        /// School and school year.
        parts: Vec<(String, String)>,
    },
    /// Labels of a dimension whose number of pupils is the sum of the others' everywhere: they were taken to be totals.
    TotalsByArithmetic {
        /// Which dimension.
        dim: Dim,
        /// Their names.
        names: Vec<String>,
    },
    /// A column has too many different labels to be groups, which only its later rows show. It was left out.
    TooManyGroups {
        /// Its heading.
        column: String,
    },
    /// Names look like UTF-8 that was read as Windows-1252 and saved again: how some are written, and what was meant.
    DoubleEncoded(Vec<(String, String)>),
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
