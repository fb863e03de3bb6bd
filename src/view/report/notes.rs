//! What there is to know about the files together, in words.

use crate::data::{Dim, Lang, MOST_GROUPS};
use crate::ingest::Note;
use crate::view::words;

/// One thing to know about the files together.
pub(super) fn note(found: &Note, lang: Lang) -> String {
    match (found, lang) {
        (Note::SchoolLinkedByName(name), Lang::Sv) => format!("{name} saknar kod i en av filerna och har tagits för skolan med samma namn."),
        (Note::SchoolLinkedByName(name), Lang::En) => format!("{name} has no code in one of the files and was taken to be the school of that name."),
        (Note::SchoolRenamed { shown, earlier }, Lang::Sv) => format!("{shown} har också hetat {}. Senaste namnet visas.", earlier.join(", ")),
        (Note::SchoolRenamed { shown, earlier }, Lang::En) => format!("{shown} has also been called {}. The latest name is shown.", earlier.join(", ")),
        (Note::SchoolFromFileName(file), Lang::Sv) => format!("{file} har ingen kolumn för skola. Alla rader har tagits för en skola, med filens namn."),
        (Note::SchoolFromFileName(file), Lang::En) => format!("{file} has no school column. All rows were taken to be one school, called as the file."),
        (Note::Fractions { file, indicator }, Lang::Sv) => {
            format!("{file} skriver {} som bråkdelar (0,874). De har lästs som procent (87,4).", indicator.get(lang))
        }
        (Note::Fractions { file, indicator }, Lang::En) => {
            format!("{file} writes {} as fractions (0.874). They were read as per cent (87.4).", indicator.get(lang))
        }
        (Note::FractionsAndPercent { file, indicator, all: false }, Lang::Sv) => format!(
            "{file} skriver {} som procent (87,4), men några värden ligger mellan 0 och 1 och kan vara bråkdelar (0,874). De används inte. Skriv alla på samma sätt och läs in filen igen.",
            indicator.get(lang)
        ),
        (Note::FractionsAndPercent { file, indicator, all: false }, Lang::En) => format!(
            "{file} writes {} as per cent (87.4), but some values are between 0 and 1 and may be fractions (0.874). They are not used. Write all in one way and read the file again.",
            indicator.get(lang)
        ),
        (Note::FractionsAndPercent { file, indicator, .. }, Lang::Sv) => format!(
            "{file} skriver en del värden av {} som bråkdelar (0,874) och andra som procent (87,4). Det går inte att avgöra vilka som är vilka, så inget av dem används. Skriv alla på samma sätt och läs in filen igen.",
            indicator.get(lang)
        ),
        (Note::FractionsAndPercent { file, indicator, .. }, Lang::En) => format!(
            "{file} writes some values of {} as fractions (0.874) and others as per cent (87.4). Which are which cannot be told, so none of them is used. Write all in one way and read the file again.",
            indicator.get(lang)
        ),
        (Note::InSeveralFiles { file, parts }, _) => in_several_files(file, parts, lang),
        (Note::TotalsByArithmetic { dim, names }, _) => totals(*dim, names, lang),
        (Note::TooManyGroups { column }, Lang::Sv) => format!(
            "Kolumnen {column} har fler än {MOST_GROUPS} olika värden. Den används inte till grupper."
        ),
        (Note::TooManyGroups { column }, Lang::En) => format!(
            "The column {column} has more than {MOST_GROUPS} different values. It is not used for groups."
        ),
        // Said by itself, with an offer: `garbled`.
        (Note::DoubleEncoded(_), _) => String::new(),
        (Note::CalendarYears, _) => lang
            .pick("Ensamma årtal läses som resultatår: 2024 är läsåret 2023/24.", "Lone years are read as result years: 2024 is the school year 2023/24.")
            .to_owned(),
        (Note::PartsOfYear { file, first, second }, Lang::Sv) => format!(
            "{file} har rader för både {first} och {second}, som hör till samma läsår. Elever som står i båda räknas två gånger. Läs in en termin i taget, eller ta med en kolumn som skiljer eleverna åt."
        ),
        (Note::PartsOfYear { file, first, second }, Lang::En) => format!(
            "{file} has rows of both {first} and {second}, which are of the same school year. Pupils who are in both count twice. Read one term at a time, or include a column that tells pupils apart."
        ),
        (Note::NoYear, _) => lang
            .pick(
                "Ingen kolumn och ingen rubrik säger vilket läsår det är. Lägg till en kolumn Läsår för att se utvecklingen.",
                "No column and no title says which school year it is. Add a column Läsår to see the development.",
            )
            .to_owned(),
    }
}

/// Parts that are named; the rest is counted.
const NAMED: usize = 4;

fn in_several_files(file: &str, parts: &[(String, String)], lang: Lang) -> String {
    let named: Vec<String> = parts.iter().take(NAMED).map(|(school, year)| format!("{school} {year}")).collect();
    let rest = parts.len().saturating_sub(NAMED);
    let more = match (rest, lang) {
        (0, _) => String::new(),
        (rest, Lang::Sv) => format!(" och {rest} till"),
        (rest, Lang::En) => format!(" and {rest} more"),
    };
    let named = named.join(", ");
    match lang {
        Lang::Sv => format!(
            "{file} har elever i skolor och läsår som också finns i en annan av filerna ({named}{more}). Eleverna räknas ihop. Är det samma elever ska bara den ena filen läsas in."
        ),
        Lang::En => format!(
            "{file} has pupils of schools and school years that are in another of the files, too ({named}{more}). They are counted together. If they are the same pupils, read only one of the files."
        ),
    }
}

fn totals(dim: Dim, names: &[String], lang: Lang) -> String {
    let names = words::listed(names, lang);
    match (dim, lang) {
        (Dim::School, Lang::Sv) => {
            format!("{names} är summan av de andra skolorna i varje läsår och räknas inte som en skola.")
        }
        (Dim::School, Lang::En) => {
            format!("{names} is the sum of the other schools in every school year and is not counted as a school.")
        }
        (_, Lang::Sv) => {
            format!("{names} är summan av de andra i kolumnen {} och läggs inte ihop med dem.", dim.name(lang))
        }
        (_, Lang::En) => {
            format!("{names} is the sum of the others in the column {} and is not added to them.", dim.name(lang))
        }
    }
}
