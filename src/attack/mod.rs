//! The attack: what somebody who reads what is about to leave could compute of what is withheld in it.
//!
//! It is given printed strings ([`Document`]) and public structure, and no data: it shares nothing with `disclose`, whose work it
//! tries. From the strings it takes facts (`facts`), from the structure that bears on them (`bearing`) ties between unknown whole
//! numbers (`model`), and then asks of each withheld number what it can be, by a ladder that stops at the first rung that decides:
//!
//! 1. bounds are tightened until nothing gives (`system`); exact where the ties form a forest;
//! 2. elimination modulo two primes finds what the sums determine whatever the bounds (`rowspace`);
//! 3. two tables that fit everything printed, as far apart as they must be, are looked for by exchange of unknowns, or shown not to
//!    exist (`simplex`): whole numbers only, so that it proves what it says;
//! 4. where that gives up, and where sums of means or intervals stand in the way, values are tried (`search`);
//! 5. published numbers of pupils that differ by a small group (`union`), means of small groups and of few grades (`means`).
//!
//! "Safe" rests on tables that were checked by substitution, never on rounding; doubt counts as a finding. What is found is told in
//! numbers only, never by cell.
//!
//! Of a mean, only what its sums leave open is told, by interval arithmetic along the relations: two groupings that cross are not
//! eliminated for means as they are for counts.
//!
//! Not tried: what follows from knowing the algorithm or a pupil, other people's exports, and results of groups that no row names
//! (their number of pupils is tried).

mod bearing;
mod budget;
mod document;
mod facts;
mod findings;
mod hull;
mod judge;
mod ladder;
mod means;
mod model;
mod rowspace;
mod search;
mod simplex;
mod sorted;
mod system;
mod union;

pub use document::{Base, Column, Document, Kind, Mark, Measure, Method, Relation, Row, Rule, Says, Table};
pub use findings::Findings;

use hull::Proof;
use judge::{Attacked, Given};

/// Tries to compute what a document withholds.
///
/// ```
/// use indicator_explorer::attack::{Column, Document, Mark, Relation, Row, Rule, Says, Table, attack};
///
/// let row = |group: &str, printed: &str| Row { group: group.to_owned(), cells: vec![printed.to_owned()] };
/// let mut document = Document {
///     legend: vec![Mark { text: "dolt".to_owned(), says: Says::Withheld { lowest: 0, highest: None } }],
///     tables: vec![Table {
///         columns: vec![Column::Pupils],
///         rows: vec![row("Skola A", "50"), row("Skola A · NA", "28"), row("Skola A · TE", "dolt")],
///         ..Table::default()
///     }],
///     relations: vec![Relation::Parts {
///         whole: "Skola A".to_owned(),
///         parts: vec!["Skola A · NA".to_owned(), "Skola A · TE".to_owned()],
///     }],
///     ..Document::default()
/// };
/// assert_eq!(attack(&document, &Rule::STRICT).computable, 1);
/// document.tables[0].rows[1].cells[0] = "dolt".to_owned();
/// assert!(attack(&document, &Rule::STRICT).clean());
/// ```
pub fn attack(document: &Document, rule: &Rule) -> Findings {
    let attacked = Attacked::of(document, rule, Given::Everything);
    let doubted = attacked.given_away();
    let is_public = document.tables.iter().any(|table| table.public);
    let known = is_public && (!attacked.unions.is_empty() || !doubted.is_empty());
    attacked.findings(known.then(|| Attacked::of(document, rule, Given::Public(&doubted))).as_ref())
}

/// What each withheld count can be: group, measure (`None`: its pupils), smallest and largest value, whether that is proven. For
/// tests only: which cell gives way is never told.
#[doc(hidden)]
pub fn hulls(document: &Document, rule: &Rule) -> Vec<(String, Option<usize>, i64, i64, bool)> {
    let attacked = Attacked::of(document, rule, Given::Exactly);
    let told = attacked.facts.targets.iter().filter_map(|target| {
        let hull = attacked.hull(target.var).filter(|_| attacked.solved.set_aside(target.var).is_none())?;
        let label = attacked.model.label(target.group).to_owned();
        Some((label, target.measure, hull.lo, hull.hi, hull.proof != Proof::Unproven))
    });
    told.collect()
}

#[cfg(test)]
mod tests;
