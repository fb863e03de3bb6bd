//! The line chart of an indicator: schools as series over the years.

use crate::data::{Dataset, Dim, Indicator, Lang, Unit};
use crate::disclose::{State, Withheld};
use crate::query::Selection;
use crate::stats::Interval;
use crate::view::format::written;
use crate::view::grid::{Grid, Spot};
use crate::view::model::{ChartWords, LineChart, Mark, Point, Role, Series, ValueAxis, YearTick};
use crate::view::{breaks, targets, window, words};

/// Series with a colour, dash and marker of their own, besides the focus.
const COMPARED: usize = 7;

/// The chart of one indicator for the first `schools` schools of the grid. `say` is what it shows, in a sentence; `None` of a picture
/// beside words that say it all, of which nothing is spoken.
pub(crate) fn chart(
    dataset: &Dataset,
    grid: &Grid,
    schools: usize,
    indicator: usize,
    say: Option<&str>,
    lang: Lang,
) -> LineChart {
    let about = &dataset.profile.indicators[indicator];
    let title = about.name.get(lang).to_owned();
    let schools = schools.min(grid.schools.len());
    let cuts = breaks::shown(dataset, grid, schools, indicator);
    let series = |school: usize| Series {
        cuts: breaks::own_cuts(&cuts, schools, school),
        ..series(dataset, grid, (school, indicator), say.is_some(), lang)
    };
    let series: Vec<Series> = (0..schools).map(series).collect();
    LineChart {
        spoken: say
            .map_or(String::new(), |say| format!("{} {title}. {say}", lang.pick("Linjediagram.", "Line chart."))),
        title,
        years: grid.years.iter().map(|&year| tick(dataset, &grid.selection, year)).collect(),
        axis: axis(about, lang),
        breaks: breaks::marks(&cuts, schools, lang),
        targets: targets::lines(dataset, &grid.years, indicator, lang),
        words: ChartWords {
            withheld: hidden_word(&series, lang),
            empty: lang.pick("Inget värde att visa", "No value to show").to_owned(),
        },
        series,
    }
}

/// The word at the strip of these lines.
pub(crate) fn hidden_word(series: &[Series], lang: Lang) -> String {
    Mark::hidden_word(series.iter().flat_map(|series| &series.points).map(|point| point.mark), lang)
}

/// A school year on the axis, or several put together.
pub(crate) fn tick(dataset: &Dataset, selection: &Selection, year: u16) -> YearTick {
    let label = window::name(dataset, selection, year);
    YearTick { short: window::short(dataset, selection, year).unwrap_or_else(|| label.clone()), label }
}

pub(crate) fn axis(indicator: &Indicator, lang: Lang) -> ValueAxis {
    let unit = match indicator.unit {
        Unit::Percent => "%".to_owned(),
        Unit::Points => String::new(),
    };
    ValueAxis {
        unit,
        lowest: indicator.lowest,
        highest: indicator.highest,
        decimals: indicator.decimals,
        lang,
        zero: None,
        covers: None,
    }
}

/// How to say where the value axis begins, with a place to fill in.
pub(crate) fn axis_note(about: &Indicator, lang: Lang) -> String {
    let unit = match (about.unit, lang) {
        (Unit::Percent, Lang::Sv) => "\u{a0}%",
        (Unit::Percent, Lang::En) => "%",
        (Unit::Points, _) => "",
    };
    format!("{} {{}}{unit}.", lang.pick("Axeln börjar på", "The axis begins at"))
}

fn series(dataset: &Dataset, grid: &Grid, (school, indicator): (usize, usize), is_spoken: bool, lang: Lang) -> Series {
    let name = dataset.name(Dim::School, grid.schools[school]).to_owned();
    let points = if is_spoken {
        let told = breaks::told(dataset, grid, (school, indicator), lang);
        let spoken = |(&year, told): (&u16, Option<String>)| {
            let point = point(dataset, grid, (school, year, indicator), &name, lang);
            match told {
                Some(reason) => {
                    let spoken = format!("{}. {} {reason}", point.spoken, breaks::not_with_earlier(lang));
                    Point { spoken, ..point }
                }
                None => point,
            }
        };
        grid.years.iter().zip(told).map(spoken).collect()
    } else {
        let about = &dataset.profile.indicators[indicator];
        let mark = |&year: &u16| mark(grid.spot(school, year, indicator).value.state(), about);
        grid.years.iter().map(|year| Point { mark: mark(year), spoken: String::new() }).collect()
    };
    let role = role(dataset, &grid.selection, grid.schools[school]).unwrap_or(Role::Context);
    Series { short: short_name(&name), role, name, cuts: Vec::new(), points }
}

/// How a school is drawn; `None` when it is not chosen.
///
/// Colours keep their place: in a file of few schools each has its own, whichever are chosen.
pub fn role(dataset: &Dataset, selection: &Selection, school: u16) -> Option<Role> {
    if school == selection.focus {
        return Some(Role::Focus);
    }
    let chosen = selection.compared.binary_search(&school).ok()?;
    let place = if dataset.labels(Dim::School).len() <= COMPARED + 1 {
        usize::from(school) - usize::from(school > selection.focus)
    } else if selection.compared.len() <= COMPARED {
        chosen
    } else {
        return Some(Role::Context);
    };
    Some(u8::try_from(place + 2).map_or(Role::Context, Role::Compared))
}

fn point(
    dataset: &Dataset,
    grid: &Grid,
    (school, year, indicator): (usize, u16, usize),
    name: &str,
    lang: Lang,
) -> Point {
    let about = &dataset.profile.indicators[indicator];
    let spot = grid.spot(school, year, indicator);
    let when = window::name(dataset, &grid.selection, year);
    Point { mark: mark(spot.value.state(), about), spoken: spoken(&spot, about, (name, &when), lang) }
}

/// What may be drawn of a value.
pub(crate) fn mark(state: State, about: &Indicator) -> Mark {
    match state {
        State::Shown(estimate) => shown(estimate.value, estimate.interval, about),
        State::Withheld(Withheld::Within(bound, _)) => Mark::Within(bound),
        State::Withheld(_) => Mark::Withheld,
        State::Missing => Mark::Missing,
    }
}

/// A value or a difference with its interval, each where it is written, and nowhere more exactly. The place of a mean in full would tell
/// the sum of its pupils' results, and beside those of other groups the results of a few.
pub(crate) fn shown(value: f64, interval: Option<Interval>, about: &Indicator) -> Mark {
    let place = |value: f64| written(value, about.decimals);
    Mark::Shown { value: place(value), interval: interval.map(|Interval { lo, hi }| (place(lo), place(hi))) }
}

/// The value of a school and year in words: `Alkullagymnasiet, 2023/24: närvaro 87,4 %, 132 elever, …`
pub(crate) fn spoken(spot: &Spot, about: &Indicator, (name, when): (&str, &str), lang: Lang) -> String {
    let what = words::in_sentence(about.name.get(lang));
    let found = match spot.value.state() {
        State::Shown(estimate) => {
            format!("{}, {}", words::value(estimate.value, about, lang), words::base(&estimate, about, lang))
        }
        State::Withheld(why) => words::withheld(why, lang),
        State::Missing if spot.split => window::not_together(lang).to_owned(),
        State::Missing => words::missing(lang).to_owned(),
    };
    let when = if when.is_empty() { String::new() } else { format!(", {when}") };
    format!("{name}{when}: {what} {found}")
}

/// `Alkullagymnasiet` → `Alkulla`, `Östra gymnasiet` → `Östra`; other names as they are.
pub(crate) fn short_name(name: &str) -> String {
    let short =
        ["gymnasieskola", "gymnasiet", "gymnasium", "skolan"].iter().find_map(|ending| name.strip_suffix(ending));
    match short.map(str::trim_end) {
        Some(short) if short.chars().count() >= 4 => short.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_drop_the_word_for_school() {
        for (name, short) in [
            ("Alkullagymnasiet", "Alkulla"),
            ("Östra gymnasiet", "Östra"),
            ("Hasselängens gymnasium", "Hasselängens"),
            ("NTI Gymnasiet Södertörn", "NTI Gymnasiet Södertörn"),
            ("Skolan", "Skolan"),
        ] {
            assert_eq!(short_name(name), short);
        }
    }
}
