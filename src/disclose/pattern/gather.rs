//! The window around one hidden number: its classes, then those of the smallest equations that they are in, and so on.

use crate::disclose::pattern::cuts::Cuts;
use crate::disclose::pattern::guard::OWN;
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::table::{Group, Table};
use crate::disclose::pattern::window::{Line, Part, Window};

/// Of an equation that no window has room for, so many classes: its first are the largest.
const OF_MANY: usize = 8;

/// What bounds the parts of a window: a group to be published, or an equation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Group(u32),
    Equation(u32),
}

/// What is in the window that is being gathered. Numbers of earlier windows are out of date, so nothing needs to be cleared.
#[derive(Debug, Default)]
pub(super) struct Seen {
    window: u32,
    classes: Vec<u32>,
    /// Per equation, the window and the place of its line.
    equations: Vec<(u32, u32)>,
}

/// Gathers a window.
pub(super) struct Gather<'a, 'b> {
    pub(super) table: &'b Table<'a>,
    /// To be published, as far as the question goes.
    pub(super) groups: &'b [Group],
    /// What they take out of the classes, and how many of these each.
    pub(super) cuts: &'b Cuts,
    pub(super) cut_by: &'b [usize],
    /// What the hidden number takes out of the classes.
    pub(super) own: &'b Cuts,
    pub(super) seen: &'b mut Seen,
    /// The largest that the window may be.
    pub(super) size: usize,
}

impl Gather<'_, '_> {
    /// The window.
    pub(super) fn window(mut self) -> Window {
        self.seen.window += 1;
        self.seen.classes.resize(self.table.classes.len(), 0);
        self.seen.equations.resize(self.table.equations.len(), (0, 0));
        let mut window = Window { is_whole: true, ..Window::default() };
        let mut bounds: Vec<Bound> = (0..index(self.groups.len())).map(Bound::Group).collect();
        let mut waiting: Vec<(usize, Bound)> = Vec::new();
        let own = self.own;
        self.take_all(&mut own.all().iter().map(|cut| cut.class), usize::MAX, &mut window);
        let mut expanded = 0;
        let mut groups = 0;
        loop {
            for part in &window.parts[expanded..] {
                let new = part.marks & !groups & !OWN;
                groups |= new;
                for group in (0..self.groups.len()).filter(|group| new >> group & 1 == 1) {
                    waiting.push((self.cut_by[group], Bound::Group(index(group))));
                }
                for equation in &*self.table.classes[part.class as usize].equations {
                    let seen = &mut self.seen.equations[*equation as usize];
                    if seen.0 != self.seen.window {
                        *seen = (self.seen.window, index(bounds.len()));
                        bounds.push(Bound::Equation(*equation));
                        waiting.push((self.table.equations[*equation as usize].len, Bound::Equation(*equation)));
                    }
                }
            }
            expanded = window.parts.len();
            let Some(at) = (0..waiting.len()).min_by_key(|at| waiting[*at]) else { break };
            let (len, bound) = waiting.swap_remove(at);
            let limit = if len > self.size { OF_MANY } else { len };
            let (table, cuts) = (self.table, self.cuts);
            match bound {
                Bound::Equation(equation) => self.take_all(&mut table.classes_of(equation), limit, &mut window),
                Bound::Group(mark) => {
                    let marked = cuts.all().iter().filter(|cut| cut.marks >> mark & 1 == 1);
                    self.take_all(&mut marked.map(|cut| cut.class), limit, &mut window);
                }
            }
        }
        self.lines(&bounds, &mut window);
        window
    }

    /// Takes so many more classes into the window.
    fn take_all(&mut self, classes: &mut dyn Iterator<Item = u32>, limit: usize, window: &mut Window) {
        let mut taken = 0;
        for class in classes {
            if self.seen.classes[class as usize] == self.seen.window {
                continue;
            }
            if taken == limit || window.parts.len() == self.size || !self.take(class, window) {
                window.is_whole = false;
                break;
            }
            taken += 1;
            self.seen.classes[class as usize] = self.seen.window;
        }
    }

    /// Takes a class into the window, in parts that differ in their marks, unless there is no room.
    fn take(&self, class: u32, window: &mut Window) -> bool {
        let whole = &self.table.classes[class as usize];
        let first = window.parts.len();
        let (mut len, mut value, mut most) = (whole.len, whole.value, whole.most);
        let own = |marks: u32| self.own.of(class).find(|cut| cut.marks == marks);
        let mut add = |marks: u32, (all, value, most): (usize, i64, i64)| {
            let (mine, my_value, my_most) = own(marks).map_or((0, 0, 0), |cut| (cut.len, cut.value, cut.most));
            if mine > 0 {
                window.parts.push(Part { class, marks: marks | OWN, value: my_value, most: my_most });
            }
            if all > mine {
                window.parts.push(Part { class, marks, value: value - my_value, most: most - my_most });
            }
        };
        for cut in self.cuts.of(class) {
            (len, value, most) = (len - cut.len, value - cut.value, most - cut.most);
            add(cut.marks, (cut.len, cut.value, cut.most));
        }
        if len > 0 {
            add(0, (len, value, most));
        }
        let has_room = window.parts.len() <= self.size;
        if !has_room {
            window.parts.truncate(first);
        }
        has_room
    }

    fn lines(&self, bounds: &[Bound], window: &mut Window) {
        let empty = Line { mask: 0, low: 0, high: 0, is_whole: false };
        let mut lines = vec![empty; bounds.len()];
        // Of each line: how far its parts could rise, how many classes it has, and the last of them.
        let mut more = vec![(0_i64, 0_usize, u32::MAX); bounds.len()];
        for (at, part) in window.parts.iter().enumerate() {
            let mut add = |bound: usize| {
                let (line, (room, classes, last)) = (&mut lines[bound], &mut more[bound]);
                line.mask |= 1 << at;
                line.low += part.value;
                *room += part.most - part.value;
                *classes += usize::from(part.class != *last);
                *last = part.class;
            };
            (0..self.groups.len()).filter(|group| part.marks >> group & 1 == 1).for_each(&mut add);
            for equation in &*self.table.classes[part.class as usize].equations {
                add(self.seen.equations[*equation as usize].1 as usize);
            }
            if part.marks & OWN != 0 {
                window.hidden |= 1 << at;
            }
        }
        for ((bound, line), (room, classes, _)) in bounds.iter().zip(lines).zip(more) {
            let (below, above, len) = match bound {
                Bound::Group(mark) => {
                    let group = self.groups[*mark as usize];
                    (group.below, group.above, self.cut_by[*mark as usize])
                }
                Bound::Equation(equation) => {
                    let equation = &self.table.equations[*equation as usize];
                    (equation.below, equation.above, equation.len)
                }
            };
            let sum = line.low;
            // Otherwise nothing in the window moves the sum by as much as its rounding hides.
            if line.mask != 0 && (sum > below || room > above) {
                let (low, high) = (sum - below, sum + above);
                window.lines.push(Line { mask: line.mask, low, high, is_whole: classes == len });
            }
        }
    }
}
