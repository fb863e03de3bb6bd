//! What short byte strings were taken for lately.

/// Number of byte strings that are remembered.
const PLACES: usize = 1024;

/// Remembers the numbers of byte strings; a new one takes the place of an old one now and then. Most columns of a file have few
/// different fields, so that a lookup costs a few comparisons of whole words.
#[derive(Debug)]
pub(crate) struct Recent {
    places: Vec<Place>,
}

#[derive(Clone, Debug, Default)]
struct Place {
    ends: Ends,
    /// The number plus one; 0 where the place is free.
    number: u32,
    /// The bytes between the ends, of strings longer than both.
    middle: Vec<u8>,
}

/// The length and both ends of a byte string. Up to sixteen bytes they are all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends {
    first: u64,
    last: u64,
    length: usize,
}

impl Default for Recent {
    fn default() -> Self {
        Self { places: vec![Place::default(); PLACES] }
    }
}

impl Recent {
    /// The number of these bytes, if it is remembered.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8]) -> Option<u16> {
        let ends = Ends::of(bytes);
        let place = &self.places[ends.place()];
        let is_same = place.ends == ends && (ends.length <= 16 || is_equal(&place.middle, &bytes[8..ends.length - 8]));
        (is_same && place.number > 0).then(|| u16::try_from(place.number - 1).ok())?
    }

    /// Remembers the number of these bytes.
    pub(crate) fn put(&mut self, bytes: &[u8], number: u16) {
        let ends = Ends::of(bytes);
        let place = &mut self.places[ends.place()];
        (place.ends, place.number) = (ends, u32::from(number) + 1);
        place.middle.clear();
        place.middle.extend_from_slice(bytes.get(8..bytes.len().saturating_sub(8)).unwrap_or_default());
    }
}

impl Ends {
    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let length = bytes.len();
        match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) => {
                Self { first: u64::from_le_bytes(*first), last: u64::from_le_bytes(*last), length }
            }
            _ => Self { first: bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)), last: 0, length },
        }
    }

    #[inline]
    fn place(self) -> usize {
        let mixed = (self.first ^ self.last.rotate_left(23)).wrapping_add(self.length as u64);
        // The high bits of a product depend on all bits of the factor (Knuth, vol. 3, 6.4).
        (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize % PLACES
    }
}

/// Compares word by word: in wasm, comparing slices goes byte by byte.
#[inline]
fn is_equal(a: &[u8], b: &[u8]) -> bool {
    let ((a_words, a_rest), (b_words, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    a.len() == b.len()
        && a_words.iter().zip(b_words).all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
        && a_rest.iter().zip(b_rest).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_bytes_are_the_same() {
        let mut recent = Recent::default();
        let long = "Skolan med det mycket långa namnet".as_bytes();
        for bytes in [&b""[..], b"a", b"\0", b"2023/24", b"12345678", b"123456789", b"1234567890123456", long] {
            assert_eq!(recent.get(bytes), None);
            recent.put(bytes, 7);
            assert_eq!(recent.get(bytes), Some(7));
            for place in 0..bytes.len() {
                let mut other = bytes.to_vec();
                other[place] ^= 1;
                assert_eq!(recent.get(&other), None, "byte {place} of {bytes:?}");
            }
            assert_eq!(recent.get(&[bytes, b"\0"].concat()), None);
        }
    }
}
