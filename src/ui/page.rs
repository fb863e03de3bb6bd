//! What the page shows of a state: one view, the head of a printed page, what stands above.

use yew::{Callback, Html, html};

use super::compare::CompareView;
use super::data::Data;
use super::edge::Files;
use super::groups::GroupsView;
use super::overview::OverviewView;
use super::take_text;
use super::text;
use super::trend::TrendView;
use super::urval::{is_unchosen, summary};
use crate::data::{Dim, Lang, Text};
use crate::state::{AppState, Loaded, View};

/// What made a printed page.
const VERSION: &str = concat!(", Indikatorutforskaren ", env!("CARGO_PKG_VERSION"), ".");

/// The views that are printed together, each on a page of its own.
pub(super) fn on_pages() -> impl Iterator<Item = View> {
    View::ALL.into_iter().filter(|view| *view != View::Data)
}

pub(super) fn view(
    state: &AppState,
    view: View,
    source: &str,
    on_files: Callback<Files>,
    on_demo: Callback<()>,
    over: bool,
) -> Html {
    let source = source.to_owned();
    let selection = state.selection.clone();
    match (&state.loaded, view) {
        (Some(loaded), View::Overview) => {
            html! { <OverviewView dataset={loaded.dataset.clone()} leaving={loaded.leaving.clone()} {selection} {source} /> }
        }
        (Some(loaded), View::Trend) => {
            let (indicator, face, form) = (state.indicator, state.face, state.form);
            html! { <TrendView dataset={loaded.dataset.clone()} leaving={loaded.leaving.clone()} {selection} {source} {indicator} {face} {form} /> }
        }
        (Some(loaded), View::Compare) => {
            let (indicator, face, angle, against) = (state.indicator, state.face, state.angle, state.against);
            html! { <CompareView dataset={loaded.dataset.clone()} leaving={loaded.leaving.clone()} {selection} {source} {indicator} {face} {angle} {against} /> }
        }
        (Some(loaded), View::Groups) => {
            let (indicator, face, report) = (state.indicator, state.face, loaded.report.clone());
            html! { <GroupsView dataset={loaded.dataset.clone()} leaving={loaded.leaving.clone()} {report} {selection} {source} {indicator} {face} /> }
        }
        _ => {
            let (loaded, profile) = (state.loaded.clone(), state.profile.clone());
            let failed = state.failed().map(|attempt| attempt.report.clone());
            let (mapping, again) = (state.mapping().cloned(), state.again.is_some());
            let protection = state.protection;
            html! { <Data {loaded} {protection} {failed} {profile} {mapping} {again} {over} {on_files} {on_demo} /> }
        }
    }
}

/// The names of the files that the data are from.
pub(super) fn source(loaded: Option<&Loaded>, lang: Lang) -> String {
    let used = |loaded: &Loaded| -> String {
        let files = loaded.report.files.iter().filter(|file| file.refused.is_none());
        text::files(&files.map(|file| file.name.as_str()).collect::<Vec<_>>(), lang)
    };
    loaded.map(used).unwrap_or_default()
}

/// The profile that was opened, and the one that the files on the screen follow.
pub(super) fn waiting(state: &AppState) -> Option<(Text, Text)> {
    state.waiting_profile().map(|(opened, shown)| (opened.name.clone(), shown.name.clone()))
}

/// The number of schools, where one of many has to be chosen.
pub(super) fn unchosen(loaded: Option<&Loaded>, state: &AppState) -> Option<usize> {
    let dataset = &loaded?.dataset;
    is_unchosen(dataset, &state.selection).then(|| dataset.labels(Dim::School).len())
}

/// Urval, files and profile, which the controls say on the screen.
pub(super) fn print_head(loaded: Option<&Loaded>, state: &AppState, view: View, source: &str) -> Html {
    let Some(loaded) = loaded else { return Html::default() };
    let urval = summary(&loaded.dataset, &state.selection, view, state.lang);
    html! {
        <p class="only-print small">
            { text::print_line(&urval, source, &loaded.dataset.profile, state.lang) }
            if loaded.dataset.invented {
                { " " }<strong>{ text::invented(state.lang) }{ "." }</strong>
            }
            { " " }{ take_text::printed(state.lang) }{ " " }<time class="print-date" />{ VERSION }
        </p>
    }
}
