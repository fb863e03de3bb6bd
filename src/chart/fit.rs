//! Text that fits its room: wrapped between words, cut with an ellipsis only when even one word is too long.

use super::{text::Face, wording::named};

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
/// The part of the width that the last word of a name may take of the others.
const MOST_KEPT: f64 = 0.45;

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
        if self.holds(text) { text.to_owned() } else { self.cut(text, "…").unwrap_or_default() }
    }

    /// A name on one line. Where it is cut, a short last word is kept, which tells schools of one name apart: `Sven Eriks… C`.
    pub(super) fn name(self, name: &str) -> String {
        let last = name.rsplit_once(' ').filter(|_| !self.holds(name));
        let last = last.filter(|(_, last)| self.face.width(last, self.bold) <= self.width_px * MOST_KEPT);
        let kept = last.and_then(|(head, last)| self.cut(head, &["… ", last].concat()));
        kept.unwrap_or_else(|| self.elide(name))
    }

    /// As much of the text as fits with this after it.
    fn cut(self, text: &str, end: &str) -> Option<String> {
        let ends = text.char_indices().map(|(at, _)| at).rev().take_while(|at| *at > 0);
        ends.map(|at| [text[..at].trim_end(), end].concat()).find(|shortened| self.holds(shortened))
    }

    /// The name on one line with what stands after it, the name cut if need be.
    pub(super) fn beside(self, name: &str, detail: &str) -> String {
        let width = |text: &str| self.face.width(text, self.bold);
        let width_px = self.width_px - width(&named(name, detail)) + width(name);
        let name = Self { width_px, ..self }.name(name);
        if name.is_empty() { detail.to_owned() } else { named(&name, detail) }
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
        assert_eq!(room(8.0).name("aaaaaaaaaa 1"), "aaaa… 1");
        assert_eq!(room(8.0).name("aaaaaaaaaa aaaaa"), "aaaaaa…", "a long last word leaves too little of the others");
        assert_eq!(room(8.0).elide("aaaaaaaaaa 1"), "aaaaaa…");
        assert_eq!(room(8.0).beside("aa 1", "8"), "aa 1: 8");
        assert_eq!(room(1.0).beside("aaa", "8"), "8");
    }
}
