//! Keys that work wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::Callback;

/// Tells when this key is pressed alone, wherever the focus is, and takes it from the browser. Not while a dialog is open, which has
/// the keyboard to itself. What it returns stops the listening.
pub(crate) fn watch_key(key: &'static str, tell: Callback<()>) -> impl FnOnce() + use<> {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&gloo::utils::window(), "keydown", options, move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_alone = !(pressed.ctrl_key() || pressed.alt_key() || pressed.shift_key() || pressed.meta_key());
        if pressed.key() == key && is_alone && !pressed.default_prevented() && !is_dialog_open() {
            event.prevent_default();
            tell.emit(());
        }
    });
    move || drop(listener)
}

fn is_dialog_open() -> bool {
    gloo::utils::document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}
