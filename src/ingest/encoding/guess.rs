//! The encoding of a file without a byte-order mark, by evidence.

use super::Encoding;
use super::score::{multibyte, score};

/// In a head at least this long (bytes), half a UTF-8 character at the end is more likely cut off than a character of its own.
const LONG: usize = 1024;

/// The encoding that makes the most plausible text of `head`.
pub(super) fn without_mark(head: &[u8]) -> Encoding {
    if let Some(encoding) = utf16(head) {
        return encoding;
    }
    let Err(error) = std::str::from_utf8(head) else {
        return if head.is_ascii() { Encoding::Ascii } else { Encoding::Utf8 { mark: false } };
    };
    if error.error_len().is_none() && head.len() >= LONG {
        return without_mark(&head[..error.valid_up_to()]);
    }
    let (single, plausible) = single_byte(head);
    if damaged_utf8(head).is_some_and(|utf8| utf8 >= plausible) { Encoding::Utf8 { mark: false } } else { single }
}

/// UTF-16 has text in every second byte and zeroes between, where the text is mostly ASCII.
fn utf16(head: &[u8]) -> Option<Encoding> {
    let text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xa0..);
    let (pairs, _) = head.as_chunks::<2>();
    let little = pairs.iter().filter(|[first, second]| text(first) && *second == 0).count();
    let big = pairs.iter().filter(|[first, second]| *first == 0 && text(second)).count();
    let both = pairs.iter().filter(|[first, second]| text(first) && text(second)).count();
    let is = |count: usize, other: usize| count >= 2 && count * 3 >= pairs.len() && (other + both) * 4 <= count;
    if is(little, big) {
        Some(Encoding::Utf16Le)
    } else if is(big, little) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How plausible UTF-8 is in spite of bytes that do not fit; nothing if no character outside ASCII fits.
fn damaged_utf8(head: &[u8]) -> Option<i32> {
    let evidence: i32 = head.utf8_chunks().map(|chunk| multibyte(chunk.valid())).sum();
    (evidence > 0).then(|| score(&String::from_utf8_lossy(head)) + evidence)
}

/// The most plausible single-byte encoding, and how plausible it is. Without evidence it is Windows-1252.
fn single_byte(head: &[u8]) -> (Encoding, i32) {
    let mut best = (Encoding::Windows1252, score(&Encoding::Windows1252.decode(head)));
    for encoding in [Encoding::MacRoman, Encoding::Cp850] {
        let plausible = score(&encoding.decode(head));
        if plausible > best.1.max(0) {
            best = (encoding, plausible);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTF8: Encoding = Encoding::Utf8 { mark: false };

    /// `text` in a single-byte encoding, if it can be written in it.
    fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
        let byte = |c: char| {
            let upper = encoding.upper_half()?.iter().position(|&upper| upper == c).map(|at| at + 0x80);
            u8::try_from(if c.is_ascii() { c as usize } else { upper? }).ok()
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn marks() {
        for (head, expected) in [
            (b"\xef\xbb\xbfL\xe5".as_slice(), (Encoding::Utf8 { mark: true }, 3)),
            (b"\xff\xfea\0", (Encoding::Utf16Le, 2)),
            (b"\xfe\xff\0a", (Encoding::Utf16Be, 2)),
            (b"\xef\xbb", (Encoding::Windows1252, 0)),
            (b"", (Encoding::Ascii, 0)),
            (b"Skola;2023", (Encoding::Ascii, 0)),
        ] {
            assert_eq!(Encoding::of_head(head), expected, "{head:?}");
        }
    }

    #[test]
    fn a_few_bytes_are_evidence() {
        for (head, expected) in [
            (b"L\x8as\x8cr;Skola;N\x8arvaro".as_slice(), Encoding::MacRoman),
            (b"L\x84s\x86r", Encoding::Cp850),
            (b"L\xe4s\xe5r", Encoding::Windows1252),
            (b"Sj\x9adal", Encoding::MacRoman),
            (b"Sj\x94dal", Encoding::Cp850),
            (b"Sj\xf6dal", Encoding::Windows1252),
            (b"\x80lvsborg", Encoding::MacRoman),
            (b"\x85rebro", Encoding::MacRoman),
            (b"\x8em\x86l", Encoding::Cp850),
            (b"Malm\x94", Encoding::Cp850),
            (b"N\xc4RVARO", Encoding::Windows1252),
            (b"N\x80RVARO", Encoding::MacRoman),
            (b"N\x8eRVARO", Encoding::Cp850),
            (b"caf\xe9", Encoding::Windows1252),
            (b"caf\x8e", Encoding::MacRoman),
            (b"caf\x82", Encoding::Cp850),
            (b"\x93text\x94", Encoding::Windows1252),
            (b"\x94text\x94", Encoding::Windows1252),
            (b"\xd2text\xd3", Encoding::MacRoman),
            (b"\xd2\x8cret\xd3", Encoding::MacRoman),
            (b"elev\x92s", Encoding::Windows1252),
            (b"elev\xd5s", Encoding::MacRoman),
            (b"Skola\x85", Encoding::Windows1252),
            (b"hem\x96skola", Encoding::Windows1252),
            (b"2023\x9624", Encoding::Windows1252),
            (b"2023\xd024", Encoding::MacRoman),
            (b"1\xa0059", Encoding::Windows1252),
            (b"1\xca059", Encoding::MacRoman),
            (b"1\xff059", Encoding::Cp850),
            (b"Skola\xa0", Encoding::Windows1252),
            (b"\x80 100", Encoding::Windows1252),
            (b"100 \xdb", Encoding::MacRoman),
            (b"25 \xb0C", Encoding::Windows1252),
            (b"25 \xa1C", Encoding::MacRoman),
            (b"5 m\xb2", Encoding::Windows1252),
            (b"5 m\xfd", Encoding::Cp850),
            (b"1\xa8 \xb8", Encoding::Windows1252),
            (b"\xff", Encoding::Windows1252),
        ] {
            assert_eq!(Encoding::of_head(head), (expected, 0), "{head:?}");
        }
    }

    #[test]
    fn every_word_is_enough() {
        for text in [
            "Läsår",
            "läsår",
            "LÄSÅR",
            "Närvaro",
            "Frånvaro",
            "FRÅNVARO",
            "Kön",
            "KÖN",
            "Årskurs",
            "ÅRSKURS",
            "är",
            "på",
            "PÅ",
            "två",
            "Malmö",
            "Gävle",
            "Umeå",
            "UMEÅ",
            "Västerås",
            "Växjö",
            "Åmål",
            "Älmhult",
            "Örebro",
            "Östersund",
            "Öckerö",
            "Åre",
            "Höör",
            "idé",
            "Linné",
            "Andrée",
            "öppet",
            "ämne",
            "ålder",
            "Övrigt",
            "1\u{a0}059 elever",
            "\"Malmö\"",
            "Kommun;Ort;Ängelholm",
            "“Året”",
            "»öppet hus« på Öland",
            "Märta, 7ä",
            "Zürich – Malmö",
        ] {
            assert_eq!(without_mark(text.as_bytes()), UTF8, "{text}");
            for encoding in [Encoding::Windows1252, Encoding::MacRoman, Encoding::Cp850] {
                if let Some(head) = encoded(text, encoding) {
                    assert_eq!(without_mark(&head), encoding, "{text}");
                    assert_eq!(encoding.decode(&head), text);
                }
            }
        }
    }

    #[test]
    fn damage_does_not_hide_utf8() {
        let swedish = "Läsår;Skola;Närvaro\n2023–24;Sjödal;1\u{a0}059\n".as_bytes();
        for (head, expected) in [
            (b"\xc3\xa5 \xff x".to_vec(), UTF8),
            ([swedish, b"h\xe5l\xe4;\x81\xff\n", swedish].concat(), UTF8),
            (swedish.repeat(99)[..3333].to_vec(), UTF8),
            ("─── ✓ 学校".bytes().chain(*b"\xe5").collect(), UTF8),
            (b"1 \xc2\xa3;L\xe4s\xe5r;Sj\xf6dal".to_vec(), Encoding::Windows1252),
            ([b"x;".repeat(LONG).as_slice(), b"\xc3"].concat(), Encoding::Ascii),
            ([b"x;".repeat(LONG).as_slice(), b"\xc3\n"].concat(), Encoding::Windows1252),
        ] {
            assert_eq!(without_mark(&head), expected, "{}", String::from_utf8_lossy(&head));
        }
        for cut in 0..swedish.len() {
            let expected = if cut < 2 { Encoding::Ascii } else { UTF8 };
            let head = [&b"x".repeat(LONG), &swedish[..cut]].concat();
            assert!([expected, Encoding::Ascii].contains(&without_mark(&head)), "cut {cut}");
        }
    }

    #[test]
    fn most_characters_decide() {
        let windows = b"L\xe4s\xe5r;Sj\xf6dal\n".repeat(3);
        let dos = b"L\x84s\x86r;Sj\x94dal\n";
        assert_eq!(without_mark(&[windows.as_slice(), dos].concat()), Encoding::Windows1252);
        assert_eq!(without_mark(&[b"L\xe4s;".as_slice(), dos].concat()), Encoding::Cp850);
    }

    #[test]
    fn utf16_needs_no_mark() {
        for text in ["a;b", "Läsår;Skola\n2023–24;Sjödal\n", "Σχολείο;2023;2024\n", "100 €;“ja”\n1;2\n"]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(without_mark(&little), Encoding::Utf16Le, "{text}");
            assert_eq!(without_mark(&big), Encoding::Utf16Be, "{text}");
            assert_eq!(without_mark(&little[..little.len() - 1]), Encoding::Utf16Le, "{text}");
        }
        for head in [b"a;b\n\0\0\0\0\0\0".as_slice(), b"a\0", b"abc\0\0\0abc\0\0\0", b"a;\0b;\0c;\0", b"\0\0\0\0"] {
            assert_eq!(without_mark(head), Encoding::Ascii, "{head:?}");
        }
    }
}
