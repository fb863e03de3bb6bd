//! The places of all delimiters and line ends in a piece of text, if it is plain.

use super::scan::{self, BLOCK};

/// Bytes that are indexed at a time: their places stay in the processor's first cache.
pub(super) const PIECE: usize = 16 * 1024;

/// Where the fields of a piece of text begin and end.
#[derive(Debug)]
pub(super) struct Index {
    /// The beginning of the piece, and then the place after each delimiter and line end, in order.
    pub(super) marks: Vec<u32>,
    /// The index of the first mark of each line, of the last one too, which has no LF.
    pub(super) starts: Vec<u32>,
}

impl Index {
    pub(super) fn new() -> Self {
        Self { marks: vec![0; PIECE + BLOCK + 2], starts: vec![0; PIECE + BLOCK + 2] }
    }

    /// Indexes a piece of at most [`PIECE`] bytes; returns how many lines it has, the last one too, or `None` where it is not plain: it has
    /// quotation marks, or a CR without LF.
    #[inline(never)]
    pub(super) fn read(&mut self, piece: &[u8], delimiter: u8) -> Option<usize> {
        let (mut count, mut lines) = (1, 1);
        let mut at = 0;
        // A CR at the end of the block before.
        let mut carry = 0;
        while let Some(found) = piece.get(at..).and_then(|rest| scan::block(rest, delimiter)) {
            if found.quotes != 0 || (found.cr << 1 | carry) & !found.lf != 0 {
                return None;
            }
            carry = found.cr >> (BLOCK - 1);
            let all = found.delimiters | found.lf | found.cr;
            #[expect(clippy::cast_possible_truncation, reason = "a piece is much shorter than 2^32 bytes")]
            let first = at as u32 + 1;
            let marks = |left: &mut u64| {
                let mark = first + left.trailing_zeros();
                *left &= left.wrapping_sub(1);
                mark
            };
            write(&mut self.marks, count, all, marks);
            let starts = |left: &mut u64| {
                let before = *left ^ left.wrapping_sub(1);
                *left &= left.wrapping_sub(1);
                count + (all & before >> 1).count_ones()
            };
            write(&mut self.starts, lines, found.lf, starts);
            count += all.count_ones();
            lines += found.lf.count_ones();
            at += BLOCK;
        }
        (carry == 0).then_some(lines as usize)
    }
}

/// Writes a number for each bit of a block.
///
/// Four are written at once, whether there are so many or not: that is faster than to ask each time.
#[expect(clippy::inline_always, reason = "a call for each block would cost as much as the rest")]
#[inline(always)]
fn write(numbers: &mut [u32], from: u32, mut left: u64, mut next: impl FnMut(&mut u64) -> u32) {
    let mut from = from as usize;
    while left != 0 {
        let Some(four) = numbers.get_mut(from..).and_then(<[u32]>::first_chunk_mut::<4>) else { return };
        *four = [next(&mut left), next(&mut left), next(&mut left), next(&mut left)];
        from += 4;
    }
}
