//! Of very many chosen schools, those that are worked out and shown at once.
//!
//! Nobody reads a table of a thousand schools, or as many lines; working them out would make every change of the urval slow. What is
//! left out is said, and shown when it is asked for. Files have everything.

use crate::query::Selection;

/// Most schools side by side in a table that is shown at once.
pub const ROWS: usize = 100;
/// Most lines that are drawn at once.
pub const LINES: usize = 40;

/// A part of a urval.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The urval with fewer schools.
    pub urval: Selection,
    /// How many schools it has.
    pub shown: usize,
    /// How many are chosen.
    pub all: usize,
}

/// The school in focus and the first of those that it is compared with, `most` together; `None` where that is all.
pub fn cut(selection: &Selection, most: usize) -> Option<Part> {
    let all = selection.compared.len() + 1;
    let compared = selection.compared.get(..most.saturating_sub(1)).filter(|_| all > most)?.to_vec();
    Some(Part { urval: Selection { compared, ..selection.clone() }, shown: most, all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_at_once_has_the_focus_and_no_more_than_that() {
        let of = |schools: u16| Selection { focus: 9, compared: (10..10 + schools).collect(), ..Selection::default() };
        assert_eq!(cut(&of(0), 3), None);
        assert_eq!(cut(&of(2), 3), None);
        let found = cut(&of(3), 3).expect("one too many");
        assert_eq!((found.urval.focus, &*found.urval.compared), (9, &[10, 11][..]));
        assert_eq!((found.shown, found.all), (3, 4));
    }
}
