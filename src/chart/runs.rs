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

/// The years of a series at which its value is withheld, or only a bound.
pub(super) fn withheld_years<'a>(series: &'a Series, model: &LineChart) -> impl Iterator<Item = usize> + 'a {
    let years = model.years.len();
    let points = series.points.iter().take(years).enumerate();
    points.filter_map(|(year, point)| point.mark.is_hidden().then_some(year))
}

/// The stretches of years over which a series has values without a gap or a change of definition.
pub(super) fn runs(series: &Series, model: &LineChart) -> Vec<Vec<Valued>> {
    let mut runs = vec![Vec::new()];
    for year in 0..model.years.len() {
        let is_cut = model.breaks.iter().any(|cut| cut.first_year_after == year) || series.cuts.contains(&year);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Lang;
    use crate::view::model::{Break, ChartWords, Point, Role, ValueAxis, YearTick};

    #[test]
    fn a_line_stops_before_a_break_and_before_a_cut_of_its_own() {
        let point = || Point { mark: Mark::Shown { value: 50.0, interval: None }, spoken: String::new() };
        let series = |cuts: &[usize]| Series {
            name: String::new(),
            short: String::new(),
            role: Role::Focus,
            cuts: cuts.to_vec(),
            points: (0..4).map(|_| point()).collect(),
        };
        let model = LineChart {
            title: String::new(),
            spoken: String::new(),
            years: (0..4).map(|_| YearTick { label: String::new(), short: String::new() }).collect(),
            axis: ValueAxis {
                unit: String::new(),
                lowest: 0.0,
                highest: 100.0,
                decimals: 1,
                lang: Lang::Sv,
                zero: None,
                covers: None,
            },
            series: vec![series(&[]), series(&[3])],
            breaks: vec![Break { first_year_after: 1, label: String::new() }],
            targets: Vec::new(),
            words: ChartWords { withheld: String::new(), empty: String::new() },
        };
        let lengths = |at: usize| runs(&model.series[at], &model).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!((lengths(0), lengths(1)), (vec![1, 3], vec![1, 2, 1]));
    }
}
