//! Small numbers in words, as running text has them.

use crate::data::Lang;
use crate::view::format::{NBSP, count};

const SWEDISH: [&str; 11] = ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const ENGLISH: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// `en skola`, `sju skolor`, `1 312 skolor`: the number in words up to twelve. `one` has its own article.
pub(crate) fn spelled(number: usize, one: &str, many: &str, lang: Lang) -> String {
    let word = number.checked_sub(2).and_then(|place| lang.pick(SWEDISH, ENGLISH).get(place).copied());
    match (number, word) {
        (1, _) => one.to_owned(),
        (_, Some(word)) => format!("{word} {many}"),
        (number, None) => format!("{}{NBSP}{many}", count(number as u64, lang)),
    }
}

/// `en skola`, `sju skolor`
pub(crate) fn schools(number: usize, lang: Lang) -> String {
    spelled(number, lang.pick("en skola", "one school"), lang.pick("skolor", "schools"), lang)
}

/// `ett läsår`, `sex läsår`
pub(crate) fn years(number: usize, lang: Lang) -> String {
    spelled(number, lang.pick("ett läsår", "one school year"), lang.pick("läsår", "school years"), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words() {
        assert_eq!(schools(1, Lang::Sv), "en skola");
        assert_eq!(schools(2, Lang::Sv), "två skolor");
        assert_eq!(years(12, Lang::En), "twelve school years");
        assert_eq!(schools(1312, Lang::Sv), "1\u{a0}312\u{a0}skolor");
        assert_eq!(years(0, Lang::Sv), "0\u{a0}läsår");
    }
}
