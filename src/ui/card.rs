//! One indicator of the focus school.

use yew::{Callback, Html, Properties, component, html};

use super::context::use_lang;
use super::keys::VerdictKey;
use super::plot::{Size, Spark};
use super::text;
use crate::data::Shared;
use crate::view::screen::{Number, Overview};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Everything that the view shows; compared by pointer.
    pub(super) overview: Shared<Overview>,
    /// Which card.
    pub(super) index: usize,
    /// The user asks why this number.
    pub(super) on_why: Callback<()>,
}

/// The card.
#[component]
pub(super) fn CardView(props: &Props) -> Html {
    let lang = use_lang();
    let Some(card) = props.overview.cards.get(props.index) else { return Html::default() };
    let value = match &card.number {
        Number::Shown(text) => html! { <strong>{ text }</strong> },
        Number::Withheld(text) => html! { <span class="dolt">{ text }</span> },
        Number::Missing(text) => html! { <span class="quiet">{ text }</span> },
    };
    html! {
        <article class="card">
            <h2>{ &card.name }</h2>
            <div class="card__body">
            <p class="card__num">{ value }</p>
            if !card.base.is_empty() {
                <p class="small quiet">{ &card.base }</p>
            }
            if let Some(verdict) = &card.verdict {
                <p class="verdict"><VerdictKey mark={verdict.clone()} />{ &verdict.text }</p>
            }
            if !card.change.is_empty() {
                <p class="small">{ &card.change }</p>
            }
            <Spark overview={props.overview.clone()} index={props.index} print={Size { width_px: 220.0, height_px: 100.0 }} />
            <p class="card__foot">
                <button type="button" class="linklike" aria-label={format!("{} {}", card.name, text::why(lang))} aria-haspopup="dialog"
                    onclick={props.on_why.reform(|_| ())}>
                    { text::why(lang) }
                </button>
            </p>
            </div>
        </article>
    }
}
