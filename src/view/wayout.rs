//! Everything of the school in focus is withheld: which other choice would show something.

use crate::data::Lang;
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::grid::key;
use crate::view::window;

/// `Alla värden är dolda. Slå ihop tre läsår, eller välj ett annat läsår.` Nothing is offered that would be withheld, too.
pub(crate) fn all_withheld(dataset: &Protected, selection: &Selection, lang: Lang) -> String {
    let shows = |pooled: &u8| {
        let other = Selection { pooled: *pooled, ..selection.clone() };
        let spot =
            dataset.at(key(&other, other.focus, other.to)).filter(|_| window::is_whole(dataset, &other, other.to));
        let mut indicators = 0..dataset.profile.indicators.len();
        spot.is_some_and(|spot| indicators.any(|indicator| spot.value(indicator).shown().is_some()))
    };
    let more = [1, 2].into_iter().filter(|pooled| *pooled > selection.pooled).find(shows);
    let pool = match more {
        Some(1) => lang.pick("Slå ihop två läsår, eller välj", "Put two school years together, or choose"),
        Some(_) => lang.pick("Slå ihop tre läsår, eller välj", "Put three school years together, or choose"),
        None => lang.pick("Välj", "Choose"),
    };
    let rest = if selection.programme.is_some() {
        lang.pick("alla program, eller ett annat läsår.", "all programmes, or another school year.")
    } else {
        lang.pick("ett annat läsår.", "another school year.")
    };
    format!("{} {pool} {rest}", lang.pick("Alla värden är dolda.", "All values are withheld."))
}
