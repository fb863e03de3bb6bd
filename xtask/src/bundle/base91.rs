//! Bytes as text, in 1.23 times their length where base64 takes 1.33: two characters for 13 bits.
//!
//! The 91 characters are those of printable ASCII, less `"`, `<` and `\`. So the text can stand in a script element (which
//! no character of it can end, and in which `&` means itself) and between quotes in a script, and no mail program, editor
//! or file server has a reason to change it. What is no such character is passed over when reading, so lines may be broken
//! anywhere.

/// Bits in two characters: 91 × 91 is a little more than 2 to the 13th.
const BITS: u32 = 13;

/// What printable ASCII, from `!` to `~`, is left without.
const LEFT_OUT: [u8; 3] = *b"\"<\\";

/// The text for `bytes`, without line breaks. Of up to six bits that are left over, one character is made; with zero bits
/// at the end in either case, but too few for a byte.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = (b'!'..=b'~').filter(|byte| !LEFT_OUT.contains(byte)).map(char::from).collect();
    let mut text = String::with_capacity(bytes.len() * 16 / BITS as usize + 2);
    let mut pair = |value: u32| {
        let value = value as usize;
        text.extend([alphabet[value / alphabet.len()], alphabet[value % alphabet.len()]]);
    };
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            pair(held >> count);
            held &= (1 << count) - 1;
        }
    }
    match count {
        0 => {}
        1..=6 => text.push(alphabet[(held << (6 - count)) as usize]),
        _ => pair(held << (BITS - count)),
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `static/boot.js` reads it, from nothing but the description above.
    fn decode(text: &str) -> Vec<u8> {
        let value = |c: char| {
            (0x21..0x7f).filter_map(char::from_u32).filter(|c| !['"', '<', '\\'].contains(c)).position(|a| a == c)
        };
        let values: Vec<usize> = text.chars().filter_map(value).collect();
        let bits = |values: &[usize]| match values {
            [first, second] => format!("{:013b}", first * 91 + second),
            rest => rest.iter().map(|value| format!("{value:06b}")).collect(),
        };
        let bits: String = values.chunks(2).map(bits).collect();
        let whole = bits.as_bytes().chunks_exact(8);
        whole.map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | (bit - b'0'))).collect()
    }

    #[test]
    fn every_length_comes_back() {
        let bytes: Vec<u8> = (0..=255_u8).map(|i| i.wrapping_mul(167)).collect();
        for length in 0..=bytes.len() {
            assert_eq!(decode(&encode(&bytes[..length])), bytes[..length]);
        }
    }

    #[test]
    fn line_breaks_change_nothing() {
        let text = encode(b"\0asm and so on");
        let broken: String = text.chars().flat_map(|c| [c, '\r', '\n']).collect();
        assert_eq!(decode(&broken), decode(&text));
    }

    #[test]
    fn no_character_can_end_what_the_text_stands_in() {
        let all: Vec<u8> = (0..=255_u8).flat_map(|a| (0..=255_u8).flat_map(move |b| [a, b])).collect();
        let text = encode(&all);
        assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !LEFT_OUT.contains(&byte)));
        assert!(text.len() <= all.len() * 16 / 13 + 2, "{}", text.len());
    }

    #[test]
    fn known_vectors() {
        // 0, and 8191 = 90 × 91 + 1.
        assert_eq!(encode(&[]), "");
        assert_eq!(encode(&[0]), "!!");
        assert_eq!(encode(&[0, 0]), "!!!");
        assert_eq!(encode(&[0xff, 0xf8]), "~#!");
    }
}
