//! Shares of a whole in words that are true at both ends.

use crate::data::Lang;
use crate::view::format::{NBSP, number};

/// `12 %`, `1,4 %`, `mindre än 0,1 %`, `mer än 99 %`: some are never none, and not all are never all.
pub(crate) fn share(part: u64, whole: u64, lang: Lang) -> String {
    let per_cent = |text: &str| match lang {
        Lang::Sv => format!("{text}{NBSP}%"),
        Lang::En => format!("{text}%"),
    };
    let exact = if whole == 0 { 0.0 } else { part as f64 * 100.0 / whole as f64 };
    match () {
        () if part == 0 || part == whole => per_cent(&number(exact, 0, lang)),
        () if exact < 0.1 => {
            format!("{} {}", lang.pick("mindre än", "less than"), per_cent(&number(0.1, 1, lang)))
        }
        () if exact >= 99.5 => format!("{} {}", lang.pick("mer än", "more than"), per_cent("99")),
        () => per_cent(&number(exact, u8::from(exact < 9.95), lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_are_not_none_and_not_all_are_not_all() {
        for (part, whole, expected) in [
            (0, 5, "0 %"),
            (1, 5000, "mindre än 0,1 %"),
            (14, 1000, "1,4 %"),
            (123, 1000, "12 %"),
            (999, 1000, "mer än 99 %"),
            (7, 7, "100 %"),
        ] {
            assert_eq!(share(part, whole, Lang::Sv).replace('\u{a0}', " "), expected);
        }
        assert_eq!(share(1, 5000, Lang::En), "less than 0.1%");
    }
}
