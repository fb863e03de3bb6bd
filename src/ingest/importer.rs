//! Files → entries, one after the other.

use crate::data::{Profile, builtin};
use crate::ingest::finish::{self, Ingested};
use crate::ingest::gather::Gathered;
use crate::ingest::report::{FileReport, Report};
use crate::ingest::row::{FileRows, FileSink};
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
    reader: Option<TableReader>,
    rows: Option<FileRows>,
    gathered: Gathered,
    report: Report,
}

impl Importer {
    /// An importer for this profile, or for the built-in one that fits the first file best.
    pub fn new(profile: Option<Profile>) -> Self {
        let profiles = profile.map_or_else(builtin, |profile| vec![profile]);
        let gathered = Gathered { profiles, ..Gathered::default() };
        Self { reader: None, rows: None, gathered, report: Report::default() }
    }

    /// Also undoes the damage where names are UTF-8 that was read as Windows-1252 and saved again.
    #[must_use]
    pub fn repairing(mut self) -> Self {
        self.gathered.repairs = true;
        self
    }

    /// Begins the next file.
    pub fn begin_file(&mut self, name: &str) {
        self.end_file();
        self.report.files.push(FileReport { name: name.to_owned(), ..FileReport::default() });
        self.reader = Some(TableReader::new(self.gathered.profiles.clone()).repairing(self.gathered.repairs));
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) {
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
        let Some(file) = self.report.files.last_mut() else { return };
        let was_first = self.gathered.entries.is_empty() && self.gathered.drafts.is_empty();
        let taken = match (ended, self.rows.take()) {
            (Ok(()), Some(rows)) => self.gathered.take(rows, file),
            (Ok(()), None) => Ok(()),
            (Err(refusal), _) => Err(refusal),
        };
        self.gathered.pupils.end_file(taken.is_ok());
        if let Err(refusal) = taken {
            file.refuse(refusal);
            if was_first {
                self.gathered.forget_decision();
            }
            self.gathered.note_captions(file);
        }
    }

    /// Rows read so far, for a progress display.
    pub fn rows_read(&self) -> u64 {
        self.report.rows_read()
    }

    /// Sorts, links and checks across files, and gives the result.
    pub fn finish(mut self) -> Ingested {
        self.end_file();
        finish::finish(self.gathered, self.report)
    }

    /// The reader of the current file, and where its rows go.
    fn open(&mut self) -> Option<(TableReader, FileSink<'_>)> {
        let reader = self.reader.take()?;
        let index = self.report.files.len().checked_sub(1)?;
        let (gathered, rows) = (&mut self.gathered, &mut self.rows);
        Some((reader, FileSink { gathered, rows, file: &mut self.report.files[index], index }))
    }
}
