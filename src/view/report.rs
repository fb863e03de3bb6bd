//! The import report in words.

use crate::data::{Kind, Lang, Profile, Role, Shape};
use crate::ingest::{Column, Example, FileReport, Form, Note, Problem, Reason, Report, SetAside};
use crate::view::format::{count, number};
use crate::view::refusal;
use crate::view::screen::{ColumnView, FileView, ReportView, RowsView};

/// The report in words; `profile` names the indicators.
pub fn report(report: &Report, profile: Option<&Profile>, lang: Lang) -> ReportView {
    let (read, used, aside) = (report.rows_read(), report.rows_used(), report.rows_set_aside());
    let n = |rows| count(rows, lang);
    let refused = report.files.iter().filter(|file| file.refused.is_some()).count();
    let heading = match (used, aside, refused) {
        (0, _, _) => lang.pick("Ingen rad kunde användas", "No row could be used").to_owned(),
        (_, 0, 0) => lang.pick("Varje rad används", "Every row is used").to_owned(),
        (_, _, 0) => lang.pick("Varje rad är redovisad", "Every row is accounted for").to_owned(),
        (_, _, 1) => lang.pick("En fil används inte", "One file is not used").to_owned(),
        (_, _, files) => format!("{files} {}", lang.pick("filer används inte", "files are not used")),
    };
    let say = match lang {
        Lang::Sv => format!("{} använda + {} åt sidan = {} lästa rader.", n(used), n(aside), n(read)),
        Lang::En => format!("{} used + {} set aside = {} rows read.", n(used), n(aside), n(read)),
    };
    ReportView {
        heading,
        say,
        failed: used == 0,
        files: report.files.iter().map(|file| file_view(file, profile, lang)).collect(),
        notes: report.notes.iter().map(|found| note(found, lang)).collect(),
    }
}

fn file_view(file: &FileReport, profile: Option<&Profile>, lang: Lang) -> FileView {
    let mut problems: Vec<String> = file.problems.iter().map(|found| problem(found, file, profile, lang)).collect();
    if file.characters_replaced > 0 {
        let characters = count(file.characters_replaced, lang);
        problems.push(match lang {
            Lang::Sv => format!("{characters} tecken gick inte att läsa och visas som �. Spara filen på nytt som ”CSV UTF-8” och läs in den igen."),
            Lang::En => format!("{characters} characters could not be read and show as �. Save the file again as “CSV UTF-8” and read it again."),
        });
    }
    FileView {
        name: file.name.clone(),
        form: file.form.as_ref().map_or(String::new(), |form| form_in_words(form, file.refused.is_none(), lang)),
        refused: file.refused.as_ref().map(|why| refusal::sentences(why, file, profile, lang)),
        columns: file
            .form
            .iter()
            .flat_map(|form| &form.columns)
            .map(|column| column_view(column, profile, lang))
            .collect(),
        rows: rows(file, lang),
        problems,
    }
}

/// How the file was read; what a row stands for only where the rows are used.
fn form_in_words(form: &Form, used: bool, lang: Lang) -> String {
    let delimiter = match form.delimiter {
        ';' => lang.pick("semikolon", "semicolon"),
        ',' => lang.pick("komma", "comma"),
        '\t' => lang.pick("tabb", "tab"),
        _ => lang.pick("lodstreck", "vertical bar"),
    };
    let shape = match form.shape {
        _ if !used => "",
        Shape::PupilRows => lang.pick(", en rad per elev och läsår", ", one row per pupil and school year"),
        Shape::Aggregated => {
            lang.pick(", en rad per skola, läsår och grupp", ", one row per school, school year and group")
        }
    };
    let header = lang.pick("rubriker på rad", "headings on line");
    let year = form.year_in_title.map_or(String::new(), |year| {
        format!(", {} {year}", lang.pick("läsår ur rubriken:", "school year from the title:"))
    });
    format!("{}, {delimiter}, {header} {}{shape}{year}.", form.encoding.name(), form.header_line)
}

fn column_view(column: &Column, profile: Option<&Profile>, lang: Lang) -> ColumnView {
    let role = column
        .role
        .map_or_else(|| lang.pick("läses inte", "not read").to_owned(), |role| role_in_words(role, profile, lang));
    let unnamed = lang.pick("(utan rubrik)", "(no heading)");
    let caption = if column.caption.is_empty() { unnamed.to_owned() } else { column.caption.clone() };
    ColumnView { caption, role, used: column.role.is_some() }
}

fn role_in_words(role: Role, profile: Option<&Profile>, lang: Lang) -> String {
    match role {
        Role::Dim(dim) => dim.name(lang).to_owned(),
        Role::SchoolCode => lang.pick("Skolenhetskod", "School unit code").to_owned(),
        Role::Pupils => lang.pick("Antal elever", "Number of pupils").to_owned(),
        Role::Indicator(index) => indicator_name(index, profile, lang),
    }
}

fn indicator_name(index: usize, profile: Option<&Profile>, lang: Lang) -> String {
    let indicator = profile.and_then(|profile| profile.indicators.get(index));
    indicator
        .map_or_else(|| lang.pick("Indikator", "Indicator").to_owned(), |indicator| indicator.name.get(lang).to_owned())
}

/// What became of the rows: used, set aside by reason, and the sum.
fn rows(file: &FileReport, lang: Lang) -> Vec<RowsView> {
    if file.rows_read == 0 {
        return Vec::new();
    }
    let line = |what: &str, rows: u64, note: String, total: bool| RowsView {
        what: what.to_owned(),
        rows: count(rows, lang),
        note,
        total,
    };
    let mut lines = vec![line(lang.pick("Används", "Used"), file.rows_used, String::new(), false)];
    let mut aside: Vec<&SetAside> = file.set_aside.iter().collect();
    aside.sort_by_key(|group| group.reason);
    lines.extend(aside.iter().map(|group| line(reason(group.reason, lang), group.rows, places(group, lang), false)));
    let sum: u64 = file.rows_used + file.set_aside.iter().map(|group| group.rows).sum::<u64>();
    let note = if sum == file.rows_read {
        lang.pick("Stämmer", "Adds up")
    } else {
        lang.pick("Stämmer inte", "Does not add up")
    };
    lines.push(line(
        lang.pick("Summa: alla rader under rubrikerna", "Sum: all rows below the headings"),
        file.rows_read,
        note.to_owned(),
        true,
    ));
    lines
}

fn reason(reason: Reason, lang: Lang) -> &'static str {
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
    let lines: Vec<String> = group.examples.iter().map(|example| count(example.line, lang)).collect();
    let rest = group.rows.saturating_sub(lines.len() as u64);
    let word = lang.pick(if group.rows == 1 { "Rad" } else { "Rader" }, if group.rows == 1 { "Line" } else { "Lines" });
    let mut text = format!("{word} {}{}.", lines.join(", "), more(rest, lang));
    if let Some(found) = group.examples.first().and_then(|example| quoted(example, lang)) {
        text = format!("{text} {found}.");
    }
    if let Some(expected) = expected_of_row(group.reason, lang) {
        text = format!("{text} {expected}");
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

fn expected_of_row(reason: Reason, lang: Lang) -> Option<&'static str> {
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
        Reason::Conflict => Some(lang.pick(
            "Den första raden används. Kontrollera vilken fil som är rätt.",
            "The first row is used. Check which file is right.",
        )),
        _ => None,
    }
}

/// `Närvaro: 6 värden utanför skalan 0–100, till exempel ”140” på rad 1 018. De räknas som saknade.`
fn problem(found: &Problem, file: &FileReport, profile: Option<&Profile>, lang: Lang) -> String {
    let name = indicator_name(found.indicator, profile, lang);
    let values = count(found.values, lang);
    let indicator = profile.and_then(|profile| profile.indicators.get(found.indicator));
    let shape = file.form.as_ref().map(|form| form.shape);
    let expected = match (indicator, shape) {
        (Some(indicator), Some(Shape::PupilRows)) if indicator.kind == Kind::Share => {
            lang.pick("Ja eller Nej", "Ja or Nej (yes or no)").to_owned()
        }
        (Some(indicator), _) => {
            let (lowest, highest) = (number(indicator.lowest, 0, lang), number(indicator.highest, 0, lang));
            format!("{} {lowest}–{highest}", lang.pick("ett tal", "a number"))
        }
        (None, _) => lang.pick("ett tal", "a number").to_owned(),
    };
    let example = found.examples.first();
    let place = example.map_or(String::new(), |example| {
        let line = count(example.line, lang);
        match lang {
            Lang::Sv => format!(", till exempel ”{}” på rad {line}", example.found),
            Lang::En => format!(", for example “{}” on line {line}", example.found),
        }
    });
    match lang {
        Lang::Sv => {
            let noun = if found.values == 1 { "värde" } else { "värden" };
            format!(
                "{name}: {values} {noun} kunde inte användas{place}. Väntat: {expected}. Räknas som saknat; resten av raden används."
            )
        }
        Lang::En => {
            let noun = if found.values == 1 { "value" } else { "values" };
            format!(
                "{name}: {values} {noun} could not be used{place}. Expected: {expected}. Counted as missing; the rest of the row is used."
            )
        }
    }
}

fn note(found: &Note, lang: Lang) -> String {
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
        (Note::CalendarYears, _) => lang
            .pick("Ensamma årtal läses som resultatår: 2024 är läsåret 2023/24.", "Lone years are read as result years: 2024 is the school year 2023/24.")
            .to_owned(),
        (Note::NoYear, _) => lang
            .pick(
                "Ingen kolumn och ingen rubrik säger vilket läsår det är. Lägg till en kolumn Läsår för att se utvecklingen.",
                "No column and no title says which school year it is. Add a column Läsår to see the development.",
            )
            .to_owned(),
    }
}
