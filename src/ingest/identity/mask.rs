//! What one text gives away, and the text without it.

use super::number::{Verdict, candidates};
use super::{Identity, contact};
use std::borrow::Cow;
use std::ops::Range;

/// What stands in place of what has been taken out.
const MASK: &str = "•••";

/// What a single text is or contains: numbers, e-mail and telephone. Names, free text and dates of birth cannot be told from one text.
pub(crate) fn of_text(text: &str) -> Option<Identity> {
    first(text).map(|(_, identity)| identity)
}

/// The text with everything that [`of_text`] would find replaced by `•••`, so that it may be quoted in a report. Borrowed when
/// nothing is found.
pub(crate) fn masked(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    // Each round takes out an `@` or at least six digits. What stands on either side may come to look like something: look again.
    while let Some((span, _)) = first(&out) {
        out.to_mut().replace_range(span, MASK);
    }
    out
}

/// The first thing found, the gravest kind first, and where it stands.
fn first(text: &str) -> Option<(Range<usize>, Identity)> {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    let has_digits = digits.nth(5).is_some();
    if !has_digits && !text.contains('@') {
        return None;
    }
    let number = || {
        candidates(text).find_map(|candidate| match candidate.verdict {
            Verdict::Certain(identity) => Some((candidate.span, identity)),
            _ => None,
        })
    };
    let found = has_digits.then(number).flatten();
    found
        .or_else(|| contact::email(text).map(|span| (span, Identity::Email)))
        .or_else(|| has_digits.then(|| contact::phone(text)).flatten().map(|span| (span, Identity::Phone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_texts() {
        for (text, expected) in [
            ("811228-9874", Some(Identity::Personnummer)),
            ("121212-1212", Some(Identity::Personnummer)),
            ("701063-2391", Some(Identity::Samordningsnummer)),
            ("20050312-T123", Some(Identity::TemporaryNumber)),
            ("811228-XXXX", Some(Identity::Personnummer)),
            ("anna@exempel.se, 811228-9874", Some(Identity::Personnummer)),
            ("anna@exempel.se", Some(Identity::Email)),
            ("070-123 45 67", Some(Identity::Phone)),
            ("640323-3235", None),
            ("a@b", None),
            ("Programinriktat val 2", None),
            ("Huddingegymnasiet", None),
            ("49862313", None),
            ("2120000068", None),
            ("202324", None),
            ("2023/24", None),
            ("1 234 567", None),
            ("2005-03-12", None),
            ("12,9", None),
            ("", None),
        ] {
            assert_eq!(of_text(text), expected, "{text}");
        }
    }

    #[test]
    fn masks() {
        for (text, expected) in [
            ("Anna 811228-9874, anna@exempel.se, 070-123 45 67.", "Anna •••, •••, •••."),
            ("198112289874.0", "•••.0"),
            ("070-1234567/073-7654321", "•••/•••"),
            ("20050312-T123 0701234567", "••• •••"),
            ("811228-9874@exempel.se", "•••@exempel.se"),
            ("Engelska 5", "Engelska 5"),
        ] {
            assert_eq!(masked(text), expected, "{text}");
        }
        assert!(matches!(masked("Ekonomiprogrammet"), Cow::Borrowed(_)));
    }

    /// Random texts put together from the pieces that make up numbers and addresses.
    #[test]
    fn nothing_is_left_to_find() {
        const PIECES: [&str; 32] = [
            "811228",
            "19811228",
            "9874",
            "701063",
            "2391",
            "8112289874",
            "-",
            "+",
            " ",
            "–",
            "XXXX",
            "****",
            "T123",
            "TF12",
            "•••",
            "070",
            "0701234567",
            "+46",
            "123 45 67",
            "(",
            ")",
            "/",
            "@",
            "a@b.se",
            ".se",
            "anna",
            "å",
            ",",
            ".0",
            "0",
            "2005-03-12",
            "7",
        ];
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut below = |bound: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap_or_default() % bound
        };
        let mut found = 0;
        for _ in 0..20_000 {
            let text: String = (0..=below(9)).map(|_| PIECES[below(PIECES.len())]).collect();
            let masked = masked(&text);
            assert_eq!(of_text(&masked), None, "{text} → {masked}");
            assert_eq!(of_text(&text).is_some(), masked != text, "{text} → {masked}");
            found += usize::from(masked != text);
        }
        assert!(found > 3_000, "only {found} texts had something to mask");
    }
}
