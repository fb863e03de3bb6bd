//! Files that the user picks or drops.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};
use yew::Callback;

/// Profiles are small; a larger file with that ending is read as data, and refused as such.
const LARGEST_PROFILE: f64 = 1e6;

/// Files from the user, in the order in which they were given.
#[derive(Clone, Debug)]
pub(crate) struct Files(Vec<File>);

impl Files {
    /// The files chosen in an input, which is emptied, so that the same file can be chosen again.
    pub(crate) fn picked(event: &Event) -> Option<Self> {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        // The list is live: emptying the input empties it, too.
        let files = Self::from_list(&input.files()?);
        input.set_value("");
        files
    }

    fn dropped(event: &DragEvent) -> Option<Self> {
        Self::from_list(&event.data_transfer()?.files()?)
    }

    /// `None` where there is no file: text or a link was dropped, or the dialog was left without a choice.
    fn from_list(list: &FileList) -> Option<Self> {
        let files: Vec<File> = (0..list.length()).filter_map(|index| list.item(index)).collect();
        (!files.is_empty()).then_some(Self(files))
    }

    /// The files that hold data, if there are any.
    pub(crate) fn data(&self) -> Option<Self> {
        let (_, data) = self.clone().sorted();
        (!data.is_empty()).then_some(Self(data))
    }

    /// Profiles, and data.
    pub(super) fn sorted(self) -> (Vec<File>, Vec<File>) {
        let is_profile = |file: &File| file.name().to_lowercase().ends_with(".json") && file.size() < LARGEST_PROFILE;
        self.0.into_iter().partition(is_profile)
    }
}

/// Makes the whole page a place to drop files on. `on_over` hears when files come over the page and leave it. What it
/// returns stops the listening.
///
/// Anything else that is dropped does nothing: a browser might go to a dropped link, and the data would be gone.
pub(crate) fn watch_drop(on_files: Callback<Files>, on_over: Callback<bool>) -> impl FnOnce() {
    let window = gloo::utils::window();
    let listen = |kind: &'static str, mut act: Box<dyn FnMut(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, kind, options, move |event| {
            if let Some(event) = event.dyn_ref() {
                act(event);
            }
        })
    };
    let (over, left) = (on_over.clone(), on_over.clone());
    let on_dragover = move |event: &DragEvent| {
        event.prevent_default();
        let accepted = carries_files(event);
        if let Some(transfer) = event.data_transfer() {
            transfer.set_drop_effect(if accepted { "copy" } else { "none" });
        }
        over.emit(accepted);
    };
    let on_dragleave = move |event: &DragEvent| {
        // Moving between two parts of the page leaves one and enters the other; leaving the page enters nothing.
        if event.related_target().is_none() {
            left.emit(false);
        }
    };
    let on_drop = move |event: &DragEvent| {
        event.prevent_default();
        on_over.emit(false);
        if let Some(files) = Files::dropped(event) {
            on_files.emit(files);
        }
    };
    let listeners = [
        listen("dragover", Box::new(on_dragover)),
        listen("dragleave", Box::new(on_dragleave)),
        listen("drop", Box::new(on_drop)),
    ];
    move || drop(listeners)
}

fn carries_files(event: &DragEvent) -> bool {
    let files = JsValue::from_str("Files");
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&files, 0))
}
