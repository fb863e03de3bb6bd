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
        Self { marks: vec![0; PIECE + BLOCK + 2], starts: Vec::with_capacity(PIECE) }
    }

    /// Indexes a piece of at most [`PIECE`] bytes. False where it is not plain: it has quotation marks, or a CR without LF.
    #[inline(never)]
    pub(super) fn read(&mut self, piece: &[u8], delimiter: u8) -> bool {
        self.starts.clear();
        self.starts.push(0);
        let mut count = 1;
        let mut at = 0;
        // A CR at the end of the block before.
        let mut carry = 0;
        while let Some(found) = piece.get(at..).and_then(|rest| scan::block(rest, delimiter)) {
            if found.quotes != 0 || (found.cr << 1 | carry) & !found.lf != 0 {
                return false;
            }
            carry = found.cr >> (BLOCK - 1);
            let all = found.delimiters | found.lf | found.cr;
            let mut lf = found.lf;
            while lf != 0 {
                let below = lf & lf.wrapping_neg();
                self.starts.push(count + (all & (below - 1)).count_ones());
                lf &= lf - 1;
            }
            count = self.mark(all, count, at);
            at += BLOCK;
        }
        carry == 0
    }

    /// Writes the marks of one block, whose first one has this number; returns the number of the next.
    ///
    /// Eight are written at once, whether there are so many or not: that is faster than to ask each time.
    #[inline]
    fn mark(&mut self, mut all: u64, count: u32, at: usize) -> u32 {
        let next = count + all.count_ones();
        let mut from = count as usize;
        #[expect(clippy::cast_possible_truncation, reason = "a piece is much shorter than 2^32 bytes")]
        let first = at as u32 + 1;
        while all != 0 {
            if let Some(eight) = self.marks.get_mut(from..).and_then(<[u32]>::first_chunk_mut::<8>) {
                for mark in eight {
                    *mark = first + all.trailing_zeros();
                    all &= all.wrapping_sub(1);
                }
            } else {
                return next;
            }
            from += 8;
        }
        next
    }
}
