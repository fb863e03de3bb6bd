//! The columns of one file: what each is used as, what it holds, and what it gives away.

use crate::data::{Role, SchoolYear, normalise};
use crate::ingest::captions::{Known, Why};
use crate::ingest::fields;
use crate::ingest::identity::{self, Identity};
use crate::ingest::layout::{self, Layout, Use};

/// Rows that are shown.
const PREVIEWED: usize = 5;

/// Values of the sample that show what kind of column it is.
const TELLING: usize = 3;

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As it stands in the file, together with the captions above it.
    pub caption: String,
    /// What it is used as; `None` when it is not read.
    pub role: Option<Role>,
    /// In wide tables, the school year that the caption names.
    pub year: Option<SchoolYear>,
    /// Why it is used so, where it is; where it is not, why not: [`Why::Chosen`], [`Why::Taken`] or [`Why::Alone`].
    pub why: Option<Why>,
    /// What it gives away about persons. Nothing in it is shown then.
    pub identity: Option<Identity>,
    /// What the first rows hold.
    pub content: Content,
}

/// What the first rows of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Numbers, besides symbols for missing ones.
    Numbers,
    /// Yes and no.
    YesOrNo,
    /// School years.
    Years,
    /// Texts, and how many different ones.
    Texts(usize),
}

impl Column {
    /// Whether its contents may be shown.
    pub fn is_shown(&self) -> bool {
        self.identity.is_none() && self.role != Some(Role::Pupil)
    }
}

/// Describes every column.
///
/// A column of personal numbers, e-mail addresses or telephone numbers is not read, whatever it is called; the only use that it can
/// have is to tell pupils apart.
pub(crate) fn describe(layout: &Layout, known: &Known) -> Vec<Column> {
    let uses = layout::uses(&layout.captions, known);
    let why_not = |caption: &str| {
        let is_taken = |role: Role| uses.iter().flatten().any(|found| found.role == role);
        let wanted = known.role(caption).map(|(role, _)| if is_taken(role) { Why::Taken } else { Why::Alone });
        if known.is_put_aside(caption) { Some(Why::Chosen) } else { wanted }
    };
    let columns = layout.captions.iter().zip(&uses).enumerate();
    columns
        .map(|(index, (caption, found))| {
            let why = found.map_or_else(|| why_not(caption), |found| Some(found.why));
            column(index, caption, *found, why, layout)
        })
        .collect()
}

fn column(index: usize, caption: &str, found: Option<Use>, why: Option<Why>, layout: &Layout) -> Column {
    let values: Vec<&str> =
        layout.sample.iter().map(|record| record.get(index).map_or("", |field| field.trim())).collect();
    let role = found.map(|found| found.role);
    let identity = identity::of_column(caption, &values).filter(|identity| match role {
        None | Some(Role::Pupil) => true,
        // A column that is known for what it is may be unique in a small file, or hold long names.
        Some(_) => identity.is_strong(),
    });
    let is_refused = identity.is_some_and(Identity::is_strong) && role != Some(Role::Pupil);
    Column {
        caption: caption.to_owned(),
        role: role.filter(|_| !is_refused),
        year: found.and_then(|found| found.year),
        why: why.filter(|_| !is_refused),
        identity,
        content: content(&values),
    }
}

fn content(values: &[&str]) -> Content {
    let mut filled: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    filled.sort_unstable();
    filled.dedup();
    let most = |is: &dyn Fn(&str) -> bool| {
        let count = filled.iter().filter(|value| is(value)).count();
        count > 0 && (count >= TELLING || count == filled.len()) && count * 10 >= filled.len() * 7
    };
    match () {
        () if filled.is_empty() => Content::Empty,
        () if most(&|value| {
            ["ja", "nej", "yes", "no", "sant", "falskt", "true", "false"].contains(&normalise(value).as_str())
        }) =>
        {
            Content::YesOrNo
        }
        () if most(&|value| !value.contains([',', '.']) && SchoolYear::parse(value).is_some()) => Content::Years,
        () if most(&fields::is_number) => Content::Numbers,
        () => Content::Texts(filled.len()),
    }
}

/// The first rows below the header, as far as they may be shown: `None` in columns whose contents may not.
pub(crate) fn preview(layout: &Layout, columns: &[Column]) -> Vec<Vec<Option<String>>> {
    let rows = layout.sample.iter().filter(|record| record.iter().filter(|field| !field.trim().is_empty()).count() > 1);
    let cell = |record: &Vec<String>, index: usize| record.get(index).map(|field| identity::masked(field).into_owned());
    let row = |record| {
        let shown = columns.iter().enumerate();
        shown.map(|(index, column)| if column.is_shown() { cell(record, index) } else { None }).collect()
    };
    rows.take(PREVIEWED).map(row).collect()
}
