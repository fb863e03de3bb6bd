//! How plausible a reading is as Swedish or other European text.
//!
//! Only characters outside ASCII count, each by its kind and by its neighbours: a letter belongs in a word and a dash between
//! numbers, while a capital after a small letter or a symbol inside a word speaks against the reading. One character is
//! enough to decide, if it is all there is.

use super::marks::{is_quote, mark};
use super::side::Side;

/// What a pair of quotes around text adds: more than two letters of Swedish, which they could be in another encoding.
const QUOTED: i32 = 9;

/// What speaks for `text` beside its [`score`] if its bytes are UTF-8: they seldom form characters of two or more by chance.
pub(super) fn multibyte(text: &str) -> i32 {
    text.chars().map(|c| [0, 0, 3, 6, 9][c.len_utf8()]).sum()
}

/// The sum over the characters outside ASCII: positive for text, negative for what looks misread.
pub(super) fn score(text: &str) -> i32 {
    let mut sum = 0;
    let mut before = ' ';
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let (left, right) = (Side::of(before), Side::of(after));
        if matches!(c, '\n' | '\t' | ';') {
            quoted = false;
        } else if !c.is_ascii() {
            sum += match Side::of(c) {
                _ if is_quote(c) && opens(before, after) => {
                    quoted = true;
                    0
                }
                _ if is_quote(c) && quoted && !before.is_whitespace() && right == Side::Other => {
                    quoted = false;
                    QUOTED
                }
                Side::Lower | Side::Upper => letter(before, c, after),
                Side::Digit | Side::Other => mark(left, c, right),
            };
        }
        before = c;
    }
    sum
}

/// Whether a quote stands where one opens.
fn opens(before: char, after: char) -> bool {
    (before.is_whitespace() || before.is_ascii_punctuation()) && !after.is_whitespace()
}

/// How plausible the letter outside ASCII `c` is between its neighbours.
fn letter(before: char, c: char, after: char) -> i32 {
    let (left, right) = (Side::of(before), Side::of(after));
    let weight = weight(c);
    if c > '\u{24f}' && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()) {
        // A letter of another script in a word of ours.
        return -3;
    }
    if matches!(c, 'Š' | 'š' | 'Ž' | 'ž' | 'Œ' | 'œ' | 'Ÿ') && left.is_letter() && !before.is_ascii() {
        // The second half of a letter in UTF-8, as in "Ãœ" and "Åž".
        return -2;
    }
    match (left, Side::of(c), right) {
        (Side::Lower, Side::Upper, _) | (_, Side::Lower, Side::Upper) => -3,
        (Side::Upper, Side::Upper, Side::Lower) | (Side::Digit, _, Side::Digit) => -2,
        _ if left.is_letter() || right.is_letter() => weight,
        _ if weight == 4 => 1,
        _ => -1,
    }
}

/// How usual a letter is in Swedish files.
fn weight(c: char) -> i32 {
    match c {
        'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö' => 4,
        'é' => 3,
        'ð' | 'Ð' | 'þ' | 'Þ' | 'ý' | 'Ý' | 'õ' | 'Õ' | 'ì' | 'Ì' | 'ò' | 'Ò' | 'ù' | 'Ù' => 1,
        '\u{c0}'..='\u{ff}' | 'Š' | 'š' | 'Ž' | 'ž' | 'Œ' | 'œ' | 'Ÿ' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_scores_and_misreadings_do_not() {
        for text in [
            "Läsår",
            "LÄSÅR",
            "Åre",
            "à la carte…",
            "2023–24",
            "1\u{a0}059",
            "”text”",
            "elev’s",
            "€ 100",
            "5 m²",
            "Школа",
        ] {
            assert!(score(text) > 0, "{text}");
        }
        for text in [
            "LŠsŒr",
            "L„s†r",
            "Sj”dal",
            "Sjšd‰l",
            "N€RVARO",
            "cafÈ",
            "1Ê059",
            "2023Ð24",
            "LÃ¤s",
            "S┼R",
            "L\u{fffd}s",
            "abcл",
        ] {
            assert!(score(text) < 0, "{text}");
        }
        assert_eq!(score("Skola;2023\n"), 0);
    }
}
