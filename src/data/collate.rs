//! Swedish alphabetical order, without the browser, so that every machine sorts alike.

use std::cmp::Ordering;

/// Sort key of a text by Swedish rules: case and accents ignored, `å ä ö` last in that order (`æ` with `ä`, `ø` with `ö`),
/// digits before letters, numbers by their size (`Skola 2` before `Skola 10`). Equal keys mean equal for sorting, not equal texts.
pub fn swedish_key(text: &str) -> String {
    let (mut key, mut digits) = (String::with_capacity(text.len()), String::new());
    for c in text.to_lowercase().chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        push_number(&mut digits, &mut key);
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
    push_number(&mut digits, &mut key);
    key
}

/// Moves a number into a key, so that a longer one stands after a shorter one: how many digits there are (in nines and the rest), then
/// these.
fn push_number(digits: &mut String, key: &mut String) {
    if digits.is_empty() {
        return;
    }
    let number = digits.trim_start_matches('0');
    let mut length = number.len();
    while length >= 9 {
        key.push('9');
        length -= 9;
    }
    key.extend("012345678".chars().nth(length));
    key.push_str(number);
    digits.clear();
}

/// Compares by [`swedish_key`], and by the text itself where the keys are equal, so that the order is total.
pub fn swedish_order(a: &str, b: &str) -> Ordering {
    swedish_key(a).cmp(&swedish_key(b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn å_ä_ö_come_last_in_that_order() {
        let mut names = ["Östra", "Ängby", "Åsvret", "Zeta", "Éva", "eva", "Alkulla", "2 Nord"];
        names.sort_by(|a, b| swedish_order(a, b));
        assert_eq!(names, ["2 Nord", "Alkulla", "eva", "Éva", "Zeta", "Åsvret", "Ängby", "Östra"]);
    }

    #[test]
    fn numbers_in_names_stand_by_their_size() {
        let sorted = [
            "Skola",
            "Skola 0",
            "Skola 2",
            "Skola 2 B",
            "Skola 02 C",
            "Skola 10",
            "Skola 99999999",
            "Skola 999999999",
            "Skola 1000000000",
            "Skola A",
            "Skolan 1",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by(|a, b| swedish_order(a, b));
        assert_eq!(names, sorted);
        assert_eq!(swedish_order("Skola 2", "Skola 02"), "Skola 2".cmp("Skola 02"), "equal numbers: by the text");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_two_numbers_stand_by_their_size(one in any::<u128>(), other in any::<u64>(), cut in 0..64_u32) {
            let other = u128::from(other >> cut);
            prop_assert_eq!(swedish_order(&format!("Skola {one}"), &format!("Skola {other}")), one.cmp(&other));
        }
    }
}
