//! The distribution: all schools as points along the value axis, piled up, the chosen ones named.

mod names;
mod pile;

use super::{
    Drawing, Frame, Paint, Placed,
    dash::Dash,
    fit::Room,
    funnel::ring,
    hit::Walk,
    list::Anchor,
    marker::school_looks,
    rows::{self, Needs, Rows},
    scale::{begins_honestly, ends},
    sheet::Sheet,
    signs::paragraph,
};
use crate::data::sort_by_key;
use crate::view::model::{DistributionChart, Mark, Role, School};

/// Draws a distribution. Withheld schools have no place on it; how many they are stands below.
pub fn distribution(model: &DistributionChart, frame: &Frame) -> Drawing {
    let unit = frame.font_px / 16.0;
    let looks = school_looks(&model.schools, &frame.metrics, (0, frame.emphasis));
    let rows = layout(model, frame);
    let (area, face) = (rows.plot, rows.face);
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    names::middle_field(&sheet, model, &rows);
    rows::axis(&sheet, &model.axis, &rows);
    let mut placed = Vec::new();
    if rows.scale.is_some() {
        sheet.path(&[(area.left, area.bottom), (area.right, area.bottom)], Paint::Axis, unit, Dash::Solid);
        names::middle(&sheet, model, &rows);
        for (line, (level, paint, dash)) in (usize::from(model.middle.is_some())..).zip(levels(model)) {
            rows::level(&sheet, &rows, level, (paint, dash), line);
        }
        let pile::Pile { placed: spots, radius_px } = pile::pile(&model.schools, &looks, &rows);
        placed = spots;
        let mut order: Vec<&Placed> = placed.iter().collect();
        sort_by_key(&mut order, |spot| match model.schools[spot.series].role {
            Role::Context => u8::from(frame.emphasis == Some(spot.series)),
            Role::Compared(_) | Role::Place => 2,
            Role::Focus => 3,
        });
        names::leaders(&sheet, model, &placed, &rows);
        for spot in order {
            let look = looks[spot.series];
            let look = if look.role == Role::Context { look.with_mark(radius_px * 0.94) } else { look };
            look.draw_marker(&sheet, (spot.x, spot.y));
        }
        names::write(&sheet, model, &placed, &rows);
    } else {
        paragraph(&sheet, face, area, &model.empty);
    }
    for (line, text) in hidden(model, &rows).iter().enumerate() {
        let at = (0.0, area.bottom + 12.0 * unit + (line as f64 + 1.5) * face.line_px());
        sheet.words(face, at, Anchor::Start, (Paint::Tick, false), text);
    }
    sort_by_key(&mut placed, |spot| model.schools[spot.series].role != Role::Focus);
    ring(&sheet, &placed, frame);
    let low = rows.scale.as_ref().map_or(0.0, |scale| scale.low);
    let starts_at_zero = begins_honestly(low, &model.axis);
    Drawing { list: sheet.finish(), placed, walk: Walk::Points, plot: area, axis_start: low, starts_at_zero }
}

/// A height at which so many schools, of which so many are chosen, have room, at a root font of 16 px.
pub fn distribution_height_px(schools: usize, chosen: usize) -> f64 {
    (60.0 + 0.25 * schools as f64).min(220.0) + 16.0 * chosen as f64 + 90.0
}

/// The value of a school that has a place.
fn value(school: &School) -> Option<f64> {
    match school.mark {
        Mark::Shown { value, .. } if value.is_finite() => Some(value),
        _ => None,
    }
}

/// The lines through the plot with how they are drawn, from the top.
fn levels(model: &DistributionChart) -> impl Iterator<Item = (&crate::view::model::Level, Paint, Dash)> {
    let place = (&model.place, Paint::Label, Dash::Strokes);
    let levels = [(&model.centre, Paint::Axis, Dash::Solid), place, (&model.target, Paint::Target, Dash::Dots)];
    let levels = levels.into_iter().filter_map(|(level, paint, dash)| Some((level.as_ref()?, paint, dash)));
    levels.filter(|(level, ..)| level.value.is_finite())
}

/// How many lines of words stand above the names of the schools.
fn lines(model: &DistributionChart) -> usize {
    usize::from(model.middle.is_some()) + levels(model).count()
}

fn hidden(model: &DistributionChart, rows: &Rows) -> Vec<String> {
    let room = Room { face: rows.face, bold: false, width_px: rows.width_px };
    let lines = room.wrap(&model.hidden).into_iter().map(|line| room.elide(&line));
    lines.filter(|line| !line.is_empty()).take(3).collect()
}

/// A plot of no rows: a line for each level and each chosen school above, the axis below, and the words on what is hidden.
fn layout(model: &DistributionChart, frame: &Frame) -> Rows {
    let (line_px, unit) = (frame.font_px, frame.font_px / 16.0);
    let chosen = model.schools.iter().filter(|school| school.role != Role::Context && value(school).is_some()).count();
    let top_px = (lines(model) + chosen) as f64 * line_px + 8.0 * unit;
    let needs = |hidden: usize| Needs {
        top_px,
        axis_px: (1.0 + hidden as f64) * line_px + if hidden > 0 { 14.0 } else { 8.0 } * unit,
        row_px: (1.0, 1.0),
        some: "",
        lang: model.axis.lang,
    };
    let hidden = hidden(model, &Rows::new(&[], &needs(0), frame)).len();
    let mut rows = Rows::new(&[], &needs(hidden), frame);
    let extent = ends(model.schools.iter().filter_map(value));
    let extent =
        extent.and_then(|(low, high)| ends([low, high].into_iter().chain(levels(model).map(|level| level.0.value))));
    rows.plot.left = (rows.face.width("100,0\u{a0}%", false) / 2.0).max(frame.metrics.mark_focus_px * 1.2 + 2.0).ceil();
    let right_px = rows.plot.left;
    rows.scaled(extent, &model.axis, right_px)
}
