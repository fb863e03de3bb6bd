//! What the lines above a table say about all of its rows.

use crate::data::{Level, Role, SchoolYear, level_of, normalise};
use crate::ingest::captions::Known;

/// The indicator that a title line names, alone or after a colon: `Indikator: Närvaro`, `Närvaro i procent per skola`.
pub(super) fn indicator_in(title: &str, known: &Known) -> Option<usize> {
    let name = title.rsplit_once(':').map_or(title, |(_, after)| after).trim();
    match known.role(name.split(" per ").next().unwrap_or(name)) {
        Some((Role::Indicator(index), _)) => Some(index),
        _ => None,
    }
}

/// The programmes that a title line names, alone or as in `Valt program: Ekonomiprogrammet`. Codes are too short to be sure of.
pub(super) fn programme_in(title: &str) -> Option<String> {
    let name = title.rsplit_once(':').map_or(title, |(_, after)| after).trim();
    let is_code = name.chars().count() <= 4;
    (!is_code && level_of(name) != Level::Programme(None)).then(|| name.to_owned())
}

/// The school year in a title line such as `Valt läsår: 2019/20` or `Avgångsår 2020`. A start year is not the result's.
pub(crate) fn year_in(title: &str) -> Option<SchoolYear> {
    let words = normalise(title);
    if !(words.contains("lasar") || words.contains("avgangsar")) || words.contains("start") {
        return None;
    }
    // The first year after the word; other numbers (`Uppdaterad: 2022`) come later.
    let lower = title.to_lowercase();
    let word =
        ["läsår", "la\u{308}sa\u{30a}r", "lasar", "avgångsår", "avgangsar"].iter().find_map(|word| lower.find(word));
    let after = lower.get(word?..)?;
    let digits = after.find(|c: char| c.is_ascii_digit()).map(|at| &after[at..])?;
    let end = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '–'))).unwrap_or(digits.len());
    SchoolYear::parse(&digits[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_may_stand_after_a_colon_but_not_as_a_code() {
        assert_eq!(programme_in("Valt program: Ekonomiprogrammet").as_deref(), Some("Ekonomiprogrammet"));
        assert_eq!(programme_in("HT"), None);
        assert_eq!(programme_in("Gymnasieskola - Avgångselever, nationella program (fr.o.m. 2013/14)"), None);
    }

    #[test]
    fn a_start_year_is_no_result_year() {
        assert_eq!(year_in("Valt startläsår: 2019/20"), None);
        assert_eq!(year_in("nationella program (fr.o.m. 2013/14)"), None);
        let year = |title: &str| year_in(title).map(|year| year.to_string());
        assert_eq!(year("Läsår 2020/21. Uppdaterad: 2022").as_deref(), Some("2020/21"));
        assert_eq!(year("Avser läsåret 2020/21 (källa: Skolverket 2022)").as_deref(), Some("2020/21"));
        assert_eq!(year_in("Avgångsår 2020").map(|year| year.to_string()).as_deref(), Some("2019/20"));
    }
}
