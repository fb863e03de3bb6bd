//! Swedish alphabetical order, without the browser, so that every machine sorts alike.

use std::cmp::Ordering;

/// Sort key of a text by Swedish rules: case and accents ignored, `å ä ö` last in that order (`æ` with `ä`, `ø` with `ö`),
/// digits before letters. Equal keys mean equal for sorting, not equal texts.
pub fn swedish_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'å' => key.push('{'),
            'ä' | 'æ' => key.push('|'),
            'ö' | 'ø' => key.push('}'),
            'à' | 'á' | 'â' | 'ã' => key.push('a'),
            'ç' => key.push('c'),
            'è' | 'é' | 'ê' | 'ë' => key.push('e'),
            'ì' | 'í' | 'î' | 'ï' => key.push('i'),
            'ñ' => key.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' => key.push('o'),
            'ù' | 'ú' | 'û' => key.push('u'),
            'ü' | 'ý' => key.push('y'),
            '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => key.push(c),
            _ => key.push(' '),
        }
    }
    key
}

/// Compares by [`swedish_key`], and by the text itself where the keys are equal, so that the order is total.
pub fn swedish_order(a: &str, b: &str) -> Ordering {
    swedish_key(a).cmp(&swedish_key(b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn å_ä_ö_come_last_in_that_order() {
        let mut names = ["Östra", "Ängby", "Åsvret", "Zeta", "Éva", "eva", "Alkulla", "2 Nord"];
        names.sort_by(|a, b| swedish_order(a, b));
        assert_eq!(names, ["2 Nord", "Alkulla", "eva", "Éva", "Zeta", "Åsvret", "Ängby", "Östra"]);
    }
}
