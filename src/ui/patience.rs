//! Working out what may be shown of small groups takes a moment the first time, in large files: the page says so meanwhile, and answers.

use yew::{Callback, Html, hook, html, use_effect_with, use_force_update};

use super::edge;
use super::edge::HEADING;
use super::text::texts;
use crate::data::{Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::ready::missing;

texts! {
    working: "Räknar ut vad som får visas …", "Working out what may be shown …";
    small_groups: "Små grupper skyddas: det tar en stund första gången.", "Small groups are protected: this takes a moment the first time.";
}

/// Pause before what may be needed later is worked out, layer by layer.
const PAUSE_MS: u32 = 1_000;
/// In files with more entries, or more schools, what nobody has asked for is not worked out: it would keep the machine busy for long.
const MOST: [usize; 2] = [5_000, 100];

/// Whether the view can be shown now. If not, what it needs is worked out, and then it is shown.
#[hook]
pub(super) fn use_patience(dataset: Option<&Shared<Protected>>, selection: &Selection, are_groups: bool) -> bool {
    let again = use_force_update();
    let dataset = dataset.filter(|_| edge::IS_BROWSER);
    let needed = dataset.and_then(|dataset| missing(dataset, selection, are_groups));
    let small = dataset.filter(|dataset| dataset.entries() <= MOST[0] && dataset.labels(Dim::School).len() <= MOST[1]);
    let later = small.and_then(|dataset| Some((dataset.next_missing()?, PAUSE_MS)));
    let next = needed.map(|layer| (layer, 0)).or(later);
    use_effect_with((dataset.cloned(), next), move |(dataset, next)| {
        let done = Callback::from(move |()| again.force_update());
        let work = dataset.clone().zip(*next);
        // Dropped, and thereby ended, when something else is needed.
        let work = work.map(|(dataset, (layer, pause_ms))| edge::work_out(dataset, layer, pause_ms, done));
        move || drop(work)
    });
    needed.is_none()
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
