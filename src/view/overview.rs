//! Läget: where the school in focus stands.

use crate::data::{Dataset, Dim, Lang};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::stats::Verdict;
use crate::view::breaks;
use crate::view::card::card;
use crate::view::grid::{Grid, Spot};
use crate::view::leaving::Leaving;
use crate::view::matrix::{matrix, minis};
use crate::view::screen::Overview;
use crate::view::{absent, notes, wayout, window, words};

/// The focus school's cards for the last chosen year, and the chosen schools side by side. `source` names the files.
pub fn overview(dataset: &Protected, selection: &Selection, source: &str, lang: Lang) -> Overview {
    let grid = Grid::new(dataset, selection);
    let year = window::name(dataset, selection, selection.to);
    let heading = format!("{} {year}", dataset.name(Dim::School, selection.focus)).trim_end().to_owned();
    let indicators = 0..dataset.profile.indicators.len();
    let mut footnotes = notes::withheld(&grid, &[selection.to], indicators.clone(), &[], lang);
    footnotes.extend(notes::no_spread(dataset, (&grid, &[selection.to]), indicators.clone(), lang));
    let is_told = |school: usize, index: usize| {
        let value = |year| grid.spot(school, year, index).value;
        grid.before.is_some_and(|before| value(selection.to).above(&value(before)).is_some())
    };
    let others = (1..grid.schools.len()).flat_map(|school| indicators.clone().map(move |index| (school, index)));
    footnotes.extend(
        others.into_iter().any(|(school, index)| is_told(school, index)).then(|| notes::among_many(lang).to_owned()),
    );
    footnotes.extend(window::note(selection.pooled, false, lang));
    footnotes.push(notes::source(dataset, source, lang));
    let together = window::and_together(selection.pooled, lang);
    let with_year = |text: &str| if year.is_empty() { text.to_owned() } else { format!("{text}, {year}{together}") };
    Overview {
        heading,
        lead: lead(dataset, &grid, selection, lang),
        cards: indicators.map(|indicator| card(dataset, &grid, selection, indicator, source, lang)).collect(),
        matrix: matrix(dataset, &grid, selection, lang),
        minis: minis(dataset, &grid, lang),
        matrix_heading: with_year(if grid.schools.len() > 1 {
            lang.pick("Skolorna bredvid varandra", "The schools side by side")
        } else {
            lang.pick("Skolan i en tabell", "The school in a table")
        }),
        matrix_say: if grid.schools.len() > 1 { notes::no_league(lang).to_owned() } else { String::new() },
        footnotes,
    }
}

/// The matrix, for the attack: everything of the urval, and the values just before, of which its changes are made.
pub fn leave<'a>(leaving: Leaving<'a>, dataset: &Protected, selection: &Selection) -> Leaving<'a> {
    let before = window::before(dataset, selection, selection.to);
    let from = before.map_or(selection.from, |before| before.min(selection.from));
    leaving.urval(&Selection { from, since: None, ..selection.clone() })
}

/// What has changed since the year before, and whether it is more than chance.
fn lead(dataset: &Protected, grid: &Grid, selection: &Selection, lang: Lang) -> String {
    let indicators = &dataset.profile.indicators;
    let now: Vec<Spot> = (0..indicators.len()).map(|index| grid.spot(0, selection.to, index)).collect();
    if now.iter().all(|spot| matches!(spot.value.state(), State::Withheld(_))) {
        return wayout::all_withheld(dataset, selection, lang);
    }
    if now.iter().any(|spot| spot.split) && now.iter().all(|spot| spot.value.shown().is_none()) {
        let years = window::name(dataset, selection, selection.to);
        let reasons: Vec<String> =
            (0..now.len()).filter_map(|index| breaks::within(dataset, grid, (0, index), selection.to, lang)).collect();
        let reason = reasons.first().map_or("", String::as_str);
        return format!("{years} {}: {reason}", window::not_together(lang));
    }
    if now.iter().all(|spot| spot.value.state() == State::Missing) {
        return absent::nothing(dataset, selection, lang).unwrap_or_else(|| nothing(dataset, selection, lang));
    }
    let Some(before) = grid.before else { return no_year_before(dataset, selection, false, lang) };
    let the_before = window::the_before(selection.pooled, lang);
    let mut sentences = Vec::new();
    let (mut maybe_chance, mut too_few, mut unchanged) = (Vec::new(), Vec::new(), Vec::new());
    let mut broken: Vec<(String, Vec<String>)> = Vec::new();
    for (index, indicator) in indicators.iter().enumerate() {
        let value = grid.spot(0, selection.to, index).value;
        let earlier = grid.spot(0, before, index).value;
        let reason = breaks::between(dataset, grid, (0, index), (before, selection.to), lang);
        if let Some(reason) = reason.filter(|_| value.shown().is_some()) {
            let name = words::in_sentence(indicator.name.get(lang));
            match broken.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, names)) => names.push(name),
                None => broken.push((reason, vec![name])),
            }
            continue;
        }
        let (Some(estimate), Some(difference)) = (value.shown(), value.above(&earlier)) else { continue };
        match difference.verdict() {
            _ if words::is_unchanged(difference.estimate, indicator) => {
                unchanged.push(words::in_sentence(indicator.name.get(lang)));
            }
            Verdict::MayBeChance => maybe_chance.push(words::in_sentence(indicator.name.get(lang))),
            // Breaks have been told above.
            Verdict::TooFewPupils | Verdict::NotComparable => {
                too_few.push(words::in_sentence(indicator.name.get(lang)));
            }
            Verdict::MoreThanChance => {
                let name = indicator.name.get(lang);
                let (value, change) = (
                    words::value(estimate.value, indicator, lang),
                    words::change(difference.estimate, indicator, lang),
                );
                let smaller = earlier.shown().map_or(estimate.pupils, |earlier| earlier.pupils.min(estimate.pupils));
                let end = words::change_judged(difference, smaller, indicator, lang);
                sentences.push(match lang {
                    Lang::Sv => format!("{name} är {value}, {change} än {the_before}{end}"),
                    Lang::En => format!("{name} is {value}, {change} than {the_before}{end}"),
                });
            }
        }
    }
    sentences.extend(may_be_chance(&maybe_chance, the_before, lang));
    sentences.extend(too_few_pupils(&too_few, the_before, lang));
    sentences.extend((!unchanged.is_empty()).then(|| {
        let listed = words::listed(&unchanged, lang);
        match lang {
            Lang::Sv => format!("Ingen ändring i {listed} sedan {the_before}."),
            Lang::En => format!("No change in {listed} since {the_before}."),
        }
    }));
    sentences.extend(broken.iter().map(|(reason, names)| {
        let names = words::sentence_case(&words::listed(names, lang));
        format!("{names} {}", breaks::not_with_before(reason, selection.pooled, lang))
    }));
    if sentences.is_empty() {
        return no_year_before(dataset, selection, true, lang);
    }
    let together = window::together(selection.pooled, lang).map(|words| words::full_stop(&words::sentence_case(words)));
    together.into_iter().chain(sentences).collect::<Vec<_>>().join(" ")
}

fn may_be_chance(names: &[String], before: &str, lang: Lang) -> Option<String> {
    let listed = words::listed(names, lang);
    match (names.len(), lang) {
        (0, _) => None,
        (1, Lang::Sv) => Some(format!("Ändringen i {listed} sedan {before} kan vara slump.")),
        (1, Lang::En) => Some(format!("The change in {listed} since {before} may be chance.")),
        (_, Lang::Sv) => Some(format!("Ändringarna i {listed} sedan {before} kan vara slump.")),
        (_, Lang::En) => Some(format!("The changes in {listed} since {before} may be chance.")),
    }
}

fn too_few_pupils(names: &[String], before: &str, lang: Lang) -> Option<String> {
    let listed = words::listed(names, lang);
    match (names.len(), lang) {
        (0, _) => None,
        (1, Lang::Sv) => Some(format!("Eleverna är för få för att säga något om ändringen i {listed} sedan {before}.")),
        (1, Lang::En) => Some(format!("There are too few pupils to tell of the change in {listed} since {before}.")),
        (_, Lang::Sv) => {
            Some(format!("Eleverna är för få för att säga något om ändringarna i {listed} sedan {before}."))
        }
        (_, Lang::En) => Some(format!("There are too few pupils to tell of the changes in {listed} since {before}.")),
    }
}

/// There is a value, but none of the year before to hold it against: it cannot be shown, or is not in the files at all.
fn no_year_before(dataset: &Dataset, selection: &Selection, is_there: bool, lang: Lang) -> String {
    let the_before = window::the_before(selection.pooled, lang);
    match (window::name_before(dataset, selection, selection.to), lang) {
        (Some(before), Lang::Sv) if is_there => {
            format!("Inget värde för {before} kan visas, så ändringen sedan {the_before} går inte att säga.")
        }
        (Some(before), Lang::En) if is_there => {
            format!("No value for {before} can be shown, so the change since {the_before} cannot be told.")
        }
        (Some(before), Lang::Sv) => format!("{before} finns inte i underlaget, så här visas inga ändringar."),
        (Some(before), Lang::En) => format!("{before} is not in the data, so no changes are shown here."),
        (None, Lang::Sv) => "Filen säger inte vilket läsår det gäller, så ingen ändring kan visas.".to_owned(),
        (None, Lang::En) => "The file does not say which school year it is, so no change can be shown.".to_owned(),
    }
}

/// There are rows, but none has a value.
fn nothing(dataset: &Dataset, selection: &Selection, lang: Lang) -> String {
    let school = dataset.name(Dim::School, selection.focus);
    let year = window::name(dataset, selection, selection.to);
    match lang {
        Lang::Sv => format!("Det finns inga värden för {school} {year}. Välj ett annat läsår eller en annan skola."),
        Lang::En => format!("There are no values for {school} in {year}. Choose another school year or school."),
    }
}
