//! The rows in another order.

use crate::data::{Lang, sort_by};
use crate::view::model::Mark;
use crate::view::notes;
use crate::view::screen::Compare;

impl Compare {
    /// The same with chart rows and table rows from the lowest value to the highest, as it is written; schools without a value stand
    /// last, by name: their order tells nothing of what is withheld.
    #[must_use]
    pub fn by_value(mut self, lang: Lang) -> Self {
        let scale = 10_f64.powi(i32::from(self.rows.axis.decimals));
        let key = |at: &usize| match self.rows.schools.get(*at).map(|school| school.mark) {
            Some(Mark::Shown { value, .. }) => (value * scale).round(),
            _ => f64::INFINITY,
        };
        let mut order: Vec<usize> = (0..self.rows.schools.len()).collect();
        sort_by(&mut order, |at, other| key(at).total_cmp(&key(other)).then(at.cmp(other)));
        self.rows.schools = order.iter().filter_map(|&at| self.rows.schools.get(at).cloned()).collect();
        self.table.rows = order.iter().filter_map(|&at| self.table.rows.get(at).cloned()).collect();
        let by_name = notes::no_league(lang);
        for note in self.footnotes.iter_mut().filter(|note| *note == by_name) {
            lang.pick(
                "Skolorna står från det lägsta värdet till det högsta, de dolda sist. Det är ingen rangordning: avstånden kan vara slump, och de kan bero på vilka elever som går där.",
                "The schools stand from the lowest value to the highest, withheld ones last. This is no ranking: the gaps may be chance, and may be due to which pupils go there.",
            )
            .clone_into(note);
        }
        self.is_by_value = true;
        self
    }
}
