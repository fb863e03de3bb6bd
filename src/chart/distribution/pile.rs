//! Points along the axis: each at its own value, piled up where they would cover each other. Always the same pile.

use super::value;
use crate::chart::{Placed, marker::Look, rows::Rows};
use crate::data::sort_by;
use crate::view::model::{Role, School};

/// Radii to try, from the largest, as parts of that of a receding school.
const PARTS: [f64; 8] = [1.7, 1.3, 1.0, 0.85, 0.7, 0.55, 0.42, 0.3];

/// The points with their size.
pub(super) struct Pile {
    /// Where they stand.
    pub(super) placed: Vec<Placed>,
    /// Radius of a receding one.
    pub(super) radius_px: f64,
}

/// The level of each point (by its place across, from left to right): the lowest one whose last point is clear of it. And how many
/// levels there are.
fn levels(found: &[(usize, f64)], radius_px: f64) -> (Vec<usize>, usize) {
    let mut last: Vec<f64> = Vec::new();
    let mut levels = Vec::with_capacity(found.len());
    for &(_, x) in found {
        let level = last.iter().position(|&other| x - other >= 2.0 * radius_px).unwrap_or(last.len());
        match last.get_mut(level) {
            Some(other) => *other = x,
            None => last.push(x),
        }
        levels.push(level);
    }
    (levels, last.len())
}

/// The receding schools in a pile as high as there is room for, and on top of it the chosen ones, where one sees them.
pub(super) fn pile(schools: &[School], looks: &[Look], rows: &Rows) -> Pile {
    let found = schools.iter().enumerate().filter_map(|(at, school)| Some((at, rows.x(value(school)?))));
    let mut found: Vec<(usize, f64)> = found.collect();
    sort_by(&mut found, |(at, x), (other, y)| x.total_cmp(y).then(at.cmp(other)));
    let (receding, chosen): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|&(at, _)| schools[at].role == Role::Context);

    let wished = receding.first().map_or(0.0, |&(at, _)| looks[at].mark_px);
    let on_top: f64 = chosen.iter().map(|&(at, _)| 2.0 * looks[at].mark_px).sum();
    let room_px = (rows.plot.bottom - rows.plot.top - on_top.min(40.0 * rows.unit)).max(1.0);
    let radii = PARTS.map(|part| wished * part);
    let fits = |radius_px: &f64| levels(&receding, *radius_px).1 as f64 * 2.0 * radius_px <= room_px;
    let radius_px = radii.into_iter().find(fits).unwrap_or(radii[PARTS.len() - 1]);
    let (levels, high) = levels(&receding, radius_px);
    // A pile that is still too high is pressed together.
    let step_px = (2.0 * radius_px).min(room_px / high.max(1) as f64);
    let base = rows.plot.bottom - 1.0;
    let spot = |series: usize, x: f64, y: f64| Placed { series, year: 0, x, y, withheld: false };
    let mut placed: Vec<Placed> = Vec::with_capacity(levels.len() + chosen.len());
    for (&(at, x), level) in receding.iter().zip(levels) {
        placed.push(spot(at, x, base - radius_px - level as f64 * step_px));
    }
    let mut tops: Vec<(f64, f64, f64)> = placed.iter().map(|spot| (spot.x, spot.y, radius_px)).collect();
    for (at, x) in chosen {
        let half = looks[at].mark_px * 1.2;
        let under = tops.iter().filter(|(other, _, radius)| (other - x).abs() < radius + half);
        let y = under.map(|(_, y, radius)| y - radius).fold(base, f64::min) - half;
        let y = y.max(rows.plot.top.min(base));
        tops.push((x, y, half));
        placed.push(spot(at, x, y));
    }
    Pile { placed, radius_px }
}
