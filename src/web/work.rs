//! What may be shown of small groups, worked out in short tasks.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::turn::{Ongoing, Turn};
use crate::data::Shared;
use crate::disclose::Protected;

/// Works out a layer, so many milliseconds from now, and tells when it is there.
pub(crate) fn work_out(dataset: Shared<Protected>, layer: usize, pause_ms: u32, done: Callback<()>) -> Ongoing {
    let (ongoing, wanted) = Ongoing::begin();
    let work = async move {
        let mut turn = Turn::begin();
        let mut work = dataset.work_out(layer);
        while wanted.get() {
            if !work.step() {
                done.emit(());
                return;
            }
            if turn.is_long() {
                turn.next().await;
            }
        }
    };
    Timeout::new(pause_ms, move || spawn_local(work)).forget();
    ongoing
}
