//! Personnummer, samordningsnummer and temporary numbers inside a text.

use super::Identity;
use super::date::{Date, digits};
use super::serial::{Gap, leading_digits, masked, temporary};
use std::ops::Range;

/// How sure a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The date exists, and the check digit is right or the last four are letters or masked.
    Certain(Identity),
    /// The date exists, the check digit is wrong.
    Dated(Identity),
    /// Ten digits, or twelve, that hold no date: organisation numbers and other codes.
    Undated,
}

/// A place in a text that has the form of a personal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The bytes it takes up.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) verdict: Verdict,
}

/// Full years of birth that are believed. Later ones are times of measurement, as in `202305121430`.
const BIRTH_YEARS: Range<u32> = 1880..2023;

/// Every place in the text that has the form of a personal number, from the left.
pub(super) fn candidates(text: &str) -> impl Iterator<Item = Candidate> {
    let mut at = if is_decimal(text) { text.len() } else { 0 };
    let runs = std::iter::from_fn(move || {
        while let Some(run) = next_run(text, at) {
            at = run.end;
            if let Some(found) = at_run(text, run) {
                return Some(found);
            }
        }
        None
    });
    runs.chain(in_thousands(text))
}

/// Whether the whole text is a number with decimals other than nought.
pub(super) fn is_decimal(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['+', '-', '\u{2212}']);
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once([',', '.']).is_some_and(|(whole, decimals)| {
        is_digits(whole) && is_digits(decimals) && decimals.bytes().any(|byte| byte != b'0')
    })
}

/// The first longest run of digits at or after a place.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.as_bytes().get(from..)?;
    let start = from + rest.iter().position(u8::is_ascii_digit)?;
    Some(start..start + leading_digits(&text[start..]))
}

fn at_run(text: &str, run: Range<usize>) -> Option<Candidate> {
    let (start, end) = (run.start, run.end);
    let found = &text[run];
    match found.len() {
        10 | 12 => {
            let (date, serial) = found.split_at(found.len() - 4);
            Some(Candidate { span: start..end, verdict: verdict(date, serial) })
        }
        6 | 8 => with_serial(text, start, end, found),
        4 => iso_date(&text[start..])
            .filter(|_| text[start + 10..].starts_with('-'))
            .and_then(|date| with_serial(text, start, start + 10, &date)),
        _ => None,
    }
}

/// The digits of `2005-03-12` at the beginning of a text.
fn iso_date(text: &str) -> Option<String> {
    let date = text.get(..10)?;
    let is_written_so = date.bytes().enumerate().all(|(i, byte)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_written_so.then(|| date.replace('-', ""))
}

/// `date` has been read from `start..end`; looks for the last four behind it.
fn with_serial(text: &str, start: usize, end: usize, date: &str) -> Option<Candidate> {
    let (gap, body) = Gap::before(&text[end..]);
    let to = |length: usize| start..text.len() - body.len() + length;
    if gap != Gap::None && leading_digits(body) == 4 {
        let found = verdict(date, &body[..4]);
        return Some(Candidate { span: to(4), verdict: found });
    }
    let kind = dated(date)?;
    if let Some(length) = temporary(gap, body) {
        return Some(Candidate { span: to(length), verdict: Verdict::Certain(Identity::TemporaryNumber) });
    }
    let is_cut = gap == Gap::Hyphen && body.is_empty() && text[..start].trim().is_empty();
    let length = masked(gap, body).or(is_cut.then_some(0))?;
    Some(Candidate { span: to(length), verdict: Verdict::Certain(kind) })
}

/// Whose number begins with these six or eight digits: a day of 1 to 31, or one that is 60 higher.
fn dated(date: &str) -> Option<Identity> {
    let number = digits(date)?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    // Two digits of a year are every fourth a leap year in 2000 to 2099, as in the century before but for 1900.
    let year = if date.len() == 6 { 2000 + year } else { year };
    let is_believed = date.len() == 6 || BIRTH_YEARS.contains(&year);
    let (day, kind) = if day > 60 { (day - 60, Identity::Samordningsnummer) } else { (day, Identity::Personnummer) };
    (is_believed && Date::new(year, month, day).is_some()).then_some(kind)
}

fn verdict(date: &str, serial: &str) -> Verdict {
    match dated(date) {
        None => Verdict::Undated,
        Some(kind) if luhn(&date[date.len() - 6..], serial) => Verdict::Certain(kind),
        Some(kind) => Verdict::Dated(kind),
    }
}

/// Whether the ten digits have the right check digit: weights 2, 1, 2, 1 …, cross sums, a multiple of ten.
fn luhn(date: &str, serial: &str) -> bool {
    let sum: u32 = (date.bytes().chain(serial.bytes()).enumerate())
        .map(|(i, byte)| {
            let weighted = u32::from(byte - b'0') * if i % 2 == 0 { 2 } else { 1 };
            weighted / 10 + weighted % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A whole text of ten or twelve digits that a spreadsheet has set in thousands: `198 112 289 874`.
fn in_thousands(text: &str) -> Option<Candidate> {
    let mut joined = String::new();
    for (i, group) in text.trim().split([' ', '\u{a0}', '\u{202f}', '\u{2009}']).enumerate() {
        let fits = if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        if !fits || leading_digits(group) != group.len() {
            return None;
        }
        joined.push_str(group);
    }
    if !matches!(joined.len(), 10 | 12) {
        return None;
    }
    let (date, serial) = joined.split_at(joined.len() - 4);
    Some(Candidate { span: 0..text.len(), verdict: verdict(date, serial) })
}

/// Whether a column's value is a number of ten digits that has lost its leading noughts: nine digits with a date, or seven or
/// eight that also have the right check digit.
pub(super) fn lost_zeros(value: &str) -> Option<Identity> {
    let value = value.strip_suffix(".0").or_else(|| value.strip_suffix(",0")).unwrap_or(value);
    if !matches!(value.len(), 7..=9) || leading_digits(value) != value.len() {
        return None;
    }
    let padded = format!("{value:0>10}");
    match (verdict(&padded[..6], &padded[6..]), value.len()) {
        (Verdict::Certain(kind), _) | (Verdict::Dated(kind), 9) => Some(kind),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Identity::{Personnummer, Samordningsnummer, TemporaryNumber};

    fn verdicts(text: &str) -> Vec<Verdict> {
        candidates(text).map(|candidate| candidate.verdict).collect()
    }

    #[test]
    fn numbers_in_all_their_spellings() {
        for (text, expected) in [
            ("811228-9874", Personnummer),
            ("121212-1212", Personnummer),
            ("121212+1212", Personnummer),
            ("8112289874", Personnummer),
            ("198112289874", Personnummer),
            ("19811228-9874", Personnummer),
            ("19811228 9874", Personnummer),
            ("811228 - 9874", Personnummer),
            ("811228\u{2013}9874", Personnummer),
            ("811228\u{a0}9874", Personnummer),
            ("1981-12-28-9874", Personnummer),
            ("  811228-9874 ", Personnummer),
            ("198112289874.0", Personnummer),
            ("8112289874,00", Personnummer),
            ("8 112 289 874", Personnummer),
            ("198\u{a0}112\u{a0}289\u{a0}874", Personnummer),
            ("=\"198112289874\"", Personnummer),
            ("Anna (811228-9874) är sjuk", Personnummer),
            ("pnr:8112289874.", Personnummer),
            ("000101-0107", Personnummer),
            ("811228-XXXX", Personnummer),
            ("19811228-****", Personnummer),
            ("811228-98XX", Personnummer),
            ("19811228XXXX", Personnummer),
            ("811228-", Personnummer),
            ("701063-2391", Samordningsnummer),
            ("197010632391", Samordningsnummer),
            ("701063-XXXX", Samordningsnummer),
            ("20050312-T123", TemporaryNumber),
            ("050312-TF12", TemporaryNumber),
            ("20050312TF12", TemporaryNumber),
            ("050312 T123", TemporaryNumber),
            ("050312t123", TemporaryNumber),
            ("000101-R220", TemporaryNumber),
            ("050312-P123", TemporaryNumber),
        ] {
            assert_eq!(verdicts(text), [Verdict::Certain(expected)], "{text}");
        }
    }

    #[test]
    fn a_wrong_check_digit_leaves_the_date() {
        for (text, expected) in [
            ("640323-3235", Verdict::Dated(Personnummer)),
            ("811228-9873", Verdict::Dated(Personnummer)),
            ("701063-2392", Verdict::Dated(Samordningsnummer)),
            ("2120000068", Verdict::Undated),
            ("212000-0068", Verdict::Undated),
            ("165567628176", Verdict::Undated),
            ("811328-9874", Verdict::Undated),
            ("810229-9874", Verdict::Undated),
            ("202305121430", Verdict::Undated),
        ] {
            assert_eq!(verdicts(text), [expected], "{text}");
        }
    }

    #[test]
    fn look_alikes_are_no_candidates() {
        for text in [
            "",
            "49862313",
            "20050312",
            "811228",
            "2005-03-12",
            "2005-03-12 1430",
            "2023-05-12",
            "202324",
            "2023/24",
            "201819-",
            "1 234 567",
            "1 059,5",
            "0.8112289874",
            "90.41666667",
            "0.510200023651123",
            "81122898741",
            "230815-HT23",
            "20230512T1200",
            "20230512-v2",
            "050312 S101",
            "811228-9874512",
            "123456789012345",
            "N15428",
        ] {
            assert_eq!(verdicts(text), [], "{text}");
        }
    }

    #[test]
    fn leading_noughts_can_be_lost() {
        for (value, expected) in [
            ("512289871", Some(Personnummer)),
            ("512289871.0", Some(Personnummer)),
            ("1010107", Some(Personnummer)),
            ("49862313", None),
            ("512589871", None),
            ("8112289874", None),
        ] {
            assert_eq!(lost_zeros(value), expected, "{value}");
        }
    }
}
