//! The import report: every file, every row.

use yew::{Html, Properties, classes, component, html};

use super::banner::{Banner, Weight};
use super::context::use_lang;
use super::data_text;
use super::text;
use crate::data::Lang;
use crate::view::screen::{FileView, ReportView, RowsView};

/// Items of a list that are always shown.
const FEW: usize = 5;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) report: ReportView,
}

/// The report without its heading, which is that of the page.
#[component]
pub(super) fn ReportPanel(props: &Props) -> Html {
    let lang = use_lang();
    html! {
        <>
            { props.report.files.iter().enumerate().map(|(index, found)| file(index, found, lang)).collect::<Html>() }
            if !props.report.notes.is_empty() {
                <section class="panelbox notes" aria-labelledby="h-veta">
                    <h2 id="h-veta">{ data_text::to_know(lang) }</h2>
                    { items(&props.report.notes, lang) }
                </section>
            }
        </>
    }
}

fn file(index: usize, found: &FileView, lang: Lang) -> Html {
    let id = format!("fil-{index}");
    html! {
        <section class="chart" aria-labelledby={id.clone()}>
            <header class="chart__head">
                <h2 {id}>{ &found.name }</h2>
                if !found.form.is_empty() {
                    <p class="chart__say quiet">{ &found.form }</p>
                }
            </header>
            if let Some((first, rest)) = found.refused.clone() {
                <Banner weight={Weight::Stop} {first} {rest} />
            }
            if !found.rows.is_empty() {
                { rows(&found.rows, lang) }
            }
            if !found.problems.is_empty() {
                <div class="notes"><h3>{ data_text::values_unused(lang) }</h3>{ items(&found.problems, lang) }</div>
            }
        </section>
    }
}

fn rows(found: &[RowsView], lang: Lang) -> Html {
    let line = |line: &RowsView| {
        html! {
            <tr class={classes!(line.total.then_some("is-total"))}>
                <th scope="row">{ &line.what }</th>
                <td class="r num" data-col={data_text::rows(lang)}>{ &line.rows }</td>
                <td data-col={data_text::note(lang)}>{ &line.note }</td>
            </tr>
        }
    };
    html! {
        <div class="table-wrap"><table class="table stack-rows">
            <caption>{ data_text::rows_heading(lang) }</caption>
            <thead><tr>
                <th scope="col">{ data_text::what(lang) }</th>
                <th scope="col" class="r">{ data_text::rows(lang) }</th>
                <th scope="col">{ data_text::note(lang) }</th>
            </tr></thead>
            <tbody>{ for found.iter().map(line) }</tbody>
        </table></div>
    }
}

/// A list; what is more than a few is folded away.
pub(super) fn items(items: &[String], lang: Lang) -> Html {
    let list = |items: &[String]| html! { <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul> };
    let (first, rest) = items.split_at(items.len().min(FEW));
    html! {
        <>
            { list(first) }
            if !rest.is_empty() {
                <details class="howto"><summary>{ text::more_items(rest.len(), lang) }</summary>{ list(rest) }</details>
            }
        </>
    }
}
