//! Going back to earlier bounds.

use super::System;

impl System {
    /// From now on earlier bounds are kept.
    pub(in crate::attack) fn begin(&mut self) {
        self.trail = Some(Vec::new());
    }

    /// Gives an unknown its value, without anything following from it.
    pub(in crate::attack) fn pin(&mut self, var: u32, value: i64) {
        let at = var as usize;
        if let Some(trail) = &mut self.trail {
            trail.push((var, self.lo[at], self.hi[at]));
        }
        (self.lo[at], self.hi[at]) = (value, value);
    }

    /// Where we are, to go back to.
    pub(in crate::attack) fn mark(&self) -> usize {
        self.trail.as_ref().map_or(0, Vec::len)
    }

    /// Goes back.
    pub(in crate::attack) fn undo(&mut self, mark: usize) {
        while let Some((var, lo, hi)) = self.trail.as_mut().filter(|trail| trail.len() > mark).and_then(Vec::pop) {
            (self.lo[var as usize], self.hi[var as usize]) = (lo, hi);
        }
    }

    /// Goes back to the beginning, and keeps earlier bounds no longer.
    pub(in crate::attack) fn end(&mut self) {
        self.undo(0);
        self.trail = None;
    }
}
