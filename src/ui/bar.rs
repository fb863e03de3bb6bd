//! The bar on top: brand, views, file, tools.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::icon::{Icon, Shape};
use super::text;
use super::tools::{PROJECTOR_KEY, Tools};
use crate::state::{Action, Loaded, Theme, View};

/// The button that turns the projector view off.
pub(super) const LEAVE_PROJECTOR: &str = "avsluta-storbild";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: View,
    pub(super) loaded: Option<Loaded>,
    /// The names of the files.
    pub(super) source: AttrValue,
    pub(super) theme: Theme,
    pub(super) projector: bool,
    /// All views are to be printed.
    pub(super) on_print_all: Callback<()>,
}

/// The bar.
#[component]
pub(super) fn Bar(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let leave = {
        let send = send.clone();
        move |_| send.emit(Action::Projector(false))
    };
    let tab = |view: View| {
        let send = send.clone();
        let onclick = move |_| send.emit(Action::View(view));
        let current = (props.view == view).then_some("page");
        let closed = view != View::Data && props.loaded.is_none();
        let reason = closed.then_some("vyer-sen");
        html! {
            <li><button type="button" aria-current={current} disabled={closed} aria-describedby={reason} {onclick}>
                { text::view(view, lang) }
            </button></li>
        }
    };
    html! {
        <header class="bar">
            <div class="bar__row">
                <p class="brand">{ mark() }{ "Indikatorutforskaren" }</p>
                <nav aria-label={text::views(lang)} class="views-nav">
                    <ul class="views">{ for View::ALL.map(tab) }</ul>
                    if props.loaded.is_none() {
                        <span class="sr" id="vyer-sen">{ text::opens_later(lang) }</span>
                    }
                </nav>
                <button type="button" class="btn btn--small exit-projector" id={LEAVE_PROJECTOR} aria-keyshortcuts={PROJECTOR_KEY} onclick={leave}>{ text::leave_projector(lang) }</button>
            </div>
            <div class="status"><div class="bar__row">
                { file(props.loaded.as_ref(), &props.source, lang) }
                <span class="status__local"><Icon shape={Shape::Lock} />{ text::local(lang) }</span>
                <Tools theme={props.theme} projector={props.projector} has_views={props.loaded.is_some()} on_print_all={props.on_print_all.clone()} />
            </div></div>
            if props.projector && props.loaded.as_ref().is_some_and(|loaded| loaded.dataset.invented) {
                // The status line is hidden on the projector; this word must not be.
                <span class="tag tag--projector">{ text::invented(lang) }</span>
            }
        </header>
    }
}

fn file(loaded: Option<&Loaded>, source: &AttrValue, lang: crate::data::Lang) -> Html {
    let Some(loaded) = loaded else {
        return html! { <span class="status__file"><Icon shape={Shape::File} />{ text::no_file(lang) }</span> };
    };
    html! {
        <>
            <span class="status__file"><Icon shape={Shape::File} /><span>{ source.clone() }</span></span>
            <span class="num quiet">{ text::row_count(loaded.report.rows_used(), lang) }</span>
            if loaded.dataset.invented {
                <span class="tag">{ text::invented(lang) }</span>
            }
        </>
    }
}

/// Two intervals, each with its dot.
fn mark() -> Html {
    html! {
        <svg viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">
            <path d="M3 8h16M3 5.5v5M19 5.5v5M9 20h16M9 17.5v5M25 17.5v5" />
            <circle cx="12" cy="8" r="3.2" fill="currentColor" /><circle cx="16" cy="20" r="3.2" fill="currentColor" />
        </svg>
    }
}
