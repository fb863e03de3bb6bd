//! How many school years are put together.

use yew::{Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::segments::{Kind, Segments};
use super::urval_text;
use crate::data::{Dim, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) pooled: u8,
}

/// One, two or three; nothing where the data have one school year only.
#[component]
pub(super) fn Pool(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let years = props.dataset.labels(Dim::Year).iter().filter(|label| label.year.is_some()).count();
    if years < 2 {
        return Html::default();
    }
    let names: Vec<String> = (0..=Selection::MOST_POOLED)
        .take(years)
        .map(|earlier| urval_text::how_many(earlier, lang).to_owned())
        .collect();
    let on_choose = send.reform(|index| Action::Pool(u8::try_from(index).unwrap_or_default()));
    html! {
        <fieldset class="field" aria-describedby="slaihop-h">
            <legend>{ urval_text::pool(lang) }</legend>
            <Segments kind={Kind::Radio} id="slaihop" label={urval_text::pool(lang)} {names} chosen={usize::from(props.pooled)} {on_choose} />
            <p class="small quiet" id="slaihop-h">{ urval_text::pool_help(lang) }</p>
        </fieldset>
    }
}
