//! The funnel: schools against their number of pupils, with the limits within which chance would put them; or against another indicator,
//! the chosen ones with their intervals both ways.

mod labels;
mod layout;
mod limits;
mod strip;
mod wordings;

use super::{
    Area, Drawing, Frame, Paint, Placed,
    dash::Dash,
    fit::Room,
    hit::Walk,
    list::{Anchor, Xy},
    marker::{Look, school_looks},
    scale::Scale,
    sheet::{Linear, Plot, Sheet},
    signs::{self, paragraph},
};
use crate::data::sort_by_key;
use crate::view::model::{FunnelChart, Mark, Role, School};
use layout::Layout;

/// Draws a funnel. Withheld schools are listed below it: they have no place on either axis, and move none.
pub fn funnel(model: &FunnelChart, frame: &Frame) -> Drawing {
    let looks = school_looks(&model.schools, &frame.metrics, (model.schools.len(), frame.emphasis));
    let layout = Layout::new(model, frame);
    let sheet = Sheet::new(frame.width_px, frame.height_px);
    let mut placed = Vec::new();
    let low = if let Some(values) = &layout.values {
        let (across, upwards) = ((layout.pupils.low, layout.pupils.high), (values.low, values.high));
        let across = Linear { ends: across, ticks: Vec::new() };
        let plot = sheet.plot(layout.plot, across, Linear { ends: upwards, ticks: values.ticks.clone() });
        limits::regions(&plot, model, &layout);
        plot.grid(Paint::Grid, layout.unit);
        limits::edges(&plot, model, &layout);
        layout.draw_axes(&sheet, &plot, model);
        placed.extend(points(&plot, model));
        let mut order: Vec<&Placed> = placed.iter().collect();
        sort_by_key(&mut order, |spot| rank(&model.schools[spot.series], frame.emphasis == Some(spot.series)));
        let mut bars = Vec::new();
        for spot in &order {
            bars.extend(whiskers(&plot, model, &layout, (spot.series, &looks[spot.series])));
        }
        for spot in order {
            looks[spot.series].draw_marker(&sheet, (spot.x, spot.y));
        }
        limits::names(&sheet, &plot, model, &layout);
        let lines = [&model.centre, &model.place].into_iter().flatten();
        let Area { left, right, .. } = layout.plot;
        let lines = lines.map(|level| plot.at(0.0, level.value).1).map(|y| [(left, y), (right, y)]);
        let lines: Vec<Area> = lines.chain(bars).map(|ends| layout.along(ends)).collect();
        labels::draw(&sheet, model, &looks, (&placed, &lines), &layout, frame.emphasis);
        values.low
    } else {
        paragraph(&sheet, layout.face, layout.plot, &model.words.empty);
        0.0
    };
    placed.extend(strip::draw(&sheet, model, &looks, &layout));
    finish(sheet, placed, &model.schools, &layout, (frame, low))
}

/// The focus last, so that it lies on top.
fn rank(school: &School, is_pointed_at: bool) -> u8 {
    match school.role {
        Role::Focus => 3,
        _ if is_pointed_at => 2,
        Role::Compared(_) | Role::Place => 1,
        Role::Context => 0,
    }
}

/// Where the values stand.
fn points(plot: &Plot, model: &FunnelChart) -> Vec<Placed> {
    let at = |(series, school): (usize, &School)| {
        let (across, value) = spot(model, series, school)?;
        let (x, y) = plot.at(across, value);
        Some(Placed { series, year: 0, x, y, withheld: false })
    };
    model.schools.iter().enumerate().filter_map(at).collect()
}

/// Pupils (or the other value) and value of a school that has a place in the plot.
fn spot(model: &FunnelChart, at: usize, school: &School) -> Option<(f64, f64)> {
    let Mark::Shown { value, .. } = school.mark else { return None };
    let across = match &model.across {
        None => school.pupils as f64,
        Some(across) => match across.marks.get(at) {
            Some(Mark::Shown { value, .. }) => *value,
            _ => return None,
        },
    };
    let is_there = value.is_finite() && across.is_finite() && school.pupils > 0;
    is_there.then_some((across, value))
}

/// The places of all schools that have one.
fn spots(model: &FunnelChart) -> impl Iterator<Item = (f64, f64)> {
    model.schools.iter().enumerate().filter_map(|(at, school)| spot(model, at, school))
}

/// Both values of a chosen school with their intervals, across and upwards, where schools stand against another indicator.
fn both(model: &FunnelChart, at: usize) -> Option<[(f64, (f64, f64)); 2]> {
    let school = model.schools.get(at).filter(|school| school.role != Role::Context)?;
    let of = |mark: &Mark| match *mark {
        Mark::Shown { value, interval } => Some((value, interval.unwrap_or((value, value)))),
        _ => None,
    };
    Some([of(model.across.as_ref()?.marks.get(at)?)?, of(&school.mark)?])
}

/// The intervals of a chosen school both ways, as far as the axes reach; and where they stand.
fn whiskers(plot: &Plot, model: &FunnelChart, layout: &Layout, (at, look): (usize, &Look)) -> Vec<[Xy; 2]> {
    let (Some([(x, across), (y, upwards)]), Some(values)) = (both(model, at), &layout.values) else {
        return Vec::new();
    };
    let cut = |value: f64, scale: &Scale| value.clamp(scale.low, scale.high);
    let across = [across.0, across.1].map(|value| (cut(value, &layout.pupils), y));
    let upwards = [upwards.0, upwards.1].map(|value| (x, cut(value, values)));
    for ends in [across, upwards] {
        plot.path(&ends, look.paint, look.edge_px * 0.857, Dash::Solid);
    }
    [across, upwards].map(|ends| ends.map(|(x, y)| plot.at(x, y))).to_vec()
}

fn finish(
    sheet: Sheet,
    mut placed: Vec<Placed>,
    schools: &[School],
    layout: &Layout,
    (frame, low): (&Frame, f64),
) -> Drawing {
    sort_by_key(&mut placed, |spot| schools[spot.series].role != Role::Focus);
    ring(&sheet, &placed, frame);
    let starts_at_zero = low.abs() < f64::EPSILON;
    Drawing { list: sheet.finish(), placed, walk: Walk::Points, plot: layout.plot, axis_start: low, starts_at_zero }
}

/// The ring round the school under the cursor.
pub(super) fn ring(sheet: &Sheet, placed: &[Placed], frame: &Frame) {
    if let Some(spot) = placed.iter().find(|spot| frame.cursor == Some((spot.series, spot.year))) {
        sheet.circle((spot.x, spot.y), frame.ring_px(), Paint::Ring, 2.0 * frame.font_px / 16.0);
    }
}

/// A key: marker of a school at a place.
fn key(sheet: &Sheet, look: &Look, at: (f64, f64), half: f64) {
    signs::square(sheet, at, half, if look.role == Role::Context { Paint::Hatch } else { look.paint });
}

impl Layout {
    /// Base line, ticks, and the words at them.
    fn draw_axes(&self, sheet: &Sheet, plot: &Plot, model: &FunnelChart) {
        let (area, unit, face) = (self.plot, self.unit, self.face);
        if let Some(values) = &self.values {
            for (tick, &value) in values.ticks.iter().enumerate() {
                let at = (area.left - 8.0 * unit, plot.at(0.0, value).1);
                sheet.words(face, at, Anchor::End, (Paint::Tick, false), &values.tick_label(tick, &model.axis));
            }
        }
        sheet.path(&[(area.left, area.bottom), (area.right, area.bottom)], Paint::Axis, unit, Dash::Solid);
        for (tick, label) in self.pupil_labels.iter().enumerate() {
            let x = plot.at(self.pupils.ticks[tick], 0.0).0;
            sheet.path(&[(x, area.bottom), (x, area.bottom + 5.0 * unit)], Paint::Axis, unit, Dash::Solid);
            sheet.words(face, (x, self.ticks_y), Anchor::Middle, (Paint::Tick, false), label);
        }
        if let Some(y) = self.title_y {
            let room = Room { face, bold: false, width_px: self.width_px };
            sheet.words(face, (0.0, y), Anchor::Start, (Paint::Tick, false), &room.elide(&model.title));
        }
        let x = f64::midpoint(area.left, area.right);
        sheet.words(face, (x, self.name_y), Anchor::Middle, (Paint::Tick, false), &model.words.pupils);
    }
}
