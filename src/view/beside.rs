//! All schools of a municipality or of a provider together, beside the school in focus.

use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::query::{Selection, area_of};
use crate::view::format::{count, written};
use crate::view::grid::{Grid, Spot};
use crate::view::model::{Level, Point, Role, Series};
use crate::view::screen::{Number, TableCell, TableRow};
use crate::view::{series, words, years_table};

/// The municipality or provider that is shown beside the school in focus.
pub(crate) struct Beside<'a> {
    dataset: &'a Protected,
    dim: Dim,
    label: u16,
    /// `Huddinge kommun (alla skolor i filen)`
    name: String,
    /// `Huddinge kommun`
    short: String,
}

/// `Huddinge kommun`, `Huvudman Nya skolor AB`: a provider may have the name of a municipality.
pub fn place_name(name: &str, dim: Dim, lang: Lang) -> String {
    if dim == Dim::Provider {
        return format!("{} {name}", dim.name(lang));
    }
    let is_said = ["kommun", "stad"].iter().any(|word| name.to_lowercase().ends_with(word));
    if is_said { name.to_owned() } else { format!("{name} {}", lang.pick("kommun", "municipality")) }
}

impl<'a> Beside<'a> {
    /// The one that the urval asks for, as far as it can be shown: for all programmes, single school years, and values.
    pub(crate) fn of(dataset: &'a Protected, selection: &Selection, lang: Lang) -> Option<Self> {
        let area = area_of(dataset, selection)?;
        if selection.programme.is_some() || selection.pooled > 0 || selection.since.is_some() {
            return None;
        }
        let short = place_name(dataset.name(area.dim, area.label), area.dim, lang);
        let name = format!("{short} {}", lang.pick("(alla skolor i filen)", "(all schools of the file)"));
        Some(Self { dataset, dim: area.dim, label: area.label, name, short })
    }

    /// Which it is, for the attack.
    pub(crate) fn place(&self) -> (Dim, u16) {
        (self.dim, self.label)
    }

    /// `Huddinge kommun (alla skolor i filen)`
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Its value in a year.
    pub(crate) fn spot(&self, year: u16, indicator: usize) -> Spot {
        Spot::new(self.dataset.at_all_of(self.dim, self.label, year), indicator)
    }

    /// Its value in a year in words.
    pub(crate) fn spoken(&self, year: u16, indicator: usize, lang: Lang) -> String {
        let about = &self.dataset.profile.indicators[indicator];
        series::spoken(&self.spot(year, indicator), about, (&self.name, self.dataset.name(Dim::Year, year)), lang)
    }

    /// Its line over the years of a grid.
    pub(crate) fn line(&self, grid: &Grid, indicator: usize, lang: Lang) -> Series {
        let about = &self.dataset.profile.indicators[indicator];
        let point = |&year: &u16| Point {
            mark: series::mark(self.spot(year, indicator).value.state(), about),
            spoken: self.spoken(year, indicator, lang),
        };
        Series {
            name: self.name.clone(),
            short: self.short.clone(),
            role: Role::Place,
            cuts: Vec::new(),
            points: grid.years.iter().map(point).collect(),
        }
    }

    /// The same as a row of a table, whose columns with these numbers come after a break.
    pub(crate) fn row(&self, grid: &Grid, indicator: usize, after: &[usize], lang: Lang) -> TableRow {
        let about = &self.dataset.profile.indicators[indicator];
        let cell = |(at, &year): (usize, &u16)| {
            years_table::cell(&self.spot(year, indicator), about, after.contains(&(at + 1)), lang)
        };
        let cells = grid.years.iter().enumerate().map(cell).collect();
        TableRow { heading: self.name.clone(), focus: false, cells }
    }

    /// Its value in a year as a line of its own, and as a row: value, interval, pupils, and nothing of chance.
    pub(crate) fn of_year(&self, year: u16, indicator: usize, lang: Lang) -> (Option<Level>, TableRow) {
        let about = &self.dataset.profile.indicators[indicator];
        let spot = self.spot(year, indicator);
        let shown = spot.value.shown();
        let level = shown.map(|estimate| {
            let text = words::value(estimate.value, about, lang);
            Level {
                value: written(estimate.value, about.decimals),
                label: format!("{} {text}", self.short),
                short: format!("{} {text}", self.short),
            }
        });
        let cell = |text: Option<String>| TableCell {
            number: text.map_or_else(|| Number::Missing("–".to_owned()), Number::Shown),
            sub: String::new(),
        };
        let interval = shown.and_then(|estimate| estimate.interval);
        let cells = vec![
            TableCell { number: spot.number(about, lang), sub: String::new() },
            cell(interval.map(|interval| words::limits(interval, about, lang))),
            cell(shown.map(|estimate| count(estimate.pupils, lang))),
            cell(None),
        ];
        (level, TableRow { heading: self.name.clone(), focus: false, cells })
    }

    /// What it is, and whether the source withholds a part of it in these years.
    pub(crate) fn note(&self, years: &[u16], indicator: usize, lang: Lang) -> String {
        let is_partial = years.iter().any(|&year| {
            let spot = self.spot(year, indicator);
            spot.is_partial() && spot.value.shown().is_some()
        });
        let partial = lang.pick(" Källan döljer en del av värdena.", " The source withholds a part of the values.");
        let what = match lang {
            Lang::Sv => format!(
                "{}: alla elever på de skolor i filen som hör dit, er egen skola inräknad. Skolor utanför filen är inte med.",
                self.short
            ),
            Lang::En => format!(
                "{}: all pupils of the schools of the file that belong there, your own school included. Schools outside the file are not.",
                self.short
            ),
        };
        if is_partial { what + partial } else { what }
    }
}

/// Why the municipality or provider that the urval asks for is not shown; `None` where it is, or none is asked for.
fn left_aside(dataset: &Protected, selection: &Selection, lang: Lang) -> Option<String> {
    let area = area_of(dataset, selection).filter(|_| Beside::of(dataset, selection, lang).is_none())?;
    let name = place_name(dataset.name(area.dim, area.label), area.dim, lang);
    Some(match lang {
        Lang::Sv => format!("{name} visas bara för alla program tillsammans, ett läsår i taget och med värden."),
        Lang::En => {
            format!("{name} is shown only for all programmes together, one school year at a time and as values.")
        }
    })
}

/// What stands below a figure of these years: what it is, or why it is not shown.
pub(crate) fn note(
    dataset: &Protected,
    selection: &Selection,
    (years, indicator): (&[u16], usize),
    lang: Lang,
) -> Option<String> {
    let found = Beside::of(dataset, selection, lang).map(|beside| beside.note(years, indicator, lang));
    found.or_else(|| left_aside(dataset, selection, lang))
}

#[cfg(test)]
mod tests;
