//! SVG and CSV for downloads. Both say where the data are from, and whether they are invented.

use yew::{AttrValue, Html, Properties, component, html};

use super::context::use_lang;
use super::icon::{Icon, Shape};
use super::leave::use_gate;
use super::plot::Size;
use super::subject::Subject;
use super::text;
use crate::chart::{Frame, Palette, svg};
use crate::data::{Lang, Shared, normalise};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::table_csv::table_csv;

/// What files are made of.
#[derive(Clone, PartialEq)]
pub(super) struct Way {
    /// The data as they may leave the screen.
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is on the screen.
    pub(super) subject: Subject,
    pub(super) way: Way,
}

/// The buttons.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let (lang, gate) = (use_lang(), use_gate());
    let save = |ending: &'static str, kind: &'static str, write: fn(&Subject, bool, Lang) -> Vec<u8>| {
        let (way, subject, gate) = (props.way.clone(), props.subject.clone(), gate.clone());
        move |_| {
            let found = subject.anew(&way, lang);
            let name = format!("{}.{ending}", normalise(found.name()));
            gate.save(found.leaving(&way, lang), &name, kind, &write(&found, way.dataset.invented, lang));
        }
    };
    let on_svg = save("svg", "image/svg+xml", |subject, invented, lang| picture(subject, invented, lang).into_bytes());
    let on_csv = save("csv", "text/csv", csv);
    html! {
        <div class="btns" role="group" aria-label={text::downloads(lang)}>
            <button type="button" class="btn btn--small" onclick={on_svg}><Icon shape={Shape::Download} />{ text::download_svg(lang) }</button>
            <button type="button" class="btn btn--small" onclick={on_csv}><Icon shape={Shape::Download} />{ text::download_csv(lang) }</button>
        </div>
    }
}

/// The chart as a file of its own.
fn picture(subject: &Subject, invented: bool, lang: Lang) -> String {
    let Size { width_px, height_px } = subject.file();
    let list = subject.draw(&Frame::new(width_px, height_px)).list;
    let source = subject.footnotes().last().map(String::as_str).unwrap_or_default();
    let caption = said(&format!("{}. {source}", subject.name()), invented, lang);
    svg::standalone(&list, &Palette::light(), subject.name(), &said(subject.spoken(), invented, lang), &caption)
}

fn said(text: &str, invented: bool, lang: Lang) -> String {
    if invented { format!("{text} {}.", text::invented(lang)) } else { text.to_owned() }
}

fn csv(subject: &Subject, invented: bool, lang: Lang) -> Vec<u8> {
    let table = subject.table(lang);
    let base = if matches!(subject, Subject::Trend(_)) { text::base(lang) } else { "" };
    table_csv(&table, &said(&table.caption, invented, lang), subject.all_footnotes(), base)
}
