//! Bytes → UTF-8, in chunks of any size.

/// The encoding that a file was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8 {
        /// Whether the file begins with a mark.
        mark: bool,
    },
    /// UTF-16, little-endian, by its byte-order mark.
    Utf16Le,
    /// UTF-16, big-endian, by its byte-order mark.
    Utf16Be,
    /// Windows-1252, what Swedish Excel writes as "CSV".
    Windows1252,
}

impl Encoding {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 { mark: true } => "UTF-8 (BOM)",
            Self::Utf8 { mark: false } => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Characters of the bytes 0x80–0x9F in Windows-1252; the five unassigned ones become U+FFFD.
const C1: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// Turns the bytes of one file into UTF-8. The result does not depend on how the bytes are cut into chunks.
#[derive(Debug)]
pub(crate) struct Decoder {
    encoding: Encoding,
    /// Bytes of a character that continues in the next chunk.
    pending: Vec<u8>,
    /// A UTF-16 high surrogate that waits for its partner.
    surrogate: Option<u16>,
    /// Whether a character outside ASCII has been read as UTF-8, which rules Windows-1252 out.
    seen_multibyte: bool,
    /// Characters that could not be read and became U+FFFD.
    replaced: u64,
}

impl Decoder {
    /// Recognises the encoding from the first bytes of a file, and how many of them are a byte-order mark.
    ///
    /// A file without a mark is read as UTF-8 until a byte shows that it cannot be; if nothing outside ASCII came before that
    /// byte, it is Windows-1252 from there on.
    pub(crate) fn for_head(head: &[u8]) -> (Self, usize) {
        let (encoding, mark) = match head {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8 { mark: true }, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            _ => (Encoding::Utf8 { mark: false }, 0),
        };
        let seen_multibyte = encoding == Encoding::Utf8 { mark: true };
        (Self { encoding, pending: Vec::new(), surrogate: None, seen_multibyte, replaced: 0 }, mark)
    }

    /// The encoding, as far as the bytes so far tell.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Characters that could not be read.
    pub(crate) fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Decodes a chunk and appends it to `out`.
    pub(crate) fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        if self.pending.is_empty() {
            self.decode(bytes, out);
        } else {
            let mut joined = std::mem::take(&mut self.pending);
            joined.extend_from_slice(bytes);
            self.decode(&joined, out);
        }
    }

    /// Ends the file: half a character that waits becomes one that could not be read.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        let pending = std::mem::take(&mut self.pending);
        if self.surrogate.take().is_some() {
            self.replace(out);
        }
        if pending.is_empty() {
            return;
        }
        if matches!(self.encoding, Encoding::Utf8 { .. }) && !self.seen_multibyte {
            self.encoding = Encoding::Windows1252;
            decode_windows_1252(&pending, &mut self.replaced, out);
        } else {
            self.replace(out);
        }
    }

    fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Utf8 { .. } => self.decode_utf8(bytes, out),
            Encoding::Windows1252 => decode_windows_1252(bytes, &mut self.replaced, out),
            Encoding::Utf16Le => self.decode_utf16(bytes, u16::from_le_bytes, out),
            Encoding::Utf16Be => self.decode_utf16(bytes, u16::from_be_bytes, out),
        }
    }

    fn decode_utf8(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) {
        loop {
            let Err(error) = std::str::from_utf8(bytes) else {
                self.seen_multibyte |= !bytes.is_ascii();
                out.extend_from_slice(bytes);
                return;
            };
            let (valid, rest) = bytes.split_at(error.valid_up_to());
            self.seen_multibyte |= !valid.is_ascii();
            out.extend_from_slice(valid);
            let Some(bad) = error.error_len() else {
                self.pending = rest.to_vec();
                return;
            };
            if !self.seen_multibyte {
                self.encoding = Encoding::Windows1252;
                decode_windows_1252(rest, &mut self.replaced, out);
                return;
            }
            self.replace(out);
            bytes = &rest[bad..];
        }
    }

    fn decode_utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, out: &mut Vec<u8>) {
        let (pairs, rest) = bytes.as_chunks::<2>();
        for unit in pairs.iter().map(|pair| unit(*pair)) {
            if let Some(high) = self.surrogate.take() {
                if let Some(Ok(c)) = char::decode_utf16([high, unit]).next() {
                    push_char(c, out);
                    continue;
                }
                self.replace(out);
            }
            match unit {
                0xd800..0xdc00 => self.surrogate = Some(unit),
                0xdc00..0xe000 => self.replace(out),
                _ => push_char(char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}'), out),
            }
        }
        self.pending = rest.to_vec();
    }

    fn replace(&mut self, out: &mut Vec<u8>) {
        self.replaced += 1;
        push_char('\u{fffd}', out);
    }
}

fn decode_windows_1252(bytes: &[u8], replaced: &mut u64, out: &mut Vec<u8>) {
    for &byte in bytes {
        match byte {
            0x00..0x80 => out.push(byte),
            0x80..0xa0 => {
                let c = C1[usize::from(byte - 0x80)];
                *replaced += u64::from(c == '\u{fffd}');
                push_char(c, out);
            }
            _ => push_char(char::from(byte), out),
        }
    }
}

fn push_char(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], cut: usize) -> (String, Encoding, u64) {
        let (mut decoder, mark) = Decoder::for_head(bytes);
        let mut out = Vec::new();
        for chunk in bytes[mark..].chunks(cut) {
            decoder.push(chunk, &mut out);
        }
        decoder.finish(&mut out);
        (String::from_utf8(out).expect("UTF-8"), decoder.encoding(), decoder.replaced())
    }

    #[test]
    fn every_encoding_gives_the_same_text_however_it_is_cut() {
        let text = "Läsår;Skola\n2023/24;Sjödal – €\n";
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let mark = |bytes: &[u8], text: &[u8]| [bytes, text].concat();
        let little: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let windows = b"L\xe4s\xe5r;Skola\n2023/24;Sj\xf6dal \x96 \x80\n".to_vec();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8 { mark: false }),
            (mark(b"\xef\xbb\xbf", text.as_bytes()), Encoding::Utf8 { mark: true }),
            (mark(b"\xff\xfe", &little), Encoding::Utf16Le),
            (mark(b"\xfe\xff", &big), Encoding::Utf16Be),
            (windows, Encoding::Windows1252),
        ] {
            for cut in [1, 2, 3, 7, 1000] {
                assert_eq!(decode(&bytes, cut), (text.to_owned(), encoding, 0), "{encoding:?} cut {cut}");
            }
        }
    }

    #[test]
    fn a_pair_of_surrogates_may_be_cut_anywhere() {
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain("a😀b".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for cut in 1..8 {
            assert_eq!(decode(&bytes, cut), ("a😀b".to_owned(), Encoding::Utf16Le, 0));
        }
    }

    #[test]
    fn damage_is_counted() {
        assert_eq!(decode(b"\xc3\xa5 \xff x", 100), ("å \u{fffd} x".into(), Encoding::Utf8 { mark: false }, 1));
        assert_eq!(decode(b"\xff\xfea\0\x00\xd8", 3), ("a\u{fffd}".into(), Encoding::Utf16Le, 1));
        assert_eq!(decode(b"abc\xe5", 2), ("abcå".into(), Encoding::Windows1252, 0));
    }
}
