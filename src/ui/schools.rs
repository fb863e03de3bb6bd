//! The schools that the focus is compared with: boxes to tick when they are few, else chips and a field to add one.

use yew::{Html, Properties, component, html, use_memo};

use super::combobox::{Choice, Combobox};
use super::context::{use_lang, use_send};
use super::icon::{Icon, Shape};
use super::keys::SeriesKey;
use super::{edge, text};
use crate::data::Shared;
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::Action;
use crate::view::series::role;

/// Most schools of a file that are all listed.
pub(super) const FEW: usize = 8;

/// The field that adds a school.
const ADD_FIELD: &str = "jamfor";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    /// Every school, by name.
    pub(super) schools: Shared<Vec<Choice>>,
}

/// The compared schools.
#[component]
pub(super) fn Schools(props: &Props) -> Html {
    let lang = use_lang();
    let choices = if props.schools.len() <= FEW {
        html! { <Boxes dataset={props.dataset.clone()} selection={props.selection.clone()} schools={props.schools.clone()} /> }
    } else {
        html! { <Chips dataset={props.dataset.clone()} selection={props.selection.clone()} schools={props.schools.clone()} /> }
    };
    html! { <fieldset class="field"><legend>{ text::compare_with(lang) }</legend>{ choices }</fieldset> }
}

#[component]
fn Boxes(props: &Props) -> Html {
    let send = use_send();
    let check = |choice: &Choice| {
        let (school, on) = (choice.value, props.selection.compared.contains(&choice.value));
        let onchange = send.reform(move |_: yew::Event| Action::Compare { school, on: !on });
        html! {
            <label class="check" key={school}>
                <input type="checkbox" checked={on} {onchange} />
                <span>{ choice.name.clone() }</span>
                if let Some(role) = role(&props.dataset, &props.selection, school) {
                    <SeriesKey {role} />
                }
            </label>
        }
    };
    let others = props.schools.iter().filter(|choice| choice.value != props.selection.focus);
    html! { <div class="checks">{ for others.map(check) }</div> }
}

#[component]
fn Chips(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { selection, schools, dataset } = props;
    let others = use_memo((schools.clone(), selection.clone()), |(schools, selection)| {
        let is_other =
            |choice: &&Choice| choice.value != selection.focus && !selection.compared.contains(&choice.value);
        Shared::new(schools.iter().filter(is_other).cloned().collect::<Vec<_>>())
    });
    let chip = |&school: &u16| {
        let name = schools.get(usize::from(school)).map(|choice| choice.name.clone()).unwrap_or_default();
        // The button goes with its chip; the focus goes to where one can add another school.
        let remove = send.reform(move |_| {
            edge::focus(ADD_FIELD);
            Action::Compare { school, on: false }
        });
        html! {
            <li class="chip" key={school}>
                if let Some(role) = role(dataset, selection, school) {
                    <SeriesKey {role} />
                }
                <span>{ name.clone() }</span>
                <button type="button" aria-label={text::remove(&name, lang)} onclick={remove}><Icon shape={Shape::Close} /></button>
            </li>
        }
    };
    let clear = send.reform(|_| {
        edge::focus(ADD_FIELD);
        Action::CompareNone
    });
    html! {
        <div class="stack stack--s">
            if selection.compared.is_empty() {
                <p class="small quiet">{ text::compare_empty(lang) }</p>
            } else {
                <ul class="chips" aria-label={text::compare_with(lang)}>{ for selection.compared.iter().map(chip) }</ul>
            }
            <Combobox id={ADD_FIELD} label={text::compare_add(lang)} options={(*others).clone()}
                on_choose={send.reform(|school| Action::Compare { school, on: true })} />
            if selection.compared.len() > 1 {
                <button type="button" class="linklike" onclick={clear}>{ text::compare_none(lang) }</button>
            }
        </div>
    }
}
