//! What can be computed of each withheld count: bounds first, then, component by component, row space and search.

use super::budget::{Budget, Outcome};
use super::hull::{Hull, Proof};
use super::rowspace;
use super::search::Search;
use super::sorted::sort_once;
use super::system::{Contradiction, System, short};

/// How far apart two values of an unknown must be possible, for the number behind it to count as protected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) var: u32,
    pub(super) apart: i64,
    /// Or as far as this unknown, its number of pupils, can be large.
    pub(super) at_most: Option<u32>,
}

/// What came of it. An island is what hangs together, printed numbers included.
pub(super) struct Solved {
    island: Vec<u32>,
    contradictory: Vec<bool>,
    /// In the order in which they were asked for.
    pub(super) hulls: Vec<Hull>,
}

impl Solved {
    /// The island of an unknown, if what is printed of it cannot all be right.
    pub(super) fn set_aside(&self, var: u32) -> Option<u32> {
        let island = self.island[var as usize];
        self.contradictory[island as usize - 1].then_some(island)
    }
}

/// Marks of what has been visited, by the number of the visit.
struct Visited {
    vars: Vec<u32>,
    ties: Vec<u32>,
}

/// Answers for all unknowns asked for.
pub(super) fn climb(system: &mut System, asked: &[Asked]) -> Solved {
    system.index();
    let unknowns = system.lo.len();
    let ties = system.rows.len() + system.pairs.len();
    let mut islands = Visited { vars: vec![0; unknowns], ties: vec![0; ties] };
    let mut contradictory = Vec::new();
    for start in 0..short(unknowns) {
        if islands.vars[start as usize] == 0 {
            let number = short(contradictory.len()) + 1;
            let (vars, ties) = visit(system, &mut islands, start, number, &|_| true);
            let crossed = vars.iter().any(|var| system.lo[*var as usize] > system.hi[*var as usize]);
            contradictory.push(crossed || system.tighten(&ties).is_err());
        }
    }
    let nothing = Hull { lo: 0, hi: 0, proof: Proof::Unproven };
    let mut solved = Solved { island: islands.vars, contradictory, hulls: vec![nothing; asked.len()] };

    let mut place = vec![usize::MAX; unknowns];
    asked.iter().enumerate().for_each(|(at, asked)| place[asked.var as usize] = at);
    let mut components = Visited { vars: vec![0; unknowns], ties: vec![0; ties] };
    let mut budget = Budget::of_document();
    for (at, Asked { var, .. }) in asked.iter().enumerate() {
        if solved.set_aside(*var).is_some() || components.vars[*var as usize] != 0 {
            continue;
        }
        let number = short(at) + 1;
        let (mut vars, ties) = visit(system, &mut components, *var, number, &|var| system.conducts(var));
        let within: Vec<usize> =
            vars.iter().map(|var| place[*var as usize]).filter(|place| *place != usize::MAX).collect();
        let answered = if is_forest(system, &vars, &ties) {
            for at in within {
                let var = asked[at].var as usize;
                solved.hulls[at] = Hull { lo: system.lo[var], hi: system.hi[var], proof: Proof::Forest };
            }
            Ok(())
        } else {
            // Of pairs both are needed, also where one is known.
            for pairs in ties.iter().filter_map(|tie| system.pairs.get((*tie as usize).wrapping_sub(system.rows.len())))
            {
                vars.extend([pairs.base, pairs.having]);
            }
            sort_once(&mut vars);
            answer(system.part(&vars, &ties), &vars, asked, &within, &mut budget, &mut solved.hulls)
        };
        if answered.is_err() {
            let island = solved.island[*var as usize] as usize - 1;
            solved.contradictory[island] = true;
        }
    }
    solved
}

/// Everything that hangs together with an unknown by way of those to be followed: unknowns and ties.
fn visit(
    system: &System,
    visited: &mut Visited,
    start: u32,
    number: u32,
    follow: &dyn Fn(u32) -> bool,
) -> (Vec<u32>, Vec<u32>) {
    let (mut vars, mut ties) = (vec![start], Vec::new());
    visited.vars[start as usize] = number;
    let mut at = 0;
    while at < vars.len() {
        let var = vars[at];
        at += 1;
        if !follow(var) {
            continue;
        }
        for &tie in system.ties_of(var) {
            if visited.ties[tie as usize] == number {
                continue;
            }
            visited.ties[tie as usize] = number;
            ties.push(tie);
            system.each_of(tie as usize, &mut |other| {
                if visited.vars[other as usize] != number && follow(other) {
                    visited.vars[other as usize] = number;
                    vars.push(other);
                }
            });
        }
    }
    (vars, ties)
}

/// Whether unknowns and ties form a tree with factors of one only, so that bounds are exact.
fn is_forest(system: &System, vars: &[u32], ties: &[u32]) -> bool {
    if system.creeping {
        return vars.len() <= 1;
    }
    let (mut edges, mut nodes) = (0, vars.len());
    for &tie in ties {
        let Some(row) = system.rows.get(tie as usize) else { return false };
        let open = row.terms.iter().filter(|(var, _)| system.is_open(*var));
        let (count, plain) = open.fold((0, true), |(count, plain), term| (count + 1, plain && term.1.abs() == 1));
        if count > 1 {
            if !plain {
                return false;
            }
            edges += count;
            nodes += 1;
        }
    }
    edges < nodes
}

/// Row space and search, for what is asked of one component.
fn answer(
    part: System,
    vars: &[u32],
    asked: &[Asked],
    within: &[usize],
    budget: &mut Budget,
    hulls: &mut [Hull],
) -> Result<(), Contradiction> {
    let mut part = part;
    for (var, value) in rowspace::determined(&part)? {
        part.assume(var, value, value)?;
    }
    let mut search = Search::of(part);
    budget.renew();
    let any = search.any(budget);
    if any == Outcome::Nothing {
        return Err(Contradiction);
    }
    let place = |var: u32| vars.binary_search(&var).ok();
    for &at in within {
        let Asked { var, apart, at_most } = asked[at];
        let Some(var) = place(var) else { continue };
        let apart = at_most.and_then(place).map_or(apart, |base| apart.min(search.bounds(base).hi).max(1));
        budget.renew();
        hulls[at] = if any == Outcome::Spent { search.bounds(var) } else { search.hull(var, apart, budget) };
    }
    Ok(())
}
