//! One part of a report, in words and data: a heading with its answer, lists, facts, a table that may be folded.

use crate::view::screen::Table;

/// A part of a report. What is empty is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// Identifier of its heading.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// The answer in a few words.
    pub first: String,
    /// The answer in a sentence or more.
    pub say: String,
    /// Lists with their headings.
    pub lists: Vec<List>,
    /// Terms and what they are.
    pub facts: Vec<(String, String)>,
    /// A table.
    pub table: Option<Folded>,
    /// Something to know, in small print.
    pub small: String,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Heading; may be empty.
    pub heading: String,
    /// Sentences.
    pub items: Vec<String>,
    /// How many are not listed, or nothing.
    pub more: String,
}

/// A table that can be folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The table.
    pub table: Table,
    /// Cells to look at, by row and column; the header column is the first.
    pub marked: Vec<(usize, usize)>,
    /// Whether it stands open at first.
    pub open: bool,
    /// How many rows are not listed, or nothing.
    pub more: String,
}

impl List {
    /// A list with all of its items; `None` where there are none.
    pub(crate) fn of(heading: &str, items: Vec<String>) -> Option<Self> {
        (!items.is_empty()).then(|| Self { heading: heading.to_owned(), items, more: String::new() })
    }
}
