//! How small groups are protected: the rule to choose, and the attack that tries it.

use yew::{Html, Properties, component, html, use_memo, use_state_eq};

use super::context::{use_lang, use_send};
use super::data_text;
use super::patience::working;
use super::quality::panel;
use super::select::Select;
use crate::data::{Protection, Shared};
use crate::disclose::{PROGRAMMES, Protected};
use crate::state::{Action, Loaded};
use crate::view::protection;

/// So many groups are tried at once; more, when the user asks.
const AT_ONCE: usize = 2_000;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) loaded: Loaded,
    /// The rule that the user chose, which may still have to be worked out.
    pub(super) chosen: Option<Protection>,
}

/// The panel.
#[component]
pub(super) fn Guard(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let dataset = &props.loaded.dataset;
    let asked = use_state_eq(|| None::<Shared<Protected>>);
    let is_tried = asked.as_ref() == Some(dataset) || dataset.spots(PROGRAMMES).count() <= AT_ONCE;
    let found = use_memo((dataset.clone(), lang, is_tried), |(dataset, lang, is_tried)| {
        let found = is_tried.then(|| protection::Tried::on(dataset, *lang));
        protection::panel(dataset, found.as_ref(), *lang)
    });
    let choices = choices(dataset);
    let protection = props.chosen.unwrap_or(dataset.protection());
    let chosen = choices.iter().position(|choice| *choice == protection).unwrap_or_default();
    let options = (0..).zip(&choices).map(|(value, choice)| (value, choice.name(lang))).collect::<Vec<_>>();
    let on_choose =
        send.reform(move |value: u16| Action::Protect(choices.get(usize::from(value)).copied().unwrap_or(choices[0])));
    let on_try = {
        let (asked, dataset) = (asked.clone(), dataset.clone());
        move |_| asked.set(Some(dataset.clone()))
    };
    let tools = html! {
        <>
            <label class="field field--inline">
                <span>{ data_text::protection_choice(lang) }</span>
                <Select id="skydd" {options} chosen={u16::try_from(chosen).unwrap_or_default()} {on_choose} />
            </label>
            if protection != dataset.protection() {
                <p class="small quiet" role="status">{ working(lang) }</p>
            } else if !is_tried {
                <button type="button" class="btn" onclick={on_try}>{ data_text::protection_try(lang) }</button>
            }
        </>
    };
    panel(&found, Some(tools), lang)
}

/// What can be chosen; first the profile's own, where it is none of the others.
fn choices(dataset: &Protected) -> Vec<Protection> {
    let own = dataset.profile.protection();
    let more = (!Protection::CHOICES.contains(&own)).then_some(own);
    more.into_iter().chain(Protection::CHOICES).collect()
}
