//! Working out what may be shown of small groups takes a moment the first time, in large files: the page says so first, and then does it.

use yew::{Callback, Html, hook, html, use_effect_with, use_state_eq};

use super::edge;
use super::edge::HEADING;
use super::text::texts;
use crate::data::{Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::ready::is_ready;

texts! {
    working: "Räknar ut vad som får visas …", "Working out what may be shown …";
    small_groups: "Små grupper skyddas: det tar en stund första gången.", "Small groups are protected: this takes a moment the first time.";
}

/// Long enough for the browser to draw what it has been told.
const DRAWN_MS: u32 = 40;
/// Pause before what may be needed later is worked out, and between its parts.
const PAUSE_MS: u32 = 1_000;
/// In files with more entries, or more schools, what nobody has asked for is not worked out: it would keep the page from answering.
const MOST: [usize; 2] = [5_000, 100];

/// Whether the view can be shown now. If not, it can be after the next drawing.
#[hook]
pub(super) fn use_patience(dataset: Option<&Shared<Protected>>, selection: &Selection, are_groups: bool) -> bool {
    // What has been waited for.
    let drawn = use_state_eq(|| None::<(Shared<Protected>, Option<Option<Dim>>)>);
    let now = dataset.filter(|dataset| edge::IS_BROWSER && !is_ready(dataset, selection, are_groups));
    let now = now.map(|dataset| (dataset.clone(), are_groups.then_some(selection.split)));
    let is_ready = now.is_none() || *drawn == now;
    {
        let setter = drawn.setter();
        use_effect_with((now, is_ready), move |(now, is_ready)| {
            if !is_ready {
                let now = now.clone();
                edge::later(DRAWN_MS, Callback::from(move |()| setter.set(now.clone())));
            }
        });
    }
    use_effect_with(dataset.cloned(), |dataset| {
        let is_small =
            |dataset: &&Shared<Protected>| dataset.entries() <= MOST[0] && dataset.labels(Dim::School).len() <= MOST[1];
        if let Some(dataset) = dataset.as_ref().filter(is_small) {
            in_pauses(dataset.clone());
        }
    });
    is_ready
}

/// Works out the rest, part by part.
fn in_pauses(dataset: Shared<Protected>) {
    let step = move |()| {
        if dataset.work_out_more() {
            in_pauses(dataset.clone());
        }
    };
    edge::later(PAUSE_MS, Callback::from(step));
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
