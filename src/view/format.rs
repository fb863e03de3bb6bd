//! Numbers and years in the reader's language.

use crate::data::Lang;

/// A no-break space, used as thousands separator and between a number and its unit.
pub const NBSP: char = '\u{a0}';

/// A number with a fixed number of decimals: decimal comma and no-break thousands in Swedish, point and comma in English,
/// and a true minus sign in both.
pub fn number(value: f64, decimals: u8, lang: Lang) -> String {
    let digits = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let mut text = String::new();
    if value < 0.0 && !is_zero {
        text.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(lang.pick(NBSP, ','));
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(lang.pick(',', '.'));
        text.push_str(fraction);
    }
    text
}

/// A count of things.
pub fn count(value: u64, lang: Lang) -> String {
    number(value as f64, 0, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        for (value, decimals, sv, en) in [
            (69.84, 1, "69,8", "69.8"),
            (1284.0, 0, "1\u{a0}284", "1,284"),
            (1_234_567.5, 1, "1\u{a0}234\u{a0}567,5", "1,234,567.5"),
            (-3.2, 1, "\u{2212}3,2", "\u{2212}3.2"),
            (-0.04, 1, "0,0", "0.0"),
            (100.0, 0, "100", "100"),
        ] {
            assert_eq!(number(value, decimals, Lang::Sv), sv);
            assert_eq!(number(value, decimals, Lang::En), en);
        }
    }
}
