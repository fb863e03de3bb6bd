//! What became of the rows, in words.

use super::size;
use crate::data::{Lang, sort_by_key};
use crate::ingest::{Example, FileReport, Reason, SetAside};
use crate::view::format::count;
use crate::view::screen::RowsView;

/// Lines that are named; the rest is counted, and in the report as a file.
const FEW: usize = 5;

/// What became of the rows: used, set aside by reason, and the sum. Of a file that may be a small group it is not said how many it has.
pub(super) fn rows(file: &FileReport, is_withheld: bool, lang: Lang) -> Vec<RowsView> {
    if file.rows_read == 0 {
        return Vec::new();
    }
    let line = |what: &str, rows: u64, note: String, total: bool| RowsView {
        what: what.to_owned(),
        rows: count(rows, lang),
        note,
        total,
    };
    let sized = |line: RowsView| if is_withheld { RowsView { rows: size::withheld(lang), ..line } } else { line };
    let mut lines = vec![sized(line(lang.pick("Används", "Used"), file.rows_used, String::new(), false))];
    lines.extend(
        in_order(file).iter().map(|group| line(reason(group.reason, lang), group.rows, places(group, lang), false)),
    );
    let sum: u64 = file.rows_used + file.set_aside.iter().map(|group| group.rows).sum::<u64>();
    let note = if sum == file.rows_read {
        lang.pick("Stämmer", "Adds up")
    } else {
        lang.pick("Stämmer inte", "Does not add up")
    };
    lines.push(sized(line(
        lang.pick("Summa: alla rader under rubrikerna", "Sum: all rows below the headings"),
        file.rows_read,
        note.to_owned(),
        true,
    )));
    lines
}

/// Rows set aside, by reason in the order of reports.
pub(super) fn in_order(file: &FileReport) -> Vec<&SetAside> {
    let mut aside: Vec<&SetAside> = file.set_aside.iter().collect();
    sort_by_key(&mut aside, |group| group.reason);
    aside
}

/// Why a row is not used, in a few words.
pub(super) fn reason(reason: Reason, lang: Lang) -> &'static str {
    match reason {
        Reason::Empty => lang.pick("Tom rad", "Empty row"),
        Reason::Text => lang.pick("Text, inte en rad i tabellen", "Text, not a row of the table"),
        Reason::RepeatedHeader => lang.pick("Rubrikraden en gång till", "The headings once more"),
        Reason::ExtraFields => lang.pick("Fler fält än rubriker", "More fields than headings"),
        Reason::SecondTable => {
            lang.pick("Hör till en tabell till i samma fil", "Belongs to another table in the same file")
        }
        Reason::UnclosedQuote => lang.pick("Ett citattecken utan slut", "A quotation mark without end"),
        Reason::Year => lang.pick("Läsår saknas eller går inte att läsa", "School year missing or unreadable"),
        Reason::School => lang.pick("Skola saknas", "School missing"),
        Reason::Pupils => lang.pick("Antal elever går inte att läsa", "Number of pupils unreadable"),
        Reason::NoValues => lang.pick("Varken antal elever eller värden", "Neither number of pupils nor values"),
        Reason::SumOfSchools => lang.pick("Summa av flera skolor", "Sum of several schools"),
        Reason::OtherIndicator => {
            lang.pick("Något annat än profilens indikatorer", "Something else than the profile's indicators")
        }
        Reason::Identity => lang.pick(
            "Personuppgift där ett namn på skola eller grupp väntas",
            "Personal data where the name of a school or group is expected",
        ),
        Reason::PupilTwice => lang.pick(
            "Samma elev, skola och läsår finns redan, med andra värden",
            "The same pupil, school and school year is there already, with other values",
        ),
        Reason::Twin => lang.pick("Samma rad finns redan", "The same row is there already"),
        Reason::Conflict => lang.pick(
            "Samma skola, läsår och grupp finns redan, med andra värden",
            "The same school, year and group is there already, with other values",
        ),
        Reason::TooManyLabels => {
            lang.pick("För många olika värden i en kolumn", "Too many different values in one column")
        }
        Reason::FileRefused => lang.pick("Filen används inte", "The file is not used"),
    }
}

/// `Rad 204, 205 och 9 till`, with what stands there where a column is to blame, and what was expected.
fn places(group: &SetAside, lang: Lang) -> String {
    if group.examples.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = group.examples.iter().take(FEW).map(|example| count(example.line, lang)).collect();
    let rest = group.rows.saturating_sub(lines.len() as u64);
    let word = lang.pick(if group.rows == 1 { "Rad" } else { "Rader" }, if group.rows == 1 { "Line" } else { "Lines" });
    let mut text = format!("{word} {}{}.", lines.join(", "), more(rest, lang));
    if let Some(found) = group.examples.first().and_then(|example| quoted(example, lang)) {
        text = format!("{text} {found}.");
    }
    if let Some(expected) = expected_of_row(group.reason, lang) {
        text = format!("{text} {expected}");
    }
    let is_empty = |example: &Example| !example.column.is_empty() && example.found.is_empty();
    if matches!(group.reason, Reason::Year | Reason::School) && group.examples.iter().any(is_empty) {
        text.push_str(lang.pick(
            " Är cellerna sammanfogade i Excel gäller bara den första raden: dela dem och fyll i varje rad.",
            " If the cells are merged in Excel, only the first row holds what they say: split them and fill in every row.",
        ));
    }
    text
}

fn more(rest: u64, lang: Lang) -> String {
    if rest == 0 {
        String::new()
    } else {
        format!(" {} {} {}", lang.pick("och", "and"), count(rest, lang), lang.pick("till", "more"))
    }
}

/// `I kolumnen Läsår står ”2023/25”`.
fn quoted(example: &Example, lang: Lang) -> Option<String> {
    if example.column.is_empty() {
        return None;
    }
    let found = if example.found.is_empty() {
        lang.pick("inget", "nothing").to_owned()
    } else {
        format!("{}{}{}", lang.pick("”", "“"), example.found, '”')
    };
    Some(match lang {
        Lang::Sv => format!("I kolumnen {} står {found}", example.column),
        Lang::En => format!("The column {} holds {found}", example.column),
    })
}

/// What was expected of such a row, or what to do.
pub(super) fn expected_of_row(reason: Reason, lang: Lang) -> Option<&'static str> {
    match reason {
        Reason::Year => Some(lang.pick(
            "Väntat: ett läsår som 2023/24, 2023/2024 eller VT24.",
            "Expected: a school year such as 2023/24, 2023/2024 or VT24.",
        )),
        Reason::ExtraFields => Some(lang.pick(
            "Ett avgränsningstecken står inne i ett värde, till exempel ett decimalkomma. Spara filen med semikolon mellan fälten.",
            "A delimiter stands inside a value, for example a decimal comma. Save the file with semicolons between the fields.",
        )),
        Reason::SecondTable => Some(lang.pick(
            "Bara den första tabellen läses. Spara de andra som egna filer.",
            "Only the first table is read. Save the others as files of their own.",
        )),
        Reason::UnclosedQuote => Some(lang.pick(
            "Alla rader därefter lästes som en enda. Ta bort eller avsluta citattecknet på den raden och läs in filen igen.",
            "All lines after it were read as one. Remove or close the quotation mark on that line and read the file again.",
        )),
        Reason::Pupils => {
            Some(lang.pick("Väntat: ett heltal, eller .. för dolt.", "Expected: a whole number, or .. for withheld."))
        }
        Reason::Identity => Some(lang.pick(
            "Innehållet visas inte. Ta bort kolumnen ur filen, eller byt den mot skolans namn.",
            "The contents are not shown. Take the column out of the file, or replace it by the school's name.",
        )),
        Reason::PupilTwice => Some(lang.pick(
            "Den första raden används. Lämna en rad per elev och läsår.",
            "The first row is used. Deliver one row per pupil and school year.",
        )),
        Reason::Conflict => Some(lang.pick(
            "Den första raden används. Kontrollera vilken fil som är rätt.",
            "The first row is used. Check which file is right.",
        )),
        _ => None,
    }
}
