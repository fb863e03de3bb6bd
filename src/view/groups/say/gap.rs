//! How far apart the two groups are, or why that cannot be told.

use super::super::field::{Field, Two};
use super::place;
use crate::data::{Lang, Unit};
use crate::disclose::{Publishable, State, Withheld};
use crate::stats::{Difference, Verdict};
use crate::view::format::number;
use crate::view::{notes, words};

/// Fewer pupils than this make the size of a gap uncertain even where it is more than chance.
const FEW: u64 = 50;

/// `Flickor ligger 8,1 procentenheter högre. Med 43 elever i den minsta gruppen kan skillnaden vara slump.`
pub(super) fn gap(field: &Field, now: &Two, apart: f64, higher: &str, lang: Lang) -> String {
    if words::is_unchanged(apart, field.about) {
        return lang.pick("Grupperna har samma värde.", "The groups have the same value.").to_owned();
    }
    let size = words::change(apart.abs(), field.about, lang);
    let begins = format!("{higher} {} {size}", lang.pick("ligger", "is"));
    let Some(found) = now.gap else {
        return format!("{begins}. {}", notes::spread_unknown(field.dataset.shape, lang));
    };
    let fewest = now.fewest().unwrap_or(0);
    let pupils = words::pupils(fewest, lang);
    match (found.verdict(), lang) {
        (Verdict::MayBeChance, Lang::Sv) => {
            format!("{begins}. Med {pupils} i den minsta gruppen kan skillnaden vara slump.")
        }
        (Verdict::MayBeChance, Lang::En) => {
            format!("{begins}. With {pupils} in the smaller group the difference may be chance.")
        }
        (Verdict::TooFewPupils, Lang::Sv) => {
            format!("{begins}. {pupils} i den minsta gruppen är för få för att säga något.")
        }
        (Verdict::TooFewPupils, Lang::En) => format!("{begins}. {pupils} in the smaller group are too few to tell."),
        (other @ Verdict::NotComparable, _) => format!("{begins}. {}.", words::verdict(other, lang)),
        (Verdict::MoreThanChance, _) => {
            let end =
                lang.pick(", och det är mer än slumpen brukar ge.", ", and that is more than chance usually gives.");
            let unsure = if fewest < FEW { unsure(field, found, &pupils, lang) } else { String::new() };
            format!("{begins}{end}{unsure}")
        }
    }
}

/// ` Med 23 elever i den minsta gruppen är det osäkert hur stor skillnaden är: mellan 3,4 och 49,5 procentenheter.`
fn unsure(field: &Field, found: Difference, pupils: &str, lang: Lang) -> String {
    let (lo, hi) = (found.interval.lo.abs(), found.interval.hi.abs());
    let limit = |value: f64| number(value, field.about.decimals, lang);
    let (least, most) = (limit(lo.min(hi)), limit(lo.max(hi)));
    let unit = match field.about.unit {
        Unit::Percent => lang.pick("\u{a0}procentenheter", "\u{a0}percentage points"),
        Unit::Points => "",
    };
    match lang {
        Lang::Sv => format!(
            " Med {pupils} i den minsta gruppen är det osäkert hur stor skillnaden är: mellan {least} och {most}{unit}."
        ),
        Lang::En => format!(
            " With {pupils} in the smaller group it is uncertain how large the difference is: between {least} and {most}{unit}."
        ),
    }
}

/// Why there is no gap, and what would show one.
pub(super) fn not_both(field: &Field, now: &Two, (first, second): (&str, &str), lang: Lang) -> String {
    let place = place(field, lang);
    let is_withheld = |found: &Publishable| matches!(found.state(), State::Withheld(_));
    let why = |found: &Publishable| match found.state() {
        State::Withheld(why) => words::withheld(why, lang),
        _ => words::missing(lang).to_owned(),
    };
    let one = |name: &str, found: &Publishable| match (is_withheld(found), lang) {
        (true, Lang::Sv) => format!("Värdet för {name}{place} är {}.", why(found)),
        (true, Lang::En) => format!("The value of {name}{place} is {}.", why(found)),
        (false, Lang::Sv) => format!("Värde för {name}{place} saknas."),
        (false, Lang::En) => format!("There is no value for {name}{place}."),
    };
    let says = match (now.first.shown().is_some(), now.second.shown().is_some()) {
        (true, _) => one(second, &now.second),
        (_, true) => one(first, &now.first),
        _ if is_withheld(&now.first) && now.first.state() == now.second.state() => match lang {
            Lang::Sv => format!("Värdena för {first} och {second}{place} är {}.", many(&now.first, lang)),
            Lang::En => format!("The values of {first} and {second}{place} are {}.", many(&now.first, lang)),
        },
        _ => format!("{} {}", one(first, &now.first), one(second, &now.second)),
    };
    let is_hidden = is_withheld(&now.first) || is_withheld(&now.second);
    let (sv, en) = match (is_hidden, field.groups.len()) {
        (false, _) => ("", ""),
        (true, 0..=2) => {
            (" Välj ett annat läsår eller en annan indikator.", " Choose another school year or another indicator.")
        }
        (true, _) => {
            (" Välj två andra grupper, eller ett annat läsår.", " Choose two other groups, or another school year.")
        }
    };
    let out = lang.pick(sv, en);
    format!("{says}{out}")
}

fn many(found: &Publishable, lang: Lang) -> String {
    match found.state() {
        State::Withheld(Withheld::InSource) => lang.pick("dolda i källan", "withheld in the source").to_owned(),
        State::Withheld(why @ Withheld::Within(..)) => words::withheld(why, lang),
        _ => lang.pick("dolda för att skydda elever", "withheld to protect pupils").to_owned(),
    }
}
