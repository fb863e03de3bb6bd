//! Jämför: does the school in focus differ from the others by more than chance?

mod field;
mod footnotes;
pub mod lens;
mod limits;
mod order;
mod outside;
mod pair;
mod say;
mod spread;
mod table;

use crate::data::{Dim, Indicator, Lang};
use crate::disclose::{Protected, State, Withheld};
use crate::query::Selection;
use crate::stats::funnel::Place;
use crate::view::beside::Beside;
use crate::view::format::written;
use crate::view::model::{CaterpillarChart, FunnelChart, FunnelWords, Level, Mark, Out, School};
use crate::view::screen::{Compare, Lens};
use crate::view::{series, targets, window, words};
use field::{Field, Found, Placing};
use footnotes::{footnotes, no_spread};

pub use pair::pair;

/// All schools of the file at the last chosen year: funnel, interval plot, distribution, sentences and table of one indicator. The chosen schools keep
/// their colours; the others recede. `source` names the files.
pub fn compare(dataset: &Protected, selection: &Selection, indicator: usize, source: &str, lang: Lang) -> Compare {
    through(dataset, selection, (indicator, Lens::Values), source, lang)
}

/// The same through a lens; plainly, where these schools cannot be seen through it.
pub fn through(
    dataset: &Protected,
    selection: &Selection,
    (indicator, lens): (usize, Lens),
    source: &str,
    lang: Lang,
) -> Compare {
    let field = Field::new(dataset, selection, (indicator, lens));
    let about = &dataset.profile.indicators[indicator];
    let title = about.name.get(lang).to_owned();
    let say = say::say(dataset, selection, &field, indicator, lang);
    let wide = field.lens() == Lens::Wider;
    let schools: Vec<School> =
        field.schools.iter().map(|found| school(dataset, selection, (found, wide), about, lang)).collect();
    let schools = lens::draw_in(schools, &field, about);
    let centre = field.centre.map(|value| level(value, about, lang));
    let axis = series::axis(about, lang);
    let empty = empty(&field, lang).to_owned();
    let target = targets::of_year(dataset, selection.to, indicator, lang);
    let beside = Beside::of(dataset, selection, lang);
    let of_place = beside.as_ref().map(|beside| (beside.place(), beside.of_year(selection.to, indicator, lang)));
    let place = of_place.as_ref().and_then(|(_, (level, _))| level.clone());
    let levels = [centre.clone(), place.clone(), target.clone()];
    let no_spread = no_spread(dataset, &field, &title, lang);
    let (footnotes, limits) =
        (footnotes(dataset, selection, &field, (indicator, source), lang), outside::limits(&field, lang));
    let lenses = lens::offered(&field, &schools);
    let most = schools.iter().map(|school| school.pupils).max().unwrap_or(0);
    let plain = Compare {
        indicator,
        heading: say::heading(dataset, selection, &field, lang),
        strip: spread::spread(&title, (&axis, &schools), levels, about, (&empty, lang)),
        funnel: FunnelChart {
            title: title.clone(),
            spoken: format!("{} {title}. {say}", lang.pick("Trattdiagram.", "Funnel chart.")),
            axis: axis.clone(),
            schools: schools.clone(),
            across: None,
            centre: centre.clone(),
            place: place.clone(),
            spread: field.spread,
            curves: field.limits.as_ref().and_then(|limits| limits.curves(most)),
            words: FunnelWords {
                pupils: lang.pick("Antal elever", "Number of pupils").to_owned(),
                inner: lang.pick("95\u{a0}%", "95%").to_owned(),
                outer: lang.pick("99,8\u{a0}%", "99.8%").to_owned(),
                withheld: Mark::hidden_word(schools.iter().map(|school| school.mark), lang),
                empty: empty.clone(),
            },
        },
        rows: CaterpillarChart {
            spoken: format!("{} {title}. {say}", lang.pick("Intervalldiagram.", "Interval chart.")),
            title: title.clone(),
            axis,
            schools,
            centre,
            place,
            target,
            has_lens: false,
            empty,
            some: lang
                .pick(
                    "{drawn} av {all} skolor ritas: de valda och de som står närmast i listan. Alla står i tabellen.",
                    "{drawn} of {all} schools are drawn: those chosen and those nearest in the list. All are in the table.",
                )
                .to_owned(),
        },
        place: of_place.map(|(place, (_, row))| (place, row)),
        table: table::table(dataset, selection, &field, about, lang),
        spread_footnotes: footnotes.iter().filter(|note| Some(*note) != limits.as_ref()).cloned().collect(),
        footnotes,
        axis_note: series::axis_note(about, lang),
        no_spread,
        lens: field.lens(),
        lenses,
        is_by_value: false,
        name: title,
        say,
    };
    match lens {
        Lens::Evened => plain.drawn_in(about, lang),
        Lens::Pairwise => plain.in_pairs(&field, about, lang),
        _ => plain,
    }
}

fn school(
    dataset: &Protected,
    selection: &Selection,
    (found, wide): (&Found, bool),
    about: &Indicator,
    lang: Lang,
) -> School {
    let name = dataset.name(Dim::School, found.school).to_owned();
    let state = found.spot.value.state();
    let instead = match state {
        State::Shown(_) => String::new(),
        State::Withheld(why) => words::withheld(why, lang),
        State::Missing if found.spot.split => window::not_together(lang).to_owned(),
        State::Missing => words::missing(lang).to_owned(),
    };
    let when = window::name(dataset, selection, selection.to);
    let mut spoken = series::spoken(&found.spot, about, (&name, &when), lang);
    if let Some(place) = say::place(found.placing, wide, lang) {
        spoken = spoken + ", " + place;
    }
    School {
        short: series::short_name(&name),
        role: found.role,
        is_chosen: found.is_chosen,
        mark: series::mark(state, about),
        pupils: found.spot.value.shown().map_or(0, |estimate| estimate.pupils),
        out: match found.placing {
            Placing::At(Place::FarBelow | Place::FarAbove) => Out::Outer,
            Placing::At(Place::Below | Place::Above) => Out::Inner,
            _ => Out::No,
        },
        drawn_in: None,
        instead,
        spoken,
        name,
    }
}

/// The line of all schools shown.
fn level(value: f64, about: &Indicator, lang: Lang) -> Level {
    let text = say::centre(value, about, lang);
    Level {
        value: written(value, about.decimals),
        label: format!("{} {text}", lang.pick("Alla visade", "All shown")),
        short: format!("{} {text}", lang.pick("Alla", "All")),
    }
}

/// What stands in place of a chart without values.
fn empty(field: &Field, lang: Lang) -> &'static str {
    let states = field.schools.iter().map(|found| found.spot.value.state());
    let is_withheld = |state: &State| matches!(state, State::Withheld(why) if !matches!(why, Withheld::Within(..)));
    let withheld = states.filter(is_withheld).count();
    if withheld > 0 && withheld == field.schools.len() {
        lang.pick("Alla värden är dolda", "All values are withheld")
    } else {
        lang.pick("Inget värde att visa", "No value to show")
    }
}
