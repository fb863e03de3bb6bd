//! Which two groups are compared.

use super::field::Field;
use super::names;
use crate::data::{Dim, Lang, group_level, sort_by_key};
use crate::disclose::Protected;
use crate::query::Selection;

impl<'a> Field<'a> {
    /// The groups of a column, and the two of them that are compared.
    pub(super) fn new(
        dataset: &'a Protected,
        selection: &'a Selection,
        dim: Dim,
        indicator: usize,
        lang: Lang,
    ) -> Option<Self> {
        let about = dataset.profile.indicators.get(indicator)?;
        let groups = names::groups(dataset, dim, lang);
        let mut field = Self { dataset, selection, dim, indicator, about, groups, pair: None };
        field.pair = pair(&field);
        Some(field)
    }
}

/// The two that are chosen; else, of groups with levels, the highest against the lowest; else the two with most pupils, in the order of the
/// column. Groups that show nothing in the school in focus come after those that do, those without rows there last of all, and those of
/// whom nothing is known are never chosen by themselves. Only numbers that may be seen are looked at.
fn pair(field: &Field) -> Option<(u16, u16)> {
    let is_group = |group: u16| field.groups.iter().any(|(code, _)| *code == group);
    if let Some((first, second)) = field.selection.pair
        && first != second
        && is_group(first)
        && is_group(second)
    {
        return Some((first, second));
    }
    let known = field.groups.iter().map(|(code, _)| *code);
    let known: Vec<u16> = known.filter(|code| !names::is_unknown(field.dataset, field.dim, *code)).collect();
    let in_some_year = |is_so: fn(&Field, u16, u16) -> bool| -> Vec<u16> {
        let years = field.years();
        known.iter().copied().filter(|group| years.iter().any(|year| is_so(field, *year, *group))).collect()
    };
    let shown = in_some_year(|field, year, group| field.value(field.selection.focus, year, group).shown().is_some());
    let there = in_some_year(|field, year, group| field.has_rows(field.selection.focus, year, group));
    let candidates = [shown, there].into_iter().find(|found| found.len() > 1).unwrap_or(known);
    if let [first, .., last] = candidates[..]
        && candidates.iter().all(|group| group_level(field.dim, field.dataset.name(field.dim, *group)).is_some())
    {
        return Some((last, first));
    }
    let mut by_size = candidates;
    sort_by_key(&mut by_size, |group| (std::cmp::Reverse(pupils(field, *group)), *group));
    let [one, other, ..] = by_size[..] else { return None };
    Some((one.min(other), one.max(other)))
}

/// Pupils of a group in the school in focus, as far as they may be seen.
fn pupils(field: &Field, group: u16) -> u64 {
    field.years().into_iter().map(|year| field.pupils(field.selection.focus, year, group)).sum()
}
