//! The clipboard: the only place that knows the browser's navigator, and nothing of it but this. Nothing is ever read from it.

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, HtmlDocument, HtmlTextAreaElement};
use yew::Callback;

use super::download::blob;
use super::picture;
use crate::chart::DisplayList;

const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// Copies a table in two forms, and tells whether that worked.
pub(crate) fn copy_table(html: &str, text: &str, done: Callback<bool>) {
    let (html, text) = (html.to_owned(), text.to_owned());
    let items = [(HTML, &html), (TEXT, &text)];
    let items = items
        .map(|(kind, words)| (kind, blob(kind, words.as_bytes()).map(|blob| Promise::resolve(&JsValue::from(blob)))));
    let written = write(&items);
    spawn_local(async move {
        let has_worked = match written {
            Ok(written) => JsFuture::from(written).await.is_ok(),
            Err(_) => false,
        };
        // Where a page may not write by itself, as from a file in some browsers, it may still copy like its user does.
        done.emit(has_worked || copy_as_user(&html, &text).unwrap_or(false));
    });
}

/// Copies a drawing as a picture, and tells whether that worked.
pub(crate) fn copy_picture(list: &DisplayList, done: Callback<bool>) {
    let written = write(&[("image/png", picture::png(list))]);
    spawn_local(async move {
        done.emit(match written {
            Ok(written) => JsFuture::from(written).await.is_ok(),
            Err(_) => false,
        });
    });
}

/// Asks the browser to write these to the clipboard. The promises keep it within what the user's click allows.
fn write(items: &[(&str, Result<Promise, JsValue>)]) -> Result<Promise, JsValue> {
    let record = Object::new();
    for (kind, promise) in items {
        Reflect::set(&record, &(*kind).into(), promise.as_ref().map_err(Clone::clone)?)?;
    }
    let window = gloo::utils::window();
    let make: Function = Reflect::get(&window, &"ClipboardItem".into())?.dyn_into()?;
    let item = Reflect::construct(&make, &Array::of1(&record))?;
    let clipboard = Reflect::get(&Reflect::get(&window, &"navigator".into())?, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}

/// Copies as a user does who selects text and presses the keys; what is copied is put in its place on the way.
fn copy_as_user(html: &str, text: &str) -> Result<bool, JsValue> {
    let document: HtmlDocument = gloo::utils::document().unchecked_into();
    let field: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    field.set_class_name("sr");
    field.set_value(text);
    let focused = document.active_element();
    document.body().ok_or(JsValue::NULL)?.append_child(&field)?;
    field.select();
    let forms = [(HTML, html.to_owned()), (TEXT, text.to_owned())];
    let listener = EventListener::new_with_options(
        &document,
        "copy",
        gloo::events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            if let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) {
                let are_set = forms.iter().all(|(kind, words)| data.set_data(kind, words).is_ok());
                if are_set {
                    event.prevent_default();
                }
            }
        },
    );
    let copied = document.exec_command("copy");
    drop(listener);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        focused.focus()?;
    }
    copied
}
