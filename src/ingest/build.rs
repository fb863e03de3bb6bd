//! Files → columns, one after the other.

use crate::data::{Dim, Profile, Shape, Slot, builtin};
use crate::ingest::finish::{self, Ingested};
use crate::ingest::intern::Interner;
use crate::ingest::plan::Plan;
use crate::ingest::report::{FileReport, Note, Refusal, Report};
use crate::ingest::row::FileSink;
use crate::ingest::scale;
use crate::ingest::table::TableReader;

/// Reads one or several files into one dataset.
///
/// ```
/// use indicator_explorer::ingest::Importer;
///
/// let mut importer = Importer::new(None);
/// importer.begin_file("skolan.csv");
/// importer.push("Läsår;Skola;Närvaro\n2023/24;Sjödal;87,4\n".as_bytes());
/// importer.end_file();
/// let ingested = importer.finish();
/// assert_eq!(ingested.report.rows_used(), 1);
/// ```
#[derive(Debug)]
pub struct Importer {
    profiles: Vec<Profile>,
    reader: Option<TableReader>,
    plan: Option<Plan>,
    /// Of each file so far, what tells whether it is the same as another: its length and its first bytes.
    prints: Vec<Print>,
    pub(crate) columns: Columns,
    pub(crate) report: Report,
}

/// What tells whether two files are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Print {
    bytes: u64,
    /// FNV-1a of the first bytes.
    head: u64,
    rows: u64,
}

impl Print {
    /// Bytes that are looked at closely.
    const HEAD: u64 = 64 * 1024;

    fn push(&mut self, bytes: &[u8]) {
        let room = usize::try_from(Self::HEAD.saturating_sub(self.bytes)).unwrap_or(0);
        for byte in bytes.iter().take(room) {
            self.head = (self.head ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.bytes += bytes.len() as u64;
    }
}

/// The columns so far, and what has been decided for all files.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Profile and shape of the first file that was accepted.
    pub(crate) decided: Option<(Profile, Shape)>,
    /// By [`Dim::index`].
    pub(crate) interners: [Interner; Dim::COUNT],
    /// Label numbers of each dimension, by [`Dim::index`]; shorter than the rows where later files lack the dimension.
    pub(crate) codes: [Vec<u16>; Dim::COUNT],
    /// Aggregated rows: number of pupils.
    pub(crate) pupils: Vec<Slot>,
    /// One column per indicator.
    pub(crate) values: Vec<Vec<Slot>>,
    /// File and line of each row; kept for aggregated rows only, which are few and can contradict one another.
    pub(crate) origins: Vec<(usize, u64)>,
    pub(crate) rows: usize,
    pub(crate) notes: Vec<Note>,
}

impl Columns {
    /// Remembers something to know, once.
    pub(crate) fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Fills a dimension up with its unnamed label to the current number of rows. `None` when there is no room for that label.
    pub(crate) fn pad(&mut self, dim: Dim) -> Option<()> {
        let codes = &mut self.codes[dim.index()];
        if codes.len() < self.rows {
            let blank = self.interners[dim.index()].intern(b"", None, |_| Default::default())?;
            codes.resize(self.rows, blank);
        }
        Some(())
    }

    /// Forgets the rows from `rows` on.
    fn truncate(&mut self, rows: usize) {
        self.rows = rows;
        self.codes.iter_mut().for_each(|codes| codes.truncate(rows));
        self.values.iter_mut().for_each(|values| values.truncate(rows));
        self.pupils.truncate(rows);
        self.origins.truncate(rows);
    }
}

impl Importer {
    /// An importer for this profile, or for the built-in one that fits the first file best.
    pub fn new(profile: Option<Profile>) -> Self {
        let profiles = profile.map_or_else(builtin, |profile| vec![profile]);
        Self {
            profiles,
            reader: None,
            plan: None,
            prints: Vec::new(),
            columns: Columns::default(),
            report: Report::default(),
        }
    }

    /// Begins the next file.
    pub fn begin_file(&mut self, name: &str) {
        self.end_file();
        self.report.files.push(FileReport { name: name.to_owned(), ..FileReport::default() });
        self.reader = Some(TableReader::new(self.profiles.clone()));
        self.prints.push(Print::default());
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(print) = self.prints.last_mut() {
            print.push(bytes);
        }
        if let Some((mut reader, mut sink)) = self.open() {
            // A refusal is repeated by `TableReader::finish`, and reported there.
            reader.push(bytes, &mut sink).unwrap_or_default();
            self.reader = Some(reader);
        }
    }

    /// Ends the file.
    pub fn end_file(&mut self) {
        let Some((reader, mut sink)) = self.open() else { return };
        let ended = reader.finish(&mut sink);
        let plan = self.plan.take();
        let Some(file) = self.report.files.last_mut() else { return };
        let refusal = match ended {
            Err(refusal) => Some(refusal),
            Ok(ended) => {
                file.characters_replaced = ended.characters_replaced;
                if let Some(form) = &mut file.form {
                    form.encoding = ended.encoding;
                }
                let refusal = plan.as_ref().and_then(|plan| plan.refusal_at_end(file));
                let rows_of_pupils = plan.as_ref().is_some_and(|plan| plan.shape() == Shape::PupilRows);
                let same = self.prints.split_last_mut().is_some_and(|(print, earlier)| {
                    print.rows = file.rows_read;
                    earlier.contains(print)
                });
                refusal.or((same && rows_of_pupils).then_some(Refusal::SameFile))
            }
        };
        if let (None, Some(plan)) = (&refusal, &plan) {
            scale::fractions_to_per_cent(&mut self.columns, plan.first_row, &file.name);
        }
        if let Some(refusal) = refusal {
            self.columns.truncate(plan.map_or(self.columns.rows, |plan| plan.first_row));
            file.refuse(refusal);
            if self.columns.rows == 0 {
                self.columns = Columns::default();
            }
        }
    }

    /// Rows read so far, for a progress display.
    pub fn rows_read(&self) -> u64 {
        self.report.rows_read()
    }

    /// Sorts, links and checks across files, and gives the result.
    pub fn finish(mut self) -> Ingested {
        self.end_file();
        finish::finish(self.columns, self.report)
    }

    /// The reader of the current file, and where its rows go.
    fn open(&mut self) -> Option<(TableReader, FileSink<'_>)> {
        let reader = self.reader.take()?;
        let index = self.report.files.len().checked_sub(1)?;
        let (profiles, plan, columns) = (&self.profiles, &mut self.plan, &mut self.columns);
        Some((reader, FileSink { profiles, plan, columns, file: &mut self.report.files[index], index }))
    }
}
