//! The pattern of numbers of pupils.

use crate::disclose::pattern::crossing::crossing;
use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::frame::{Frame, fate};
use crate::disclose::pattern::greedy::Candidate;
use crate::disclose::pattern::outcomes::{Of, Outcomes};
use crate::disclose::pattern::publish::Report;
use crate::disclose::pattern::system::{Link, Role, Value};
use crate::disclose::pattern::table::{FREE, Group};
use crate::disclose::pattern::truth::{Truth, whole};
use crate::disclose::pattern::watch::{Secret, Watch};

/// Numbers of pupils, and what becomes of them.
pub(super) struct Counted {
    /// Per row.
    pub(super) rows: Vec<Value>,
    /// Per unknown.
    pub(super) truth: Truth,
    /// Per row.
    pub(super) fates: Vec<Fate>,
    /// Hidden rows of few that results could give away.
    pub(super) crossing: Vec<usize>,
}

impl Counted {
    /// Of the rows' numbers. Where a wider number of pupils is withheld (`within`), these are too.
    pub(super) async fn new(frame: &Frame<'_>, rows: Vec<Value>, within: Option<&Self>, exposed: &mut Exposed) -> Self {
        let unknowns = frame.layout.unknowns();
        let truth = Truth::find(frame.layout, &rows, vec![FREE; unknowns]);
        frame.pace.rest(rows.len() / 8).await;
        let mut fates = vec![Fate::Absent; rows.len()];
        let mut candidates = Vec::new();
        let (mut facts, mut secrets) = (Vec::new(), Vec::new());
        // Beside a bound that is narrower than what the rule asks for, it cannot be seen that two such groups are told together
        // (D4): it must hold without knowing the bound, too.
        let is_narrow = rows.iter().any(|value| legend(*value) < frame.rule.pupils_apart());
        let mut loose = (Vec::new(), Vec::new());
        for (row, value) in rows.iter().enumerate() {
            let (role, group) = (frame.role_of_pupils(row), Frame::group(row, 0, 1));
            let is_withheld = within.is_some_and(|within| !within.fates[row].is_shown());
            let known = value.known();
            let primary = known.is_none_or(|pupils| frame.rule.hides_pupils(pupils));
            match *value {
                Value::Absent => continue,
                Value::Within(low, high) => facts.push(between(group, truth.sum(frame.layout, row), low, high)),
                Value::Known(_) if role == Role::Forced => {
                    facts.push(group);
                    loose.0.extend(is_narrow.then_some(group));
                }
                Value::Known(_) => (),
            }
            if role != Role::Kept {
                fates[row] = fate(!primary && !is_withheld, primary);
            }
            if !primary && !is_withheld {
                if role == Role::Open {
                    let pupils = truth.sum(frame.layout, row);
                    candidates.push(Candidate { row, part: 0, pupils });
                }
            } else if role != Role::Kept || (primary && known != Some(0)) {
                let apart = if primary { frame.rule.pupils_apart() } else { 1 };
                let without_bound = Secret { group, part: 0, apart: whole(apart), step: 1, counts: false };
                loose.1.extend(is_narrow.then_some(without_bound));
                let apart = whole(apart.min(legend(*value)));
                secrets.push(Secret { group, part: 0, apart, step: 1, counts: primary && role != Role::Kept });
            }
        }
        let mut tied = Vec::new();
        if frame.rule.complementary {
            let watch = |facts: Vec<Group>, secrets: Vec<Secret>| Watch {
                layers: 1,
                values: truth.value.clone(),
                most: truth.most.clone(),
                facts,
                secrets,
            };
            let mut watches = vec![watch(facts, secrets)];
            if is_narrow {
                watches.push(watch(loose.0, loose.1));
            }
            // No fewer are there than have a result: that must not give a hidden number of pupils away.
            let mut fits = truth.fits.clone();
            if let Some(within) = within {
                let few = |row: &usize| rows[*row].known().is_some_and(|pupils| frame.rule.hides_pupils(pupils));
                let few: Vec<usize> = (0..rows.len()).filter(few).collect();
                if !few.is_empty() || !within.crossing.is_empty() {
                    let of = vec![Of { base: within, rows: rows.clone(), part: 0 }];
                    watches.extend(Outcomes::new(frame, within, of, Link::Free, &mut fits).watch_bases(frame, &few));
                }
            }
            let groups_of = |_: usize, of: Candidate, groups: &mut Vec<Group>| groups.push(Frame::group(of.row, 0, 1));
            let report = Report { watches, candidates: &candidates, groups_of: &groups_of, fits: &fits };
            let found = report.publish(frame, exposed).await;
            for (of, shown) in candidates.iter().zip(found.shown) {
                fates[of.row] = fate(shown, false);
            }
            tied = found.guards.first().map_or_else(Vec::new, |guard| crossing(frame, &rows, &guard.table));
        }
        Self { rows, truth, fates, crossing: tied }
    }
}

/// A group of which only a legend's bounds are published.
pub(super) fn between(group: Group, value: i64, low: u64, high: u64) -> Group {
    Group { below: value.saturating_sub(whole(low)).max(0), above: whole(high).saturating_sub(value).max(0), ..group }
}

/// How far apart the least and the most are that the source's legend allows.
pub(super) fn legend(value: Value) -> u64 {
    match value {
        Value::Within(low, high) => high.saturating_sub(low),
        _ => u64::MAX,
    }
}
