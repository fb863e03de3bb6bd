//! Groups of pupils within a school: bands of entry scores, and levels that put labels in order.

use crate::data::{Dim, Fixed, Lang, normalise};

/// Most labels that a column of groups has, blanks not counted. A column with more tells single pupils apart rather than groups.
pub const MOST_GROUPS: usize = 12;

/// Lower limits of the bands of entry scores (meritvärde, 0 to 340) after the first. 160 is E, the lowest pass, in sixteen subjects.
const LIMITS: [i64; 4] = [160, 200, 240, 280];
/// Highest entry score: A in seventeen subjects.
const HIGHEST: i64 = 340;
/// The bands in words. `160–199` goes up to, but not including, 200: scores come in steps of 2.5.
const BANDS: [(&str, &str); LIMITS.len() + 1] = [
    ("under 160", "under 160"),
    ("160–199", "160–199"),
    ("200–239", "200–239"),
    ("240–279", "240–279"),
    ("280 och mer", "280 and more"),
];

/// The number of an entry score's band, from 0 for the lowest on; `None` where it is no entry score.
#[inline]
pub fn entry_band_number(millionths: i64) -> Option<u32> {
    let band = LIMITS.iter().map(|limit| u32::from(millionths >= *limit * Fixed::SCALE)).sum();
    (0..=HIGHEST * Fixed::SCALE).contains(&millionths).then_some(band)
}

/// The band of an entry score, in Swedish; `None` where it is no entry score.
pub fn entry_band(score: Fixed) -> Option<&'static str> {
    entry_band_number(score.millionths()).and_then(|band| BANDS.get(band as usize)).map(|(sv, _)| *sv)
}

/// All bands, from the lowest on.
pub fn band_names(lang: Lang) -> Vec<&'static str> {
    BANDS.iter().map(|(sv, en)| lang.pick(*sv, *en)).collect()
}

/// A band in another language; other labels as they stand.
pub fn band_name(name: &str, lang: Lang) -> &str {
    BANDS.iter().find(|(sv, _)| *sv == name).map_or(name, |(sv, en)| lang.pick(sv, en))
}

/// Parts of the names of education, with their levels; the first that a name has counts.
const EDUCATION: &[(&str, u32)] = &[
    ("forgymnasi", 1),
    ("grundskol", 1),
    ("folkskol", 1),
    ("compulsory", 1),
    ("primary", 1),
    ("lowersecondary", 1),
    ("somehighschool", 1),
    ("forskar", 6),
    ("doktor", 6),
    ("doctor", 6),
    ("phd", 6),
    ("master", 5),
    ("somecollege", 3),
    ("associate", 3),
    ("eftergymnasi", 4),
    ("hogskol", 4),
    ("universitet", 4),
    ("postsecondary", 4),
    ("higher", 4),
    ("tertiary", 4),
    ("university", 4),
    ("college", 4),
    ("bachelor", 4),
    ("gymnasi", 2),
    ("highschool", 2),
    ("secondary", 2),
];
/// What says that an education after the gymnasium was short.
const SHORT: &[&str] = &["kort", "under3ar", "mindrean3ar", "mindreantrear", "kortarean", "short", "lessthan"];
/// Words for low, middle and high.
const STEPS: &[(&str, u32)] =
    &[("lag", 1), ("low", 1), ("medel", 2), ("mellan", 2), ("mid", 2), ("average", 2), ("hog", 3), ("high", 3)];

/// What puts a label of such a dimension in order, where it has a level: the education's, or where the band begins.
pub fn group_level(dim: Dim, name: &str) -> Option<u32> {
    let reduced = normalise(name);
    let step = || STEPS.iter().find(|(word, _)| reduced.starts_with(word)).map(|(_, level)| *level);
    match dim {
        Dim::ParentsEducation => {
            let level = EDUCATION.iter().find(|(part, _)| reduced.contains(part)).map(|(_, level)| *level);
            let is_short = || SHORT.iter().any(|word| reduced.contains(word));
            level.map(|level| if level == 4 && is_short() { 3 } else { level }).or_else(step)
        }
        Dim::EntryBand => {
            let digits = |c: char| c.is_ascii_digit();
            let from = name.trim_start_matches(|c: char| !digits(c));
            let first = &from[..from.find(|c: char| !digits(c)).unwrap_or(from.len())];
            // `under 160` goes before `160–199`.
            let begins = first.parse::<u32>().ok().map(|limit| 2 * limit.min(1000) + 1);
            let is_under = ["under", "below", "mindre", "less", "upto", "hogst", "max"]
                .iter()
                .any(|word| reduced.starts_with(word))
                || name.trim_start().starts_with('<');
            begins.map(|begins| begins - u32::from(is_under)).or_else(step)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_put_in_bands() {
        for (score, expected) in [
            (0.0, Some("under 160")),
            (159.5, Some("under 160")),
            (160.0, Some("160–199")),
            (199.9, Some("160–199")),
            (200.0, Some("200–239")),
            (240.0, Some("240–279")),
            (279.999_999, Some("240–279")),
            (280.0, Some("280 och mer")),
            (340.0, Some("280 och mer")),
            (340.5, None),
            (-1.0, None),
        ] {
            assert_eq!(entry_band(Fixed::from_f64(score).expect("a number")), expected, "{score}");
        }
        assert_eq!(band_name("280 och mer", Lang::En), "280 and more");
        assert_eq!(band_name("280 och mer", Lang::Sv), "280 och mer");
        assert_eq!(band_name("Hög", Lang::En), "Hög");
    }

    #[test]
    fn labels_have_the_order_of_their_levels() {
        for (dim, names) in [
            (Dim::EntryBand, &["under 160", "160–199", "200–239", "240–279", "280 och mer"][..]),
            (Dim::EntryBand, &["<150", "150-200", "≥ 200"]),
            (Dim::EntryBand, &["Låg", "Mellan", "Hög"]),
            (
                Dim::ParentsEducation,
                &["Förgymnasial", "Gymnasial", "Eftergymnasial, kort", "Eftergymnasial, lång", "Forskarutbildning"],
            ),
            (Dim::ParentsEducation, &["Grundskola", "Gymnasium", "Högskola"]),
            (Dim::ParentsEducation, &["Primary", "Upper secondary", "Higher education"]),
            (
                Dim::ParentsEducation,
                &["some high school", "high school", "some college", "bachelor's degree", "master's degree"],
            ),
            (Dim::ParentsEducation, &["1 Högst grundskola", "2 Gymnasial utbildning", "3 Eftergymnasial utbildning"]),
            (Dim::ParentsEducation, &["Låg", "Medel", "Hög"]),
        ] {
            let levels: Vec<Option<u32>> = names.iter().map(|name| group_level(dim, name)).collect();
            assert!(levels.iter().all(Option::is_some) && levels.is_sorted_by(|a, b| a < b), "{names:?} {levels:?}");
        }
        assert_eq!(group_level(Dim::Gender, "Flicka"), None);
        assert_eq!(group_level(Dim::ParentsEducation, "okänd"), None);
        assert_eq!(group_level(Dim::EntryBand, "övriga"), None);
    }
}
