//! The foot of the page: where the numbers stay, and what needs an explanation.

use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use super::context::use_lang;
use super::edge;
use super::help_text::Topic;
use super::why::WhyDialog;
use crate::view::screen::Why;

/// Opens the list of keys, as it opens help in other programs.
const HELP_KEY: &str = "F1";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The first sentence.
    pub(super) words: AttrValue,
}

/// The foot.
#[component]
pub(super) fn Foot(props: &Props) -> Html {
    let lang = use_lang();
    let open = use_state_eq(|| None::<Topic>);
    {
        let open = open.setter();
        use_effect_with((), move |()| edge::watch_key(HELP_KEY, Callback::from(move |()| open.set(Some(Topic::Keys)))));
    }
    let close = {
        let open = open.setter();
        move |()| open.set(None)
    };
    let button = |topic: Topic| {
        let open = open.setter();
        html! {
            <button type="button" class="linklike" aria-haspopup="dialog" aria-keyshortcuts={(topic == Topic::Keys).then_some(HELP_KEY)} onclick={move |_| open.set(Some(topic))}>{ topic.name(lang) }</button>
        }
    };
    html! {
        <footer class="pagefoot">
            <p>{ props.words.clone() }</p>
            <div class="btns">{ for Topic::ALL.map(button) }</div>
            if let Some(topic) = *open {
                <WhyDialog why={Why { heading: topic.name(lang).to_owned(), facts: topic.facts(lang) }} on_close={close} />
            }
        </footer>
    }
}
