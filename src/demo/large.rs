//! Streams a benchmark file of any length: the same ten columns, about 61 bytes per row.

use std::io::{self, Write};

use super::line::{self, Place};
use super::prng::SplitMix64;
use super::pupil::{Levels, draw};
use super::town::{PROGRAMMES, Programme};
use super::{BYTE_ORDER_MARK, COLUMNS};

/// Schools of the benchmark, ten in each municipality.
const SCHOOLS: u32 = 40;
/// The first of ten result years; the last is 2023/24, as in the demonstration.
const FIRST_YEAR: u16 = 2015;
const YEARS: u32 = 10;
/// Invented municipalities.
const MUNICIPALITIES: [&str; 4] = ["Lönnhamn", "Ekvik", "Tallö", "Almby"];

const PROGRAMME_COUNT: u32 = 17;

/// Programmes that only the benchmark has: code, meritvärde, percent with examen, betygspoäng, percent girls. Together with
/// the demonstration's twelve they are the seventeen largest national programmes.
const MORE: [(&str, f64, f64, f64, f64); 5] = [
    ("HT", 180.0, 74.0, 13.2, 70.0),
    ("HU", 236.0, 79.0, 14.8, 75.0),
    ("IN", 174.0, 76.0, 12.6, 14.0),
    ("NB", 190.0, 79.0, 13.3, 68.0),
    ("VF", 172.0, 78.0, 12.5, 5.0),
];

/// Bytes gathered before they are handed on.
const BATCH: usize = 1 << 16;

/// Writes a header and `rows` pupils of 40 schools, ten läsår and 17 programmes to `out`, in random order.
///
/// Random order is the hard case for an importer: no column repeats the value of the row before. Programmes are written by
/// code, as pupil registers export them.
pub fn large_csv(rows: u64, seed: u64, mut out: impl Write) -> io::Result<()> {
    let mut random = SplitMix64::new(seed);
    let schools: Vec<School> = (0..SCHOOLS).map(|index| School::draw(index, &mut random)).collect();
    let groups: Vec<(&str, Levels)> = programmes().collect();
    let mut batch = Vec::with_capacity(BATCH + 256);
    batch.extend_from_slice(BYTE_ORDER_MARK.as_bytes());
    line::header(&mut batch, &COLUMNS);
    for _ in 0..rows {
        let school = &schools[random.below(SCHOOLS) as usize];
        let (programme, levels) = &groups[random.below(PROGRAMME_COUNT) as usize];
        let year = FIRST_YEAR + u16::try_from(random.below(YEARS)).unwrap_or(0); // below ten
        let levels = Levels { merit: levels.merit + school.merit, narvaro: levels.narvaro + school.narvaro, ..*levels };
        line::pupil(&mut batch, &school.place(year, programme), &draw(&levels, &mut random), &[]);
        if batch.len() >= BATCH {
            out.write_all(&batch)?;
            batch.clear();
        }
    }
    out.write_all(&batch)?;
    out.flush()
}

/// A school of the benchmark.
struct School {
    name: String,
    code: String,
    municipality: &'static str,
    /// Above or below the programme's meritvärde.
    merit: f64,
    /// Above or below the ordinary närvaro.
    narvaro: f64,
}

impl School {
    fn draw(index: u32, random: &mut SplitMix64) -> Self {
        Self {
            name: format!("Skola {}", index + 1),
            code: (99_000_101 + index).to_string(),
            municipality: MUNICIPALITIES[index as usize % MUNICIPALITIES.len()],
            merit: 8.0 * random.normal(),
            narvaro: 1.2 * random.normal(),
        }
    }

    fn place<'a>(&'a self, year: u16, programme: &'a str) -> Place<'a> {
        Place { year, school: &self.name, school_code: &self.code, municipality: self.municipality, programme }
    }
}

/// The seventeen programmes, with their levels in an ordinary school.
fn programmes() -> impl Iterator<Item = (&'static str, Levels)> {
    let known = PROGRAMMES.iter().map(|&Programme { code, merit, examen, grade, girls, .. }| {
        (code, Levels { merit, narvaro: 87.5, examen, grade, girls })
    });
    let more = MORE
        .iter()
        .map(|&(code, merit, examen, grade, girls)| (code, Levels { merit, narvaro: 87.5, examen, grade, girls }));
    known.chain(more)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn written(rows: u64) -> String {
        let mut out = Vec::new();
        large_csv(rows, 1, &mut out).expect("a vector takes every byte");
        String::from_utf8(out).expect("only text is written")
    }

    #[test]
    fn as_long_and_as_varied_as_promised() {
        let text = written(20_000);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines.len(), 20_000);
        assert!(lines.iter().all(|line| line.split(';').count() == 10));
        let bytes = text.len() / lines.len();
        assert!((59..=63).contains(&bytes), "{bytes} bytes per row");
        for (column, different) in [(0, 10), (1, 40), (2, 40), (3, 4), (4, 17)] {
            let values: BTreeSet<&str> = lines.iter().filter_map(|line| line.split(';').nth(column)).collect();
            assert_eq!(values.len(), different, "column {column}");
        }
    }

    #[test]
    fn a_shorter_file_is_the_beginning_of_a_longer_one() {
        assert!(written(3_000).starts_with(&written(1_000)));
        assert_eq!(written(0).lines().count(), 1);
    }
}
