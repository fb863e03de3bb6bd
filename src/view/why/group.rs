//! Why the value of a group is what it is, and how far it is from that of another.

use super::facts::{Facts, joined, judged, method, stated};
use crate::data::{Dim, Lang, Unit};
use crate::disclose::{Key, Protected, State};
use crate::view::format::number;
use crate::view::grid::Spot;
use crate::view::groups::group_name;
use crate::view::screen::{Number, Why};
use crate::view::{notes, words};

/// The value of a group within a school; `against` is the group that it is compared with, in the same school and year, and whether that
/// is one of many schools.
pub fn of_group(
    dataset: &Protected,
    indicator: usize,
    (key, against): (Key, Option<(Key, bool)>),
    source: &str,
    lang: Lang,
) -> Option<Why> {
    let about = dataset.profile.indicators.get(indicator)?;
    let spot = Spot::new(dataset.at(key), indicator);
    let mut facts = Facts::of(dataset, about, lang);
    facts.first(
        lang.pick("Värdet", "The value"),
        joined(&[about.name.get(lang), &place(dataset, key), &name(dataset, key, lang)]),
    );
    facts.value(&spot);
    if let Some((other, is_one_of_many)) = against {
        gap(&mut facts, dataset, indicator, ([key, other], is_one_of_many), lang);
    }
    Some(facts.end(&[("", &spot)], source, spot.number(about, lang)))
}

/// How far the first of two groups of one school and year is above the second.
pub fn of_gap(dataset: &Protected, indicator: usize, keys: [Key; 2], source: &str, lang: Lang) -> Option<Why> {
    let about = dataset.profile.indicators.get(indicator)?;
    let spots = keys.map(|key| Spot::new(dataset.at(key), indicator));
    let names = keys.map(|key| name(dataset, key, lang));
    let mut facts = Facts::of(dataset, about, lang);
    let which = format!("{} {} {}", names[0], lang.pick("minus", "minus"), words::in_sentence(&names[1]));
    facts.first(lang.pick("Skillnaden", "The gap"), joined(&[about.name.get(lang), &place(dataset, keys[0]), &which]));
    for (name, spot) in names.iter().zip(&spots) {
        facts.add(name, stated(spot, about, lang));
    }
    let apart = spots[0].value.shown().zip(spots[1].value.shown()).map(|(first, second)| first.value - second.value);
    let heading = if let Some(apart) = apart {
        let sign = if apart > 0.0 && !words::is_unchanged(apart, about) { "+" } else { "" };
        let unit = match about.unit {
            Unit::Percent => lang.pick("\u{a0}procentenheter", "\u{a0}percentage points"),
            Unit::Points => "",
        };
        Number::Shown(format!("{sign}{}{unit}", number(apart, about.decimals, lang)))
    } else {
        facts.not_shown(&[&spots[0], &spots[1]]);
        let hidden = spots.iter().find(|spot| matches!(spot.value.state(), State::Withheld(_)));
        hidden.unwrap_or(&spots[0]).number(about, lang)
    };
    gap(&mut facts, dataset, indicator, (keys, false), lang);
    let rows = [(names[0].as_str(), &spots[0]), (names[1].as_str(), &spots[1])];
    Some(facts.end(&rows, source, heading))
}

/// Whether the gap is more than chance, and how that is reckoned; nothing where one of the two is not shown.
fn gap(facts: &mut Facts, dataset: &Protected, indicator: usize, (keys, is_one_of_many): ([Key; 2], bool), lang: Lang) {
    let Some(about) = dataset.profile.indicators.get(indicator) else { return };
    let [first, second] = keys.map(|key| Spot::new(dataset.at(key), indicator).value);
    if first.shown().is_none() || second.shown().is_none() {
        return;
    }
    let against = words::in_sentence(&name(dataset, keys[1], lang));
    let term = format!("{} {against}", lang.pick("Skillnad mot", "Difference from"));
    match first.above(&second).zip(first.judged(&second, is_one_of_many)) {
        Some(told) => {
            facts.add(&term, judged(about, told, lang));
            facts.add(lang.pick("Hur det är räknat", "How it is reckoned"), method(about, lang).to_owned());
        }
        None => facts.add(&term, notes::spread_unknown(dataset.shape, lang).to_owned()),
    }
}

/// `Alkullagymnasiet, 2023/24`
fn place(dataset: &Protected, key: Key) -> String {
    joined(&[dataset.name(Dim::School, key.school), dataset.name(Dim::Year, key.year)])
}

fn name(dataset: &Protected, key: Key, lang: Lang) -> String {
    let everybody = || lang.pick("Alla elever", "All pupils").to_owned();
    key.group.map_or_else(everybody, |(dim, code)| group_name(dataset, dim, code, lang))
}
