//! Pupils by outcome, as tables with one layer per outcome: who reached the first, who reached the next but not that, …, who reached
//! none. That outcomes are nested, or apart, is thereby no further condition: every layer is a number of pupils, 0 or more.

use crate::disclose::pattern::frame::{Frame, Secret, Watch};
use crate::disclose::pattern::guard::Guard;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::pupils::{Counted, between, legend};
use crate::disclose::pattern::system::{Link, Role, Value};
use crate::disclose::pattern::table::{FREE, Group, Table};
use crate::disclose::pattern::truth::{Truth, whole};

/// Outcomes that stand in one table.
pub(super) struct Outcomes {
    pub(super) link: Link,
    /// Per outcome, its rows.
    pub(super) rows: Vec<Vec<Value>>,
    /// Per unknown: pupils by the first outcome, by the next, …, by none.
    layers: Vec<Vec<i64>>,
}

impl Outcomes {
    pub(super) fn new(
        frame: &Frame<'_>,
        base: &Counted<'_>,
        rows: Vec<Vec<Value>>,
        link: Link,
        fits: &mut [bool],
    ) -> Self {
        let pupils = &base.truth.value;
        let mut layers: Vec<Vec<i64>> = Vec::with_capacity(rows.len() + 1);
        let mut left = pupils.clone();
        let mut before = vec![0; pupils.len()];
        for rows in &rows {
            let truth = Truth::find(frame.layout, rows, pupils.clone());
            fits.iter_mut().zip(&truth.fits).for_each(|(fits, other)| *fits &= other);
            let layer: Vec<i64> = truth.value.iter().zip(&before).map(|(value, before)| value - before).collect();
            if link == Link::Nested {
                before = truth.value;
            }
            left.iter_mut().zip(&layer).for_each(|(left, layer)| *left -= layer);
            layers.push(layer);
        }
        layers.push(left);
        for layer in &layers {
            for (value, component) in layer.iter().zip(&frame.layout.component_of) {
                fits[*component as usize] &= *value >= 0;
            }
        }
        Self { link, rows, layers }
    }

    /// The layers of an outcome in a row.
    fn group(&self, row: usize, outcome: usize) -> Group {
        Frame::group(row, if self.link == Link::Nested { 0 } else { outcome }, outcome + 1)
    }

    pub(super) fn groups(&self, row: usize) -> impl Iterator<Item = Group> {
        (0..self.rows.len()).map(move |outcome| self.group(row, outcome))
    }

    /// What the source has told of the outcomes.
    fn facts(&self, frame: &Frame<'_>) -> Vec<Group> {
        let mut facts = Vec::new();
        for (outcome, rows) in self.rows.iter().enumerate() {
            for (row, value) in rows.iter().enumerate() {
                let group = self.group(row, outcome);
                match *value {
                    Value::Within(low, high) => facts.push(between(group, self.sum(frame, group), low, high)),
                    Value::Known(_) if frame.roles[row] == Role::Forced => facts.push(group),
                    _ => (),
                }
            }
        }
        facts
    }

    fn sum(&self, frame: &Frame<'_>, group: Group) -> i64 {
        let unknowns = frame.layout.sets.get(group.set as usize);
        let layers = &self.layers[group.from as usize..group.to as usize];
        layers.iter().map(|layer| unknowns.iter().map(|unknown| layer[*unknown as usize]).sum::<i64>()).sum()
    }

    /// So many of the layers, unknown by unknown. Values that do not fit are not used, but must not be negative either.
    fn values(&self, layers: usize) -> Vec<i64> {
        let unknowns = self.layers.first().map_or(0, Vec::len);
        let of = |unknown: usize| self.layers[..layers].iter().map(move |layer| layer[unknown].max(0));
        (0..unknowns).flat_map(of).collect()
    }

    /// Results, when every number of pupils is known.
    pub(super) fn watch_results<'a>(&self, frame: &Frame<'a>, base: &Counted<'_>, secrets_of: &[usize]) -> Watch<'a> {
        let outcomes = self.rows.len();
        // One outcome is bounded by the pupils; several and the rest add up to them.
        let layers = if outcomes == 1 { 1 } else { outcomes + 1 };
        let most = base.truth.value.iter().flat_map(|pupils| std::iter::repeat_n(*pupils, layers)).collect();
        let table = Table::new(frame.layout, index(layers), self.values(layers), most);
        let mut facts = self.facts(frame);
        if outcomes > 1 {
            facts.extend(
                (0..frame.layout.unknowns()).map(|unknown| Frame::group(frame.layout.rows + unknown, 0, layers)),
            );
        }
        let secret = |row: usize, outcome: usize| {
            let pupils = base.truth.sum(frame.layout, row).unsigned_abs();
            let value = self.rows[outcome][row];
            let apart = whole(frame.rule.reached_apart(pupils).min(legend(value)));
            let counts = frame.roles[row] != Role::Kept && value != Value::Absent;
            Secret { group: self.group(row, outcome), apart, counts }
        };
        let outcomes = |row: &usize| (0..outcomes).map(|outcome| secret(*row, outcome)).collect::<Vec<_>>();
        let mut secrets: Vec<Secret> = secrets_of.iter().flat_map(outcomes).collect();
        secrets.retain(|secret| secret.apart > 0);
        Watch { guard: Guard::new(table), facts, secrets }
    }

    /// Numbers of pupils, when nobody knows more of them than is published.
    pub(super) fn watch_pupils<'a>(&self, frame: &Frame<'a>, base: &Counted<'_>, secret: &[usize]) -> Watch<'a> {
        let layers = self.layers.len();
        let values = self.values(layers);
        let most = vec![FREE; values.len()];
        let table = Table::new(frame.layout, index(layers), values, most);
        let mut facts = self.facts(frame);
        for (row, value) in base.rows.iter().enumerate() {
            let group = Frame::group(row, 0, layers);
            match *value {
                Value::Within(low, high) => facts.push(between(group, base.truth.sum(frame.layout, row), low, high)),
                Value::Known(_) if frame.roles[row] == Role::Forced || base.fates[row].is_shown() => facts.push(group),
                _ => (),
            }
        }
        let apart = whole(frame.rule.pupils_apart());
        let secrets = secret.iter().map(|row| Secret { group: Frame::group(*row, 0, layers), apart, counts: false });
        Watch { guard: Guard::new(table), facts, secrets: secrets.collect() }
    }
}
