//! Working out what may be shown of small groups takes a moment the first time, in large files: the page says so meanwhile, and answers.

use yew::{Callback, Html, hook, html, use_effect_with, use_force_update, use_mut_ref};

use super::edge;
use super::edge::HEADING;
use super::text::texts;
use crate::data::{Dim, Lang, Shared};
use crate::disclose::{Key, Protected};
use crate::state::{AppState, Loaded, View};
use crate::view::ready::missing;

texts! {
    working: "Räknar ut vad som får visas …", "Working out what may be shown …";
    small_groups: "Små grupper skyddas: det tar en stund första gången.", "Small groups are protected: this takes a moment the first time.";
}

/// Pause before what may be needed later is worked out, layer by layer.
const PAUSE_MS: u32 = 1_000;
/// In files with more entries, or more schools, what nobody has asked for is not worked out: it would keep the machine busy for long.
const MOST: [usize; 2] = [5_000, 100];

/// Whether the view can be shown now. If not, what it needs is worked out, and then it is shown. So is what may leave the screen, where
/// that is protected otherwise.
#[hook]
pub(super) fn use_patience(state: &AppState) -> bool {
    let again = use_force_update();
    let loaded = state.loaded.as_ref().filter(|_| edge::IS_BROWSER);
    let is_data = state.view == View::Data;
    let are_groups = state.view == View::Groups || state.view == View::Trend && state.selection.split.is_some();
    let all = |of: &Shared<Protected>| of.missing(Key::default());
    let of_view = |of: &Shared<Protected>| if is_data { all(of) } else { missing(of, &state.selection, are_groups) };
    let needed = loaded.and_then(|loaded| Some((&loaded.dataset, of_view(&loaded.dataset)?, 0)));
    let leaving = loaded.and_then(|loaded| Some((&loaded.leaving, all(&loaded.leaving)?, 0)));
    let is_small = |of: &Protected| of.entries() <= MOST[0] && of.labels(Dim::School).len() <= MOST[1];
    let small = loaded.map(|loaded| &loaded.dataset).filter(|of| !is_data && is_small(of));
    let later = small.and_then(|dataset| Some((dataset, dataset.next_missing()?, PAUSE_MS)));
    let next = needed.or(leaving).or(later).map(|(dataset, layer, pause_ms)| (dataset.clone(), layer, pause_ms));
    use_effect_with(next, move |next| {
        let done = Callback::from(move |()| again.force_update());
        // Dropped, and thereby ended, when something else is needed.
        let work = next.clone().map(|(dataset, layer, pause_ms)| edge::work_out(dataset, layer, pause_ms, done));
        move || drop(work)
    });
    needed.is_none()
}

/// The state to show: that of before, while it is worked out what another rule shows of the same data, and the view of the data is open
/// where it was chosen. `None` where there is nothing to show yet.
#[hook]
pub(super) fn use_settled(state: &AppState, is_ready: bool) -> Option<AppState> {
    let settled = use_mut_ref(|| None::<Loaded>);
    if is_ready {
        settled.replace(state.loaded.clone());
        return Some(state.clone());
    }
    let is_same = |before: &Loaded| state.loaded.as_ref().is_some_and(|loaded| loaded.report == before.report);
    let before = settled.borrow().clone().filter(|before| state.view == View::Data && is_same(before))?;
    Some(AppState { loaded: Some(before), ..state.clone() })
}

/// What stands in place of the view.
pub(super) fn wait(lang: Lang) -> Html {
    html! {
        <header class="answer__head" role="status">
            <h1 id={HEADING} tabindex="-1">{ working(lang) }</h1>
            <p class="lead">{ small_groups(lang) }</p>
        </header>
    }
}
