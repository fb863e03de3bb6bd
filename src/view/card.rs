//! One indicator of the focus school: value, change, and why this number.

use crate::data::{Dataset, Indicator, Kind, Lang, Missing, Shape, Unit};
use crate::disclose::{Protected, State};
use crate::query::{Estimate, Selection};
use crate::stats::{Difference, Verdict, power};
use crate::view::format::{count, number};
use crate::view::grid::{Grid, Spot};
use crate::view::screen::{Card, Number, VerdictMark, Why};
use crate::view::{bounds, breaks, notes, protection, series, window, words};

/// What can be said of the change since the year before.
struct Since {
    /// The change, where it can be told.
    difference: Option<Difference>,
    /// Why the two years cannot be compared, where that is so.
    broken: Option<String>,
    /// How many earlier years are put together with each.
    pooled: u8,
}

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
        why: why(dataset, indicator, spot, &Since { difference, broken, pooled: selection.pooled }, source, lang),
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

/// Definition, pupils, interval, change, what the number can show, rows, source.
fn why(dataset: &Protected, indicator: &Indicator, spot: Spot, since: &Since, source: &str, lang: Lang) -> Why {
    let question = lang.pick("varför detta tal?", "why this number?");
    let heading = match spot.number(indicator, lang) {
        Number::Shown(text) => format!("{text}: {question}"),
        Number::Withheld(text) | Number::Missing(text) => format!("{}: {}", indicator.name.get(lang), text),
    };
    let mut facts = vec![(lang.pick("Definition", "Definition").to_owned(), indicator.definition.get(lang).to_owned())];
    let mut fact = |term: &str, text: String| facts.push((term.to_owned(), text));
    match spot.value.state() {
        State::Shown(estimate) => {
            let together = window::and_together(since.pooled, lang);
            fact(lang.pick("Elever", "Pupils"), format!("{}{together}", count(estimate.pupils, lang)));
            fact(words::interval_name(lang), interval(dataset, indicator, &estimate, lang));
            let judged = since.difference.map(|difference| judged(indicator, difference, lang));
            let cannot = lang.pick("Går inte att jämföra.", "Cannot be compared.");
            if let Some(text) = since.broken.as_ref().map(|reason| format!("{cannot} {reason}")).or(judged) {
                let from = lang.pick("Ändring från", "Change from");
                fact(&format!("{from} {}", window::the_before(since.pooled, lang)), text);
            }
            if let Some(text) = can_show(indicator, &estimate, lang) {
                fact(lang.pick("Vad antalet kan visa", "What the number can show"), text);
            }
        }
        State::Withheld(crate::disclose::Withheld::ByRule) => {
            fact(lang.pick("Dolt", "Withheld"), protection::why_withheld(dataset.protection(), lang));
        }
        State::Withheld(crate::disclose::Withheld::InSource) => fact(
            lang.pick("Dolt", "Withheld"),
            lang.pick(
                "Den som gav ut uppgifterna har dolt värdet (..).",
                "Whoever published the data withheld the value (..).",
            )
            .to_owned(),
        ),
        State::Withheld(crate::disclose::Withheld::Within(bound, _)) => {
            fact(lang.pick("Gräns", "Bound"), bounds::explained(bound, lang));
        }
        State::Missing => {}
    }
    if spot.value.shown().is_some() && spot.left_out.total() > 0 {
        fact(lang.pick("Räknas inte", "Not counted"), left_out(dataset, spot, lang));
    }
    fact(lang.pick("Skydd", "Protection"), format!("{}.", dataset.protection().name(lang)));
    fact(lang.pick("Källa", "Source"), source.to_owned());
    Why { heading, facts }
}

fn interval(dataset: &Dataset, indicator: &Indicator, estimate: &Estimate, lang: Lang) -> String {
    let Some(interval) = estimate.interval else { return notes::spread_unknown(dataset.shape, lang).to_owned() };
    let method = match indicator.kind {
        Kind::Share => lang.pick("Wilsons metod", "Wilson's method"),
        Kind::Mean => lang.pick("t-fördelningen", "the t distribution"),
    };
    format!("{} ({method})", words::limits(interval, indicator, lang))
}

fn judged(indicator: &Indicator, difference: Difference, lang: Lang) -> String {
    let size = words::sentence_case(&words::change(difference.estimate, indicator, lang));
    let limits = words::limits(difference.interval, indicator, lang);
    let end = match difference.verdict() {
        Verdict::MoreThanChance => lang.pick(
            "Noll ingår inte, så det är mer än slumpen brukar ge.",
            "Zero is outside, so it is more than chance usually gives.",
        ),
        Verdict::MayBeChance => lang.pick("Noll ingår, så det kan vara slump.", "Zero is inside, so it may be chance."),
        Verdict::TooFewPupils => {
            lang.pick("Det är för få elever för att säga något.", "There are too few pupils to tell.")
        }
        Verdict::NotComparable => lang.pick("Går inte att jämföra.", "Cannot be compared."),
    };
    format!("{size} ({}: {limits}). {end}", words::interval_name(lang))
}

/// The smallest change that two years of this size would usually show, rounded up to whole percentage points or tenths.
fn can_show(indicator: &Indicator, estimate: &Estimate, lang: Lang) -> Option<String> {
    let pupils = estimate.pupils as f64;
    let smallest = match indicator.kind {
        Kind::Share => power::detectable_share(estimate.value / 100.0, pupils)? * 100.0,
        Kind::Mean => power::detectable_mean(estimate.sd()?, pupils)?,
    };
    if smallest <= 0.0 || smallest > indicator.highest - indicator.lowest {
        return None;
    }
    let size = match indicator.unit {
        Unit::Percent => format!(
            "{}\u{a0}{}",
            number(smallest.max(1.0).ceil(), 0, lang),
            lang.pick("procentenheter", "percentage points")
        ),
        Unit::Points => number((smallest * 10.0).ceil() / 10.0, 1, lang),
    };
    let pupils = words::pupils(estimate.pupils, lang);
    Some(match lang {
        Lang::Sv => format!("Med {pupils} per år upptäcks en verklig ändring oftast bara om den är minst {size}."),
        Lang::En => format!("With {pupils} a year, a real change usually shows only if it is at least {size}."),
    })
}

/// Rows without a usable value, by reason.
fn left_out(dataset: &Dataset, spot: Spot, lang: Lang) -> String {
    let reasons = Missing::ALL.into_iter().filter(|&reason| spot.left_out.of(reason) > 0);
    let parts: Vec<String> = reasons
        .map(|reason| {
            let rows = units(spot.left_out.of(reason), dataset.shape, lang);
            let why = match reason {
                Missing::Blank => lang.pick("utan värde", "without a value"),
                Missing::WithheldInSource => lang.pick("dolda i källan", "withheld in the source"),
                Missing::Bounded => {
                    lang.pick("som källan bara anger en gräns för", "of which the source only gives a bound")
                }
                Missing::NotApplicable => {
                    lang.pick("där måttet inte är tillämpligt", "where the measure does not apply")
                }
                Missing::Unreadable => lang.pick("som inte gick att läsa", "that could not be read"),
                Missing::OutOfRange => lang.pick("utanför skalan", "outside the scale"),
            };
            format!("{rows} {why}")
        })
        .collect();
    words::sentence_case(&words::listed(&parts, lang))
}

/// `43 elever` or `2 rader`.
fn units(n: u64, shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::PupilRows => words::pupils(n, lang),
        Shape::Aggregated if n == 1 => format!("1\u{a0}{}", lang.pick("rad", "row")),
        Shape::Aggregated => format!("{}\u{a0}{}", count(n, lang), lang.pick("rader", "rows")),
    }
}
