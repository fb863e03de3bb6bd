//! SVG and CSV for downloads. Both say where the data are from, and whether they are invented.

use yew::{Html, Properties, component, html};

use super::context::use_lang;
use super::edge;
use super::icon::{Icon, Shape};
use super::text;
use crate::chart::{Frame, Palette, line_chart, svg};
use crate::data::{Lang, Shared, normalise};
use crate::view::screen::Trend;
use crate::view::table_csv::table_csv;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) trend: Shared<Trend>,
    /// Whether the data are invented.
    pub(super) invented: bool,
}

/// The buttons.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let lang = use_lang();
    let name = normalise(&props.trend.name);
    let on_svg = {
        let (trend, invented, name) = (props.trend.clone(), props.invented, format!("{name}.svg"));
        move |_| edge::download(&name, "image/svg+xml", picture(&trend, invented, lang).as_bytes())
    };
    let on_csv = {
        let (trend, invented, name) = (props.trend.clone(), props.invented, format!("{name}.csv"));
        move |_| edge::download(&name, "text/csv", &csv(&trend, invented, lang))
    };
    html! {
        <div class="btns" role="group" aria-label={text::downloads(lang)}>
            <button type="button" class="btn btn--small" onclick={on_svg}><Icon shape={Shape::Download} />{ text::download_svg(lang) }</button>
            <button type="button" class="btn btn--small" onclick={on_csv}><Icon shape={Shape::Download} />{ text::download_csv(lang) }</button>
        </div>
    }
}

/// The chart as a file of its own.
fn picture(trend: &Trend, invented: bool, lang: Lang) -> String {
    let list = line_chart(&trend.chart, &Frame::new(960.0, 440.0)).list;
    let source = trend.footnotes.last().map(String::as_str).unwrap_or_default();
    let caption = said(&format!("{}. {source}", trend.name), invented, lang);
    svg::standalone(&list, &Palette::light(), &trend.name, &said(&trend.chart.spoken, invented, lang), &caption)
}

fn said(text: &str, invented: bool, lang: Lang) -> String {
    if invented { format!("{text} {}.", text::invented(lang)) } else { text.to_owned() }
}

fn csv(trend: &Trend, invented: bool, lang: Lang) -> Vec<u8> {
    let caption = said(&trend.table.caption, invented, lang);
    table_csv(&trend.table, &caption, &trend.footnotes, text::base(lang))
}
