//! Encodings: how the bytes of a file become text.
//!
//! Every encoding here but UTF-16 is a superset of ASCII, so a file can be split at ASCII delimiters as bytes, and single
//! fields decoded where their text is wanted. UTF-16 becomes UTF-8 before it is split ([`Utf16`]).
//!
//! [`Encoding::of_head`] recognises the encoding by evidence: `guess` compares readings, `score` and `marks` say how plausible
//! a reading is as text. [`repaired`] undoes what another program misread before it saved the file.

mod guess;
mod marks;
mod repair;
mod score;
mod side;
mod tables;
mod utf16;

pub(crate) use repair::repaired;
pub(crate) use utf16::Utf16;

use std::borrow::Cow;

/// The encoding that a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8 {
        /// Whether the file begins with a mark.
        mark: bool,
    },
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Windows-1252, what Swedish Excel writes as "CSV".
    Windows1252,
    /// Mac OS Roman, what Excel for Mac writes as "CSV (Macintosh)" and, in older versions, as "CSV".
    MacRoman,
    /// Code page 850, what Swedish Excel writes as "CSV (MS-DOS)".
    Cp850,
    /// The head holds nothing outside ASCII, so that it does not tell: each field is UTF-8 if it can be, else Windows-1252.
    Ascii,
}

impl Encoding {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 { mark: true } => "UTF-8 (BOM)",
            Self::Utf8 { mark: false } | Self::Ascii => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "Mac OS Roman",
            Self::Cp850 => "DOS (cp850)",
        }
    }

    /// Recognises the encoding from the first bytes of a file, and how many of them are a byte-order mark.
    ///
    /// 64 KB are plenty. The last character may be cut.
    pub fn of_head(head: &[u8]) -> (Self, usize) {
        match head {
            [0xef, 0xbb, 0xbf, ..] => (Self::Utf8 { mark: true }, 3),
            [0xff, 0xfe, ..] => (Self::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Self::Utf16Be, 2),
            _ => (guess::without_mark(head), 0),
        }
    }

    /// One field as text; what cannot be read becomes U+FFFD.
    ///
    /// The same bytes always give the same text, so the result does not depend on how a file is cut into chunks. UTF-16 here
    /// means bytes that [`Utf16`] has made UTF-8.
    pub fn decode(self, field: &[u8]) -> Cow<'_, str> {
        match (std::str::from_utf8(field), self.upper_half()) {
            (Ok(text), None) => Cow::Borrowed(text),
            (Ok(text), Some(_)) if field.is_ascii() => Cow::Borrowed(text),
            (_, Some(upper)) => Cow::Owned(by_table(field, upper)),
            (Err(_), None) if self == Self::Ascii => Self::Windows1252.decode(field),
            (Err(_), None) => String::from_utf8_lossy(field),
        }
    }
}

/// One character for each byte.
fn by_table(field: &[u8], upper: &[char; 128]) -> String {
    let one = |&byte: &u8| if byte.is_ascii() { char::from(byte) } else { upper[usize::from(byte & 0x7f)] };
    field.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 8] = [
        Encoding::Utf8 { mark: true },
        Encoding::Utf8 { mark: false },
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Ascii,
        Encoding::Windows1252,
        Encoding::MacRoman,
        Encoding::Cp850,
    ];

    #[test]
    fn names() {
        let names = ALL.map(Encoding::name);
        let utf = ["UTF-8 (BOM)", "UTF-8", "UTF-16", "UTF-16", "UTF-8"];
        assert_eq!(names[..5], utf);
        assert_eq!(names[5..], ["Windows-1252", "Mac OS Roman", "DOS (cp850)"]);
    }

    #[test]
    fn fields() {
        for (encoding, field, text) in [
            (Encoding::Utf8 { mark: false }, b"L\xc3\xa4s\xc3\xa5r \xff x".as_slice(), "Läsår \u{fffd} x"),
            (Encoding::Utf8 { mark: true }, b"h\xe5r", "h\u{fffd}r"),
            (Encoding::Utf16Be, b"Sj\xc3\xb6dal", "Sjödal"),
            (Encoding::Ascii, b"Sj\xc3\xb6dal", "Sjödal"),
            (Encoding::Ascii, b"Sj\xf6dal", "Sjödal"),
            (Encoding::Ascii, b"Sj\xc3\xb6dal i \xc5re", "SjÃ¶dal i Åre"),
            (
                Encoding::Windows1252,
                b"\xc3\xb6 \x80 \x81\x8d\x8f\x90\x9d",
                "Ã¶ € \u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            (Encoding::MacRoman, b"\x8c\x8a\x9a \x81\x80\x85 \x8e \xd2\xd3 \xdb1\xca059", "åäö ÅÄÖ é “” €1\u{a0}059"),
            (Encoding::Cp850, b"\x86\x84\x94 \x8f\x8e\x99 \x82 1\xff059 \xfe", "åäö ÅÄÖ é 1\u{a0}059 ■"),
        ] {
            assert_eq!(encoding.decode(field), text, "{encoding:?}");
        }
    }

    #[test]
    fn ascii_fields_are_borrowed() {
        for encoding in ALL {
            assert!(matches!(encoding.decode(b"Skola;2023\0"), Cow::Borrowed("Skola;2023\0")), "{encoding:?}");
        }
    }

    #[test]
    fn every_byte_decodes_to_one_character() {
        for encoding in ALL {
            for byte in 0..=u8::MAX {
                let text = encoding.decode(&[byte]).into_owned();
                assert_eq!(text.chars().count(), 1, "{encoding:?} {byte:#x}");
                assert_eq!(byte.is_ascii(), text.is_ascii(), "{encoding:?} {byte:#x}");
            }
        }
    }

    #[test]
    fn random_bytes_are_decoded_and_recognised() {
        let mut seed = 1_u64;
        let mut random = |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            usize::try_from(seed % u64::try_from(below).expect("small")).expect("small")
        };
        for _ in 0..2000 {
            let length = random(40);
            let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(random(256)).expect("a byte")).collect();
            let (encoding, mark) = Encoding::of_head(&bytes);
            assert!(mark <= bytes.len(), "{encoding:?}");
            let (a, b) = bytes.split_at(random(length + 1));
            for encoding in ALL {
                let whole = encoding.decode(&bytes);
                assert_eq!(whole, encoding.decode(&bytes));
                let _ = repaired(&whole);
                if encoding.upper_half().is_some() {
                    assert_eq!(whole, encoding.decode(a) + encoding.decode(b), "{encoding:?} {bytes:?}");
                    assert_eq!(whole.chars().count(), bytes.len());
                }
            }
        }
    }

    #[test]
    fn one_text_in_every_encoding() {
        let text = "Läsår;Skola;Närvaro\n2023/24;Sjödal, Åmål;1\u{a0}059 é\n";
        let single = |bytes: [u8; 6]| {
            let byte = |c: char| "åäöÅé\u{a0}".chars().position(|of| of == c).map_or(c as u8, |at| bytes[at]);
            text.chars().map(byte).collect::<Vec<u8>>()
        };
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), Encoding::Utf8 { mark: false }),
            (single(*b"\xe5\xe4\xf6\xc5\xe9\xa0"), Encoding::Windows1252),
            (single(*b"\x8c\x8a\x9a\x81\x8e\xca"), Encoding::MacRoman),
            (single(*b"\x86\x84\x94\x8f\x82\xff"), Encoding::Cp850),
        ] {
            let (encoding, mark) = Encoding::of_head(&bytes);
            assert_eq!((encoding, mark), (expected, 0));
            let fields: Vec<_> = bytes.split(|&byte| byte == b';').map(|field| encoding.decode(field)).collect();
            assert_eq!(fields.join(";"), text, "{encoding:?}");
        }
        for (mut utf16, units) in
            [(Utf16::new(false), u16::to_le_bytes as fn(u16) -> [u8; 2]), (Utf16::new(true), u16::to_be_bytes)]
        {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(units).collect();
            let mut out = Vec::new();
            utf16.push(&bytes, &mut out);
            utf16.finish(&mut out);
            assert_eq!(Encoding::of_head(&bytes).0.decode(&out), text);
        }
    }
}
