//! What each column of the files was taken for and why, what it holds, and what else it could be.

mod guard;
mod kind;
mod options;
mod words;

use crate::data::{Choice, Lang, Profile};
use crate::ingest::{Column, Content, FileReport, Form, Report};
use crate::view::words::listed;

pub use words::role_name;

/// Files that are named; the rest is counted.
const NAMED: usize = 3;
/// Longest example, in characters.
const LONGEST: usize = 40;

/// The columns of one file, or of several that have the same.
#[derive(Clone, Debug, PartialEq)]
pub struct MappingView {
    /// Place in the report of the first of these files, for which choices are made.
    pub file: usize,
    /// `Kolumner i a.csv`; only `Kolumner` where all files have the same.
    pub heading: String,
    /// `6 av 7 kolumner läses.`
    pub say: String,
    /// What was found about persons, the gravest first.
    pub warnings: Vec<Warning>,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnView>,
    /// `De första raderna`, of which file where there are several.
    pub preview_heading: String,
    /// The first rows, one cell per column; `None` where the contents may not be shown.
    pub preview: Vec<Vec<Option<String>>>,
}

/// Something about persons that is in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Whether it singles a pupil out by itself.
    pub grave: bool,
    /// What was found.
    pub first: String,
    /// What was done with it, and how to deliver a cleaner file.
    pub rest: String,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// As it stands in the file, for [`Choice`]s.
    pub caption: String,
    /// The same for people: `(utan rubrik)` where it is empty.
    pub name: String,
    /// `Tal`, `Ja eller nej`; empty where the contents may not be shown.
    pub content: String,
    /// The first value; `None` where the contents may not be shown.
    pub example: Option<String>,
    /// Whether it holds numbers.
    pub numeric: bool,
    /// `Läs kolumnen Närv som`
    pub label: String,
    /// What can be chosen, with its name. Fewer than two where there is no choice.
    pub options: Vec<(Choice, String)>,
    /// Place of what is chosen among the options.
    pub chosen: usize,
    /// Why it is read so, or not.
    pub why: String,
    /// Whether it is read.
    pub used: bool,
}

/// One view per set of columns. `opened` is the profile that the user opened, `wanted` the one that the files are being read again with.
pub fn mappings(report: &Report, opened: Option<&Profile>, wanted: Option<&Profile>, lang: Lang) -> Vec<MappingView> {
    let groups = groups(report);
    let alone = groups.len() < 2;
    groups.iter().map(|group| group.view(alone, opened, wanted, lang)).collect()
}

/// Files with the same columns.
struct Group<'a> {
    file: usize,
    form: &'a Form,
    files: Vec<&'a FileReport>,
}

fn groups(report: &Report) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (index, file) in report.files.iter().enumerate() {
        let Some(form) = file.form.as_ref().filter(|form| !form.columns.is_empty()) else { continue };
        match groups.iter_mut().find(|group| is_same(group.form, form)) {
            Some(group) => group.files.push(file),
            None => groups.push(Group { file: index, form, files: vec![file] }),
        }
    }
    groups
}

/// Whether two files have the same columns, used in the same way and with the same warnings.
fn is_same(one: &Form, other: &Form) -> bool {
    let said = |column: &Column| (column.caption.clone(), column.role, column.why, column.identity);
    one.profile == other.profile && one.columns.iter().map(said).eq(other.columns.iter().map(said))
}

impl Group<'_> {
    fn view(&self, alone: bool, opened: Option<&Profile>, wanted: Option<&Profile>, lang: Lang) -> MappingView {
        let Form { columns, preview, profile, .. } = self.form;
        let heading = lang.pick("Kolumner", "Columns");
        let names = self.names(lang);
        let preview_heading = lang.pick("De första raderna", "The first rows");
        let in_file = |text: &str, name: &str| format!("{text} {} {name}", lang.pick("i", "in"));
        let several = self.files.len() > 1;
        let column = |(index, column): (usize, &Column)| {
            let long = options::is_long(columns);
            let wanted = wanted.unwrap_or(profile);
            let options = options::options(column, wanted, (self.form.shape, long), lang);
            let chosen = options::chosen(column, columns, profile, wanted);
            column_view(column, first_value(preview, index), options, chosen, self.form, opened, lang)
        };
        MappingView {
            file: self.file,
            heading: if alone { heading.to_owned() } else { in_file(heading, &names) },
            say: self.say(several.then_some(names), lang),
            warnings: guard::warnings(columns, lang),
            columns: columns.iter().enumerate().map(column).collect(),
            preview_heading: if several {
                in_file(preview_heading, &self.files[0].name)
            } else {
                preview_heading.into()
            },
            preview: preview.clone(),
        }
    }

    fn names(&self, lang: Lang) -> String {
        let mut names: Vec<String> = self.files.iter().take(NAMED).map(|file| file.name.clone()).collect();
        let rest = self.files.len().saturating_sub(NAMED);
        if rest > 0 {
            names.push(format!("{rest} {}", lang.pick("till", "more")));
        }
        listed(&names, lang)
    }

    fn say(&self, names: Option<String>, lang: Lang) -> String {
        let all = self.form.columns.len();
        let used = self.form.columns.iter().filter(|column| column.role.is_some()).count();
        let read = match (lang, used) {
            (Lang::Sv, 0) => format!("Ingen av {all} kolumner läses."),
            (Lang::En, 0) => format!("None of {all} columns is read."),
            (Lang::Sv, _) => format!("{used} av {all} kolumner läses."),
            (Lang::En, _) => format!("{used} of {all} columns are read."),
        };
        let change = match used {
            0 => lang.pick(
                "Välj vad kolumnerna ska läsas som, så läses filen om.",
                "Choose what the columns are to be read as, and the file is read again.",
            ),
            _ => lang.pick(
                "Stämmer något inte? Välj vad kolumnen ska läsas som.",
                "Is something wrong? Choose what the column is to be read as.",
            ),
        };
        let same = names.map_or(String::new(), |names| match lang {
            Lang::Sv => format!("{names} har samma kolumner. "),
            Lang::En => format!("{names} have the same columns. "),
        });
        format!("{same}{read} {change}")
    }
}

fn column_view(
    column: &Column,
    example: String,
    options: Vec<(Choice, String)>,
    chosen: Choice,
    form: &Form,
    opened: Option<&Profile>,
    lang: Lang,
) -> ColumnView {
    let shown = column.is_shown();
    let name = words::caption(&column.caption, lang);
    ColumnView {
        label: match lang {
            Lang::Sv => format!("Läs kolumnen {name} som"),
            Lang::En => format!("Read the column {name} as"),
        },
        caption: column.caption.clone(),
        name,
        content: if shown { words::content(column.content, lang) } else { String::new() },
        example: shown.then_some(example),
        numeric: shown && column.content == Content::Numbers,
        chosen: options.iter().position(|(choice, _)| *choice == chosen).unwrap_or(0),
        options,
        why: words::why(column, &form.profile, opened, lang),
        used: column.role.is_some(),
    }
}

/// The first value of a column that is not empty, cut to size.
fn first_value(preview: &[Vec<Option<String>>], column: usize) -> String {
    let mut values = preview.iter().filter_map(|row| row.get(column)?.as_deref());
    let first = values.find(|value| !value.trim().is_empty()).unwrap_or_default();
    let cut: String = first.chars().take(LONGEST).collect();
    if cut.len() < first.len() { format!("{cut}…") } else { cut }
}
