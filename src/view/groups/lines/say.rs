//! What is said of groups as lines: no claim beyond the values.

use super::{Field, Line, left_aside};
use crate::data::Lang;
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::grid::{Grid, Spot};
use crate::view::{breaks, notes, targets, words};

/// Most groups whose values are told in the sentence.
const TOLD: usize = 4;

/// The last value of all pupils, and those of the groups beside it: no claim, which Grupper makes.
pub(super) fn say(all: &str, groups: &[Line], field: &Field, lang: Lang) -> String {
    let told = groups.iter().filter_map(|group| {
        let name = words::in_sentence(&group.name);
        let found = group.spots.last().map_or(State::Missing, |spot| spot.value.state());
        Some(match found {
            State::Shown(estimate) => format!("{name} {}", words::value(estimate.value, field.about, lang)),
            State::Withheld(why) => format!("{name} {}", words::withheld(why, lang)),
            State::Missing => return None,
        })
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() || told.len() > TOLD {
        return all.to_owned();
    }
    let told = words::listed(&told, lang);
    let more = lang.pick(
        "I Grupper står om skillnaden mellan dem kan vara slump.",
        "Groups tells whether the difference between them may be chance.",
    );
    format!("{all} {}. {more}", words::sentence_case(&told))
}

/// Definition, breaks, targets, what is withheld, how not to read it, source.
pub(super) fn footnotes(
    (dataset, asked, source): (&Protected, &Selection, &str),
    field: &Field,
    grid: &Grid,
    groups: &[Line],
    lang: Lang,
) -> Vec<String> {
    let indicator = field.indicator;
    let mut footnotes = left_aside(asked, lang);
    footnotes.push(field.about.definition.get(lang).to_owned());
    footnotes.extend(breaks::notes(dataset, grid, indicator, lang));
    footnotes.extend(targets::notes(dataset, &grid.years, indicator, lang));
    let whole = grid.years.iter().map(|&year| grid.spot(0, year, indicator));
    let spots: Vec<Spot> = whole.chain(groups.iter().flat_map(|group| group.spots.iter().copied())).collect();
    let partial = spots.iter().filter(|spot| spot.value.shown().is_some() && spot.is_partial()).count();
    footnotes.extend(notes::hidden(&mut spots.iter().map(|spot| spot.value.state()), partial, lang));
    footnotes.extend(notes::no_spread(dataset, (grid, &grid.years), indicator..indicator + 1, lang));
    let no_causes = lang.pick(
        "Grupper visas här, inte orsaker: en skillnad säger inte varför den finns, och inget om en enskild elev.",
        "Groups are shown here, not causes: a difference does not say why it is there, and nothing about a single pupil.",
    );
    footnotes.push(no_causes.to_owned());
    footnotes.push(notes::source(dataset, source, lang));
    footnotes
}
