//! The pattern over everything that is asked for, written into its groups.

use std::collections::BTreeMap;

use super::asked::{Asked, Members};
use super::guarded::{Guarded, Hides};
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
    asked: (&[&[Asked]], &[Members]),
    before: Option<&Pattern>,
    tables: &mut [BTreeMap<Vec<u16>, Guarded>],
    pace: &Pace,
) -> (Pattern, Costs) {
    let Built { system, first, places } = build(dataset, asked, pace).await;
    let found = in_steps(&system, &rule(protection), before, pace).await;
    pace.rest(places.len()).await;
    let mut groups: Vec<Vec<&mut Guarded>> = tables.iter_mut().map(|table| table.values_mut().collect()).collect();
    let placed = || (first..).zip(&places);
    for (cell, place) in placed() {
        pace.rest(1).await;
        let guarded = &mut *groups[place.asked][place.group];
        if place.pupils {
            (guarded.pupils, guarded.spared_pupils) = hidden(found.pupils[cell]);
        }
        for (index, told) in found.indicators.iter().enumerate().filter(|(index, _)| place.bases[*index]) {
            // Where nobody has a result, and that is no secret, there is no number.
            let is_none = told.base[cell] == Fate::Absent && guarded.group.cells[index].pupils() == 0;
            let base = !is_none && hidden(told.base[cell]).0;
            let (value, spared) = hidden(told.outcome[cell]);
            guarded.hides[index] = Hides { base, value: value || base, spared };
        }
    }
    let known = |value: &Value| value.known().unwrap_or(0);
    let of_pupils = placed().filter(|(_, place)| place.pupils);
    let of_values = found.indicators.iter().zip(&system.indicators).enumerate().flat_map(|(index, (told, about))| {
        let base = |cell: usize| about.base.as_ref().map_or(0, |base| known(&base[cell]));
        let shown = placed().filter(move |(_, place)| place.bases[index]);
        shown.map(move |(cell, _)| (told.outcome[cell], base(cell)))
    });
    let costs = Costs {
        pupils: Cost::of(of_pupils.map(|(cell, _)| (found.pupils[cell], known(&system.cells[cell].pupils)))),
        values: Cost::of(of_values),
        exposed: found.exposed.exactly + found.exposed.nearly,
        unproven: found.unproven,
    };
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
