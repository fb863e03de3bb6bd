//! Warms the importer and the protection of small groups up while nobody waits.
//!
//! A browser translates WebAssembly quickly and badly at first, and well once it has seen what runs often. Were the first file the first to
//! run, a large one would take two to three times as long. So the invented data are read a few times, and forgotten, in the pauses
//! after the page has come up.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::turn::Turn;
use crate::demo;
use crate::disclose::Protected;
use crate::ingest::Importer;

/// Pause before each round, in milliseconds: the browser translates on another thread meanwhile.
const PAUSE_MS: u32 = 150;
const ROUNDS: u32 = 5;
/// Bytes at a time: well under a millisecond of work.
const PIECE: usize = 32 * 1024;

thread_local! {
    static NEEDED: Cell<bool> = const { Cell::new(true) };
}

/// Begins once the page has come up.
pub(super) fn begin() {
    later(ROUNDS);
}

/// Ends it: files are being read, and the time is theirs.
pub(super) fn end() {
    NEEDED.set(false);
}

fn later(rounds: u32) {
    if rounds > 0 && NEEDED.get() {
        let round = move || spawn_local(read_once(rounds - 1));
        Timeout::new(PAUSE_MS, round).forget();
    }
}

async fn read_once(rounds: u32) {
    let mut turn = Turn::begin();
    let csv = demo::csv(demo::SEED);
    let mut importer = Importer::new(None);
    importer.begin_file(demo::file_name());
    for piece in csv.chunks(PIECE) {
        turn.next().await;
        if !NEEDED.get() {
            return;
        }
        importer.push(piece);
    }
    turn.next().await;
    let read = importer.finish();
    turn.next().await;
    if let Some(dataset) = read.dataset.filter(|_| NEEDED.get()) {
        // What may be shown is worked out in the task of the first drawing.
        Protected::new(dataset).costs();
    }
    later(rounds);
}
