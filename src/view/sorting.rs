//! The rows of a table in the order of one of its columns, as it is printed: what is not on the screen has no part in it.

use std::cmp::Ordering;

use crate::data::{Lang, sort_by, swedish_order};
use crate::view::format::NBSP;
use crate::view::screen::{Number, Table, TableRow};

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Index of the column; 0 is the header column.
    pub column: usize,
    /// From the highest to the lowest, or from the end of the alphabet to its beginning.
    pub falling: bool,
}

impl Sort {
    /// What comes after `now` when a column's heading is pressed: rising, falling, then as it was at first.
    pub fn next(now: Option<Self>, column: usize) -> Option<Self> {
        match now {
            Some(Self { column: at, falling }) if at == column => (!falling).then_some(Self { column, falling: true }),
            _ => Some(Self { column, falling: false }),
        }
    }
}

/// The places of the rows in that order. What is withheld or missing stands last, by name, whichever way the rest goes: where it stands
/// tells nothing. So do rows of equal values among themselves.
pub fn order(table: &Table, sort: Option<Sort>, lang: Lang) -> Vec<usize> {
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    let Some(Sort { column, falling }) = sort.filter(|sort| sort.column < table.columns.len()) else { return order };
    let keys: Vec<Key> = table.rows.iter().map(|row| Key::of(row, column, lang)).collect();
    sort_by(&mut order, |&one, &other| {
        let name = |at: usize| table.rows[at].heading.as_str();
        keys[one].compare(&keys[other], falling).then_with(|| swedish_order(name(one), name(other)))
    });
    order
}

/// What a cell is sorted by.
#[derive(Debug, PartialEq)]
enum Key<'a> {
    Number(f64),
    Words(&'a str),
    Nothing,
}

impl<'a> Key<'a> {
    fn of(row: &'a TableRow, column: usize, lang: Lang) -> Self {
        let Some(cell) = column.checked_sub(1) else { return Self::Words(&row.heading) };
        match row.cells.get(cell).map(|cell| &cell.number) {
            Some(Number::Shown(text)) => leading(text, lang).map_or(Self::Words(text), Self::Number),
            _ => Self::Nothing,
        }
    }

    fn compare(&self, other: &Self, falling: bool) -> Ordering {
        let turned = |order: Ordering| if falling { order.reverse() } else { order };
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => turned(one.total_cmp(other)),
            (Self::Words(one), Self::Words(other)) => turned(swedish_order(one, other)),
            _ => self.place().cmp(&other.place()),
        }
    }

    fn place(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Words(_) => 1,
            Self::Nothing => 2,
        }
    }
}

/// The number that a text begins with: `69,8 %`, `+3,2`, `1 284`, `85,8–89,0`. Of a change in words, its sign is the word at the end.
fn leading(text: &str, lang: Lang) -> Option<f64> {
    let (is_minus, digits) = match text.strip_prefix(['\u{2212}', '-']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut plain = String::new();
    let mut rest = digits.chars().peekable();
    while let Some(letter) = rest.next() {
        let before_digit = rest.peek().is_some_and(char::is_ascii_digit);
        match letter {
            '0'..='9' => plain.push(letter),
            _ if plain.is_empty() || !before_digit => break,
            _ if letter == lang.pick(',', '.') => plain.push('.'),
            _ if letter == lang.pick(NBSP, ',') => {}
            _ => break,
        }
    }
    if text == lang.pick("oförändrat", "unchanged") {
        return Some(0.0);
    }
    let is_lower = text.ends_with(lang.pick("lägre", "lower"));
    let size: f64 = plain.parse().ok()?;
    Some(if is_minus == is_lower { size } else { -size })
}

#[cfg(test)]
mod tests;
