//! Looks for another table that fits: whole numbers, bounds drawn as tight as single lines can, and choices where they cannot.

use crate::disclose::pattern::simplex::{self, End, Moves};
use crate::disclose::pattern::window::{Line, Window, bits};

/// Choices that one question may take, in each of two orders. When they are spent the answer is no, and no means to withhold.
///
/// The furthest unknowns first, each left as it is if it can be: that moves little, so the tables found stay good for longer.
/// The nearest first: the change goes where there is room for it.
const CHOICES: [(bool, u32); 2] = [(true, 128), (false, 1_000)];

/// Choices that all questions about one hidden number may take together.
const ALTOGETHER: u32 = 2_000;

const N: usize = Window::LARGEST;

/// As far towards `want` as the hidden number of a window can be moved, and how. Adds what that took to `effort`, in about so many
/// microseconds.
pub(super) fn furthest(window: &Window, want: i64, up: bool, effort: &mut usize) -> (i64, Option<Moves>) {
    *effort += window.parts.len();
    let (mut can, mut best) = match simplex::furthest(window, want, up) {
        End::Reached(moves) => return (want, Some(moves)),
        End::Furthest(by, moves) => return (by, Some(moves)),
        End::Unknown(by, moves) => (by, Some(moves)),
    };
    let mut solver = Solver::new(window);
    let mut cannot = want + 1;
    // All that is wanted first; then halfway.
    let mut middle = want;
    while cannot - can > 1 {
        match solver.moved(middle, up) {
            Some(found) => (can, best) = (middle, Some(found)),
            None => cannot = middle,
        }
        middle = i64::midpoint(can, cannot);
    }
    *effort += (ALTOGETHER - solver.left) as usize * 4;
    (can, best)
}

/// Whether bounds alone leave the hidden number of a window closer than `apart`, whatever is outside: the commonest no, without a
/// search.
pub(super) fn is_narrow(window: &Window, apart: i64) -> bool {
    let lines = window.lines.iter().filter(|line| line.is_whole).copied().collect();
    let solver = Solver { window, lines, furthest_first: true, choices: 0, left: 0 };
    let mut bounds = solver.bounds();
    let width = |bounds: &Bounds| bits(window.hidden).map(|part| bounds.high[part] - bounds.low[part]).sum::<i64>();
    !solver.tighten(&mut bounds, window.all()) || width(&bounds) < apart
}

/// From the least to the most of each unknown.
#[derive(Clone, Copy)]
struct Bounds {
    low: [i64; N],
    high: [i64; N],
}

/// Searches in one window.
pub(super) struct Solver<'a> {
    window: &'a Window,
    lines: Vec<Line>,
    furthest_first: bool,
    choices: u32,
    left: u32,
}

impl<'a> Solver<'a> {
    /// In this window.
    pub(super) fn new(window: &'a Window) -> Self {
        // The last line is the question.
        let question = Line { mask: window.hidden, low: 0, high: i64::MAX, is_whole: true };
        let lines = window.lines.iter().copied().chain([question]).collect();
        Self { window, lines, furthest_first: true, choices: 0, left: ALTOGETHER }
    }

    /// Changes that make the hidden number at least so much more (or less) than it is, as small as it goes.
    pub(super) fn moved(&mut self, by: i64, up: bool) -> Option<Moves> {
        let now = self.window.sum(self.window.hidden);
        if let Some(question) = self.lines.last_mut() {
            (question.low, question.high) = if up { (now + by, i64::MAX) } else { (0, now - by) };
        }
        let (bounds, all) = (self.bounds(), self.window.all());
        let found = CHOICES.into_iter().find_map(|(furthest_first, choices)| {
            let choices = choices.min(self.left);
            (self.furthest_first, self.choices) = (furthest_first, choices);
            let found = self.search(bounds, all);
            self.left -= choices - self.choices;
            // A no before the choices are spent is the answer in any order.
            (found.is_some() || self.choices > 0).then_some(found)
        })??;
        let mut moves = found;
        moves.iter_mut().zip(&self.window.parts).for_each(|(value, part)| *value -= part.value);
        Some(moves)
    }

    fn bounds(&self) -> Bounds {
        let mut bounds = Bounds { low: [0; N], high: [0; N] };
        for (high, part) in bounds.high.iter_mut().zip(&self.window.parts) {
            *high = part.most;
        }
        bounds
    }

    fn search(&mut self, mut bounds: Bounds, mut changed: u64) -> Option<[i64; N]> {
        loop {
            if !self.tighten(&mut bounds, changed) {
                return None;
            }
            let is_open = |part: &usize| bounds.low[*part] < bounds.high[*part];
            let mut parts = 0..self.window.parts.len();
            let part = if self.furthest_first { parts.rfind(is_open) } else { parts.find(is_open) };
            let Some(part) = part else {
                return self.lines.iter().all(|line| fits(line, &bounds.low)).then_some(bounds.low);
            };
            self.choices = self.choices.saturating_sub(1);
            if self.choices == 0 {
                return None;
            }
            let (low, high) = (bounds.low[part], bounds.high[part]);
            let value = self.window.parts[part].value.clamp(low, high);
            changed = 1 << part;
            let mut tried = bounds;
            (tried.low[part], tried.high[part]) = (value, value);
            if let Some(found) = self.search(tried, changed) {
                return Some(found);
            }
            if value == high {
                bounds.high[part] = value - 1;
                continue;
            }
            if low < value {
                let mut below = bounds;
                below.high[part] = value - 1;
                if let Some(found) = self.search(below, changed) {
                    return Some(found);
                }
            }
            bounds.low[part] = value + 1;
        }
    }

    /// Tightens each part of each line by the others. False if nothing fits.
    fn tighten(&self, bounds: &mut Bounds, mut changed: u64) -> bool {
        // Sums over many pupils could be tightened by one a thousand times over; then choices are quicker.
        for _ in 0..64 {
            let mut next = 0;
            for line in &self.lines {
                if line.mask & (changed | next) == 0 {
                    continue;
                }
                let (mut low, mut high, mut widest) = (0, 0, 0);
                for part in bits(line.mask) {
                    let (least, most) = (bounds.low[part], bounds.high[part]);
                    low += least;
                    high += most;
                    widest = widest.max(most - least);
                }
                if low > line.high || high < line.low {
                    return false;
                }
                let (room, need) = (line.high.saturating_sub(low), line.low - high);
                if widest <= room && widest <= -need {
                    continue;
                }
                for part in bits(line.mask) {
                    let (least, most) = (bounds.low[part], bounds.high[part]);
                    if most - least > room {
                        bounds.high[part] = least + room;
                        next |= 1 << part;
                    }
                    if most + need > least {
                        bounds.low[part] = most + need;
                        next |= 1 << part;
                    }
                }
            }
            changed = next;
            if changed == 0 {
                break;
            }
        }
        true
    }
}

fn fits(line: &Line, values: &[i64; N]) -> bool {
    (line.low..=line.high).contains(&bits(line.mask).map(|part| values[part]).sum())
}
