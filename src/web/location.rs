//! The fragment of the page's address, and the browser's history. What gets there is a [`Link`] and nothing else.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::state::{Action, Link};

/// The link by which the page was opened.
pub(super) fn link() -> Link {
    Link::parse(parts().1.as_deref().unwrap_or_default())
}

/// Shows a link in the address: as a new step of the history (`push`), or in place of the present one.
pub(crate) fn set_link(link: &Link, push: bool) {
    let (page, shown) = parts();
    let fragment = link.fragment();
    let address = if fragment.is_empty() { page } else { format!("{page}#{fragment}") };
    let Ok(history) = gloo::utils::window().history() else { return };
    // The mark tells steps of ours from links that somebody types. Browsers refuse when there are too many at once (a slider that
    // is held), or where the page is inside another one; the page works all the same.
    let (mark, address) = (JsValue::TRUE, Some(address.as_str()));
    if push {
        history.push_state_with_url(&mark, "", address).unwrap_or_default();
    } else if !fragment.is_empty() || shown.is_some() {
        history.replace_state_with_url(&mark, "", address).unwrap_or_default();
    }
}

/// Tells of links that are typed or clicked, and of steps back and forward. What it returns stops the listening.
pub(crate) fn watch_link(tell: Callback<Action>) -> impl FnOnce() {
    let listener = EventListener::new(&gloo::utils::window(), "popstate", move |event| {
        let mark = Reflect::get(event, &"state".into()).unwrap_or_default();
        tell.emit(Action::Follow { link: link(), typed: mark.is_null() });
    });
    move || drop(listener)
}

/// The address without its fragment, and the fragment.
fn parts() -> (String, Option<String>) {
    let address = gloo::utils::document().url().unwrap_or_default();
    match address.split_once('#') {
        Some((page, fragment)) => (page.to_owned(), Some(fragment.to_owned())),
        None => (address, None),
    }
}
