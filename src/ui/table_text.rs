//! The words of tables, in both languages.

use super::text::texts;
use crate::data::Lang;
use crate::view::format::count;

texts! {
    rising: "lägst eller tidigast i alfabetet först", "lowest or first in the alphabet first";
    walk: "Tryck på en ruta, eller gå mellan dem med piltangenterna.", "Press a cell, or move between them with the arrow keys.";
    falling: "högst eller senast i alfabetet först", "highest or last in the alphabet first";
}

/// In which order the rows stand, and what that says of them: `Sorterad på Närvaro, …`
pub(super) fn sorted(column: &str, falling: bool, lang: Lang) -> String {
    let way = if falling { self::falling(lang) } else { rising(lang) };
    match lang {
        Lang::Sv => {
            format!(
                "Sorterad på {column}, {way}. Dolda och saknade värden står sist. Det är ingen rangordning: avstånden kan vara slump."
            )
        }
        Lang::En => {
            format!(
                "Sorted by {column}, {way}. Withheld and missing values stand last. This is no ranking: the gaps may be chance."
            )
        }
    }
}

/// `101 av 1 312 rader visas.`
pub(super) fn some_rows(drawn: usize, all: usize, lang: Lang) -> String {
    let (drawn, all) = (count(drawn as u64, lang), count(all as u64, lang));
    match lang {
        Lang::Sv => format!("{drawn} av {all} rader visas."),
        Lang::En => format!("{drawn} of {all} rows are shown."),
    }
}

/// `Visa alla 1 312 rader`
pub(super) fn show_all(rows: usize, lang: Lang) -> String {
    let rows = count(rows as u64, lang);
    match lang {
        Lang::Sv => format!("Visa alla {rows} rader"),
        Lang::En => format!("Show all {rows} rows"),
    }
}

/// `De 100 första av 1 188 skolor visas, i bokstavsordning. Filer som sparas har alla.`
pub(super) fn some_schools(shown: usize, all: usize, lang: Lang) -> String {
    let (shown, all) = (count(shown as u64, lang), count(all as u64, lang));
    match lang {
        Lang::Sv => format!(
            "{shown} av {all} valda skolor visas: skolan i fokus och de första i bokstavsordning. Filer som sparas har alla."
        ),
        Lang::En => format!(
            "{shown} of {all} chosen schools are shown: the school in focus and the first in alphabetical order. Files that are saved have all."
        ),
    }
}

/// `Visa alla 1 188 skolor`
pub(super) fn all_schools(all: usize, lang: Lang) -> String {
    let all = count(all as u64, lang);
    match lang {
        Lang::Sv => format!("Visa alla {all} skolor"),
        Lang::En => format!("Show all {all} schools"),
    }
}
