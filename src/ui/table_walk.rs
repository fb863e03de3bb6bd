//! Going from cell to cell of a table with the arrow keys.

use crate::view::screen::{Number, Table};

/// A cell: index of its row in the table, and its column; the header column is the first.
pub(super) type At = (usize, usize);

/// The cell that a key leads to; the first one where none is marked. `drawn` are the rows in the order on the screen.
pub(super) fn step(key: &str, at: Option<At>, drawn: &[usize], columns: usize) -> Option<At> {
    let last = columns.checked_sub(1).filter(|last| *last > 0)?;
    if !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].contains(&key) {
        return None;
    }
    let Some((row, column)) = at else { return Some((*drawn.first()?, 1)) };
    let place = drawn.iter().position(|other| *other == row).unwrap_or_default();
    let (place, column) = match key {
        "ArrowLeft" => (place, column.saturating_sub(1).max(1)),
        "ArrowRight" => (place, (column + 1).min(last)),
        "ArrowUp" => (place.saturating_sub(1), column),
        "ArrowDown" => (place + 1, column),
        "Home" => (place, 1),
        _ => (place, last),
    };
    Some((*drawn.get(place).or(drawn.last())?, column))
}

/// A cell in words: whose it is, a colon, and what is there.
pub(super) fn spoken(table: &Table, (row, column): At) -> Option<String> {
    let found = table.rows.get(row)?;
    let cell = found.cells.get(column.checked_sub(1)?)?;
    let (Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) = &cell.number;
    let sub = if cell.sub.is_empty() { String::new() } else { format!(". {}", cell.sub) };
    Some(format!("{}, {}: {text}{sub}", found.heading, table.columns.get(column)?))
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn keys_lead_through_the_rows_as_they_stand_and_stop_at_the_edges() {
        let drawn = [4, 0, 2];
        for (key, at, to) in [
            ("ArrowDown", None, Some((4, 1))),
            ("ArrowDown", Some((4, 2)), Some((0, 2))),
            ("ArrowDown", Some((2, 2)), Some((2, 2))),
            ("ArrowUp", Some((4, 2)), Some((4, 2))),
            ("ArrowUp", Some((2, 3)), Some((0, 3))),
            ("ArrowLeft", Some((0, 1)), Some((0, 1))),
            ("ArrowRight", Some((0, 3)), Some((0, 3))),
            ("Home", Some((0, 3)), Some((0, 1))),
            ("End", Some((0, 1)), Some((0, 3))),
            ("Tab", Some((0, 1)), None),
            // A row that is no longer drawn.
            ("ArrowDown", Some((9, 1)), Some((0, 1))),
        ] {
            assert_eq!(step(key, at, &drawn, 4), to, "{key} from {at:?}");
        }
        assert_eq!((step("End", None, &[], 4), step("End", None, &drawn, 1)), (None, None));
    }
}
