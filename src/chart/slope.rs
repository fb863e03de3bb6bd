//! The slope: the first and the last year of a line chart, with values at both ends.

use super::{
    Drawing, Frame, Paint,
    dash::Dash,
    hit::Cursor,
    labels::value_label,
    layout::Layout,
    line::{Kind, line_chart, line_drawing},
    list::Anchor,
    marker::Look,
    runs::value_at,
    sheet::{Plot, Sheet},
    spread::{Wish, spread},
    text::Face,
};
use crate::view::model::{Break, LineChart, Role, Series, TargetLine};

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

/// The values at the left end: of the focus and of those with a colour of their own.
fn values<'a>(model: &'a LineChart, looks: &'a [Look]) -> impl Iterator<Item = (f64, String, bool)> + 'a {
    let named = model.series.iter().zip(looks).filter(|(_, look)| look.role != Role::Context);
    named.filter_map(|(series, look)| {
        let (_, value, _) = value_at(series, 0)?;
        Some((value, value_label(value, &model.axis, false), look.role == Role::Focus))
    })
}

/// Room for them.
pub(super) fn left_px(model: &LineChart, looks: &[Look], has_strip: bool, face: Face, unit: f64) -> f64 {
    let word = has_strip.then(|| face.width(&model.words.withheld, false));
    let widest = values(model, looks).map(|(_, text, bold)| face.width(&text, bold)).chain(word).fold(0.0, f64::max);
    if widest > 0.0 { widest + 14.0 * unit } else { 0.0 }
}

/// Draws a line for each of the two years, and the values at the left.
pub(super) fn draw(sheet: &Sheet, plot: &Plot, model: &LineChart, looks: &[Look], layout: &Layout) {
    let (area, unit, face) = (layout.plot, layout.unit, layout.face);
    for year in 0..model.years.len() {
        let x = layout.x(year as f64);
        sheet.path(&[(x, area.top), (x, area.bottom)], Paint::Grid, unit, Dash::Solid);
    }
    let mut values: Vec<_> =
        values(model, looks).map(|(value, text, bold)| (plot.at(0.0, value), text, bold)).collect();
    values.sort_by(|((_, y), ..), ((_, other), ..)| y.total_cmp(other));
    let height = face.line_px();
    let (top, bottom) = (area.top - 6.0 * unit, area.bottom + 6.0 * unit);
    while values.len() as f64 * height > bottom - top {
        let Some(last) = values.iter().rposition(|(_, _, bold)| !bold) else { break };
        values.remove(last);
    }
    let wish = |&((_, centre), _, bold): &((f64, f64), String, bool)| Wish {
        centre,
        height,
        weight: if bold { 4.0 } else { 1.0 },
    };
    let wishes: Vec<Wish> = values.iter().map(wish).collect();
    for (((x, from), text, bold), y) in values.iter().zip(spread(&wishes, top, bottom)) {
        let end = area.left - 12.0 * unit;
        if (y - from).abs() > unit {
            sheet.path(&[(x - 7.0 * unit, *from), (end + 2.0 * unit, y)], Paint::Leader, unit, Dash::Solid);
        }
        sheet.words(face, (end, y), Anchor::End, (Paint::Label, *bold), text);
    }
}
