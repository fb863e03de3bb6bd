//! What an event says.

use js_sys::Reflect;
use web_sys::Event;

/// The value of the field that an event is about.
pub(crate) fn value(event: &Event) -> String {
    let value = event.target().and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
