//! What every column of the files is read as and why: change it, undo that, save it for next year.

use yew::{Callback, Html, Properties, classes, component, html};

use super::context::{use_lang, use_send};
use super::edge;
use super::icon::{Icon, Shape};
use super::mapping_row::row;
use super::mapping_text as text;
use super::repair;
use crate::data::{Lang, Profile, Shared};
use crate::ingest::Report;
use crate::state::{Action, Mapping};
use crate::view::mapping::{ColumnView, MappingView, Warning, mappings};

/// The heading of the first table, to which the focus goes when the last change has been undone.
const HEADING: &str = "kolumner-0";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) report: Shared<Report>,
    /// How the files are read, or are being read.
    pub(super) mapping: Mapping,
    /// Whether they are being read again.
    pub(super) again: bool,
}

/// One table per set of columns, and what can be done about them together.
#[component]
pub(super) fn MappingPanel(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { report, mapping, again } = props;
    let wanted = mapping.way.profile().filter(|_| *again);
    let views = mappings(report, mapping.way.opened.as_deref(), wanted.map(|profile| &**profile), lang);
    html! {
        <>
            { repair::offer(report, &send, lang) }
            { views.iter().enumerate().map(|(index, view)| table(index, view, &send, lang)).collect::<Html>() }
            { changes(mapping, *again, &send, lang) }
        </>
    }
}

fn table(index: usize, view: &MappingView, send: &Callback<Action>, lang: Lang) -> Html {
    let id = format!("kolumner-{index}");
    html! {
        <>
            { for view.warnings.iter().map(warning) }
            // What its columns hold is shown by values of single pupils: for the screen only.
            <section class="chart no-print" aria-labelledby={id.clone()}>
                <header class="chart__head">
                    <h2 {id} tabindex="-1">{ &view.heading }</h2>
                    <p class="chart__say quiet">{ &view.say }</p>
                </header>
                <div class="table-wrap"><table class="table stack-rows mapping">
                    <caption class="sr">{ text::caption(lang) }</caption>
                    <thead><tr>
                        <th scope="col">{ text::in_file(lang) }</th>
                        <th scope="col">{ text::holds(lang) }</th>
                        <th scope="col">{ text::read_as(lang) }</th>
                        <th scope="col">{ text::why(lang) }</th>
                    </tr></thead>
                    <tbody>{ for view.columns.iter().map(|column| row(view.file, column, send, lang)) }</tbody>
                </table></div>
                if !view.preview.is_empty() {
                    <details class="howto">
                        <summary>{ &view.preview_heading }</summary>
                        { preview(view, lang) }
                    </details>
                }
            </section>
        </>
    }
}

fn warning(found: &Warning) -> Html {
    let (class, shape) = if found.grave { (Some("banner--stop"), Shape::Stop) } else { (None, Shape::Note) };
    html! {
        <div class={classes!("banner", class)} role="note">
            <Icon {shape} />
            <p><strong>{ &found.first }</strong>{ " " }{ &found.rest }</p>
        </div>
    }
}

/// The first rows of the file.
fn preview(view: &MappingView, lang: Lang) -> Html {
    let side = |column: &ColumnView| column.numeric.then_some("r");
    let heading = |column: &ColumnView| html! { <th scope="col" class={classes!(side(column))}>{ &column.name }</th> };
    let cell = |(column, found): (&ColumnView, &Option<String>)| match found {
        Some(text) => html! { <td data-col={column.name.clone()} class={classes!(side(column))}>{ text }</td> },
        None => html! { <td data-col={column.name.clone()} class="quiet">{ text::hidden(lang) }</td> },
    };
    let row = |(number, cells): (usize, &Vec<Option<String>>)| {
        html! {
            <tr><th scope="row">{ text::row(lang) }{ " " }{ number }</th>{ for view.columns.iter().zip(cells).map(cell) }</tr>
        }
    };
    html! {
        <div class="table-wrap" tabindex="0" role="region" aria-label={view.preview_heading.clone()}>
            <table class="table stack-rows preview">
                <caption class="sr">{ &view.preview_heading }</caption>
                <thead><tr><td></td>{ for view.columns.iter().map(heading) }</tr></thead>
                <tbody>{ for (1..).zip(&view.preview).map(row) }</tbody>
            </table>
        </div>
    }
}

/// What was changed, and the ways back and forth: undo, save.
fn changes(mapping: &Mapping, again: bool, send: &Callback<Action>, lang: Lang) -> Html {
    let undo = mapping.undo.last().map(|step| {
        let last = mapping.undo.len() == 1;
        let onclick = send.reform(move |_| {
            // The button goes away with the last change; reading goes on at the table.
            if last {
                edge::focus(HEADING);
            }
            Action::Undo
        });
        html! { <button type="button" class="btn" {onclick}>{ text::undo(&step.change, lang) }</button> }
    });
    let profile = mapping.way.profile().filter(|profile| !profile.choices.is_empty());
    let said = if again { String::new() } else { text::said(mapping, lang) };
    html! {
        if undo.is_some() || profile.is_some() || !said.is_empty() {
            <div class="stack stack--s">
                if !said.is_empty() {
                    <p>{ said }</p>
                }
                <div class="btns">
                    { undo }
                    if let Some(profile) = profile {
                        { save(profile, lang) }
                    }
                </div>
                if profile.is_some() {
                    <p class="small quiet">{ text::save_say(lang) }</p>
                }
            </div>
        }
    }
}

fn save(profile: &Shared<Profile>, lang: Lang) -> Html {
    let profile = profile.clone();
    let onclick = move |_| {
        edge::download(&format!("profil-{}.json", profile.id), "application/json", profile.to_json().as_bytes());
    };
    html! { <button type="button" class="btn" {onclick}><Icon shape={Shape::Download} />{ text::save(lang) }</button> }
}
