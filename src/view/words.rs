//! Wordings that recur: values, withheld values, pupils, intervals, changes.

use crate::data::{Indicator, Lang, Unit};
use crate::disclose::{Publishable, State, Withheld};
use crate::query::Estimate;
use crate::stats::{Difference, Interval, Verdict};
use crate::view::bounds;
use crate::view::format::{NBSP, count, number};
use crate::view::screen::Number;

/// `95 %-intervall`, in one piece.
const INTERVAL_SV: &str = "95\u{a0}%\u{2011}intervall";

/// Fewer pupils than this make a change uncertain in size even when it is more than chance.
const FEW: u64 = 50;

/// The name of the interval.
pub fn interval_name(lang: Lang) -> &'static str {
    lang.pick(INTERVAL_SV, "95% interval")
}

/// What stands in place of a withheld value. One wording for our rule, whichever step of it withheld the value.
pub fn withheld(why: Withheld, lang: Lang) -> String {
    match why {
        Withheld::ByRule => lang.pick("dolt för att skydda elever", "withheld to protect pupils").to_owned(),
        Withheld::InSource => lang.pick("dolt i källan", "withheld in the source").to_owned(),
        Withheld::Within(bound, unit) => bounds::bound(bound, unit, lang),
    }
}

/// `Värdet för Sjödal 2023/24 är dolt i källan.` or `Sjödal 2023/24: nästan alla (källan anger ~100).`
pub(crate) fn is_withheld(name: &str, year: &str, why: Withheld, lang: Lang) -> String {
    let found = withheld(why, lang);
    match (why, lang) {
        (Withheld::Within(..), _) => format!("{name} {year}: {found}."),
        (_, Lang::Sv) => format!("Värdet för {name} {year} är {found}."),
        (_, Lang::En) => format!("The value of {name} in {year} is {found}."),
    }
}

/// What stands in place of a value that was not reported.
pub fn missing(lang: Lang) -> &'static str {
    lang.pick("saknas", "missing")
}

/// A value with its unit: `69,8 %`, `12,9`.
pub fn value(value: f64, indicator: &Indicator, lang: Lang) -> String {
    let digits = number(value, indicator.decimals, lang);
    match (indicator.unit, lang) {
        (Unit::Percent, Lang::Sv) => format!("{digits}{NBSP}%"),
        (Unit::Percent, Lang::En) => format!("{digits}%"),
        (Unit::Points, _) => digits,
    }
}

/// The unit in words: `procent`.
pub fn unit(indicator: &Indicator, lang: Lang) -> &'static str {
    match indicator.unit {
        Unit::Percent => lang.pick("procent", "per cent"),
        Unit::Points => lang.pick("poäng", "points"),
    }
}

/// The same as the end of a caption: `i procent`.
pub fn in_unit(indicator: &Indicator, lang: Lang) -> String {
    format!("{} {}", lang.pick("i", "in"), unit(indicator, lang))
}

/// A published value, or the words in its place.
pub fn published(found: &Publishable, indicator: &Indicator, lang: Lang) -> Number {
    match found.state() {
        State::Shown(estimate) => Number::Shown(value(estimate.value, indicator, lang)),
        State::Withheld(why) => Number::Withheld(withheld(why, lang)),
        State::Missing => Number::Missing(missing(lang).to_owned()),
    }
}

/// `1 elev`, `1 284 elever`.
pub fn pupils(n: u64, lang: Lang) -> String {
    let noun = if n == 1 { lang.pick("elev", "pupil") } else { lang.pick("elever", "pupils") };
    format!("{}{NBSP}{noun}", count(n, lang))
}

/// The two limits: `85,8–89,0`. A negative limit is set off by words instead of a dash.
pub fn limits(interval: Interval, indicator: &Indicator, lang: Lang) -> String {
    let limit = |value| number(value, indicator.decimals, lang);
    if interval.lo < 0.0 {
        format!("{} {} {}", limit(interval.lo), lang.pick("till", "to"), limit(interval.hi))
    } else {
        // Word joiners keep the two limits on one line.
        format!("{}\u{2060}–\u{2060}{}", limit(interval.lo), limit(interval.hi))
    }
}

/// `132 elever, 95 %-intervall 85,8–89,0`; without the interval where there is none.
pub fn base(estimate: &Estimate, indicator: &Indicator, lang: Lang) -> String {
    let pupils = pupils(estimate.pupils, lang);
    match estimate.interval {
        None => pupils,
        Some(interval) => format!("{pupils}, {} {}", interval_name(lang), limits(interval, indicator, lang)),
    }
}

/// Whether a change is zero as it is written.
pub fn is_unchanged(difference: f64, indicator: &Indicator) -> bool {
    number(difference.abs(), indicator.decimals, Lang::En).bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// The size and direction of a change, as it stands with the rounded values: `3,2 procentenheter högre`, `0,2 lägre`, `oförändrat`.
pub fn change(difference: f64, indicator: &Indicator, lang: Lang) -> String {
    if is_unchanged(difference, indicator) {
        return lang.pick("oförändrat", "unchanged").to_owned();
    }
    let size = number(difference.abs(), indicator.decimals, lang);
    let direction = if difference > 0.0 { lang.pick("högre", "higher") } else { lang.pick("lägre", "lower") };
    match indicator.unit {
        Unit::Percent => format!("{size}{NBSP}{} {direction}", lang.pick("procentenheter", "percentage points")),
        Unit::Points => format!("{size} {direction}"),
    }
}

/// Whether a change is more than chance, in the words of a card.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::MoreThanChance => lang.pick("Mer än slumpen brukar ge", "More than chance usually gives"),
        Verdict::MayBeChance => lang.pick("Kan vara slump", "May be chance"),
        Verdict::TooFewPupils => lang.pick("För få elever för att säga något", "Too few pupils to tell"),
        Verdict::NotComparable => lang.pick("Går inte att jämföra", "Cannot be compared"),
    }
}

/// The same as the end of a sentence about a change, and what the number of pupils means for it. `pupils_behind` is the smaller
/// of the two groups.
pub fn change_judged(difference: Difference, pupils_behind: u64, indicator: &Indicator, lang: Lang) -> String {
    let group = pupils(pupils_behind, lang);
    match (difference.verdict(), lang) {
        (Verdict::MayBeChance, Lang::Sv) => format!(". Med {group} kan skillnaden vara slump."),
        (Verdict::MayBeChance, Lang::En) => format!(". With {group} the difference may be chance."),
        (Verdict::TooFewPupils, Lang::Sv) => format!(". {group} är för få för att säga något."),
        (Verdict::TooFewPupils, Lang::En) => format!(". {group} are too few to tell."),
        (judged @ Verdict::NotComparable, _) => format!(". {}.", verdict(judged, lang)),
        (Verdict::MoreThanChance, _) => {
            let end =
                lang.pick(", och det är mer än slumpen brukar ge.", ", and that is more than chance usually gives.");
            let how_sure =
                (pupils_behind < FEW).then(|| format!(" {}", size_unsure(difference, &group, indicator, lang)));
            format!("{end}{}", how_sure.unwrap_or_default())
        }
    }
}

/// `Med 23 elever är det osäkert hur stor ändringen är: mellan 3,4 och 49,5 procentenheter.`
fn size_unsure(difference: Difference, group: &str, indicator: &Indicator, lang: Lang) -> String {
    let (lo, hi) = (difference.interval.lo.abs(), difference.interval.hi.abs());
    let limit = |value: f64| number(value, indicator.decimals, lang);
    let (least, most) = (limit(lo.min(hi)), limit(lo.max(hi)));
    let unit = match indicator.unit {
        Unit::Percent => lang.pick("\u{a0}procentenheter", "\u{a0}percentage points"),
        Unit::Points => "",
    };
    match lang {
        Lang::Sv => format!("Med {group} är det osäkert hur stor ändringen är: mellan {least} och {most}{unit}."),
        Lang::En => format!("With {group} it is uncertain how large the change is: between {least} and {most}{unit}."),
    }
}

/// An indicator's name inside a sentence: its first letter small, unless it is an abbreviation.
pub fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// `a`, `a och b`, `a, b och c`.
pub fn listed(items: &[String], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), lang.pick("och", "and")),
    }
}

/// A sentence with its full stop, whether or not it was written with one.
pub fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

/// A text with its first letter large.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::pupil_profile;

    #[test]
    fn values_changes_and_limits_read_well() {
        let profile = pupil_profile();
        let (share, points) = (&profile.indicators[1], &profile.indicators[2]);
        assert_eq!(value(69.84, share, Lang::Sv), "69,8\u{a0}%");
        assert_eq!(value(69.84, share, Lang::En), "69.8%");
        assert_eq!(value(12.9, points, Lang::Sv), "12,9");
        assert_eq!(change(8.14, share, Lang::Sv), "8,1\u{a0}procentenheter högre");
        assert_eq!(change(-0.2, points, Lang::En), "0.2 lower");
        assert_eq!(change(-0.04, points, Lang::Sv), "oförändrat");
        assert_eq!(limits(Interval { lo: -11.4, hi: 26.5 }, share, Lang::Sv), "\u{2212}11,4 till 26,5");
        assert_eq!(pupils(1, Lang::Sv), "1\u{a0}elev");
    }

    #[test]
    fn a_change_in_a_small_group_says_how_uncertain_its_size_is() {
        let profile = pupil_profile();
        let share = &profile.indicators[1];
        let difference =
            |lo, hi| Difference { estimate: f64::midpoint(lo, hi), interval: Interval { lo, hi }, pupils: [43.0; 2] };
        for (found, pupils, expected) in [
            (
                difference(3.44, 49.5),
                23,
                ", och det är mer än slumpen brukar ge. Med 23 elever är det osäkert hur stor ändringen är: mellan 3,4 och 49,5 procentenheter.",
            ),
            (
                difference(-49.5, -3.44),
                23,
                ", och det är mer än slumpen brukar ge. Med 23 elever är det osäkert hur stor ändringen är: mellan 3,4 och 49,5 procentenheter.",
            ),
            (difference(3.44, 9.5), 200, ", och det är mer än slumpen brukar ge."),
            (difference(-3.0, 9.5), 43, ". Med 43 elever kan skillnaden vara slump."),
            (
                Difference { pupils: [23.0, 24.0], ..difference(-3.0, 59.5) },
                23,
                ". 23 elever är för få för att säga något.",
            ),
        ] {
            assert_eq!(change_judged(found, pupils, share, Lang::Sv).replace('\u{a0}', " "), expected);
        }
    }

    #[test]
    fn names_fit_into_sentences() {
        assert_eq!(in_sentence("Examen inom tre år"), "examen inom tre år");
        assert_eq!(in_sentence("GBP"), "GBP");
        let names: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(listed(&names, Lang::Sv), "a, b och c");
        assert_eq!(listed(&names[..2], Lang::En), "a and b");
    }
}
