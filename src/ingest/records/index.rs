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
        let (mut count, mut lines) = (1, 1_usize);
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
            self.mark(all, count, first);
            let mut lf = found.lf;
            while let (true, Some(start)) = (lf != 0, self.starts.get_mut(lines)) {
                *start = count + (all & (lf ^ (lf - 1)) >> 1).count_ones();
                lf &= lf - 1;
                lines += 1;
            }
            count += all.count_ones();
            at += BLOCK;
        }
        (carry == 0).then_some(lines)
    }

    /// Writes the marks of one block, whose first one has this number; `first` is the place after the block's first byte.
    ///
    /// Four are written at once, whether there are so many or not: that is faster than to ask each time.
    #[expect(clippy::inline_always, reason = "a call for each block would cost as much as the rest")]
    #[inline(always)]
    fn mark(&mut self, mut all: u64, count: u32, first: u32) {
        let mut from = count as usize;
        while all != 0 {
            let Some(four) = self.marks.get_mut(from..).and_then(<[u32]>::first_chunk_mut::<4>) else { return };
            let mut next = || {
                let mark = first + all.trailing_zeros();
                all &= all.wrapping_sub(1);
                mark
            };
            *four = [next(), next(), next(), next()];
            from += 4;
        }
    }
}
