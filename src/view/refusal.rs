//! Why a file is not used: what was found, what was expected, what to do.

use crate::data::{Lang, Profile, builtin};
use crate::ingest::{FileReport, Refusal};
use crate::view::words;

/// Two texts: what is wrong, and what to do about it.
pub(crate) fn sentences(
    refusal: &Refusal,
    file: &FileReport,
    profile: Option<&Profile>,
    lang: Lang,
) -> (String, String) {
    let (what, then) = match lang {
        Lang::Sv => swedish(refusal, file, profile),
        Lang::En => english(refusal, file, profile),
    };
    (what.to_owned(), then)
}

/// `Närvaro, Examen inom tre år och Betygspoäng`: the indicators that a file may carry.
fn expected(profile: Option<&Profile>, lang: Lang) -> String {
    let profiles = profile.map_or_else(builtin, |profile| vec![profile.clone()]);
    let of_one = |profile: &Profile| {
        let names: Vec<String> =
            profile.indicators.iter().map(|indicator| indicator.name.get(lang).to_owned()).collect();
        words::listed(&names, lang)
    };
    profiles.iter().map(of_one).collect::<Vec<_>>().join(lang.pick("; eller ", "; or "))
}

/// Captions that are named; the rest is counted.
const NAMED: usize = 8;

fn found(file: &FileReport, lang: Lang) -> String {
    let columns = file.form.iter().flat_map(|form| &form.columns);
    let captions: Vec<&str> =
        columns.map(|column| column.caption.as_str()).filter(|caption| !caption.is_empty()).collect();
    let named = captions.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match captions.len().saturating_sub(NAMED) {
        0 => named,
        rest => format!("{named} {} {rest} {}", lang.pick("och", "and"), lang.pick("till", "more")),
    }
}

fn swedish(refusal: &Refusal, file: &FileReport, profile: Option<&Profile>) -> (&'static str, String) {
    let columns = found(file, Lang::Sv);
    match refusal {
        Refusal::Empty => ("Filen är tom.", "Kontrollera att rätt fil valdes, och att den har rader.".into()),
        Refusal::Workbook => (
            "Filen är en Excel-arbetsbok, inte CSV.",
            "Öppna den i Excel, välj Arkiv, Spara som, och filformatet ”CSV UTF-8 (kommaavgränsad)”. Läs sedan in den nya filen.".into(),
        ),
        Refusal::Binary => ("Filen är inte text.", "Välj en CSV-fil. I Excel: Arkiv, Spara som, ”CSV UTF-8”.".into()),
        Refusal::NoIndicator => (
            "Ingen kolumn i filen är en indikator i profilen.",
            format!("Kolumnerna i filen: {columns}. Väntade rubriker: {}. Välj ovan vad kolumnerna ska läsas som, eller byt rubrik i filen.", expected(profile, Lang::Sv)),
        ),
        Refusal::NoSchoolOrYear => (
            "Filen säger varken vilken skola eller vilket läsår det gäller.",
            format!("Kolumnerna i filen: {columns}. Välj ovan vilka kolumner det är, eller lägg till en kolumn Skola och en kolumn Läsår."),
        ),
        Refusal::NoPupils => (
            "Filen har värden för grupper av elever, men ingen kolumn säger hur många elever de är.",
            format!("Kolumnerna i filen: {columns}. Välj ovan vilken kolumn som är Antal elever, eller lägg till en. Eller lämna en rad per elev (andelar då som Ja eller Nej)."),
        ),
        Refusal::OtherShape => (
            "Filen har en annan form än de tidigare.",
            "Rader per elev och rader per skola kan inte läggas ihop. Läs in filerna var för sig.".into(),
        ),
        Refusal::OtherProfile => (
            "Filen mäter andra indikatorer än de tidigare filerna.",
            format!("Kolumnerna i filen: {columns}. Läs in den för sig."),
        ),
        Refusal::NoSchool => (
            "Filen har värden för grupper, men ingen kolumn säger vilken skola det är.",
            format!("Kolumnerna i filen: {columns}. Välj ovan vilken kolumn det är, eller en fil med en rad per skola."),
        ),
        Refusal::Ambiguous => (
            "Filen har flera rader för samma skola, läsår och program, med olika värden.",
            "Den är troligen uppdelad på något som programmet inte känner igen, till exempel ämne. Behåll en rad per skola, läsår och program, och läs in filen igen.".into(),
        ),
        Refusal::SameFile => (
            "Filen är densamma som en annan av filerna.",
            "Den räknas en gång. Annars skulle varje elev räknas två gånger.".into(),
        ),
        Refusal::SeveralRowsPerPupil => (
            "Filen har flera rader för samma elev och läsår.",
            "Den är troligen uppdelad på termin, ämne eller kurs. Lämna en rad per elev och läsår, och läs in filen igen.".into(),
        ),
        Refusal::NoRows => ("Filen har rubriker, men ingen rad som kan användas.", "Se nedan vad som hände med raderna.".into()),
    }
}

fn english(refusal: &Refusal, file: &FileReport, profile: Option<&Profile>) -> (&'static str, String) {
    let columns = found(file, Lang::En);
    match refusal {
        Refusal::Empty => ("The file is empty.", "Check that the right file was chosen, and that it has rows.".into()),
        Refusal::Workbook => (
            "The file is an Excel workbook, not CSV.",
            "Open it in Excel, choose File, Save as, and the format “CSV UTF-8 (comma delimited)”. Then read the new file.".into(),
        ),
        Refusal::Binary => ("The file is not text.", "Choose a CSV file. In Excel: File, Save as, “CSV UTF-8”.".into()),
        Refusal::NoIndicator => (
            "No column of the file is an indicator of the profile.",
            format!("Columns of the file: {columns}. Expected headings: {}. Choose above what the columns are to be read as, or change the headings in the file.", expected(profile, Lang::En)),
        ),
        Refusal::NoSchoolOrYear => (
            "The file says neither which school nor which school year it is.",
            format!("Columns of the file: {columns}. Choose above which columns they are, or add a column Skola and a column Läsår."),
        ),
        Refusal::NoPupils => (
            "The file has values of groups of pupils, but no column says how many pupils they are.",
            format!("Columns of the file: {columns}. Choose above which column is the number of pupils, or add one. Or deliver one row per pupil (shares then as Ja or Nej)."),
        ),
        Refusal::OtherShape => (
            "The file has another shape than those before it.",
            "Rows per pupil and rows per school cannot be put together. Read the files one by one.".into(),
        ),
        Refusal::OtherProfile => (
            "The file measures other indicators than the files before it.",
            format!("Columns of the file: {columns}. Read it on its own."),
        ),
        Refusal::NoSchool => (
            "The file has values for groups, but no column says which school it is.",
            format!("Columns of the file: {columns}. Choose above which column it is, or a file with one row per school."),
        ),
        Refusal::Ambiguous => (
            "The file has several rows for the same school, school year and programme, with different values.",
            "It is probably divided by something that the program does not know, such as subject. Keep one row per school, school year and programme, and read the file again.".into(),
        ),
        Refusal::SameFile => (
            "The file is the same as another of the files.",
            "It is counted once. Otherwise every pupil would be counted twice.".into(),
        ),
        Refusal::SeveralRowsPerPupil => (
            "The file has several rows for the same pupil and school year.",
            "It is probably divided by term, subject or course. Deliver one row per pupil and school year, and read the file again.".into(),
        ),
        Refusal::NoRows => ("The file has headings, but no row that can be used.", "See below what became of the rows.".into()),
    }
}
