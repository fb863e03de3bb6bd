//! What every quantity of a system has in common: its rows, their roles, the rule.

use crate::disclose::pace::Pace;
use crate::disclose::pattern::fate::Fate;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::rule::Rule;
use crate::disclose::pattern::system::{Role, System, Value};
use crate::disclose::pattern::table::Group;

/// Rows, roles, rule.
pub(super) struct Frame<'a> {
    pub(super) layout: &'a Layout,
    pub(super) rule: &'a Rule,
    pub(super) pace: &'a Pace,
    /// Per row. Of cells with the same pupils the least secret decides.
    pub(super) roles: Vec<Role>,
    /// Per row, whether its numbers of pupils are told, whatever becomes of its results.
    told: Vec<bool>,
    /// Part by part and per row, what was decided before; empty where nothing was.
    decided: Vec<Vec<Option<bool>>>,
}

impl<'a> Frame<'a> {
    /// Of a system and its layout.
    pub(super) fn new(system: &System, layout: &'a Layout, rule: &'a Rule, pace: &'a Pace) -> Self {
        let mut roles = vec![Role::Kept; layout.rows];
        let mut told = vec![false; layout.rows];
        for (cell, row) in system.cells.iter().zip(&layout.row_of) {
            let role = &mut roles[*row as usize];
            if cell.role == Role::Told {
                told[*row as usize] = true;
                continue;
            }
            if cell.role == Role::Forced || *role == Role::Kept {
                *role = cell.role;
            }
        }
        Self { layout, rule, pace, roles, told, decided: Vec::new() }
    }

    /// The role of a row's numbers of pupils.
    pub(super) fn role_of_pupils(&self, row: usize) -> Role {
        if self.told[row] { Role::Forced } else { self.roles[row] }
    }

    /// The same, once it has been decided, part by part, what becomes of the first cells.
    pub(super) fn after(&self, before: &[&[Fate]]) -> Self {
        let mut decided = Vec::new();
        for fates in before {
            let mut rows = vec![None; self.layout.rows];
            for (fate, row) in fates.iter().zip(&self.layout.row_of) {
                // Of results that are in no report nothing was decided.
                if *fate == Fate::Absent && self.told[*row as usize] {
                    continue;
                }
                let row = &mut rows[*row as usize];
                *row = Some(fate.is_shown() || *row == Some(true));
            }
            decided.push(rows);
        }
        Self { decided, roles: self.roles.clone(), told: self.told.clone(), ..*self }
    }

    /// Whether a number was decided before, and how.
    pub(super) fn decided(&self, row: usize, part: usize) -> Option<bool> {
        self.decided.get(part).and_then(|rows| rows[row])
    }

    /// Whether something was decided before.
    pub(super) fn is_further(&self) -> bool {
        !self.decided.is_empty()
    }

    /// Whether a row was there when all that was decided before was decided.
    pub(super) fn is_early(&self, row: usize) -> bool {
        self.decided.is_empty() || self.decided.iter().any(|rows| rows[row].is_some())
    }

    /// Per cell → per row. Cells with the same pupils and different numbers fit nothing.
    pub(super) fn rows(&self, values: &mut dyn Iterator<Item = Value>) -> Vec<Value> {
        const CONTRADICTION: Value = Value::Within(1, 0);
        let mut rows: Vec<Option<Value>> = vec![None; self.layout.rows];
        for (value, row) in values.zip(&self.layout.row_of) {
            let row = &mut rows[*row as usize];
            *row = Some(match (*row, value) {
                (None, value) | (Some(Value::Within(..)), value @ Value::Known(_)) => value,
                (Some(known @ Value::Known(_)), Value::Within(..)) => known,
                (Some(Value::Within(low, high)), Value::Within(other, most)) => {
                    Value::Within(low.max(other), high.min(most))
                }
                (Some(known), value) if known == value => known,
                _ => CONTRADICTION,
            });
        }
        rows.into_iter().map(|row| row.unwrap_or(Value::Absent)).collect()
    }

    /// Some layers of a row, as an exact number.
    pub(super) fn group(row: usize, from: usize, to: usize) -> Group {
        Group { set: index(row), from: index(from), to: index(to), below: 0, above: 0 }
    }
}

/// The fate of a row that is in the report and has the number.
pub(super) fn fate(is_shown: bool, primary: bool) -> Fate {
    if is_shown { Fate::Shown } else { Fate::Withheld { primary } }
}
