//! The columns of one file: what each is used as, what it holds, and what it gives away.

use crate::data::{Dim, Fixed, MOST_GROUPS, Role, SchoolYear, label_key, normalise, set, sort_by};
use crate::ingest::captions::{self, Known, Why};
use crate::ingest::fields;
use crate::ingest::identity::{self, Identity};
use crate::ingest::layout::{self, Layout, Use};
use crate::ingest::meaning;

/// Rows that are shown.
const PREVIEWED: usize = 5;

/// Values of the sample that show what kind of column it is.
const TELLING: usize = 3;

/// Numbers up to this are no entry scores but grades or codes.
const LOWEST_SCORES: Fixed = Fixed::whole(20);

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As it stands in the file, together with the captions above it.
    pub caption: String,
    /// What it is used as; `None` when it is not read.
    pub role: Option<Role>,
    /// In wide tables, the school year that the caption names.
    pub year: Option<SchoolYear>,
    /// Why it is used so, where it is; where it is not, why not, if it could be.
    pub why: Option<Why>,
    /// What it gives away about persons. Nothing in it is shown then.
    pub identity: Option<Identity>,
    /// What the first rows hold.
    pub content: Content,
    /// Whether they are numbers on the scale of entry scores, which become bands where the column is used so.
    pub has_scores: bool,
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
        let wanted = wanted.or_else(|| layout::is_taken(caption, known, &uses).then_some(Why::Taken));
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

/// Leaves groups unread that only rows of pupils are told apart by.
pub(crate) fn without_groups(columns: &mut [Column]) {
    let is_limited = |column: &&mut Column| matches!(column.role, Some(Role::Dim(dim)) if dim.is_limited());
    for column in columns.iter_mut().filter(is_limited) {
        (column.role, column.why) = (None, Some(Why::OnlyPupils));
    }
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
    let content = content(&values);
    let is_no_year = role == Some(Role::Dim(Dim::Year))
        && content != Content::Years
        && why == Some(Why::Usual)
        && captions::is_term(caption);
    let has_scores = content == Content::Numbers
        && values.iter().any(|value| fields::number(value.as_bytes()).is_some_and(|number| number > LOWEST_SCORES));
    let why_no_group = match role {
        Some(Role::Dim(dim)) if dim.is_limited() && !is_refused => why_no_group(caption, &values, dim, has_scores),
        _ => None,
    };
    Column {
        caption: caption.to_owned(),
        role: role.filter(|_| !is_refused && !is_no_year && why_no_group.is_none()),
        year: found.and_then(|found| found.year),
        why: why_no_group.or(why).filter(|_| !is_refused && !is_no_year),
        identity: if why_no_group == Some(Why::Personal) { identity::of_column(caption, &values) } else { identity },
        content,
        has_scores,
    }
}

/// Why a column is none of groups although it is called or chosen so, if it is none: what it holds may point out pupils, or is too
/// varied. Scores become bands, whatever they are.
fn why_no_group(caption: &str, values: &[&str], dim: Dim, has_scores: bool) -> Option<Why> {
    if has_scores && dim == Dim::EntryBand {
        return None;
    }
    if identity::of_column(caption, values).is_some() {
        return Some(Why::Personal);
    }
    let labels = values.iter().filter(|value| !meaning::is_not_known(dim, value)).map(|value| label_key(value));
    (set(labels).len() > MOST_GROUPS).then_some(Why::TooMany)
}

fn content(values: &[&str]) -> Content {
    let mut filled: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    sort_by(&mut filled, Ord::cmp);
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
