//! What the short fields of one column say, remembered.

use crate::ingest::fields::{self, Scale};
use crate::ingest::tally::One;

/// Words that are remembered.
const MOST: usize = 1 << 12;

/// Remembers what each word of a column says: to find it is half as much work as to read it again. Exact: all bytes are compared.
#[derive(Debug)]
pub(super) struct Words {
    /// Hash table: the word and what it says. A free slot says what the word of no length does, which is 0.
    slots: Vec<(u64, One)>,
    /// Bits of a hash that are not looked at.
    shift: u32,
    known: usize,
    /// Whether some word says a number between nought and one.
    has_fractions: bool,
}

impl Words {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { slots: vec![(0, One::BLANK); 16], shift: 60, known: 0, has_fractions: false }
    }

    /// What a field says that [`Lines::key`](crate::ingest::records::Lines::key) gives; `None` where it is not remembered.
    #[expect(clippy::inline_always, reason = "a call for each value would cost as much as the rest")]
    #[inline(always)]
    pub(super) fn get(&self, key: u64) -> Option<One> {
        let last = self.slots.len() - 1;
        let mut place = self.place(key);
        loop {
            let (known, one) = *self.slots.get(place & last)?;
            if known == key {
                return Some(one);
            }
            if known == 0 {
                return None;
            }
            place += 1;
        }
    }

    /// Whether some word that is remembered says a number between nought and one.
    #[inline]
    pub(super) fn has_fractions(&self) -> bool {
        self.has_fractions
    }

    /// Where the search for a word begins.
    #[expect(clippy::cast_possible_truncation, reason = "what is left of a hash is short")]
    #[inline]
    fn place(&self, key: u64) -> usize {
        // An odd number whose bits are in no order: 2^64 divided by the golden ratio.
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// Reads a field that is perhaps not remembered; `None` where it is not written plainly.
    #[cold]
    pub(super) fn read(&mut self, key: u64, scale: Scale) -> Option<One> {
        if let Some(known) = self.get(key) {
            return Some(known);
        }
        let one = One::of(scale.plain(fields::word_of(key))?);
        if self.known < MOST {
            self.known += 1;
            // Few places are taken, so that the first is nearly always the one.
            if self.known * 4 > self.slots.len() {
                let wider = vec![(0, One::BLANK); self.slots.len() * 4];
                self.shift -= 2;
                for (key, one) in std::mem::replace(&mut self.slots, wider) {
                    if key > 0 {
                        self.put(key, one);
                    }
                }
            }
            self.has_fractions |= one.is_fraction();
            self.put(key, one);
        }
        Some(one)
    }

    fn put(&mut self, key: u64, one: One) {
        let last = self.slots.len() - 1;
        let mut place = self.place(key);
        while self.slots[place & last].0 > 0 {
            place += 1;
        }
        self.slots[place & last] = (key, one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Shape, pupil_profile};

    /// A field as `Lines::key` gives it.
    fn key(field: &str) -> u64 {
        let bytes = field.bytes().rev().fold(0, |key, byte| key << 8 | u64::from(byte));
        bytes | (field.len() as u64) << 56
    }

    #[test]
    fn every_word_says_the_same_again() {
        let mut words = Words::new();
        let scale = Scale::of(&pupil_profile().indicators[0], Shape::PupilRows);
        assert_eq!(words.get(key("")), Some(One::BLANK));
        for round in 0..2 {
            // More than are remembered.
            for (number, hundredths) in (0..=10_000_i32).enumerate() {
                let (whole, rest) = (hundredths / 100, hundredths % 100);
                let word = key(&format!("{whole},{rest:02}"));
                let expected = One::value(hundredths * 10);
                let known = words.get(word);
                assert!(known.is_none() || known == expected, "{hundredths}");
                assert_eq!(known.is_some(), round == 1 && number < MOST, "{hundredths}");
                assert_eq!(words.read(word, scale), expected, "{hundredths}");
            }
            for not_plain in ["x", "\0", "-1", "100,1", "1 0", "1e1"] {
                assert_eq!(
                    (words.get(key(not_plain)), words.read(key(not_plain), scale)),
                    (None, None),
                    "{not_plain:?}"
                );
            }
            assert_eq!(words.get(key("")), Some(One::BLANK));
        }
        assert!(words.has_fractions());
    }
}
