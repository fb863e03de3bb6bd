//! Looks for another witness: in a window around the hidden number, then in a larger one.

use super::{Guard, Moves, OWN};
use crate::disclose::pace::Pace;
use crate::disclose::pattern::gather::Gather;
use crate::disclose::pattern::simplex;
use crate::disclose::pattern::solve::{furthest, is_narrow};
use crate::disclose::pattern::table::Group;
use crate::disclose::pattern::window::{Part, Window};

/// Window sizes, one after the other: most answers are near.
const SIZES: [usize; 2] = [20, Window::LARGEST];

impl Guard<'_> {
    /// What the groups take out of the classes.
    pub(super) fn cut(&mut self, groups: &[Group]) {
        self.cuts.clear(self.table.classes.len());
        for (mark, group) in groups.iter().enumerate() {
            for unknown in self.table.unknowns_of(*group) {
                let at = unknown as usize;
                // Each unknown once: with the first of its groups.
                if self.marks[at].trailing_zeros() as usize == mark {
                    self.cuts.add(
                        self.table.class_of[at],
                        self.marks[at] & !OWN,
                        self.table.value[at],
                        self.table.most[at],
                    );
                }
            }
        }
        self.cut_by.clear();
        let by = |mark: usize| self.cuts.all().iter().filter(|cut| cut.marks >> mark & 1 == 1).count();
        self.cut_by.extend((0..groups.len()).map(by));
    }

    /// Looks for a witness of a group whose unknowns are marked, and leaves it in `found`. Returns how far apart it is, and if `whatever`
    /// is false and less than `apart` is found, 0.
    pub(super) async fn seek(
        &mut self,
        group: Group,
        (apart, step): (i64, i64),
        groups: &[Group],
        whatever: bool,
        pace: &Pace,
    ) -> i64 {
        self.own.clear(self.table.classes.len());
        for unknown in self.table.unknowns_of(group) {
            let at = unknown as usize;
            self.own.add(self.table.class_of[at], self.marks[at] & !OWN, self.table.value[at], self.table.most[at]);
        }
        pace.rest(1).await;
        if self.exchange(group, apart) == apart && step == 1 {
            return apart;
        }
        self.found = Moves::default();
        if !whatever {
            if self.searches == 0 {
                return 0;
            }
            self.searches -= 1;
        }
        let mut best = 0;
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
            if !whatever && is_narrow(&window, apart) {
                break;
            }
            let found = self.seek_in(&window, group, (apart, step), whatever, pace).await;
            if found.0 > best {
                (best, self.found) = found;
            }
            if window.is_whole || best == apart {
                break;
            }
            let is_open = whatever || self.seek_in(&window.eased(), group, (apart, step), false, pace).await.0 == apart;
            if !is_open {
                break;
            }
        }
        best
    }

    /// As far towards `apart` as it goes by exchange with the rest of the hidden number's own classes, which nothing published tells
    /// from it: the commonest yes, without a search.
    fn exchange(&mut self, group: Group, apart: i64) -> i64 {
        let near = self.table.unknowns_of(group).next().unwrap_or(0);
        let is_one = matches!(self.own.all(), [own] if own.len == 1);
        let mut found = std::mem::take(&mut self.found);
        found.up.clear();
        found.down.clear();
        let mut reached = 0;
        for own in self.own.all() {
            let class = &self.table.classes[own.class as usize];
            let mut cuts = self.cuts.of(own.class);
            let (value, most) = match own.marks {
                0 => cuts.fold((class.value, class.most), |(value, most), cut| (value - cut.value, most - cut.most)),
                marks => cuts.find(|cut| cut.marks == marks).map_or((own.value, own.most), |cut| (cut.value, cut.most)),
            };
            let (others, room) = (value - own.value, most - own.most - (value - own.value));
            let is_free = own.marks == 0 && class.equations.is_empty();
            for is_up in [true, false] {
                let own_room = if is_up { own.most - own.value } else { own.value };
                let other_room = if is_up { others } else { room };
                let by = (apart - reached).min(own_room).min(if is_free { i64::MAX } else { other_room });
                if by > 0 {
                    let (moves, by_own) = if is_up { (&mut found.up, by) } else { (&mut found.down, -by) };
                    let part = Part { class: own.class, marks: own.marks | OWN, value: own.value, most: own.most };
                    if is_one {
                        moves.push((near, by_own));
                    } else {
                        self.spread(part, by_own, near, moves);
                    }
                    if !is_free {
                        self.spread(Part { marks: own.marks, ..part }, -by_own, near, moves);
                    }
                    reached += by;
                }
            }
        }
        self.found = found;
        reached
    }

    async fn seek_in(
        &self,
        window: &Window,
        group: Group,
        (apart, step): (i64, i64),
        whatever: bool,
        pace: &Pace,
    ) -> (i64, Moves) {
        let mut effort = 0;
        let (above, up) = furthest(window, apart, true, &mut effort);
        let above = above - above % step;
        pace.rest(std::mem::take(&mut effort)).await;
        let left = apart - above;
        let (below, down) = if left == 0 { (0, None) } else { furthest(window, left, false, &mut effort) };
        let below = below - below % step;
        pace.rest(effort).await;
        if below < left && !whatever {
            return (0, Moves::default());
        }
        let near = self.table.unknowns_of(group).next().unwrap_or(0);
        let moves = |found: Option<simplex::Moves>| {
            let mut moves = Vec::new();
            for (part, by) in window.parts.iter().zip(found.iter().flatten()) {
                self.spread(*part, *by, near, &mut moves);
            }
            moves
        };
        (above + below, Moves { up: moves(up), down: moves(down) })
    }

    /// Spreads a change of a part over its unknowns, those near a given one first: what is near is published together.
    fn spread(&self, part: Part, mut by: i64, near: u32, moves: &mut Vec<(u32, i64)>) {
        let class = &self.table.classes[part.class as usize];
        let first = moves.len();
        // Gives an unknown what it can take; whether something is left.
        let mut give = |unknown: u32| {
            let at = unknown as usize;
            let is_in = self.table.class_of.get(at) == Some(&part.class) && self.marks[at] == part.marks;
            if by != 0 && is_in && !moves[first..].iter().any(|(moved, _)| *moved == unknown) {
                let change = by.clamp(-self.table.value[at], self.table.most[at] - self.table.value[at]);
                if change != 0 {
                    moves.push((unknown, change));
                    by -= change;
                }
            }
            by != 0
        };
        if class.len > 32 && give(near) {
            for step in 1..32 {
                if !give(near.wrapping_sub(step)) || !give(near.wrapping_add(step)) {
                    return;
                }
            }
        }
        for unknown in &self.table.order[class.start..class.start + class.len] {
            if !give(*unknown) {
                break;
            }
        }
    }
}
