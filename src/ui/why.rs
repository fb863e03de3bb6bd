//! "Varför detta tal?": what one number rests on, in a dialog.

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

use super::context::use_lang;
use super::edge;
use super::icon::{Icon, Shape};
use super::text;
use crate::data::Lang;
use crate::view::screen::Why;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) why: Why,
    pub(super) on_close: Callback<()>,
}

/// The dialog; it opens as soon as it is there, and gives the focus back when it closes.
#[component]
pub(super) fn WhyDialog(props: &Props) -> Html {
    let lang = use_lang();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| edge::open_dialog(&dialog));
    }
    // Closing goes through the browser, which tells by an event, as it does for Esc.
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_| edge::close_dialog(&dialog))
    };
    let fact = |(term, meaning): &(String, String)| html! { <><dt>{ worded(term, lang) }</dt><dd>{ meaning }</dd></> };
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby="varfor-t" onclose={props.on_close.reform(|_| ())}>
            <div class="dialog__head">
                <h2 id="varfor-t">{ &props.why.heading }</h2>
                <button type="button" class="btn btn--plain" aria-label={text::close(lang)} onclick={close.clone()}><Icon shape={Shape::Close} /></button>
            </div>
            <div class="dialog__body">
                <dl class="facts">{ for props.why.facts.iter().map(fact) }</dl>
                <div class="btns"><button type="button" class="btn" onclick={close}>{ text::close(lang) }</button></div>
            </div>
        </dialog>
    }
}

/// A term. The English glossary gives the Swedish word in brackets, which is read as Swedish.
fn worded(term: &str, lang: Lang) -> Html {
    let swedish = term.strip_suffix(')').and_then(|term| term.split_once(" (")).filter(|_| lang == Lang::En);
    match swedish {
        Some((english, swedish)) => html! { <>{ english }{ " (" }<span lang="sv">{ swedish }</span>{ ")" }</> },
        None => term.into(),
    }
}
