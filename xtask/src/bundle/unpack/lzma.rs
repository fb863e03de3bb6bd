//! Reads `.lzma` files of known length that were made with lc = 4, lp = 0 and pb = 0. Written from the format's description.
//!
//! Never panics, whatever the bytes; `unwrap_or` stands where only damaged ones get.

/// The length of the header.
const HEADER: usize = 13;

// Where the chances of each kind of decision begin. For some there is one for each of the 12 states.
const MATCH: usize = 0;
const REPEAT: usize = 12;
const NOT_LAST: usize = 24;
const NOT_SECOND: usize = 36;
const NOT_THIRD: usize = 48;
const LONG: usize = 60;
/// Of the distance: four trees of 64.
const SLOT: usize = 72;
/// The lower bits of middling distances.
const FAR: usize = SLOT + 256;
/// The last bits of great distances.
const ALIGN: usize = FAR + 128;
/// Two choices, two trees of 8, a tree of 256.
const LENGTH: usize = ALIGN + 16;
const REPEAT_LENGTH: usize = LENGTH + 274;
/// 16 times (by the upper half of the byte before) three trees of 256.
const LITERAL: usize = REPEAT_LENGTH + 274;
/// The next power of two, so that no index needs to be checked.
const CHANCES: usize = 16_384;

/// Fills `output`, whose length is that of the header. False if a byte of `packed` after the header has changed: what is
/// left of the code in the end is zero only if every step was taken as it was when packing.
#[allow(clippy::large_stack_arrays, reason = "in the page there is no heap, and a stack of a megabyte")]
pub(crate) fn decode(packed: &[u8], output: &mut [u8]) -> bool {
    let mut coder = Coder { packed, read: HEADER + 1, range: u32::MAX, code: 0, chances: [1024; CHANCES] };
    for _ in 0..4 {
        coder.code = coder.code << 8 | coder.byte();
    }
    fill(&mut coder, output).is_some() && coder.code == 0 && coder.read == packed.len()
}

/// `None` as soon as something cannot be.
fn fill(coder: &mut Coder, output: &mut [u8]) -> Option<()> {
    let (mut length, mut state, mut last) = (0, 0, [0; 4]);
    while length < output.len() {
        if coder.read > coder.packed.len() {
            return None;
        }
        let count = if coder.bit(MATCH + state) == 0 {
            let before = if length == 0 { 0 } else { *output.get(length - 1)? };
            let (mask, like) = if state < 7 { (0, 0) } else { (256, *output.get(back(length, last[0])?)?) };
            let tree = LITERAL + 768 * usize::from(before >> 4);
            *output.get_mut(length)? = coder.tree(tree, 8, mask, like.into()).to_le_bytes()[0];
            length += 1;
            state = state.saturating_sub(if state < 10 { 3 } else { 6 });
            continue;
        } else if coder.bit(REPEAT + state) == 0 {
            let count = coder.length(LENGTH);
            last = [coder.distance(count), last[0], last[1], last[2]];
            state = if state < 7 { 7 } else { 10 };
            count
        } else if coder.repeated(state, &mut last) == 0 && coder.bit(LONG + state) == 0 {
            state = if state < 7 { 9 } else { 11 };
            1
        } else {
            state = if state < 7 { 8 } else { 11 };
            coder.length(REPEAT_LENGTH)
        };
        // In steps of a byte: what is copied may begin with what was just written.
        for (from, to) in (back(length, last[0])?..).zip(length..length + count) {
            *output.get_mut(to)? = *output.get(from)?;
        }
        length += count;
    }
    Some(())
}

/// The place from which a distance says to copy; `None` before the first byte.
fn back(length: usize, distance: usize) -> Option<usize> {
    length.checked_sub(distance)?.checked_sub(1)
}

/// The range decoder and what it has learnt.
struct Coder<'a> {
    packed: &'a [u8],
    read: usize,
    range: u32,
    code: u32,
    /// That the next decision is 0, of 2048.
    chances: [u16; CHANCES],
}

impl Coder<'_> {
    fn byte(&mut self) -> u32 {
        let byte = self.packed.get(self.read).copied().unwrap_or(0);
        self.read += 1;
        byte.into()
    }

    fn widen(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.byte();
        }
    }

    /// Takes `count` decisions down a tree; gives the bits taken, after a 1. With `mask` 256, there is another tree for
    /// each bit of the byte `like`, until a bit is not as it is there.
    #[inline(never)]
    fn tree(&mut self, start: usize, count: usize, mut mask: usize, mut like: usize) -> usize {
        let mut node = 1;
        for _ in 0..count {
            like <<= 1;
            let chance = &mut self.chances[(start + mask + (like & mask) + node) % CHANCES];
            let bound = (self.range >> 11) * u32::from(*chance);
            if self.code < bound {
                self.range = bound;
                *chance += (2048 - *chance) >> 5;
                node <<= 1;
                mask &= !like;
            } else {
                self.range -= bound;
                self.code -= bound;
                *chance -= *chance >> 5;
                node = node << 1 | 1;
                mask &= like;
            }
            self.widen();
        }
        node
    }

    fn bit(&mut self, at: usize) -> usize {
        self.tree(at + CHANCES - 1, 1, 0, 0) & 1
    }

    /// Bits from the lowest up, each decided in a tree.
    fn reversed(&mut self, start: usize, count: usize) -> usize {
        let (mut value, mut node) = (0, 1);
        for place in 0..count {
            let one = self.bit(start + node);
            node = node << 1 | one;
            value |= one << place;
        }
        value
    }

    /// Bits without a tree, which are 0 as often as 1.
    fn direct(&mut self, count: usize) -> usize {
        (0..count).fold(0, |value, _| {
            self.range >>= 1;
            let one = self.code >= self.range;
            self.code -= if one { self.range } else { 0 };
            self.widen();
            value << 1 | usize::from(one)
        })
    }

    fn length(&mut self, start: usize) -> usize {
        if self.bit(start) == 0 {
            self.tree(start + 1, 3, 0, 0) - 8 + 2
        } else if self.bit(start + 1) == 0 {
            self.tree(start + 9, 3, 0, 0) - 8 + 10
        } else {
            self.tree(start + 17, 8, 0, 0) - 256 + 18
        }
    }

    /// How far back the copy begins, less one.
    fn distance(&mut self, length: usize) -> usize {
        let slot = self.tree(SLOT + 64 * (length - 2).min(3), 6, 0, 0) - 64;
        if slot < 4 {
            return slot;
        }
        let low = (slot >> 1) - 1;
        let base = (2 | slot & 1) << low;
        if slot < 14 {
            base + self.reversed(FAR + base - slot, low)
        } else {
            (base + (self.direct(low - 4) << 4)).saturating_add(self.reversed(ALIGN, 4))
        }
    }

    /// Which of the last four distances is meant; it moves to the front.
    fn repeated(&mut self, state: usize, last: &mut [usize; 4]) -> usize {
        let which = if self.bit(NOT_LAST + state) == 0 {
            0
        } else if self.bit(NOT_SECOND + state) == 0 {
            1
        } else {
            2 + self.bit(NOT_THIRD + state)
        };
        last[..=which].rotate_right(1);
        which
    }
}
