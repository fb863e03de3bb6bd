//! One field → the reason that it says in place of a value.

use super::number::{number, trim};
use crate::data::{Bound, Edge, Missing};

/// Symbols for a value that the source withholds: Skolverket's `..`, and `*`, `s`, `c`, `SUPP`, `low`, `:` of other authorities.
const WITHHELD: &[&str] = &[
    "..",
    "...",
    "…",
    "‥",
    "*",
    "**",
    ":",
    "~",
    "s",
    "c",
    "k",
    "u",
    "supp",
    "suppressed",
    "low",
    "ds",
    "n<10",
    "sekretess",
    "dolt",
];
/// Symbols for a measure that does not apply, or that could not be set.
const NOT_APPLICABLE: &[&str] = &[".", "-", "–", "—", "z"];
/// Words for an empty field. `x` is what British statistics write for a value that is not available.
const BLANK: &[&str] =
    &["na", "n/a", "#n/a", "#saknas!", "ne", "null", "nan", "none", "saknas", "uppgift saknas", "i.u.", "x"];
/// Numbers that statistics packages write for a value that is missing.
const SENTINELS: &[i64] = &[-1, -9, -99, -999, -9999, -99_999, 999, 9999, 99_999, 999_999];

/// How bounds begin, the longer first.
const EDGES: &[(&str, Edge)] = &[
    ("<=", Edge::AtMost),
    ("=<", Edge::AtMost),
    ("≤", Edge::AtMost),
    ("högst ", Edge::AtMost),
    ("at most ", Edge::AtMost),
    (">=", Edge::AtLeast),
    ("=>", Edge::AtLeast),
    ("≥", Edge::AtLeast),
    ("minst ", Edge::AtLeast),
    ("at least ", Edge::AtLeast),
    ("<", Edge::Below),
    ("under ", Edge::Below),
    ("mindre än ", Edge::Below),
    ("färre än ", Edge::Below),
    ("less than ", Edge::Below),
    ("fewer than ", Edge::Below),
    (">", Edge::Above),
    ("över ", Edge::Above),
    ("mer än ", Edge::Above),
    ("fler än ", Edge::Above),
    ("over ", Edge::Above),
    ("more than ", Edge::Above),
];

/// The bound that a field of UTF-8 gives in place of a value: `<5`, `≥95 %`, `färre än 10`; and Skolverket's `~100`, a share of which
/// one to four pupils are lacking, with its mirror `~0`.
pub(super) fn bound(field: &[u8]) -> Option<Bound> {
    let field = trim(field);
    // Nearly every field is a number, and no bound begins like one.
    if field.first().is_none_or(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'*')) {
        return None;
    }
    if let Some(rest) = field.strip_prefix(b"~") {
        let limit = number(rest)?;
        let edge = [(100, Edge::NearlyAll), (0, Edge::NearlyNone)];
        let edge = edge.into_iter().find(|(whole, _)| limit == crate::data::Fixed::whole(*whole));
        return Bound::new(edge?.1, limit);
    }
    let text = std::str::from_utf8(field).ok()?;
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|start| start.to_lowercase() == mark);
    let (mark, edge) = EDGES.iter().find(|(mark, _)| begins(mark))?;
    let rest = text[mark.len()..].trim();
    Bound::new(*edge, number(rest.strip_suffix(" elever").unwrap_or(rest).as_bytes())?)
}

/// The reason that a field of UTF-8 says in place of a value: empty or a word for it, withheld, not applicable. A bound that is none
/// (`~95`) says at least that the value is withheld.
pub(super) fn missing(field: &[u8]) -> Option<Missing> {
    let field = trim(field);
    match field {
        [] => return Some(Missing::Blank),
        // Nearly every field is a number, and no symbol begins like one.
        [b'0'..=b'9', ..] => return None,
        [b'~' | b'<' | b'>', rest @ ..] if number(rest).is_some() => return Some(Missing::WithheldInSource),
        _ => {}
    }
    let text = std::str::from_utf8(field).ok()?;
    // British statistics write `[c]`, Swedish tables at times `(..)`.
    let inside = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
    let text = inside('[', ']').or_else(|| inside('(', ')')).unwrap_or(text);
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
    fn bounds_have_an_edge_and_a_limit() {
        use Edge::{Above, AtLeast, AtMost, Below, NearlyAll, NearlyNone};
        for (fields, edge, limit) in [
            (&["~100", "~ 100", "~100 %", "~100,0"][..], NearlyAll, 100.0),
            (&["~0", "~0%"], NearlyNone, 0.0),
            (&["<5", "< 5 %", "<5,0", "under 5", "Färre än 5", "färre än 5 elever", "fewer than 5"], Below, 5.0),
            (&["<=5", "≤5", "≤ 5 %", "=<5", "högst 5"], AtMost, 5.0),
            (&[">95", "> 95 %", "över 95"], Above, 95.0),
            (&[">=95", "≥95 %", "minst 95"], AtLeast, 95.0),
            (&["<1 059", "<1\u{a0}059"], Below, 1059.0),
        ] {
            for field in fields {
                let expected = crate::data::Fixed::from_f64(limit).and_then(|limit| Bound::new(edge, limit));
                assert_eq!(bound(field.as_bytes()), expected, "{field}");
            }
        }
        for field in
            ["", "5", "-5", "~95", "~", "<", "<b>", "< >", ">", "under", "över hela", "..", "*5", "<5-10", "<<5", "<-5"]
        {
            assert_eq!(bound(field.as_bytes()), None, "{field}");
        }
    }

    #[test]
    fn symbols_have_their_meaning() {
        use Missing::{Blank, NotApplicable, WithheldInSource};
        for (fields, expected) in [
            (
                &["", "  ", "NA", "n/a", "NaN", "NE", "x", "[x]", "saknas", "Uppgift saknas", "#SAKNAS!"][..],
                Some(Blank),
            ),
            (
                &["..", "*", "s", "c", "SUPP", "low", "[c]", "[low]", "(..)", ":", "k", "~", "~95", "<5", ">95,5"],
                Some(WithheldInSource),
            ),
            (&[".", "-", "–", "z", "[z]"], Some(NotApplicable)),
            (&["0", "-1", "sjuk", "<", "[]", "(", "[sjuk]", "Ja", "Nej", "-9999"], None),
        ] {
            for field in fields {
                assert_eq!(missing(field.as_bytes()), expected, "{field}");
            }
        }
    }
}
