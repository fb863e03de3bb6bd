//! The schools to choose among, by name or by what an indicator says of them.

use crate::data::{Dim, Lang, sort_by};
use crate::disclose::{Protected, missing};
use crate::query::Selection;
use crate::view::grid::key;
use crate::view::screen::Number;
use crate::view::words;

/// A school to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// School label.
    pub school: u16,
    /// Its value in the last chosen year, or the words in its place; `None` where the list is by name.
    pub number: Option<Number>,
    /// `43 elever, 95 %-intervall 54,9–81,4`; empty where no value is shown.
    pub base: String,
}

/// These schools (labels in order, so by name), or from the lowest value of an indicator to the highest, as it is written. Schools
/// without a value stand last, by name: their order tells nothing of what is withheld.
pub fn roster(
    dataset: &Protected,
    selection: &Selection,
    schools: &[u16],
    by: Option<usize>,
    lang: Lang,
) -> Vec<Listed> {
    let about = by.and_then(|by| Some((by, dataset.profile.indicators.get(by)?)));
    let Some((by, about)) = about else {
        return schools.iter().map(|&school| Listed { school, number: None, base: String::new() }).collect();
    };
    let scale = 10_f64.powi(i32::from(about.decimals));
    let found = |&school: &u16| {
        let value = dataset.at(key(selection, school, selection.to)).map_or(missing(), |spot| spot.value(by));
        let place = value.shown().map_or(f64::INFINITY, |estimate| (estimate.value * scale).round());
        let base = value.shown().map_or(String::new(), |estimate| words::base(estimate, about, lang));
        (place, Listed { school, number: Some(words::published(&value, about, lang)), base })
    };
    let mut listed: Vec<(f64, Listed)> = schools.iter().map(found).collect();
    sort_by(&mut listed, |(at, one), (other_at, other)| at.total_cmp(other_at).then(one.school.cmp(&other.school)));
    listed.into_iter().map(|(_, listed)| listed).collect()
}

/// Every school but the one in focus.
pub fn others(dataset: &Protected, selection: &Selection) -> Vec<u16> {
    let all = (0..=u16::MAX).take(dataset.labels(Dim::School).len());
    all.filter(|&school| school != selection.focus).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    /// Schools of twenty pupils, of whom so many have an exam, and two small ones.
    fn data() -> Protected {
        let mut csv = String::from("Läsår;Skola;Närvaro;Examen inom tre år\n");
        for (school, pupils, having) in [("A", 20, 15), ("B", 9, 9), ("C", 20, 8), ("D", 8, 0), ("E", 20, 12)] {
            for pupil in 0..pupils {
                csv.extend([format!(
                    "2023/24;{school};{};{}\n",
                    80 + pupil % 7,
                    if pupil < having { "Ja" } else { "Nej" }
                )]);
            }
        }
        Protected::new(fixture::dataset(&csv))
    }

    #[test]
    fn withheld_schools_stand_last_by_name_whatever_their_values() {
        let data = data();
        let selection = Selection { focus: 2, ..Selection::first(&data) };
        let schools = others(&data, &selection);
        assert_eq!(schools, [0, 1, 3, 4]);
        let by_name = roster(&data, &selection, &schools, None, Lang::Sv);
        assert!(by_name.iter().all(|listed| listed.number.is_none()));
        let by_value = roster(&data, &selection, &schools, Some(1), Lang::Sv);
        let found: Vec<(u16, Option<Number>, &str)> =
            by_value.iter().map(|listed| (listed.school, listed.number.clone(), listed.base.as_str())).collect();
        let shown = |text: &str| Some(Number::Shown(text.to_owned()));
        let hidden = || Some(Number::Withheld("dolt för att skydda elever".to_owned()));
        assert_eq!(
            found,
            [
                (4, shown("60,0\u{a0}%"), "20\u{a0}elever, 95\u{a0}%\u{2011}intervall 38,7\u{2060}–\u{2060}78,1"),
                (0, shown("75,0\u{a0}%"), "20\u{a0}elever, 95\u{a0}%\u{2011}intervall 53,1\u{2060}–\u{2060}88,8"),
                (1, hidden(), ""),
                (3, hidden(), ""),
            ]
        );
        assert_eq!(roster(&data, &selection, &schools, Some(99), Lang::Sv), by_name, "no such indicator");
    }
}
