//! E-mail addresses and Swedish telephone numbers inside a text.

use std::ops::Range;

/// The first e-mail address: something, `@`, a domain with at least one point and letters after the last.
pub(super) fn email(text: &str) -> Option<Range<usize>> {
    text.match_indices('@').find_map(|(at, _)| {
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
        let local = &text[..at];
        let start = local.trim_end_matches(is_local).len();
        let rest = &text[at + 1..];
        let reach = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
        let domain = rest[..reach].trim_end_matches(['.', '-']);
        let (host, top) = domain.rsplit_once('.')?;
        let is_domain = host.starts_with(char::is_alphanumeric)
            && top.chars().count() >= 2
            && top.chars().all(|c| c.is_alphabetic() || c == '-');
        (start < at && is_domain).then_some(start..at + 1 + domain.len())
    })
}

/// The first Swedish telephone number.
///
/// Mobile numbers (`070`, `072`, `073`, `076`, `079`) in any spacing; others only with `+46` or `0046` before them, or with the area
/// code set off as people write it (`08-123 45 67`, `0302-123 45`), because a bare `0123456789` is as likely a code.
pub(super) fn phone(text: &str) -> Option<Range<usize>> {
    let starts = text.match_indices(['+', '0', '(']).map(|(start, _)| start);
    starts.filter(|&start| is_free(&text[..start])).find_map(|start| {
        let rest = &text[start..];
        let length = international(rest).or_else(|| mobile(rest)).or_else(|| landline(rest))?;
        Some(start..start + length)
    })
}

/// Whether a number can begin behind this text: not within a word, a number or a code.
fn is_free(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_alphanumeric() => false,
        Some('.' | ',' | '-' | '/') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        None | Some(_) => true,
    }
}

/// A group of digits: where it begins and ends.
type Group = Range<usize>;

/// The groups of digits that a text begins with, one or two marks between them.
fn groups(text: &str) -> impl Iterator<Item = Group> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let marked =
            rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\u{2011}', '\u{2013}', '/', '(', ')', '.']);
        let start = at + rest.len() - marked.len();
        let end = start + marked.bytes().take_while(u8::is_ascii_digit).count();
        let fits = rest[..start - at].chars().count() <= 2 && end > start;
        at = if fits { end } else { text.len() };
        fits.then_some(start..end)
    })
}

/// The end of the longest run of whole groups that has a number of digits within the bounds.
fn reach(groups: impl Iterator<Item = Group>, bounds: std::ops::RangeInclusive<usize>) -> Option<usize> {
    let totals = groups.scan(0, |total, group| {
        *total += group.len();
        Some((*total, group.end))
    });
    let within = totals.take_while(|(total, _)| total <= bounds.end());
    within.filter(|(total, _)| bounds.contains(total)).last().map(|(_, end)| end)
}

/// `+46 70 123 45 67`, `+46 (0)8-123 45 67`, `0046701234567`.
fn international(text: &str) -> Option<usize> {
    let rest = ["+46", "0046", "(+46)", "+ 46"].iter().find_map(|prefix| text.strip_prefix(prefix))?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '-', '\u{2013}']);
    let national = trimmed.strip_prefix("(0)").unwrap_or(trimmed);
    let national = national.strip_prefix('0').unwrap_or(national);
    let is_area = national.trim_start().starts_with(|c: char| ('1'..='9').contains(&c));
    let end = reach(groups(national), 7..=9).filter(|_| is_area)?;
    Some(text.len() - national.len() + end)
}

/// `070-123 45 67`, `0701-23 45 67`, `0701234567`: ten digits.
fn mobile(text: &str) -> Option<usize> {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    let is_mobile = matches!(
        (digits.next(), digits.next(), digits.next()),
        (Some(b'0'), Some(b'7'), Some(b'0' | b'2' | b'3' | b'6' | b'9'))
    );
    let end = is_mobile.then(|| reach(groups(text), 10..=10))??;
    // `0 701 234 567` is an amount with a nought before it.
    groups(text).next().filter(|first| first.len() >= 2).map(|_| end)
}

/// `08-123 45 67`, `0302-123 45`, `(031) 12 34 56`, `08 123 456 78`.
fn landline(text: &str) -> Option<usize> {
    let area = groups(text).next()?;
    let digits = &text[area.clone()];
    let is_area =
        digits == "08" || (matches!(digits.len(), 3 | 4) && digits.starts_with('0') && !digits.starts_with("00"));
    let rest = &text[area.end..];
    let subscriber = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mark = &rest[..rest.len() - subscriber.len()];
    let is_marked = mark.contains(['-', '\u{2011}', '\u{2013}', '/', ')']);
    let mut count = 0;
    let parts = groups(subscriber).take_while(|group| {
        let gap = &subscriber[..group.start];
        let is_part = group.len() >= 2 && (group.start == 0 || gap.ends_with([' ', '\u{a0}', '\u{202f}']));
        count += usize::from(is_part);
        is_part
    });
    let end = reach(parts, 5..=10 - digits.len().min(5))?;
    let is_whole = digits.len() + subscriber[..end].bytes().filter(u8::is_ascii_digit).count() >= 8;
    let is_spaced = digits == "08" || subscriber[..end].contains([' ', '\u{a0}', '\u{202f}']);
    let fits =
        is_area && is_whole && mark.chars().count() <= 3 && !subscriber.starts_with('0') && (is_marked || is_spaced);
    fits.then(|| text.len() - subscriber.len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails() {
        for (text, expected) in [
            ("anna.berg@skola.huddinge.se", Some("anna.berg@skola.huddinge.se")),
            ("Skriv till anna-b+elev@exempel.se.", Some("anna-b+elev@exempel.se")),
            ("<åsa@exempel.se>", Some("åsa@exempel.se")),
            ("mailto:a@b.se?subject=x", Some("a@b.se")),
            ("a@b @ c@d.se", Some("c@d.se")),
            ("a@b", None),
            ("a@b.c", None),
            ("@b.se", None),
            ("a@.se", None),
            ("a@b.12", None),
            ("5 st @ 12.50", None),
            ("", None),
        ] {
            assert_eq!(email(text).map(|span| &text[span]), expected, "{text}");
        }
    }

    #[test]
    fn phones() {
        for (text, expected) in [
            ("070-123 45 67", Some("070-123 45 67")),
            ("0701234567", Some("0701234567")),
            ("0701-23 45 67", Some("0701-23 45 67")),
            ("073 123 45 67", Some("073 123 45 67")),
            ("070.123.45.67", Some("070.123.45.67")),
            ("(076) 123 45 67", Some("(076) 123 45 67")),
            ("070-123 45 67 2023", Some("070-123 45 67")),
            ("+46701234567", Some("+46701234567")),
            ("+46 70 123 45 67", Some("+46 70 123 45 67")),
            ("+46 (0)70-123 45 67", Some("+46 (0)70-123 45 67")),
            ("0046 8 123 45 67", Some("0046 8 123 45 67")),
            ("08-123 45 67", Some("08-123 45 67")),
            ("08 1234567", Some("08 1234567")),
            ("0302-123 45", Some("0302-123 45")),
            ("031-12 34 56", Some("031-12 34 56")),
            ("(031) 12 34 56", Some("(031) 12 34 56")),
            ("031 12 34 56", Some("031 12 34 56")),
            ("ring mamma 0731234567!", Some("0731234567")),
        ] {
            assert_eq!(phone(text).map(|span| &text[span]), expected, "{text}");
        }
    }

    #[test]
    fn look_alikes_of_phones() {
        for text in [
            "",
            "0126",
            "49862313",
            "2120000068",
            "5567628176",
            "0123456789",
            "01234567",
            "0126-0127",
            "0830-1200",
            "0126 12345",
            "0126 1 234 567",
            "0 701 234 567",
            "2023-24",
            "2023-05-12",
            "05-03-12",
            "08-03-2005",
            "08-12-2005",
            "12,0701234567",
            "A0701234567",
            "1-070-1234567",
            "07012345678",
            "0741234567",
            "+4712345678",
            "+46 123",
            "1 234 567",
        ] {
            assert_eq!(phone(text), None, "{text}");
        }
    }
}
