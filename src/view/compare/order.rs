//! The rows in another order.

use crate::view::model::Mark;
use crate::view::screen::Compare;

impl Compare {
    /// The same with chart rows and table rows from the lowest value to the highest, as it is written; schools without a value stand
    /// last, by name: their order tells nothing of what is withheld.
    #[must_use]
    pub fn by_value(mut self) -> Self {
        let scale = 10_f64.powi(i32::from(self.rows.axis.decimals));
        let key = |at: &usize| match self.rows.schools.get(*at).map(|school| school.mark) {
            Some(Mark::Shown { value, .. }) => (value * scale).round(),
            _ => f64::INFINITY,
        };
        let mut order: Vec<usize> = (0..self.rows.schools.len()).collect();
        order.sort_by(|at, other| key(at).total_cmp(&key(other)).then(at.cmp(other)));
        self.rows.schools = order.iter().filter_map(|&at| self.rows.schools.get(at).cloned()).collect();
        self.table.rows = order.iter().filter_map(|&at| self.table.rows.get(at).cloned()).collect();
        self
    }
}
