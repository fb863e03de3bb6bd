//! Pointing at a drawing: by pointer and by keyboard.

use super::Placed;

/// A point by the indices of its series and its year.
pub type Cursor = (usize, usize);

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

/// The point that a pointer means: of those nearest across, the nearest in height.
pub fn nearest(placed: &[Placed], x: f64, y: f64) -> Option<Cursor> {
    let across = |spot: &Placed| (spot.x - x).abs();
    let least = placed.iter().map(across).min_by(f64::total_cmp)?;
    let column = placed.iter().filter(|spot| across(spot) <= least + 0.5);
    column.min_by(|spot, other| (spot.y - y).abs().total_cmp(&(other.y - y).abs())).map(Placed::cursor)
}

/// Where the cursor enters a drawing: at the newest point of its first series.
pub fn start(placed: &[Placed]) -> Option<Cursor> {
    let first = placed.first()?.series;
    placed.iter().rev().find(|spot| spot.series == first).map(Placed::cursor)
}

/// Where a step leads; the cursor itself where there is nothing further.
pub fn step(placed: &[Placed], cursor: Cursor, step: Step) -> Option<Cursor> {
    let Some(from) = placed.iter().find(|spot| spot.cursor() == cursor) else { return start(placed) };
    let mut line = placed.iter().filter(|spot| spot.series == from.series);
    let to = match step {
        Step::Left => line.rfind(|spot| spot.year < from.year),
        Step::Right => line.find(|spot| spot.year > from.year),
        Step::Home => line.next(),
        Step::End => line.next_back(),
        Step::Up => vertical(placed, from, -1),
        Step::Down => vertical(placed, from, 1),
    };
    Some(to.map_or(cursor, Placed::cursor))
}

/// The neighbour in height at the same year.
fn vertical<'a>(placed: &'a [Placed], from: &Placed, by: isize) -> Option<&'a Placed> {
    let mut column: Vec<_> = placed.iter().filter(|spot| spot.year == from.year).collect();
    column.sort_by(|spot, other| spot.y.total_cmp(&other.y));
    let at = column.iter().position(|spot| spot.series == from.series)?;
    column.get(at.checked_add_signed(by)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Series 0 has years 0, 1 and 3, the last one withheld; series 1 has years 0 to 2, above.
    fn placed() -> Vec<Placed> {
        [(0, 0, 50.0), (0, 1, 60.0), (0, 3, 90.0), (1, 0, 20.0), (1, 1, 30.0), (1, 2, 40.0)]
            .map(|(series, year, y)| Placed { series, year, x: 100.0 * year as f64, y, withheld: y > 80.0 })
            .to_vec()
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
            assert_eq!(nearest(&placed(), x, y), Some(expected), "{x},{y}");
        }
        assert_eq!(nearest(&[], 0.0, 0.0), None);
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
            assert_eq!(step(&placed(), from, by), Some(to), "{from:?} {by:?}");
        }
        assert_eq!(start(&placed()), Some((0, 3)));
        assert_eq!(step(&[], (0, 0), Step::Left), None);
    }
}
