//! Delimiter, header and school year of a file, found in its first lines.

use std::collections::BTreeMap;

use crate::data::{Level, Profile, Role, SchoolYear, level_of, normalise};
use crate::ingest::captions;
use crate::ingest::records::{Record, Records};

/// Delimiters that are tried, the likeliest in Swedish files first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records of the head that are looked at.
const LOOKED_AT: usize = 400;
/// The header stands among the first so many records.
const HEADER_WITHIN: usize = 60;

/// How the table in a file is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Delimiter.
    pub delimiter: u8,
    /// Index of the header among the file's records.
    pub header: usize,
    /// Line of the header.
    pub header_line: u64,
    /// Captions of the header; empty ones at its end are left out.
    pub captions: Vec<String>,
    /// School year that the lines above the header name.
    pub year_in_title: Option<SchoolYear>,
    /// The programmes that all rows are about, where a line above the header is the name of a total, a track or a programme.
    pub programme_in_title: Option<String>,
    /// Index of the profile that fits best.
    pub profile: usize,
}

/// A record of the head, kept.
struct Kept {
    line: u64,
    fields: Vec<String>,
}

/// Looks at the beginning of a file, as decoded text. `None` when it holds no record.
pub(crate) fn layout(head: &[u8], profiles: &[Profile]) -> Option<Layout> {
    let said = said_delimiter(head);
    let candidates =
        DELIMITERS.iter().filter(|delimiter| said.is_none_or(|said| said == **delimiter)).filter_map(|&delimiter| {
            let records = read(head, delimiter);
            let (header, recognised) = find_header(&records, profiles)?;
            Some(((recognised, regularity(&records)), delimiter, header, records))
        });
    let (_, delimiter, header, records) = candidates.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let kept = &records[header];
    let captions = trimmed(&kept.fields);
    let profile = best_profile(&captions, profiles);
    let titles = || records[..header].iter().flat_map(|record| &record.fields);
    let year_in_title = titles().find_map(|title| year_in(title));
    let programme_in_title = titles().find_map(|title| programme_in(title));
    Some(Layout { delimiter, header, header_line: kept.line, captions, year_in_title, programme_in_title, profile })
}

fn read(head: &[u8], delimiter: u8) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut each = |record: Record<'_>| {
        if kept.len() < LOOKED_AT {
            let fields = (0..record.len()).map(|index| record.text(index).to_owned()).collect();
            kept.push(Kept { line: record.line, fields });
        }
    };
    let mut records = Records::new(delimiter);
    records.push(head, &mut each);
    records.finish(&mut each);
    kept
}

/// The delimiter that the first line tells Excel about: `sep=;`.
fn said_delimiter(head: &[u8]) -> Option<u8> {
    let delimiter = *head.strip_prefix(b"sep=")?.first()?;
    DELIMITERS.contains(&delimiter).then_some(delimiter)
}

/// The captions without empty ones at the end, which trailing delimiters leave behind.
fn trimmed(fields: &[String]) -> Vec<String> {
    let used = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    fields[..used].to_vec()
}

/// Index of the header and the number of its captions that some profile knows. Where none is known, the header is the first
/// record that is as wide as most.
fn find_header(records: &[Kept], profiles: &[Profile]) -> Option<(usize, usize)> {
    let known =
        |record: &Kept| profiles.iter().map(|profile| captions::recognised(&record.fields, profile)).max().unwrap_or(0);
    let scored = records.iter().take(HEADER_WITHIN).map(known).enumerate();
    let (index, recognised) = scored.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    if recognised > 0 {
        return Some((index, recognised));
    }
    let width = usual_width(records).0;
    let is_header = |record: &Kept| record.fields.len() == width && !record.fields[0].starts_with("sep=");
    Some((records.iter().position(is_header).unwrap_or(0), 0))
}

/// The most usual number of fields, and how many records have it; the wider of equals.
fn usual_width(records: &[Kept]) -> (usize, usize) {
    let mut counts = BTreeMap::new();
    for record in records {
        *counts.entry(record.fields.len()).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|&(width, count)| (count, width)).unwrap_or((0, 0))
}

/// How much the records look like a table: those of the usual width, unless that is one field.
fn regularity(records: &[Kept]) -> (usize, usize) {
    let (width, count) = usual_width(records);
    if width > 1 { (count, width) } else { (0, 0) }
}

fn best_profile(captions: &[String], profiles: &[Profile]) -> usize {
    let score = |profile: &Profile| {
        let roles = captions::roles(captions, profile);
        let indicators = roles.iter().flatten().filter(|role| matches!(role, Role::Indicator(_))).count();
        (indicators, roles.iter().flatten().count())
    };
    let scored = profiles.iter().map(score).enumerate();
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map_or(0, |(index, _)| index)
}

/// The programmes that a title line names, alone or as in `Valt program: Ekonomiprogrammet`. Codes are too short to be sure of.
fn programme_in(title: &str) -> Option<String> {
    let name = title.rsplit_once(':').map_or(title, |(_, after)| after).trim();
    let is_code = name.chars().count() <= 4;
    (!is_code && level_of(name) != Level::Programme(None)).then(|| name.to_owned())
}

/// The school year in a title line such as `Valt läsår: 2019/20` or `Avgångsår 2020`. A start year is not the result's.
pub(crate) fn year_in(title: &str) -> Option<SchoolYear> {
    let words = normalise(title);
    if !(words.contains("lasar") || words.contains("avgangsar")) || words.contains("start") {
        return None;
    }
    // The first year after the word; other numbers (`Uppdaterad: 2022`) come later.
    let lower = title.to_lowercase();
    let word =
        ["läsår", "la\u{308}sa\u{30a}r", "lasar", "avgångsår", "avgangsar"].iter().find_map(|word| lower.find(word));
    let after = lower.get(word?..)?;
    let digits = after.find(|c: char| c.is_ascii_digit()).map(|at| &after[at..])?;
    let end = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '–'))).unwrap_or(digits.len());
    SchoolYear::parse(&digits[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;

    fn check(head: &str, delimiter: u8, header_line: u64, profile: usize, year: Option<&str>) {
        let found = layout(head.as_bytes(), &builtin()).expect("a layout");
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
    fn a_title_may_say_which_programmes_the_sheet_is_about() {
        let found = layout(
            "Avgångselever, nationella program;;\nYrkesprogram;;\nSkola;Totalt antal;GBP\nA;35;13\n".as_bytes(),
            &builtin(),
        );
        assert_eq!(found.and_then(|found| found.programme_in_title).as_deref(), Some("Yrkesprogram"));
    }

    #[test]
    fn a_programme_may_stand_after_a_colon_but_not_as_a_code() {
        assert_eq!(programme_in("Valt program: Ekonomiprogrammet").as_deref(), Some("Ekonomiprogrammet"));
        assert_eq!(programme_in("HT"), None);
        assert_eq!(programme_in("Gymnasieskola - Avgångselever, nationella program (fr.o.m. 2013/14)"), None);
    }

    #[test]
    fn a_start_year_is_no_result_year() {
        assert_eq!(year_in("Valt startläsår: 2019/20"), None);
        assert_eq!(year_in("nationella program (fr.o.m. 2013/14)"), None);
        let year = |title: &str| year_in(title).map(|year| year.to_string());
        assert_eq!(year("Läsår 2020/21. Uppdaterad: 2022").as_deref(), Some("2020/21"));
        assert_eq!(year("Avser läsåret 2020/21 (källa: Skolverket 2022)").as_deref(), Some("2020/21"));
        assert_eq!(year_in("Avgångsår 2020").map(|year| year.to_string()).as_deref(), Some("2019/20"));
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
