//! What each withheld number can be → how much it is given away, and the findings.

use super::document::{Document, Kind, Rule};
use super::facts::{self, Facts, Target, breaks_rule};
use super::findings::Findings;
use super::hull::{Hull, Proof};
use super::ladder::{self, Asked, Solved};
use super::model::Model;
use super::sorted::sort_once;
use super::system::short;
use super::{means, union};

/// How much a number is given away. Later is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Leak {
    None(Proof),
    Unproven,
    Narrow,
    Exact,
}

/// What an attack is given, and what it is after.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    /// All tables; whether each number is protected.
    Everything,
    /// All tables; all that can be known of each number.
    Exactly,
    /// Public tables alone; whether these numbers (sorted) are protected.
    Public(&'a [u32]),
}

/// A document that has been attacked.
pub(super) struct Attacked<'a> {
    pub(super) model: Model<'a>,
    rule: &'a Rule,
    pub(super) facts: Facts,
    asked: Vec<Asked>,
    pub(super) solved: Solved,
    pub(super) unions: Vec<union::Told>,
}

impl<'a> Attacked<'a> {
    /// Attacks a document.
    pub(super) fn of(document: &'a Document, rule: &'a Rule, given: Given<'_>) -> Self {
        let mut model = Model::of(document);
        let facts = facts::read(document, &mut model, matches!(given, Given::Public(_)));
        let mut asked = Vec::new();
        for target in &facts.targets {
            if matches!(given, Given::Public(only) if only.binary_search(&target.var).is_err()) {
                continue;
            }
            for (var, least) in counts(&model, rule, target) {
                let apart = if matches!(given, Given::Exactly) { i64::MAX } else { apart(least, target) };
                asked.push(Asked { var, apart, at_most: (var != base(&model, target)).then(|| base(&model, target)) });
            }
        }
        // Targets are sorted, and those who do not have something follow on those who have.
        let solved = ladder::climb(&mut model.system, &asked);
        let unions = union::told(&model, rule, &facts.published, matches!(given, Given::Public(_)));
        Self { model, rule, facts, asked, solved, unions }
    }

    /// What an unknown that was asked for can be.
    pub(super) fn hull(&self, var: u32) -> Option<Hull> {
        let at = self.asked.binary_search_by_key(&var, |asked| asked.var).ok()?;
        Some(self.solved.hulls[at])
    }

    /// How much a withheld count is given away, and how wide its range is. The worse of those who have something and those who do not.
    fn leak(&self, target: &Target) -> Option<(Leak, u64)> {
        let system = &self.model.system;
        let base = base(&self.model, target) as usize;
        let small_base = system.lo[base] < i64::from(self.rule.pupils);
        let judged = counts(&self.model, self.rule, target).into_iter().filter_map(|(var, least)| {
            let hull = self.hull(var)?;
            let width = hull.hi - hull.lo;
            let may_be_small = small_base || hull.lo < i64::from(least);
            let most = if var as usize == base { i64::MAX } else { system.hi[base] };
            let leak = if width == 0 {
                Leak::Exact
            } else if may_be_small && width < apart(least, target).min(most) {
                Leak::Narrow
            } else if hull.proof == Proof::Unproven {
                Leak::Unproven
            } else {
                Leak::None(hull.proof)
            };
            Some((leak, width.unsigned_abs()))
        });
        judged.max_by_key(|(leak, width)| (*leak, std::cmp::Reverse(*width)))
    }

    /// How much public tables give away of a number that we withhold.
    fn leak_of(&self, var: u32) -> Option<Leak> {
        let at = self.facts.targets.binary_search_by_key(&var, |target| target.var).ok()?;
        let target = self.facts.targets.get(at).filter(|_| self.solved.set_aside(var).is_none())?;
        self.leak(target).map(|(leak, _)| leak)
    }

    /// The withheld numbers that are given away, unknown by unknown.
    pub(super) fn given_away(&self) -> Vec<u32> {
        let targets = self.facts.targets.iter().filter(|target| self.solved.set_aside(target.var).is_none());
        let given_away = targets.filter(|target| {
            let leak = self.leak(target).map(|(leak, _)| leak);
            matches!(leak, Some(Leak::Exact | Leak::Narrow))
                || is_mean(&self.model, target) && means::is_given_away(&self.model, target)
        });
        given_away.map(|target| target.var).collect()
    }

    /// The findings, without what public tables alone give away.
    pub(super) fn findings(&self, public: Option<&Self>) -> Findings {
        let is_known = |told: &&union::Told| public.is_some_and(|public| union::is_known(&public.unions, told));
        let already = self.unions.iter().filter(is_known).count();
        let mut found = Findings {
            unions: short(self.unions.len() - already),
            already: short(already),
            marks: self.facts.marks,
            unreadable: self.facts.unreadable,
            unproven: self.model.system.dropped,
            ..Findings::default()
        };
        let mut set_aside = Vec::new();
        for target in &self.facts.targets {
            if let Some(island) = self.solved.set_aside(target.var) {
                set_aside.push(island);
                continue;
            }
            found.tried += 1;
            if is_mean(&self.model, target) {
                if means::is_given_away(&self.model, target) {
                    let known = public.is_some_and(|public| means::is_given_away(&public.model, target));
                    *(if known { &mut found.already } else { &mut found.means }) += 1;
                }
                continue;
            }
            let Some((leak, width)) = self.leak(target) else { continue };
            found.within_two += u32::from((1..=2).contains(&width));
            let count = match leak {
                Leak::Exact | Leak::Narrow
                    if public.and_then(|public| public.leak_of(target.var)).is_some_and(|known| known >= leak) =>
                {
                    &mut found.already
                }
                Leak::Exact => &mut found.computable,
                Leak::Narrow => &mut found.narrow,
                Leak::Unproven => &mut found.unproven,
                Leak::None(Proof::Witness) => &mut found.by_witness,
                Leak::None(_) => &mut found.by_forest,
            };
            *count += 1;
            if let Leak::None(_) = leak {
                found.worst_width = Some(found.worst_width.map_or(width, |worst| worst.min(width)));
            }
        }
        sort_once(&mut set_aside);
        found.contradictory = short(set_aside.len());
        self.shown(&mut found);
        found
    }

    /// What is wrong with what is shown.
    fn shown(&self, found: &mut Findings) {
        let (model, facts, k) = (&self.model, &self.facts, i64::from(self.rule.pupils));
        for group in 0..model.groups {
            let var = |quantity| model.var(group, quantity);
            let range = |quantity| model.system.range(var(quantity));
            let mut count = |quantity| {
                if facts.is_shown(var(quantity)) {
                    found.below_rule += u32::from(range(quantity).1 < k);
                    found.indirect += u32::from(facts.is_withheld(var(quantity)));
                }
            };
            count(0);
            model.layouts.iter().map(|layout| layout.base).filter(|base| *base != 0).for_each(count);
            for (of, layout) in model.layouts.iter().enumerate().filter(|(_, layout)| facts.is_shown(var(layout.value)))
            {
                let base = range(layout.base);
                let broken = match layout.rest {
                    Some(rest) => breaks_rule(self.rule, base, range(layout.value), range(rest)),
                    None => base.1 < k,
                };
                let withheld = facts.is_withheld(var(layout.value)) || facts.is_withheld(var(layout.base));
                found.below_rule += u32::from(broken);
                found.indirect += u32::from(withheld);
                found.grades += u32::from(means::tells_grades(model, self.rule, group, of));
            }
        }
    }
}

fn is_mean(model: &Model<'_>, target: &Target) -> bool {
    target.measure.is_some_and(|of| matches!(model.measures[of].kind, Kind::Mean { .. }))
}

/// The unknown that is a number's count of pupils.
fn base(model: &Model<'_>, target: &Target) -> u32 {
    model.var(target.group, target.base)
}

/// The counts behind a withheld number, each with from how many pupils on it may be seen.
fn counts(model: &Model<'_>, rule: &Rule, target: &Target) -> Vec<(u32, u32)> {
    match target.measure.map(|of| model.layouts[of]) {
        _ if is_mean(model, target) => Vec::new(),
        None => vec![(target.var, rule.pupils)],
        Some(layout) => {
            let rest = layout.rest.filter(|_| rule.lacking > 0);
            let rest = rest.map(|rest| (model.var(target.group, rest), rule.lacking));
            std::iter::once((target.var, rule.having)).chain(rest).collect()
        }
    }
}

/// How far apart two possible values of a count must be.
fn apart(least: u32, target: &Target) -> i64 {
    if target.spared { 1 } else { i64::from(least.saturating_sub(1)).max(1) }
}
