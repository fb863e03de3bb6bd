//! What is to know below the figures.

use super::super::field::Field;
use super::super::names;
use crate::data::{Dim, Lang, Missing, set};
use crate::view::grid::Grid;
use crate::view::words::in_sentence;
use crate::view::{breaks, notes};

/// What is to know below the figures; the source last.
pub(in crate::view::groups) fn footnotes(field: &Field, grid: &Grid, source: &str, lang: Lang) -> Vec<String> {
    let dataset = field.dataset;
    let mut told = vec![field.about.definition.get(lang).to_owned()];
    if let Some((first, second)) = field.pair {
        let (first, second) = (in_sentence(field.name(first)), in_sentence(field.name(second)));
        told.push(match lang {
            Lang::Sv => format!(
                "Skillnaden är {first} minus {second}. Intervallet visar var den verkliga skillnaden kan ligga: når det noll kan den vara slump. Av bara slump blir ungefär ett av 20 läsår mer än så."
            ),
            Lang::En => format!(
                "The difference is {first} minus {second}. The interval shows where the true difference may lie: where it reaches zero, it may be chance. By chance alone about one school year in 20 is more than that."
            ),
        });
    }
    let (focus, to) = (field.selection.focus, field.selection.to);
    let others = field.schools().into_iter().filter(|school| *school != focus);
    if field.pair.is_some_and(|pair| others.into_iter().any(|school| field.two(school, to, pair).gap.is_some())) {
        told.push(notes::among_many(lang).to_owned());
    }
    if field.dim == Dim::EntryBand {
        told.push(
            lang.pick(
                "Ingångsmeriten är meritvärdet från årskurs 9, i band.",
                "The entry score is that of year 9, in bands.",
            )
            .to_owned(),
        );
    }
    if field.groups.iter().any(|(code, _)| names::is_unknown(dataset, field.dim, *code)) {
        told.push(
            lang.pick(
                "Elever utan uppgift är en egen grupp, uppgift saknas, och räknas inte till någon av de andra.",
                "Pupils of whom it is not stated are a group of their own, and count in none of the others.",
            )
            .to_owned(),
        );
    }
    told.extend(breaks::notes(dataset, grid, field.indicator, lang));
    told.extend(hidden(field, lang));
    told.push(
        lang.pick(
            "Grupper jämförs här, inte orsaker: en skillnad säger inte varför den finns, och inget om en enskild elev.",
            "Groups are compared here, not causes: a difference does not say why it is there, and nothing about a single pupil.",
        )
        .to_owned(),
    );
    told.push(notes::source(dataset, source, lang));
    told
}

/// How many of the values in the figures and tables are withheld, and by whom.
fn hidden(field: &Field, lang: Lang) -> Vec<String> {
    let (focus, to) = (field.selection.focus, field.selection.to);
    let mut places = set(field.groups.iter().map(|(group, _)| (focus, to, *group)));
    for group in field.pair.into_iter().flat_map(|(first, second)| [first, second]) {
        places.extend(field.years().into_iter().map(|year| (focus, year, group)));
        places.extend(field.schools().into_iter().map(|school| (school, to, group)));
    }
    let values = || places.iter().map(|&(school, year, group)| field.value(school, year, group));
    let partial = places.iter().filter(|&&(school, year, group)| {
        field.value(school, year, group).shown().is_some()
            && field.left_out(school, year, group).of(Missing::WithheldInSource) > 0
    });
    notes::hidden(&mut values().map(|value| value.state()), partial.count(), lang)
}
