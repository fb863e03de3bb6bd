//! Where the delimiters, line ends and quotation marks of a text stand: 64 bytes at a time.

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Walks over the bytes that structure a text, in order.
///
/// In the browser a block costs a dozen vector instructions; elsewhere the same is done in 64-bit words.
#[derive(Debug)]
pub(crate) struct Scanner<'t> {
    text: &'t [u8],
    delimiter: u8,
    /// Where the block after the present one begins.
    next: usize,
    /// Structural bytes of the present block that are left, the first lowest.
    left: u64,
}

impl<'t> Scanner<'t> {
    /// Begins at `from`.
    pub(crate) fn new(text: &'t [u8], delimiter: u8, from: usize) -> Self {
        Self { text, delimiter, next: from, left: 0 }
    }

    /// Place of the next delimiter, CR, LF or quotation mark.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.left = self.block()?;
        }
        let place = self.next - BLOCK + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(place)
    }

    /// Marks the structural bytes of the next block.
    #[inline]
    fn block(&mut self) -> Option<u64> {
        let rest = self.text.get(self.next..)?;
        self.next += BLOCK;
        if let Some(block) = rest.first_chunk::<BLOCK>() {
            return Some(structural(block, self.delimiter));
        }
        if rest.is_empty() {
            return None;
        }
        // The last bytes, filled up with a byte that has no meaning.
        let mut block = [b'x'; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        Some(structural(&block, self.delimiter) & (u64::MAX >> (BLOCK - rest.len())))
    }
}

/// One bit per byte that is the delimiter, CR, LF or a quotation mark; the first byte lowest.
#[cfg(target_feature = "simd128")]
#[inline]
fn structural(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};
    let (quarters, _) = block.as_chunks::<16>();
    let marks = [delimiter, b'\n', b'\r', b'"'].map(|byte| u8x16_splat(byte));
    let mut bits = 0;
    for (index, quarter) in quarters.iter().enumerate() {
        let (halves, _) = quarter.as_chunks::<8>();
        let bytes = u64x2(u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1]));
        let [a, b, c, d] = marks.map(|mark| u8x16_eq(bytes, mark));
        bits |= u64::from(u8x16_bitmask(v128_or(v128_or(a, b), v128_or(c, d)))) << (16 * index);
    }
    bits
}

/// One bit per byte that is the delimiter, CR, LF or a quotation mark; the first byte lowest.
#[cfg(not(target_feature = "simd128"))]
#[inline]
fn structural(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let (words, _) = block.as_chunks::<8>();
    let marks = [delimiter, b'\n', b'\r', b'"'].map(|byte| u64::from_le_bytes([byte; 8]));
    let mut bits = 0;
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // The high bit of each byte that equals one of the marks: Hacker's Delight, 6-1, without false positives.
        let found = marks.iter().fold(0, |found, mark| {
            let apart = word ^ mark;
            found | !(((apart & LOW) + LOW) | apart | LOW)
        });
        // Gathers the eight high bits into one byte.
        bits |= ((found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56 & 0xff) << (8 * index);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_structural_byte_is_found_wherever_it_stands() {
        for length in 0..200_usize {
            // Every byte value comes by; the pattern shifts with the length.
            let text: Vec<u8> =
                (0..length).map(|index| u8::try_from((index * 7 + length) % 256).unwrap_or(0)).collect();
            for from in [0, 1, 63, 64, 65] {
                let mut scanner = Scanner::new(&text, b';', from);
                let found: Vec<usize> = std::iter::from_fn(|| scanner.next()).collect();
                let expected: Vec<usize> =
                    (from..length).filter(|&place| matches!(text[place], b';' | b'\n' | b'\r' | b'"')).collect();
                assert_eq!(found, expected, "length {length} from {from}");
            }
        }
    }
}
