//! "Varför detta tal?" for any value of a figure: the same answer as on a card of Läget.

use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::card::card;
use crate::view::grid::Grid;
use crate::view::screen::Why;

/// Why an indicator has this value at a school and a school year, both by name; the year of the answer where `year` is `None`.
///
/// `None` where no such school or year is in the data, and where the urval shows something else than values of one year (years put
/// together, changes), which a card does not explain. Groups within schools have no part in the figures that ask.
pub fn of_point(
    dataset: &Protected,
    selection: &Selection,
    indicator: usize,
    (school, year): (&str, Option<&str>),
    source: &str,
    lang: Lang,
) -> Option<Why> {
    if selection.pooled > 0 || selection.since.is_some() {
        return None;
    }
    let code = |dim: Dim, name: &str| {
        let place = dataset.labels(dim).iter().position(|label| label.name == name)?;
        u16::try_from(place).ok()
    };
    let focus = code(Dim::School, school)?;
    let to = year.map_or(Some(selection.to), |year| code(Dim::Year, year))?;
    let asked = Selection { focus, to, from: selection.from.min(to), compared: Vec::new(), ..selection.clone() };
    let about = dataset.profile.indicators.get(indicator)?;
    let why = card(dataset, &Grid::new(dataset, &asked), &asked, indicator, source, lang).why;
    let (name, year) = (about.name.get(lang), dataset.name(Dim::Year, to));
    let point = [name, school, year].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let mut facts = vec![(lang.pick("Värdet", "The value").to_owned(), point)];
    facts.extend(why.facts);
    Some(Why { facts, ..why })
}
