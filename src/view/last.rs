//! What the last value of the school in focus says, and how far it is from earlier ones.

use crate::data::{Dataset, Dim, Indicator, Lang};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::stats::{Difference, Verdict};
use crate::view::grid::Grid;
use crate::view::{absent, breaks, window, words};

/// The last value of the school in focus, or that there is none.
pub(crate) fn last_value(
    dataset: &Protected,
    grid: &Grid,
    selection: &Selection,
    indicator: usize,
    lang: Lang,
) -> String {
    let school = dataset.name(Dim::School, selection.focus);
    let year = &window::name(dataset, selection, selection.to);
    let last = grid.spot(0, selection.to, indicator);
    let Some(estimate) = last.value.shown() else {
        return match breaks::within(dataset, grid, (0, indicator), selection.to, lang) {
            Some(reason) if last.split => format!("{year} {}: {reason}", window::not_together(lang)),
            _ => absent::nothing(dataset, selection, lang)
                .unwrap_or_else(|| no_last(school, year, &last.value.state(), lang)),
        };
    };
    let value = words::value(estimate.value, &dataset.profile.indicators[indicator], lang);
    let at = match (year.as_str(), lang) {
        ("", _) => String::new(),
        (_, Lang::Sv) => format!(" {year}"),
        (_, Lang::En) => format!(" in {year}"),
    };
    format!("{school} {} {value}{at}{}.", lang.pick("har", "has"), window::and_together(selection.pooled, lang))
}

/// How far that value is above those of these years, as far as they are shown.
pub(crate) fn against(
    dataset: &Dataset,
    grid: &Grid,
    selection: &Selection,
    (indicator, years): (usize, &[u16]),
    lang: Lang,
) -> Vec<String> {
    let about = &dataset.profile.indicators[indicator];
    let changes: Vec<Change> =
        years.iter().filter_map(|&year| change(dataset, grid, selection, indicator, year)).collect();
    if !changes.is_empty() {
        return changes_in_words(&changes, about, lang);
    }
    let last = grid.spot(0, selection.to, indicator).value;
    let values = years.iter().filter_map(|&year| {
        let earlier = grid.spot(0, year, indicator).value.shown()?.value;
        Some(compared(last.shown()?.value - earlier, &window::name(dataset, selection, year), about, lang))
    });
    let values: Vec<String> = values.collect();
    let sentence =
        (!values.is_empty()).then(|| format!("{} {}.", lang.pick("Det är", "That is"), words::listed(&values, lang)));
    sentence.into_iter().collect()
}

/// How the last value differs from that of an earlier year.
struct Change {
    since: String,
    difference: Difference,
    /// The smaller of the two groups.
    pupils: u64,
}

fn change(dataset: &Dataset, grid: &Grid, selection: &Selection, indicator: usize, year: u16) -> Option<Change> {
    let (last, earlier) = (grid.spot(0, selection.to, indicator).value, grid.spot(0, year, indicator).value);
    let difference = last.above(&earlier)?;
    let pupils = last.shown()?.pupils.min(earlier.shown()?.pupils);
    Some(Change { since: window::name(dataset, selection, year), difference, pupils })
}

/// `8,1 procentenheter högre än 2022/23`
pub(crate) fn compared(difference: f64, since: &str, about: &Indicator, lang: Lang) -> String {
    let size = words::change(difference, about, lang);
    let than =
        if words::is_unchanged(difference, about) { lang.pick("sedan", "since") } else { lang.pick("än", "than in") };
    format!("{size} {than} {since}")
}

/// One sentence for two changes of which neither is more than chance, else one for each.
fn changes_in_words(changes: &[Change], about: &Indicator, lang: Lang) -> Vec<String> {
    let compared = |change: &Change| compared(change.difference.estimate, &change.since, about, lang);
    let unchanged = |change: &Change| words::is_unchanged(change.difference.estimate, about);
    let chance = |change: &Change| change.difference.verdict() != Verdict::MoreThanChance && !unchanged(change);
    if let [first, second] = changes
        && chance(first)
        && chance(second)
    {
        let pupils = words::pupils(first.pupils.min(second.pupils), lang);
        let (first, second) = (compared(first), compared(second));
        return vec![match lang {
            Lang::Sv => {
                format!("Det är {first} och {second}. Med {pupils} som minst kan båda skillnaderna vara slump.")
            }
            Lang::En => {
                format!("That is {first} and {second}. With as few as {pupils} both differences may be chance.")
            }
        }];
    }
    let sentence = |change: &Change| {
        let end = match change {
            change if unchanged(change) => ".".to_owned(),
            change => words::change_judged(change.difference, change.pupils, about, lang),
        };
        format!("{} {}{end}", lang.pick("Det är", "That is"), compared(change))
    };
    changes.iter().map(sentence).collect()
}

fn no_last(school: &str, year: &str, state: &State, lang: Lang) -> String {
    match (state, lang) {
        (State::Withheld(why), _) => words::is_withheld(school, year, *why, lang),
        (_, Lang::Sv) => format!("Värde för {school} {year} {}.", words::missing(lang)),
        (_, Lang::En) => format!("There is no value for {school} in {year}."),
    }
}
