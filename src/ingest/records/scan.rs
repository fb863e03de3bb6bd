//! Where the delimiters, line ends and quotation marks of a text stand: 64 bytes at a time.
//!
//! In the browser a block costs some dozens of vector instructions; elsewhere the same is done in 64-bit words.

/// Bytes looked at together.
pub(super) const BLOCK: usize = 64;

/// The structural bytes of a block: one bit per byte, the first byte lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Structure {
    pub(super) delimiters: u64,
    pub(super) lf: u64,
    pub(super) cr: u64,
    pub(super) quotes: u64,
}

/// Finds the structural bytes of the block at the beginning of `rest`, which may be shorter; `None` at the end of the text.
#[expect(clippy::inline_always, reason = "a call for each block would cost as much as the rest")]
#[inline(always)]
pub(super) fn block(rest: &[u8], delimiter: u8) -> Option<Structure> {
    match rest.first_chunk() {
        Some(block) => Some(structure(block, delimiter)),
        None => last_block(rest, delimiter),
    }
}

/// The last bytes, filled up with one that has no meaning.
#[cold]
fn last_block(rest: &[u8], delimiter: u8) -> Option<Structure> {
    let mut block = [if delimiter == b'x' { b'y' } else { b'x' }; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    (!rest.is_empty()).then(|| structure(&block, delimiter))
}

#[cfg(target_feature = "simd128")]
// A call for each block would cost as much as the rest.
#[inline(always)]
fn structure(block: &[u8; BLOCK], delimiter: u8) -> Structure {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128, v128_any_true, v128_or};
    // Written out, not in loops: the page is built for size, and loops would stay loops.
    let half = |at: usize| block[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let quarters =
        [u64x2(half(0), half(8)), u64x2(half(16), half(24)), u64x2(half(32), half(40)), u64x2(half(48), half(56))];
    let equal = |quarter: v128, byte: u8| u8x16_eq(quarter, u8x16_splat(byte));
    let bits = |quarter: v128, byte: u8| u64::from(u8x16_bitmask(equal(quarter, byte)));
    let [a, b, c, d] = quarters;
    let all = |byte: u8| bits(a, byte) | bits(b, byte) << 16 | bits(c, byte) << 32 | bits(d, byte) << 48;
    // In most files neither is anywhere.
    let rare = |quarter: v128| v128_or(equal(quarter, b'\r'), equal(quarter, b'"'));
    let is_any = v128_any_true(v128_or(v128_or(rare(a), rare(b)), v128_or(rare(c), rare(d))));
    let (cr, quotes) = if is_any { (all(b'\r'), all(b'"')) } else { (0, 0) };
    Structure { delimiters: all(delimiter), lf: all(b'\n'), cr, quotes }
}

#[cfg(not(target_feature = "simd128"))]
#[inline]
fn structure(block: &[u8; BLOCK], delimiter: u8) -> Structure {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let (words, _) = block.as_chunks::<8>();
    let mut bits = [0; 4];
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        for (bits, byte) in bits.iter_mut().zip([delimiter, b'\n', b'\r', b'"']) {
            // The high bit of each byte that is equal: Hacker's Delight, 6-1, without false positives.
            let apart = word ^ u64::from_le_bytes([byte; 8]);
            let equal = !(((apart & LOW) + LOW) | apart | LOW);
            // Gathers the eight high bits into one byte.
            *bits |= ((equal >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * index);
        }
    }
    let [delimiters, lf, cr, quotes] = bits;
    Structure { delimiters, lf, cr, quotes }
}

/// Walks over the structural bytes of a text, in order.
#[derive(Debug)]
pub(super) struct Scanner<'t> {
    text: &'t [u8],
    delimiter: u8,
    /// Where the block after the present one begins.
    next: usize,
    /// Structural bytes of the present block that are left.
    left: u64,
}

impl<'t> Scanner<'t> {
    /// Begins at `from`.
    pub(super) fn new(text: &'t [u8], delimiter: u8, from: usize) -> Self {
        Self { text, delimiter, next: from, left: 0 }
    }

    /// Place of the next delimiter, CR, LF or quotation mark.
    #[inline]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            let found = block(self.text.get(self.next..)?, self.delimiter)?;
            self.left = found.delimiters | found.lf | found.cr | found.quotes;
            self.next += BLOCK;
        }
        let place = self.next - BLOCK + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_structural_byte_is_found_wherever_it_stands() {
        for length in 0..200_usize {
            // Every byte value comes by; the pattern shifts with the length.
            let byte = |index: usize| u8::try_from((index * 7 + length) % 256).unwrap_or(0);
            let text: Vec<u8> = (0..length).map(byte).collect();
            for (from, delimiter) in [(0, b';'), (1, b'x'), (63, b','), (64, b'\t'), (65, b';')] {
                let mut scanner = Scanner::new(&text, delimiter, from);
                let found: Vec<usize> = std::iter::from_fn(|| scanner.next()).collect();
                let is_one = |byte: u8| byte == delimiter || matches!(byte, b'\n' | b'\r' | b'"');
                let expected: Vec<usize> = (from..length).filter(|&place| is_one(text[place])).collect();
                assert_eq!(found, expected, "length {length} from {from}");
            }
        }
    }
}
