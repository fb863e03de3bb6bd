//! Why a change since a base year is what it is.

use super::facts::{Facts, judged, method, stated};
use crate::data::{Lang, Unit};
use crate::disclose::Protected;
use crate::view::change::Found;
use crate::view::grid::Grid;
use crate::view::screen::{Number, Why};
use crate::view::{breaks, notes, window, words};

/// The change of the focus school from the base year to the last year: both values, the interval of the difference and how it is reckoned.
pub(super) fn of_change(
    dataset: &Protected,
    grid: &Grid,
    (indicator, base, is_one_of_many): (usize, u16, bool),
    source: &str,
    lang: Lang,
) -> Why {
    let (to, about) = (grid.selection.to, &dataset.profile.indicators[indicator]);
    let found = Found::new(dataset, grid, (0, indicator), base, to);
    let (now, then) = (grid.spot(0, to, indicator), grid.spot(0, base, indicator));
    let [now_name, then_name] = [to, base].map(|year| window::name(dataset, &grid.selection, year));
    let mut facts = Facts::of(dataset, about, lang);
    facts.add(&now_name, stated(&now, about, lang));
    if to != base {
        facts.add(&format!("{} ({})", then_name, lang.pick("basår", "base year")), stated(&then, about, lang));
    }
    let term = format!("{} {then_name}", lang.pick("Ändring sedan", "Change since"));
    let reason = breaks::between(dataset, grid, (0, indicator), (to.min(base), to.max(base)), lang);
    let told = now.value.above(&then.value).zip(now.value.judged(&then.value, is_one_of_many));
    match (&found, told) {
        (Found::Base(_), _) => {
            facts.add(
                &term,
                lang.pick("Det är basåret: ändringen är noll.", "This is the base year: the change is zero.")
                    .to_owned(),
            );
        }
        (Found::Change { .. }, Some(told)) => {
            facts.add(&term, judged(about, told, lang));
            facts.add(lang.pick("Hur det är räknat", "How it is reckoned"), method(about, lang).to_owned());
        }
        (Found::Change { .. }, None) => facts.add(&term, notes::spread_unknown(dataset.shape, lang).to_owned()),
        (Found::Overlap, _) => facts.add(
            &term,
            lang.pick(
                "Kan inte sägas: de två delar läsår, så eleverna i dem räknas på båda sidor.",
                "Cannot be told: the two share school years, whose pupils count on both sides.",
            )
            .to_owned(),
        ),
        (Found::Broken, _) => {
            facts.add(
                &term,
                format!("{} {}", lang.pick("Går inte att jämföra.", "Cannot be compared."), reason.unwrap_or_default()),
            );
        }
        (Found::NoValue(_) | Found::NoBase, _) => {
            facts.not_shown(&[&now, &then]);
        }
    }
    let number = match found.cell(about, lang).number {
        Number::Shown(text) => match about.unit {
            Unit::Percent => Number::Shown(format!("{text}\u{a0}{}", lang.pick("procentenheter", "percentage points"))),
            Unit::Points => Number::Shown(text),
        },
        Number::Withheld(text) => Number::Withheld(words::in_sentence(&text)),
        Number::Missing(text) => Number::Missing(text),
    };
    facts.end(&[(&now_name, &now), (&then_name, &then)], source, number)
}
