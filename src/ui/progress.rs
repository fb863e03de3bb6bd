//! How far the reading has come, and a way to stop it.

use yew::{Callback, Html, Properties, component, html};

use super::context::use_lang;
use super::data_text;
use super::patience::working;
use crate::state::Progress;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) progress: Progress,
    pub(super) on_stop: Callback<()>,
}

/// The bar, the number of rows, and the button that stops.
#[component]
pub(super) fn ProgressPanel(props: &Props) -> Html {
    let lang = use_lang();
    let Progress { bytes, bytes_total, file, .. } = &props.progress;
    let words =
        if props.progress.is_read { working(lang).to_owned() } else { data_text::progress(&props.progress, lang) };
    let onclick = props.on_stop.reform(|_| ());
    html! {
        <section class="panelbox" aria-label={data_text::reading(lang)}>
            <div class="progress">
                <progress value={bytes.to_string()} max={bytes_total.to_string()} aria-label={file.clone()} />
                <div class="progress__row">
                    <span class="num">{ words }</span>
                    <button type="button" class="btn btn--small" {onclick}>{ data_text::stop(lang) }</button>
                </div>
            </div>
        </section>
    }
}
