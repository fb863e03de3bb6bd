//! Bytes → a file that the user keeps.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Some browsers read the address well after the click.
const KEPT_MS: u32 = 10_000;

/// Hands the user a file.
pub(crate) fn download(name: &str, mime: &str, bytes: &[u8]) {
    // Nothing is left to tell: browsers show their own message when a download fails.
    blob(mime, bytes).and_then(|blob| offer(name, &blob)).unwrap_or_default();
}

/// Bytes as the browser passes them around.
pub(super) fn blob(mime: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
}

/// Hands the user what the browser has made.
pub(super) fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT_MS, move || Url::revoke_object_url(&address).unwrap_or_default()).forget();
    Ok(())
}
