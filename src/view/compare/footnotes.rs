//! What is to know below the figures of a comparison.

use super::field::{Field, Found};
use super::{lens, outside, say};
use crate::data::Lang;
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::beside::{self, Beside};
use crate::view::{change, notes, targets, window, words};

/// That values have no interval, where they are shown; and whether that is so of all.
pub(super) fn no_spread(dataset: &Protected, field: &Field, name: &str, lang: Lang) -> Option<(String, bool)> {
    notes::without_interval(dataset.shape, name, &mut field.schools.iter().map(|found| found.spot.value), lang)
}

/// Definition, limits, centre, what is withheld, how not to read it, source.
pub(super) fn footnotes(
    dataset: &Protected,
    selection: &Selection,
    field: &Field,
    (indicator, source): (usize, &str),
    lang: Lang,
) -> Vec<String> {
    let about = &dataset.profile.indicators[indicator];
    let mut footnotes = vec![about.definition.get(lang).to_owned()];
    footnotes.extend(lens::note(field.lens(), lang).map(str::to_owned));
    footnotes.extend(outside::limits(field, lang));
    footnotes.extend(no_spread(dataset, field, about.name.get(lang), lang).map(|(note, _)| note));
    let states = || field.schools.iter().map(|found| found.spot.value.state());
    if let Some(centre) = field.centre {
        let all = lang.pick("Alla visade skolor tillsammans:", "All schools shown together:");
        let mut note = format!("{all} {}.", say::centre(centre, about, lang));
        if states().any(|state| matches!(state, State::Withheld(_))) {
            note.push_str(lang.pick(" Dolda skolor räknas inte med.", " Withheld schools are not counted."));
        }
        footnotes.push(note);
    }
    footnotes.extend(targets::notes(dataset, &[selection.to], indicator, lang));
    footnotes.extend(notes::hidden(&mut states(), field.count(Found::is_partial), lang));
    footnotes.extend(window::note(selection.pooled, false, lang));
    let beside = Beside::of(dataset, selection, lang);
    footnotes.extend(beside.map(|beside| words::full_stop(&beside.spoken(selection.to, indicator, lang))));
    footnotes.extend(beside::note(dataset, selection, (&[selection.to], indicator), lang));
    if selection.since.is_some() {
        footnotes.push(change::not_here(lang).to_owned());
    }
    footnotes.push(notes::no_league(lang).to_owned());
    footnotes.push(notes::source(dataset, source, lang));
    footnotes
}
