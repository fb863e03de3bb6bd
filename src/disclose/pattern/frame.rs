//! What every quantity of a system has in common: its rows, their roles, the rule; and how rows are published under guard.

use crate::disclose::pace::Pace;
use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::greedy::{self, Candidate, GroupsOf};
use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::rule::Rule;
use crate::disclose::pattern::system::{Role, System, Value};
use crate::disclose::pattern::table::{Group, Table};

/// Witnesses that are searched for, per table, to publish what comes after that which is shown anyway. Each takes a good part of a
/// millisecond where many small groups hang together, and thousands of them would let people wait; most of what can be shown needs none.
const SEARCHES: u32 = 300;

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

/// What has been published.
pub(super) struct Published<'a> {
    /// Which candidates.
    pub(super) shown: Vec<bool>,
    /// What everybody can know.
    pub(super) guards: Vec<Guard<'a>>,
    /// Hidden numbers, by row and part, of which what was shown before leaves less open than the rule asks for.
    pub(super) narrowed: Vec<(usize, usize)>,
}

/// A hidden number: its row, its group, how far apart it shall be, and how far its legend says that it can be at most.
pub(super) struct Secret {
    pub(super) group: Group,
    /// Which of the row's numbers, as of its candidates.
    pub(super) part: usize,
    pub(super) apart: i64,
    /// In steps of so much: what is less than a step further does not count.
    pub(super) step: i64,
    /// Whether it counts as given away by the source, if the source does.
    pub(super) counts: bool,
}

/// What one guard starts from.
pub(super) struct Watch {
    /// Layers of its table.
    pub(super) layers: u32,
    /// True values, per unknown and layer.
    pub(super) values: Vec<i64>,
    /// The most that each can be.
    pub(super) most: Vec<i64>,
    /// Published whatever it gives away.
    pub(super) facts: Vec<Group>,
    pub(super) secrets: Vec<Secret>,
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
    fn decided(&self, row: usize, part: usize) -> Option<bool> {
        self.decided.get(part).and_then(|rows| rows[row])
    }

    /// Whether a row was there when all that was decided before was decided.
    fn is_early(&self, row: usize) -> bool {
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

    /// Publishes what can be published beside the secrets. Candidates in components that do not fit are refused; those in
    /// components without secrets are not looked at.
    ///
    /// What was shown before is published first, beside what was hidden before; only then is looked after what else is hidden. Less may
    /// be left open of that than the rule asks for: the results of nineteen of twenty pupils are nearly those of all. It is kept as open
    /// as it is.
    pub(super) async fn publish(
        &self,
        watches: Vec<Watch>,
        candidates: &[Candidate],
        groups_of: GroupsOf<'_>,
        fits: &[bool],
        exposed: &mut Exposed,
    ) -> Published<'a> {
        if watches.iter().all(|watch| watch.secrets.is_empty()) {
            return Published { shown: vec![true; candidates.len()], guards: Vec::new(), narrowed: Vec::new() };
        }
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
        // Of what was there when all that was decided before was decided, and of the rest.
        let mut hidden: [Vec<Vec<Secret>>; 2] = Default::default();
        for Watch { layers, values, most, facts, secrets } in watches {
            let mut guard = Guard::new(Table::new(self.layout, layers, values, most));
            for fact in facts.into_iter().filter(|fact| is_watched(fact.set)) {
                guard.table.publish(fact);
                self.pace.rest(2).await;
            }
            let is_early = |secret: &Secret| self.is_early(secret.group.set as usize);
            // What later cells cross in is no number of anybody's.
            let is_told = |secret: &Secret| is_early(secret) || self.roles[secret.group.set as usize] != Role::Kept;
            let secrets = secrets.into_iter().filter(|secret| is_watched(secret.group.set) && is_told(secret));
            let (early, new) = secrets.partition(is_early);
            hidden[0].push(early);
            hidden[1].push(new);
            guards.push(guard);
        }
        let is_free = |candidate: &Candidate| component(candidate.row).is_none_or(|component| !has_secrets[component]);
        let mut shown: Vec<bool> = candidates.iter().map(is_free).collect();
        let is_open = |at: &usize| !shown[*at] && component(candidates[*at].row).is_some_and(|it| fits[it]);
        let (mut spared, mut which) = (Vec::new(), [Vec::new(), Vec::new()]);
        for at in (0..candidates.len()).filter(is_open) {
            match self.decided(candidates[at].row, candidates[at].part) {
                Some(true) => which[0].push(at),
                Some(false) => spared.push(candidates[at]),
                None => which[1].push(at),
            }
        }
        // What was hidden for another's sake is not given back, and must not be computed either.
        let mut groups = Vec::new();
        for (number, hidden) in hidden[1].iter_mut().enumerate() {
            groups.clear();
            for candidate in &spared {
                groups_of(number, *candidate, &mut groups);
            }
            let spared = groups.iter().map(|group| Secret { group: *group, part: 0, apart: 1, step: 1, counts: false });
            let mut all: Vec<Secret> = spared.collect();
            for secret in &mut *hidden {
                secret.counts = true;
            }
            all.append(hidden);
            *hidden = all;
        }
        let mut narrowed = Vec::new();
        for (is_late, (hidden, which)) in [false, true].into_iter().zip(hidden.into_iter().zip(which)) {
            for (guard, secrets) in guards.iter_mut().zip(hidden) {
                for Secret { group, part, apart, step, counts } in secrets {
                    match guard.hide(group, (apart, step), self.pace).await {
                        kept if kept >= apart || !counts => {}
                        _ if is_late => narrowed.push((group.set as usize, part)),
                        0 => exposed.exactly += 1,
                        _ => exposed.nearly += 1,
                    }
                }
                if is_late && !self.decided.is_empty() {
                    guard.limit(SEARCHES);
                }
            }
            let of: Vec<Candidate> = which.iter().map(|at| candidates[*at]).collect();
            let published = greedy::publish(self, &mut guards, &of, groups_of, !is_late).await;
            which.into_iter().zip(published).for_each(|(at, published)| shown[at] = published);
        }
        Published { shown, guards, narrowed }
    }
}

/// The fate of a row that is in the report and has the number.
pub(super) fn fate(is_shown: bool, primary: bool) -> Fate {
    if is_shown { Fate::Shown } else { Fate::Withheld { primary } }
}
