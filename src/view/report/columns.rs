//! Columns that are not read although they are known, in words.

use crate::data::Lang;
use crate::ingest::{Content, FileReport, Why};
use crate::view::words;

/// Columns of values that say the same as another, which is read in their place: `Närvaro VT23` beside `Närvaro HT22`.
pub(super) fn not_read(file: &FileReport, lang: Lang) -> Option<String> {
    let columns = file.form.iter().flat_map(|form| &form.columns);
    let is_value = |content: Content| matches!(content, Content::Numbers | Content::YesOrNo);
    let captions: Vec<String> = columns
        .filter(|column| column.why == Some(Why::Taken) && is_value(column.content))
        .map(|column| format!("{}{}{}", lang.pick('”', '“'), column.caption, '”'))
        .collect();
    let named = words::listed(&captions, lang);
    match (captions.len(), lang) {
        (0, _) => None,
        (1, Lang::Sv) => Some(format!(
            "Kolumnen {named} läses inte, för en annan kolumn säger redan detsamma för samma läsår. Välj under Kolumner vilken som ska läsas."
        )),
        (_, Lang::Sv) => Some(format!(
            "Kolumnerna {named} läses inte, för andra kolumner säger redan detsamma för samma läsår. Välj under Kolumner vilka som ska läsas."
        )),
        (1, Lang::En) => Some(format!(
            "The column {named} is not read, because another column says the same of the same school year already. Choose under Columns which one to read."
        )),
        (_, Lang::En) => Some(format!(
            "The columns {named} are not read, because other columns say the same of the same school year already. Choose under Columns which ones to read."
        )),
    }
}
