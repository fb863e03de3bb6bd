//! The window around one hidden number: its classes, then those of the smallest equations that they are in, and so on.

use crate::disclose::pattern::guard::{Guard, OWN};
use crate::disclose::pattern::lists::index;
use crate::disclose::pattern::table::Group;
use crate::disclose::pattern::window::{Line, Part, Window};

/// Of an equation that no window has room for, so many classes: its first are the largest.
const OF_MANY: usize = 8;

/// What bounds the parts of a window: an equation, or a group to be published.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Group(u32),
    Equation(u32),
}

impl Guard<'_> {
    /// The window around the number whose unknowns are marked as [`OWN`], as if the groups were published.
    pub(super) fn window(&self, groups: &[Group], size: usize) -> Window {
        let mut window = Window { is_whole: true, ..Window::default() };
        let mut inside: Vec<u32> = Vec::new();
        let mut waiting: Vec<(usize, Bound)> = Vec::new();
        let mut bounds: Vec<Bound> = Vec::new();
        for cut in self.own.all() {
            self.take(cut.class, size, &mut window, &mut inside);
        }
        let mut expanded = 0;
        loop {
            for class in &inside[expanded..] {
                self.bounds_of(*class, groups, &mut bounds, &mut waiting);
            }
            expanded = inside.len();
            let Some(at) = (0..waiting.len()).min_by_key(|at| waiting[*at]) else { break };
            let (len, bound) = waiting.swap_remove(at);
            let (room, many) = (size - window.parts.len(), len > size);
            if room == 0 {
                window.is_whole = false;
                break;
            }
            let limit = inside.len() + if many { OF_MANY } else { len };
            let mut each = |class: u32| {
                if inside.len() < limit {
                    self.take(class, size, &mut window, &mut inside);
                } else if !inside.contains(&class) {
                    window.is_whole = false;
                }
            };
            match bound {
                Bound::Equation(equation) => self.table.classes_of(equation).for_each(&mut each),
                Bound::Group(mark) => {
                    self.cuts.all().iter().filter(|cut| cut.marks >> mark & 1 == 1).for_each(|cut| each(cut.class));
                }
            }
        }
        self.lines(groups, &bounds, &mut window);
        window
    }

    /// Takes a class into a window, in parts that differ in their marks, unless there is no room.
    fn take(&self, class: u32, size: usize, window: &mut Window, inside: &mut Vec<u32>) {
        if inside.contains(&class) {
            return;
        }
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
        if window.parts.len() > size {
            window.parts.truncate(first);
            window.is_whole = false;
        } else {
            inside.push(class);
        }
    }

    fn bounds_of(&self, class: u32, groups: &[Group], bounds: &mut Vec<Bound>, waiting: &mut Vec<(usize, Bound)>) {
        for equation in &self.table.classes[class as usize].equations {
            let bound = Bound::Equation(*equation);
            if !bounds.contains(&bound) {
                bounds.push(bound);
                waiting.push((self.table.equations[*equation as usize].len, bound));
            }
        }
        for mark in self.cuts.of(class).map(|cut| cut.marks) {
            for group in (0..index(groups.len())).filter(|group| mark >> group & 1 == 1) {
                let bound = Bound::Group(group);
                if !bounds.contains(&bound) {
                    bounds.push(bound);
                    let len = self.cuts.all().iter().filter(|cut| cut.marks >> group & 1 == 1).count();
                    waiting.push((len, bound));
                }
            }
        }
    }

    fn lines(&self, groups: &[Group], bounds: &[Bound], window: &mut Window) {
        for bound in bounds {
            let is_in = |part: &Part| match bound {
                Bound::Group(mark) => part.marks >> mark & 1 == 1,
                Bound::Equation(equation) => self.table.classes[part.class as usize].equations.contains(equation),
            };
            let parts = window.parts.iter().enumerate().filter(|(_, part)| is_in(part));
            let (mask, sum) = parts.fold((0, 0), |(mask, sum), (at, part)| (mask | 1 << at, sum + part.value));
            let (below, above) = match bound {
                Bound::Group(mark) => (groups[*mark as usize].below, groups[*mark as usize].above),
                Bound::Equation(equation) => {
                    let equation = &self.table.equations[*equation as usize];
                    (equation.below, equation.above)
                }
            };
            window.lines.push(Line { mask, low: sum - below, high: sum + above });
        }
        let own = window.parts.iter().enumerate().filter(|(_, part)| part.marks & OWN != 0);
        window.hidden = own.fold(0, |mask, (at, _)| mask | 1 << at);
    }
}
