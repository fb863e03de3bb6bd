//! Sixteen bytes at a time: one vector in the browser, two words elsewhere.

#[cfg(target_feature = "simd128")]
use core::arch::wasm32::{
    i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_shuffle, u64x2, u64x2_extract_lane, v128, v128_and, v128_any_true,
    v128_or, v128_xor,
};

/// Bytes of a block.
pub(super) const BLOCK: usize = 16;

/// An odd number whose bits are in no order: 2^64 divided by the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
/// Another one: from the square root of two.
const OTHER_FACTOR: u64 = 0x6a09_e667_f3bc_c909;

/// Sixteen bytes.
#[derive(Clone, Copy, Debug)]
#[cfg(target_feature = "simd128")]
pub(super) struct Block(v128);

/// Sixteen bytes.
#[derive(Clone, Copy, Debug)]
#[cfg(not(target_feature = "simd128"))]
pub(super) struct Block(u64, u64);

impl Block {
    /// The block of these bytes.
    #[inline]
    pub(super) fn of(bytes: &[u8; BLOCK]) -> Self {
        let half = |at: usize| bytes[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        Self::of_halves(half(0), half(8))
    }

    /// A number that depends on all bits and on another number.
    #[inline]
    pub(super) fn hash(self, number: u64) -> usize {
        let (low, high) = self.halves();
        let mixed = (low ^ number).wrapping_mul(FACTOR).wrapping_add(high.wrapping_mul(OTHER_FACTOR));
        (mixed >> 32) as usize
    }
}

#[cfg(target_feature = "simd128")]
impl Block {
    /// No bit.
    pub(super) const ZERO: Self = Self(u64x2(0, 0));

    #[inline]
    fn of_halves(low: u64, high: u64) -> Self {
        Self(u64x2(low, high))
    }

    #[inline]
    fn halves(self) -> (u64, u64) {
        (u64x2_extract_lane::<0>(self.0), u64x2_extract_lane::<1>(self.0))
    }

    /// The bits that a mask lets through.
    #[inline]
    pub(super) fn and(self, mask: Self) -> Self {
        Self(v128_and(self.0, mask.0))
    }

    /// The bits that differ from another block, and those of `before`.
    #[inline]
    pub(super) fn different(self, other: Self, before: Self) -> Self {
        Self(v128_or(before.0, v128_xor(self.0, other.0)))
    }

    /// Whether there is any bit.
    #[inline]
    pub(super) fn is_any(self) -> bool {
        v128_any_true(self.0)
    }

    /// The hash of several blocks, where this is the hash of those before the last.
    #[inline]
    pub(super) fn mixed(self, last: Self) -> Self {
        let factors = i16x8(0x6f35, 0x5a1b, 0x4d93, 0x7e2f, 0x3c6b, 0x58c7, 0x7193, 0x465d);
        let before = i32x4_shuffle::<1, 2, 3, 0>(self.0, self.0);
        Self(i32x4_add(before, i32x4_dot_i16x8(last.0, factors)))
    }
}

#[cfg(not(target_feature = "simd128"))]
impl Block {
    /// No bit.
    pub(super) const ZERO: Self = Self(0, 0);

    #[inline]
    fn of_halves(low: u64, high: u64) -> Self {
        Self(low, high)
    }

    #[inline]
    fn halves(self) -> (u64, u64) {
        (self.0, self.1)
    }

    /// The bits that a mask lets through.
    #[inline]
    pub(super) fn and(self, mask: Self) -> Self {
        Self(self.0 & mask.0, self.1 & mask.1)
    }

    /// The bits that differ from another block, and those of `before`.
    #[inline]
    pub(super) fn different(self, other: Self, before: Self) -> Self {
        Self(before.0 | self.0 ^ other.0, before.1 | self.1 ^ other.1)
    }

    /// Whether there is any bit.
    #[inline]
    pub(super) fn is_any(self) -> bool {
        self.0 | self.1 != 0
    }

    /// The hash of several blocks, where this is the hash of those before the last.
    #[inline]
    pub(super) fn mixed(self, last: Self) -> Self {
        let mix = |hash: u64, half: u64| (hash ^ half).wrapping_mul(FACTOR).rotate_left(29);
        Self(mix(self.0, last.0), mix(self.1, last.1))
    }
}
