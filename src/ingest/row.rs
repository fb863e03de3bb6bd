//! One record → entries and drafts.

use crate::data::{Dim, Missing, Shape, Slot, Value};
use crate::ingest::captions::Known;
use crate::ingest::columns;
use crate::ingest::cube::{Codes, Cube};
use crate::ingest::drafts::{self, Draft};
use crate::ingest::encoding::Encoding;
use crate::ingest::evidence::{Evidence, Seen};
use crate::ingest::fields::{self, Reading, Scale};
use crate::ingest::gather::Gathered;
use crate::ingest::keys::{Found, Keys};
use crate::ingest::labels::{self, Refused};
use crate::ingest::layout::Layout;
use crate::ingest::long::{Named, Names};
use crate::ingest::plan::{Measures, Plan};
use crate::ingest::records::{Lines, Record, is_blank};
use crate::ingest::report::{Example, FileReport, Form, Note, Reason, Refusal};
use crate::ingest::table::Sink;
use crate::ingest::tally::One;

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
    /// Which of them have a field that is not written plainly.
    is_odd: Vec<bool>,
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
        let columns = columns::describe(layout, &Known::of(&profile));
        let plan = Plan::new(layout, &columns, &profile);
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
        let spellings = &mut gathered.spellings;
        spellings.iter_mut().for_each(super::spellings::Spellings::begin_file);
        let common = labels::common(&plan, spellings, &self.file.name);
        let years = &mut spellings[Dim::Year.index()];
        *self.rows = Some(FileRows {
            years: plan.measures.iter().map(|set| years.add(labels::of_year(set.year)).unwrap_or(u16::MAX)).collect(),
            common,
            is_plain: plan.shape() == Shape::PupilRows && !plan.is_wide() && !plan.is_long(),
            keys: Keys::new(&plan),
            cube: Cube::new(profile.indicators.len()),
            drafts: Vec::new(),
            evidence: profile.indicators.iter().map(Evidence::of).collect(),
            names: plan.indicator_name.map(|_| Names::of(&profile)),
            joined: Vec::new(),
            is_odd: Vec::new(),
            found: Vec::new(),
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

    fn set_aside(&self, file: &mut FileReport, record: Record<'_>, (reason, column): Refused) {
        let found = column.map(|column| record.text(column)).unwrap_or_default();
        let caption = column.map_or("", |column| self.plan.caption(column));
        file.set_row_aside(reason, || Example::new(record.line, caption, &found));
    }

    /// Adds plain rows, each a pupil's, column by column.
    fn take_plain(&mut self, gathered: &mut Gathered, file: &mut FileReport, rows: Lines<'_>) {
        self.found.clear();
        let mut next = 0;
        while next < rows.len() {
            next = self.keys.find(rows, next, &mut self.found);
            if let Some(record) = rows.record(next) {
                let mut take = Take { gathered: &mut *gathered, file: &mut *file, index: 0, record };
                match self.plain_entry(&mut take) {
                    Ok(entry) => self.found.push(Found { start: rows.start(next), entry: entry as u32 }),
                    Err(refused) => self.set_aside(file, record, refused),
                }
                next += 1;
            }
        }
        file.rows_used += self.found.len() as u64;
        self.is_odd.clear();
        self.is_odd.resize(self.found.len(), false);
        for index in 0..self.plan.scales.len() {
            self.add_column(rows, index, self.plan.measures[0].values[index]);
        }
        // What is not written plainly takes the long way, in the order of the file.
        for number in 0..self.found.len() {
            let found = self.found[number];
            if self.is_odd[number]
                && let Some(record) = rows.record_at(found.start)
            {
                self.add_odd(&mut Take { gathered: &mut *gathered, file: &mut *file, index: 0, record }, rows, found);
            }
        }
    }

    /// Adds one column of the rows that were found, where it is written plainly.
    #[inline(never)]
    fn add_column(&mut self, rows: Lines<'_>, index: usize, column: Option<usize>) {
        let (evidence, scale) = (&mut self.evidence[index], self.plan.scales[index]);
        let stride = self.cube.place_of(1);
        let tallies = &mut self.cube.tallies;
        let mut seen = Seen::default();
        for (found, is_odd) in self.found.iter().zip(&mut self.is_odd) {
            // A column that is not there is as good as an empty one.
            let Some((value, is_blank)) =
                column.map_or(Some((0, true)), |column| plain(rows, found.start, column, scale))
            else {
                *is_odd = true;
                continue;
            };
            seen.add(evidence.of_value(value), is_blank);
            tallies.add_one(found.entry as usize * stride + index, One::of(value, is_blank));
        }
        evidence.see_all(seen);
    }

    /// Adds the fields of a row that are not written plainly.
    #[cold]
    fn add_odd(&mut self, take: &mut Take<'_>, rows: Lines<'_>, found: Found) {
        for index in 0..self.plan.scales.len() {
            if let Some(column) = self.plan.measures[0].values[index]
                && plain(rows, found.start, column, self.plan.scales[index]).is_none()
            {
                self.add_value(take, self.cube.place_of(found.entry as usize), index, column);
            }
        }
    }

    /// The entry of a pupil's row with labels that have not been met before.
    #[cold]
    fn plain_entry(&mut self, take: &mut Take<'_>) -> Result<usize, Refused> {
        let spellings = &mut take.gathered.spellings;
        let codes = labels::codes(take.record, &self.plan, spellings, &self.common, &mut self.joined)?;
        let entry = self.cube.entry(&codes, || labels::aside(&codes, spellings));
        if let Some((reason, dim)) = self.cube.get(entry).aside {
            return Err((reason, self.plan.column_of(dim)));
        }
        self.keys.put(take.record, entry);
        Ok(entry)
    }

    /// Adds a record of a file that is long or wide or has aggregated rows.
    #[inline(never)]
    fn take_any(&mut self, take: &mut Take<'_>) -> Result<(), Refused> {
        let spellings = &mut take.gathered.spellings;
        let mut codes = labels::codes(take.record, &self.plan, spellings, &self.common, &mut self.joined)?;
        let named = self.named(take.record)?;
        let mut is_used = false;
        for set in 0..self.plan.measures.len() {
            if self.plan.is_wide() {
                if self.plan.measures[set].is_blank(take.record) {
                    continue;
                }
                codes[Dim::Year.index()] = self.years[set];
            }
            match self.plan.shape() {
                Shape::PupilRows => self.take_pupil(take, &codes, set, named)?,
                Shape::Aggregated => self.take_group(take, &codes, set, named)?,
            }
            is_used = true;
        }
        if is_used { Ok(()) } else { Err((Reason::NoValues, None)) }
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

    fn take_pupil(
        &mut self,
        take: &mut Take<'_>,
        codes: &Codes,
        set: usize,
        named: Option<Named>,
    ) -> Result<(), Refused> {
        let spellings = &take.gathered.spellings;
        let entry = self.cube.entry(codes, || labels::aside(codes, spellings));
        if let Some((reason, dim)) = self.cube.get(entry).aside {
            return Err((reason, self.plan.column_of(dim)));
        }
        if let Some(column) = self.plan.pupil {
            self.meet_pupil(take, codes, (set, named), column)?;
        }
        match (named, self.plan.measures[set].value) {
            (Some(Named::Indicator(index)), Some(column)) => {
                self.add_value(take, self.cube.place_of(entry), index, column);
            }
            _ => self.add_pupil(take, entry, set),
        }
        Ok(())
    }

    /// Adds the values of one pupil.
    #[inline(never)]
    fn add_pupil(&mut self, take: &mut Take<'_>, entry: usize, set: usize) {
        let first = self.cube.place_of(entry);
        for index in 0..self.plan.scales.len() {
            match self.plan.measures[set].values[index] {
                Some(column) => self.add_value(take, first, index, column),
                None => self.cube.tallies.add_one(first + index, One::BLANK),
            }
        }
    }

    /// Adds one value, however it is written, to the sums of the entry that begin at `place`.
    #[inline(never)]
    fn add_value(&mut self, take: &mut Take<'_>, place: usize, index: usize, column: usize) {
        let reading = self.plan.scales[index].read(take.record, column);
        self.evidence[index].see(reading);
        count_trouble(take.file, take.record, reading, index, &self.plan, column);
        self.cube.tallies.add(place + index, reading);
    }

    /// Sees to it that no pupil is counted twice in a school and school year.
    #[inline(never)]
    fn meet_pupil(
        &self,
        take: &mut Take<'_>,
        codes: &Codes,
        part: (usize, Option<Named>),
        column: usize,
    ) -> Result<(), Refused> {
        let record = take.record;
        if is_blank(record.field(column)) {
            return Ok(());
        }
        let spellings = &take.gathered.spellings;
        let label = |dim: Dim| spellings[dim.index()].get(codes[dim.index()]).label;
        let part = (part.0, part.1.map(|named| if let Named::Indicator(index) = named { index } else { usize::MAX }));
        let pupil = (record.field(column), label(Dim::School), label(Dim::Year), part);
        let read = self.plan.measures.iter().flat_map(|set| set.values.iter().copied().chain([set.value]).flatten());
        let contents: Vec<&[u8]> = read.map(|column| record.field(column)).collect();
        // The place of the example says nothing of whose row it is.
        take.gathered.pupils.meet(pupil, contents).map_or(Ok(()), |reason| Err((reason, None)))
    }

    fn take_group(
        &mut self,
        take: &mut Take<'_>,
        codes: &Codes,
        set: usize,
        named: Option<Named>,
    ) -> Result<(), Refused> {
        if let Some((reason, dim)) = labels::aside(codes, &take.gathered.spellings) {
            return Err((reason, self.plan.column_of(dim)));
        }
        let record = take.record;
        let measures = &self.plan.measures[set];
        let count = |column: usize| match fields::pupils(record.field(column), record.encoding()) {
            Ok(found) => Ok(Slot::new(found.map_or_else(Value::Missing, Value::Known))),
            Err(()) => Err((Reason::Pupils, Some(column))),
        };
        let mut pupils = measures.pupils.map(count).transpose()?;
        let blank = Slot::new(Value::Missing(Missing::Blank));
        if named.is_none()
            && pupils == Some(blank)
            && measures.values.iter().flatten().all(|&column| is_blank(record.field(column)))
        {
            return Err((Reason::NoValues, None));
        }
        let mut values = vec![None; self.plan.scales.len()];
        let mut read = |index: usize, column: usize, file: &mut FileReport| {
            let reading = self.plan.scales[index].read(record, column);
            self.evidence[index].see(reading);
            count_trouble(file, record, reading, index, &self.plan, column);
            values[index] = Some(drafts::slot(reading));
        };
        match (named, measures.value) {
            (Some(Named::Indicator(index)), Some(column)) => read(index, column, take.file),
            (Some(Named::Pupils), Some(column)) => pupils = Some(count(column)?),
            _ => {
                for (index, column) in measures.values.iter().enumerate() {
                    if let Some(column) = column {
                        read(index, *column, take.file);
                    }
                }
            }
        }
        self.drafts.push(Draft { codes: *codes, pupils, values, file: take.index, lines: vec![record.line] });
        Ok(())
    }
}

/// What a field says in thousandths, where it is written plainly, and whether it is empty.
#[inline(always)]
fn plain(rows: Lines<'_>, start: u32, column: usize, scale: Scale) -> Option<(i32, bool)> {
    let word = rows.word(start, column)?;
    let (value, is_blank) = (scale.plain(word), word.1 == 0);
    (value.is_some() | is_blank).then_some((value.unwrap_or_default(), is_blank))
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
        Reading::Narrow(_) | Reading::Wide(_) | Reading::Missing(_) => return,
    };
    let example = || Example::new(record.line, plan.caption(column), &record.text(column));
    file.count_problem(index, reason, example);
}
