//! Why a school has no value at all in a school year: the same explanation in every view.

use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::grid::key;
use crate::view::window;

/// Why nothing is there of the school in focus in the last year, and what to choose; `None` where it has rows.
pub(crate) fn nothing(dataset: &Protected, selection: &Selection, lang: Lang) -> Option<String> {
    let is_there = !window::is_whole(dataset, selection, selection.to)
        || dataset.at(key(selection, selection.focus, selection.to)).is_some();
    let (why, way) = (not_there(dataset, selection, lang), way(selection, lang));
    (!is_there).then(|| format!("{why} {way}"))
}

/// The same for a single number, without what to choose.
pub(crate) fn why(dataset: &Protected, selection: &Selection, lang: Lang) -> String {
    if nothing(dataset, selection, lang).is_some() {
        return not_there(dataset, selection, lang);
    }
    lang.pick("Underlaget har inget värde här.", "The data have no value here.").to_owned()
}

fn not_there(dataset: &Protected, selection: &Selection, lang: Lang) -> String {
    let school = dataset.name(Dim::School, selection.focus);
    let year = window::name(dataset, selection, selection.to);
    match (selection.programme.map(|programme| dataset.name(Dim::Programme, programme)), lang) {
        (Some(programme), Lang::Sv) => format!("{programme} finns inte på {school} {year}."),
        (Some(programme), Lang::En) => format!("{programme} is not at {school} in {year}."),
        (None, Lang::Sv) => format!("Det finns inga värden för {school} {year}."),
        (None, Lang::En) => format!("There are no values for {school} in {year}."),
    }
}

fn way(selection: &Selection, lang: Lang) -> &'static str {
    if selection.programme.is_some() {
        lang.pick(
            "Välj ett annat program, ett annat läsår eller en annan skola.",
            "Choose another programme, school year or school.",
        )
    } else {
        lang.pick("Välj ett annat läsår eller en annan skola.", "Choose another school year or school.")
    }
}
