//! Changes in sentences.

use super::found::Found;
use crate::data::{Dataset, Dim, Lang};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::grid::Grid;
use crate::view::{breaks, last, window, words};

/// The last value of the school in focus, and how far it is from the base year's.
pub(super) fn say(
    dataset: &Protected,
    grid: &Grid,
    selection: &Selection,
    (indicator, base): (usize, u16),
    lang: Lang,
) -> String {
    let since = window::name(dataset, selection, base);
    let last = last::last_value(dataset, grid, selection, indicator, lang);
    let (first, later) = (base.min(selection.to), base.max(selection.to));
    let cannot = || format!("{} {since}:", lang.pick("Det går inte att jämföra med", "It cannot be compared with"));
    let more = match Found::new(dataset, grid, (0, indicator), base, selection.to) {
        Found::Base(_) => lang
            .pick(
                "Det är basåret. Välj ett senare sista läsår, eller ett annat basår.",
                "That is the base year. Choose a later last school year, or another base year.",
            )
            .to_owned(),
        Found::Change { .. } => last::against(dataset, grid, selection, (indicator, &[base]), lang).join(" "),
        Found::NoValue(_) => return last,
        Found::NoBase => no_base(dataset, grid, (indicator, base), lang).into_iter().next().unwrap_or_default(),
        Found::Overlap => format!("{} {}", cannot(), lang.pick("de delar läsår.", "they share school years.")),
        Found::Broken => {
            let reason = breaks::between(dataset, grid, (0, indicator), (first, later), lang);
            format!("{} {}", cannot(), reason.unwrap_or_default())
        }
    };
    format!("{last} {more}")
}

/// The schools of which no change can be told, because their value of the base year is not shown.
pub(super) fn no_base(dataset: &Dataset, grid: &Grid, (indicator, base): (usize, u16), lang: Lang) -> Vec<String> {
    let since = window::name(dataset, &grid.selection, base);
    let told = |school: usize| {
        let name = dataset.name(Dim::School, grid.schools[school]);
        let spot = grid.spot(school, base, indicator);
        Some(match (spot.value.state(), lang) {
            (State::Shown(_), _) => return None,
            (State::Withheld(why), Lang::Sv) => {
                format!(
                    "{name}: värdet för basåret {since} är {}, så ingen ändring kan visas.",
                    words::withheld(why, lang)
                )
            }
            (State::Withheld(why), Lang::En) => {
                format!(
                    "{name}: the value of the base year {since} is {}, so no change can be shown.",
                    words::withheld(why, lang)
                )
            }
            (State::Missing, _) if spot.split => format!("{name}: {since} {}.", window::not_together(lang)),
            (State::Missing, Lang::Sv) => {
                format!("{name}: värde för basåret {since} saknas, så ingen ändring kan visas.")
            }
            (State::Missing, Lang::En) => {
                format!("{name}: there is no value for the base year {since}, so no change can be shown.")
            }
        })
    };
    // Many schools without it are counted, not listed.
    let all: Vec<String> = (0..grid.schools.len()).filter_map(told).collect();
    let listed = all.len().min(LISTED);
    let more = (all.len() > listed).then(|| {
        let more = all.len() - listed;
        match lang {
            Lang::Sv => format!("Detsamma gäller {more} skolor till."),
            Lang::En => format!("The same is true of {more} more schools."),
        }
    });
    all.into_iter().take(LISTED).chain(more).collect()
}

/// Most schools without a base year that are told by name.
const LISTED: usize = 5;
