//! Delimiter, header and titles of a file, found in its first lines.
//!
//! | module | what it finds |
//! | --- | --- |
//! | `header` | the line or lines of captions |
//! | `assign` | what every column is used as |
//! | `title` | school year, programme and indicator in the lines above |

mod assign;
mod header;
mod title;

use self::header::Kept;
use crate::data::{Profile, Role, SchoolYear, set};
use crate::ingest::captions::Known;
use crate::ingest::encoding::Encoding;
use crate::ingest::records::{Record, Splitter};

pub(crate) use assign::{Use, is_taken, uses};
pub(crate) use title::year_in;

/// Delimiters that are tried, the likeliest in Swedish files first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records that are looked at to find the header.
const LOOKED_AT: usize = 200;
/// Records that are looked at to tell what the columns hold.
const SAMPLE: usize = 1000;

/// Bytes of the head that are split at a time, until there are records enough.
const PIECE: usize = 8 * 1024;

/// How well a delimiter fits: columns that are used, and how much the records look like a table.
type Fit = (usize, (usize, usize));

/// How the table in a file is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Delimiter.
    pub delimiter: u8,
    /// Index of the header's last line among the file's records.
    pub header: usize,
    /// Line of the header.
    pub header_line: u64,
    /// Captions of the header; empty ones at its end are left out.
    pub captions: Vec<String>,
    /// The header's last line as it stands.
    pub header_fields: Vec<String>,
    /// School year that the lines above the header name.
    pub year_in_title: Option<SchoolYear>,
    /// The programmes that all rows are about, where a line above the header is the name of a total, a track or a programme.
    pub programme_in_title: Option<String>,
    /// The indicator that a line above the header names.
    pub indicator_in_title: Option<usize>,
    /// Index of the profile that fits best.
    pub profile: usize,
    /// The first records below the header.
    pub sample: Vec<Vec<String>>,
}

/// Looks at the beginning of a file, as decoded text. `None` when it holds no record.
pub(crate) fn layout(head: &[u8], encoding: Encoding, repairs: bool, profiles: &[Profile]) -> Option<Layout> {
    let known: Vec<Known> = profiles.iter().map(Known::of).collect();
    let said = said_delimiter(head);
    let mut best: Option<(Fit, u8, header::Header, Vec<Kept>)> = None;
    for delimiter in DELIMITERS.into_iter().filter(|delimiter| said.is_none_or(|said| said == *delimiter)) {
        let records = read(head, Splitter::new(delimiter, encoding, repairs), LOOKED_AT);
        // No more captions can be known than there are.
        let at_most = records.iter().map(|record| record.fields.len()).max().unwrap_or(0);
        if best.as_ref().is_some_and(|best| at_most < best.0.0) {
            continue;
        }
        let Some(header) = header::find(&records, &known) else { continue };
        let fit = (header.recognised, header::regularity(&records));
        if best.as_ref().is_none_or(|best| fit > best.0) {
            best = Some((fit, delimiter, header, records));
        }
    }
    let (_, delimiter, header, records) = best?;
    let kept = &records[header.index];
    let captions = header.captions;
    let profile = best_profile(&captions, &records[header.index + 1..], &known);
    let sample = read(head, Splitter::new(delimiter, encoding, repairs), header.index + 1 + SAMPLE);
    let sample = sample.into_iter().skip(header.index + 1);
    let titles = || records[..header.index].iter().flat_map(|record| &record.fields);
    Some(Layout {
        delimiter,
        header: header.index,
        header_line: kept.line,
        header_fields: kept.fields.clone(),
        year_in_title: titles().find_map(|title| year_in(title)),
        programme_in_title: titles().find_map(|title| title::programme_in(title)),
        indicator_in_title: titles().find_map(|title| title::indicator_in(title, &known[profile])),
        profile,
        captions,
        sample: sample.map(|record| record.fields).collect(),
    })
}

fn read(head: &[u8], mut records: Splitter, most: usize) -> Vec<Kept> {
    let mut kept = Vec::new();
    let keep = |kept: &mut Vec<Kept>, record: Record<'_>| {
        if kept.len() < most {
            let fields = (0..record.len()).map(|index| record.text(index).into_owned()).collect();
            kept.push(Kept { line: record.line, fields });
        }
    };
    for piece in head.chunks(PIECE) {
        if kept.len() < most {
            records.push(piece, &mut |record: Record<'_>| keep(&mut kept, record));
        }
    }
    records.finish(&mut |record: Record<'_>| keep(&mut kept, record));
    kept
}

/// The delimiter that the first line tells Excel about: `sep=;`.
fn said_delimiter(head: &[u8]) -> Option<u8> {
    let delimiter = *head.strip_prefix(b"sep=")?.first()?;
    DELIMITERS.contains(&delimiter).then_some(delimiter)
}

/// The profile that has most of the file's indicators: those of captions, and in the long form those that the first records name.
fn best_profile(captions: &[String], below: &[Kept], known: &[Known]) -> usize {
    let score = |known: &Known| {
        let found = uses(captions, known);
        let in_captions = found.iter().flatten().filter(|found| matches!(found.role, Role::Indicator(_))).count();
        let names = found.iter().position(|found| found.is_some_and(|found| found.role == Role::IndicatorName));
        let named = set(below.iter().filter_map(|record| record.fields.get(names?)).map(String::as_str));
        let in_records = named.iter().filter(|name| matches!(known.role(name), Some((Role::Indicator(_), _)))).count();
        (in_captions + in_records, found.iter().flatten().count())
    };
    let scored = known.iter().map(score).enumerate();
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;

    fn check(head: &str, delimiter: u8, header_line: u64, profile: usize, year: Option<&str>) {
        let found = layout(head.as_bytes(), Encoding::Utf8 { mark: false }, false, &builtin()).expect("a layout");
        let year_found = found.year_in_title.map(|year| year.to_string());
        assert_eq!(
            (found.delimiter, found.header_line, found.profile, year_found.as_deref()),
            (delimiter, header_line, profile, year),
            "{head}"
        );
    }

    #[test]
    fn the_delimiter_is_found_among_decimal_commas() {
        check("Läsår;Skola;Närvaro;Betygspoäng\n2023/24;A;87,4;12,9\n2023/24;B;88,1;13,0\n", b';', 1, 0, None);
        check("year,school,attendance\n2024,\"A; B\",87.4\n", b',', 1, 0, None);
        check("Läsår\tSkola\tNärvaro\n2023/24\tA, B\t87,4\n", b'\t', 1, 0, None);
        check("Läsår|Skola|Närvaro\n2023/24|A|87,4\n", b'|', 1, 0, None);
    }

    #[test]
    fn the_header_is_found_under_titles_blank_lines_and_a_group_line() {
        check(
            "Statistik från Skolverket, https://www.skolverket.se\n\nValt läsår: 2019/20\n\n;;;Andel elever;Andel elever;\nSkola;Skol-enhetskod;Program;Totalt antal;Andel (%) med examen;\nA;1;Nationella program;35;100,0;\n",
            b';',
            6,
            1,
            Some("2019/20"),
        );
        check(
            ";;;;\nRapport;;;;\nValt läsår: 2020/21;;;;\n;;;;\nSkola;Totalt antal;Andel (%) med examen;;\nA;35;100,0;;\n",
            b';',
            5,
            1,
            Some("2020/21"),
        );
    }

    #[test]
    fn the_records_of_the_long_form_tell_the_profile() {
        check(
            "Skola;Läsår;Indikator;Värde\nA;2023/24;Totalt antal;35\nA;2023/24;Andel med examen;90\n",
            b';',
            1,
            1,
            None,
        );
        check("Skola;Läsår;Indikator;Värde\nA;2023/24;Antal;35\nA;2023/24;Närvaro;90\n", b';', 1, 0, None);
    }

    #[test]
    fn a_title_may_say_which_programmes_the_sheet_is_about() {
        let found = layout(
            "Avgångselever, nationella program;;\nYrkesprogram;;\nSkola;Totalt antal;GBP\nA;35;13\n".as_bytes(),
            Encoding::Utf8 { mark: false },
            false,
            &builtin(),
        );
        assert_eq!(found.and_then(|found| found.programme_in_title).as_deref(), Some("Yrkesprogram"));
    }

    #[test]
    fn a_line_may_say_the_delimiter() {
        check("sep=;\na;b\n1,5;2\n1,6;3\n", b';', 2, 0, None);
        check("sep=,\nSkola,Närvaro\n\"A;B\",90\n", b',', 2, 0, None);
    }

    #[test]
    fn an_unknown_table_still_has_a_header() {
        check("a,b,c\n1,2,3\n4,5,6\n", b',', 1, 0, None);
    }
}
