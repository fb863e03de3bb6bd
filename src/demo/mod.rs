//! Invented data: the demonstration set (`Visa med påhittade data`), the benchmark file, and the template to fill in.
//!
//! Nothing here is a real school, and no number comes from one. The files go through the ordinary importer, so that the
//! demonstration shows the product and not a shortcut past it.
//!
//! The same seed gives the same bytes everywhere, in the browser and natively. The generator therefore keeps to integers
//! and to the four operations on `f64`, which IEEE 754 rounds in one way only, and never calls a function that each
//! platform's mathematics library rounds in its own way (`exp`, `ln`, `powf`). Values are rounded to whole units of their
//! last decimal before they are written, and are written as integers.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`prng`] | random numbers from a seed |
//! | [`town`] | the schools, programmes and years of the demonstration |
//! | [`pupil`] | draws one pupil |
//! | [`family`] | draws what is known of a pupil's family |
//! | [`mod@rows`] | draws every pupil of the demonstration, in file order |
//! | [`mod@line`] | writes one pupil as a line of CSV |
//! | [`large`] | streams a benchmark file of any length |
//! | [`template`] | the file to fill in |

pub mod family;
pub mod large;
pub mod line;
pub mod prng;
pub mod pupil;
pub mod rows;
pub mod template;
pub mod town;

pub use large::large_csv;
pub use rows::{Row, rows};
pub use template::template_csv;

/// The seed of the demonstration, shown beside it. Another seed gives another draw of the same schools.
///
/// This one was picked because chance keeps quiet in the last läsår: the one change there that is more than chance is the one
/// that was put in. In earlier years, chance shows a few, as it does in real files.
pub const SEED: u64 = 169;

/// What Excel writes first in a file that it saves as `CSV UTF-8`.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of the benchmark.
pub const COLUMNS: [&str; 10] = [
    "Läsår",
    "Skola",
    "Skolkod",
    "Kommun",
    "Program",
    "Kön",
    "Meritvärde",
    "Närvaro",
    "Examen inom tre år",
    "Betygspoäng",
];

/// The columns of the demonstration and the template: those of the benchmark, and two that tell groups apart. `Meritvärde åk 9` does,
/// too, in bands; large files need not be read so, and `Meritvärde` is not unless that is chosen.
pub const DEMO_COLUMNS: [&str; 12] = {
    let [year, school, code, municipality, programme, gender, _, narvaro, examen, grade] = COLUMNS;
    let (merit, education) = ("Meritvärde åk 9", "Föräldrars utbildning");
    [year, school, code, municipality, programme, gender, merit, narvaro, examen, grade, education, "Bakgrund"]
};

/// The name that the demonstration file is shown under.
pub fn file_name() -> &'static str {
    "påhittade-exempeldata.csv"
}

/// The demonstration file: UTF-8 with a byte order mark, semicolons, decimal commas, a header and one line per pupil who
/// began and should have finished that läsår.
pub fn csv(seed: u64) -> Vec<u8> {
    let mut out = Vec::with_capacity(1 << 20);
    out.extend_from_slice(BYTE_ORDER_MARK.as_bytes());
    line::header(&mut out, &DEMO_COLUMNS);
    for row in rows(seed) {
        line::pupil(&mut out, &row.place(), &row.pupil, &[row.family.education, row.family.background]);
    }
    out
}

#[cfg(test)]
mod tests;
