//! First and last school year.

use yew::{Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::select::Select;
use super::text;
use super::urval::names;
use crate::data::{Dim, Shared};
use crate::disclose::Protected;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// Two selects; nothing where the data have one school year only.
#[component]
pub(super) fn Years(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let options: Vec<(u16, String)> = names(&props.dataset, Dim::Year, lang)
        .into_iter()
        .map(|choice| (choice.value, choice.name.to_string()))
        .collect();
    if options.len() < 2 {
        return Html::default();
    }
    html! {
        <fieldset class="field">
            <legend>{ text::years(lang) }</legend>
            <div class="field__row">
                <Select label={text::from(lang)} options={options.clone()} chosen={props.from} on_choose={send.reform(Action::From)} />
                <span class="quiet">{ text::until(lang) }</span>
                <Select label={text::to(lang)} {options} chosen={props.to} on_choose={send.reform(Action::To)} />
            </div>
        </fieldset>
    }
}
