//! Heading, sentences and footnotes, which say no more than the intervals do.

use std::collections::BTreeSet;

use super::field::{Field, Two};
use super::names;
use crate::data::{Dim, Lang, Missing, Unit};
use crate::disclose::{Publishable, State, Withheld};
use crate::stats::{Difference, Verdict};
use crate::view::format::{count, number};
use crate::view::grid::Grid;
use crate::view::words::{self, in_sentence};
use crate::view::{breaks, notes};

/// Fewer pupils than this make the size of a gap uncertain even where it is more than chance.
const FEW: u64 = 50;

/// Whether the two groups differ; where it cannot be told, school, year and column.
pub(super) fn heading(field: &Field, lang: Lang) -> String {
    let school = field.dataset.name(Dim::School, field.selection.focus);
    let verdict = field.now().and_then(|now| now.gap).map(Difference::verdict);
    let Some(((first, second), verdict)) = field.pair.zip(verdict) else {
        let year = field.dataset.name(Dim::Year, field.selection.to);
        let by = format!("{} {}", lang.pick("efter", "by"), in_sentence(names::column(field.dataset, field.dim, lang)));
        return [school, year, &by].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    };
    let (first, second) = (in_sentence(field.name(first)), in_sentence(field.name(second)));
    let says = match (verdict, lang) {
        (Verdict::MoreThanChance, Lang::Sv) => format!("{first} och {second} skiljer sig åt"),
        (Verdict::MoreThanChance, Lang::En) => format!("{first} and {second} differ"),
        (Verdict::TooFewPupils, Lang::Sv) => format!("för få elever för att skilja {first} från {second}"),
        (Verdict::TooFewPupils, Lang::En) => format!("too few pupils to tell {first} from {second}"),
        (_, Lang::Sv) => format!("ingen säker skillnad mellan {first} och {second}"),
        (_, Lang::En) => format!("no clear difference between {first} and {second}"),
    };
    if school.is_empty() { words::sentence_case(&says) } else { format!("{school}: {says}") }
}

/// The two values, how far apart they are and whether that is chance, and how often it is more in the years shown.
pub(super) fn say(field: &Field, lang: Lang) -> String {
    let Some((pair, now)) = field.pair.zip(field.now()) else { return one_group(field, lang) };
    let (first, second) = (in_sentence(field.name(pair.0)), in_sentence(field.name(pair.1)));
    let mut sentences = Vec::new();
    if let Some(apart) = now.apart() {
        sentences.push(values(field, &now, (&first, &second), lang));
        let higher = words::sentence_case(if apart < 0.0 { &second } else { &first });
        sentences.push(gap(field, &now, apart, &higher, lang));
    } else {
        sentences.push(not_both(field, &now, (&first, &second), lang));
    }
    sentences.extend(over_time(field, pair, (&first, &second), lang));
    sentences.join(" ")
}

/// ` på Alkullagymnasiet 2023/24`
fn place(field: &Field, lang: Lang) -> String {
    let school = field.dataset.name(Dim::School, field.selection.focus);
    let year = field.dataset.name(Dim::Year, field.selection.to);
    let at = if school.is_empty() { String::new() } else { format!(" {} {school}", lang.pick("på", "at")) };
    let when = match (year, lang) {
        ("", _) => String::new(),
        (year, Lang::Sv) => format!(" {year}"),
        (year, Lang::En) => format!(" in {year}"),
    };
    format!("{at}{when}")
}

/// `Examen inom tre år på Alkullagymnasiet 2023/24: flickor 76,1 %, pojkar 68,0 %.`
fn values(field: &Field, now: &Two, (first, second): (&str, &str), lang: Lang) -> String {
    let value =
        |found: &Publishable| found.shown().map_or(String::new(), |one| words::value(one.value, field.about, lang));
    let name = field.about.name.get(lang);
    format!("{name}{}: {first} {}, {second} {}.", place(field, lang), value(&now.first), value(&now.second))
}

/// `Flickor ligger 8,1 procentenheter högre. Med 43 elever i den minsta gruppen kan skillnaden vara slump.`
fn gap(field: &Field, now: &Two, apart: f64, higher: &str, lang: Lang) -> String {
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
fn not_both(field: &Field, now: &Two, (first, second): (&str, &str), lang: Lang) -> String {
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

/// In how many of the years shown the gap is more than chance, and which way.
fn over_time(field: &Field, pair: (u16, u16), (first, second): (&str, &str), lang: Lang) -> Option<String> {
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

/// There are no two groups to compare.
fn one_group(field: &Field, lang: Lang) -> String {
    let column = names::column(field.dataset, field.dim, lang);
    let known = field.groups.iter().filter(|(code, _)| !names::is_unknown(field.dataset, field.dim, *code));
    let known: Vec<&str> = known.map(|(_, name)| name.as_str()).collect();
    match (&known[..], lang) {
        ([only], Lang::Sv) => {
            format!("{column} har bara en grupp i de här filerna, {only}. Det finns ingen att jämföra den med.")
        }
        ([only], Lang::En) => {
            format!("{column} has only one group in these files, {only}. There is none to compare it with.")
        }
        (_, Lang::Sv) => format!("Välj två grupper att jämföra under {column}."),
        (_, Lang::En) => format!("Choose two groups to compare under {column}."),
    }
}

/// What is to know below the figures; the source last.
pub(super) fn footnotes(field: &Field, grid: &Grid, source: &str, lang: Lang) -> Vec<String> {
    let dataset = field.dataset;
    let mut notes = vec![field.about.definition.get(lang).to_owned()];
    if let Some((first, second)) = field.pair {
        let (first, second) = (in_sentence(field.name(first)), in_sentence(field.name(second)));
        notes.push(match lang {
            Lang::Sv => format!(
                "Skillnaden är {first} minus {second}. Intervallet visar var den verkliga skillnaden kan ligga: når det noll kan den vara slump. Av bara slump blir ungefär ett av 20 läsår mer än så."
            ),
            Lang::En => format!(
                "The difference is {first} minus {second}. The interval shows where the true difference may lie: where it reaches zero, it may be chance. By chance alone about one school year in 20 is more than that."
            ),
        });
    }
    if field.dim == Dim::EntryBand {
        notes.push(
            lang.pick(
                "Ingångsmeriten är meritvärdet från årskurs 9, i band.",
                "The entry score is that of year 9, in bands.",
            )
            .to_owned(),
        );
    }
    if field.groups.iter().any(|(code, _)| names::is_unknown(dataset, field.dim, *code)) {
        notes.push(
            lang.pick(
                "Elever utan uppgift är en egen grupp, uppgift saknas, och räknas inte till någon av de andra.",
                "Pupils of whom it is not stated are a group of their own, and count in none of the others.",
            )
            .to_owned(),
        );
    }
    notes.extend(breaks::notes(dataset, grid, field.indicator, lang));
    notes.extend(hidden(field, lang));
    notes.push(
        lang.pick(
            "Grupper jämförs här, inte orsaker: en skillnad säger inte varför den finns, och inget om en enskild elev.",
            "Groups are compared here, not causes: a difference does not say why it is there, and nothing about a single pupil.",
        )
        .to_owned(),
    );
    notes.push(notes::source(dataset, source, lang));
    notes
}

/// How many of the values in the figures and tables are withheld, and by whom.
fn hidden(field: &Field, lang: Lang) -> Vec<String> {
    let (focus, to) = (field.selection.focus, field.selection.to);
    let mut places: BTreeSet<(u16, u16, u16)> = field.groups.iter().map(|(group, _)| (focus, to, *group)).collect();
    for group in field.pair.into_iter().flat_map(|(first, second)| [first, second]) {
        places.extend(field.years().into_iter().map(|year| (focus, year, group)));
        places.extend(field.schools().into_iter().map(|school| (school, to, group)));
    }
    let values = || places.iter().map(|&(school, year, group)| field.value(school, year, group));
    let partial = places.iter().filter(|&&(school, year, group)| {
        field.value(school, year, group).shown().is_some()
            && field.left_out(school, year, group).of(Missing::WithheldInSource) > 0
    });
    notes::hidden(&mut values().map(|value| value.state()), partial.count(), lang)
}
