//! Writes the files that are read: the same rows with semicolons and decimal commas, and with commas and decimal points.

use std::fs;
use std::path::PathBuf;

use indicator_explorer::demo;

use crate::Outcome;
use crate::setting::Setting;

/// The same rows in two forms.
pub(crate) struct Files {
    /// As Swedish school systems export them.
    pub(crate) semicolons: PathBuf,
    /// For readers that know no other form.
    pub(crate) commas: PathBuf,
    pub(crate) bytes: u64,
}

/// Writes both, and reads them once so that every contestant finds them in the system's cache.
pub(crate) fn write(setting: &Setting, rows: u64) -> Outcome<Files> {
    let mut bytes = Vec::new();
    demo::large_csv(rows, demo::SEED, &mut bytes)?;
    let semicolons = setting.folder.join(format!("elever-{rows}.csv"));
    let commas = setting.folder.join(format!("elever-{rows}-comma.csv"));
    fs::write(&semicolons, &bytes)?;
    let size = bytes.len() as u64;
    // No field has a comma beside the decimal ones, a point or a quote.
    for byte in &mut bytes {
        *byte = match *byte {
            b';' => b',',
            b',' => b'.',
            other => other,
        };
    }
    // Without the byte order mark, which such readers take for a part of the first caption.
    fs::write(&commas, bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes))?;
    for path in [&semicolons, &commas] {
        fs::read(path)?;
    }
    Ok(Files { semicolons, commas, bytes: size })
}
