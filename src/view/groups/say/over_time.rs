//! The gap in the school years shown.

use super::super::field::Field;
use crate::data::Lang;
use crate::stats::{Difference, Verdict};
use crate::view::format::count;

/// In how many of the years shown the gap is more than chance, and which way.
pub(super) fn over_time(field: &Field, pair: (u16, u16), (first, second): (&str, &str), lang: Lang) -> Option<String> {
    let years = field.years();
    let gaps = years.iter().filter_map(|&year| field.two(field.selection.focus, year, pair).gap);
    let gaps: Vec<Difference> = gaps.collect();
    let clear: Vec<f64> =
        gaps.iter().filter(|gap| gap.verdict() == Verdict::MoreThanChance).map(|gap| gap.estimate).collect();
    // Where there are too few pupils in every year, that has been said.
    if gaps.len() < 2 || gaps.iter().all(|gap| gap.verdict() == Verdict::TooFewPupils) {
        return None;
    }
    let of = count(gaps.len() as u64, lang);
    let side = |above: bool| if above { first } else { second };
    let way = match clear[..] {
        [] => {
            return Some(match lang {
                Lang::Sv => {
                    format!("I inget av de {of} läsår där båda grupperna syns är skillnaden mer än slumpen brukar ge.")
                }
                Lang::En => format!(
                    "In none of the {of} school years in which both groups are seen is the difference more than chance usually gives."
                ),
            });
        }
        _ if clear.iter().all(|gap| *gap > 0.0) || clear.iter().all(|gap| *gap < 0.0) => {
            let higher = side(clear[0] > 0.0);
            match (clear.len(), lang) {
                (1, Lang::Sv) => format!(", med {higher} högst"),
                (1, Lang::En) => format!(", with {higher} highest"),
                (_, Lang::Sv) => format!(", varje gång med {higher} högst"),
                (_, Lang::En) => format!(", each time with {higher} highest"),
            }
        }
        _ => lang.pick(", men åt olika håll", ", but in different directions").to_owned(),
    };
    let n = count(clear.len() as u64, lang);
    Some(match (clear.len(), lang) {
        (1, Lang::Sv) => {
            format!("Av {of} läsår där båda grupperna syns är skillnaden mer än slumpen brukar ge i ett{way}.")
        }
        (1, Lang::En) => format!(
            "Of {of} school years in which both groups are seen, the difference is more than chance usually gives in one{way}."
        ),
        (_, Lang::Sv) => {
            format!("Av {of} läsår där båda grupperna syns är skillnaden mer än slumpen brukar ge i {n}{way}.")
        }
        (_, Lang::En) => format!(
            "Of {of} school years in which both groups are seen, the difference is more than chance usually gives in {n}{way}."
        ),
    })
}
