//! UTF-16 → UTF-8, in chunks of any size.

/// Turns UTF-16 into UTF-8. The result does not depend on how the bytes are cut into chunks.
#[derive(Debug)]
pub(crate) struct Utf16 {
    /// Two bytes to a unit, by the byte order.
    unit: fn([u8; 2]) -> u16,
    /// The first byte of a unit that continues in the next chunk.
    half: Option<u8>,
    /// A high surrogate that waits for its partner.
    surrogate: Option<u16>,
}

impl Utf16 {
    /// Starts after the byte-order mark, if there is one.
    pub(crate) fn new(big_endian: bool) -> Self {
        let unit = if big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
        Self { unit, half: None, surrogate: None }
    }

    /// Transcodes a chunk and appends it to `out`.
    pub(crate) fn push(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let mut bytes = bytes;
        if let (Some(first), [second, rest @ ..]) = (self.half, bytes) {
            self.half = None;
            self.push_unit([first, *second], out);
            bytes = rest;
        }
        let (pairs, rest) = bytes.as_chunks::<2>();
        for pair in pairs {
            self.push_unit(*pair, out);
        }
        self.half = rest.first().copied().or(self.half);
    }

    /// Ends the file: half a character that waits becomes one that could not be read.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        if self.surrogate.take().is_some() {
            push_char('\u{fffd}', out);
        }
        if self.half.take().is_some() {
            push_char('\u{fffd}', out);
        }
    }

    /// Takes one unit: a character, or half of a pair of surrogates.
    fn push_unit(&mut self, pair: [u8; 2], out: &mut Vec<u8>) {
        let unit = (self.unit)(pair);
        if let Some(high) = self.surrogate.take() {
            if let Some(Ok(c)) = char::decode_utf16([high, unit]).next() {
                push_char(c, out);
                return;
            }
            push_char('\u{fffd}', out);
        }
        match char::from_u32(u32::from(unit)) {
            Some(c) => push_char(c, out),
            None if unit < 0xdc00 => self.surrogate = Some(unit),
            None => push_char('\u{fffd}', out),
        }
    }
}

fn push_char(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transcode(bytes: &[u8], big_endian: bool, cut: usize) -> (String, u64) {
        let mut utf16 = Utf16::new(big_endian);
        let mut out = Vec::new();
        for chunk in bytes.chunks(cut) {
            utf16.push(chunk, &mut out);
            utf16.push(&[], &mut out);
        }
        utf16.finish(&mut out);
        let text = String::from_utf8(out).expect("UTF-8");
        let replaced = text.matches('\u{fffd}').count() as u64;
        (text, replaced)
    }

    #[test]
    fn text_may_be_cut_anywhere() {
        let text = "Läsår;Skola\n2023/24;Sjödal – €\na😀b";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for cut in 1..=little.len() {
            assert_eq!(transcode(&little, false, cut), (text.to_owned(), 0), "cut {cut}");
            assert_eq!(transcode(&big, true, cut), (text.to_owned(), 0), "cut {cut}");
        }
    }

    #[test]
    fn damage_is_counted() {
        for (bytes, text, replaced) in [
            (b"a\0\x00\xd8".as_slice(), "a\u{fffd}", 1),
            (b"\x00\xd8a\0", "\u{fffd}a", 1),
            (b"\x00\xdca\0", "\u{fffd}a", 1),
            (b"\x00\xd8\x3d\xd8\x00\xde", "\u{fffd}😀", 1),
            (b"\x00\xd8\x00\xd8", "\u{fffd}\u{fffd}", 2),
            (b"a\0b", "a\u{fffd}", 1),
            (b"\x00\xd8b", "\u{fffd}\u{fffd}", 2),
            (b"", "", 0),
        ] {
            for cut in 1..8 {
                assert_eq!(transcode(bytes, false, cut), (text.to_owned(), replaced), "{bytes:?} cut {cut}");
            }
        }
    }
}
