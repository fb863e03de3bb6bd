//! The slope: the first and the last year of a line chart, with values at both ends.

use super::{
    Drawing, Frame,
    hit::Cursor,
    line::{Kind, line_chart, line_drawing},
};
use crate::view::model::{Break, LineChart, Series, TargetLine};

/// Draws the first and the last year of a line chart, and a line between where nothing lies between that forbids it. A single year is
/// drawn as the line chart draws it.
pub fn slope(model: &LineChart, frame: &Frame) -> Drawing {
    let Some(last) = model.years.len().checked_sub(1).filter(|last| *last > 0) else { return line_chart(model, frame) };
    let of_two = |(series, year): Cursor| {
        let end = if year == 0 { Some(0) } else { (year == last).then_some(1) };
        end.map(|end| (series, end))
    };
    let cursor = frame.cursor.and_then(of_two);
    let mut drawing = line_drawing(&ends(model, last), &Frame { cursor, ..frame.clone() }, Kind::Slope);
    // Back to the years of the model, so that one cursor fits both drawings.
    for spot in &mut drawing.placed {
        spot.year *= last;
    }
    drawing
}

/// The model with its first and last year only. A change of definition anywhere between keeps standing between them.
fn ends(model: &LineChart, last: usize) -> LineChart {
    let pick = |series: &Series| Series {
        cuts: if series.cuts.iter().any(|cut| (1..=last).contains(cut)) { vec![1] } else { Vec::new() },
        points: [0, last].iter().filter_map(|&at| series.points.get(at).cloned()).collect(),
        ..series.clone()
    };
    let is_between = |cut: &&Break| (1..=last).contains(&cut.first_year_after);
    let cut = model.breaks.iter().rfind(is_between).map(|cut| Break { first_year_after: 1, ..cut.clone() });
    let target = |target: &TargetLine| {
        let years = (usize::from(target.first_year > 0), usize::from(target.last_year >= last));
        (years.0 <= years.1).then(|| TargetLine { first_year: years.0, last_year: years.1, ..target.clone() })
    };
    LineChart {
        years: vec![model.years[0].clone(), model.years[last].clone()],
        series: model.series.iter().map(pick).collect(),
        breaks: cut.into_iter().collect(),
        targets: model.targets.iter().filter_map(target).collect(),
        ..model.clone()
    }
}
