//! Files are given, read, and read again in another way.

use std::rc::Rc;

use yew::{Callback, hook, use_callback, use_effect_with, use_mut_ref};

use super::context::Dispatch;
use super::edge::{self, Files, HEADING, Ongoing};
use crate::data::Profile;
use crate::state::{Action, AppState};

/// What can be done about files.
pub(super) struct Hands {
    /// These files are read.
    pub(super) files: Callback<Files>,
    /// The invented data are read.
    pub(super) demo: Callback<()>,
    /// Reading stops.
    pub(super) stop: Callback<()>,
}

/// What was given to read. Only the browser's handles: what is in the files is never kept.
#[derive(Clone)]
enum Given {
    Files(Files),
    Demo,
}

/// What can be read again: the files of the data that are shown, and those that failed after them.
#[derive(Default)]
struct AtHand {
    loaded: Option<Given>,
    failed: Option<Given>,
}

/// Reads what the user gives, and reads it again when the state says so.
#[hook]
pub(super) fn use_reading(state: &AppState, dispatch: &Dispatch) -> Hands {
    // Dropping the old reading stops it, so whatever is put here replaces it.
    let reading = use_mut_ref(|| None::<Ongoing>);
    let at_hand = use_mut_ref(AtHand::default);
    let lang = state.lang;
    let send = use_callback(dispatch.clone(), |action: Action, dispatch: &Dispatch| dispatch.dispatch(action));
    // Remembers what was given as soon as it has been read, and not before: it may be stopped.
    let keeping = {
        let (at_hand, send) = (Rc::clone(&at_hand), send.clone());
        move |given: Given| {
            let at_hand = Rc::clone(&at_hand);
            send.reform(move |action: Action| {
                if let Action::Read { data, .. } = &action {
                    let mut at_hand = at_hand.borrow_mut();
                    let place = if data.is_some() { &mut at_hand.loaded } else { &mut at_hand.failed };
                    place.replace(given.clone());
                }
                action
            })
        }
    };
    let on_files = {
        let (reading, keeping) = (Rc::clone(&reading), keeping.clone());
        use_callback((send.clone(), state.profile.clone(), lang), move |files: Files, (send, profile, lang)| {
            reading.take();
            let profile = profile.as_deref().cloned();
            let data = files.data();
            let heard = data.clone().map_or_else(|| send.clone(), |data| keeping(Given::Files(data)));
            send.emit(Action::Given { data: data.is_some() });
            reading.replace(Some(edge::read(files, profile, false, *lang, heard)));
        })
    };
    let on_demo = {
        let (reading, keeping) = (Rc::clone(&reading), keeping.clone());
        use_callback(send.clone(), move |(), send| {
            reading.take();
            send.emit(Action::Given { data: true });
            reading.replace(Some(edge::read_demo(None, false, keeping(Given::Demo))));
        })
    };
    {
        let reading = Rc::clone(&reading);
        use_effect_with(state.again.clone(), move |again| {
            let Some(again) = again else { return };
            let failed = again.failed.is_some();
            let given = if failed { at_hand.borrow().failed.clone() } else { at_hand.borrow().loaded.clone() };
            let Some(given) = given else { return };
            let way = &again.mapping.way;
            let profile: Option<Profile> = way.profile().map(|profile| (**profile).clone());
            let heard = keeping(given.clone()).reform(Action::again);
            reading.take();
            reading.replace(Some(match given {
                Given::Files(files) => edge::read(files, profile, way.repairs, lang, heard),
                Given::Demo => edge::read_demo(profile, way.repairs, heard),
            }));
        });
    }
    let on_stop = use_callback(send, move |(), send| {
        reading.take();
        edge::focus(HEADING);
        send.emit(Action::Cancelled);
    });
    Hands { files: on_files, demo: on_demo, stop: on_stop }
}
