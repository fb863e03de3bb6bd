//! SVG and CSV for downloads. Both say where the data are from, and whether they are invented.

use yew::{AttrValue, Html, Properties, component, html};

use super::context::use_lang;
use super::icon::{Icon, Shape};
use super::leave::use_gate;
use super::text;
use crate::chart::{Frame, Palette, line_chart, svg};
use crate::data::{Lang, Shared, normalise};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::leaving::Leaving;
use crate::view::screen::Trend;
use crate::view::table_csv::table_csv;
use crate::view::trend::trend;

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
    pub(super) indicator: usize,
    pub(super) way: Way,
}

/// The buttons.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let (lang, gate) = (use_lang(), use_gate());
    let save = |ending: &'static str, kind: &'static str, write: fn(&Trend, bool, Lang) -> Vec<u8>| {
        let (way, index, gate) = (props.way.clone(), props.indicator, gate.clone());
        move |_| {
            let Way { dataset, selection, source } = &way;
            let found = trend(dataset, selection, index, source, lang);
            let leaving = Leaving::of(dataset, lang).years(&found.table, index, selection.programme);
            let name = format!("{}.{ending}", normalise(&found.name));
            gate.save(leaving, &name, kind, &write(&found, dataset.invented, lang));
        }
    };
    let on_svg = save("svg", "image/svg+xml", |trend, invented, lang| picture(trend, invented, lang).into_bytes());
    let on_csv = save("csv", "text/csv", csv);
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
