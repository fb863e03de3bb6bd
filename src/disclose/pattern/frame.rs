//! What every quantity of a system has in common: its rows, their roles, the rule; and how rows are published under guard.

use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::greedy::{self, Candidate, GroupsOf};
use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::rule::Rule;
use crate::disclose::pattern::system::{Role, System, Value};
use crate::disclose::pattern::table::Group;

/// Rows, roles, rule.
pub(super) struct Frame<'a> {
    pub(super) layout: &'a Layout,
    pub(super) rule: &'a Rule,
    /// Per row. Of cells with the same pupils the least secret decides.
    pub(super) roles: Vec<Role>,
}

/// A hidden number: its row, its group, how far apart it shall be, and how far its legend says that it can be at most.
pub(super) struct Secret {
    pub(super) group: Group,
    pub(super) apart: i64,
    /// Whether it counts as given away by the source, if the source does.
    pub(super) counts: bool,
}

/// What one guard starts from.
pub(super) struct Watch<'a> {
    pub(super) guard: Guard<'a>,
    /// Published whatever it gives away.
    pub(super) facts: Vec<Group>,
    pub(super) secrets: Vec<Secret>,
}

impl<'a> Frame<'a> {
    /// Of a system and its layout.
    pub(super) fn new(system: &System, layout: &'a Layout, rule: &'a Rule) -> Self {
        let mut roles = vec![Role::Kept; layout.rows];
        for (cell, row) in system.cells.iter().zip(&layout.row_of) {
            let role = &mut roles[*row as usize];
            if cell.role == Role::Forced || *role == Role::Kept {
                *role = cell.role;
            }
        }
        Self { layout, rule, roles }
    }

    /// Per cell → per row. Cells with the same pupils and different numbers fit nothing.
    pub(super) fn rows(&self, values: impl IntoIterator<Item = Value>) -> Vec<Value> {
        const CONTRADICTION: Value = Value::Within(1, 0);
        let mut rows: Vec<Option<Value>> = vec![None; self.layout.rows];
        for (value, row) in values.into_iter().zip(&self.layout.row_of) {
            let row = &mut rows[*row as usize];
            *row = Some(match (*row, value) {
                (None, value) | (Some(Value::Within(..)), value @ Value::Known(_)) => value,
                (Some(known @ Value::Known(_)), Value::Within(..)) => known,
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

    /// Publishes what can be published beside the secrets. Candidates in components that do not fit are refused; those in
    /// components without secrets are not looked at. Returns which candidates are published.
    pub(super) fn publish(
        &self,
        watches: Vec<Watch<'a>>,
        candidates: &[Candidate],
        groups_of: GroupsOf<'_>,
        fits: &[bool],
        exposed: &mut Exposed,
    ) -> (Vec<bool>, Vec<Guard<'a>>) {
        let component = |row: usize| self.layout.component(row);
        let mut has_secrets = vec![false; self.layout.components];
        for secret in watches.iter().flat_map(|watch| &watch.secrets) {
            if let Some(component) = component(secret.group.set as usize) {
                has_secrets[component] = true;
            }
        }
        let is_watched =
            |set: u32| component(set as usize).is_some_and(|component| has_secrets[component] && fits[component]);
        let mut guards = Vec::with_capacity(watches.len());
        for Watch { mut guard, facts, secrets } in watches {
            facts.into_iter().filter(|fact| is_watched(fact.set)).for_each(|fact| guard.table.publish(fact));
            for secret in secrets.into_iter().filter(|secret| is_watched(secret.group.set)) {
                let apart = guard.hide(secret.group, secret.apart);
                if apart < secret.apart && secret.counts {
                    *(if apart == 0 { &mut exposed.exactly } else { &mut exposed.nearly }) += 1;
                }
            }
            guards.push(guard);
        }
        let is_free = |candidate: &Candidate| component(candidate.row).is_none_or(|component| !has_secrets[component]);
        let mut shown: Vec<bool> = candidates.iter().map(is_free).collect();
        let watched =
            (0..candidates.len()).filter(|at| !shown[*at] && component(candidates[*at].row).is_some_and(|it| fits[it]));
        let watched: Vec<usize> = watched.collect();
        let of: Vec<Candidate> = watched.iter().map(|at| candidates[*at]).collect();
        let published = greedy::publish(self.layout, &mut guards, &of, groups_of);
        watched.into_iter().zip(published).for_each(|(at, published)| shown[at] = published);
        (shown, guards)
    }
}

/// The fate of a row that is in the report and has the number.
pub(super) fn fate(is_shown: bool, primary: bool) -> Fate {
    if is_shown { Fate::Shown } else { Fate::Withheld { primary } }
}
