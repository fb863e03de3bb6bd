//! What files are made of: the data as they may leave, the urval, and where the data are from.

use yew::AttrValue;

use super::text;
use super::urval::summary;
use crate::data::{Dim, Lang, Shared, normalise};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::View;
use crate::view::urval_csv::{asked_of, urval_csv};

/// The names of files are at most so long, without their ending.
const LONGEST_NAME: usize = 80;

/// What files are made of.
#[derive(Clone, PartialEq)]
pub(super) struct Way {
    /// The data as they may leave the screen.
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
}

impl Way {
    /// The urval of a view in a line, and whether the data are invented.
    pub(super) fn urval(&self, view: View, lang: Lang) -> String {
        said(&summary(&self.dataset, &self.selection, view, lang), self.dataset.invented, lang)
    }

    /// What a file is called: what it holds, of which school, and until when.
    pub(super) fn file_name(&self, what: &[&str], ending: &str) -> String {
        let Self { dataset, selection, .. } = self;
        let of = [dataset.name(Dim::School, selection.focus), dataset.name(Dim::Year, selection.to)];
        let parts = what.iter().chain(&of).map(|part| normalise(part));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let name: String = parts.join("-").chars().take(LONGEST_NAME).collect();
        format!("{name}.{ending}")
    }

    /// Everything of the urval; with the groups of a column, where there is one.
    pub(super) fn everything(&self, split: Option<Dim>, lang: Lang) -> Vec<u8> {
        let asked = Self { selection: asked_of(&self.selection, split), ..self.clone() };
        urval_csv(&self.dataset, &self.selection, split, &asked.urval(View::Overview, lang), &self.source, lang)
    }
}

/// A text for a file, and whether the data are invented.
pub(super) fn said(text: &str, invented: bool, lang: Lang) -> String {
    let text = text.trim_end_matches('.');
    if invented { format!("{text}. {}.", text::invented(lang)) } else { format!("{text}.") }
}
