//! The import report in words.

mod columns;
mod csv;
mod garbled;
mod notes;
mod problems;
mod rows;
mod size;

use crate::data::{Lang, Profile, Shape};
use crate::disclose::Protected;
use crate::ingest::{FileReport, Form, Note, Report};
use crate::view::format::count;
use crate::view::refusal;
use crate::view::screen::{FileView, ReportView};

pub use csv::{report_csv, report_file_name};
pub use garbled::garbled;

/// The report in words, beside the data: it tells no number that is withheld there.
pub fn report_beside(dataset: &Protected, found: &Report, lang: Lang) -> ReportView {
    of(found, Some(&dataset.profile), size::is_withheld(found, dataset), lang)
}

/// The report in words where there are no data; `profile` names the indicators.
pub fn report(report: &Report, profile: Option<&Profile>, lang: Lang) -> ReportView {
    of(report, profile, false, lang)
}

fn of(report: &Report, profile: Option<&Profile>, is_withheld: bool, lang: Lang) -> ReportView {
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
    // Garbled letters come with an offer to put them right, and stand for themselves.
    let notes = report.notes.iter().filter(|found| !matches!(found, Note::DoubleEncoded(_)));
    ReportView {
        heading,
        say,
        failed: used == 0,
        files: report.files.iter().map(|file| file_view(file, profile, is_withheld, lang)).collect(),
        notes: notes.map(|found| notes::note(found, lang)).collect(),
    }
}

fn file_view(file: &FileReport, profile: Option<&Profile>, is_withheld: bool, lang: Lang) -> FileView {
    // A file that is refused was held against a profile, too.
    let own = file.form.as_ref().map(|form| &form.profile).or(profile);
    let mut problems: Vec<String> =
        file.problems.iter().map(|found| problems::problem(found, file, own, lang)).collect();
    problems.extend(columns::not_read(file, lang));
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
        rows: rows::rows(file, is_withheld, lang),
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

fn indicator_name(index: usize, profile: Option<&Profile>, lang: Lang) -> String {
    let indicator = profile.and_then(|profile| profile.indicators.get(index));
    indicator
        .map_or_else(|| lang.pick("Indikator", "Indicator").to_owned(), |indicator| indicator.name.get(lang).to_owned())
}
