//! The sentences about schools and school years.

use crate::data::{Dim, Lang};
use crate::view::coverage::remarks::{Remark, What, years_nobody_has};
use crate::view::coverage::spots::{Change, Spots};
use crate::view::format::{NBSP, number};
use crate::view::spelled::{schools, spelled, years};
use crate::view::words::{self, listed, sentence_case};

/// `Sju skolor, sex läsår. Två skolor saknar läsåret 2021/22. Det behöver inte vara fel, men kontrollera.`
pub(super) fn lead(spots: &Spots, remarks: &[Remark], lang: Lang) -> String {
    let size = format!("{}, {}.", schools(spots.schools(), lang), years(spots.years(), lang));
    let nobody = years_nobody_has(spots);
    let found = [
        (!nobody.is_empty()).then(|| nobody_has(&nobody, lang)),
        absent(spots, remarks, lang),
        pupils(remarks, lang),
        no_value(remarks, lang),
        jumps(remarks, lang),
    ];
    let found: Vec<String> = found.into_iter().flatten().map(|sentence| sentence_case(&sentence)).collect();
    let end = if found.is_empty() {
        lang.pick("Inget sticker ut.", "Nothing stands out.")
    } else {
        lang.pick("Det behöver inte vara fel, men kontrollera.", "It need not be wrong, but check it.")
    };
    format!("{} {} {end}", sentence_case(&size), found.join(" ")).replace("  ", " ")
}

fn nobody_has(absent: &[String], lang: Lang) -> String {
    let named = listed(absent, lang);
    match lang {
        Lang::Sv => format!("ingen skola har {named}."),
        Lang::En => format!("no school has {named}."),
    }
}

fn absent(spots: &Spots, remarks: &[Remark], lang: Lang) -> Option<String> {
    let found: Vec<&Vec<usize>> = remarks
        .iter()
        .filter_map(|remark| if let What::Absent(years) = &remark.what { Some(years) } else { None })
        .collect();
    let (first, number) = (*found.first()?, schools(found.len(), lang));
    let lacks = lang.pick("saknar", if found.len() == 1 { "lacks" } else { "lack" });
    Some(if found.iter().all(|years| *years == first) {
        let named = year_names(spots, first, lang);
        format!("{number} {lacks} {}{named}.", lang.pick(if first.len() == 1 { "läsåret " } else { "" }, ""))
    } else {
        format!("{number} {lacks} {}.", lang.pick("läsår mellan andra", "school years between others"))
    })
}

fn pupils(remarks: &[Remark], lang: Lang) -> Option<String> {
    let found = remarks.iter().filter(|remark| matches!(remark.what, What::Pupils { .. })).count();
    let times = match lang {
        Lang::Sv => spelled(found, "ett ställe", "ställen", lang),
        Lang::En => spelled(found, "one place", "places", lang),
    };
    (found > 0).then(|| match lang {
        Lang::Sv => format!("på {times} har antalet elever ändrats med mer än 30{NBSP}% på ett läsår."),
        Lang::En => format!("in {times} the number of pupils has changed by more than 30% in one school year."),
    })
}

fn no_value(remarks: &[Remark], lang: Lang) -> Option<String> {
    let lacking = remarks.iter().filter(|remark| matches!(remark.what, What::NoValue { .. }));
    let mut found: Vec<usize> = lacking.map(|remark| remark.school).collect();
    // Remarks come school by school.
    found.dedup();
    let number = schools(found.len(), lang);
    (!found.is_empty()).then(|| match lang {
        Lang::Sv => format!("{number} saknar en indikator som andra skolor har."),
        Lang::En => {
            let lacks = if found.len() == 1 { "lacks" } else { "lack" };
            format!("{number} {lacks} an indicator that other schools have.")
        }
    })
}

fn jumps(remarks: &[Remark], lang: Lang) -> Option<String> {
    let found = remarks.iter().filter(|remark| matches!(remark.what, What::Jump { .. })).count();
    (found > 0).then(|| match lang {
        Lang::Sv => {
            format!("{} har ändrats ovanligt mycket på ett läsår.", spelled(found, "ett värde", "värden", lang))
        }
        Lang::En => {
            let has = if found == 1 { "has" } else { "have" };
            format!("{} {has} changed unusually much in one school year.", spelled(found, "one value", "values", lang))
        }
    })
}

/// One remark: `Alkullagymnasiet 2021/22: 132 elever, 34 % färre än året innan.`
pub(super) fn remark(spots: &Spots, found: &Remark, lang: Lang) -> String {
    let school = school_name(spots, found.school, lang);
    let years = found.what.years();
    let named = year_names(spots, years, lang);
    let indicator = |index: usize| &spots.dataset.profile.indicators[index];
    match &found.what {
        What::Absent(_) => match lang {
            Lang::Sv => format!("{school} saknas {named}, men finns både före och efter."),
            Lang::En => format!("{school} is missing {named}, but is there both before and after."),
        },
        What::Pupils { year, change } => {
            let now = spots.get(found.school, *year).and_then(|spot| spot.pupils.get().ok()).unwrap_or_default();
            let now = words::pupils(now, lang);
            let than = lang.pick("än året innan", "than the year before");
            format!("{school} {named}: {now}, {} {than}.", self::change(*change, lang))
        }
        What::NoValue { indicator: index, years } => {
            let name = indicator(*index).name.get(lang);
            let all = (0..spots.years()).filter(|year| spots.get(found.school, *year).is_some()).count();
            let named = if years.len() == all && all > 1 { lang.pick("alla läsår", "every year") } else { &named };
            match lang {
                Lang::Sv => format!("{school}: {name} saknas {named}, men andra skolor har värden."),
                Lang::En => format!("{school}: {name} is missing {named}, but other schools have values."),
            }
        }
        What::Jump { indicator: index, value, difference, .. } => {
            let indicator = indicator(*index);
            let (name, base) = (indicator.name.get(lang), words::base(value, indicator, lang));
            let value = words::value(value.value, indicator, lang);
            let change = words::change(*difference, indicator, lang);
            let than = lang.pick("än året innan", "than the year before");
            format!("{school} {named}: {name} {value} ({base}), {change} {than}.")
        }
    }
}

/// `34 % färre`, `12 % fler`, `oförändrat`: in words, because a field of a CSV file cannot begin with a plus.
pub(super) fn change(change: Change, lang: Lang) -> String {
    let digits = number(change.per_cent.abs(), 0, lang);
    match (digits.as_str(), lang, change.per_cent > 0.0) {
        ("0", _, _) => lang.pick("oförändrat", "unchanged").to_owned(),
        (_, Lang::Sv, true) => format!("{digits}{NBSP}% fler"),
        (_, Lang::Sv, false) => format!("{digits}{NBSP}% färre"),
        (_, Lang::En, true) => format!("{digits}% more"),
        (_, Lang::En, false) => format!("{digits}% fewer"),
    }
}

/// The name of a school.
pub(super) fn school_name(spots: &Spots, school: usize, lang: Lang) -> String {
    let label = spots.dataset.labels(Dim::School).get(school);
    let name = label.map_or("", |label| label.name.as_str());
    if name.is_empty() { lang.pick("(utan namn)", "(no name)").to_owned() } else { name.to_owned() }
}

/// The name of a school year.
pub(super) fn year_name(spots: &Spots, year: usize, lang: Lang) -> String {
    let label = spots.dataset.labels(Dim::Year).get(year);
    let name = label.map_or("", |label| label.name.as_str());
    if name.is_empty() { lang.pick("(utan läsår)", "(no school year)").to_owned() } else { name.to_owned() }
}

fn year_names(spots: &Spots, years: &[usize], lang: Lang) -> String {
    listed(&years.iter().map(|year| year_name(spots, *year, lang)).collect::<Vec<_>>(), lang)
}
