//! Printed strings → bounds and ties (3.1), and the list of what was withheld.

mod cells;
mod printed;
mod values;
mod wilson;

use super::document::{Column, Document, Method, Rule, Table};
use super::model::Model;
use super::sorted::sort_once;
use super::system::short;
use printed::{Reader, plain};

/// What is known of a quantity from strings alone.
const SHOWN: u8 = 1;
const WITHHELD: u8 = 2;
/// Nobody is promised that it cannot be computed.
const OPEN: u8 = 4;

/// A withheld number: pupils of a group (`measure` is `None`), or the numerator or sum of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) var: u32,
    pub(super) group: u32,
    pub(super) measure: Option<usize>,
    /// Quantity of its number of pupils.
    pub(super) base: u32,
    /// Withheld only to protect others.
    pub(super) spared: bool,
}

/// What was read.
#[derive(Default)]
pub(super) struct Facts {
    /// Sorted by unknown, each once.
    pub(super) targets: Vec<Target>,
    /// Of each unknown, whether we show it, and whether we withhold it.
    status: Vec<u8>,
    /// Which unknowns are printed as numbers of pupils.
    pub(super) published: Vec<bool>,
    /// Strings that could not be understood.
    pub(super) unreadable: u32,
    /// Marks that tell one withheld cell from another.
    pub(super) marks: u32,
}

impl Facts {
    /// Whether we show a quantity somewhere.
    pub(super) fn is_shown(&self, var: u32) -> bool {
        self.status[var as usize] & SHOWN != 0
    }

    /// Whether we withhold it somewhere.
    pub(super) fn is_withheld(&self, var: u32) -> bool {
        self.status[var as usize] & WITHHELD != 0
    }
}

/// A printed value: from … to, in half millionths.
#[derive(Clone, Copy)]
struct Range(i64, i64);

/// An interval of which limits have been read.
struct Between {
    group: u32,
    of: usize,
    method: Method,
    low: Option<Range>,
    high: Option<Range>,
}

struct Read<'m, 'd> {
    model: &'m mut Model<'d>,
    reader: Reader,
    facts: Facts,
    between: Vec<Between>,
    /// By language and kind of column.
    used: [Vec<i64>; 4],
    /// Whether the table at hand counts as known, and whether its cells are ours.
    applies: bool,
    ours: bool,
}

/// Reads all strings. With `public_only`, what is withheld is listed from all tables, but only public ones are believed.
pub(super) fn read(document: &Document, model: &mut Model<'_>, public_only: bool) -> Facts {
    let unknowns = model.system.lo.len();
    let mut read = Read {
        model,
        reader: Reader::of(document),
        facts: Facts { status: vec![0; unknowns], published: vec![false; unknowns], ..Facts::default() },
        between: Vec::new(),
        used: Default::default(),
        applies: true,
        ours: true,
    };
    for table in &document.tables {
        read.reader.lang = table.lang;
        read.ours = !table.public;
        read.applies = table.public || !public_only;
        read.table(table);
    }
    read.finish()
}

impl Read<'_, '_> {
    fn table(&mut self, table: &Table) {
        let mut spared = table.spared.clone();
        sort_once(&mut spared);
        for (at, row) in table.rows.iter().enumerate() {
            let Some(group) = self.model.group(&row.group) else { continue };
            if row.cells.len() != table.columns.len() {
                self.facts.unreadable += 1;
            }
            for (place, (column, text)) in table.columns.iter().zip(&row.cells).enumerate() {
                let spared = spared.binary_search(&(at, place)).is_ok();
                if *column != Column::Words && self.cell(group, *column, &plain(text), spared).is_none() {
                    self.facts.unreadable += 1;
                }
            }
            self.intervals();
        }
    }

    fn set(&mut self, var: u32, what: u8) {
        if self.ours {
            self.facts.status[var as usize] |= what;
        }
    }

    fn bound(&mut self, var: u32, lo: i64, hi: i64) {
        if self.applies {
            self.model.system.bound(var, lo, hi);
        }
    }

    fn finish(mut self) -> Facts {
        let mut hidden = Vec::new();
        for target in &self.facts.targets {
            let base = self.model.var(target.group, target.base);
            // A value without its number of pupils: that number is withheld as well.
            let is_open = self.facts.status[base as usize] & OPEN != 0;
            if target.measure.is_some() && !is_open && !self.facts.published[base as usize] {
                hidden.push(Target { var: base, measure: None, ..*target });
            }
        }
        for target in &hidden {
            self.facts.status[target.var as usize] |= WITHHELD;
        }
        let targets = &mut self.facts.targets;
        targets.append(&mut hidden);
        // Not spared comes first, and stays.
        sort_once(targets);
        targets.dedup_by_key(|target| target.var);
        self.facts.marks = self.used.iter().map(|used| short(used.len().saturating_sub(1))).sum();
        self.facts
    }
}

/// Whether a value that is shown should not be, by the rule: `k` pupils, those who have it and those who do not.
pub(super) fn breaks_rule(rule: &Rule, pupils: (i64, i64), having: (i64, i64), lacking: (i64, i64)) -> bool {
    let below = |found: (i64, i64), least: u32| found.1 < i64::from(least);
    let all_or_none = below(pupils, rule.all_or_none) && (having.1 == 0 || lacking.1 == 0);
    below(pupils, rule.pupils) || below(having, rule.having) || below(lacking, rule.lacking) || all_or_none
}
