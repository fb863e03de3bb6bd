//! Screen models: what the views show, in words and data. The components only place them.

use crate::data::Dim;
use crate::disclose::Key;
use crate::view::model::{CaterpillarChart, DistributionChart, FunnelChart, LineChart};

/// Läget: where the school in focus stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// `Alkullagymnasiet 2023/24`
    pub heading: String,
    /// The answer in one or two sentences.
    pub lead: String,
    /// One card per indicator.
    pub cards: Vec<Card>,
    /// The focus school and those it is compared with, side by side, for the last chosen year.
    pub matrix: Table,
    /// For each row of the matrix and each of its cells the years up to this one; empty where there are no minis.
    pub minis: Vec<Vec<LineChart>>,
    /// Heading of the matrix.
    pub matrix_heading: String,
    /// What the matrix shows, in a sentence.
    pub matrix_say: String,
    /// Things to know, below the figures.
    pub footnotes: Vec<String>,
}

/// One indicator of the focus school.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Name of the indicator.
    pub name: String,
    /// The value, or the words that stand in its place.
    pub number: Number,
    /// `132 elever, 95 %-intervall 85,8–89,0`; empty where there is no value.
    pub base: String,
    /// Whether the change is more than chance; `None` where there is nothing to compare.
    pub verdict: Option<VerdictMark>,
    /// The change in a sentence, or why there is none.
    pub change: String,
    /// The years up to this one.
    pub spark: LineChart,
    /// The answers to "why this number?".
    pub why: Why,
}

/// "Varför detta tal?": terms and what they are for one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// `69,8 %: varför detta tal?`
    pub heading: String,
    /// Definition, pupils, interval, change, rows, source.
    pub facts: Vec<(String, String)>,
}

/// A value on screen, or the words in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// `69,8 %`
    Shown(String),
    /// `dolt för att skydda elever` or `dolt i källan`
    Withheld(String),
    /// `saknas`
    Missing(String),
}

/// The mark beside a change: solid for more than chance, hollow for maybe chance and for too few pupils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictMark {
    /// Whether the interval of the change excludes zero.
    pub more_than_chance: bool,
    /// Whether the value went up; decides on which side of the axis the mark stands.
    pub up: bool,
    /// `Mer än slumpen brukar ge`
    pub text: String,
}

/// Utveckling: one indicator over the chosen schools and years.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Index of the indicator in the profile.
    pub indicator: usize,
    /// Name of the indicator.
    pub name: String,
    /// What the chart shows, in a sentence.
    pub say: String,
    /// The chart.
    pub chart: LineChart,
    /// The same as a table.
    pub table: Table,
    /// Definition and things to know, below the figure.
    pub footnotes: Vec<String>,
    /// How to say where the value axis begins, when it is not at 0: `Axeln börjar på {}.` with the place to fill in. Empty
    /// where 0 is always on the axis.
    pub axis_note: String,
    /// Of changes, the values that they are taken of; they say all that the changes do.
    pub values: Option<Table>,
    /// Which chart of them is drawn.
    pub form: Form,
    /// Of groups, which one each cell of the table is of, row by row; empty where the rows are schools.
    pub keys: Vec<Vec<Key>>,
    /// The municipality or provider of the last row of the table, where it is of one.
    pub place: Option<(Dim, u16)>,
}

/// The charts of Utveckling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// All years, all schools in one.
    #[default]
    Lines,
    /// One for each school, all on one scale.
    Each,
    /// One for each school, each on its own scale.
    Own,
    /// The first and the last year only.
    Ends,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Lines, Self::Each, Self::Own, Self::Ends];
}

impl Trend {
    /// The values that everything in it is made of.
    pub fn rests_on(&self) -> &Table {
        self.values.as_ref().unwrap_or(&self.table)
    }
}

/// Jämför: one indicator of all schools at one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// Index of the indicator in the profile.
    pub indicator: usize,
    /// Name of the indicator.
    pub name: String,
    /// Whether the school in focus differs: `Alkullagymnasiet skiljer sig inte säkert från de andra`
    pub heading: String,
    /// The answer in one to three sentences.
    pub say: String,
    /// The schools against their number of pupils.
    pub funnel: FunnelChart,
    /// The schools with their intervals, row by row.
    pub rows: CaterpillarChart,
    /// The schools along the value axis, by name.
    pub strip: DistributionChart,
    /// The municipality or provider that is shown beside the schools, and its row of the table.
    pub place: Option<((Dim, u16), TableRow)>,
    /// The same as a table, in the order of the rows.
    pub table: Table,
    /// What it is seen through.
    pub lens: Lens,
    /// Everything that it can be seen through.
    pub lenses: Vec<Lens>,
    /// That values have no interval, and why; and whether that is so of all.
    pub no_spread: Option<(String, bool)>,
    /// Whether the rows stand by value instead of by name.
    pub is_by_value: bool,
    /// Definition and things to know, below the figures.
    pub footnotes: Vec<String>,
    /// Those of the distribution, which has no limits.
    pub spread_footnotes: Vec<String>,
    /// How to say where a value axis begins, as in [`Trend::axis_note`].
    pub axis_note: String,
}

impl Compare {
    /// The table with the row of the municipality or provider last.
    pub fn whole_table(&self) -> Table {
        let mut table = self.table.clone();
        if let Some((_, row)) = &self.place {
            let mut row = row.clone();
            let none = TableCell { number: Number::Missing("–".to_owned()), sub: String::new() };
            row.cells.resize(table.columns.len().saturating_sub(1), none);
            table.rows.push(row);
        }
        table
    }
}

/// Two indicators of all schools at one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// `Närvaro och examen inom tre år`
    pub name: String,
    /// The schools with one indicator upwards and the other across.
    pub chart: FunnelChart,
    /// What the school in focus has, and how many schools have both.
    pub say: String,
    /// The same as a table.
    pub table: Table,
    /// Definitions and things to know, below the figure.
    pub footnotes: Vec<String>,
    /// The comparisons that it is made of, the one upwards first.
    pub of: [Compare; 2],
}

/// What Jämför shows of its schools beside, or in place of, their values and the limits of chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// Nothing.
    #[default]
    Values,
    /// Values drawn towards those of all schools, beside them.
    Evened,
    /// Shorter intervals, to compare two schools at a time.
    Pairwise,
    /// Limits that hold how schools usually differ, too.
    Wider,
    /// Limits of chance by the binomial distribution.
    Exact,
}

/// What Jämför shows of the schools.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Angle {
    /// Each with its interval, and against its number of pupils: what may be chance.
    #[default]
    Chance,
    /// How far apart they lie.
    Spread,
    /// Against another indicator.
    Pair,
}

impl Angle {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Chance, Self::Spread, Self::Pair];
}

/// A table with one header column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Column headings, that of the header column first.
    pub columns: Vec<String>,
    /// Indices of columns that are not compared with those before.
    pub breaks: Vec<usize>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Row heading.
    pub heading: String,
    /// Whether it is about the school in focus.
    pub focus: bool,
    /// One cell per column after the first.
    pub cells: Vec<TableCell>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The value or the words in its place.
    pub number: Number,
    /// A second line: number of pupils and interval, or the change. May be empty.
    pub sub: String,
}

/// The import report in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// `12 471 rader lästa, alla används.`
    pub heading: String,
    /// The sum in words: `12 463 använda + 8 åt sidan = 12 471 lästa.`
    pub say: String,
    /// Whether no row at all could be used.
    pub failed: bool,
    /// One entry per file.
    pub files: Vec<FileView>,
    /// Things to know about the files together.
    pub notes: Vec<String>,
}

/// One file of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileView {
    /// File name.
    pub name: String,
    /// `UTF-8, semikolon, rubriker på rad 6, en rad per skola, läsår och program`; empty when refused early.
    pub form: String,
    /// Why the file is not used, and what to do; bold first sentence and the rest.
    pub refused: Option<(String, String)>,
    /// What became of the rows: what, how many, note. The last line is the sum.
    pub rows: Vec<RowsView>,
    /// Values that could not be used.
    pub problems: Vec<String>,
}

/// One line of the row account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsView {
    /// What.
    pub what: String,
    /// How many rows.
    pub rows: String,
    /// Where, and what to do.
    pub note: String,
    /// Whether this is the sum.
    pub total: bool,
}
