//! What was found about persons, what was done with it, and how to deliver a cleaner file.

use super::Warning;
use super::kind::{kind, short_kind};
use super::words::caption;
use crate::data::{Lang, Role};
use crate::ingest::{Column, Identity};
use crate::view::words::listed;

/// What there is to tell about the columns of a file, the gravest first.
pub(super) fn warnings(columns: &[Column], lang: Lang) -> Vec<Warning> {
    let found: Vec<(&Column, Identity)> =
        columns.iter().filter_map(|column| Some((column, column.identity?))).collect();
    let pick = |grave: bool, used: bool| -> Vec<(&Column, Identity)> {
        let fits = |(column, identity): &&(&Column, Identity)| {
            identity.is_strong() == grave && (column.role == Some(Role::Pupil)) == used
        };
        found.iter().filter(fits).copied().collect()
    };
    let warning = |grave: bool, columns: &[(&Column, Identity)], rest: String| {
        (!columns.is_empty()).then(|| Warning { grave, first: first(columns, grave, lang), rest })
    };
    let (unread, used, weak) = (pick(true, false), pick(true, true), pick(false, false));
    let one = |columns: &[_]| columns.len() == 1;
    [
        warning(true, &unread, grave_unread(one(&unread), lang)),
        warning(true, &used, grave_used(lang)),
        warning(false, &weak, weak_unread(one(&weak), lang)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `Kolumnen Elev-ID ser ut som personnummer.`
fn first(columns: &[(&Column, Identity)], grave: bool, lang: Lang) -> String {
    if let [(column, identity)] = columns {
        let (name, kind) = (caption(&column.caption, lang), kind(*identity, lang));
        return match lang {
            Lang::Sv => format!("Kolumnen {name} ser ut som {kind}."),
            Lang::En => format!("The column {name} looks like {kind}."),
        };
    }
    let named = |(column, identity): &(&Column, Identity)| {
        format!("{} ({})", caption(&column.caption, lang), short_kind(*identity, lang))
    };
    let names = listed(&columns.iter().map(named).collect::<Vec<_>>(), lang);
    match (lang, grave) {
        (Lang::Sv, true) => format!("Några kolumner pekar ut enskilda elever: {names}."),
        (Lang::Sv, false) => format!("Några kolumner kan peka ut elever: {names}."),
        (Lang::En, true) => format!("Some columns single pupils out: {names}."),
        (Lang::En, false) => format!("Some columns may single pupils out: {names}."),
    }
}

fn grave_unread(one: bool, lang: Lang) -> String {
    let (sv, en) = if one {
        (
            "Den läses inte in, och inget av innehållet visas eller finns kvar. Ta bort kolumnen ur filen, eller byt den mot ett löpnummer, innan du delar den.",
            "It is not read, and nothing of its contents is shown or kept. Take the column out of the file, or put a serial number in its place, before you share it.",
        )
    } else {
        (
            "De läses inte in, och inget av innehållet visas eller finns kvar. Ta bort kolumnerna ur filen, eller byt dem mot ett enda löpnummer, innan du delar den.",
            "They are not read, and nothing of their contents is shown or kept. Take the columns out of the file, or put a single serial number in their place, before you share it.",
        )
    };
    lang.pick(sv, en).to_owned()
}

fn grave_used(lang: Lang) -> String {
    lang.pick(
        "Den används bara för att hitta elever som har flera rader. Under läsningen räknades varje värde om till ett kontrolltal, och kontrolltalen är borta nu. Inget av innehållet visas. Byt kolumnen mot ett löpnummer innan du delar filen.",
        "It is used only to find pupils who have several rows. While reading, each value was turned into a check number, and the check numbers are gone now. Nothing of its contents is shown. Put a serial number in its place before you share the file.",
    )
    .to_owned()
}

fn weak_unread(one: bool, lang: Lang) -> String {
    let (sv, en) = if one {
        (
            "Den läses inte in och visas inte. Ta gärna bort den ur filen innan du delar den.",
            "It is not read and not shown. Better take it out of the file before you share it.",
        )
    } else {
        (
            "De läses inte in och visas inte. Ta gärna bort dem ur filen innan du delar den.",
            "They are not read and not shown. Better take them out of the file before you share it.",
        )
    };
    lang.pick(sv, en).to_owned()
}
