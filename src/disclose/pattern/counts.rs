//! What results tell of hidden numbers of pupils. There, nobody knows more of these than is published.
//!
//! Nobody has reached something, or has a sum of results, where there is nobody, and no more than there are pupils have. So numbers of
//! pupils stand in the tables of results as sums of layers: those who reached it and those who did not, and those without a result; of a
//! mean the sum of the results, what it lacks of the most that there could be, and those without a result, each counted as if a pupil
//! were as much as the scale is long. So far from what it is a number of pupils must be able to be in whole pupils; that the others are
//! whole pupils then, too, is not asked for.

use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::pupils::{Counted, between};
use crate::disclose::pattern::system::{Role, Value};
use crate::disclose::pattern::table::{FREE, Group};
use crate::disclose::pattern::truth::whole;
use crate::disclose::pattern::watch::{Secret, Watch};

/// The hidden numbers of pupils of small groups that results could give away, to be kept open: sums of the layers before `to`, in
/// which a pupil counts as so much.
pub(super) fn secrets(frame: &Frame<'_>, counted: &Counted, to: usize, length: i64) -> Vec<Secret> {
    // Unions are told by numbers of pupils; what else tells of these must leave each as open as it must be by itself (D2).
    let apart = whole(frame.rule.pupils_apart()).saturating_sub(i64::from(length > 1)).saturating_mul(length);
    let secret = |row: &usize| Secret { group: Frame::group(*row, 0, to), part: 0, apart, step: length, counts: false };
    counted.crossing.iter().map(secret).collect()
}

/// What everybody knows of numbers of pupils, in the same layers.
pub(super) fn facts(frame: &Frame<'_>, counted: &Counted, to: usize, length: i64) -> Vec<Group> {
    let mut facts = Vec::new();
    for (row, value) in counted.rows.iter().enumerate() {
        let group = Frame::group(row, 0, to);
        match *value {
            Value::Within(low, high) => {
                let Group { below, above, .. } = between(group, counted.truth.sum(frame.layout, row), low, high);
                let scaled = |by: i64| by.saturating_mul(length).min(FREE);
                facts.push(Group { below: scaled(below), above: scaled(above), ..group });
            }
            Value::Known(_) if frame.role_of_pupils(row) == Role::Forced || counted.fates[row].is_shown() => {
                facts.push(group);
            }
            _ => (),
        }
    }
    facts
}

/// Those without a result, unknown by unknown; `None` where everybody has one, or it does not fit.
pub(super) fn without(all: &Counted, base: &Counted) -> Option<Vec<i64>> {
    let without: Vec<i64> = all.truth.value.iter().zip(&base.truth.value).map(|(all, base)| all - base).collect();
    (!std::ptr::eq(all, base) && without.iter().all(|without| *without >= 0)).then_some(without)
}

/// Numbers of pupils beside means, on a scale of some length. Sums by unknown, from the lowest of the scale.
pub(super) fn watch(frame: &Frame<'_>, (all, base): (&Counted, &Counted), sums: &[i64], length: i64) -> Option<Watch> {
    let without = without(all, base);
    let mut secrets_of = secrets(frame, base, 2, length);
    if without.is_some() {
        secrets_of.extend(secrets(frame, all, 3, length));
    }
    if secrets_of.is_empty() {
        return None;
    }
    let mut facts_of = facts(frame, base, 2, length);
    if without.is_some() {
        facts_of.extend(facts(frame, all, 3, length));
    }
    let mut values = Vec::with_capacity(sums.len() * 3);
    for (unknown, sum) in sums.iter().enumerate() {
        let most = base.truth.value[unknown].saturating_mul(length);
        values.extend([*sum, most.saturating_sub(*sum).max(0)]);
        values.extend(without.as_ref().map(|without| without[unknown].saturating_mul(length)));
    }
    let most = values.iter().map(|value| value.saturating_add(FREE)).collect();
    let layers = if without.is_some() { 3 } else { 2 };
    Some(Watch { layers: index(layers), values, most, facts: facts_of, secrets: secrets_of })
}
