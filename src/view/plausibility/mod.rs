//! Indicators: the scale that each was held against, and how many values are used and missing. No smallest or largest value is shown:
//! they are those of single pupils.

mod columns;
mod repeated;

use crate::data::{Indicator, Kind, Lang, Missing, Shape, Unit};
use crate::disclose::{ALL, Protected, Withheld};
use crate::ingest::Report;
use crate::query::{Account, accounts};
use crate::view::bounds;
use crate::view::format::{NBSP, count, number};
use crate::view::panel::{Folded, List, Panel};
use crate::view::screen::{Number, Table, TableCell, TableRow};
use crate::view::share::share;
use crate::view::words;

/// Adds up what became of the values of each indicator.
pub fn plausibility(dataset: &Protected, report: &Report, lang: Lang) -> Panel {
    let accounts = accounts(dataset);
    let lists = [
        List::of("", columns::notes(dataset, report, &accounts, lang)),
        List::of("", bounds::counted(dataset, lang).into_iter().collect()),
        List::of(lang.pick("Upprepade rader", "Repeated rows"), repeated::sentences(report, lang)),
    ];
    Panel {
        id: "h-rimlighet",
        heading: lang.pick("Indikatorer", "Indicators").to_owned(),
        say: say(dataset.shape, lang),
        lists: lists.into_iter().flatten().collect(),
        table: Some(Folded {
            table: table(dataset, &accounts, lang),
            marked: Vec::new(),
            open: true,
            more: String::new(),
        }),
        ..Panel::default()
    }
}

/// One row per indicator; after the values that are used, one column per reason that some are missing for.
fn table(dataset: &Protected, accounts: &[Account], lang: Lang) -> Table {
    let is_met = |reason: &Missing| accounts.iter().any(|account| account.missing[reason.index()] > 0);
    let reasons: Vec<Missing> = Missing::ALL.into_iter().filter(is_met).collect();
    let used = match dataset.shape {
        Shape::PupilRows => lang.pick("Elever med värde", "Pupils with a value"),
        Shape::Aggregated => lang.pick("Rader med värde", "Rows with a value"),
    };
    let captions = [lang.pick("Indikator och skala", "Indicator and scale"), used].into_iter();
    // Of aggregated rows it is groups that are counted, not pupils.
    let withheld = |index: usize| match dataset.shape {
        Shape::PupilRows => dataset.spot(ALL, &[]).and_then(|all| all.base(index).get().err().flatten()),
        Shape::Aggregated => None,
    };
    let row = |(index, (indicator, account)): (usize, (&Indicator, &Account))| TableRow {
        heading: format!("{}, {}", indicator.name.get(lang), scale(indicator, dataset.shape, lang)),
        focus: false,
        cells: cells(account, &reasons, withheld(index), lang),
    };
    Table {
        caption: lang.pick("Värden per indikator", "Values per indicator").to_owned(),
        columns: captions.chain(reasons.iter().map(|reason| because(*reason, lang))).map(str::to_owned).collect(),
        breaks: Vec::new(),
        rows: dataset.profile.indicators.iter().zip(accounts).enumerate().map(row).collect(),
    }
}

fn cells(account: &Account, reasons: &[Missing], withheld: Option<Withheld>, lang: Lang) -> Vec<TableCell> {
    let cell = |values: u64| match withheld {
        None => TableCell {
            number: Number::Shown(count(values, lang)),
            sub: if values > 0 { share(values, account.rows(), lang) } else { String::new() },
        },
        // What is missing would tell, with the number of rows, how many are not.
        Some(why) => TableCell { number: Number::Withheld(words::withheld(why, lang)), sub: String::new() },
    };
    std::iter::once(account.used)
        .chain(reasons.iter().map(|reason| account.missing[reason.index()]))
        .map(cell)
        .collect()
}

fn say(shape: Shape, lang: Lang) -> String {
    let held = lang.pick(
        "Varje värde har hållits mot sin skala. Det som ligger utanför räknas som saknat.",
        "Every value was held against its scale. What lies outside counts as missing.",
    );
    let why = match shape {
        Shape::PupilRows => lang.pick(
            " Lägsta och högsta värde visas inte, för de är enskilda elevers.",
            " The lowest and the highest value are not shown, because they are single pupils’.",
        ),
        Shape::Aggregated => "",
    };
    format!("{held}{why}")
}

/// `0–100 %`; of pupil rows a share is a yes or a no.
fn scale(indicator: &Indicator, shape: Shape, lang: Lang) -> String {
    if shape == Shape::PupilRows && indicator.kind == Kind::Share {
        return lang.pick("Ja eller Nej", "Yes or no").to_owned();
    }
    let limit = |value: f64| number(value, if value.fract().abs() > 0.0 { indicator.decimals } else { 0 }, lang);
    let limits = format!("{}–{}", limit(indicator.lowest), limit(indicator.highest));
    match (indicator.unit, lang) {
        (Unit::Percent, Lang::Sv) => format!("{limits}{NBSP}%"),
        (Unit::Percent, Lang::En) => format!("{limits}%"),
        (Unit::Points, _) => limits,
    }
}

fn because(reason: Missing, lang: Lang) -> &'static str {
    match reason {
        Missing::Blank => lang.pick("Tomma", "Empty"),
        Missing::WithheldInSource => lang.pick("Dolda i källan", "Withheld in the source"),
        Missing::Bounded => lang.pick("Bara en gräns i källan", "Only a bound in the source"),
        Missing::NotApplicable => lang.pick("Ej tillämpliga", "Not applicable"),
        Missing::Unreadable => lang.pick("Gick inte att läsa", "Unreadable"),
        Missing::OutOfRange => lang.pick("Utanför skalan", "Outside the scale"),
    }
}

#[cfg(test)]
mod tests;
