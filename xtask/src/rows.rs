//! `cargo xtask rows`: what the importer reads of a file, as clean CSV.

use std::io::Stdout;
use std::path::PathBuf;

use anyhow::{Result, bail};
use indicator_explorer::data::builtin;
use indicator_explorer::ingest::{Encoding, Layout, Reason, Record, Refusal, Sink, TableReader};

use crate::import;

/// What `rows` is asked for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files to print, one after the other
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Profile (JSON) whose captions help to find the header; without it the built-in ones
    #[arg(long)]
    profile: Option<PathBuf>,
}

/// Prints header and rows as RFC 4180 CSV in UTF-8, without the text around the table.
pub(crate) fn run(args: &Args) -> Result<()> {
    let profiles = match &args.profile {
        Some(path) => vec![import::open_profile(path)?],
        None => builtin(),
    };
    for path in &args.files {
        let mut sink = Print::new();
        let mut reader = TableReader::new(profiles.clone());
        // A refusal is repeated by `finish`.
        import::chunks(path, |chunk| reader.push(chunk, &mut sink).unwrap_or_default())?;
        if let Err(refusal) = reader.finish(&mut sink) {
            bail!("{} is no table of text ({refusal:?})", path.display());
        }
        sink.finish()?;
    }
    Ok(())
}

/// Writes what it is handed; the first error is kept for the end.
struct Print {
    out: csv::Writer<Stdout>,
    width: usize,
    error: Option<csv::Error>,
}

impl Print {
    fn new() -> Self {
        let out =
            csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(std::io::stdout());
        Self { out, width: 0, error: None }
    }

    fn write<'f>(&mut self, fields: impl Iterator<Item = &'f [u8]>) {
        if self.error.is_none() {
            self.error = self.out.write_record(fields).err();
        }
    }

    fn finish(mut self) -> Result<()> {
        self.out.flush()?;
        self.error.map_or(Ok(()), |error| Err(error.into()))
    }
}

impl Sink for Print {
    fn header(&mut self, _: Encoding, layout: &Layout) -> Result<(), Refusal> {
        self.width = layout.captions.len();
        self.write(layout.captions.iter().map(String::as_bytes));
        Ok(())
    }

    fn row(&mut self, record: Record<'_>) {
        // Trailing delimiters give empty fields beyond the header; a field there that says something is kept.
        let said = (self.width..record.len()).rev().find(|&index| !record.field(index).is_empty());
        let fields = record.len().min(said.map_or(self.width, |last| last + 1));
        self.write((0..fields).map(|index| record.field(index)));
    }

    fn aside(&mut self, _: Record<'_>, _: Reason) {}
}
