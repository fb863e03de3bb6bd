//! Files → dataset and report, for the commands that print.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use indicator_explorer::data::{Lang, Profile};
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::view::report::report;

/// Bytes read at a time.
const CHUNK: usize = 1 << 20;

/// Reads files as the app does, with the built-in profiles or the one given.
pub(crate) fn read(files: &[PathBuf], profile: Option<&Path>) -> Result<Ingested> {
    let mut importer = Importer::new(profile.map(open_profile).transpose()?);
    for path in files {
        importer.begin_file(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
        chunks(path, |chunk| importer.push(chunk))?;
    }
    Ok(importer.finish())
}

/// Hands the bytes of a file on, piece by piece.
pub(crate) fn chunks(path: &Path, mut each: impl FnMut(&[u8])) -> Result<()> {
    let mut file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut buffer = vec![0; CHUNK];
    loop {
        match file.read(&mut buffer).with_context(|| format!("cannot read {}", path.display()))? {
            0 => return Ok(()),
            read => each(&buffer[..read]),
        }
    }
}

/// Reads a profile file.
pub(crate) fn open_profile(path: &Path) -> Result<Profile> {
    let json = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Profile::from_json(&json).map_err(|error| anyhow!("{}: {}", path.display(), error.sentence(Lang::En)))
}

/// Tells on standard error what became of the rows.
pub(crate) fn tell(ingested: &Ingested) {
    let profile = ingested.dataset.as_ref().map(|dataset| &dataset.profile);
    let words = report(&ingested.report, profile, Lang::Sv);
    eprintln!("{}. {}", words.heading, words.say);
    for file in &words.files {
        eprintln!("{}: {}", file.name, file.form);
        if let Some((what, then)) = &file.refused {
            eprintln!("  {what} {then}");
        }
        for line in file.rows.iter().filter(|line| !line.note.is_empty()) {
            eprintln!("  {}: {} {}", line.what, line.rows, line.note);
        }
        file.problems.iter().for_each(|problem| eprintln!("  {problem}"));
    }
    words.notes.iter().for_each(|note| eprintln!("{note}"));
}
