//! One field → a value or the reason that there is none.

use crate::data::{Fixed, Indicator, Kind, Missing, Shape, Value};

/// Reads a decimal number: decimal comma or point; thousands in groups of three, separated by space, no-break space, thin space,
/// apostrophe, comma or point; an optional sign (also `−`) and an optional `%`. With both comma and point, the last of them is the
/// decimal mark; several of the same are thousands. Beyond six decimals the number is rounded.
pub(crate) fn number(field: &[u8]) -> Option<Fixed> {
    plain_number(field).or_else(|| scientific(field))
}

/// `1,2E+03`, as spreadsheets write very large and very small numbers.
fn scientific(field: &[u8]) -> Option<Fixed> {
    let text = std::str::from_utf8(field).ok()?.trim();
    let is_written_so = text.contains(['e', 'E']) && text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    is_written_so.then(|| text.replace(',', ".").parse().ok()).flatten().and_then(Fixed::from_f64)
}

fn plain_number(field: &[u8]) -> Option<Fixed> {
    let field = trim(field.trim_ascii().strip_suffix(b"%").unwrap_or(field));
    let (negative, digits) = match field {
        [b'-', rest @ ..] | [0xe2, 0x88, 0x92, rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, field),
    };
    let mark = decimal_mark(digits);
    let mut reader = Digits::default();
    let mut index = 0;
    while let Some(&byte) = digits.get(index) {
        if byte.is_ascii_digit() {
            reader.digit(byte - b'0')?;
            index += 1;
        } else if Some(index) == mark {
            reader.end_of_group()?;
            reader.decimals = Some(0);
            index += 1;
        } else {
            reader.separator()?;
            index += match separator_len(&digits[index..]) {
                0 => return None,
                len => len,
            };
        }
    }
    reader.finish(negative)
}

/// Takes space of every kind off both ends.
fn trim(mut text: &[u8]) -> &[u8] {
    text = text.trim_ascii();
    while let Some(rest) = text.strip_suffix(b"\xc2\xa0").or_else(|| text.strip_suffix(b"\xe2\x80\xaf")) {
        text = rest.trim_ascii_end();
    }
    while let Some(rest) = text.strip_prefix(b"\xc2\xa0").or_else(|| text.strip_prefix(b"\xe2\x80\xaf")) {
        text = rest.trim_ascii_start();
    }
    text
}

/// Bytes of the thousands separator that `text` begins with, or 0.
fn separator_len(text: &[u8]) -> usize {
    match text {
        [b' ' | b'\'' | b',' | b'.', ..] => 1,
        [0xc2, 0xa0, ..] => 2,
        [0xe2, 0x80, 0xaf | 0x89 | 0x99, ..] => 3,
        _ => 0,
    }
}

/// Where the decimal mark stands, if there is one.
fn decimal_mark(text: &[u8]) -> Option<usize> {
    let last = text.iter().rposition(|byte| matches!(byte, b',' | b'.'))?;
    let repeated = text[..last].contains(&text[last]);
    (!repeated).then_some(last)
}

/// Collects the digits of one number in millionths.
#[derive(Default)]
struct Digits {
    millionths: i64,
    /// Digits since the beginning or the last separator.
    in_group: u8,
    /// Whether a thousands separator has come.
    grouped: bool,
    /// Decimals so far; `None` before the decimal mark.
    decimals: Option<u8>,
    any: bool,
}

impl Digits {
    fn digit(&mut self, digit: u8) -> Option<()> {
        self.any = true;
        match &mut self.decimals {
            None => {
                self.in_group = self.in_group.saturating_add(1);
                self.millionths = self.millionths.checked_mul(10)?.checked_add(i64::from(digit) * Fixed::SCALE)?;
            }
            Some(count @ 0..6) => {
                *count += 1;
                self.millionths += i64::from(digit) * 10_i64.pow(6 - u32::from(*count));
            }
            Some(count @ 6) => {
                *count += 1;
                self.millionths += i64::from(digit >= 5);
            }
            Some(_) => {}
        }
        Some(())
    }

    /// A thousands separator: one to three digits must stand before the first, three before each that follows.
    fn separator(&mut self) -> Option<()> {
        self.end_of_group()?;
        let fits = self.decimals.is_none() && (1..=3).contains(&self.in_group);
        (self.grouped, self.in_group) = (true, 0);
        fits.then_some(())
    }

    fn end_of_group(&self) -> Option<()> {
        (!self.grouped || self.in_group == 3).then_some(())
    }

    fn finish(self, negative: bool) -> Option<Fixed> {
        self.end_of_group()?;
        let millionths = if negative { -self.millionths } else { self.millionths };
        self.any.then(|| Fixed::from_millionths(millionths))?
    }
}

/// Symbols for a value that the source withholds: Skolverket's `..`, and `*`, `s`, `c`, `SUPP`, `low` of other authorities.
const WITHHELD: &[&str] = &["..", "…", "‥", "*", "**", "s", "c", "supp", "low"];
/// Symbols for a measure that does not apply, or that could not be set.
const NOT_APPLICABLE: &[&str] = &[".", "-", "–", "—", "z"];
/// Words for an empty field.
const BLANK: &[&str] = &["na", "n/a", "#n/a", "ne", "null", "nan", "saknas"];

/// The reason that a field says in place of a value: empty or a word for it, withheld, not applicable. A bound (`~100`, `<5`,
/// `>95`) says where the withheld value lies; it is no number.
pub(crate) fn missing(field: &[u8]) -> Option<Missing> {
    let field = field.trim_ascii();
    match field {
        [] => return Some(Missing::Blank),
        // Nearly every field is a number, and no symbol begins like one.
        [b'0'..=b'9', ..] => return None,
        [b'~' | b'<' | b'>', rest @ ..] if number(rest).is_some() => return Some(Missing::WithheldInSource),
        _ => {}
    }
    let text = std::str::from_utf8(field).ok()?;
    let is = |symbols: &[&str]| symbols.iter().any(|symbol| text.eq_ignore_ascii_case(symbol));
    match () {
        () if is(WITHHELD) => Some(Missing::WithheldInSource),
        () if is(NOT_APPLICABLE) => Some(Missing::NotApplicable),
        () if is(BLANK) => Some(Missing::Blank),
        () => None,
    }
}

/// Whether a field says yes or no: `Ja`/`Nej`, `J`/`N`, `Yes`/`No`, `Sant`/`Falskt`, `1`/`0`, `100`/`0`.
fn yes_or_no(field: &[u8]) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| field.eq_ignore_ascii_case(word.as_bytes()));
    match field {
        _ if is(&["ja", "j", "yes", "y", "sant", "true", "1"]) => Some(true),
        _ if is(&["nej", "n", "no", "falskt", "false", "0"]) => Some(false),
        _ => None,
    }
}

/// Reads one value of an indicator. Shares of pupil rows are yes or no and become 100 or 0.
pub(crate) fn value(field: &[u8], indicator: &Indicator, shape: Shape) -> Value {
    if let Some(reason) = missing(field) {
        return Value::Missing(reason);
    }
    let field = field.trim_ascii();
    if indicator.kind == Kind::Share && shape == Shape::PupilRows {
        let hundred = Fixed::from_millionths(100 * Fixed::SCALE);
        let zero = Fixed::from_millionths(0);
        let one = Fixed::from_millionths(Fixed::SCALE);
        let share = match yes_or_no(field) {
            Some(true) => hundred,
            Some(false) => zero,
            // Numbers with decimals come from spreadsheets and statistics packages: `1,0`, `0.0`, `100,0`.
            None => match number(field) {
                found if found == zero => zero,
                found if found == one || found == hundred => hundred,
                _ => None,
            },
        };
        return share.map_or(Value::Missing(Missing::Unreadable), Value::Known);
    }
    match number(field) {
        None => Value::Missing(Missing::Unreadable),
        Some(found) if (indicator.lowest..=indicator.highest).contains(&found.to_f64()) => Value::Known(found),
        Some(_) => Value::Missing(Missing::OutOfRange),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{pupil_profile, report_88_profile};

    #[test]
    fn numbers_as_swedish_files_write_them() {
        for (text, expected) in [
            ("12,9", 12.9),
            ("12.9", 12.9),
            (" 87,4 ", 87.4),
            ("87,4 %", 87.4),
            ("43%", 43.0),
            ("1 059", 1059.0),
            ("1\u{a0}059,5", 1059.5),
            ("1\u{202f}059", 1059.0),
            ("1\u{2009}059", 1059.0),
            ("1.059,5", 1059.5),
            ("1,059.5", 1059.5),
            ("1.059.000", 1_059_000.0),
            ("-3,2", -3.2),
            ("\u{2212}3,2", -3.2),
            ("+4", 4.0),
            ("0", 0.0),
            (",5", 0.5),
            ("5,", 5.0),
            ("0,12345678", 0.123_457),
            ("100,0", 100.0),
            ("1e3", 1000.0),
            ("1,2E+02", 120.0),
            ("-5E-1", -0.5),
        ] {
            assert_eq!(number(text.as_bytes()).map(Fixed::to_f64), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "-",
            "%",
            "abc",
            "1a",
            "a1",
            "1,2,3.4,5",
            "1 2,3 4",
            "12..3",
            ".",
            "..",
            "~100",
            "e3",
            "3e",
            "1e30",
            "9999999999",
            "1-2",
            "--1",
            "12 34",
            "1 2 3",
            "2023 24",
        ] {
            assert_eq!(number(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn symbols_keep_their_meaning() {
        use Missing::{Blank, NotApplicable, WithheldInSource};
        for (fields, expected) in [
            (&["", "  ", "NA", "n/a", "NaN", "saknas"][..], Some(Blank)),
            (&["..", "*", "s", "SUPP", "low", "~100", "~0", "<5", "< 5 %", ">95", ">95,5"], Some(WithheldInSource)),
            (&[".", "-", "–", "z"], Some(NotApplicable)),
            (&["0", "-1", "sjuk", "~", "<", "Ja", "Nej", "x", "-9999"], None),
        ] {
            for field in fields {
                assert_eq!(missing(field.as_bytes()), expected, "{field}");
            }
        }
    }

    #[test]
    fn values_keep_their_reason() {
        let profile = pupil_profile();
        let (attendance, diploma) = (&profile.indicators[0], &profile.indicators[1]);
        let known = |v: f64| Value::Known(Fixed::from_f64(v).expect("in range"));
        for (field, indicator, shape, expected) in [
            ("87,4", attendance, Shape::PupilRows, known(87.4)),
            ("", attendance, Shape::PupilRows, Value::Missing(Missing::Blank)),
            ("140", attendance, Shape::PupilRows, Value::Missing(Missing::OutOfRange)),
            ("sjuk", attendance, Shape::PupilRows, Value::Missing(Missing::Unreadable)),
            ("Ja", diploma, Shape::PupilRows, known(100.0)),
            ("NEJ", diploma, Shape::PupilRows, known(0.0)),
            ("1", diploma, Shape::PupilRows, known(100.0)),
            ("100", diploma, Shape::PupilRows, known(100.0)),
            ("1,0", diploma, Shape::PupilRows, known(100.0)),
            ("0.0", diploma, Shape::PupilRows, known(0.0)),
            ("0,5", diploma, Shape::PupilRows, Value::Missing(Missing::Unreadable)),
            ("kanske", diploma, Shape::PupilRows, Value::Missing(Missing::Unreadable)),
            ("1", diploma, Shape::Aggregated, known(1.0)),
            ("..", diploma, Shape::Aggregated, Value::Missing(Missing::WithheldInSource)),
            (".", diploma, Shape::Aggregated, Value::Missing(Missing::NotApplicable)),
        ] {
            assert_eq!(value(field.as_bytes(), indicator, shape), expected, "{field} {}", indicator.id);
        }
        assert_eq!(value(b"12,7", &report_88_profile().indicators[2], Shape::Aggregated), known(12.7));
    }
}
