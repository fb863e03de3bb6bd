//! Column captions, compared without regard to how they are written.

/// A caption reduced to lower-case letters and digits without diacritics: `Andel (%) med  Examen` and `andel_med_examen` → `andelmedexamen`.
///
/// `å` and `ä` become `a`, `ö` becomes `o`, whether composed or written with a combining mark.
pub fn normalise(caption: &str) -> String {
    let mut out = String::with_capacity(caption.len());
    for c in caption.chars().flat_map(char::to_lowercase) {
        match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => out.push('a'),
            'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => out.push('o'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'ü' | 'ù' | 'ú' | 'û' => out.push('u'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// What makes two spellings of a school or a programme the same label: case and space do not matter, all else does.
pub fn label_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_diacritics_spaces_and_underscores_do_not_matter() {
        for (caption, expected) in [
            ("Läsår", "lasar"),
            ("LASAR", "lasar"),
            ("La\u{308}sa\u{30a}r", "lasar"),
            ("Andel (%) med examen", "andelmedexamen"),
            ("andel_med_examen", "andelmedexamen"),
            ("Skol-enhetskod", "skolenhetskod"),
            ("Eng 5", "eng5"),
            ("%", ""),
        ] {
            assert_eq!(normalise(caption), expected, "{caption}");
        }
    }
}
