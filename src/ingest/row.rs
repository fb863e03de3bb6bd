//! One row → one entry in every column.

use crate::data::{
    Dim, Missing, Profile, SchoolYear, Shape, Slot, Value, is_both_genders, label_key, normalise, programme_key,
};
use crate::ingest::build::Columns;
use crate::ingest::decode::Encoding;
use crate::ingest::plan::Plan;
use crate::ingest::records::Record;
use crate::ingest::report::{Column, Example, FileReport, Form, Note, Reason, Refusal};
use crate::ingest::sniff::Layout;
use crate::ingest::table::Sink;
use crate::ingest::{captions, fields};

/// Separates code and name in the raw bytes of a school label; it cannot stand in a text file.
const UNIT_SEPARATOR: u8 = 0x1f;
/// Stands for an empty field of a column. Its label is unnamed, as that of everybody, but has a key of its own.
const UNKNOWN: &[u8] = b"\x1f";
/// Characters that turn the direction of all text after them, numbers included.
const TURNS_TEXT: [char; 9] =
    ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
/// Key of the label that rows of several schools get.
const SUM_OF_SCHOOLS: &str = "\u{1f}sum";
/// School names that mean several schools, reduced.
const SUMS: &[&str] = &[
    "samtliga",
    "alla",
    "totalt",
    "total",
    "totalsumma",
    "summa",
    "riket",
    "helariket",
    "kommunen",
    "helakommunen",
    "allschools",
];

/// Takes the rows of one file into the columns, and keeps its report.
pub(crate) struct FileSink<'a> {
    pub(crate) profiles: &'a [Profile],
    pub(crate) plan: &'a mut Option<Plan>,
    pub(crate) columns: &'a mut Columns,
    pub(crate) file: &'a mut FileReport,
    pub(crate) index: usize,
}

impl Sink for FileSink<'_> {
    fn header(&mut self, encoding: Encoding, layout: &Layout) -> Result<(), Refusal> {
        let decided = self.columns.decided.clone();
        let profile =
            decided.as_ref().map_or_else(|| self.profiles[layout.profile].clone(), |(profile, _)| profile.clone());
        let roles = captions::roles(&layout.captions, &profile);
        let plan = Plan::new(layout, &roles, &profile, self.columns.rows);
        let columns = layout.captions.iter().zip(&roles);
        self.file.form = Some(Form {
            encoding,
            delimiter: char::from(layout.delimiter),
            header_line: layout.header_line,
            shape: plan.shape(),
            year_in_title: layout.year_in_title,
            columns: columns.map(|(caption, role)| Column { caption: caption.clone(), role: *role }).collect(),
        });
        if let Some(refusal) = plan.refusal(layout, self.profiles, decided.as_ref()) {
            return Err(refusal);
        }
        if plan.school.or(plan.code).is_none() {
            self.columns.note(Note::SchoolFromFileName(self.file.name.clone()));
        }
        if plan.year.is_none() && plan.year_in_title.is_none() {
            self.columns.note(Note::NoYear);
        }
        if decided.is_none() {
            self.columns.values = vec![Vec::new(); profile.indicators.len()];
            self.columns.decided = Some((profile, plan.shape()));
        }
        *self.plan = Some(plan);
        Ok(())
    }

    fn aside(&mut self, record: Record<'_>, reason: Reason) {
        self.file.rows_read += 1;
        self.file.set_row_aside(reason, || Example::new(record.line, "", record.text(0)));
    }

    fn row(&mut self, record: Record<'_>) {
        self.file.rows_read += 1;
        let Some(plan) = self.plan.as_mut() else { return };
        match take(record, plan, self.columns, self.file) {
            Ok(()) => {
                self.file.rows_used += 1;
                if plan.shape() == Shape::Aggregated {
                    self.columns.origins.push((self.index, record.line));
                }
            }
            Err((reason, column)) => {
                let found = column.map_or("", |column| record.text(column));
                let caption = column.map_or("", |column| plan.caption(column));
                self.file.set_row_aside(reason, || Example::new(record.line, caption, found));
            }
        }
    }
}

/// Why a row is set aside, and the column to blame.
type Refused = (Reason, Option<usize>);

/// Adds one row to the columns, or says why not; nothing is added then.
fn take(record: Record<'_>, plan: &mut Plan, columns: &mut Columns, file: &mut FileReport) -> Result<(), Refused> {
    let year = year(record, plan, columns)?;
    let pupils = plan.pupils.map(|column| pupils(record, column)).transpose()?;
    if pupils == Some(Value::Missing(Missing::Blank))
        && plan.values.iter().flatten().all(|&column| record.text(column).is_empty())
    {
        return Err((Reason::NoValues, None));
    }
    let labels = labels(record, plan, columns, year, &file.name)?;
    for (dim, label) in labels.into_iter().flatten() {
        columns.pad(dim).ok_or((Reason::TooManyLabels, None))?;
        columns.codes[dim.index()].push(label);
    }
    if let Some(pupils) = pupils {
        columns.pupils.push(Slot::new(pupils));
    }
    let shape = plan.shape();
    let Some((profile, _)) = &columns.decided else { return Ok(()) };
    for (index, (indicator, column)) in profile.indicators.iter().zip(&plan.values).enumerate() {
        let value = column
            .map_or(Value::Missing(Missing::Blank), |column| fields::value(record.field(column), indicator, shape));
        columns.values[index].push(Slot::new(value));
        if let (Value::Missing(reason @ (Missing::Unreadable | Missing::OutOfRange)), Some(column)) = (value, *column) {
            file.count_problem(index, reason, || Example::new(record.line, plan.caption(column), record.text(column)));
        }
    }
    columns.rows += 1;
    Ok(())
}

fn year(record: Record<'_>, plan: &mut Plan, columns: &mut Columns) -> Result<Option<SchoolYear>, Refused> {
    let Some(column) = plan.year else { return Ok(plan.year_in_title) };
    let raw = record.field(column);
    if plan.last_year.0 != raw || plan.last_year.1.is_none() {
        let text = record.text(column);
        let year = SchoolYear::parse(text).ok_or((Reason::Year, Some(column)))?;
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            columns.note(Note::CalendarYears);
        }
        plan.last_year = (raw.to_vec(), Some(year));
    }
    Ok(plan.last_year.1)
}

fn pupils(record: Record<'_>, column: usize) -> Result<Value, Refused> {
    let field = record.field(column);
    if let Some(reason) = fields::missing(field) {
        return Ok(Value::Missing(reason));
    }
    let count = fields::number(field).filter(|number| number.as_count().is_some());
    count.map(Value::Known).ok_or((Reason::Pupils, Some(column)))
}

/// The labels of one row, by [`Dim::index`]; none where the file lacks the dimension.
type Labels = [Option<(Dim, u16)>; Dim::COUNT];

/// The labels of a row in every dimension that the file has; school, year and programme always.
fn labels(
    record: Record<'_>,
    plan: &mut Plan,
    columns: &mut Columns,
    year: Option<SchoolYear>,
    file_name: &str,
) -> Result<Labels, Refused> {
    let mut labels = [None; Dim::COUNT];
    let mut set = |dim: Dim, label: Option<u16>, column: Option<usize>| {
        labels[dim.index()] = Some((dim, label.ok_or((Reason::TooManyLabels, column))?));
        Ok(())
    };
    set(Dim::School, Some(school(record, plan, columns, year, file_name)?), None)?;
    let years = &mut columns.interners[Dim::Year.index()];
    let start = year.map_or(0, SchoolYear::start).to_le_bytes();
    let name = |year: Option<SchoolYear>| year.map(|year| year.to_string()).unwrap_or_default();
    set(Dim::Year, years.intern(&start, year, |_| (name(year), name(year))), plan.year)?;
    let mut plain = |dim: Dim, raw: &[u8], column: Option<usize>| {
        let label = columns.interners[dim.index()].intern(raw, None, |text| match text.as_bytes() {
            UNKNOWN => (text.to_owned(), String::new()),
            _ => (key(dim, text), text.to_owned()),
        });
        set(dim, label, column)
    };
    if plan.programme_in_title_holds() {
        plain(Dim::Programme, plan.programme_in_title.as_bytes(), None)?;
    }
    for &(dim, column) in &plan.dims {
        // An empty field is a group of its own; only where a file lacks the column is a row about everybody.
        let raw = record.field(column).trim_ascii();
        plain(dim, if raw.is_empty() { UNKNOWN } else { raw }, Some(column))?;
    }
    Ok(labels)
}

fn school(
    record: Record<'_>,
    plan: &mut Plan,
    columns: &mut Columns,
    year: Option<SchoolYear>,
    file_name: &str,
) -> Result<u16, Refused> {
    let code = plan.code.map_or(&[][..], |column| record.field(column).trim_ascii());
    let name = plan.school.map_or(&[][..], |column| record.field(column).trim_ascii());
    let told = plan.school.or(plan.code);
    let tells = is_code(std::str::from_utf8(code).unwrap_or_default());
    if told.is_some() && !tells && name.is_empty() {
        return Err((Reason::School, told));
    }
    let interner = &mut columns.interners[Dim::School.index()];
    let label = if told.is_none() {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        interner.intern(stem.as_bytes(), year, |stem| (label_key(stem), stem.to_owned()))
    } else {
        plan.school_label.clear();
        plan.school_label.extend_from_slice(code);
        plan.school_label.push(UNIT_SEPARATOR);
        plan.school_label.extend_from_slice(name);
        interner.intern(&plan.school_label, year, describe_school)
    };
    let label = label.ok_or((Reason::TooManyLabels, told))?;
    if interner.keys[usize::from(label)] == SUM_OF_SCHOOLS {
        return Err((Reason::SumOfSchools, told));
    }
    Ok(label)
}

/// Key of a label that is no school.
fn key(dim: Dim, text: &str) -> String {
    match dim {
        Dim::Programme => programme_key(text),
        Dim::Gender if is_both_genders(text) => String::new(),
        _ => label_key(text),
    }
}

/// Whether a name means several schools: `Riket`, `Samtliga skolor`, `Huddinge totalt`.
fn is_sum(name: &str) -> bool {
    let name = normalise(name);
    let of_all =
        ["samtliga", "alla"].iter().any(|all| name.strip_prefix(all).is_some_and(|rest| rest.contains("skol")));
    SUMS.contains(&name.as_str()) || of_all || name.ends_with("totalt")
}

/// Whether a text can tell schools apart: not a placeholder (`-`, `.`, `0`), nor a code that Excel has turned into `4,99E+07`.
fn is_code(code: &str) -> bool {
    let rounded = code.contains("E+") || code.contains("e+");
    !rounded && code.chars().any(|c| c.is_alphanumeric() && c != '0')
}

/// Key and name of a school label: the code where there is one, else the name itself.
fn describe_school(raw: &str) -> (String, String) {
    let (code, name) = raw.split_once(char::from(UNIT_SEPARATOR)).unwrap_or(("", raw));
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace(TURNS_TEXT, "");
    if !is_code(code) {
        let key = if is_sum(&name) { SUM_OF_SCHOOLS.to_owned() } else { label_key(&name) };
        return (key, name);
    }
    (code.to_owned(), if name.is_empty() { code.to_owned() } else { name })
}
