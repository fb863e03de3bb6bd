//! "Varför detta tal?": what a number rests on, for every value, change and gap that can be pointed at.
//!
//! | module | what it answers |
//! | --- | --- |
//! | `value` | the value of a whole school: of one school year, or of several together |
//! | `change` | a change since a base year |
//! | `place` | the value of all schools of a municipality or provider together |
//! | `group` | the value of a group, and how far it is from another |
//! | `facts` | what recurs: definition, pupils, interval, what is withheld and why, rows left out, rule, source |

mod change;
mod facts;
mod group;
mod place;
mod value;

use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::beside::Beside;
use crate::view::grid::Grid;
use crate::view::screen::Why;
use crate::view::window;

pub use group::{of_gap, of_group};
pub(crate) use value::{Since, of_value};

/// Why an indicator has this value, or this change since the base year of the urval, at a school (or the municipality or provider beside
/// it) and a school year (or those put together), both by name; the year of the answer where `year` is `None`, and then always the value, as the figures of one year show it.
///
/// `None` where no such school or year is in the data.
pub fn of_point(
    dataset: &Protected,
    selection: &Selection,
    indicator: usize,
    (school, year): (&str, Option<&str>),
    source: &str,
    lang: Lang,
) -> Option<Why> {
    let about = dataset.profile.indicators.get(indicator)?;
    let code =
        |dim: Dim, is_it: &dyn Fn(u16) -> bool| (0..u16::MAX).take(dataset.labels(dim).len()).find(|&code| is_it(code));
    let to = match year {
        Some(year) => code(Dim::Year, &|code| window::name(dataset, selection, code) == year)?,
        None => selection.to,
    };
    let Some(focus) = code(Dim::School, &|code| dataset.name(Dim::School, code) == school) else {
        let beside = Beside::of(dataset, selection, lang).filter(|beside| beside.name() == school)?;
        return Some(place::of_place(dataset, &beside, (indicator, to), source, lang));
    };
    let is_one_of_many = focus != selection.focus;
    let asked = Selection { focus, to, from: selection.from.min(to), compared: Vec::new(), ..selection.clone() };
    let grid = Grid::new(dataset, &asked);
    let why = match selection.since.filter(|_| year.is_some()) {
        Some(base) => change::of_change(dataset, &grid, (indicator, base, is_one_of_many), source, lang),
        None => value::of_card(dataset, &grid, (indicator, is_one_of_many), source, lang),
    };
    let point = facts::joined(&[about.name.get(lang), school, &window::name(dataset, &asked, to)]);
    let mut facts = vec![(lang.pick("Värdet", "The value").to_owned(), point)];
    facts.extend(why.facts);
    Some(Why { facts, ..why })
}
