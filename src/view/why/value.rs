//! Why the value of a whole school is what it is.

use super::facts::{Facts, judged};
use crate::data::{Indicator, Kind, Lang, Unit};
use crate::disclose::{Protected, State};
use crate::query::Estimate;
use crate::stats::{Difference, Verdict, power};
use crate::view::format::{count, number};
use crate::view::grid::{Grid, Spot, key};
use crate::view::screen::Why;
use crate::view::{absent, breaks, window, words};

/// What can be said of the change since the year before.
pub(crate) struct Since {
    /// The change, where it can be told, and whether it is more than chance.
    pub(crate) difference: Option<(Difference, Verdict)>,
    /// Why the two years cannot be compared, where that is so.
    pub(crate) broken: Option<String>,
}

/// The value of a school in the last year, with its change since the year before. It may be the first of the grid because it was pointed
/// at: then it is one of many.
pub(super) fn of_card(
    dataset: &Protected,
    grid: &Grid,
    (index, is_one_of_many): (usize, bool),
    source: &str,
    lang: Lang,
) -> Why {
    let to = grid.selection.to;
    let broken = grid.before.and_then(|before| breaks::between(dataset, grid, (0, index), (before, to), lang));
    let earlier = grid.before.filter(|_| broken.is_none()).map(|before| grid.spot(0, before, index).value);
    let now = grid.spot(0, to, index).value;
    let difference = earlier.and_then(|earlier| Some((now.above(&earlier)?, now.judged(&earlier, is_one_of_many)?)));
    of_value(dataset, grid, index, &Since { difference, broken }, source, lang)
}

/// Definition, pupils, the years put together, interval, change, what the number can show, rows, rule, source.
pub(crate) fn of_value(dataset: &Protected, grid: &Grid, index: usize, since: &Since, source: &str, lang: Lang) -> Why {
    let (selection, about) = (&grid.selection, &dataset.profile.indicators[index]);
    let spot = grid.spot(0, selection.to, index);
    let mut facts = Facts::of(dataset, about, lang);
    let years = years(dataset, grid, index, lang);
    match spot.value.state() {
        State::Shown(estimate) => {
            let together = window::and_together(selection.pooled, lang);
            facts.add(lang.pick("Elever", "Pupils"), format!("{}{together}", count(estimate.pupils, lang)));
            facts.add_if(lang.pick("Läsår för läsår", "Year by year"), years);
            facts.interval(&estimate);
            let judged = since.difference.map(|difference| judged(about, difference, lang));
            let cannot = lang.pick("Går inte att jämföra.", "Cannot be compared.");
            let from =
                format!("{} {}", lang.pick("Ändring från", "Change from"), window::the_before(selection.pooled, lang));
            facts.add_if(&from, since.broken.as_ref().map(|reason| format!("{cannot} {reason}")).or(judged));
            facts.add_if(
                lang.pick("Vad antalet kan visa", "What the number can show"),
                can_show(about, &estimate, selection.pooled, lang),
            );
        }
        State::Missing => {
            let split = breaks::within(dataset, grid, (0, index), selection.to, lang).filter(|_| spot.split);
            let split = split.map(|reason| format!("{}: {reason}", words::sentence_case(window::not_together(lang))));
            let text = split.unwrap_or_else(|| absent::why(dataset, selection, lang));
            facts.add(lang.pick("Saknas", "Missing"), text);
            facts.add_if(lang.pick("Läsår för läsår", "Year by year"), years);
        }
        State::Withheld(why) => {
            facts.withheld(why);
            facts.add_if(lang.pick("Läsår för läsår", "Year by year"), years);
        }
    }
    facts.end(&[("", &spot)], source, spot.number(about, lang))
}

/// Where school years are put together, what each of them rests on: `2022/23: 87,4 %, 132 elever; 2023/24: …`
fn years(dataset: &Protected, grid: &Grid, index: usize, lang: Lang) -> Option<String> {
    let selection = &grid.selection;
    let about = &dataset.profile.indicators[index];
    let (first, last) = window::ends(dataset, selection, selection.to).filter(|(first, last)| first != last)?;
    let all = (0..=selection.to)
        .filter(|&year| window::year_of(dataset, year).is_some_and(|year| first <= year && year <= last));
    let one = |year: u16| {
        let single = crate::disclose::Key { pooled: 0, ..key(selection, selection.focus, year) };
        let spot = Spot::new(dataset.at(single), index);
        format!("{}: {}", dataset.name(crate::data::Dim::Year, year), super::facts::stated(&spot, about, lang))
    };
    Some(words::full_stop(&all.map(one).collect::<Vec<_>>().join("; ")))
}

/// The smallest change that two years (or periods) of this size would usually show, rounded up to whole percentage points or tenths.
fn can_show(indicator: &Indicator, estimate: &Estimate, pooled: u8, lang: Lang) -> Option<String> {
    let pupils = estimate.pupils as f64;
    let smallest = match indicator.kind {
        Kind::Share => power::detectable_share(estimate.value / 100.0, pupils)? * 100.0,
        Kind::Mean => power::detectable_mean(estimate.sd()?, pupils)?,
    };
    if smallest <= 0.0 || smallest > indicator.highest - indicator.lowest {
        return None;
    }
    let size = match indicator.unit {
        Unit::Percent => format!(
            "{}\u{a0}{}",
            number(smallest.max(1.0).ceil(), 0, lang),
            lang.pick("procentenheter", "percentage points")
        ),
        Unit::Points => number((smallest * 10.0).ceil() / 10.0, 1, lang),
    };
    let pupils = words::pupils(estimate.pupils, lang);
    let each = if pooled > 0 { lang.pick("i varje period", "in each period") } else { lang.pick("per år", "a year") };
    Some(match lang {
        Lang::Sv => format!("Med {pupils} {each} upptäcks en verklig ändring oftast bara om den är minst {size}."),
        Lang::En => format!("With {pupils} {each}, a real change usually shows only if it is at least {size}."),
    })
}
