//! What is known of rows that repeat one another.

use crate::data::{Lang, Role, Shape};
use crate::ingest::{FileReport, Form, Reason, Report};
use crate::view::format::{NBSP, count};
use crate::view::words::listed;

/// How many rows repeat an earlier one, and where repetitions cannot be found.
pub(super) fn sentences(report: &Report, lang: Lang) -> Vec<String> {
    let used: Vec<&FileReport> = report.files.iter().filter(|file| file.rows_used > 0).collect();
    let rows = |reason: Reason| -> u64 {
        let groups = report.files.iter().flat_map(|file| &file.set_aside);
        groups.filter(|group| group.reason == reason).map(|group| group.rows).sum()
    };
    let (same, other) = (rows(Reason::Twin), rows(Reason::PupilTwice) + rows(Reason::Conflict));
    let blind: Vec<String> = used.iter().filter(|file| cannot_tell(file)).map(|file| file.name.clone()).collect();
    let mut sentences = Vec::new();
    if same > 0 {
        sentences.push(match lang {
            Lang::Sv => format!("{} upprepar en tidigare rad och räknas inte igen.", row_count(same, lang)),
            Lang::En => format!("{} repeat an earlier row and are not counted again.", row_count(same, lang)),
        });
    }
    if other > 0 {
        sentences.push(match lang {
            Lang::Sv => format!(
                "{} säger något annat än en tidigare rad om detsamma. Den tidigare används.",
                row_count(other, lang)
            ),
            Lang::En => format!(
                "{} say something else than an earlier row about the same. The earlier one is used.",
                row_count(other, lang)
            ),
        });
    }
    if !blind.is_empty() {
        let files = listed(&blind, lang);
        sentences.push(match lang {
            Lang::Sv => format!("{files} har ingen kolumn som skiljer eleverna åt. Om en elev har fått två rader går det inte att upptäcka."),
            Lang::En => format!("{files} has no column that tells pupils apart. If a pupil has two rows, it cannot be found out."),
        });
    } else if same + other == 0 && !used.is_empty() {
        sentences.push(lang.pick("Ingen rad upprepas.", "No row is repeated.").to_owned());
    }
    sentences
}

/// Whether pupils of this file who have several rows look like several pupils.
fn cannot_tell(file: &FileReport) -> bool {
    let tells = |form: &Form| form.columns.iter().any(|column| column.role == Some(Role::Pupil));
    file.form.as_ref().is_some_and(|form| form.shape == Shape::PupilRows && !tells(form))
}

fn row_count(rows: u64, lang: Lang) -> String {
    let noun = if rows == 1 { lang.pick("rad", "row") } else { lang.pick("rader", "rows") };
    format!("{}{NBSP}{noun}", count(rows, lang))
}
