//! What protects the pupils. Every line here must be true of the program as it is.

use yew::{Html, component, html};

use super::context::use_lang;
use super::data_text;
use super::icon::{Icon, Shape};

/// The privacy panel.
#[component]
pub(super) fn Privacy() -> Html {
    let lang = use_lang();
    let line = |words: &'static str| html! { <li><Icon shape={Shape::Check} /><span>{ words }</span></li> };
    html! {
        <section class="panelbox" aria-labelledby="h-skydd">
            <h2 id="h-skydd">{ data_text::privacy_heading(lang) }</h2>
            <ul class="ticks">
                { line(data_text::privacy_network(lang)) }
                { line(data_text::privacy_storage(lang)) }
                { line(data_text::privacy_link(lang)) }
                { line(data_text::privacy_small(lang)) }
            </ul>
            <p class="small quiet">{ data_text::privacy_law(lang) }</p>
        </section>
    }
}
