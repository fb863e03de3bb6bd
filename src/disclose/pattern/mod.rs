//! Complementary suppression: which numbers of a report may be shown, so that none of the others can be computed from them.
//!
//! Plain whole numbers in, a [`Pattern`] out; nothing here knows of datasets or words. Rows of the report are published one after
//! the other, the largest first, as long as everything hidden stays hidden ([`publish`], [`greedy`]).
//!
//! # What a reader can know
//!
//! The unknowns are the *atoms* ([`System`]): smallest groups of pupils, each a whole number of 0 or more. A shown number of a
//! cell is an equation: its atoms sum to it. Everything that follows from relations between cells (totals and parts, residuals,
//! crossing groupings, linked tables) follows from these equations, so no list of relations is needed and none can be forgotten.
//! A hidden number is *safe* if two tables of atoms satisfy all equations and differ in it by as much as the [`Rule`] asks. Both
//! tables are found as whole numbers and change no published number; that nothing was found, for want of time or otherwise,
//! withholds. So what is shown never rests on a proof that might have a hole, and what it costs if the search gives up is only
//! a number that could have been shown.
//!
//! * D1, D2: the two tables. What is hidden for its own sake must be able to be so far apart as the rule says; what is hidden
//!   for the sake of others must be able to be another at all.
//! * D4: [`Rule::pupils_apart`], and that atoms which are no cells are hidden too ([`Role::Kept`]). A union's share is as secret as a
//!   group's ([`outcomes`]).
//! * Who reached something, or has a result, is one of the pupils: so results tell of numbers of pupils, and these of each other
//!   ([`counts`]).
//! * D5: means are sums between the bounds that rounding leaves; near the end of a scale of few grades they count pupils ([`grades`]).
//! * D3, D6, D7: a share is its number of pupils, and shown or hidden with its complement and all that is computed from either.
//!
//! # How it is fast
//!
//! Atoms that no published row tells apart are one unknown ([`table`]); a row that contains another is kept as the difference.
//! So the equations stay few and small even under a national total. A row that changes no witness is published without a search
//! ([`guard`]), and a search looks at one hidden number and what is near it ([`window`]). All of it rests after about a millisecond
//! ([`super::pace`]), so that whoever drives it can do something else meanwhile.

mod chains;
mod counts;
mod crossing;
mod cuts;
mod fate;
mod few;
mod frame;
mod gather;
mod grades;
mod greedy;
mod guard;
mod lists;
mod means;
mod merge;
mod outcomes;
mod publish;
mod pupils;
mod rule;
mod shares;
mod simplex;
mod solve;
mod system;
mod table;
mod truth;
mod watch;
mod window;

#[cfg(test)]
mod tests;

use frame::Frame;
use grades::Grades;
use merge::Layout;
use outcomes::Of;
use pupils::Counted;

use super::pace::{Pace, Work};

pub use fate::{Cost, Exposed, Fate, Pattern, Told};
pub use rule::Rule;
pub use system::{Cell, Indicator, Link, Outcome, Role, Scale, System, Value};

/// What may be shown of a system under a rule.
///
/// Lists of values that are shorter than the cells are filled up with [`Value::Absent`].
pub fn pattern(system: &System, rule: &Rule) -> Pattern {
    further(system, rule, None)
}

/// The same where it has been decided what may be shown of the first cells: nothing of that changes, and of the other cells is shown
/// what can be shown beside it.
pub fn further(system: &System, rule: &Rule, before: Option<&Pattern>) -> Pattern {
    let mut pattern = Pattern::default();
    Work::new(async |pace: &Pace| pattern = in_steps(system, rule, before, pace).await).finish();
    pattern
}

/// The same, step by step.
pub(super) async fn in_steps(system: &System, rule: &Rule, before: Option<&Pattern>, pace: &Pace) -> Pattern {
    let layout = Layout::new(system, pace).await;
    pace.rest(layout.rows).await;
    let plain = Frame::new(system, &layout, rule, pace);
    let frame = plain.after(before.map(|before| &*before.pupils).as_slice());
    let mut exposed = Exposed::default();
    let pupils = frame.rows(&mut system.cells.iter().map(|cell| cell.pupils));
    let mut counted = vec![Counted::new(&frame, pupils, None, &mut exposed).await];
    let cells = |fates: &[Fate]| -> Vec<Fate> {
        let of = |(row, cell): (&u32, &Cell)| {
            if cell.role == Role::Kept { Fate::Absent } else { fates[*row as usize] }
        };
        layout.row_of.iter().zip(&system.cells).map(of).collect()
    };
    let mut indicators: Vec<Told> = Vec::with_capacity(system.indicators.len());
    let bases = chains::bases(&plain, system, before, &mut counted, &mut exposed).await;
    for base in &bases {
        indicators.push(Told { base: cells(&counted[*base].fates), outcome: Vec::new() });
    }
    for chain in chains::of(system) {
        let base = |indicator: usize| &counted[bases[indicator]];
        let first = &system.indicators[chain[0]];
        let told = |indicator: &usize| before.and_then(|before| before.indicators.get(*indicator));
        let before: Vec<&[Fate]> = chain.iter().filter_map(told).map(|told| &*told.outcome).collect();
        let frame = plain.after(&before);
        let fates = match &first.outcome {
            Outcome::Mean { sums, scale, grades, alike } => {
                let sums = frame.rows(&mut sums.iter().copied());
                let (grades, mut alike_rows) = (Grades::new(grades), vec![false; layout.rows]);
                for (row, alike) in layout.row_of.iter().zip(alike) {
                    alike_rows[*row as usize] |= *alike;
                }
                let told = (grades.as_ref(), &alike_rows[..]);
                let counted = (&counted[0], base(chain[0]));
                vec![means::of(&frame, counted, &sums, *scale, told, &mut exposed).await]
            }
            Outcome::Shares { link, .. } => {
                let link = if chain.len() > 1 { Link::Nested } else { *link };
                let mut all = Vec::new();
                for (part, indicator) in chain.iter().enumerate() {
                    let Outcome::Shares { reached, .. } = &system.indicators[*indicator].outcome else { continue };
                    let rows = reached.iter().map(|reached| frame.rows(&mut reached.iter().copied()));
                    all.extend(rows.map(|rows| Of { base: base(*indicator), rows, part }));
                }
                shares::of(&frame, &counted[0], all, link, &mut exposed).await
            }
        };
        for (indicator, fates) in chain.into_iter().zip(fates) {
            pace.rest(layout.rows / 8).await;
            indicators[indicator].outcome = cells(&fates);
        }
    }
    for told in &mut indicators {
        told.outcome.resize(system.cells.len(), Fate::Absent);
    }
    let unproven = counted[0].truth.fits.iter().filter(|fits| !**fits).count();
    Pattern { pupils: cells(&counted[0].fates), indicators, exposed, unproven }
}
