//! How many schools lie outside the limits, and how many chance alone would put there.

use super::field::{Field, Found, Placing};
use super::say::is_wide;
use crate::data::Lang;
use crate::stats::funnel::{Place, expected_false_alarms};
use crate::stats::normal::Z998;
use crate::view::format::{count, number};
use crate::view::screen::Lens;

/// `Ingen av 14 skolor ligger utanför 99,8 %-gränserna, som används eftersom flera skolor ses på en gång.`
pub(super) fn outside(field: &Field, lang: Lang) -> Option<String> {
    let judged = judged_schools(field);
    let (far, of) = (field.count(is_far), count(judged as u64, lang));
    let how_many = match far {
        0 => lang.pick("Ingen", "None").to_owned(),
        1 => lang.pick("En", "One").to_owned(),
        n => count(n as u64, lang),
    };
    let lie = if far > 1 { "lie" } else { "lies" };
    let wide = if is_wide(field) { lang.pick("de vidgade ", "widened ") } else { "" };
    (judged > 1).then(|| match lang {
        Lang::Sv => format!(
            "{how_many} av {of} skolor ligger utanför {wide}99,8\u{a0}%\u{2011}gränserna, som används eftersom flera skolor ses på en gång."
        ),
        Lang::En => format!(
            "{how_many} of {of} schools {lie} outside the {wide}99.8% limits, which are used because several schools are looked at at once."
        ),
    })
}

/// Whether a school lies outside the outer limits.
pub(super) fn is_far(found: &Found) -> bool {
    matches!(found.placing, Placing::At(Place::FarBelow | Place::FarAbove))
}

/// How many schools can be held against the limits.
fn judged_schools(field: &Field) -> usize {
    field.count(|found| matches!(found.placing, Placing::At(_)))
}

/// What the limits are, and how many schools chance alone would put outside.
pub(super) fn limits(field: &Field, lang: Lang) -> Option<String> {
    let judged = judged_schools(field);
    // Of the widened limits their note tells.
    if judged < 2 || is_wide(field) {
        return None;
    }
    let expected = expected_false_alarms(judged as u64, Z998)?;
    // More than chance would put there: then they differ, and the limits must not be read as what one may demand.
    let mut differ = String::new();
    if field.count(is_far) as f64 > (3.0 * expected).max(1.0) {
        differ += lang.pick(
            " Här är det fler: skolorna skiljer sig åt av mer än slump, men diagrammet säger inte av vad.",
            " Here there are more: the schools differ by more than chance, but the chart does not say why.",
        );
        if field.offered.contains(&Lens::Wider) {
            differ += lang.pick(
                " Under Visa går det att vidga gränserna, så att de rymmer hur skolorna brukar skilja sig åt.",
                " Under Show the limits can be widened, so that they hold how schools usually differ.",
            );
        }
    }
    let expected = if expected < 1.0 {
        lang.pick("färre än en", "fewer than one").to_owned()
    } else {
        let digits = number(expected, 0, lang);
        let expected = if digits == "1" { lang.pick("en", "one") } else { &digits };
        format!("{} {expected}", lang.pick("ungefär", "about"))
    };
    let of = count(judged as u64, lang);
    Some(match lang {
        Lang::Sv => format!(
            "Områdena: där 95 respektive 99,8 procent av skolorna hamnar om alla har samma verkliga värde. Av {of} skolor väntar man sig {expected} utanför 99,8\u{a0}%\u{2011}gränserna av bara slump.{differ}"
        ),
        Lang::En => format!(
            "The regions: where 95 and 99.8 per cent of the schools fall if all have the same true value. Of {of} schools one expects {expected} outside the 99.8% limits by chance alone.{differ}"
        ),
    })
}
