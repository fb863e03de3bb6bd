//! Names beside the points: of the chosen schools, and of those far out. Each stands where it covers neither another name nor a point;
//! those of the chosen schools may cover receding points where there is no other room. Where there is none at all, there is no name.

use super::layout::Layout;
use crate::chart::{
    Area, Paint, Placed,
    fit::Room,
    list::{Anchor, Text},
    marker::Look,
    sheet::Sheet,
    wording::{named, value_label},
};
use crate::data::sort_by_key;
use crate::view::model::{FunnelChart, Mark, Out, Role};

/// With more receding schools than this, only those outside the outer limits are named.
const FEW: usize = 60;
/// No more names than this.
const MOST: usize = 40;

/// Writes the names, the most important first. `lines` are those across the plot, on which a name lies only where there is no other
/// room.
pub(super) fn draw(
    sheet: &Sheet,
    model: &FunnelChart,
    looks: &[Look],
    (placed, lines): (&[Placed], &[Area]),
    layout: &Layout,
    emphasis: Option<usize>,
) {
    let few = placed.len() <= FEW;
    let rank = |spot: &Placed| {
        let school = &model.schools[spot.series];
        match (school.role, school.out) {
            (Role::Focus, _) => Some(0),
            (Role::Compared(number), _) => Some(number),
            (Role::Context, Out::Outer) => Some(100),
            (Role::Context, Out::Inner) if few => Some(101),
            _ => (emphasis == Some(spot.series)).then_some(102),
        }
    };
    let mut named: Vec<(u8, &Placed)> = placed.iter().filter_map(|spot| Some((rank(spot)?, spot))).collect();
    sort_by_key(&mut named, |&(rank, spot)| (rank, spot.series));
    let pointed = named.pop_if(|(rank, _)| *rank == 102);
    named.truncate(MOST);
    named.extend(pointed);
    let area = |spot: &Placed| around(spot, looks[spot.series].mark_px);
    // Of the points far out those are covered at need, too: a focus without a name among them would take the name of a neighbour.
    let chosen = named.iter().filter(|(rank, _)| *rank < 100);
    let mut taken: Vec<Area> = chosen.map(|(_, spot)| area(spot)).collect();
    let points: Vec<Area> = placed.iter().map(area).collect();
    for (rank, spot) in &named {
        if let Some(text) =
            placed_text(model, &looks[spot.series], spot, layout, (&mut taken, &[lines, &points], *rank))
        {
            sheet.text(text);
        }
    }
}

fn around(spot: &Placed, half: f64) -> Area {
    Area { left: spot.x - half, top: spot.y - half, right: spot.x + half, bottom: spot.y + half }
}

/// The name at the first free place: to the right, to the left, above, below, and between these.
fn placed_text(
    model: &FunnelChart,
    look: &Look,
    spot: &Placed,
    layout: &Layout,
    (taken, [lines, points], rank): (&mut Vec<Area>, &[&[Area]; 2], u8),
) -> Option<Text> {
    let school = &model.schools[spot.series];
    let Mark::Shown { value, .. } = school.mark else { return None };
    let (face, unit) = (layout.face, layout.unit);
    let bold = matches!(rank, 0 | 102);
    let part = match (layout.is_narrow, rank) {
        (true, 0..100) => 0.8,
        (true, _) => 0.55,
        _ => 0.4,
    };
    let width_px = (layout.plot.right - layout.plot.left) * part;
    let value = value_label(value, &model.axis, false);
    let room = Room { face, bold, width_px };
    // Beside two values, one of them would be the wrong one for some reader.
    let full = if model.across.is_some() { school.name.clone() } else { named(&school.name, &value) };
    let text = match (!layout.is_narrow && room.holds(&full), &model.across) {
        (true, _) => full,
        (false, None) => room.beside(&school.short, &value),
        (false, Some(_)) => room.name(&school.short),
    };
    let (width, half) = (face.width(&text, bold), face.line_px() / 2.0);
    let out = look.mark_px * 1.25 + 4.0 * unit;
    let slant = out * 0.7;
    let right = [(out, 0.0), (slant, -slant - half * 0.5), (slant, slant + half * 0.5)];
    let left = right.map(|(dx, dy)| (-dx - width, dy));
    let middle = [(-width / 2.0, -out - half), (-width / 2.0, out + half)];
    let places = [right[0], left[0], middle[0], middle[1], right[1], right[2], left[1], left[2]];
    let area = |(dx, dy): (f64, f64)| {
        let (left, y) = (spot.x + dx, spot.y + dy);
        Area { left, top: y - half, right: left + width, bottom: y + half }
    };
    let bounds = layout.plot;
    let is_free = |area: &Area| {
        let inside =
            area.left >= bounds.left && area.right <= bounds.right && area.top >= 0.0 && area.bottom <= bounds.bottom;
        inside && taken.iter().all(|other| is_apart(area, other))
    };
    let free = || places.map(area).into_iter().filter(is_free);
    let is_clear = |area: &Area, of: &[Area]| of.iter().all(|other| is_apart(area, other));
    let clear = || free().filter(|area| is_clear(area, points));
    let area = clear().find(|area| is_clear(area, lines)).or_else(|| clear().next());
    let chosen = || free().filter(|_| rank < 100);
    let area = area.or_else(|| chosen().find(|area| is_clear(area, lines))).or_else(|| chosen().next())?;
    taken.push(area);
    let y = face.base_px(area.top + half);
    let (size_px, paint) = (face.size_px, Paint::Label);
    Some(Text { x: area.left, y, text, anchor: Anchor::Start, size_px, bold, paint, halo: true })
}

fn is_apart(one: &Area, other: &Area) -> bool {
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
}
