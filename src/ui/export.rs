//! What is taken away of a figure: pictures, tables, and everything of the urval. Each says where the data are from, of whom they are,
//! and whether they are invented.

use super::plot::Size;
use super::subject::Subject;
use super::text;
use super::way::{Way, said};
use crate::chart::{Caption, DisplayList, Frame, Palette, captioned, svg};
use crate::data::Lang;
use crate::view::table_clip::{Clip, table_clip};
use crate::view::table_csv::table_csv;

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
