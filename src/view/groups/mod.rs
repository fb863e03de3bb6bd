//! Grupper: for whom? Gaps between groups of pupils within a school, with an interval on the gap, over the school years and beside
//! other schools.
//!
//! | module | what it makes |
//! | --- | --- |
//! | `field` | what may be seen of each group, and how far one is above another |
//! | `pair` | which two groups are compared |
//! | `names` | columns and groups in words |
//! | `say` | heading, sentences, footnotes |
//! | `table` | the groups, the years and the schools as tables |
//! | `lines` | Utveckling, divided: groups as lines over the years |
//! | `charts` | the gap over the years, and the two groups side by side |
//! | `without` | what to do where no column gives groups |

mod charts;
mod field;
mod lines;
mod names;
mod pair;
mod say;
mod table;
mod without;

use crate::data::{Dim, Lang};
use crate::disclose::{Key, Protected};
use crate::query::Selection;
use crate::view::grid::Grid;
use crate::view::leaving::Leaving;
use crate::view::model::{DumbbellChart, LineChart};
use crate::view::screen::Table;
use crate::view::series;

pub use lines::{divided, divided_by, left_aside, over_years};
pub use names::group_name;
pub(crate) use names::{column as column_name, groups as named, is_unknown};
pub use without::{Without, without};

use field::Field;

/// Grupper: one indicator, the groups of one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// Index of the indicator in the profile.
    pub indicator: usize,
    /// Name of the indicator.
    pub name: String,
    /// Whether the two groups differ: `Alkullagymnasiet: flickor och pojkar skiljer sig åt`
    pub heading: String,
    /// The answer in one to three sentences.
    pub say: String,
    /// The columns that give groups, with their names, and the one that is shown.
    pub columns: Vec<(Dim, String)>,
    /// The one of them that is shown.
    pub dim: Dim,
    /// Its groups that can be compared: label and name.
    pub groups: Vec<(u16, String)>,
    /// The two that are compared, the first against the second; `None` where there are no two.
    pub pair: Option<(u16, u16)>,
    /// How far the first is above the second in each school year, in the school in focus.
    pub gap: LineChart,
    /// The two side by side: a row per school, or per school year where only one school is chosen.
    pub rows: DumbbellChart,
    /// All groups of the school in focus in the last school year.
    pub all: Table,
    /// The gap by school year.
    pub by_year: Table,
    /// The rows of the dumbbell.
    pub by_row: Table,
    /// Whether the rows are schools.
    pub are_schools: bool,
    /// Definition and things to know, below the figures.
    pub footnotes: Vec<String>,
    /// How to say where the value axis begins, as in [`crate::view::screen::Trend::axis_note`].
    pub axis_note: String,
    keys: Keys,
}

/// Which groups the values in the tables are of: by row those of the two that are compared, and of all groups one per row.
#[derive(Clone, Debug, PartialEq)]
struct Keys {
    by_year: Vec<[Key; 2]>,
    by_row: Vec<[Key; 2]>,
    all: Vec<Key>,
}

impl Groups {
    /// The two groups that the gap of a school year is between, by its place.
    pub fn pair_of_year(&self, at: usize) -> Option<[Key; 2]> {
        self.keys.by_year.get(at).copied()
    }

    /// The two groups of a row of the dumbbell, by its place.
    pub fn pair_of_row(&self, at: usize) -> Option<[Key; 2]> {
        self.keys.by_row.get(at).copied()
    }

    /// The gap by school year, for the attack.
    pub fn leave_by_year<'a>(&self, leaving: Leaving<'a>) -> Leaving<'a> {
        leave(leaving, &self.by_year, self.indicator, &self.keys.by_year)
    }

    /// The rows of the dumbbell, for the attack.
    pub fn leave_by_row<'a>(&self, leaving: Leaving<'a>) -> Leaving<'a> {
        leave(leaving, &self.by_row, self.indicator, &self.keys.by_row)
    }

    /// Everything that the page shows of it, for the attack.
    pub fn leave_all<'a>(&self, leaving: Leaving<'a>) -> Leaving<'a> {
        let all: Vec<[Key; 1]> = self.keys.all.iter().map(|key| [*key]).collect();
        leave(self.leave_by_row(self.leave_by_year(leaving)), &self.all, self.indicator, &all)
    }
}

/// Hands a table on: the first cells of each row are of these groups, the others are made of them.
fn leave<'a, const N: usize>(leaving: Leaving<'a>, table: &Table, indicator: usize, keys: &[[Key; N]]) -> Leaving<'a> {
    let mut values = table.clone();
    for row in &mut values.rows {
        row.cells.truncate(N);
    }
    leaving.cells(&values, indicator, &|row, cell| keys.get(row)?.get(cell).copied())
}

/// The groups of one indicator; `None` where no column gives groups. `source` names the files.
pub fn groups(
    dataset: &Protected,
    selection: &Selection,
    indicator: usize,
    source: &str,
    lang: Lang,
) -> Option<Groups> {
    let (wanted, selection) = (selection, &asked(selection));
    let columns = columns(dataset);
    let dim = column(&columns, selection)?;
    let about = dataset.profile.indicators.get(indicator)?;
    let field = Field::new(dataset, selection, dim, indicator, lang)?;
    let grid = Grid::new(dataset, &Selection { compared: Vec::new(), ..selection.clone() });
    let say = say::say(&field, lang);
    Some(Groups {
        indicator,
        name: about.name.get(lang).to_owned(),
        heading: say::heading(&field, lang),
        columns: named_columns(dataset, lang),
        dim,
        groups: field.groups.clone(),
        pair: field.pair,
        gap: charts::gap(&field, &grid, &say, lang),
        rows: charts::rows(&field, &say, lang),
        all: table::all(&field, lang),
        by_year: table::by_year(&field, &grid, lang),
        by_row: table::by_row(&field, lang),
        are_schools: field.are_schools(),
        footnotes: not_here(wanted, lang).into_iter().chain(say::footnotes(&field, &grid, source, lang)).collect(),
        axis_note: series::axis_note(about, lang),
        keys: Keys {
            by_year: field.keys_by_year(),
            by_row: field.keys(&table::rows(&field)),
            all: field.keys_of_all(),
        },
        say,
    })
}

/// What of a urval has groups that may be shown: whole schools, one school year at a time, and values.
pub(crate) fn asked(selection: &Selection) -> Selection {
    Selection { programme: None, pooled: 0, since: None, ..selection.clone() }
}

/// That choices of the urval have no part in this view.
pub(crate) fn not_here(asked: &Selection, lang: Lang) -> Vec<String> {
    let programme = lang.pick(
        "Grupper visas för hela skolan: grupper inom program skulle kunna röja elever.",
        "Groups are shown for the whole school: groups within programmes could give pupils away.",
    );
    let years = lang.pick(
        "Grupper visas ett läsår i taget, med värden: läsår som slås ihop och ändringar sedan ett basår visas för hela skolor.",
        "Groups are shown one school year at a time, with values: years put together and changes since a base year are shown for whole schools.",
    );
    let notes = [(asked.programme.is_some(), programme), (asked.pooled > 0 || asked.since.is_some(), years)];
    notes.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, note)| note.to_owned()).collect()
}

/// The columns that give groups, with their names.
pub fn named_columns(dataset: &Protected, lang: Lang) -> Vec<(Dim, String)> {
    columns(dataset).into_iter().map(|dim| (dim, names::column(dataset, dim, lang).to_owned())).collect()
}

/// One of the groups that are asked for.
pub(super) fn key(dataset: &Protected, selection: &Selection) -> Key {
    let group = column(&columns(dataset), selection).map(|dim| (dim, 0));
    Key { group, ..Key::default() }
}

/// The column that is shown.
fn column(columns: &[Dim], selection: &Selection) -> Option<Dim> {
    selection.split.filter(|split| columns.contains(split)).or_else(|| columns.first().copied())
}

/// The columns that give groups.
fn columns(dataset: &Protected) -> Vec<Dim> {
    Dim::ALL.into_iter().filter(|&dim| dim.is_group() && !names::groups(dataset, dim, Lang::Sv).is_empty()).collect()
}
