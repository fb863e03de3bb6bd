//! Which hidden numbers of pupils results could give away.

use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::system::Value;
use crate::disclose::pattern::table::Table;

/// The rows of few that are tied to unknowns that are in more than one equation. In an equation that shares no unknown with another, any
/// numbers of pupils that it allows have results that fit: their sum has room among them.
pub(super) fn crossing(frame: &Frame<'_>, rows: &[Value], table: &Table<'_>) -> Vec<usize> {
    let tied = tied(table);
    let is_few = |row: &usize| rows[*row].known().is_some_and(|pupils| frame.rule.hides_pupils(pupils));
    let crosses = |row: &usize| {
        let mut unknowns = frame.layout.sets.get(*row).iter();
        unknowns.any(|unknown| tied[table.class_of[*unknown as usize] as usize])
    };
    (0..rows.len()).filter(is_few).filter(crosses).collect()
}

/// Per class, whether a chain of equations leads from it to a class that is in several.
fn tied(table: &Table<'_>) -> Vec<bool> {
    let mut is_followed = vec![false; table.equations.len()];
    let mut tied = vec![false; table.classes.len()];
    let mut ahead: Vec<u32> = (0..index(tied.len())).collect();
    ahead.retain(|class| table.classes[*class as usize].equations.len() > 1);
    while let Some(class) = ahead.pop() {
        if !std::mem::replace(&mut tied[class as usize], true) {
            for equation in &*table.classes[class as usize].equations {
                if !std::mem::replace(&mut is_followed[*equation as usize], true) {
                    ahead.extend(table.classes_of(*equation));
                }
            }
        }
    }
    tied
}
