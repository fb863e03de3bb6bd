//! Everything of the school in focus is withheld: which other choice would show something.

use crate::data::{Dim, Lang};
use crate::disclose::{Key, Protected, State, Withheld};
use crate::query::Selection;
use crate::view::grid::key;
use crate::view::{window, words};

/// Most entries of a file of which school years are put together only to see whether that helps.
const MOST_ENTRIES: usize = 30_000;

/// The layer that has to be worked out to know whether school years that are put together would show something, where nothing else does.
pub(crate) fn missing(dataset: &Protected, selection: &Selection) -> Option<usize> {
    let Selection { focus, to, .. } = *selection;
    let spot = dataset.at(key(selection, focus, to)).filter(|_| dataset.entries() <= MOST_ENTRIES)?;
    let mut indicators = 0..dataset.profile.indicators.len();
    let is_hidden = |indicator: usize| matches!(spot.value(indicator).state(), State::Withheld(_));
    let pooled = Selection { pooled: 1, ..selection.clone() };
    indicators.all(is_hidden).then(|| missing_pooled(dataset, &pooled))?
}

fn missing_pooled(dataset: &Protected, selection: &Selection) -> Option<usize> {
    let Selection { pooled, programme, .. } = *selection;
    dataset.missing(Key { pooled, programme, ..Key::default() })
}

/// `Alla värden är dolda. Slå ihop tre läsår, eller välj ett annat läsår.` Nothing is offered that would be withheld, too.
pub(crate) fn all_withheld(dataset: &Protected, selection: &Selection, lang: Lang) -> String {
    let count = |dim: Dim| 0..u16::try_from(dataset.labels(dim).len()).unwrap_or(u16::MAX);
    let shows = |asked: &Selection, year: u16| {
        let spot = dataset.at(key(asked, asked.focus, year)).filter(|_| window::is_whole(dataset, asked, year));
        let mut indicators = 0..dataset.profile.indicators.len();
        spot.is_some_and(|spot| indicators.any(|indicator| spot.value(indicator).shown().is_some()))
    };
    let pooled = |pooled: u8| Selection { pooled, ..selection.clone() };
    let is_known = |more: u8| dataset.entries() <= MOST_ENTRIES || missing_pooled(dataset, &pooled(more)).is_none();
    let pool =
        (selection.pooled + 1..=2).find(|&more| is_known(more) && shows(&pooled(more), selection.to)).map(|more| {
            match more {
                1 => lang.pick("slå ihop två läsår", "put two school years together"),
                _ => lang.pick("slå ihop tre läsår", "put three school years together"),
            }
        });
    let whole = Selection { programme: None, ..selection.clone() };
    let programmes = (selection.programme.is_some() && shows(&whole, selection.to))
        .then(|| lang.pick("välj alla program", "choose all programmes"));
    let year = count(Dim::Year)
        .any(|year| shows(selection, year))
        .then(|| lang.pick("välj ett annat läsår", "choose another school year"));
    let mut ways: Vec<&str> = [pool, programmes, year].into_iter().flatten().collect();
    if ways.is_empty() {
        let school = |focus: u16| Selection { focus, ..selection.clone() };
        let is_any = count(Dim::School).any(|focus| count(Dim::Year).any(|year| shows(&school(focus), year)));
        ways.push(if is_any {
            lang.pick("välj en annan skola", "choose another school")
        } else {
            lang.pick("läs in en fil med större grupper", "read a file with larger groups")
        });
    }
    let ways = words::sentence_case(&ways.join(lang.pick(", eller ", ", or ")));
    let is_bounded = dataset.at(key(selection, selection.focus, selection.to)).is_some_and(|spot| {
        let states = (0..dataset.profile.indicators.len()).map(|indicator| spot.value(indicator).state());
        states.into_iter().any(|state| matches!(state, State::Withheld(Withheld::Within(..))))
    });
    let what = if is_bounded {
        lang.pick("Inget värde går att visa som ett tal.", "No value can be shown as a number.")
    } else {
        lang.pick("Alla värden är dolda.", "All values are withheld.")
    };
    format!("{what} {ways}.")
}
