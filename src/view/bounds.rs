//! Bounds that the source gives in place of numbers, in words.

use crate::data::{Bound, Dataset, Edge, Lang, Unit};
use crate::query;
use crate::view::format::{NBSP, count, number};

/// `nästan alla (källan anger ~100)`, `under 5 % (källan anger <5)`; of a number of pupils, which has no unit, `färre än 10 (…)`.
pub(crate) fn bound(bound: Bound, unit: Option<Unit>, lang: Lang) -> String {
    let limit = limit(bound, lang);
    let unit_of = match unit {
        Some(Unit::Percent) => lang.pick(format!("{NBSP}%"), "%".to_owned()),
        _ => String::new(),
    };
    let is_count = unit.is_none();
    let before = match bound.edge() {
        Edge::NearlyAll => lang.pick("nästan alla", "nearly all"),
        Edge::NearlyNone => lang.pick("nästan ingen", "hardly any"),
        Edge::Below if is_count => lang.pick("färre än", "fewer than"),
        Edge::Below => lang.pick("under", "below"),
        Edge::AtMost => lang.pick("högst", "at most"),
        Edge::Above if is_count => lang.pick("fler än", "more than"),
        Edge::Above => lang.pick("över", "above"),
        Edge::AtLeast => lang.pick("minst", "at least"),
    };
    let symbol = symbol(bound, lang);
    let source = lang.pick("källan anger", "the source says");
    match bound.edge() {
        Edge::NearlyAll | Edge::NearlyNone => format!("{before} ({source} {symbol})"),
        _ => format!("{before} {limit}{unit_of} ({source} {symbol})"),
    }
}

/// `~100`, `<5`
pub(crate) fn symbol(bound: Bound, lang: Lang) -> String {
    let mark = match bound.edge() {
        Edge::NearlyAll | Edge::NearlyNone => '~',
        Edge::Below => '<',
        Edge::AtMost => '≤',
        Edge::Above => '>',
        Edge::AtLeast => '≥',
    };
    format!("{mark}{}", limit(bound, lang))
}

/// How many there are of each, in a sentence; `None` without any.
pub(crate) fn counted(dataset: &Dataset, lang: Lang) -> Option<String> {
    let found = query::bounds(dataset);
    let each = found.iter().map(|(bound, _, rows)| format!("{} ({})", symbol(*bound, lang), count(*rows, lang)));
    let each = each.collect::<Vec<_>>().join(", ");
    (!found.is_empty()).then(|| match lang {
        Lang::Sv => format!(
            "Källan anger gränser i stället för tal: {each}. De visas som gränser, och räknas inte in i några summor eller medelvärden."
        ),
        Lang::En => {
            format!("The source gives bounds in place of numbers: {each}. They are shown as bounds, and are part of no sums or means.")
        }
    })
}

/// What "why this number?" says of it.
pub(crate) fn explained(bound: Bound, lang: Lang) -> String {
    let symbol = symbol(bound, lang);
    let meaning = match bound.edge() {
        Edge::NearlyAll => lang.pick(": en till fyra elever nådde det inte", ": one to four pupils did not reach it"),
        Edge::NearlyNone => lang.pick(": en till fyra elever nådde det", ": one to four pupils reached it"),
        _ => "",
    };
    match lang {
        Lang::Sv => format!(
            "Den som gav ut uppgifterna anger bara {symbol}{meaning}. Det är en gräns och inget tal, och räknas inte in i några summor eller medelvärden."
        ),
        Lang::En => format!(
            "Whoever published the data only says {symbol}{meaning}. That is a bound and no number, and is part of no sums or means."
        ),
    }
}

/// The limit with as many decimals as it has.
fn limit(bound: Bound, lang: Lang) -> String {
    let limit = bound.limit();
    let decimals = (0..3).find(|decimals| (limit * 10_f64.powi(i32::from(*decimals))).fract().abs() < 1e-6);
    number(limit, decimals.unwrap_or(3), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Fixed;

    #[test]
    fn bounds_read_well() {
        let of = |edge: Edge, limit: f64| Bound::new(edge, Fixed::from_f64(limit).expect("in range")).expect("room");
        let (percent, points) = (Some(Unit::Percent), Some(Unit::Points));
        for (found, unit, sv, en) in [
            (
                of(Edge::NearlyAll, 100.0),
                percent,
                "nästan alla (källan anger ~100)",
                "nearly all (the source says ~100)",
            ),
            (of(Edge::Below, 5.0), percent, "under 5\u{a0}% (källan anger <5)", "below 5% (the source says <5)"),
            (
                of(Edge::AtLeast, 99.5),
                percent,
                "minst 99,5\u{a0}% (källan anger ≥99,5)",
                "at least 99.5% (the source says ≥99.5)",
            ),
            (of(Edge::Above, 19.0), points, "över 19 (källan anger >19)", "above 19 (the source says >19)"),
            (of(Edge::Below, 10.0), None, "färre än 10 (källan anger <10)", "fewer than 10 (the source says <10)"),
        ] {
            assert_eq!(bound(found, unit, Lang::Sv), sv);
            assert_eq!(bound(found, unit, Lang::En), en);
        }
        assert!(explained(of(Edge::NearlyAll, 100.0), Lang::Sv).contains("~100: en till fyra elever nådde det inte."));
    }
}
