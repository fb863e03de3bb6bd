//! The words of the table of columns, in both languages.

use crate::data::{Choice, Lang};
use crate::state::{Change, Mapping, Said};
use crate::view::mapping::role_name;
use crate::view::words::listed;

pub(super) fn in_file(lang: Lang) -> &'static str {
    lang.pick("I filen", "In the file")
}

pub(super) fn holds(lang: Lang) -> &'static str {
    lang.pick("Innehåll", "Contents")
}

pub(super) fn read_as(lang: Lang) -> &'static str {
    lang.pick("Läses som", "Read as")
}

pub(super) fn not_read(lang: Lang) -> &'static str {
    lang.pick("Läses inte", "Not read")
}

pub(super) fn why(lang: Lang) -> &'static str {
    lang.pick("Varför", "Why")
}

pub(super) fn hidden(lang: Lang) -> &'static str {
    lang.pick("visas inte", "not shown")
}

pub(super) fn caption(lang: Lang) -> &'static str {
    lang.pick("Kolumnerna i filen och vad de läses som", "The columns of the file and what they are read as")
}

pub(super) fn repair(lang: Lang) -> &'static str {
    lang.pick("Läs om filerna med rättade tecken", "Read the files again with letters put right")
}

pub(super) fn row(lang: Lang) -> &'static str {
    lang.pick("Rad", "Row")
}

pub(super) fn save(lang: Lang) -> &'static str {
    lang.pick("Spara kolumnvalen i profilen", "Save the choices in the profile")
}

pub(super) fn save_say(lang: Lang) -> &'static str {
    lang.pick(
        "Profilen sparas som en fil, utan data. Öppna den före nästa års fil, så läses kolumner med samma rubriker på samma sätt.",
        "The profile is saved as a file, without data. Open it before next year’s file, and columns with the same headings are read in the same way.",
    )
}

/// The button that undoes the last change: `Ångra: Närv läses som Närvaro`.
pub(super) fn undo(change: &Change, lang: Lang) -> String {
    format!("{}: {}", lang.pick("Ångra", "Undo"), what(change, lang))
}

/// What was done last, in sentences; empty where nothing was.
pub(super) fn said(mapping: &Mapping, lang: Lang) -> String {
    match &mapping.said {
        None => String::new(),
        Some(Said::Undone(change)) => format!("{}: {}.", lang.pick("Ångrat", "Undone"), what(change, lang)),
        Some(Said::Done(change)) => {
            format!("{}: {}.{}", lang.pick("Ändrat", "Changed"), what(change, lang), instead(change, lang))
        }
    }
}

/// `Närv läses som Närvaro`
fn what(change: &Change, lang: Lang) -> String {
    match (change, lang) {
        (Change::Column { caption, choice: Choice::NotRead, .. }, Lang::Sv) => format!("{caption} läses inte"),
        (Change::Column { caption, choice: Choice::NotRead, .. }, Lang::En) => format!("{caption} is not read"),
        (Change::Column { caption, choice: Choice::ByCaption, .. }, Lang::Sv) => {
            format!("{caption} läses efter sin rubrik")
        }
        (Change::Column { caption, choice: Choice::ByCaption, .. }, Lang::En) => {
            format!("{caption} is read by its heading")
        }
        (Change::Column { caption, choice: Choice::Used(role), profile, .. }, _) => {
            format!("{caption} {} {}", lang.pick("läses som", "is read as"), role_name(*role, profile, lang))
        }
        (Change::Repair, _) => lang.pick("tecknen är rättade", "letters are put right").to_owned(),
        (Change::Profile(profile), _) => {
            format!("{} {}", lang.pick("läst med profilen", "read with the profile"), profile.name.get(lang))
        }
    }
}

/// The columns that are not read any more because of it.
fn instead(change: &Change, lang: Lang) -> String {
    let Change::Column { instead_of, .. } = change else { return String::new() };
    let names = listed(instead_of, lang);
    match (instead_of.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" {names} läses därför inte längre."),
        (false, Lang::En) => format!(" Therefore {names} is no longer read."),
    }
}
