//! Why rows and files are not used.

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
