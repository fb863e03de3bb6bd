//! First and last school year: a slider, and the same by name.

use yew::{Html, Properties, component, html};

use super::choices::names;
use super::context::{use_lang, use_send};
use super::select::Select;
use super::slider::Slider;
use super::text;
use crate::data::{Dim, Shared};
use crate::disclose::Protected;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// A slider, where there is a choice to slide through, and two selects; nothing where the data have one school year only.
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
    let names = (options.len() > 2).then(|| options.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
    html! {
        <fieldset class="field">
            <legend>{ text::years(lang) }</legend>
            if let Some(names) = names {
                <Slider {names} labels={[text::from(lang).into(), text::to(lang).into()]} chosen={(props.from, props.to)}
                    on_first={send.reform(Action::From)} on_last={send.reform(Action::To)} />
            }
            <div class="field__row">
                <Select label={text::from(lang)} options={options.clone()} chosen={props.from} on_choose={send.reform(Action::From)} />
                <span class="quiet">{ text::until(lang) }</span>
                <Select label={text::to(lang)} {options} chosen={props.to} on_choose={send.reform(Action::To)} />
            </div>
        </fieldset>
    }
}
