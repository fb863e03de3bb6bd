//! Things to know below figures and tables.

use std::ops::Range;

use crate::data::{Dataset, Lang, Missing, Shape};
use crate::disclose::{Publishable, State, Withheld};
use crate::view::format::count;
use crate::view::grid::Grid;
use crate::view::words;

/// Why there is no interval and no verdict.
pub(crate) fn spread_unknown(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Aggregated => lang.pick(
            "Källan anger ingen spridning mellan elever, så det går inte att säga vad som kan vara slump.",
            "The source gives no spread between pupils, so it cannot be told what may be chance.",
        ),
        Shape::PupilRows => lang.pick(
            "Inget intervall visas: alla elever har samma värde, eller så kunde det avslöja vad enskilda elever har.",
            "No interval is shown: all pupils have the same value, or it could give away what single pupils have.",
        ),
    }
}

/// The indicators of which values are shown that carry no interval: all of them, or some.
pub(crate) fn no_spread(
    dataset: &Dataset,
    (grid, years): (&Grid, &[u16]),
    indicators: Range<usize>,
    lang: Lang,
) -> Vec<String> {
    let (mut names, mut notes) = (Vec::new(), Vec::new());
    for indicator in indicators {
        let name = dataset.profile.indicators[indicator].name.get(lang);
        let places = (0..grid.schools.len()).flat_map(|school| years.iter().map(move |&year| (school, year)));
        let values = places.map(|(school, year)| grid.spot(school, year, indicator).value);
        match without_interval(dataset.shape, name, &mut values.into_iter(), lang) {
            Some((_, true)) => names.push(name.to_owned()),
            some => notes.extend(some.map(|(note, _)| note)),
        }
    }
    let all = (!names.is_empty()).then(|| no_spread_of(dataset.shape, &names, lang));
    all.into_iter().chain(notes).collect()
}

/// That values are shown without an interval, and why; and whether that is so of all of them.
pub(crate) fn without_interval(
    shape: Shape,
    name: &str,
    values: &mut dyn Iterator<Item = Publishable>,
    lang: Lang,
) -> Option<(String, bool)> {
    let (mut shown, mut without) = (0_u64, 0_u64);
    for value in values {
        if let Some(estimate) = value.shown() {
            shown += 1;
            without += u64::from(estimate.interval.is_none());
        }
    }
    let note = match (without, lang) {
        (0, _) => return None,
        _ if without == shown => no_spread_of(shape, &[name.to_owned()], lang),
        (1, Lang::Sv) => format!(
            "{name}: ett värde visas utan intervall. Alla elever har samma värde, eller så kunde intervallet avslöja vad enskilda elever har."
        ),
        (n, Lang::Sv) => format!(
            "{name}: {} värden visas utan intervall. Alla elever har samma värde, eller så kunde intervallet avslöja vad enskilda elever har.",
            count(n, lang)
        ),
        (1, Lang::En) => format!(
            "{name}: one value is shown without an interval. All pupils have the same value, or the interval could give away what single pupils have."
        ),
        (n, Lang::En) => format!(
            "{name}: {} values are shown without an interval. All pupils have the same value, or the interval could give away what single pupils have.",
            count(n, lang)
        ),
    };
    Some((note, without == shown))
}

/// That these indicators carry no interval.
fn no_spread_of(shape: Shape, names: &[String], lang: Lang) -> String {
    format!("{}: {}", words::listed(names, lang), lower_first(spread_unknown(shape, lang)))
}

/// How many values of these years are withheld, by whom, and how many are sums of which the source withholds a part. `beside` is what
/// stands beside the schools.
pub(crate) fn withheld(
    grid: &Grid,
    years: &[u16],
    indicators: Range<usize>,
    beside: &[State],
    lang: Lang,
) -> Vec<String> {
    let spots = || {
        let places = (0..grid.schools.len()).flat_map(|school| years.iter().map(move |&year| (school, year)));
        places.flat_map(|(school, year)| indicators.clone().map(move |indicator| grid.spot(school, year, indicator)))
    };
    let partial =
        spots().filter(|spot| spot.value.shown().is_some() && spot.left_out.of(Missing::WithheldInSource) > 0).count();
    hidden(&mut spots().map(|spot| spot.value.state()).chain(beside.iter().copied()), partial, lang)
}

/// How many of these values are withheld by our rule, withheld by the source, or only bounds; and sums of which the source withholds a
/// part.
pub(crate) fn hidden(values: &mut dyn Iterator<Item = State>, partial: usize, lang: Lang) -> Vec<String> {
    let (mut by_rule, mut in_source, mut bounds) = (0, 0, 0);
    for value in values {
        match value {
            State::Withheld(Withheld::ByRule) => by_rule += 1,
            State::Withheld(Withheld::InSource) => in_source += 1,
            State::Withheld(Withheld::Within(..)) => bounds += 1,
            State::Shown(_) | State::Missing => {}
        }
    }
    let one_or_many = [
        (
            by_rule,
            lang.pick(
                ["värde är dolt för att skydda elever", "värden är dolda för att skydda elever"],
                ["value is withheld to protect pupils", "values are withheld to protect pupils"],
            ),
        ),
        (
            in_source,
            lang.pick(
                ["värde är dolt i källan", "värden är dolda i källan"],
                ["value is withheld in the source", "values are withheld in the source"],
            ),
        ),
        (
            bounds,
            lang.pick(
                ["värde är bara en gräns i källan", "värden är bara gränser i källan"],
                ["value is only a bound in the source", "values are only bounds in the source"],
            ),
        ),
        (
            partial,
            lang.pick(
                ["värde är en summa där källan döljer en del", "värden är summor där källan döljer en del"],
                [
                    "value is a sum of which the source withholds a part",
                    "values are sums of which the source withholds a part",
                ],
            ),
        ),
    ];
    let sentence = |(n, [one, many]): (usize, [&str; 2])| match n {
        0 => None,
        1 => Some(format!("{} {one}.", lang.pick("Ett", "One"))),
        _ => Some(format!("{} {many}.", count(n as u64, lang))),
    };
    one_or_many.into_iter().filter_map(sentence).collect()
}

/// How it is told whether a difference is more than chance, where several schools are looked at at once.
pub(crate) fn among_many(lang: Lang) -> &'static str {
    lang.pick(
        "För skolan i fokus är en skillnad mer än slump när dess 95\u{a0}%\u{2011}intervall inte rymmer noll. För de andra skolorna, som ses på en gång, krävs det av 99,8\u{a0}%\u{2011}intervallet.",
        "For the school in focus, a difference is more than chance where its 95% interval leaves zero out. For the other schools, which are looked at at once, the 99.8% interval must do so.",
    )
}

/// Why schools are not ranked.
pub(crate) fn no_league(lang: Lang) -> &'static str {
    lang.pick(
        "Skolorna rangordnas inte. Skillnader mellan skolor kan bero på vilka elever som går där.",
        "The schools are not ranked. Differences between schools may be due to which pupils go there.",
    )
}

/// Where the numbers come from.
pub(crate) fn source(dataset: &Dataset, source: &str, lang: Lang) -> String {
    let invented = if dataset.invented { lang.pick(", påhittade data", ", invented data") } else { "" };
    format!("{} {source}{invented}.", lang.pick("Källa:", "Source:"))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}
