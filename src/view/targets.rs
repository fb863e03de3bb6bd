//! Targets of the profile: lines in charts, a sentence that says no more than the interval does, a footnote.

use crate::data::{Dataset, Dim, Indicator, Lang, SchoolYear, Target, Unit};
use crate::disclose::Publishable;
use crate::view::format::{NBSP, number};
use crate::view::model::{Level, TargetLine};

/// The targets that hold for some of these years (labels, oldest first), each over its own.
pub(crate) fn lines(dataset: &Dataset, years: &[u16], indicator: usize, lang: Lang) -> Vec<TargetLine> {
    let about = &dataset.profile.indicators[indicator];
    let line = |target: &Target| {
        let holds = |&year: &u16| target.holds_for(school_year(dataset, year));
        let (first_year, last_year) = (years.iter().position(holds)?, years.iter().rposition(holds)?);
        let Level { value, label, short } = level(target, about, lang);
        Some(TargetLine { value, first_year, last_year, label, short })
    };
    dataset.profile.targets_of(indicator).filter_map(line).collect()
}

/// The target of one year, as a line through all rows.
pub(crate) fn of_year(dataset: &Dataset, year: u16, indicator: usize, lang: Lang) -> Option<Level> {
    target(dataset, year, indicator).map(|target| level(target, &dataset.profile.indicators[indicator], lang))
}

/// `Går inte att skilja från målet 75 %.` A value is above or below its target only if its interval is.
pub(crate) fn say(
    dataset: &Dataset,
    (school, year): (&str, u16),
    value: &Publishable,
    indicator: usize,
    lang: Lang,
) -> Option<String> {
    let goal = target(dataset, year, indicator)?;
    let text = figures(goal.value, &dataset.profile.indicators[indicator], lang);
    let Some(interval) = value.shown()?.interval else {
        return Some(format!("{} {text}.", lang.pick("Målet är", "The target is")));
    };
    let place = if interval.hi < goal.value {
        lang.pick("ligger under målet", "is below the target of")
    } else if interval.lo > goal.value {
        lang.pick("ligger över målet", "is above the target of")
    } else {
        let unsure = lang.pick("Går inte att skilja från målet", "It cannot be told apart from the target of");
        return Some(format!("{unsure} {text}."));
    };
    Some(format!("{school} {place} {text}."))
}

/// `Mål: 75 % från 2024/25 till 2026/27.`
pub(crate) fn notes(dataset: &Dataset, years: &[u16], indicator: usize, lang: Lang) -> Vec<String> {
    let about = &dataset.profile.indicators[indicator];
    let note = |target: &Target| {
        let mut text = format!("{}: {}", lang.pick("Mål", "Target"), figures(target.value, about, lang));
        for (word, year) in [(lang.pick(" från ", " from "), target.from), (lang.pick(" till ", " to "), target.to)] {
            if let Some(year) = year {
                text = text + word + &year.to_string();
            }
        }
        text + "."
    };
    let holds = |target: &&Target| years.iter().any(|&year| target.holds_for(school_year(dataset, year)));
    dataset.profile.targets_of(indicator).filter(holds).map(note).collect()
}

fn target(dataset: &Dataset, year: u16, indicator: usize) -> Option<&Target> {
    let year = school_year(dataset, year);
    dataset.profile.targets_of(indicator).find(|target| target.holds_for(year))
}

fn school_year(dataset: &Dataset, year: u16) -> Option<SchoolYear> {
    dataset.labels(Dim::Year).get(usize::from(year)).and_then(|label| label.year)
}

fn level(target: &Target, about: &Indicator, lang: Lang) -> Level {
    let word = lang.pick("Mål", "Target");
    let label = format!("{word}{NBSP}{}", figures(target.value, about, lang));
    let short = format!("{word}{NBSP}{}", digits(target.value, about, lang));
    Level { value: target.value, label, short }
}

/// A target as people write it: without decimals where it has none.
fn digits(value: f64, about: &Indicator, lang: Lang) -> String {
    let is_whole = (value - value.round()).abs() < 1e-9;
    number(value, if is_whole { 0 } else { about.decimals.max(1) }, lang)
}

fn figures(value: f64, about: &Indicator, lang: Lang) -> String {
    let digits = digits(value, about, lang);
    match (about.unit, lang) {
        (Unit::Percent, Lang::Sv) => format!("{digits}{NBSP}%"),
        (Unit::Percent, Lang::En) => format!("{digits}%"),
        (Unit::Points, _) => digits,
    }
}
