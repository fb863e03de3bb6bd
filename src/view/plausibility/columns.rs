//! Indicators that the files do not have, or have without values.

use crate::data::{Dataset, Lang, Role};
use crate::ingest::{FileReport, Form, Report};
use crate::query::Account;
use crate::view::words::listed;

/// One sentence per indicator that something is amiss with.
pub(super) fn notes(dataset: &Dataset, report: &Report, accounts: &[Account], lang: Lang) -> Vec<String> {
    let files: Vec<&FileReport> = report.files.iter().filter(|file| file.rows_used > 0).collect();
    let note = |(index, account): (usize, &Account)| {
        let name = dataset.profile.indicators.get(index)?.name.get(lang);
        let lacking: Vec<String> =
            files.iter().filter(|file| !may_have(file, index)).map(|file| file.name.clone()).collect();
        if !lacking.is_empty() && lacking.len() == files.len() {
            return Some(in_no_file(name, files.len(), lang));
        }
        if account.used == 0 {
            return Some(without_values(name, lang));
        }
        (!lacking.is_empty()).then(|| in_some(name, &lacking, lang))
    };
    accounts.iter().enumerate().filter_map(note).collect()
}

/// Whether a file has a column for the indicator. In the long form the indicators are named in the rows.
fn may_have(file: &FileReport, index: usize) -> bool {
    let is_it = |role: Role| matches!(role, Role::Value | Role::IndicatorName) || role == Role::Indicator(index);
    let columns = |form: &Form| form.columns.iter().filter_map(|column| column.role).any(is_it);
    file.form.as_ref().is_none_or(columns)
}

fn in_no_file(name: &str, files: usize, lang: Lang) -> String {
    match (lang, files) {
        (Lang::Sv, 1) => {
            format!("{name}: filen har ingen sådan kolumn. Heter den något annat, välj den under Kolumner.")
        }
        (Lang::Sv, _) => {
            format!("{name}: ingen av filerna har en sådan kolumn. Heter den något annat, välj den under Kolumner.")
        }
        (Lang::En, 1) => {
            format!("{name}: the file has no such column. If it is called something else, choose it under Columns.")
        }
        (Lang::En, _) => {
            format!(
                "{name}: none of the files has such a column. If it is called something else, choose it under Columns."
            )
        }
    }
}

fn without_values(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{name}: kolumnen finns, men inget värde i den går att använda."),
        Lang::En => format!("{name}: there is a column, but no value in it can be used."),
    }
}

fn in_some(name: &str, lacking: &[String], lang: Lang) -> String {
    let files = listed(lacking, lang);
    match lang {
        Lang::Sv => format!("{name}: {files} har ingen sådan kolumn. Raderna därifrån räknas som tomma."),
        Lang::En => format!("{name}: {files} has no such column. The rows from there count as empty."),
    }
}
