//! How easily a pupil is recognised in a file of pupil rows, in honest words: such a file is never anonymous.

use crate::data::{Lang, Role};
use crate::disclose::Protected;
use crate::ingest::{Column, Report};
use crate::query::Anonymity;
use crate::view::format::NBSP;
use crate::view::panel::Panel;
use crate::view::words::{in_sentence, listed};

/// The meter of k-anonymity, where the rows are about single pupils. How small the smallest groups are is not said: one of them may be
/// the only group whose number of pupils is withheld.
pub fn anonymity(dataset: &Protected, report: &Report, lang: Lang) -> Option<Panel> {
    let found = Anonymity::of(dataset)?;
    let limit = u64::from(dataset.protection().smallest_group);
    let by = listed(&found.by.iter().map(|dim| in_sentence(dim.name(lang))).collect::<Vec<_>>(), lang);
    let files = report.files.iter().filter(|file| file.rows_used > 0).count();
    let first = match (lang, files) {
        (Lang::Sv, 0 | 1) => "Filen är pseudonymiserad, inte anonym.",
        (Lang::Sv, _) => "Filerna är pseudonymiserade, inte anonyma.",
        (Lang::En, 0 | 1) => "The file is pseudonymised, not anonymous.",
        (Lang::En, _) => "The files are pseudonymised, not anonymous.",
    };
    let kept = lang.pick(
        "Programmet sparar inga rader. I minnet finns de första raderna och de exempel som visas på den här sidan, och summor per grupp, i en grupp med en elev alltså elevens egna värden. Allt är borta när fliken stängs. Vad som döljs av små grupper står under Skydd av små grupper.",
        "The program stores no rows. In memory there are the first rows and the examples that this page shows, and sums of groups, which in a group of one pupil are that pupil’s own values. All is gone when the tab is closed. What is withheld of small groups stands under Protection of small groups.",
    );
    Some(Panel {
        id: "h-anonym",
        heading: lang.pick("Hur lätt är det att känna igen en elev?", "How easily is a pupil recognised?").to_owned(),
        first: first.to_owned(),
        say: say((&found, limit), &by, lang),
        facts: facts((&found, limit), &by, report, lang),
        small: kept.to_owned(),
        ..Panel::default()
    })
}

/// What it means. Large groups are no reason to feel safe.
fn say((found, limit): (&Anonymity, u64), by: &str, lang: Lang) -> String {
    match (lang, found.has_under(limit)) {
        (Lang::Sv, false) => format!(
            "Ingen rad är nästan ensam om sin kombination av {by}: varje grupp har minst {limit} elever. Men också i stora grupper kan den som känner till något om en elev, till exempel ett ovanligt betyg, hitta elevens rad i filen. Behandla filen som personuppgifter."
        ),
        (Lang::Sv, true) => format!(
            "Det finns elever som är ensamma eller bland få om sin kombination av {by}. Den som känner till det om en elev kan hitta elevens rad i filen. Också i större grupper kan ett ovanligt värde räcka. Behandla filen som personuppgifter."
        ),
        (Lang::En, false) => format!(
            "No row is nearly alone in its combination of {by}: each group has at least {limit} pupils. But in large groups, too, whoever knows something about a pupil, such as an unusual grade, can find the pupil’s row in the file. Treat the file as personal data."
        ),
        (Lang::En, true) => format!(
            "There are pupils who are alone or among few in their combination of {by}. Whoever knows that about a pupil can find the pupil’s row in the file. In larger groups, too, an unusual value may be enough. Treat the file as personal data."
        ),
    }
}

fn facts((found, limit): (&Anonymity, u64), by: &str, report: &Report, lang: Lang) -> Vec<(String, String)> {
    let is_small = found.has_under(limit);
    let sign = if is_small { '<' } else { '≥' };
    let few = if is_small { lang.pick("färre än", "fewer than") } else { lang.pick("minst", "at least") };
    let (pupils, meter) = (lang.pick("elever", "pupils"), lang.pick("k-anonymitet", "k-anonymity"));
    let smallest = format!("{few} {limit} {pupils} ({meter}: k{NBSP}{sign}{NBSP}{limit})");
    let small = match found.told(limit) {
        Some(tenth) => tenth_of_rows(tenth, lang),
        None => lang
            .pick("sägs inte, för det kunde visa hur små de är", "not said, because it could tell how small they are")
            .to_owned(),
    };
    let mut facts = vec![
        (lang.pick("Räknat på", "Counted on").to_owned(), by.to_owned()),
        (lang.pick("Minsta grupp", "Smallest group").to_owned(), smallest),
    ];
    facts.extend(is_small.then(|| (format!("{} {limit}", lang.pick("I grupper under", "In groups under")), small)));
    let more = [
        (lang.pick("Läses inte", "Not read"), unread(report, lang)),
        (lang.pick("Personuppgifter", "Personal data"), persons(report, lang)),
    ];
    facts.extend(more.into_iter().filter_map(|(term, text)| Some((term.to_owned(), text?))));
    facts
}

/// `mellan 70 och 80 % av raderna`
fn tenth_of_rows(tenth: u64, lang: Lang) -> String {
    let (from, to) = (tenth * 10, tenth * 10 + 10);
    match lang {
        Lang::Sv => format!("mellan {from} och {to}{NBSP}% av raderna"),
        Lang::En => format!("between {from} and {to}% of the rows"),
    }
}

/// Columns that are not read, and that divide the groups further for whoever has the file.
fn unread(report: &Report, lang: Lang) -> Option<String> {
    let names = captions(report, |column| column.role.is_none() && column.identity.is_none());
    (!names.is_empty()).then(|| match lang {
        Lang::Sv => {
            format!(
                "{}. Det som inte läses räknas inte här, men gör det lättare att känna igen en elev i filen.",
                listed(&names, lang)
            )
        }
        Lang::En => {
            format!(
                "{}. What is not read does not count here, but makes it easier to recognise a pupil in the file.",
                listed(&names, lang)
            )
        }
    })
}

/// Columns that point out persons by themselves.
fn persons(report: &Report, lang: Lang) -> Option<String> {
    let names = captions(report, |column| column.identity.is_some() || column.role == Some(Role::Pupil));
    (!names.is_empty()).then(|| match lang {
        Lang::Sv => format!(
            "{}. Innehållet ser ut att peka ut enskilda personer. Det visas inte. Ta bort det ur filen om det inte behövs för att skilja eleverna åt.",
            listed(&names, lang)
        ),
        Lang::En => format!(
            "{}. The contents seem to point out single persons. They are not shown. Take them out of the file unless they are needed to tell pupils apart.",
            listed(&names, lang)
        ),
    })
}

/// The captions of such columns in the files that are used, each once.
fn captions(report: &Report, which: impl Fn(&Column) -> bool) -> Vec<String> {
    let used = report.files.iter().filter(|file| file.rows_used > 0);
    let columns = used.flat_map(|file| &file.form).flat_map(|form| &form.columns);
    let mut names: Vec<String> = Vec::new();
    for column in columns.filter(|column| which(column) && !column.caption.trim().is_empty()) {
        if !names.contains(&column.caption) {
            names.push(column.caption.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests;
