//! Text that fits its room: wrapped between words, cut with an ellipsis only when even one word is too long.

use super::text::Face;

/// A font size, a weight and a width to keep within.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The font.
    pub(super) face: Face,
    /// Weight 600.
    pub(super) bold: bool,
    /// The width to keep within.
    pub(super) width_px: f64,
}

/// No part of a broken word has fewer.
const FEWEST_LETTERS: usize = 4;

impl Room {
    /// Whether the text fits on one line.
    pub(super) fn holds(self, text: &str) -> bool {
        self.face.width(text, self.bold) <= self.width_px
    }

    /// The text over as many lines as it takes. A line with a single word may still be too long.
    pub(super) fn wrap(self, text: &str) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').flat_map(|word| word.split_inclusive('-').scan(true, first_part)) {
            let (word, starts) = word;
            match lines.last_mut() {
                Some(line) if starts && self.holds(&format!("{line} {word}")) => {
                    line.push(' ');
                    line.push_str(word);
                }
                Some(line) if !starts && self.holds(&format!("{line}{word}")) => line.push_str(word),
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// The same with words that are too long broken, where a few letters fit on each line.
    pub(super) fn broken(self, text: &str) -> Vec<String> {
        let mut out = String::new();
        for word in text.split(' ') {
            let mut part = String::new();
            for letter in word.chars() {
                if part.chars().count() >= FEWEST_LETTERS
                    && !self.holds(&format!("{part}{letter}-"))
                    && !self.holds(word)
                {
                    part.push_str("- ");
                    out.push_str(&part);
                    part.clear();
                }
                part.push(letter);
            }
            out.push_str(&part);
            out.push(' ');
        }
        self.wrap(out.trim_end())
    }

    /// The text on one line, cut if need be.
    pub(super) fn elide(self, text: &str) -> String {
        if self.holds(text) {
            return text.to_owned();
        }
        let mut cut: String = text.to_owned();
        while cut.pop().is_some() {
            let shortened = format!("{}…", cut.trim_end());
            if self.holds(&shortened) {
                return shortened;
            }
        }
        String::new()
    }
}

/// Marks the first of a word's parts.
#[expect(clippy::unnecessary_wraps, reason = "the signature of `scan`")]
fn first_part<'a>(is_first: &mut bool, part: &'a str) -> Option<(&'a str, bool)> {
    Some((part, std::mem::replace(is_first, false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(letters: f64) -> Room {
        // An `a` is 55.6 px wide.
        Room { face: Face { size_px: 100.0, width_factor: 1.0 }, bold: false, width_px: letters * 55.6 + 0.1 }
    }

    #[test]
    fn words_wrap_and_only_letters_are_cut() {
        assert_eq!(room(7.0).wrap("aaa aaa aaa"), ["aaa aaa", "aaa"]);
        assert_eq!(room(5.0).wrap("aaa-aaaa"), ["aaa-", "aaaa"]);
        assert_eq!(room(9.0).wrap("a aaa-aaa"), ["a aaa-aaa"]);
        assert_eq!(room(3.0).wrap("aaaa\u{a0}a aa"), ["aaaa\u{a0}a", "aa"]);
        assert_eq!(room(7.0).broken("aaa aaaaaaaaaaaa aaa"), ["aaa", "aaaaaa-", "aaaaaa", "aaa"]);
        assert_eq!(room(7.0).broken("aaa aaaaaaa"), ["aaa", "aaaaaaa"]);
        assert!(room(2.0).broken("aaaaaaaa").iter().all(|line| line.len() <= 5), "some letters stand on each line");
        assert_eq!(room(5.0).elide("aaaaa"), "aaaaa");
        assert_eq!(room(5.0).elide("aaaaaa"), "aaa…");
        assert_eq!(room(1.0).elide("aaaaaa"), "");
    }
}
