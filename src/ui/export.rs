//! What is taken away of a figure: pictures, tables, and everything of the urval. Each says where the data are from, of whom they are,
//! and whether they are invented.

use yew::AttrValue;

use super::plot::Size;
use super::subject::Subject;
use super::text;
use super::urval::summary;
use crate::chart::{Caption, DisplayList, Frame, Palette, captioned, svg};
use crate::data::{Dim, Lang, Shared, normalise};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::View;
use crate::view::table_clip::{Clip, table_clip};
use crate::view::table_csv::table_csv;
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

/// The chart with its words, as it is drawn for files.
pub(super) fn picture(subject: &Subject, way: &Way, lang: Lang) -> DisplayList {
    let Size { width_px, height_px } = subject.file();
    let list = subject.draw(&Frame::new(width_px, height_px)).list;
    let urval = way.urval(subject.view(), lang);
    captioned(list, &Caption { title: &title(subject, lang), urval: &urval, notes: subject.all_footnotes() })
}

/// The same as a file of its own.
pub(super) fn svg(subject: &Subject, way: &Way, lang: Lang) -> String {
    let spoken = said(subject.spoken(), way.dataset.invented, lang);
    svg::standalone(&picture(subject, way, lang), &Palette::light(), &title(subject, lang), &spoken)
}

/// The table as a file.
pub(super) fn csv(subject: &Subject, way: &Way, lang: Lang) -> Vec<u8> {
    let table = subject.table(lang);
    let above = format!("{}. {}", table.caption, way.urval(subject.view(), lang));
    table_csv(&table, &above, subject.all_footnotes(), base(subject, lang))
}

/// The table for the clipboard.
pub(super) fn clip(subject: &Subject, way: &Way, lang: Lang) -> Clip {
    let table = subject.table(lang);
    table_clip(
        &table,
        &[&table.caption, &way.urval(subject.view(), lang)],
        subject.all_footnotes(),
        base(subject, lang),
    )
}

/// What a column is called that says what values rest on; empty where that has columns of its own.
fn base(subject: &Subject, lang: Lang) -> &'static str {
    if matches!(subject, Subject::Trend(_)) { text::base(lang) } else { "" }
}

/// The indicator, and what is drawn of it.
pub(super) fn title(subject: &Subject, lang: Lang) -> String {
    let (name, heading) = (subject.name(), subject.heading(lang));
    if name == heading { name.to_owned() } else { format!("{name}: {heading}") }
}

fn said(text: &str, invented: bool, lang: Lang) -> String {
    let text = text.trim_end_matches('.');
    if invented { format!("{text}. {}.", text::invented(lang)) } else { format!("{text}.") }
}
