//! The edge: the only place that touches the browser (wasm32 only). Everything here is a small function or a guard whose drop
//! ends what it began; what users do comes back as [`Action`](crate::state::Action)s and plain values.
//!
//! | module | what it does |
//! | --- | --- |
//! | `files` | files that the user picks or drops |
//! | `read` | files, piece by piece → importer → action |
//! | `source` | the bytes of one file, piece by piece |
//! | `turn` | keeps tasks short |
//! | `work` | what may be shown of small groups, in short tasks |
//! | `timing` | how long things take, for the browser's performance tools |
//! | `warm` | lets the browser translate the importer well before it is needed |
//! | `download`, `picture` | bytes, or a drawing → a file that the user keeps |
//! | `clipboard` | tables and pictures → the clipboard, never from it |
//! | `location` | the fragment of the address, and the history |
//! | `page` | title, language, theme, focus, dialogs, print |
//! | `event` | what an event says |
//! | `keys` | keys that work wherever the focus is |
//! | `watch` | sizes and appearance, as they change |
//! | `look`, `palette` | what drawings need to know of the page |
//! | `canvas` | display list → pixels |

mod canvas;
mod clipboard;
mod download;
mod event;
mod files;
mod keys;
mod location;
mod look;
mod page;
mod palette;
mod picture;
mod read;
mod source;
mod timing;
mod turn;
mod warm;
mod watch;
mod work;

use std::panic::PanicHookInfo;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::state::AppState;
use crate::ui::App;
use crate::ui::app::Props;

pub(crate) use clipboard::{copy_picture, copy_table};
pub(crate) use download::download;
pub(crate) use event::value;
pub(crate) use files::{Files, watch_drop};
pub(crate) use keys::watch_key;
pub(crate) use location::{set_link, watch_link};
pub(crate) use look::{look, paint};
pub(crate) use page::{
    begin_at, close_dialog, date_paper, focus, focus_if_lost, focus_on, hold_paper, mark_root, open_dialog, print,
    reveal, select_if_focused, select_text, set_title, set_value,
};
pub(crate) use picture::save_picture;
pub(crate) use read::{read, read_demo};
pub(crate) use timing::timed;
pub(crate) use turn::Ongoing;
pub(crate) use watch::{watch_appearance, watch_escape, watch_outside, watch_print, watch_size};
pub(crate) use work::work_out;

/// Starts the app in the page's `#app`.
///
/// # Panics
///
/// When the page has no `#app`.
#[wasm_bindgen]
pub fn run_app() {
    // Yew's own hook would write the message to the console, and the message could hold something from a file.
    yew::set_custom_panic_hook(Box::new(report_crash));
    let root = gloo::utils::document().get_element_by_id("app").expect("index.html has #app");
    let props = Props { start: AppState::opened_by(location::link()) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    warm::begin();
}

/// Tells the page where the program stopped, and nothing else.
fn report_crash(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let window = gloo::utils::window();
    let shown = js_sys::Reflect::get(&window, &"indikatorCrash".into())
        .and_then(JsCast::dyn_into::<js_sys::Function>)
        .and_then(|crash| crash.call1(&window, &place.into()));
    // There is nothing left to do if even this fails: boot.js sees the trap that follows.
    drop::<Result<JsValue, JsValue>>(shown);
}
