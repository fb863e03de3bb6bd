//! Publishes the rows of a quantity that can be published beside its secrets.

use crate::disclose::pattern::fate::Exposed;
use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::greedy::{self, Candidate, GroupsOf};
use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::system::Role;
use crate::disclose::pattern::table::Table;
use crate::disclose::pattern::watch::{Secret, Watch};

/// Witnesses that are searched for, per table, to publish what comes after that which is shown anyway. Each takes a good part of a
/// millisecond where many small groups hang together, and thousands of them would let people wait; most of what can be shown needs none.
const SEARCHES: u32 = 300;

/// What is to be published, and beside what.
pub(super) struct Report<'q> {
    pub(super) watches: Vec<Watch>,
    pub(super) candidates: &'q [Candidate],
    pub(super) groups_of: GroupsOf<'q>,
    /// Per component. Candidates in components that do not fit are refused.
    pub(super) fits: &'q [bool],
}

/// What has been published.
#[derive(Default)]
pub(super) struct Published<'a> {
    /// Which candidates.
    pub(super) shown: Vec<bool>,
    /// Hidden numbers, by row and part, of which what was shown before leaves less open than the rule asks for.
    pub(super) narrowed: Vec<(usize, usize)>,
    /// What everybody can know.
    pub(super) guards: Vec<Guard<'a>>,
}

/// Secrets to be hidden beside what was there when all that was decided before was decided, and those beside the rest.
type Hidden = [Vec<Secret>; 2];

impl Report<'_> {
    /// Publishes what can be published. Candidates in components without secrets are not looked at.
    ///
    /// What was shown before is published first, beside what was hidden before; only then is looked after what else is hidden. Less may
    /// be left open of that than the rule asks for: the results of nineteen of twenty pupils are nearly those of all. It is kept as open
    /// as it is.
    pub(super) async fn publish<'a>(self, frame: &Frame<'a>, exposed: &mut Exposed) -> Published<'a> {
        let component = |row: usize| frame.layout.component(row);
        let mut has_secrets = vec![false; frame.layout.components];
        for secret in self.watches.iter().flat_map(|watch| &watch.secrets) {
            if let Some(component) = component(secret.group.set as usize) {
                has_secrets[component] = true;
            }
        }
        let is_free = |candidate: &Candidate| component(candidate.row).is_none_or(|component| !has_secrets[component]);
        let mut published = Published { shown: self.candidates.iter().map(is_free).collect(), ..Published::default() };
        if !has_secrets.contains(&true) {
            return published;
        }
        let Self { watches, candidates, groups_of, fits } = self;
        let is_watched =
            |set: u32| component(set as usize).is_some_and(|component| has_secrets[component] && fits[component]);
        let is_early = |secret: &Secret| frame.is_early(secret.group.set as usize);
        // What later cells cross in is no number of anybody's.
        let is_told = |secret: &Secret| is_early(secret) || frame.roles[secret.group.set as usize] != Role::Kept;
        let (mut guards, mut hidden) = (Vec::with_capacity(watches.len()), Vec::new());
        for Watch { layers, values, most, facts, mut secrets } in watches {
            let mut guard = Guard::new(Table::new(frame.layout, layers, values, most));
            for fact in facts.into_iter().filter(|fact| is_watched(fact.set)) {
                guard.table.publish(fact);
                frame.pace.rest(2).await;
            }
            secrets.retain(|secret| is_watched(secret.group.set) && is_told(secret));
            guard.expect(secrets.len());
            // Of the first layer all is early: nothing needs to be moved.
            hidden.push(if frame.is_further() {
                Hidden::from(secrets.into_iter().partition(is_early))
            } else {
                [secrets, Vec::new()]
            });
            guards.push(guard);
        }
        let is_open = |at: &usize| !published.shown[*at] && component(candidates[*at].row).is_some_and(|it| fits[it]);
        let (mut spared, mut which) = (Vec::new(), [Vec::new(), Vec::new()]);
        for at in (0..candidates.len()).filter(is_open) {
            match frame.decided(candidates[at].row, candidates[at].part) {
                Some(true) => which[0].push(at),
                Some(false) => spared.push(candidates[at]),
                None => which[1].push(at),
            }
        }
        spare(&spared, groups_of, &mut hidden);
        for (is_late, which) in [false, true].into_iter().zip(which) {
            for (guard, hidden) in guards.iter_mut().zip(&mut hidden) {
                for Secret { group, part, apart, step, counts } in std::mem::take(&mut hidden[usize::from(is_late)]) {
                    match guard.hide(group, (apart, step), frame.pace).await {
                        kept if kept >= apart || !counts => {}
                        _ if is_late => published.narrowed.push((group.set as usize, part)),
                        0 => exposed.exactly += 1,
                        _ => exposed.nearly += 1,
                    }
                }
                if is_late && frame.is_further() {
                    guard.limit(SEARCHES);
                }
            }
            let of: Vec<Candidate> = which.iter().map(|at| candidates[*at]).collect();
            let shown = greedy::publish(frame, &mut guards, &of, groups_of, !is_late).await;
            which.into_iter().zip(shown).for_each(|(at, shown)| published.shown[at] = shown);
        }
        Published { guards, ..published }
    }
}

/// What was hidden for another's sake is not given back, and must not be computed either.
fn spare(spared: &[Candidate], groups_of: GroupsOf<'_>, hidden: &mut [Hidden]) {
    let mut groups = Vec::new();
    for (number, [_, late]) in hidden.iter_mut().enumerate() {
        groups.clear();
        for candidate in spared {
            groups_of(number, *candidate, &mut groups);
        }
        let spared = groups.iter().map(|group| Secret { group: *group, part: 0, apart: 1, step: 1, counts: false });
        let mut all: Vec<Secret> = spared.collect();
        for secret in &mut *late {
            secret.counts = true;
        }
        all.append(late);
        *late = all;
    }
}
