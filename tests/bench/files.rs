//! Writes the files that are read: the same rows with semicolons and decimal commas, with commas and decimal points, and of many schools.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use indicator_explorer::demo;

use crate::Outcome;
use crate::setting::Setting;

/// The same rows in three forms.
pub(crate) struct Files {
    /// As Swedish school systems export them.
    pub(crate) semicolons: PathBuf,
    /// For readers that know no other form.
    pub(crate) commas: PathBuf,
    /// As the first, with the rows dealt out to [`MANY_SCHOOLS`] schools.
    pub(crate) many_schools: PathBuf,
    pub(crate) bytes: u64,
}

/// As many schools as Skolverket's files of the whole country have.
pub(crate) const MANY_SCHOOLS: usize = 1_188;

/// Writes all, and reads them once so that every contestant finds them in the system's cache.
pub(crate) fn write(setting: &Setting, rows: u64) -> Outcome<Files> {
    let mut bytes = Vec::new();
    demo::large_csv(rows, demo::SEED, &mut bytes)?;
    let semicolons = setting.folder.join(format!("elever-{rows}.csv"));
    let commas = setting.folder.join(format!("elever-{rows}-comma.csv"));
    let many_schools = setting.folder.join(format!("elever-{rows}-schools.csv"));
    fs::write(&semicolons, &bytes)?;
    fs::write(&many_schools, dealt_out(&String::from_utf8_lossy(&bytes)))?;
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
    for path in [&semicolons, &commas, &many_schools] {
        fs::read(path)?;
    }
    Ok(Files { semicolons, commas, many_schools, bytes: size })
}

/// The same rows, of other schools: name and code are the second and third column.
fn dealt_out(text: &str) -> String {
    let mut lines = text.lines();
    let mut out: String = lines.next().unwrap_or_default().to_owned() + "\n";
    for (row, line) in lines.enumerate() {
        // A step that has no factor in common with the number of schools meets all of them; the second part parts the years of each.
        let school = (row * 7_919 + row / 977) % MANY_SCHOOLS + 1;
        let mut fields = line.splitn(4, ';');
        let (year, rest) = (fields.next().unwrap_or_default(), fields.nth(2).unwrap_or_default());
        let _ = writeln!(out, "{year};Skola {school};{};{rest}", 99_000_100 + school);
    }
    out
}
