//! Heading, sentences and footnotes, which say no more than the intervals do.

mod footnotes;
mod gap;
mod over_time;

pub(super) use footnotes::footnotes;

use gap::{gap, not_both};
use over_time::over_time;

use super::field::{Field, Two};
use super::names;
use crate::data::{Dim, Lang};
use crate::disclose::Publishable;
use crate::stats::{Difference, Verdict};
use crate::view::words::{self, in_sentence};

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
