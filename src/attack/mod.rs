//! The attack: what somebody who reads what is about to leave could compute of what is withheld in it.
//!
//! It is given printed strings ([`Document`]) and public structure, and no data: it shares nothing with `disclose`, whose work it
//! tries. From the strings it takes facts (`facts`), from the structure ties between unknown whole numbers (`model`), and then asks of
//! each withheld number what it can be, by a ladder that stops at the first rung that decides:
//!
//! 1. bounds are tightened until nothing gives (`system`); exact where the ties form a forest;
//! 2. elimination modulo two primes finds what the sums determine whatever the bounds (`rowspace`);
//! 3. (no linear programme: it could only prove what the next rung proves as well)
//! 4. a search finds two tables that fit everything printed, as far apart as they must be, or shows that there are none (`search`);
//! 5. published numbers of pupils that differ by a small group (`union`), means of small groups and of few grades (`means`).
//!
//! "Safe" rests on tables that were checked by substitution, never on rounding; doubt counts as a finding. What is found is told in
//! numbers only, never by cell.
//!
//! Not tried: what follows from knowing the algorithm or a pupil, other people's exports, and groups that no row or relation names.

mod document;
mod facts;
mod ladder;
mod means;
mod model;
mod printed;
mod rowspace;
mod search;
mod system;
mod union;
mod wilson;

pub use document::{Base, Column, Document, Kind, Mark, Measure, Method, Relation, Row, Rule, Says, Table};

use facts::{Facts, Target, breaks_rule};
use ladder::{Asked, Hull, Proof, Solved};
use model::Model;
use system::short;

/// What was found, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Withheld numbers that were tried. A number that is withheld in several places is one.
    pub tried: u32,
    /// Those with one possible value (D1).
    pub computable: u32,
    /// Others that may be small and of which the range is too narrow (D2, D3): within k − 1 of pupils, within the smaller of kx − 1 and
    /// n of those who have something.
    pub narrow: u32,
    /// Of those not computable, with two or three possible values.
    pub within_two: u32,
    /// Groups smaller than the rule allows by which published numbers of pupils differ (D4, D8).
    pub unions: u32,
    /// Withheld means with a range narrower than a step (D5).
    pub means: u32,
    /// Shown means that tell how many pupils have the lowest or the highest grade (V15).
    pub grades: u32,
    /// Numbers that are shown though the rule withholds them (D2, D3, D6).
    pub below_rule: u32,
    /// Quantities shown in one way and withheld in another, or shown without the number of pupils they rest on (D7).
    pub indirect: u32,
    /// Marks that tell withheld numbers apart (D9).
    pub marks: u32,
    /// Strings that could not be understood.
    pub unreadable: u32,
    /// Groups of numbers that hang together and cannot all be right. Nothing withheld among them was tried.
    pub contradictory: u32,
    /// Numbers that were neither computed nor shown to be protected, within the budget.
    pub unproven: u32,
    /// Protected numbers of which the range is exact without a search.
    pub by_forest: u32,
    /// Protected numbers with two tables as witnesses.
    pub by_witness: u32,
    /// Numbers and groups that public tables alone give away, not counted above.
    pub already: u32,
    /// The narrowest range of a number that counts as protected: its largest less its smallest possible value.
    pub worst_width: Option<u64>,
}

impl Findings {
    /// Whether nothing was found, and nothing left in doubt.
    pub fn clean(&self) -> bool {
        let found = [
            self.computable,
            self.narrow,
            self.unions,
            self.means,
            self.grades,
            self.below_rule,
            self.indirect,
            self.marks,
            self.unreadable,
            self.contradictory,
            self.unproven,
        ];
        found.iter().all(|found| *found == 0)
    }
}

/// Tries to compute what a document withholds.
pub fn attack(document: &Document, rule: &Rule) -> Findings {
    let before = document.tables.iter().any(|table| table.public).then(|| Attacked::of(document, rule, true, false));
    Attacked::of(document, rule, false, false).findings(before.as_ref())
}

/// What each withheld count can be: group, measure (`None`: its pupils), smallest and largest value, whether that is proven. For
/// tests only: which cell gives way is never told.
#[doc(hidden)]
pub fn hulls(document: &Document, rule: &Rule) -> Vec<(String, Option<usize>, i64, i64, bool)> {
    let attacked = Attacked::of(document, rule, false, true);
    let told = attacked.facts.targets.iter().filter_map(|target| {
        let hull = attacked.hull(target.var).filter(|_| attacked.solved.set_aside(target.var).is_none())?;
        let label = attacked.model.label(target.group).to_owned();
        Some((label, target.measure, hull.lo, hull.hi, hull.proof != Proof::Unproven))
    });
    told.collect()
}

/// How much a number is given away. Later is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    Protected(Proof),
    Unproven,
    Narrow,
    Exact,
}

struct Attacked<'a> {
    model: Model<'a>,
    rule: &'a Rule,
    facts: Facts,
    asked: Vec<Asked>,
    solved: Solved,
    unions: u32,
}

impl<'a> Attacked<'a> {
    fn of(document: &'a Document, rule: &'a Rule, public_only: bool, exact: bool) -> Self {
        let mut model = Model::of(document);
        let facts = facts::read(document, &mut model, public_only);
        let mut asked = Vec::new();
        for target in &facts.targets {
            for (var, least) in counts(&model, rule, target) {
                let apart = if exact { i64::MAX } else { apart(least, target) };
                asked.push(Asked { var, apart, at_most: (var != base(&model, target)).then(|| base(&model, target)) });
            }
        }
        asked.sort_unstable_by_key(|asked| asked.var);
        asked.dedup_by_key(|asked| asked.var);
        let solved = ladder::climb(&mut model.system, &asked);
        let unions = union::count(&model, rule, &facts.published);
        Self { model, rule, facts, asked, solved, unions }
    }

    fn hull(&self, var: u32) -> Option<Hull> {
        let at = self.asked.binary_search_by_key(&var, |asked| asked.var).ok()?;
        Some(self.solved.hulls[at])
    }

    /// How much a withheld count is given away, and how wide its range is. The worse of those who have something and those who do not.
    fn given(&self, target: &Target) -> Option<(Given, u64)> {
        let system = &self.model.system;
        let base = base(&self.model, target) as usize;
        let small_base = system.lo[base] < i64::from(self.rule.pupils);
        let judged = counts(&self.model, self.rule, target).into_iter().filter_map(|(var, least)| {
            let hull = self.hull(var)?;
            let width = hull.hi - hull.lo;
            let may_be_small = small_base || hull.lo < i64::from(least);
            let most = if var as usize == base { i64::MAX } else { system.hi[base] };
            let given = if width == 0 {
                Given::Exact
            } else if may_be_small && width < apart(least, target).min(most) {
                Given::Narrow
            } else if hull.proof == Proof::Unproven {
                Given::Unproven
            } else {
                Given::Protected(hull.proof)
            };
            Some((given, width.unsigned_abs()))
        });
        judged.max_by_key(|(given, width)| (*given, std::cmp::Reverse(*width)))
    }

    /// How much public tables give away of a number that we withhold.
    fn given_of(&self, var: u32) -> Option<Given> {
        let at = self.facts.targets.binary_search_by_key(&var, |target| target.var).ok()?;
        self.given(&self.facts.targets[at]).map(|(given, _)| given)
    }

    fn findings(&self, public: Option<&Self>) -> Findings {
        let known = public.map_or(0, |public| public.unions.min(self.unions));
        let mut found = Findings {
            unions: self.unions - known,
            already: known,
            indirect: self.facts.indirect,
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
                found.means += u32::from(means::is_given_away(&self.model, target));
                continue;
            }
            let Some((given, width)) = self.given(target) else { continue };
            found.within_two += u32::from((1..=2).contains(&width));
            let count = match given {
                Given::Exact | Given::Narrow
                    if public.and_then(|public| public.given_of(target.var)).is_some_and(|known| known >= given) =>
                {
                    &mut found.already
                }
                Given::Exact => &mut found.computable,
                Given::Narrow => &mut found.narrow,
                Given::Unproven => &mut found.unproven,
                Given::Protected(Proof::Witness) => &mut found.by_witness,
                Given::Protected(_) => &mut found.by_forest,
            };
            *count += 1;
            if let Given::Protected(_) = given {
                found.worst_width = Some(found.worst_width.map_or(width, |worst| worst.min(width)));
            }
        }
        set_aside.sort_unstable();
        set_aside.dedup();
        found.contradictory = short(set_aside.len());
        self.shown(&mut found);
        found
    }

    /// What is wrong with what is shown.
    fn shown(&self, found: &mut Findings) {
        let (model, system) = (&self.model, &self.model.system);
        let bounds = |var: u32| (system.lo[var as usize], system.hi[var as usize]);
        let mut counts = self.facts.counts.clone();
        counts.sort_unstable();
        counts.dedup();
        found.below_rule += short(counts.iter().filter(|var| bounds(**var).1 < self.rule.pupils.into()).count());
        let mut values = self.facts.shown.clone();
        values.sort_unstable();
        values.dedup();
        for (group, of) in values {
            let layout = model.layouts[of];
            let range = |quantity| bounds(model.var(group, quantity));
            let broken = match layout.rest {
                Some(rest) => breaks_rule(self.rule, range(layout.base), range(layout.value), range(rest)),
                None => range(layout.base).1 < self.rule.pupils.into(),
            };
            found.below_rule += u32::from(broken);
            found.grades += u32::from(means::tells_grades(model, self.rule, group, of));
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

#[cfg(test)]
mod tests;
