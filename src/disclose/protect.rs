//! The pattern over everything that is asked for, written into its groups.

use super::asked::Asked;
use super::guarded::{Hides, Table};
use super::pace::Pace;
use super::pattern::{Cost, Fate, Pattern, Rule, Value, in_steps};
use super::system::{Built, build};
use crate::data::{Dataset, Protection, RuleSet};

/// What hiding costs: of the numbers of pupils, and of the values of all indicators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Of the numbers of pupils.
    pub pupils: Cost,
    /// Of the values.
    pub values: Cost,
    /// Numbers that the source's own numbers give away.
    pub exposed: usize,
    /// Parts of the data in which numbers contradict each other, or too much is unknown: of them nothing is shown.
    pub unproven: usize,
}

/// Marks what is withheld in the groups of the last layer, and says what that costs. Of the layers before it that is decided.
pub(super) async fn protect(
    dataset: &Dataset,
    protection: Protection,
    asked: &[&[Asked]],
    before: Option<&Pattern>,
    tables: &mut [Table],
    pace: &Pace,
) -> (Pattern, Costs) {
    let Built { system, first, places, bases } = build(dataset, asked, tables, pace).await;
    let found = in_steps(&system, &rule(protection), before, pace).await;
    let mut costs =
        Costs { exposed: found.exposed.exactly + found.exposed.nearly, unproven: found.unproven, ..Costs::default() };
    let known = |value: &Value| value.known().unwrap_or(0);
    let mut bases = bases.iter();
    for (cell, place) in (first..).zip(&places) {
        pace.rest(1).await;
        let guarded = &mut tables[place.asked].groups[place.group];
        if place.pupils {
            (guarded.pupils, guarded.spared_pupils) = hidden(found.pupils[cell]);
            costs.pupils.count(found.pupils[cell], known(&system.cells[cell].pupils));
        }
        for (index, (told, about)) in found.indicators.iter().zip(&system.indicators).enumerate() {
            if bases.next() != Some(&true) {
                continue;
            }
            // Where nobody has a result, and that is no secret, there is no number.
            let is_none = told.base[cell] == Fate::Absent && guarded.is_without(dataset, index);
            let base = !is_none && hidden(told.base[cell]).0;
            let (value, spared) = hidden(told.outcome[cell]);
            guarded.hides[index] = Hides { base, value: value || base, spared };
            costs.values.count(told.outcome[cell], about.base.as_ref().map_or(0, |base| known(&base[cell])));
        }
    }
    (found, costs)
}

/// Whether a number is withheld, and whether only for the sake of others.
fn hidden(fate: Fate) -> (bool, bool) {
    match fate {
        Fate::Shown => (false, false),
        Fate::Withheld { primary } => (true, !primary),
        Fate::Absent => (true, false),
    }
}

/// The numbers of a rule.
fn rule(protection: Protection) -> Rule {
    let rule = match protection.rules {
        RuleSet::Strikt => Rule::STRICT,
        RuleSet::Strikt10 => Rule::STRICT_10,
        RuleSet::Skolverket => Rule::AGENCY,
        RuleSet::Internt => Rule::INTERNAL,
    };
    Rule { pupils: u64::from(protection.smallest_group), ..rule }
}
