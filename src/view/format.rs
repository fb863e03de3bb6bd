//! Numbers and years in the reader's language.

use crate::data::Lang;

/// A no-break space, used as thousands separator and between a number and its unit.
pub const NBSP: char = '\u{a0}';

/// A number with a fixed number of decimals: decimal comma and no-break thousands in Swedish, point and comma in English,
/// and a true minus sign in both.
pub fn number(value: f64, decimals: u8, lang: Lang) -> String {
    let digits = fixed(value.abs(), usize::from(decimals));
    let whole = digits.len().saturating_sub(usize::from(decimals));
    let mut text = String::with_capacity(digits.len() + 4);
    if value < 0.0 && digits.bytes().any(|digit| digit != b'0') {
        text.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index == whole {
            text.push(lang.pick(',', '.'));
        } else if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
            text.push(lang.pick(NBSP, ','));
        }
        text.push(digit);
    }
    text
}

/// A number as it is written, and no more exact: what is drawn of a value tells no more than its table does.
pub fn written(value: f64, decimals: u8) -> f64 {
    let digits = fixed(value.abs(), usize::from(decimals)).parse::<f64>();
    digits.map_or(value, |digits| (digits / 10_f64.powi(i32::from(decimals))).copysign(value))
}

/// The digits of a number that is not negative, without its point: one at least before it.
///
/// A thousand schools have tens of thousands of numbers, and the exact way takes most of the time of writing them. Whole numbers tell
/// the same, but where the number lies so near the middle of two that multiplying it may have moved it across.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and below 10^9")]
fn fixed(value: f64, decimals: usize) -> String {
    let scaled = value * 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    let nearest = scaled.round();
    if scaled < 1e9 && (scaled - nearest).abs() < 0.499_999 {
        return format!("{:0>width$}", nearest as u64, width = decimals + 1);
    }
    format!("{value:.decimals$}").replace('.', "")
}

/// A count of things.
pub fn count(value: u64, lang: Lang) -> String {
    number(value as f64, 0, lang)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    #[test]
    fn what_is_drawn_is_what_is_written() {
        for (value, decimals, expected) in [
            (12.7395, 1, 12.7),
            (12.25, 1, 12.2),
            (0.35, 1, 0.3),
            (-3.26, 1, -3.3),
            (99.96, 1, 100.0),
            (84.5, 0, 84.0),
            (-0.02, 1, 0.0),
        ] {
            assert!((written(value, decimals) - expected).abs() < 1e-12, "{value}");
            let text = number(expected, decimals, Lang::En);
            assert_eq!(number(value, decimals, Lang::En), text, "{value} is written otherwise");
        }
        assert!(written(f64::NAN, 1).is_nan() && written(f64::INFINITY, 1).is_infinite());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn digits_are_those_of_the_exact_number(thousandths in 0_u32..4_000_000, scale in 0..4, decimals in 0_usize..4) {
            // Among them all that lie in the middle of two.
            for value in [f64::from(thousandths) / 10_f64.powi(scale), f64::from(thousandths) / 7.0, f64::from(thousandths) * 1e9] {
                prop_assert_eq!(fixed(value, decimals), format!("{value:.decimals$}").replace('.', ""));
            }
        }
    }
}
