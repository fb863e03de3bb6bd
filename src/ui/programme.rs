//! One programme, or all.

use yew::{Html, Properties, component, html, use_memo};

use super::combobox::{Choice, Combobox};
use super::context::{use_lang, use_send};
use super::text;
use crate::data::{Dataset, Dim, Lang, Level, Shared};
use crate::disclose::Protected;
use crate::state::Action;

/// Stands for all programmes in the list. No dataset has so many.
const ALL: u16 = u16::MAX;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) chosen: Option<u16>,
}

/// Whether there is anything to choose.
pub(super) fn is_choice(dataset: &Dataset) -> bool {
    dataset.labels(Dim::Programme).iter().filter(|label| label.level != Some(Level::Total)).count() > 1
}

/// The field for the programme.
#[component]
pub(super) fn Programme(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let options = use_memo((props.dataset.clone(), lang), |(dataset, lang)| Shared::new(choices(dataset, *lang)));
    let on_choose = send.reform(|value| Action::Programme(Some(value).filter(|&value| value != ALL)));
    html! { <Combobox id="program" label={text::programme(lang)} options={(*options).clone()} chosen={props.chosen.unwrap_or(ALL)} {on_choose} /> }
}

/// All together first. Rows that sum up all programmes are the same thing, and no choice of their own.
fn choices(dataset: &Dataset, lang: Lang) -> Vec<Choice> {
    let all = Choice { value: ALL, name: text::all_programmes(lang).into() };
    let own = (0..ALL)
        .zip(dataset.labels(Dim::Programme))
        .filter(|(_, label)| label.level != Some(Level::Total) && !label.name.is_empty());
    std::iter::once(all).chain(own.map(|(value, label)| Choice { value, name: label.name.clone().into() })).collect()
}
