//! What to do where no column gives groups.

use crate::data::{Dim, Lang, Shape};
use crate::disclose::Protected;
use crate::ingest::{Column, Content, Report};
use crate::view::words::listed;

/// Why there are no groups, and how to get them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// Heading.
    pub heading: String,
    /// Why.
    pub say: String,
    /// What can be done, one sentence each.
    pub ways: Vec<String>,
}

/// Says what would give groups. Columns of the files that may be read so are named.
pub fn without(dataset: &Protected, report: &Report, lang: Lang) -> Without {
    let heading = lang.pick("Här finns inga grupper att jämföra", "There are no groups to compare here").to_owned();
    if dataset.shape == Shape::Aggregated {
        return Without {
            heading,
            say: lang
                .pick(
                    "Raderna i filen är redan summor, och ingen kolumn delar upp dem på kön.",
                    "The rows of the file are sums already, and no column divides them by gender.",
                )
                .to_owned(),
            ways: vec![
                lang.pick(
                    "Läs in en fil med en rad per elev, så går det att jämföra alla grupper som filen har.",
                    "Read a file with one row per pupil to compare all groups that the file has.",
                )
                .to_owned(),
            ],
        };
    }
    let known: Vec<String> = Dim::ALL
        .into_iter()
        .filter(|dim| dim.is_group() && *dim != Dim::Group)
        .map(|dim| if dim == Dim::EntryBand { "Meritvärde åk 9".to_owned() } else { dim.name(Lang::Sv).to_owned() })
        .collect();
    let known = listed(&known, lang);
    let mut ways = vec![match lang {
        Lang::Sv => format!("Lägg till en kolumn i filen, en etikett per elev. Sådana rubriker känns igen: {known}."),
        Lang::En => format!("Add a column to the file, one label per pupil. Such captions are known: {known}."),
    }];
    let candidates = candidates(report);
    if !candidates.is_empty() {
        let names = listed(&candidates, lang);
        ways.insert(
            0,
            match lang {
                Lang::Sv => format!("Filen har kolumner som kan läsas som grupper: {names}. Välj under Data vad de ska läsas som."),
                Lang::En => format!("The file has columns that may be read as groups: {names}. Choose under Data what they are to be read as."),
            },
        );
    }
    Without {
        heading,
        say: lang
            .pick(
                "Ingen kolumn i filen har lästs som en grupp av elever, till exempel kön.",
                "No column of the file has been read as groups of pupils, such as gender.",
            )
            .to_owned(),
        ways,
    }
}

/// Columns that are not read and hold a few labels, or entry scores.
fn candidates(report: &Report) -> Vec<String> {
    const MOST: usize = 5;
    let columns = report.files.iter().flat_map(|file| &file.form).flat_map(|form| &form.columns);
    let is_candidate = |column: &&Column| {
        let holds = match column.content {
            Content::YesOrNo => true,
            Content::Texts(different) => (2..=crate::data::MOST_GROUPS).contains(&different),
            _ => column.has_scores,
        };
        holds && column.role.is_none() && column.identity.is_none() && !column.caption.trim().is_empty()
    };
    let mut names: Vec<String> = Vec::new();
    for column in columns.filter(is_candidate) {
        if !names.contains(&column.caption) && names.len() < MOST {
            names.push(column.caption.clone());
        }
    }
    names
}
