//! The import report as a file: every line that is known, what stands there and what was done.

use super::{problems, rows, size};
use crate::data::{Lang, Profile};
use crate::disclose::Protected;
use crate::ingest::{Example, FileReport, Problem, Reason, Report, SetAside};
use crate::view::csv_file::csv_file;
use crate::view::{anonymity, coverage, plausibility, refusal};

/// One line: file, line number, what, column, contents, action.
type Line = [String; 6];

/// The report as a file: the account of rows first, then rows set aside, then values, then what else there is to know. What is
/// quoted from the files is masked already.
pub fn report_csv(report: &Report, dataset: Option<&Protected>, profile: Option<&Profile>, lang: Lang) -> Vec<u8> {
    let header = lang
        .pick(
            ["fil", "rad", "vad", "kolumn", "innehåll", "åtgärd"],
            ["file", "line", "what", "column", "contents", "action"],
        )
        .map(str::to_owned);
    let files = || report.files.iter();
    let is_withheld = dataset.is_some_and(|dataset| size::is_withheld(report, dataset));
    let lines = std::iter::once(header)
        .chain(files().flat_map(|file| account(file, profile, is_withheld, lang)))
        .chain((report.files.len() > 1).then(|| total(report, lang)))
        .chain(files().flat_map(|file| file.set_aside.iter().flat_map(|group| set_aside(file, group, lang))))
        .chain(files().flat_map(|file| file.problems.iter().flat_map(|found| values(file, found, profile, lang))))
        .chain(notes(report, dataset, lang));
    csv_file(lines.map(Vec::from))
}

/// `importrapport_elever.csv`, `importrapport_3_filer.csv`
pub fn report_file_name(report: &Report, lang: Lang) -> String {
    let stem = match report.files.as_slice() {
        [only] => {
            let stem = only.name.rsplit_once('.').map_or(only.name.as_str(), |(stem, _)| stem);
            stem.chars().map(|sign| if sign.is_alphanumeric() || "-_".contains(sign) { sign } else { '_' }).collect()
        }
        files => format!("{}_{}", files.len(), lang.pick("filer", "files")),
    };
    format!("{}_{stem}.csv", lang.pick("importrapport", "import_report"))
}

fn line(file: &str, what: &str, contents: String, action: &str) -> Line {
    [file.to_owned(), String::new(), what.to_owned(), String::new(), contents, action.to_owned()]
}

/// Rows read, used and set aside by reason, and that they add up; of a file that may be a small group, without how many it has.
fn account(file: &FileReport, profile: Option<&Profile>, is_withheld: bool, lang: Lang) -> Vec<Line> {
    let name = file.name.as_str();
    let aside: u64 = file.set_aside.iter().map(|group| group.rows).sum();
    let sized = |rows: u64| if is_withheld { size::withheld(lang) } else { rows.to_string() };
    let mut lines = vec![
        line(name, lang.pick("Lästa rader", "Rows read"), sized(file.rows_read), ""),
        line(name, lang.pick("Använda rader", "Rows used"), sized(file.rows_used), ""),
    ];
    lines.extend(rows::in_order(file).iter().map(|group| {
        let what = format!("{}: {}", lang.pick("Åt sidan", "Set aside"), rows::reason(group.reason, lang));
        line(name, &what, group.rows.to_string(), "")
    }));
    lines.extend((!is_withheld).then(|| sum(name, file.rows_used, aside, file.rows_read, lang)));
    if let Some(why) = &file.refused {
        let (what, then) = refusal::sentences(why, file, profile, lang);
        lines.push(line(name, lang.pick("Filen används inte", "The file is not used"), what, &then));
    }
    lines
}

/// All files together.
fn total(report: &Report, lang: Lang) -> Line {
    let files = lang.pick("Alla filer", "All files");
    sum(files, report.rows_used(), report.rows_set_aside(), report.rows_read(), lang)
}

/// `12463 + 8 = 12471`
fn sum(file: &str, used: u64, aside: u64, read: u64, lang: Lang) -> Line {
    let verdict = if used + aside == read {
        lang.pick("Stämmer", "Adds up")
    } else {
        lang.pick("Stämmer inte", "Does not add up")
    };
    let what = lang.pick("Summa: använda + åt sidan = lästa", "Sum: used + set aside = read");
    line(file, what, format!("{used} + {aside} = {read}"), verdict)
}

/// A place in a file.
fn place(file: &FileReport, example: &Example, what: &str, action: &str) -> Line {
    [
        file.name.clone(),
        example.line.to_string(),
        what.to_owned(),
        example.column.clone(),
        example.found.clone(),
        action.to_owned(),
    ]
}

fn set_aside(file: &FileReport, group: &SetAside, lang: Lang) -> Vec<Line> {
    let (what, action) = (rows::reason(group.reason, lang), action(group.reason, lang));
    let mut lines: Vec<Line> = group.examples.iter().map(|example| place(file, example, what, action)).collect();
    lines.extend(unlisted(file, what, group.rows, group.examples.len(), lang));
    lines
}

fn values(file: &FileReport, found: &Problem, profile: Option<&Profile>, lang: Lang) -> Vec<Line> {
    let what = problems::what(found, profile, lang);
    let action = problems::action(found, file, profile, lang);
    let mut lines: Vec<Line> = found.examples.iter().map(|example| place(file, example, &what, &action)).collect();
    lines.extend(unlisted(file, &what, found.values, found.examples.len(), lang));
    lines
}

/// How many there are besides those listed.
fn unlisted(file: &FileReport, what: &str, all: u64, listed: usize, lang: Lang) -> Option<Line> {
    let rest = all.saturating_sub(listed as u64);
    let contents = match lang {
        Lang::Sv => format!("… och {rest} till, utan radnummer"),
        Lang::En => format!("… and {rest} more, without line numbers"),
    };
    (rest > 0).then(|| line(&file.name, what, contents, ""))
}

/// What was done with such a row, and what to do about it.
fn action(reason: Reason, lang: Lang) -> &'static str {
    rows::expected_of_row(reason, lang).unwrap_or(match reason {
        _ if reason.is_harmless() => lang.pick("Inget behöver göras.", "Nothing needs to be done."),
        Reason::SumOfSchools => lang.pick(
            "Inget behöver göras: skolorna räknas var för sig.",
            "Nothing needs to be done: the schools count one by one.",
        ),
        Reason::School => lang.pick("Skriv skolans namn på raden.", "Write the school’s name on the row."),
        _ => lang.pick("Raden används inte.", "The row is not used."),
    })
}

/// What concerns the files together: what is good to know, indicators, schools and school years, how easily pupils are recognised.
fn notes(report: &Report, dataset: Option<&Protected>, lang: Lang) -> Vec<Line> {
    let of = |what: &'static str, texts: Vec<String>| texts.into_iter().map(move |text| line("", what, text, ""));
    let sentences = report.notes.iter().map(|found| super::notes::note(found, lang));
    let garbled = super::garbled(report, lang).map(|(first, rest)| format!("{first} {rest}"));
    let to_know = garbled.into_iter().chain(sentences).filter(|text| !text.is_empty()).collect();
    let mut lines: Vec<Line> = of(lang.pick("Bra att veta", "Good to know"), to_know).collect();
    let Some(dataset) = dataset else { return lines };
    let found = plausibility::plausibility(dataset, report, lang);
    for list in found.lists {
        let what = if list.heading.is_empty() { found.heading.clone() } else { list.heading };
        lines.extend(list.items.into_iter().map(|text| line("", &what, text, "")));
    }
    lines.extend(of(lang.pick("Kontrollera", "Check"), coverage::all_remarks(dataset, lang)));
    if let Some(found) = anonymity::anonymity(dataset, report, lang) {
        let what = lang.pick("Personuppgifter", "Personal data");
        lines.extend(of(what, vec![format!("{} {}", found.first, found.say)]));
    }
    lines
}

#[cfg(test)]
mod tests;
