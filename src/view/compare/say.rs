//! The comparison in sentences, which say no more than the limits do.

use super::field::{Field, Found, Placing};
use super::outside;
use crate::data::{Dataset, Dim, Indicator, Kind, Lang, Unit};
use crate::disclose::{Protected, State};
use crate::query::{Estimate, Selection};
use crate::stats::funnel::Place;
use crate::view::format::{NBSP, number};
use crate::view::model::Role;
use crate::view::screen::Lens;
use crate::view::{absent, notes, targets, window, words};

/// Whether the school in focus differs, as a heading; where it cannot be told, the school and its year.
pub(super) fn heading(dataset: &Dataset, selection: &Selection, field: &Field, lang: Lang) -> String {
    let name = dataset.name(Dim::School, selection.focus);
    let year = window::name(dataset, selection, selection.to);
    let differs = match focus(field).map(|found| (outside::is_far(found), found.placing)) {
        Some((true, _)) if is_wide(field) => {
            lang.pick("skiljer sig mer än skolor brukar", "differs more than schools usually do")
        }
        Some((_, Placing::At(_))) if is_wide(field) => {
            lang.pick("skiljer sig inte mer än skolor brukar", "differs no more than schools usually do")
        }
        Some((true, _)) => lang.pick("skiljer sig från de andra", "differs from the others"),
        Some((_, Placing::At(_))) => {
            lang.pick("skiljer sig inte säkert från de andra", "does not clearly differ from the others")
        }
        _ => &year,
    };
    format!("{name} {differs}").trim_end().to_owned()
}

/// The focus school's value beside the centre, whether the difference is chance, and how many schools lie far out.
pub(super) fn say(dataset: &Protected, selection: &Selection, field: &Field, indicator: usize, lang: Lang) -> String {
    let about = &dataset.profile.indicators[indicator];
    let name = dataset.name(Dim::School, selection.focus);
    let year = &window::name(dataset, selection, selection.to);
    let mut sentences = Vec::new();
    if let Some(found) = focus(field) {
        match found.spot.value.state() {
            State::Shown(estimate) => {
                let year = &format!("{year}{}", window::and_together(selection.pooled, lang));
                sentences.push(value(name, year, &estimate, field, about, lang));
                sentences.push(judged(dataset, (found.placing, about.kind), &estimate, field, lang));
                // A target is for one school year.
                if selection.pooled == 0 {
                    sentences.extend(targets::say(dataset, (name, selection.to), &found.spot.value, indicator, lang));
                }
            }
            State::Withheld(why) => sentences.push(words::is_withheld(name, year, why, lang)),
            State::Missing if found.spot.split => {
                sentences.push(format!("{year} {}.", window::not_together(lang)));
            }
            State::Missing => sentences.push(absent::nothing(dataset, selection, lang).unwrap_or_else(|| match lang {
                Lang::Sv => format!("Värde för {name} {year} saknas."),
                Lang::En => format!("There is no value for {name} in {year}."),
            })),
        }
    }
    sentences.extend(outside::outside(field, lang));
    sentences.join(" ")
}

fn focus(field: &Field) -> Option<&Found> {
    field.schools.iter().find(|found| found.role == Role::Focus)
}

/// The centre as it is written: in whole per cent, a mean with one decimal. Why so: see [`Field::centre`].
pub(super) fn centre(value: f64, about: &Indicator, lang: Lang) -> String {
    let decimals = u8::from(about.kind == Kind::Mean);
    let mut text = number(value, decimals, lang);
    if about.unit == Unit::Percent {
        if lang == Lang::Sv {
            text.push(NBSP);
        }
        text.push('%');
    }
    text
}

/// `Alkullagymnasiet har 69,8 % 2023/24, mot 75 % för alla visade skolor tillsammans.`
fn value(name: &str, year: &str, estimate: &Estimate, field: &Field, about: &Indicator, lang: Lang) -> String {
    let value = words::value(estimate.value, about, lang);
    let year = match (year, lang) {
        ("", _) => String::new(),
        (year, Lang::Sv) => format!(" {year}"),
        (year, Lang::En) => format!(" in {year}"),
    };
    let against = field.centre.map_or(String::new(), |value| match lang {
        Lang::Sv => format!(", mot {} för alla visade skolor tillsammans", centre(value, about, lang)),
        Lang::En => format!(", against {} for all schools shown together", centre(value, about, lang)),
    });
    format!("{name} {} {value}{year}{against}.", lang.pick("har", "has"))
}

/// Whether the difference from the centre is chance, as far as it can be told.
fn judged(
    dataset: &Dataset,
    (placing, kind): (Placing, Kind),
    estimate: &Estimate,
    field: &Field,
    lang: Lang,
) -> String {
    let pupils = words::pupils(estimate.pupils, lang);
    match placing {
        Placing::At(Place::FarBelow) if is_wide(field) => {
            lang.pick("Det är lägre än vad som är vanligt.", "That is lower than what is usual.").to_owned()
        }
        Placing::At(Place::FarAbove) if is_wide(field) => {
            lang.pick("Det är högre än vad som är vanligt.", "That is higher than what is usual.").to_owned()
        }
        Placing::At(_) if is_wide(field) => match lang {
            Lang::Sv => format!("Med {pupils} är skillnaden inte säkert större än vad som är vanligt."),
            Lang::En => format!("With {pupils} the difference is not clearly larger than what is usual."),
        },
        Placing::At(Place::FarBelow) => {
            lang.pick("Det är lägre än slumpen brukar ge.", "That is lower than chance usually gives.").to_owned()
        }
        Placing::At(Place::FarAbove) => {
            lang.pick("Det är högre än slumpen brukar ge.", "That is higher than chance usually gives.").to_owned()
        }
        Placing::At(Place::Within) => match lang {
            Lang::Sv => format!("Med {pupils} ryms skillnaden i det som slumpen brukar ge."),
            Lang::En => format!("With {pupils} the difference is within what chance usually gives."),
        },
        Placing::At(Place::Below | Place::Above) => lang
            .pick(
                "Det är utanför 95\u{a0}%\u{2011}området men innanför 99,8\u{a0}%\u{2011}gränserna, så skillnaden kan vara slump.",
                "That is outside the 95% region but inside the 99.8% limits, so the difference may be chance.",
            )
            .to_owned(),
        Placing::TooFew => match lang {
            Lang::Sv => format!("Med {pupils} går det inte att säga om skillnaden är slump."),
            Lang::En => format!("With {pupils} it cannot be told whether the difference is chance."),
        },
        Placing::Unknown if field.centre.is_none() => lang
            .pick(
                "Ingen annan skola har ett värde att visa, så det finns inget att jämföra med.",
                "No other school has a value to show, so there is nothing to compare with.",
            )
            .to_owned(),
        Placing::Unknown if kind == Kind::Share => {
            lang.pick("Alla visade skolor har samma värde.", "All schools shown have the same value.").to_owned()
        }
        Placing::Unknown => notes::spread_unknown(dataset.shape, lang).to_owned(),
    }
}

/// Whether the limits hold more than chance.
pub(super) fn is_wide(field: &Field) -> bool {
    field.lens() == Lens::Wider
}

/// Where a school lies, in words, between limits of chance or `wide` ones; `None` where there is no value.
pub(super) fn place(placing: Placing, wide: bool, lang: Lang) -> Option<&'static str> {
    Some(match placing {
        Placing::At(Place::FarBelow) if wide => lang.pick("under det vanliga", "below what is usual"),
        Placing::At(Place::FarAbove) if wide => lang.pick("över det vanliga", "above what is usual"),
        Placing::At(_) if wide => lang.pick("inom det vanliga", "within what is usual"),
        Placing::At(Place::FarBelow) => lang.pick("under det som slumpen brukar ge", "below what chance usually gives"),
        Placing::At(Place::FarAbove) => lang.pick("över det som slumpen brukar ge", "above what chance usually gives"),
        Placing::At(_) => lang.pick("inom det som slumpen brukar ge", "within what chance usually gives"),
        Placing::TooFew => lang.pick("för få elever för att säga", "too few pupils to tell"),
        Placing::Unknown => return None,
    })
}
