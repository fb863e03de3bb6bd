//! The header among the first records of a file.

use std::collections::BTreeMap;

use super::assign;
use crate::data::set;
use crate::ingest::caption_year;
use crate::ingest::captions::Known;

/// The header stands among the first so many records.
const WITHIN: usize = 60;
/// Most lines of captions above the last that say more about them.
const LINES_ABOVE: usize = 2;

/// A record of the head, kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) line: u64,
    pub(super) fields: Vec<String>,
}

/// The header of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// Index of its last record.
    pub(super) index: usize,
    /// The captions, those of the lines above the last among them; empty ones at the end are left out.
    pub(super) captions: Vec<String>,
    /// Columns that are used.
    pub(super) recognised: usize,
}

/// Finds the header: the line, alone or with those above it, of whose captions some profile knows most. Where none is known, it is
/// the first record that is as wide as most.
pub(super) fn find(records: &[Kept], known: &[Known]) -> Option<Header> {
    let recognised_in =
        |captions: &[String]| known.iter().map(|known| assign::recognised(captions, known)).max().unwrap_or(0);
    let mut best: Option<Header> = None;
    for index in 0..records.len().min(WITHIN) {
        for lines_above in 0..=LINES_ABOVE.min(index) {
            let captions = trimmed(&combined(&records[index - lines_above..=index]));
            if lines_above > 0 && captions == trimmed(&records[index].fields) {
                continue;
            }
            let recognised = recognised_in(&captions);
            let is_better = |best: &Header| {
                // A line of captions below a line of groups: it says as much by itself, and more with it.
                let is_below = index > best.index && index - lines_above <= best.index;
                let says_more = || different(&captions) > different(&best.captions);
                let says_as_much = || recognised_in(&records[index].fields) == best.recognised;
                recognised > best.recognised
                    || (recognised == best.recognised && is_below && says_more() && says_as_much())
            };
            if best.as_ref().is_none_or(is_better) {
                best = Some(Header { index, captions, recognised });
            }
        }
    }
    let best = best?;
    if best.recognised > 0 {
        return Some(best);
    }
    let width = usual_width(records).0;
    let is_header = |record: &Kept| record.fields.len() == width && !record.fields[0].starts_with("sep=");
    let index = records.iter().position(is_header).unwrap_or(0);
    Some(Header { index, captions: trimmed(&records[index].fields), recognised: 0 })
}

/// How many different captions there are.
fn different(captions: &[String]) -> usize {
    set(captions.iter().filter(|caption| !caption.is_empty()).map(String::as_str)).len()
}

/// The captions of several lines as one. The last line's stand alone where they can; those that occur twice, or are only a year, take
/// the caption above them along, which in merged cells stands to the left.
fn combined(lines: &[Kept]) -> Vec<String> {
    let Some((last, above)) = lines.split_last() else { return Vec::new() };
    let Some(group) = above.last().map(|_| combined(above)) else { return last.fields.clone() };
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for caption in &last.fields {
        *times.entry(caption).or_default() += 1;
    }
    let mut current = String::new();
    let captions = last.fields.iter().enumerate().map(|(column, caption)| {
        if let Some(own) = group.get(column).filter(|own| !own.is_empty()) {
            current.clone_from(own);
        }
        let twice = times[caption.as_str()] > 1;
        let is_year = || caption_year::split(caption).is_some_and(|(rest, _)| rest.is_empty());
        if caption.is_empty() {
            group.get(column).cloned().unwrap_or_default()
        } else if !current.is_empty() && (twice || is_year()) {
            format!("{current} {caption}")
        } else {
            caption.clone()
        }
    });
    captions.collect()
}

/// The captions without empty ones at the end, which trailing delimiters leave behind.
fn trimmed(fields: &[String]) -> Vec<String> {
    let used = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    fields[..used].to_vec()
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
pub(super) fn regularity(records: &[Kept]) -> (usize, usize) {
    let (width, count) = usual_width(records);
    if width > 1 { (count, width) } else { (0, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_groups_is_not_the_header_of_the_captions_below_it() {
        let line = |text: &str| Kept { line: 1, fields: text.split(';').map(str::to_owned).collect() };
        let records = [
            ";;Antal elever;Antal elever;Betygspoäng;Betygspoäng",
            "Kommun;Typ av huvudman;Totalt;Flickor;Totalt;Flickor",
            "Ale;Kommunal;10;5;12;13",
        ];
        let header = find(&records.map(line), &[Known::of(&crate::data::pupil_profile())]).expect("a header");
        assert_eq!(header.index, 1);
        // A row whose known fields are empty is no header.
        let header = find(&["Skola;Läsår;Närvaro;", ";;;Anm."].map(line), &[Known::of(&crate::data::pupil_profile())]);
        assert_eq!(header.map(|header| header.index), Some(0));
    }

    #[test]
    fn lines_above_complete_captions_that_do_not_stand_alone() {
        let line = |text: &str| Kept { line: 1, fields: text.split(';').map(str::to_owned).collect() };
        for (lines, expected) in [
            (&["a;b", "Skola;Kod"][..], "Skola;Kod"),
            (
                &[";;Närvaro;;Examen;", "Skola;Kod;2022;2023;2022;2023"],
                "Skola;Kod;Närvaro 2022;Närvaro 2023;Examen 2022;Examen 2023",
            ),
            (&["Skola;Antal;", ";Flickor;Pojkar"], "Skola;Flickor;Pojkar"),
            (&["Skola;Andel;Andel;Poäng", ";Totalt;Flickor;Totalt"], "Skola;Andel Totalt;Flickor;Poäng Totalt"),
        ] {
            let lines: Vec<Kept> = lines.iter().map(|text| line(text)).collect();
            assert_eq!(combined(&lines).join(";"), expected);
        }
    }
}
