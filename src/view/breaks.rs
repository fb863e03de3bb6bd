//! Changes after which values are not compared with earlier ones: which apply to what is shown, and how to say so.

use crate::data::{Break, Dataset, Dim, Lang, SchoolYear, sort_by_key};
use crate::view::grid::Grid;
use crate::view::window::{self, year_of};
use crate::view::{model, words};

/// The breaks of an indicator at a school (by its place in the grid), in time order.
fn of<'a>(dataset: &'a Dataset, grid: &'a Grid, school: usize, indicator: usize) -> Vec<&'a Break> {
    let own = dataset.profile.indicators[indicator].breaks.iter();
    let mut found: Vec<&Break> = own.chain(grid.breaks.get(school).into_iter().flatten()).collect();
    sort_by_key(&mut found, |cut| cut.first);
    found
}

/// Why the years that are put together to this one cannot be; `None` where they can.
pub(crate) fn within(dataset: &Dataset, grid: &Grid, place: (usize, usize), year: u16, lang: Lang) -> Option<String> {
    let (first, last) = window::ends(dataset, &grid.selection, year)?;
    reasons(dataset, grid, place, (first, last), lang)
}

/// Why values of two years of the dataset cannot be compared; `None` where they can.
pub(crate) fn between(
    dataset: &Dataset,
    grid: &Grid,
    place: (usize, usize),
    (earlier, later): (u16, u16),
    lang: Lang,
) -> Option<String> {
    reasons(dataset, grid, place, (year_of(dataset, earlier)?, year_of(dataset, later)?), lang)
}

fn reasons(
    dataset: &Dataset,
    grid: &Grid,
    (school, indicator): (usize, usize),
    (earlier, later): (SchoolYear, SchoolYear),
    lang: Lang,
) -> Option<String> {
    let found = of(dataset, grid, school, indicator).into_iter().filter(|cut| cut.lies_between(earlier, later));
    let reasons: Vec<String> = found.map(|cut| words::full_stop(cut.text.get(lang))).collect();
    (!reasons.is_empty()).then(|| reasons.join(" "))
}

/// For each year shown, why its value is not compared with earlier ones: told at the first value after a break.
pub(crate) fn told(
    dataset: &Dataset,
    grid: &Grid,
    (school, indicator): (usize, usize),
    lang: Lang,
) -> Vec<Option<String>> {
    let mut since = grid.years.first().copied();
    let mut told = Vec::new();
    for &year in &grid.years {
        let has_value = grid.spot(school, year, indicator).value.shown().is_some();
        let reason = since
            .filter(|_| has_value)
            .and_then(|since| between(dataset, grid, (school, indicator), (since, year), lang));
        if has_value {
            since = Some(year);
        }
        told.push(reason);
    }
    told
}

/// A break among the years shown.
pub(crate) struct Shown<'a> {
    cut: &'a Break,
    /// Place of the first year after it.
    at: usize,
    /// The schools that it applies to, by their places.
    schools: Vec<usize>,
}

/// The breaks among the years shown, for the first `schools` schools.
pub(crate) fn shown<'a>(dataset: &'a Dataset, grid: &'a Grid, schools: usize, indicator: usize) -> Vec<Shown<'a>> {
    let years: Vec<Option<SchoolYear>> = grid.years.iter().map(|&year| year_of(dataset, year)).collect();
    let mut found: Vec<Shown> = Vec::new();
    for school in 0..schools {
        for cut in of(dataset, grid, school, indicator) {
            if let Some(known) = found.iter_mut().find(|known| known.cut == cut) {
                known.schools.push(school);
                continue;
            }
            let at = years.iter().position(|year| year.is_some_and(|year| year >= cut.first));
            if let Some(at) = at.filter(|&at| years[..at].iter().any(Option::is_some)) {
                found.push(Shown { cut, at, schools: vec![school] });
            }
        }
    }
    sort_by_key(&mut found, |shown| shown.cut.first);
    found
}

impl Shown<'_> {
    /// Whether it applies to every one of so many schools.
    fn is_of_all(&self, schools: usize) -> bool {
        self.schools.len() == schools
    }

    /// `Nytt program från 2024/25. Jämförs inte med tidigare läsår. …`, with the schools that it applies to where those are not all.
    fn note(&self, dataset: &Dataset, grid: &Grid, schools: usize, lang: Lang) -> String {
        let name = |school: &usize| dataset.name(Dim::School, grid.schools[*school]).to_owned();
        let names: Vec<String> = self.schools.iter().map(name).collect();
        let at = lang.pick("på", "at");
        let of = if self.is_of_all(schools) { String::new() } else { format!(" {at} {}", words::listed(&names, lang)) };
        let (label, from, first) = (self.cut.label.get(lang), lang.pick("från", "from"), self.cut.first);
        format!("{label} {from} {first}{of}. {} {}", not_with_earlier(lang), words::full_stop(self.cut.text.get(lang)))
    }
}

/// The mark on a chart of so many schools, where the break applies to all of them.
pub(crate) fn marks(shown: &[Shown], schools: usize, lang: Lang) -> Vec<model::Break> {
    let of_all = shown.iter().filter(|shown| shown.is_of_all(schools));
    of_all
        .map(|shown| model::Break { first_year_after: shown.at, label: shown.cut.label.get(lang).to_owned() })
        .collect()
}

/// The columns of a table, after its header column, that are not compared with those before, for every school shown.
pub(crate) fn columns(dataset: &Dataset, grid: &Grid, indicator: usize) -> Vec<usize> {
    let schools = grid.schools.len();
    let shown = shown(dataset, grid, schools, indicator);
    shown.iter().filter(|shown| shown.is_of_all(schools)).map(|shown| shown.at + 1).collect()
}

/// Where the line of one school is cut although those of others are not.
pub(crate) fn own_cuts(shown: &[Shown], schools: usize, school: usize) -> Vec<usize> {
    let own = shown.iter().filter(|shown| !shown.is_of_all(schools) && shown.schools.contains(&school));
    own.map(|shown| shown.at).collect()
}

/// The breaks in words, for below a figure.
pub(crate) fn notes(dataset: &Dataset, grid: &Grid, indicator: usize, lang: Lang) -> Vec<String> {
    let schools = grid.schools.len();
    shown(dataset, grid, schools, indicator).iter().map(|shown| shown.note(dataset, grid, schools, lang)).collect()
}

/// `Jämförs inte med tidigare läsår.`
pub(crate) fn not_with_earlier(lang: Lang) -> &'static str {
    lang.pick("Jämförs inte med tidigare läsår.", "Not compared with earlier school years.")
}

/// The end of a sentence about a value: `går inte att jämföra med året innan: …`
pub(crate) fn not_with_before(reason: &str, pooled: u8, lang: Lang) -> String {
    let before = window::the_before(pooled, lang);
    format!("{} {before}: {reason}", lang.pick("går inte att jämföra med", "cannot be compared with"))
}
