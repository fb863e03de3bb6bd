//! Unbroken stretches of a series.

use std::ops::Range;

use crate::view::model::{LineChart, Mark, Series};

/// A value with its year's index and its interval.
pub(super) type Valued = (usize, f64, Option<(f64, f64)>);

/// The value of a series at a year, if one is shown.
pub(super) fn value_at(series: &Series, year: usize) -> Option<Valued> {
    match series.points.get(year)?.mark {
        Mark::Shown { value, interval } if value.is_finite() => Some((year, value, interval)),
        _ => None,
    }
}

/// The years of a series at which its value is withheld.
pub(super) fn withheld_years<'a>(series: &'a Series, model: &LineChart) -> impl Iterator<Item = usize> + 'a {
    let years = model.years.len();
    let points = series.points.iter().take(years).enumerate();
    points.filter_map(|(year, point)| (point.mark == Mark::Withheld).then_some(year))
}

/// The stretches of years over which a series has values without a gap or a change of definition.
pub(super) fn runs(series: &Series, model: &LineChart) -> Vec<Vec<Valued>> {
    let mut runs = vec![Vec::new()];
    for year in 0..model.years.len() {
        let is_cut = model.breaks.iter().any(|cut| cut.first_year_after == year);
        let value = value_at(series, year);
        if is_cut || value.is_none() {
            runs.push(Vec::new());
        }
        if let (Some(value), Some(run)) = (value, runs.last_mut()) {
            run.push(value);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The stretches of a run in which every value has an interval.
pub(super) fn banded(run: &[Valued]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, (_, _, interval)) in run.iter().enumerate() {
        if interval.is_none() {
            continue;
        }
        match ranges.last_mut() {
            Some(range) if range.end == at => range.end += 1,
            _ => ranges.push(at..at + 1),
        }
    }
    ranges
}
