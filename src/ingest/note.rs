//! Things to know about an import.

use crate::data::{Dim, Text};

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
