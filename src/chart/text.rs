//! Widths of text without a browser: one table for the font stack, so that a layout is the same everywhere.

/// Space in thousandths of the font size, for the characters from space to tilde.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The same for weight 600.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// A font size, and how much wider the reader's font is than the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    /// Font size in CSS pixels.
    pub(super) size_px: f64,
    /// Width of the reader's font, by the table's: 1 where nobody has measured.
    pub(super) width_factor: f64,
}

impl Face {
    /// The width of `text` in CSS pixels.
    pub(super) fn width(self, text: &str, bold: bool) -> f64 {
        measure(text, self.size_px, bold) * self.width_factor
    }

    /// Height of a line of text that stands in a column.
    pub(super) fn line_px(self) -> f64 {
        self.size_px * 16.0 / 13.0
    }

    /// The base line of a text whose digits are centred at `y`.
    pub(super) fn base_px(self, y: f64) -> f64 {
        y + self.size_px * 0.35
    }
}

/// The width of `text` in CSS pixels in a font with the metrics of Arial, Helvetica and Liberation Sans. Segoe UI is a little
/// narrower.
pub fn measure(text: &str, size_px: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(width_of(letter, bold))).sum();
    f64::from(thousandths) * size_px / 1000.0
}

fn width_of(letter: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let of = |ascii: char| table.get((ascii as usize).wrapping_sub(32)).copied();
    of(letter).or_else(|| of(base_letter(letter)?)).unwrap_or(match letter {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{300}'..='\u{36f}' => 0,
        '\u{2009}' | '\u{202f}' => 200,
        '–' => 556,
        '‘' | '’' | '‚' => 278,
        '“' | '”' | '„' => 500,
        '…' | '—' | 'Æ' | '\u{2e80}'.. => 1000,
        'æ' => 889,
        _ => 600,
    })
}

/// The ASCII character of the same width.
fn base_letter(letter: char) -> Option<char> {
    Some(match letter {
        '\u{a0}' | '·' => ' ',
        'À'..='Å' => 'A',
        'Ç' => 'C',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ð' => 'D',
        'Ñ' => 'N',
        'Ò'..='Ö' | 'Ø' => 'O',
        'Ù'..='Ü' => 'U',
        'Ý' => 'Y',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ß' | 'þ' | 'ø' | 'ð' | 'ò'..='ö' => 'o',
        'ñ' | 'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '−' | '×' | '÷' | '±' => '+',
        '\u{2011}' => '-',
        '§' | '£' | '¥' => '0',
        '°' => '*',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_table() {
        for (text, regular, bold) in [
            ("", 0.0, 0.0),
            ("2023/24", 6.0 * 55.6 + 27.8, 6.0 * 55.6 + 27.8),
            ("ål", 55.6 + 22.2, 55.6 + 27.8),
            ("−5\u{a0}%", 58.4 + 55.6 + 27.8 + 88.9, 58.4 + 55.6 + 27.8 + 88.9),
            ("54–81", 5.0 * 55.6, 5.0 * 55.6),
            ("skol\u{ad}a", 50.0 + 50.0 + 55.6 + 22.2 + 55.6, 55.6 + 55.6 + 61.1 + 27.8 + 55.6),
            ("学", 100.0, 100.0),
        ] {
            assert!((measure(text, 100.0, false) - regular).abs() < 1e-9, "{text}");
            assert!((measure(text, 100.0, true) - bold).abs() < 1e-9, "{text} bold");
        }
    }
}
