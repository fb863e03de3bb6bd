//! One field → a number.

use crate::data::Fixed;

/// Largest magnitude of a narrow number, in thousandths.
pub(crate) const NARROW: i32 = 1 << 20;

/// A short number in thousandths: up to five digits, and one or two decimals after a comma or a point. Nearly every value in a file is
/// one. `None` says nothing about the field.
///
/// The field is a word of `length` bytes, the last one highest. All digits are read at once: a loop over them is slower, because
/// numbers of different lengths come in no order that a processor could foresee.
#[expect(clippy::needless_bitwise_bool, reason = "which form comes next cannot be foreseen")]
#[inline]
pub(crate) fn narrow(word: u64, length: u32) -> Option<i32> {
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    const MARKS: u64 = 0x1010_1010_1010_1010;
    // Digits become 0 to 9. Of what else there may be, comma and point are among those that have a bit of MARKS.
    let digits = word ^ !(u64::MAX >> 1 >> ((8 * length).wrapping_sub(1) & 63)) & ZEROS;
    let decimals = (digits & MARKS).leading_zeros() / 8;
    let is_whole = decimals == 8;
    // The mark moves to the third place from the top.
    let placed = digits >> if is_whole { 24 } else { 16_u32.wrapping_sub(8 * decimals) & 63 };
    let mark = placed >> 40 & 0xff;
    let is_form = (is_whole & (length <= 5))
        | (decimals.wrapping_sub(1) < 2) & (length <= 7) & (mark & !2 == u64::from(b',' ^ b'0'));
    let digits = placed & 0xffff << 48 | (placed & 0xff_ffff_ffff) << 8;
    let are_digits = (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0;
    // Eight digits in three steps: pairs, fours, all (Lemire 2018, "Quickly parsing eight digits").
    let pairs = (digits.wrapping_mul(2561) >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(6_553_601) >> 16) & 0x0000_ffff_0000_ffff;
    let hundredths = fours.wrapping_mul(42_949_672_960_001) >> 32;
    let thousandths = i32::try_from(hundredths * 10).ok()?;
    (is_form & are_digits & (thousandths <= NARROW)).then_some(thousandths)
}

/// The other reading of a number such as `1,059` or `1.059`: one thousand and fifty-nine. `None` where there is no doubt.
pub(super) fn in_thousands(field: &[u8]) -> Option<Fixed> {
    let field = trim(field.trim_ascii().strip_suffix(b"%").unwrap_or(field));
    let (negative, digits) = match field {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, field),
    };
    let mark = digits.iter().position(|byte| matches!(byte, b',' | b'.'))?;
    let (whole, rest) = (&digits[..mark], &digits[mark + 1..]);
    let doubtful = (1..=3).contains(&whole.len()) && whole[0] != b'0' && rest.len() == 3;
    let all_digits = whole.iter().chain(rest).all(u8::is_ascii_digit);
    (doubtful && all_digits).then(|| {
        let thousands = whole.iter().chain(rest).fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')) * Fixed::SCALE;
        Fixed::from_millionths(if negative { -thousands } else { thousands })
    })?
}

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
pub(super) fn trim(mut text: &[u8]) -> &[u8] {
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_short_way_gives_the_same_numbers() {
        let short = |text: &str| {
            let word = text.bytes().rev().fold(0, |word: u64, byte| word << 8 | u64::from(byte));
            let length = u32::try_from(text.len()).expect("short");
            narrow(word << (64 - 8 * length), length).map(|thousandths| i64::from(thousandths) * 1000)
        };
        let texts = |whole: u32| {
            let decimals = [",4", ".45", ",05", "", ".00", ",9"].into_iter();
            decimals.map(move |decimals| format!("{whole}{decimals}"))
        };
        for text in (0..1048).flat_map(texts).chain(["007".into(), ",5".into(), "00,10".into()]) {
            assert_eq!(short(&text), number(text.as_bytes()).map(Fixed::millionths), "{text}");
        }
        for text in ["5,", "1,059", "9999", "-1", "1 0", "a", "1,2,", "1,,2", ",", ".,1", "1:2", "1/2", "1,2 ", " 12"] {
            assert_eq!(short(text), None, "{text}");
        }
    }

    #[test]
    fn a_group_of_three_digits_may_be_thousands() {
        for (text, expected) in [
            ("1,059", Some(1059.0)),
            ("12.000", Some(12_000.0)),
            ("-1.059", Some(-1059.0)),
            ("0,874", None),
            ("87,4", None),
            ("1 059", None),
            ("1.059,5", None),
        ] {
            assert_eq!(in_thousands(text.as_bytes()).map(Fixed::to_f64), expected, "{text}");
        }
    }
}
