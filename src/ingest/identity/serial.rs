//! The last four of a personal number: what stands between them and the date, and what may stand in place of digits.

/// How many digits a text begins with.
pub(super) fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// What stands between date and last four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Space of any kind.
    Space,
    /// A hyphen, a dash or a plus, with or without space around it.
    Hyphen,
}

impl Gap {
    /// The gap that a text begins with, and the text behind it.
    pub(super) fn before(text: &str) -> (Self, &str) {
        let spaced = text.trim_start();
        match spaced.strip_prefix(['-', '+', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}']) {
            Some(body) => (Self::Hyphen, body.trim_start()),
            None if spaced.len() < text.len() => (Self::Space, spaced),
            None => (Self::None, text),
        }
    }
}

/// The length of a temporary number's last four.
///
/// Documented: `T123` and `TF12` (IVO, Unikum, Omniway: `ÅÅÅÅMMDD-T123`, `ÅÅÅÅMMDD-TF10`, with or without the hyphen), and in
/// universities' interim numbers one of `TRSUWXJKLMN` before three digits (personnummer.dev, norEduPersonNIN). Doubtful: `P123`,
/// known by hearsay only. Left out: health care's reserve numbers with two or three letters, because `230815-HT23` is no person.
pub(super) fn temporary(gap: Gap, body: &str) -> Option<usize> {
    let letters = body.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = leading_digits(&body[letters..]);
    let fits = match (&body[..letters], digits) {
        ("T" | "t", 3) | ("TF" | "Tf" | "tf", 2) => true,
        // A room may stand behind a date: `050312 S101`.
        ("R" | "S" | "U" | "W" | "X" | "J" | "K" | "L" | "M" | "N" | "P", 3) => gap != Gap::Space,
        _ => false,
    };
    let ends = !body[letters + digits..].starts_with(char::is_alphanumeric);
    (fits && ends).then_some(letters + digits)
}

/// The length of masked last four: `XXXX`, `****`, `98XX`.
pub(super) fn masked(gap: Gap, body: &str) -> Option<usize> {
    let digits = leading_digits(body);
    let rest = body[digits..].trim_start_matches(['X', 'x', '*', '#', 'N', '_', '•', '●', '×']);
    let masks = body[digits..body.len() - rest.len()].chars().count();
    let fits = match (gap, digits) {
        (Gap::None, _) => digits == 0 && masks == 4,
        (_, 0) => (3..=6).contains(&masks),
        (_, 1..=3) => digits + masks == 4,
        _ => false,
    };
    (fits && !rest.starts_with(char::is_alphanumeric)).then_some(body.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps() {
        for (text, expected) in [
            ("-9874", (Gap::Hyphen, "9874")),
            (" + 9874", (Gap::Hyphen, "9874")),
            ("\u{a0}9874", (Gap::Space, "9874")),
            ("T123", (Gap::None, "T123")),
            ("", (Gap::None, "")),
            ("/9874", (Gap::None, "/9874")),
        ] {
            assert_eq!(Gap::before(text), expected, "{text}");
        }
    }

    #[test]
    fn letters_in_place_of_digits() {
        for (gap, body, expected) in [
            (Gap::Hyphen, "T123", Some(4)),
            (Gap::Space, "TF12, ny", Some(4)),
            (Gap::None, "TF12", Some(4)),
            (Gap::Hyphen, "W123", Some(4)),
            (Gap::Space, "S101", None),
            (Gap::Hyphen, "HT23", None),
            (Gap::Hyphen, "T12", None),
            (Gap::Hyphen, "T1234", None),
            (Gap::Hyphen, "T123a", None),
            (Gap::Hyphen, "Z123", None),
            (Gap::Hyphen, "", None),
        ] {
            assert_eq!(temporary(gap, body), expected, "{gap:?} {body}");
        }
    }

    #[test]
    fn masks_in_place_of_digits() {
        for (gap, body, expected) in [
            (Gap::Hyphen, "XXXX", Some(4)),
            (Gap::Hyphen, "***", Some(3)),
            (Gap::Space, "•••• x", Some(12)),
            (Gap::Hyphen, "98XX", Some(4)),
            (Gap::Hyphen, "987*", Some(4)),
            (Gap::None, "xxxx", Some(4)),
            (Gap::None, "xxx", None),
            (Gap::None, "xxxxl", None),
            (Gap::Hyphen, "x2", None),
            (Gap::Hyphen, "8X", None),
            (Gap::Hyphen, "NNNNorr", None),
            (Gap::Hyphen, "", None),
        ] {
            assert_eq!(masked(gap, body), expected, "{gap:?} {body}");
        }
    }
}
