//! One field → the reason that it says in place of a value.

use super::number::number;
use crate::data::Missing;

/// Symbols for a value that the source withholds: Skolverket's `..`, and `*`, `s`, `c`, `SUPP`, `low` of other authorities.
const WITHHELD: &[&str] = &["..", "…", "‥", "*", "**", "s", "c", "supp", "low", "ds"];
/// Symbols for a measure that does not apply, or that could not be set.
const NOT_APPLICABLE: &[&str] = &[".", "-", "–", "—", "z"];
/// Words for an empty field. `x` is what British statistics write for a value that is not available.
const BLANK: &[&str] = &["na", "n/a", "#n/a", "ne", "null", "nan", "none", "saknas", "x"];
/// Numbers that statistics packages write for a value that is missing.
const SENTINELS: &[i64] = &[-1, -9, -99, -999, -9999, -99_999, 999, 9999, 99_999, 999_999];

/// The reason that a field of UTF-8 says in place of a value: empty or a word for it, withheld, not applicable. A bound (`~100`,
/// `<5`, `>95`) says where the withheld value lies; it is no number.
pub(super) fn missing(field: &[u8]) -> Option<Missing> {
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

/// Whether a number in millionths is one that stands for a missing value. Only asked of numbers that cannot be values.
pub(super) fn is_sentinel(millionths: i64) -> bool {
    SENTINELS.iter().any(|sentinel| sentinel * crate::data::Fixed::SCALE == millionths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_have_their_meaning() {
        use Missing::{Blank, NotApplicable, WithheldInSource};
        for (fields, expected) in [
            (&["", "  ", "NA", "n/a", "NaN", "NE", "x", "saknas"][..], Some(Blank)),
            (
                &["..", "*", "s", "c", "SUPP", "low", "~100", "~0", "<5", "< 5 %", ">95", ">95,5"],
                Some(WithheldInSource),
            ),
            (&[".", "-", "–", "z"], Some(NotApplicable)),
            (&["0", "-1", "sjuk", "~", "<", "Ja", "Nej", "-9999"], None),
        ] {
            for field in fields {
                assert_eq!(missing(field.as_bytes()), expected, "{field}");
            }
        }
    }
}
