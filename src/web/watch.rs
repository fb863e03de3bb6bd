//! Sizes and appearance, as they change. What these functions return stops the watching.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, MediaQueryList, Node, ResizeObserver, ResizeObserverEntry};
use yew::{Callback, NodeRef};

/// Disconnects when dropped.
struct Observed {
    observer: ResizeObserver,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells the size of an element's content in CSS pixels, now and whenever it changes.
pub(crate) fn watch_size(element: &NodeRef, tell: Callback<(f64, f64)>) -> impl FnOnce() + use<> {
    let on_change = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        if let Some(entry) = entries.iter().last().and_then(|entry| entry.dyn_into::<ResizeObserverEntry>().ok()) {
            let size = entry.content_rect();
            tell.emit((size.width(), size.height()));
        }
    });
    let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok();
    let observed = observer.zip(element.cast::<Element>()).map(|(observer, element)| {
        observer.observe(&element);
        Observed { observer, _on_change: on_change }
    });
    move || drop(observed)
}

/// What changes how a page looks without a change in the program.
const APPEARANCES: [&str; 4] =
    ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"];

/// Tells when colours, contrast or the number of pixels change.
pub(crate) fn watch_appearance(tell: &Callback<()>) -> impl FnOnce() + use<> {
    let listeners: Vec<EventListener> = APPEARANCES.iter().filter_map(|query| on_change(query, tell.clone())).collect();
    let ratio = watch_ratio(tell.clone());
    move || drop((listeners, ratio))
}

/// Tells when the page is about to be printed, before it is laid out for paper, and when that is over.
pub(crate) fn watch_print(before: Callback<()>, after: Callback<()>) -> impl FnOnce() + use<> {
    let listeners = [("beforeprint", before), ("afterprint", after)]
        .map(|(kind, tell)| EventListener::new(&gloo::utils::window(), kind, move |_| tell.emit(())));
    move || drop(listeners)
}

/// Tells when Escape is pressed, unless there is a dialog that it closes.
pub(crate) fn watch_escape(tell: Callback<()>) -> impl FnOnce() + use<> {
    let document = gloo::utils::document();
    let listener = EventListener::new(&document.clone(), "keydown", move |event| {
        let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if is_escape && document.query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_none()) {
            tell.emit(());
        }
    });
    move || drop(listener)
}

/// Tells when something outside an element is pressed, or gets the focus.
pub(crate) fn watch_outside(element: &NodeRef, tell: &Callback<()>) -> impl FnOnce() + use<> {
    let listeners = ["pointerdown", "focusin"].map(|kind| {
        let (element, tell) = (element.clone(), tell.clone());
        EventListener::new(&gloo::utils::document(), kind, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            if !element.get().is_some_and(|element| element.contains(target.as_ref())) {
                tell.emit(());
            }
        })
    });
    move || drop(listeners)
}

fn media(query: &str) -> Option<MediaQueryList> {
    gloo::utils::window().match_media(query).ok()?
}

fn on_change(query: &str, tell: Callback<()>) -> Option<EventListener> {
    Some(EventListener::new(media(query)?.as_ref(), "change", move |_| tell.emit(())))
}

/// A query can only ask for the present ratio of pixels, so each change needs a new one.
fn watch_ratio(tell: Callback<()>) -> Rc<RefCell<Option<EventListener>>> {
    let place = Rc::new(RefCell::new(None));
    ask_ratio(&place, tell);
    place
}

fn ask_ratio(place: &Rc<RefCell<Option<EventListener>>>, tell: Callback<()>) {
    let query = format!("(resolution: {}dppx)", gloo::utils::window().device_pixel_ratio());
    let again = Rc::downgrade(place);
    let listener = on_change(
        &query,
        Callback::from(move |()| {
            tell.emit(());
            // Not while the listener that would be replaced is running.
            let (again, tell) = (again.clone(), tell.clone());
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(place) = again.upgrade() {
                    ask_ratio(&place, tell);
                }
            });
        }),
    );
    *place.borrow_mut() = listener;
}

/// Whether the system asks for dark colours.
pub(super) fn system_is_dark() -> bool {
    media(APPEARANCES[0]).is_some_and(|query| query.matches())
}
