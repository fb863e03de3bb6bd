//! Pointing at a drawing: by pointer and by keyboard.

use super::{Drawing, Placed};
use crate::data::sort_by;

/// A point by the indices of its series and its year. A school among many is a series without years.
pub type Cursor = (usize, usize);

/// What the points of a drawing are, and so what is near and what is next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Walk {
    /// Series over years.
    #[default]
    Lines,
    /// Points anywhere: next is across, or above and below.
    Points,
    /// Rows: next is above and below.
    Rows,
    /// Rows with several points each: next is above and below, and within the row.
    Cells,
    /// Panels with a series each: next is along the years, and in the panel before and after.
    Panels,
}

/// A step of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the series' next older point.
    Left,
    /// To the series' next newer point.
    Right,
    /// To the next series above, at the same year.
    Up,
    /// To the next series below, at the same year.
    Down,
    /// To the series' oldest point.
    Home,
    /// To the series' newest point.
    End,
}

impl Placed {
    fn cursor(&self) -> Cursor {
        (self.series, self.year)
    }
}

/// The point that a pointer means: the nearest; of series over years that of the nearest year, of rows that of the row.
pub fn nearest(drawing: &Drawing, x: f64, y: f64) -> Option<Cursor> {
    let across = |spot: &Placed| (spot.x - x).abs();
    let height = |spot: &Placed| (spot.y - y).abs();
    let least = drawing.placed.iter().map(across).min_by(f64::total_cmp)?;
    if drawing.walk == Walk::Cells {
        return in_row(drawing, x, y);
    }
    if drawing.walk == Walk::Panels {
        return in_panel(drawing, x, y);
    }
    let far = |spot: &Placed| match drawing.walk {
        Walk::Lines if across(spot) > least + 0.5 => f64::INFINITY,
        Walk::Lines | Walk::Rows => height(spot),
        Walk::Points | Walk::Cells | Walk::Panels => across(spot).hypot(height(spot)),
    };
    drawing.placed.iter().min_by(|spot, other| far(spot).total_cmp(&far(other))).map(Placed::cursor)
}

/// Where the cursor enters a drawing: at the newest point of its first series.
pub fn start(drawing: &Drawing) -> Option<Cursor> {
    let first = drawing.placed.first()?.series;
    drawing.placed.iter().rev().find(|spot| spot.series == first).map(Placed::cursor)
}

/// Where a step leads; the cursor itself where there is nothing further.
pub fn step(drawing: &Drawing, cursor: Cursor, step: Step) -> Option<Cursor> {
    let placed = &drawing.placed;
    let Some(from) = placed.iter().find(|spot| spot.cursor() == cursor) else { return start(drawing) };
    if drawing.walk == Walk::Cells {
        return Some(cell(placed, from, step).map_or(cursor, Placed::cursor));
    }
    if !matches!(drawing.walk, Walk::Lines | Walk::Panels) {
        return among(drawing, cursor, step);
    }
    let mut line = placed.iter().filter(|spot| spot.series == from.series);
    let to = match step {
        Step::Left => line.rfind(|spot| spot.year < from.year),
        Step::Right => line.find(|spot| spot.year > from.year),
        Step::Home => line.next(),
        Step::End => line.next_back(),
        Step::Up if drawing.walk == Walk::Panels => beside(placed, from, -1),
        Step::Down if drawing.walk == Walk::Panels => beside(placed, from, 1),
        Step::Up => vertical(placed, from, -1),
        Step::Down => vertical(placed, from, 1),
    };
    Some(to.map_or(cursor, Placed::cursor))
}

/// A step among points: all of them in a row, by height or from left to right, the withheld ones (which stand below) last.
fn among(drawing: &Drawing, cursor: Cursor, step: Step) -> Option<Cursor> {
    let upright = drawing.walk == Walk::Rows || matches!(step, Step::Up | Step::Down);
    let mut row: Vec<&Placed> = drawing.placed.iter().collect();
    sort_by(&mut row, |spot, other| {
        let apart = |spot: &Placed| drawing.walk == Walk::Points && spot.withheld;
        let (first, second) = if upright { (spot.y, other.y) } else { (spot.x, other.x) };
        apart(spot).cmp(&apart(other)).then(first.total_cmp(&second)).then(spot.series.cmp(&other.series))
    });
    let at = row.iter().position(|spot| spot.cursor() == cursor)?;
    let to = match step {
        Step::Left | Step::Up => at.saturating_sub(1),
        Step::Right | Step::Down => at + 1,
        Step::Home => 0,
        Step::End => row.len(),
    };
    row.get(to.min(row.len() - 1)).map(|spot| spot.cursor())
}

/// The point of the nearest panel that is nearest across.
fn in_panel(drawing: &Drawing, x: f64, y: f64) -> Option<Cursor> {
    let placed = &drawing.placed;
    let apart = |spot: &&Placed| (spot.x - x).hypot(spot.y - y);
    let ends = |panel: usize, of: fn(&Placed) -> f64| {
        let places = || placed.iter().filter(move |spot| spot.series == panel).map(of);
        (places().fold(f64::INFINITY, f64::min), places().fold(f64::NEG_INFINITY, f64::max))
    };
    let beyond = |(low, high): (f64, f64), at: f64| (low - at).max(at - high).max(0.0);
    let far = |panel: usize| beyond(ends(panel, |spot| spot.x), x).hypot(beyond(ends(panel, |spot| spot.y), y));
    let mut panels: Vec<usize> = placed.iter().map(|spot| spot.series).collect();
    panels.dedup();
    let panel = panels.into_iter().min_by(|&one, &other| far(one).total_cmp(&far(other)))?;
    let across = |spot: &&Placed| (spot.x - x).abs();
    let panel = placed.iter().filter(|spot| spot.series == panel);
    let order = |one: &&Placed, other: &&Placed| {
        across(one).total_cmp(&across(other)).then(apart(one).total_cmp(&apart(other)))
    };
    panel.min_by(order).map(Placed::cursor)
}

/// The point of the panel before or after that is nearest in years.
fn beside<'a>(placed: &'a [Placed], from: &Placed, by: isize) -> Option<&'a Placed> {
    let ahead = |spot: &&Placed| if by < 0 { spot.series < from.series } else { spot.series > from.series };
    let panel = placed.iter().filter(ahead).map(|spot| spot.series).min_by_key(|panel| panel.abs_diff(from.series))?;
    let spots = placed.iter().filter(|spot| spot.series == panel);
    spots.min_by_key(|spot| spot.year.abs_diff(from.year))
}

/// The middle height of a row's points, by which row another point is in.
fn row_y(placed: &[Placed], row: usize) -> f64 {
    let heights = || placed.iter().filter(move |spot| spot.series == row).map(|spot| spot.y);
    f64::midpoint(heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max))
}

/// The nearest point of the nearest row.
fn in_row(drawing: &Drawing, x: f64, y: f64) -> Option<Cursor> {
    let placed = &drawing.placed;
    let height = |row: usize| (row_y(placed, row) - y).abs();
    let mut rows: Vec<usize> = placed.iter().map(|spot| spot.series).collect();
    rows.dedup();
    let row = rows.into_iter().min_by(|&one, &other| height(one).total_cmp(&height(other)))?;
    let far = |spot: &&Placed| (spot.x - x).hypot(spot.y - y);
    let row = placed.iter().filter(|spot| spot.series == row);
    row.min_by(|one, other| far(one).total_cmp(&far(other))).map(Placed::cursor)
}

/// A step among rows of several points: along the row from left to right, or to the same group (else the nearest) of the next row.
fn cell<'a>(placed: &'a [Placed], from: &Placed, step: Step) -> Option<&'a Placed> {
    let mut row: Vec<&Placed> = placed.iter().filter(|spot| spot.series == from.series).collect();
    sort_by(&mut row, |spot, other| spot.x.total_cmp(&other.x).then(spot.year.cmp(&other.year)));
    let at = row.iter().position(|spot| spot.year == from.year)?;
    let next = |by: isize| {
        let here = row_y(placed, from.series);
        let ahead = |spot: &&Placed| (row_y(placed, spot.series) - here) * by as f64;
        let others = || placed.iter().filter(move |spot| spot.series != from.series && ahead(spot) > 0.0);
        let near = others().min_by(|one, other| ahead(one).total_cmp(&ahead(other)))?.series;
        others().filter(|spot| spot.series == near).min_by_key(|spot| spot.year.abs_diff(from.year))
    };
    match step {
        Step::Left => row.get(at.checked_sub(1)?).copied(),
        Step::Right => row.get(at + 1).copied(),
        Step::Home => row.first().copied(),
        Step::End => row.last().copied(),
        Step::Up => next(-1),
        Step::Down => next(1),
    }
}

/// The neighbour in height at the same year.
fn vertical<'a>(placed: &'a [Placed], from: &Placed, by: isize) -> Option<&'a Placed> {
    let mut column: Vec<_> = placed.iter().filter(|spot| spot.year == from.year).collect();
    sort_by(&mut column, |spot, other| spot.y.total_cmp(&other.y));
    let at = column.iter().position(|spot| spot.series == from.series)?;
    column.get(at.checked_add_signed(by)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Area, DisplayList};

    fn drawing(walk: Walk, placed: Vec<Placed>) -> Drawing {
        let (list, plot) = (DisplayList::default(), Area::default());
        Drawing { list, placed, walk, plot, axis_start: 0.0, starts_at_zero: true }
    }

    /// Series 0 has years 0, 1 and 3, the last one withheld; series 1 has years 0 to 2, above.
    fn lines() -> Drawing {
        let placed = [(0, 0, 50.0), (0, 1, 60.0), (0, 3, 90.0), (1, 0, 20.0), (1, 1, 30.0), (1, 2, 40.0)]
            .map(|(series, year, y)| Placed { series, year, x: 100.0 * year as f64, y, withheld: y > 80.0 });
        drawing(Walk::Lines, placed.to_vec())
    }

    /// School 2 is in focus; school 3 is withheld, below the plot.
    fn schools(walk: Walk) -> Drawing {
        let placed = [(2, 50.0, 40.0), (0, 10.0, 60.0), (1, 90.0, 20.0), (3, 30.0, 95.0)]
            .map(|(series, x, y)| Placed { series, year: 0, x, y, withheld: y > 80.0 });
        drawing(walk, placed.to_vec())
    }

    #[test]
    fn a_pointer_means_the_nearest_year_and_then_the_nearest_line() {
        for (x, y, expected) in [
            (0.0, 50.0, (0, 0)),
            (49.0, 24.0, (1, 0)),
            (120.0, 46.0, (0, 1)),
            (220.0, 90.0, (1, 2)),
            (900.0, 0.0, (0, 3)),
        ] {
            assert_eq!(nearest(&lines(), x, y), Some(expected), "{x},{y}");
        }
        assert_eq!(nearest(&drawing(Walk::Lines, Vec::new()), 0.0, 0.0), None);
    }

    #[test]
    fn a_pointer_means_the_nearest_school_or_the_row() {
        for (walk, x, y, expected) in [
            (Walk::Points, 52.0, 30.0, 2),
            (Walk::Points, 88.0, 38.0, 1),
            (Walk::Points, 30.0, 90.0, 3),
            (Walk::Rows, 300.0, 22.0, 1),
            (Walk::Rows, 0.0, 70.0, 0),
        ] {
            assert_eq!(nearest(&schools(walk), x, y), Some((expected, 0)), "{walk:?} {x},{y}");
        }
    }

    #[test]
    fn keys_walk_along_and_across_the_lines() {
        for (from, by, to) in [
            ((0, 0), Step::Left, (0, 0)),
            ((0, 0), Step::Right, (0, 1)),
            ((0, 1), Step::Right, (0, 3)),
            ((0, 3), Step::Left, (0, 1)),
            ((0, 1), Step::Home, (0, 0)),
            ((0, 0), Step::End, (0, 3)),
            ((0, 1), Step::Up, (1, 1)),
            ((1, 1), Step::Up, (1, 1)),
            ((1, 1), Step::Down, (0, 1)),
            ((0, 3), Step::Down, (0, 3)),
            ((7, 7), Step::Left, (0, 3)),
        ] {
            assert_eq!(step(&lines(), from, by), Some(to), "{from:?} {by:?}");
        }
        assert_eq!(start(&lines()), Some((0, 3)));
        assert_eq!(step(&drawing(Walk::Points, Vec::new()), (0, 0), Step::Left), None);
    }

    /// Row 1 stands above row 0 and has no second group.
    fn cells() -> Drawing {
        let placed = [(0, 0, 50.0, 58.0), (0, 1, 20.0, 62.0), (1, 0, 70.0, 28.0), (1, 2, 30.0, 32.0)]
            .map(|(series, year, x, y)| Placed { series, year, x, y, withheld: false });
        drawing(Walk::Cells, placed.to_vec())
    }

    #[test]
    fn a_pointer_and_keys_find_the_group_in_its_row() {
        for (x, y, expected) in [(60.0, 46.0, (0, 0)), (0.0, 44.0, (1, 2)), (0.0, 99.0, (0, 1))] {
            assert_eq!(nearest(&cells(), x, y), Some(expected), "{x},{y}");
        }
        for (from, by, to) in [
            ((0, 0), Step::Left, (0, 1)),
            ((0, 0), Step::Right, (0, 0)),
            ((0, 1), Step::End, (0, 0)),
            ((0, 0), Step::Up, (1, 0)),
            ((0, 1), Step::Up, (1, 0)),
            ((1, 2), Step::Down, (0, 1)),
            ((0, 0), Step::Down, (0, 0)),
            ((1, 0), Step::Home, (1, 2)),
        ] {
            assert_eq!(step(&cells(), from, by), Some(to), "{from:?} {by:?}");
        }
        assert_eq!(nearest(&drawing(Walk::Cells, Vec::new()), 0.0, 0.0), None);
    }

    #[test]
    fn keys_walk_among_schools() {
        for (walk, from, by, to) in [
            (Walk::Points, 2, Step::Left, 0),
            (Walk::Points, 2, Step::Right, 1),
            (Walk::Points, 2, Step::Up, 1),
            (Walk::Points, 1, Step::Right, 3),
            (Walk::Points, 1, Step::Home, 0),
            (Walk::Points, 0, Step::End, 3),
            (Walk::Points, 3, Step::End, 3),
            (Walk::Rows, 2, Step::Left, 1),
            (Walk::Rows, 2, Step::Down, 0),
            (Walk::Rows, 2, Step::Home, 1),
            (Walk::Rows, 9, Step::Home, 2),
        ] {
            assert_eq!(step(&schools(walk), (from, 0), by), Some((to, 0)), "{walk:?} {from} {by:?}");
        }
        assert_eq!(start(&schools(Walk::Rows)), Some((2, 0)));
    }
}
