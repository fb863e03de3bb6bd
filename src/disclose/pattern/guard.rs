//! Holds hidden numbers hidden: a row is published only if each of them could still be another.
//!
//! Per hidden number there is a *witness*: two tables that fit everything published and in which the number is far enough apart.
//! A row that is the same in both changes nothing. If it is not, another witness is looked for.

use crate::disclose::pattern::cuts::Cuts;
use crate::disclose::pattern::gather::{Gather, Seen};
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::simplex::Moves;
use crate::disclose::pattern::solve::furthest;
use crate::disclose::pattern::table::{Group, Table};
use crate::disclose::pattern::window::{Part, Window};

/// How two tables differ from the true one: unknowns, and how much more they are.
#[derive(Debug, Default)]
pub(super) struct Witness {
    up: Vec<(u32, i64)>,
    down: Vec<(u32, i64)>,
}

/// New witnesses of hidden numbers.
pub(super) type Found = Vec<(u32, Witness)>;

#[derive(Debug)]
struct Hidden {
    group: Group,
    apart: i64,
    witness: Witness,
}

/// The mark of the hidden number's own unknowns; the marks below it are of the groups to be published.
pub(super) const OWN: u32 = 1 << 31;

/// Window sizes, one after the other: most answers are near.
const SIZES: [usize; 2] = [20, Window::LARGEST];

/// A table and what is hidden in it.
#[derive(Debug)]
pub(super) struct Guard<'a> {
    pub(super) table: Table<'a>,
    hidden: Vec<Hidden>,
    /// Per unknown, the hidden numbers whose witness moves it.
    touching: Vec<Vec<u32>>,
    /// Per unknown; all 0 between calls.
    marks: Vec<u32>,
    seen: Seen,
    /// Between calls, memory only.
    broken: Vec<u32>,
    /// Of the groups to be published.
    cuts: Cuts,
    /// How many of them by each group.
    cut_by: Vec<usize>,
    /// Of the hidden number.
    own: Cuts,
}

impl<'a> Guard<'a> {
    /// Nothing is hidden yet.
    pub(super) fn new(table: Table<'a>) -> Self {
        let unknowns = table.value.len();
        Self {
            table,
            hidden: Vec::new(),
            touching: vec![Vec::new(); unknowns],
            marks: vec![0; unknowns],
            seen: Seen::default(),
            broken: Vec::new(),
            cuts: Cuts::default(),
            cut_by: Vec::new(),
            own: Cuts::default(),
        }
    }

    /// Hides the sum of a group from now on. Returns how far apart its least and most are known to be, `apart` at most. If what
    /// is published leaves less than was asked for, that is what is kept.
    pub(super) fn hide(&mut self, group: Group, apart: i64) -> i64 {
        self.cuts.clear(self.table.classes.len());
        let (apart, witness) = self.seek(group, apart, &[], true);
        if apart > 0 {
            let number = index(self.hidden.len());
            self.hidden.push(Hidden { group, apart, witness: Witness::default() });
            self.keep(number, witness);
        }
        apart
    }

    /// Whether groups can be published together; the witnesses that are to take the place of others if they are.
    pub(super) fn allows(&mut self, groups: &[Group]) -> Option<Found> {
        let mut found = Found::new();
        if groups.len() >= OWN.trailing_zeros() as usize {
            return None;
        }
        let broken = self.broken(groups);
        let mut is_safe = true;
        if !broken.is_empty() {
            self.cut(groups);
        }
        for number in &broken {
            let Hidden { group, apart, .. } = self.hidden[*number as usize];
            let (reached, witness) = self.seek(group, apart, groups, false);
            is_safe = reached == apart;
            if !is_safe {
                break;
            }
            found.push((*number, witness));
        }
        self.broken = broken;
        self.unmark(groups);
        is_safe.then_some(found)
    }

    fn unmark(&mut self, groups: &[Group]) {
        for unknown in groups.iter().flat_map(|group| self.table.unknowns_of(*group)) {
            self.marks[unknown as usize] = 0;
        }
    }

    /// Whether groups are the same in all witnesses. What can be computed from the published always is.
    pub(super) fn changes_nothing(&mut self, groups: &[Group]) -> bool {
        let broken = self.broken(groups);
        let is_unbroken = groups.len() < OWN.trailing_zeros() as usize && broken.is_empty();
        self.broken = broken;
        self.unmark(groups);
        is_unbroken
    }

    /// Publishes groups that [`Self::allows`] allowed.
    pub(super) fn publish(&mut self, groups: &[Group], found: Found) {
        for group in groups {
            self.table.publish(*group);
        }
        for (number, witness) in found {
            self.keep(number, witness);
        }
    }

    /// Marks the groups. Returns the hidden numbers whose witness does not fit them.
    fn broken(&mut self, groups: &[Group]) -> Vec<u32> {
        let mut broken = std::mem::take(&mut self.broken);
        broken.clear();
        for (mark, group) in groups.iter().enumerate() {
            for unknown in self.table.unknowns_of(*group) {
                self.marks[unknown as usize] |= 1 << mark;
                broken.extend(&self.touching[unknown as usize]);
            }
        }
        broken.sort_unstable();
        broken.dedup();
        broken.retain(|number| {
            let Witness { up, down } = &self.hidden[*number as usize].witness;
            [up, down].into_iter().any(|moves| !self.fits(moves, groups))
        });
        broken
    }

    fn fits(&self, moves: &[(u32, i64)], groups: &[Group]) -> bool {
        groups.iter().enumerate().all(|(mark, group)| {
            let is_in = |unknown: u32| self.marks[unknown as usize] >> mark & 1 == 1;
            let moved: i64 = moves.iter().filter(|(unknown, _)| is_in(*unknown)).map(|(_, by)| by).sum();
            (-group.below..=group.above).contains(&moved)
        })
    }

    /// What the groups take out of the classes.
    fn cut(&mut self, groups: &[Group]) {
        self.cuts.clear(self.table.classes.len());
        for (mark, group) in groups.iter().enumerate() {
            for unknown in self.table.unknowns_of(*group) {
                let at = unknown as usize;
                // Each unknown once: with the first of its groups.
                if self.marks[at].trailing_zeros() as usize == mark {
                    self.cuts.add(self.table.class_of[at], self.marks[at], self.table.value[at], self.table.most[at]);
                }
            }
        }
        let by = |mark: usize| self.cuts.all().iter().filter(|cut| cut.marks >> mark & 1 == 1).count();
        self.cut_by = (0..groups.len()).map(by).collect();
    }

    /// Looks for a witness. Returns how far apart it is, and if `whatever` is false and less than `apart` is found, 0.
    fn seek(&mut self, group: Group, apart: i64, groups: &[Group], whatever: bool) -> (i64, Witness) {
        self.own.clear(self.table.classes.len());
        for unknown in self.table.unknowns_of(group) {
            let at = unknown as usize;
            self.own.add(self.table.class_of[at], self.marks[at], self.table.value[at], self.table.most[at]);
            self.marks[at] |= OWN;
        }
        let mut best = (0, Witness::default());
        for size in SIZES {
            let gather = Gather {
                table: &self.table,
                groups,
                cuts: &self.cuts,
                cut_by: &self.cut_by,
                own: &self.own,
                seen: &mut self.seen,
                size,
            };
            let window = gather.window();
            if !whatever && window.is_narrow(apart) {
                break;
            }
            let found = self.seek_in(&window, group, apart, whatever);
            if found.0 > best.0 {
                best = found;
            }
            let is_open = || whatever || self.seek_in(&window.eased(), group, apart, false).0 == apart;
            if window.is_whole || best.0 == apart || !is_open() {
                break;
            }
        }
        for unknown in self.table.unknowns_of(group) {
            self.marks[unknown as usize] &= !OWN;
        }
        best
    }

    fn seek_in(&self, window: &Window, group: Group, apart: i64, whatever: bool) -> (i64, Witness) {
        let (above, up) = furthest(window, apart, true);
        let left = apart - above;
        let (below, down) = if left == 0 { (0, None) } else { furthest(window, left, false) };
        if below < left && !whatever {
            return (0, Witness::default());
        }
        let near = self.table.unknowns_of(group).next().unwrap_or(0);
        let moves = |found: Option<Moves>| {
            let mut moves = Vec::new();
            for (part, by) in window.parts.iter().zip(found.iter().flatten()) {
                self.spread(*part, *by, near, &mut moves);
            }
            moves
        };
        (above + below, Witness { up: moves(up), down: moves(down) })
    }

    /// Spreads a change of a part over its unknowns, those near a given one first: what is near is published together.
    fn spread(&self, part: Part, mut by: i64, near: u32, moves: &mut Vec<(u32, i64)>) {
        let class = &self.table.classes[part.class as usize];
        let near_by = (1..32).flat_map(|step| [near.wrapping_sub(step), near.wrapping_add(step)]);
        let near_by = std::iter::once(near).chain(near_by).filter(|_| class.len > 32);
        let is_in = |unknown: u32| {
            let at = unknown as usize;
            self.table.class_of.get(at) == Some(&part.class) && self.marks[at] == part.marks
        };
        let first = moves.len();
        for unknown in near_by.chain(self.table.order[class.start..class.start + class.len].iter().copied()) {
            if by == 0 {
                break;
            }
            if !is_in(unknown) || moves[first..].iter().any(|(moved, _)| *moved == unknown) {
                continue;
            }
            let (value, most) = (self.table.value[unknown as usize], self.table.most[unknown as usize]);
            let change = by.clamp(-value, most - value);
            if change != 0 {
                moves.push((unknown, change));
                by -= change;
            }
        }
    }

    fn keep(&mut self, number: u32, witness: Witness) {
        let old = std::mem::replace(&mut self.hidden[number as usize].witness, witness);
        for (unknown, _) in old.up.iter().chain(&old.down) {
            self.touching[*unknown as usize].retain(|touching| *touching != number);
        }
        let Witness { up, down } = &self.hidden[number as usize].witness;
        for (unknown, _) in up.iter().chain(down) {
            self.touching[*unknown as usize].push(number);
        }
    }
}
