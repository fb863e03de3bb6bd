//! Display list → PNG, at twice its size, so that it is crisp on paper and on a projector.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlCanvasElement};
use yew::Callback;

use super::canvas::paint;
use super::download::offer;
use crate::chart::{DisplayList, Palette, svg};

/// Pixels of the file to a pixel of the drawing.
const RATIO: f64 = 2.0;

/// A promise of the drawing as a `Blob`, in the colours of files.
pub(super) fn png(list: &DisplayList) -> Result<Promise, JsValue> {
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas")?.unchecked_into();
    paint(&canvas, list, &Palette::light(), svg::FONT, RATIO)?;
    Ok(Promise::new(&mut |resolve, reject| {
        let tell = Closure::once_into_js(move |blob: JsValue| {
            // A browser that runs out of memory gives nothing.
            let told = if blob.is_null() { &reject } else { &resolve }.call1(&JsValue::NULL, &blob);
            told.map(drop).unwrap_or_default();
        });
        canvas.to_blob(tell.unchecked_ref()).unwrap_or_default();
    }))
}

/// Hands the user the drawing as a PNG file, and tells whether that worked.
pub(crate) fn save_picture(name: &str, list: &DisplayList, done: Callback<bool>) {
    let (name, made) = (name.to_owned(), png(list));
    spawn_local(async move {
        let saved = match made {
            Ok(made) => JsFuture::from(made).await.and_then(|blob| offer(&name, &Blob::from(blob))),
            Err(error) => Err(error),
        };
        done.emit(saved.is_ok());
    });
}
