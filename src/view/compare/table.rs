//! The comparison as a table: one row per school.

use super::field::{Field, Found, Placing};
use super::say;
use crate::data::{Dataset, Dim, Indicator, Lang};
use crate::query::Selection;
use crate::stats::funnel::Place;
use crate::view::format::count;
use crate::view::model::Role;
use crate::view::screen::{Lens, Number, Table, TableCell, TableRow};
use crate::view::{window, words};

/// School, value, interval, pupils, and where it lies.
pub(super) fn table(dataset: &Dataset, selection: &Selection, field: &Field, about: &Indicator, lang: Lang) -> Table {
    let name = about.name.get(lang);
    let caption = format!("{name} {}", window::name(dataset, selection, selection.to)).trim_end().to_owned();
    let caption = caption + &window::and_together(selection.pooled, lang);
    Table {
        caption: format!("{caption} {}, {}", lang.pick("per skola", "by school"), words::in_unit(about, lang)),
        columns: vec![
            Dim::School.name(lang).to_owned(),
            name.to_owned(),
            words::interval_name(lang).to_owned(),
            lang.pick("Elever", "Pupils").to_owned(),
            match field.lens() {
                Lens::Wider => lang.pick("Jämfört med det vanliga", "Compared with what is usual"),
                _ => lang.pick("Jämfört med slumpen", "Compared with chance"),
            }
            .to_owned(),
        ],
        breaks: Vec::new(),
        rows: field.schools.iter().map(|found| row(dataset, (found, field.lens()), about, lang)).collect(),
    }
}

fn row(dataset: &Dataset, (found, lens): (&Found, Lens), about: &Indicator, lang: Lang) -> TableRow {
    let none = || Number::Missing("–".to_owned());
    let shown = found.spot.value.shown();
    let interval = shown.and_then(|estimate| estimate.interval);
    let sub = match found.placing {
        Placing::At(Place::Below) => lang.pick("under 95\u{a0}%\u{2011}området", "below the 95% region"),
        Placing::At(Place::Above) => lang.pick("över 95\u{a0}%\u{2011}området", "above the 95% region"),
        _ => "",
    };
    let place = match (say::place(found.placing, lens == Lens::Wider, lang), found.placing) {
        (Some(text), Placing::At(_)) => Number::Shown(text.to_owned()),
        (Some(text), _) => Number::Missing(text.to_owned()),
        (None, _) => none(),
    };
    let numbers = [
        found.spot.number(about, lang),
        interval.map_or_else(none, |interval| Number::Shown(words::limits(interval, about, lang))),
        shown.map_or_else(none, |estimate| Number::Shown(count(estimate.pupils, lang))),
        place,
    ];
    let subs = ["", "", "", sub];
    let cell = |(number, sub): (Number, &str)| TableCell { number, sub: sub.to_owned() };
    TableRow {
        heading: dataset.name(Dim::School, found.school).to_owned(),
        focus: found.role == Role::Focus,
        cells: numbers.into_iter().zip(subs).map(cell).collect(),
    }
}
