//! The place to drop files on. The whole page takes them; this part says so, and opens the browser's own dialog.

use yew::{Callback, Event, Html, Properties, classes, component, html};

use super::context::use_lang;
use super::data_text;
use super::edge::Files;
use super::icon::{Icon, Shape};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Whether files are held over the page.
    pub(super) over: bool,
    pub(super) on_files: Callback<Files>,
}

/// Sends the files that an input has been given.
pub(super) fn sends_files(on_files: &Callback<Files>) -> Callback<Event> {
    let on_files = on_files.clone();
    Callback::from(move |event: Event| {
        if let Some(files) = Files::picked(&event) {
            on_files.emit(files);
        }
    })
}

/// The place to drop files on.
#[component]
pub(super) fn DropZone(props: &Props) -> Html {
    let lang = use_lang();
    let heading = if props.over { data_text::drop_now(lang) } else { data_text::drop_here(lang) };
    html! {
        <div class={classes!("drop", props.over.then_some("is-over"))}>
            <Icon shape={Shape::File} />
            <strong id="drop-t">{ heading }</strong>
            <span class="quiet" id="drop-d">{ data_text::drop_form(lang) }</span>
            <span class="btn btn--main" aria-hidden="true">{ data_text::choose_files(lang) }</span>
            <input type="file" multiple=true accept=".csv,.txt,.tsv,.json" aria-labelledby="drop-t" aria-describedby="drop-d"
                onchange={sends_files(&props.on_files)} />
        </div>
    }
}
