//! Pupils by outcome, as tables with one layer per outcome: who reached the first, who reached the next but not that, …, who reached
//! none. That outcomes are nested, or apart, is thereby no further condition: every layer is a number of pupils, 0 or more.
//!
//! Where nested outcomes are not told of the same pupils, those without a result in the next one may have reached the one before and
//! count as having reached both ([`Outcomes::unknown`]).

use crate::disclose::pattern::counts;
use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::pupils::{Counted, between, legend};
use crate::disclose::pattern::system::{Link, Role, Value};
use crate::disclose::pattern::table::{FREE, Group};
use crate::disclose::pattern::truth::{Truth, whole};
use crate::disclose::pattern::watch::{Secret, Watch};

/// An outcome: its rows, the pupils it is told of, and with which others it is shown or hidden.
#[derive(Clone)]
pub(super) struct Of<'b> {
    pub(super) base: &'b Counted,
    pub(super) rows: Vec<Value>,
    pub(super) part: usize,
}

/// Outcomes that stand in one table.
pub(super) struct Outcomes<'b> {
    link: Link,
    of: Vec<Of<'b>>,
    /// Per outcome and unknown of the layout, pupils of whom nobody knows whether they reached it, and so far down: counted in.
    unknown: Vec<Vec<i64>>,
    /// Per layer and unknown: pupils by the first outcome, by the next, …, by none.
    layers: Vec<Vec<i64>>,
}

impl<'b> Outcomes<'b> {
    pub(super) fn new(frame: &Frame<'_>, pupils: &Counted, of: Vec<Of<'b>>, link: Link, fits: &mut [bool]) -> Self {
        let unknowns = frame.layout.unknowns();
        let mut outcomes = Self { link, of, unknown: Vec::new(), layers: Vec::new() };
        let mut left = vec![0; unknowns];
        let mut before = vec![0; unknowns];
        for (at, Of { base, rows, .. }) in outcomes.of.iter().enumerate() {
            let truth = Truth::find(frame.layout, rows, base.truth.value.clone());
            for (fits, (one, other)) in fits.iter_mut().zip(truth.fits.iter().zip(&base.truth.fits)) {
                *fits &= one & other;
            }
            let mut unknown = vec![0; unknowns];
            if link == Link::Nested && at > 0 {
                let all =
                    |unknown: usize| outcomes.of.iter().map(move |of| of.base.truth.value[unknown]).max().unwrap_or(0);
                for (at, (to, before)) in unknown.iter_mut().zip(&outcomes.unknown[at - 1]).enumerate() {
                    *to = before + all(at).max(pupils.truth.value[at]) - base.truth.value[at];
                }
            }
            let reached: Vec<i64> =
                truth.value.iter().zip(&unknown).map(|(reached, unknown)| reached + unknown).collect();
            let layer: Vec<i64> = reached.iter().zip(&before).map(|(reached, before)| reached - before).collect();
            left = base.truth.value.iter().zip(&unknown).map(|(pupils, unknown)| pupils + unknown).collect();
            if link == Link::Nested {
                before = reached;
            }
            outcomes.unknown.push(unknown);
            outcomes.layers.push(layer);
        }
        for layer in &outcomes.layers {
            left.iter_mut().zip(layer).for_each(|(left, layer)| *left -= layer);
        }
        outcomes.layers.push(left);
        for layer in &outcomes.layers {
            for (value, component) in layer.iter().zip(&frame.layout.component_of) {
                fits[*component as usize] &= *value >= 0;
            }
        }
        outcomes
    }

    /// The pupils that the first outcome is told of.
    pub(super) fn base(&self) -> &'b Counted {
        self.of[0].base
    }

    /// The layers of an outcome in a row.
    fn group(&self, row: usize, outcome: usize) -> Group {
        Frame::group(row, if self.link == Link::Nested { 0 } else { outcome }, outcome + 1)
    }

    /// The groups of those outcomes in a row that are shown together.
    pub(super) fn groups(&self, row: usize, part: usize) -> impl Iterator<Item = Group> {
        let of = self.of.iter().enumerate().filter(move |(_, of)| of.part == part);
        of.map(move |(outcome, _)| self.group(row, outcome))
    }

    /// Whether the source bounds a result more narrowly than the rule would leave it.
    pub(super) fn has_narrow_bounds(&self, frame: &Frame<'_>) -> bool {
        let is_narrow = |of: &Of<'_>, row: usize| {
            let pupils = of.base.truth.sum(frame.layout, row).unsigned_abs();
            legend(of.rows[row]) < frame.rule.reached_apart(pupils)
        };
        self.of.iter().any(|of| (0..frame.layout.rows).any(|row| is_narrow(of, row)))
    }

    /// What the source has told of the outcomes; `loose` without its bounds.
    fn facts(&self, frame: &Frame<'_>, loose: bool) -> Vec<Group> {
        let mut facts = Vec::new();
        for (outcome, of) in self.of.iter().enumerate() {
            for (row, value) in of.rows.iter().enumerate() {
                let group = self.group(row, outcome);
                match *value {
                    Value::Within(..) if loose => {}
                    Value::Within(low, high) => {
                        let unknowns = frame.layout.sets.get(row).iter();
                        let unknown: i64 = unknowns.map(|at| self.unknown[outcome][*at as usize]).sum();
                        facts.push(between(group, self.sum(frame, group) - unknown, low, high));
                    }
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

    /// Results, when every number of pupils is known. `loose` by somebody who does not know the bounds of the source: beside a bound that
    /// is narrow already nothing else would be hidden for its sake.
    pub(super) fn watch_results(&self, frame: &Frame<'_>, secrets_of: &[(usize, usize)], loose: bool) -> Watch {
        let outcomes = self.of.len();
        // One outcome is bounded by the pupils; several and the rest add up to them.
        let layers = if outcomes == 1 { 1 } else { outcomes + 1 };
        let mut facts = self.facts(frame, loose);
        let mut most = Vec::with_capacity(frame.layout.unknowns() * layers);
        for unknown in 0..frame.layout.unknowns() {
            let all: i64 = self.layers.iter().map(|layer| layer[unknown]).sum::<i64>().max(0);
            most.extend(std::iter::repeat_n(all, layers));
            if outcomes == 1 {
                continue;
            }
            let itself = frame.layout.rows + unknown;
            facts.push(Frame::group(itself, 0, layers));
            for (outcome, of) in self.of.iter().enumerate() {
                let (group, least) = (self.group(itself, outcome), self.unknown[outcome][unknown]);
                let (sum, most) = (self.sum(frame, group), least + of.base.truth.value[unknown]);
                if least > 0 || most < all {
                    facts.push(Group { below: (sum - least).max(0), above: (most - sum).max(0), ..group });
                }
            }
        }
        let secret = |row: usize, outcome: usize| {
            let Of { base, rows, part } = &self.of[outcome];
            let pupils = base.truth.sum(frame.layout, row).unsigned_abs();
            let legend = if loose { u64::MAX } else { legend(rows[row]) };
            let apart = whole(frame.rule.reached_apart(pupils).min(legend));
            let counts = !loose && frame.roles[row] != Role::Kept && rows[row] != Value::Absent;
            Secret { group: self.group(row, outcome), part: *part, apart, step: 1, counts }
        };
        let mut secrets = Vec::new();
        for (row, part) in secrets_of {
            secrets.extend(
                (0..outcomes).filter(|outcome| self.of[*outcome].part == *part).map(|outcome| secret(*row, outcome)),
            );
        }
        secrets.retain(|secret| secret.apart > 0);
        Watch { layers: index(layers), values: self.values(layers), most, facts, secrets }
    }

    /// The table of results and numbers of pupils, when nobody knows more of the latter than is published; `None` where nothing in it
    /// needs to be kept open.
    ///
    /// A union of groups whose numbers are hidden can be told by what is shown of the others, and its share is no less a secret than
    /// theirs (D4): of each of them so many must be able to have reached it, or not, as the rule asks for of a group.
    pub(super) fn watch_pupils(
        &self,
        frame: &Frame<'_>,
        all: &Counted,
        secrets_of: &[(usize, usize)],
    ) -> Option<Watch> {
        let (base, to) = (self.base(), self.layers.len());
        let without = counts::without(all, base);
        let mut secrets = counts::secrets(frame, base, to, 1);
        if without.is_some() {
            secrets.extend(counts::secrets(frame, all, to + 1, 1));
        }
        for (row, part) in secrets_of {
            if base.rows[*row].known().is_none_or(|pupils| !frame.rule.hides_pupils(pupils)) {
                continue;
            }
            for (outcome, _) in self.of.iter().enumerate().filter(|(_, of)| of.part == *part) {
                let group = self.group(*row, outcome);
                let secret = |group: Group, apart: u64| Secret {
                    group,
                    part: *part,
                    apart: whole(apart),
                    step: 1,
                    counts: false,
                };
                secrets.push(secret(group, frame.rule.reached));
                if self.link != Link::Apart {
                    secrets.push(secret(Group { from: group.to, to: index(to), ..group }, frame.rule.missed));
                }
            }
        }
        secrets.retain(|secret| secret.apart > 0);
        if secrets.is_empty() {
            return None;
        }
        let mut facts = self.facts(frame, false);
        facts.extend(counts::facts(frame, base, to, 1));
        if without.is_some() {
            facts.extend(counts::facts(frame, all, to + 1, 1));
        }
        Some(self.watch(without, facts, secrets))
    }

    /// The same of numbers of pupils with a result among all: they are no more than all, and what is shown of them gives neither away.
    pub(super) fn watch_bases(&self, frame: &Frame<'_>, few: &[usize]) -> Option<Watch> {
        let all = self.base();
        let mut secrets = counts::secrets(frame, all, 2, 1);
        let apart = whole(frame.rule.pupils_apart());
        secrets.extend(few.iter().map(|row| Secret {
            group: self.group(*row, 0),
            part: 0,
            apart,
            step: 1,
            counts: false,
        }));
        let mut facts = self.facts(frame, false);
        facts.extend(counts::facts(frame, all, 2, 1));
        (!secrets.is_empty()).then(|| self.watch(None, facts, secrets))
    }

    /// All layers, and after them those without a result.
    fn watch(&self, without: Option<Vec<i64>>, facts: Vec<Group>, secrets: Vec<Secret>) -> Watch {
        let layers = self.layers.len() + usize::from(without.is_some());
        let mut values = self.values(self.layers.len());
        if let Some(without) = without {
            let known = values.chunks(self.layers.len()).zip(without);
            values = known.flat_map(|(known, without)| known.iter().copied().chain([without])).collect();
        }
        let most = vec![FREE; values.len()];
        Watch { layers: index(layers), values, most, facts, secrets }
    }
}
