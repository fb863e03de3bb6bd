//! How plausible a character is that is no letter, by its neighbours.

use super::side::Side;

/// Whether `c` is a quote that stands before or after what it quotes.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
}

/// How plausible the character outside ASCII `c` is between `left` and `right`.
pub(super) fn mark(left: Side, c: char, right: Side) -> i32 {
    let digits = left == Side::Digit && right == Side::Digit;
    let inside = left.is_letter() && right.is_letter();
    let touches = left.is_letter() || right.is_letter();
    match c {
        '\u{fffd}' | '\u{80}'..='\u{9f}' | '\u{2500}'..='\u{25ff}' => -4,
        '\u{a0}' | '–' if digits => 3,
        '\u{a0}' if touches || left == Side::Digit || right == Side::Digit => 2,
        '\u{a0}' => 0,
        '–' | '—' => dash(left, right),
        '’' if inside => 2,
        '´' | '\u{ad}' if inside => 0,
        _ if is_quote(c) && inside => -4,
        _ if is_quote(c) => 0,
        _ if inside => -3,
        '…' if !right.is_letter() => 2,
        '…' => 0,
        '²' | '³' if left != Side::Other && !right.is_letter() => 2,
        'µ' if !left.is_letter() && right == Side::Lower => 2,
        '°' if right != Side::Lower => 1,
        '€' if !touches => 2,
        '£' | '§' | '‰' | '½' | '¼' | '¾' | '±' | '≤' | '≥' | '×' | '÷' | '•' if !touches => 1,
        '®' | '™' | '†' | '‡' if left != Side::Other && !right.is_letter() => 0,
        '¡' | '¿' | '•' if !left.is_letter() => 0,
        '\u{300}'..='\u{36f}' if left.is_letter() => 1,
        _ if touches => -3,
        _ => -1,
    }
}

/// A dash stands between numbers, between words or alone; after a capital it may well be a letter misread.
fn dash(left: Side, right: Side) -> i32 {
    let hanging = left.is_letter() && right == Side::Other || left == Side::Other && right.is_letter();
    if hanging || (left, right) == (Side::Upper, Side::Lower) { 0 } else { 2 }
}
