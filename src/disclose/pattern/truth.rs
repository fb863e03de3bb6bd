//! Rows → unknowns: values that fit all that we know ourselves.

use crate::disclose::pattern::lists::{in_order, index};
use crate::disclose::pattern::merge::Layout;
use crate::disclose::pattern::solve::Solver;
use crate::disclose::pattern::system::Value;
use crate::disclose::pattern::table::FREE;
use crate::disclose::pattern::window::{Line, Part, Window};

/// Values of unknowns.
#[derive(Debug)]
pub(super) struct Truth {
    /// Per unknown.
    pub(super) value: Vec<i64>,
    /// The most that everybody knows it to be.
    pub(super) most: Vec<i64>,
    /// Per component, whether the values fit. They do not if rows contradict each other, or if too much is unknown to us.
    pub(super) fits: Vec<bool>,
}

/// A number of pupils, or a sum of results: beyond any real one it is cut off, and then fits nothing.
pub(super) fn whole(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(FREE).min(FREE * 1024)
}

impl Truth {
    /// From the values of the rows and the most of each unknown.
    pub(super) fn find(layout: &Layout, rows: &[Value], mut most: Vec<i64>) -> Self {
        for (row, _) in rows.iter().enumerate().filter(|(_, value)| **value == Value::Absent) {
            layout.sets.get(row).iter().for_each(|unknown| most[*unknown as usize] = 0);
        }
        let mut value = vec![-1; layout.unknowns()];
        // Each unknown that is all that is left of a row, until there is none.
        let mut waiting: Vec<(usize, i64)> =
            rows.iter().enumerate().filter_map(|(row, value)| Some((row, whole(value.known()?)))).collect();
        loop {
            let before = waiting.len();
            waiting.retain(|(row, sum)| {
                let set = layout.sets.get(*row);
                let mut left = set.iter().filter(|unknown| value[**unknown as usize] < 0);
                match (left.next(), left.next()) {
                    (None, _) => false,
                    (Some(only), None) => {
                        let known: i64 = set.iter().map(|unknown| value[*unknown as usize].max(0)).sum();
                        value[*only as usize] = (sum - known).max(0);
                        false
                    }
                    _ => true,
                }
            });
            if waiting.len() == before || waiting.is_empty() {
                break;
            }
        }
        let mut truth = Self { value, most, fits: vec![true; layout.components] };
        truth.search(layout, rows);
        truth.check(layout, rows);
        truth
    }

    /// The sum of a set.
    pub(super) fn sum(&self, layout: &Layout, set: usize) -> i64 {
        layout.sets.get(set).iter().map(|unknown| self.value[*unknown as usize]).sum()
    }

    /// Finds values for what is left, component by component.
    fn search(&mut self, layout: &Layout, rows: &[Value]) {
        let mut open: Vec<u32> =
            (0..index(layout.unknowns())).filter(|unknown| self.value[*unknown as usize] < 0).collect();
        if open.is_empty() {
            return;
        }
        let component = |unknown: &u32| layout.component_of[*unknown as usize] as usize;
        in_order(&mut open, |unknown| (component(&unknown) as u128) << 32 | u128::from(unknown));
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); layout.components];
        for row in 0..layout.rows {
            let is_open = |unknown: &u32| self.value[*unknown as usize] < 0;
            if let Some(component) = layout.component(row).filter(|_| layout.sets.get(row).iter().any(is_open)) {
                rows_of[component].push(row);
            }
        }
        for open in open.chunk_by(|a, b| component(a) == component(b)) {
            let found = self.window(layout, rows, open, &rows_of[component(&open[0])]);
            let found = found.and_then(|window| Solver::new(&window).moved(0, true));
            self.fits[component(&open[0])] = found.is_some();
            for (at, unknown) in open.iter().enumerate() {
                self.value[*unknown as usize] = found.and_then(|found| found.get(at).copied()).unwrap_or(0);
            }
        }
    }

    fn window(&self, layout: &Layout, rows: &[Value], open: &[u32], rows_of: &[usize]) -> Option<Window> {
        if open.len() > Window::LARGEST {
            return None;
        }
        let part = |unknown: &u32| Part { class: 0, marks: 0, value: 0, most: self.most[*unknown as usize] };
        let mut window = Window { parts: open.iter().map(part).collect(), is_whole: true, ..Window::default() };
        for row in rows_of {
            let set = layout.sets.get(*row);
            let known: i64 = set.iter().map(|unknown| self.value[*unknown as usize].max(0)).sum();
            let (low, high) = match rows[*row] {
                Value::Known(sum) => (whole(sum), whole(sum)),
                Value::Within(low, high) => (whole(low), whole(high)),
                Value::Absent => continue,
            };
            let mask = open.iter().enumerate().filter(|(_, unknown)| set.binary_search(unknown).is_ok());
            let mask = mask.fold(0, |mask, (at, _)| mask | 1 << at);
            window.lines.push(Line { mask, low: low - known, high: high - known, is_whole: true });
        }
        Some(window)
    }

    fn check(&mut self, layout: &Layout, rows: &[Value]) {
        for (row, value) in rows.iter().enumerate() {
            let Some(component) = layout.component(row) else { continue };
            let sum = self.sum(layout, row);
            let is_right = match *value {
                Value::Known(known) => sum == whole(known),
                Value::Within(low, high) => (whole(low)..=whole(high)).contains(&sum),
                Value::Absent => sum == 0,
            };
            self.fits[component] &= is_right;
        }
        for (unknown, component) in layout.component_of.iter().enumerate() {
            self.fits[*component as usize] &= self.value[unknown] <= self.most[unknown];
        }
    }
}
