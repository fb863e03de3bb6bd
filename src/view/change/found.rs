//! What can be said of one year against the base year.

use crate::data::{Dataset, Indicator, Lang};
use crate::query::Estimate;
use crate::stats::Interval;
use crate::view::format::number;
use crate::view::grid::{Grid, Spot};
use crate::view::model::Mark;
use crate::view::screen::{Number, TableCell};
use crate::view::{breaks, last, series, window, words};

/// What can be said of a year against the base year.
pub(crate) enum Found {
    /// It is the base year.
    Base(Estimate),
    /// How far its value is above that of the base year, with the interval of the difference where the spread is known.
    Change { of: Estimate, by: f64, interval: Option<Interval> },
    /// Nothing, because its own value is not shown.
    NoValue(Spot),
    /// Nothing, because the base year's value is not shown.
    NoBase,
    /// The two share a year.
    Overlap,
    /// There is a break between the two.
    Broken,
}

impl Found {
    pub(crate) fn new(
        dataset: &Dataset,
        grid: &Grid,
        (school, indicator): (usize, usize),
        base: u16,
        year: u16,
    ) -> Self {
        let (now, then) = (grid.spot(school, year, indicator), grid.spot(school, base, indicator));
        let Some(of) = now.value.shown().copied() else { return Self::NoValue(now) };
        let Some(before) = then.value.shown() else { return Self::NoBase };
        let (first, last) = (year.min(base), year.max(base));
        match () {
            () if year == base => Self::Base(of),
            () if window::overlap(dataset, &grid.selection, first, last) => Self::Overlap,
            () if breaks::between(dataset, grid, (school, indicator), (first, last), Lang::Sv).is_some() => {
                Self::Broken
            }
            () => {
                let told = now.value.above(&then.value);
                let by = told.map_or(of.value - before.value, |told| told.estimate);
                Self::Change { of, by, interval: told.map(|told| told.interval) }
            }
        }
    }

    pub(super) fn mark(&self, about: &Indicator) -> Mark {
        match self {
            Self::Base(_) => Mark::Shown { value: 0.0, interval: None },
            Self::Change { by, interval, .. } => series::shown(*by, *interval, about),
            Self::NoValue(spot) => series::mark(spot.value.state(), about),
            Self::NoBase | Self::Overlap | Self::Broken => Mark::Missing,
        }
    }

    /// What stands in place of a change.
    pub(super) fn instead(&self, about: &Indicator, lang: Lang) -> Option<Number> {
        let words = match self {
            Self::Base(_) | Self::Change { .. } => return None,
            Self::NoValue(spot) => return Some(spot.number(about, lang)),
            Self::NoBase => lang.pick("basåret visas inte", "the base year is not shown"),
            Self::Overlap => lang.pick("delar läsår med basåret", "shares school years with the base year"),
            Self::Broken => lang.pick("går inte att jämföra", "cannot be compared"),
        };
        Some(Number::Missing(words.to_owned()))
    }

    pub(crate) fn cell(&self, about: &Indicator, lang: Lang) -> TableCell {
        let value = |of: &Estimate| {
            let pupils = words::pupils(of.pupils, lang);
            format!("{}: {}, {pupils}", lang.pick("värde", "value"), words::value(of.value, about, lang))
        };
        let (by, sub) = match self {
            Self::Base(of) => (0.0, words::sentence_case(&value(of))),
            Self::Change { of, by, interval } => {
                let limits = interval.map(|interval| words::limits(interval, about, lang));
                let limits = limits.map(|limits| format!("{} {limits}, ", words::interval_name(lang)));
                (*by, limits.unwrap_or_default() + &value(of))
            }
            _ => (0.0, String::new()),
        };
        TableCell { number: self.instead(about, lang).unwrap_or_else(|| Number::Shown(signed(by, about, lang))), sub }
    }

    /// `Alkullagymnasiet, 2023/24: närvaro 3,2 procentenheter högre än 2019/20, 95 %-intervall …`
    pub(super) fn spoken(&self, about: &Indicator, (school, when, base): (&str, &str, &str), lang: Lang) -> String {
        let what = match self {
            Self::Base(_) => lang.pick("basår", "base year").to_owned(),
            Self::Change { by, .. } => last::compared(*by, base, about, lang),
            _ => match self.instead(about, lang) {
                Some(Number::Missing(text) | Number::Withheld(text) | Number::Shown(text)) => text,
                None => String::new(),
            },
        };
        let sub = self.cell(about, lang).sub;
        let sub = if sub.is_empty() { sub } else { format!(", {}", words::in_sentence(&sub)) };
        format!("{school}, {when}: {} {what}{sub}", words::in_sentence(about.name.get(lang)))
    }
}

/// `+3,2`, `−0,4`, `0,0`
fn signed(by: f64, about: &Indicator, lang: Lang) -> String {
    let plus = if by > 0.0 && !words::is_unchanged(by, about) { "+" } else { "" };
    format!("{plus}{}", number(by, about.decimals, lang))
}
