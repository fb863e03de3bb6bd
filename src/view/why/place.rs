//! Why the value of a municipality or provider is what it is.

use super::facts::{Facts, joined};
use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::view::beside::Beside;
use crate::view::screen::Why;

/// The value of all its schools together in a school year: what belongs to it, pupils, interval, rows, rule, source.
pub(super) fn of_place(
    dataset: &Protected,
    beside: &Beside,
    (indicator, year): (usize, u16),
    source: &str,
    lang: Lang,
) -> Why {
    let about = &dataset.profile.indicators[indicator];
    let spot = beside.spot(year, indicator);
    let mut facts = Facts::of(dataset, about, lang);
    facts.first(
        lang.pick("Värdet", "The value"),
        joined(&[about.name.get(lang), beside.name(), dataset.name(Dim::Year, year)]),
    );
    facts.add(lang.pick("Vad som ingår", "What it covers"), beside.note(&[year], indicator, lang));
    facts.value(&spot);
    facts.end(&[("", &spot)], source, spot.number(about, lang))
}
