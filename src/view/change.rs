//! Utveckling as change: how the years of each school differ from a base year.

use crate::data::{Dataset, Dim, Indicator, Lang, Unit};
use crate::disclose::{Protected, State};
use crate::query::{Estimate, Selection};
use crate::stats::Interval;
use crate::view::format::number;
use crate::view::grid::{Grid, Spot};
use crate::view::model::{LineChart, Mark, Point, Series, ZeroLine};
use crate::view::screen::{Form, Number, Table, TableCell, TableRow, Trend};
use crate::view::{beside, breaks, notes, series, trend, window, words};

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

    fn mark(&self) -> Mark {
        match self {
            Self::Base(_) => Mark::Shown { value: 0.0, interval: None },
            Self::Change { by, interval, .. } => {
                Mark::Shown { value: *by, interval: interval.map(|interval| (interval.lo, interval.hi)) }
            }
            Self::NoValue(spot) => series::mark(spot.value.state()),
            Self::NoBase | Self::Overlap | Self::Broken => Mark::Missing,
        }
    }

    /// What stands in place of a change.
    fn instead(&self, about: &Indicator, lang: Lang) -> Option<Number> {
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
    fn spoken(&self, about: &Indicator, (school, when, base): (&str, &str, &str), lang: Lang) -> String {
        let what = match self {
            Self::Base(_) => lang.pick("basår", "base year").to_owned(),
            Self::Change { by, .. } => trend::compared(*by, base, about, lang),
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

/// The changes of one indicator since the year with label `base`, as a line chart with a line at no change, sentence and table.
pub(crate) fn changes(
    dataset: &Protected,
    selection: &Selection,
    (indicator, base): (usize, u16),
    source: &str,
    lang: Lang,
) -> Trend {
    let grid = Grid::new(dataset, selection);
    let about = &dataset.profile.indicators[indicator];
    let since = window::name(dataset, selection, base);
    let name = match (about.unit, lang) {
        (Unit::Percent, Lang::Sv) => format!("{}, procentenheter sedan {since}", about.name.get(lang)),
        (Unit::Percent, Lang::En) => format!("{}, percentage points since {since}", about.name.get(lang)),
        (Unit::Points, Lang::Sv) => format!("{}, ändring sedan {since}", about.name.get(lang)),
        (Unit::Points, Lang::En) => format!("{}, change since {since}", about.name.get(lang)),
    };
    let say = say(dataset, &grid, selection, (indicator, base), lang);
    let values = series::chart(dataset, &grid, grid.schools.len(), indicator, Some(&say), lang);
    let found = |school: usize, year: u16| Found::new(dataset, &grid, (school, indicator), base, year);
    let changed = |(school, lines): (usize, Series)| {
        let point = |&year: &u16| {
            let (found, when) = (found(school, year), window::name(dataset, selection, year));
            Point { mark: found.mark(), spoken: found.spoken(about, (&lines.name, &when, &since), lang) }
        };
        Series { points: grid.years.iter().map(point).collect(), ..lines }
    };
    let none = ZeroLine {
        label: lang.pick("ingen ändring", "no change").to_owned(),
        short: lang.pick("lika", "same").to_owned(),
    };
    let unit = match about.unit {
        Unit::Percent => lang.pick("procentenheter", "percentage points"),
        Unit::Points => "",
    };
    let chart = LineChart {
        title: name.clone(),
        spoken: format!("{} {name}. {say}", lang.pick("Linjediagram.", "Line chart.")),
        axis: values.axis.of_differences(unit.to_owned(), none),
        series: values.series.into_iter().enumerate().map(changed).collect(),
        targets: Vec::new(),
        ..values
    };
    let plain = trend::table(dataset, &grid, indicator, lang);
    let row = |(school, row): (usize, &TableRow)| {
        let cells = grid.years.iter().map(|&year| found(school, year).cell(about, lang)).collect();
        TableRow { cells, ..row.clone() }
    };
    let table = Table {
        caption: format!("{name}{}", window::and_together(selection.pooled, lang)),
        rows: trend::by_name(&grid).into_iter().zip(&plain.rows).map(row).collect(),
        ..plain.clone()
    };
    let mut footnotes = vec![about.definition.get(lang).to_owned(), what_is_shown(about, lang).to_owned()];
    footnotes.extend(no_base(dataset, &grid, (indicator, base), lang));
    footnotes.extend(breaks::notes(dataset, &grid, indicator, lang));
    footnotes.extend(notes::withheld(&grid, &grid.years, indicator..indicator + 1, lang));
    footnotes.extend(notes::no_spread(dataset, &grid, indicator..indicator + 1, lang));
    footnotes.extend(window::note(selection.pooled, grid.years.len() > 1, lang));
    footnotes.extend(beside::note(dataset, selection, (&grid.years, indicator), lang));
    footnotes.push(notes::source(dataset, source, lang));
    Trend {
        indicator,
        name,
        say,
        chart,
        table,
        footnotes,
        axis_note: String::new(),
        values: Some(plain),
        form: Form::Lines,
        keys: Vec::new(),
        place: None,
    }
}

/// The last value of the school in focus, and how far it is from the base year's.
fn say(dataset: &Protected, grid: &Grid, selection: &Selection, (indicator, base): (usize, u16), lang: Lang) -> String {
    let since = window::name(dataset, selection, base);
    let last = trend::last_value(dataset, grid, selection, indicator, lang);
    let (first, later) = (base.min(selection.to), base.max(selection.to));
    let cannot = || format!("{} {since}:", lang.pick("Det går inte att jämföra med", "It cannot be compared with"));
    let more = match Found::new(dataset, grid, (0, indicator), base, selection.to) {
        Found::Base(_) => lang
            .pick(
                "Det är basåret. Välj ett senare sista läsår, eller ett annat basår.",
                "That is the base year. Choose a later last school year, or another base year.",
            )
            .to_owned(),
        Found::Change { .. } => trend::against(dataset, grid, selection, (indicator, &[base]), lang).join(" "),
        Found::NoValue(_) => return last,
        Found::NoBase => no_base(dataset, grid, (indicator, base), lang).into_iter().next().unwrap_or_default(),
        Found::Overlap => format!("{} {}", cannot(), lang.pick("de delar läsår.", "they share school years.")),
        Found::Broken => {
            let reason = breaks::between(dataset, grid, (0, indicator), (first, later), lang);
            format!("{} {}", cannot(), reason.unwrap_or_default())
        }
    };
    format!("{last} {more}")
}

/// The schools of which no change can be told, because their value of the base year is not shown.
fn no_base(dataset: &Dataset, grid: &Grid, (indicator, base): (usize, u16), lang: Lang) -> Vec<String> {
    let since = window::name(dataset, &grid.selection, base);
    let told = |school: usize| {
        let name = dataset.name(Dim::School, grid.schools[school]);
        let spot = grid.spot(school, base, indicator);
        Some(match (spot.value.state(), lang) {
            (State::Shown(_), _) => return None,
            (State::Withheld(why), Lang::Sv) => {
                format!(
                    "{name}: värdet för basåret {since} är {}, så ingen ändring kan visas.",
                    words::withheld(why, lang)
                )
            }
            (State::Withheld(why), Lang::En) => {
                format!(
                    "{name}: the value of the base year {since} is {}, so no change can be shown.",
                    words::withheld(why, lang)
                )
            }
            (State::Missing, _) if spot.split => format!("{name}: {since} {}.", window::not_together(lang)),
            (State::Missing, Lang::Sv) => {
                format!("{name}: värde för basåret {since} saknas, så ingen ändring kan visas.")
            }
            (State::Missing, Lang::En) => {
                format!("{name}: there is no value for the base year {since}, so no change can be shown.")
            }
        })
    };
    // Many schools without it are counted, not listed.
    let all: Vec<String> = (0..grid.schools.len()).filter_map(told).collect();
    let listed = all.len().min(LISTED);
    let more = (all.len() > listed).then(|| {
        let more = all.len() - listed;
        match lang {
            Lang::Sv => format!("Detsamma gäller {more} skolor till."),
            Lang::En => format!("The same is true of {more} more schools."),
        }
    });
    all.into_iter().take(LISTED).chain(more).collect()
}

/// Most schools without a base year that are told by name.
const LISTED: usize = 5;

fn what_is_shown(about: &Indicator, lang: Lang) -> &'static str {
    match about.unit {
        Unit::Percent => lang.pick(
            "Axeln visar procentenheter: hur mycket högre eller lägre värdet är än basåret. Intervallet är skillnadens.",
            "The axis shows percentage points: how much higher or lower the value is than in the base year. The interval is that of the difference.",
        ),
        Unit::Points => lang.pick(
            "Axeln visar hur mycket högre eller lägre värdet är än basåret. Intervallet är skillnadens.",
            "The axis shows how much higher or lower the value is than in the base year. The interval is that of the difference.",
        ),
    }
}

/// Why a view that compares schools keeps to values.
pub(crate) fn not_here(lang: Lang) -> &'static str {
    lang.pick(
        "Här visas värden. Ändringar sedan ett basår visas i Utveckling.",
        "Values are shown here. Changes since a base year are shown in Trends.",
    )
}
