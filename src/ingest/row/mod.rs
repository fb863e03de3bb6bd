//! Records → entries and drafts.
//!
//! | module | what it adds |
//! | --- | --- |
//! | `plain` | plain rows of pupils, many at a time: nearly all that there are in a large file |
//! | `words` | what their fields say, remembered |
//! | `pupil` | any row of a pupil |
//! | `group` | aggregated rows |

mod group;
mod plain;
mod pupil;
mod words;

use self::words::Words;
use crate::data::{Dim, Missing, Shape};
use crate::ingest::captions::Known;
use crate::ingest::columns;
use crate::ingest::cube::Cube;
use crate::ingest::drafts::Draft;
use crate::ingest::encoding::Encoding;
use crate::ingest::entry::Codes;
use crate::ingest::evidence::Evidence;
use crate::ingest::fields::Reading;
use crate::ingest::gather::Gathered;
use crate::ingest::keys::{Found, Keys};
use crate::ingest::labels::{self, Refused};
use crate::ingest::layout::Layout;
use crate::ingest::long::{Named, Names};
use crate::ingest::meaning;
use crate::ingest::note::Note;
use crate::ingest::plan::{Measures, Plan};
use crate::ingest::reason::{Reason, Refusal};
use crate::ingest::records::{Lines, Record, is_blank};
use crate::ingest::report::{Example, FileReport, Form};
use crate::ingest::sink::Sink;

/// What is gathered of one file, until it is known that it can be used.
#[derive(Debug)]
pub(crate) struct FileRows {
    pub(crate) plan: Plan,
    pub(crate) cube: Cube,
    pub(crate) drafts: Vec<Draft>,
    /// One per indicator.
    pub(crate) evidence: Vec<Evidence>,
    common: Codes,
    /// Whether every record is one pupil's.
    is_plain: bool,
    keys: Keys,
    /// Spelling numbers of the years that captions name, one per set of measures.
    years: Vec<u16>,
    names: Option<Names>,
    joined: Vec<u8>,
    /// Rows that are worked on together.
    found: Vec<Found>,
    /// Which of them have a field that is not written plainly, and whether some have.
    is_odd: Vec<bool>,
    some_odd: bool,
    /// One per indicator.
    words: Vec<Words>,
}

/// Takes the rows of one file, and keeps its report.
pub(crate) struct FileSink<'a> {
    pub(crate) gathered: &'a mut Gathered,
    pub(crate) rows: &'a mut Option<FileRows>,
    pub(crate) file: &'a mut FileReport,
    /// Index of the file among those of the import.
    pub(crate) index: usize,
}

impl Sink for FileSink<'_> {
    fn header(&mut self, encoding: Encoding, layout: &Layout) -> Result<(), Refusal> {
        let gathered = &mut *self.gathered;
        let profile = match &gathered.decided {
            Some((profile, _)) => profile.clone(),
            None => gathered.profiles[layout.profile].clone(),
        };
        let mut columns = columns::describe(layout, &Known::of(&profile));
        let mut plan = Plan::new(layout, &columns, &profile);
        if plan.shape() == Shape::Aggregated {
            columns::without_groups(&mut columns);
            plan.dims.retain(|(dim, _)| !dim.is_limited());
        }
        let refusal = plan.refusal(layout, &gathered.profiles, gathered.decided.as_ref());
        self.file.form = Some(Form {
            encoding,
            delimiter: char::from(layout.delimiter),
            header_line: layout.header_line,
            shape: plan.shape(),
            year_in_title: layout.year_in_title,
            preview: columns::preview(layout, &columns),
            profile: profile.clone(),
            columns,
        });
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
        if plan.school.or(plan.code).is_none() {
            gathered.note(Note::SchoolFromFileName(self.file.name.clone()));
        }
        if plan.year.is_none() && plan.year_in_title.is_none() && !plan.is_wide() {
            gathered.note(Note::NoYear);
        }
        for &(dim, column) in &plan.dims {
            gathered.captions.entry(dim).or_insert_with(|| plan.caption(column).to_owned());
        }
        let spellings = &mut gathered.spellings;
        spellings.iter_mut().for_each(super::spellings::Spellings::begin_file);
        let common = labels::common(&plan, spellings, &self.file.name);
        let years = &mut spellings[Dim::Year.index()];
        *self.rows = Some(FileRows {
            years: plan.measures.iter().map(|set| years.add(meaning::of_year(set.year)).unwrap_or(u16::MAX)).collect(),
            common,
            is_plain: plan.shape() == Shape::PupilRows && !plan.is_wide() && !plan.is_long(),
            keys: Keys::new(&plan),
            cube: Cube::new(profile.indicators.len()),
            drafts: Vec::new(),
            evidence: profile.indicators.iter().map(|indicator| Evidence::of(indicator, plan.shape())).collect(),
            names: plan.indicator_name.map(|_| Names::of(&profile)),
            joined: Vec::new(),
            is_odd: Vec::new(),
            some_odd: false,
            found: Vec::new(),
            words: profile.indicators.iter().map(|_| Words::new()).collect(),
            plan,
        });
        gathered
            .decided
            .get_or_insert_with(|| (profile, self.file.form.as_ref().map_or(Shape::PupilRows, |form| form.shape)));
        Ok(())
    }

    fn aside(&mut self, record: Record<'_>, reason: Reason) {
        self.file.rows_read += 1;
        self.file.set_row_aside(reason, || Example::new(record.line, "", &record.text(0)));
    }

    #[inline(never)]
    fn row(&mut self, record: Record<'_>) {
        self.file.rows_read += 1;
        let Some(rows) = self.rows.as_mut() else { return };
        let mut take = Take { gathered: self.gathered, file: self.file, index: self.index, record };
        match rows.take(&mut take) {
            Ok(()) => self.file.rows_used += 1,
            Err(refused) => rows.set_aside(self.file, record, refused),
        }
    }

    fn rows(&mut self, lines: Lines<'_>) {
        match self.rows.as_mut() {
            Some(rows) if rows.is_plain && rows.plan.pupil.is_none() => {
                self.file.rows_read += lines.len() as u64;
                rows.take_plain(self.gathered, self.file, lines);
            }
            _ => (0..lines.len()).filter_map(|index| lines.record(index)).for_each(|record| self.row(record)),
        }
    }
}

/// A record, and where what it says goes.
struct Take<'a> {
    gathered: &'a mut Gathered,
    file: &'a mut FileReport,
    index: usize,
    record: Record<'a>,
}

impl FileRows {
    /// Adds one record, or says why not; nothing is added then.
    #[inline]
    fn take(&mut self, take: &mut Take<'_>) -> Result<(), Refused> {
        if !self.is_plain {
            return self.take_any(take);
        }
        let entry = match self.keys.get(take.record) {
            Some(entry) => entry,
            None => self.plain_entry(take)?,
        };
        if let Some(column) = self.plan.pupil {
            let codes = self.cube.get(entry).codes;
            self.meet_pupil(take, &codes, (0, None), column)?;
        }
        self.add_pupil(take, entry, 0);
        Ok(())
    }

    /// Reports a record that is not used.
    fn set_aside(&self, file: &mut FileReport, record: Record<'_>, (reason, column): Refused) {
        let found = column.map(|column| record.text(column)).unwrap_or_default();
        let caption = column.map_or("", |column| self.plan.caption(column));
        file.set_row_aside(reason, || Example::new(record.line, caption, &found));
    }

    /// Adds a record of a file that is long or wide or has aggregated rows.
    #[inline(never)]
    fn take_any(&mut self, take: &mut Take<'_>) -> Result<(), Refused> {
        let spellings = &mut take.gathered.spellings;
        let mut codes = labels::codes(take.record, &self.plan, spellings, &self.common, &mut self.joined)?;
        let named = self.named(take.record)?;
        let (mut is_used, before) = (false, self.drafts.len());
        for set in 0..self.plan.measures.len() {
            if self.plan.is_wide() {
                if self.plan.measures[set].is_blank(take.record) {
                    continue;
                }
                codes[Dim::Year.index()] = self.years[set];
            }
            match self.plan.shape() {
                Shape::PupilRows => self.take_pupil(take, &codes, set, named)?,
                // A record is used or set aside as a whole: what it said of earlier years goes, too.
                Shape::Aggregated => {
                    self.take_group(take, &codes, set, named).or_else(|refused| self.without(before, refused))?;
                }
            }
            is_used = true;
        }
        if is_used { Ok(()) } else { Err((Reason::NoValues, None)) }
    }

    /// Takes back what a record has given that is set aside.
    fn without(&mut self, before: usize, refused: Refused) -> Result<(), Refused> {
        self.drafts.truncate(before);
        Err(refused)
    }

    /// What a record of the long form is about.
    fn named(&mut self, record: Record<'_>) -> Result<Option<Named>, Refused> {
        let (Some(names), Some(column)) = (&mut self.names, self.plan.indicator_name) else {
            return Ok(None);
        };
        match names.get(record.field(column), || record.text(column).into_owned()) {
            Named::Other => Err((Reason::OtherIndicator, Some(column))),
            named => Ok(Some(named)),
        }
    }
}

impl Measures {
    /// Whether a record says nothing in these columns.
    fn is_blank(&self, record: Record<'_>) -> bool {
        let columns = self.values.iter().copied().chain([self.pupils, self.value]).flatten();
        columns.into_iter().all(|column| is_blank(record.field(column)))
    }
}

/// Counts a value that could not be used.
#[inline]
fn count_trouble(
    file: &mut FileReport,
    record: Record<'_>,
    reading: Reading,
    index: usize,
    plan: &Plan,
    column: usize,
) {
    let reason = match reading {
        Reading::Sentinel => Missing::Blank,
        Reading::Missing(reason @ (Missing::Unreadable | Missing::OutOfRange)) => reason,
        Reading::Narrow(_) | Reading::Wide(_) | Reading::Within(_) | Reading::Missing(_) => return,
    };
    let example = || Example::new(record.line, plan.caption(column), &record.text(column));
    file.count_problem(index, reason, example);
}

#[cfg(test)]
mod tests;
