//! One indicator of the focus school: value and change.

use crate::data::{Dataset, Indicator, Lang};
use crate::disclose::{Protected, State, Withheld};
use crate::query::Selection;
use crate::stats::Verdict;
use crate::view::grid::{Grid, Spot};
use crate::view::screen::{Card, VerdictMark};
use crate::view::why::{self, Since};
use crate::view::{breaks, notes, series, window, words};

/// The card of one indicator for the last chosen year.
pub(crate) fn card(
    dataset: &Protected,
    grid: &Grid,
    selection: &Selection,
    index: usize,
    source: &str,
    lang: Lang,
) -> Card {
    let indicator = &dataset.profile.indicators[index];
    let spot = grid.spot(0, selection.to, index);
    let earlier = grid.before.map(|before| grid.spot(0, before, index));
    let broken =
        grid.before.and_then(|before| breaks::between(dataset, grid, (0, index), (before, selection.to), lang));
    let difference = earlier.filter(|_| broken.is_none()).and_then(|earlier| spot.value.above(&earlier.value));
    let change = match &broken {
        Some(reason) if spot.value.shown().is_some() => {
            words::sentence_case(&breaks::not_with_before(reason, selection.pooled, lang))
        }
        _ => change(dataset, grid, indicator, (spot, earlier), lang),
    };
    Card {
        name: indicator.name.get(lang).to_owned(),
        number: spot.number(indicator, lang),
        base: spot.value.shown().map_or(String::new(), |estimate| words::base(estimate, indicator, lang)),
        verdict: difference.filter(|difference| !words::is_unchanged(difference.estimate, indicator)).map(
            |difference| VerdictMark {
                more_than_chance: difference.verdict() == Verdict::MoreThanChance,
                up: difference.estimate > 0.0,
                text: words::verdict(difference.verdict(), lang).to_owned(),
            },
        ),
        spark: series::chart(dataset, grid, 1, index, Some(&change), lang),
        change,
        why: why::of_value(
            dataset,
            grid,
            index,
            &Since { difference: difference.map(|found| (found, found.verdict())), broken },
            source,
            lang,
        ),
    }
}

/// The change since the year before in a sentence, or why there is none.
fn change(
    dataset: &Dataset,
    grid: &Grid,
    indicator: &Indicator,
    (now, earlier): (Spot, Option<Spot>),
    lang: Lang,
) -> String {
    let Some(estimate) = now.value.shown() else { return String::new() };
    let pooled = grid.selection.pooled;
    let the_before = window::the_before(pooled, lang);
    let year = grid.before.map_or(String::new(), |before| window::name(dataset, &grid.selection, before));
    if earlier.is_some_and(|earlier| earlier.split) {
        return format!("{}, {year}, {}.", words::sentence_case(the_before), window::not_together(lang));
    }
    match (earlier.map(|earlier| earlier.value.state()), lang) {
        (None, _) => no_year_before(dataset, grid, lang),
        (Some(State::Withheld(why @ Withheld::Within(..))), _) => {
            format!("{}, {year}: {}.", words::sentence_case(the_before), words::withheld(why, lang))
        }
        (Some(State::Withheld(why)), Lang::Sv) if pooled > 0 => {
            format!("Värdet för {the_before}, {year}, är {}.", words::withheld(why, lang))
        }
        (Some(State::Withheld(why)), Lang::Sv) => format!("Läsåret innan, {year}, är {}.", words::withheld(why, lang)),
        (Some(State::Withheld(why)), Lang::En) => {
            let are = if pooled > 0 { "are" } else { "is" };
            format!("{}, {year}, {are} {}.", words::sentence_case(the_before), words::withheld(why, lang))
        }
        (Some(State::Missing), Lang::Sv) if pooled > 0 => format!("Värde för {the_before}, {year}, saknas."),
        (Some(State::Missing), Lang::Sv) => format!("Värde för läsåret innan, {year}, saknas."),
        (Some(State::Missing), Lang::En) => format!("There is no value for {the_before}, {year}."),
        (Some(State::Shown(before)), _) => {
            // The same number as in the table beside it, also where rounding could go either way.
            let told = earlier.and_then(|earlier| now.value.above(&earlier.value));
            let difference = told.map_or(estimate.value - before.value, |told| told.estimate);
            let size = words::sentence_case(&words::change(difference, indicator, lang));
            let compared = if words::is_unchanged(difference, indicator) {
                lang.pick("sedan", "since")
            } else {
                lang.pick("än", "than")
            };
            let sentence = format!("{size} {compared} {the_before}.");
            if told.is_some() { sentence } else { format!("{sentence} {}", notes::spread_unknown(dataset.shape, lang)) }
        }
    }
}

/// Why there is no year to compare with.
fn no_year_before(dataset: &Dataset, grid: &Grid, lang: Lang) -> String {
    let pooled = grid.selection.pooled;
    match (window::name_before(dataset, &grid.selection, grid.selection.to), lang) {
        (Some(years), _) if pooled > 0 => {
            let before = words::sentence_case(window::the_before(pooled, lang));
            format!("{before}, {years}, {}", lang.pick("finns inte alla i underlaget.", "are not all in the data."))
        }
        (Some(before), Lang::Sv) => format!("Läsåret innan, {before}, finns inte i underlaget."),
        (Some(before), Lang::En) => format!("The year before, {before}, is not in the data."),
        (None, Lang::Sv) => "Underlaget säger inte vilket läsår det gäller.".to_owned(),
        (None, Lang::En) => "The data do not say which school year it is.".to_owned(),
    }
}
