//! SVG and CSV for downloads. Both say where the data are from, and whether they are invented.

use yew::{Html, Properties, component, html};

use super::context::use_lang;
use super::edge;
use super::icon::{Icon, Shape};
use super::plot::Size;
use super::subject::Subject;
use super::text;
use crate::chart::{Frame, Palette, svg};
use crate::data::{Lang, normalise};
use crate::view::table_csv::table_csv;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) subject: Subject,
    /// Whether the data are invented.
    pub(super) invented: bool,
}

/// The buttons.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let lang = use_lang();
    let name = normalise(props.subject.name());
    let on_svg = {
        let (subject, invented, name) = (props.subject.clone(), props.invented, format!("{name}.svg"));
        move |_| edge::download(&name, "image/svg+xml", picture(&subject, invented, lang).as_bytes())
    };
    let on_csv = {
        let (subject, invented, name) = (props.subject.clone(), props.invented, format!("{name}.csv"));
        move |_| edge::download(&name, "text/csv", &csv(&subject, invented, lang))
    };
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
    let table = subject.table();
    let base = matches!(subject, Subject::Trend(_)).then(|| text::base(lang));
    table_csv(table, &said(&table.caption, invented, lang), subject.all_footnotes(), base)
}
