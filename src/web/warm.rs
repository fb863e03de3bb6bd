//! Warms the importer, the protection of small groups and the first view up while nobody waits.
//!
//! A browser translates WebAssembly quickly and badly at first, and well once it has seen what runs often. Were the first file the first to
//! run, a large one would take two to three times as long. So the invented data are read a few times, and forgotten, in the pauses
//! after the page has come up.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::turn::Turn;
use crate::data::{Lang, Protection};
use crate::demo;
use crate::disclose::Protected;
use crate::ingest::Importer;
use crate::query::Selection;
use crate::view::overview::overview;

/// Pause before each round, in milliseconds: the browser translates on another thread meanwhile.
const PAUSE_MS: u32 = 150;
const ROUNDS: u32 = 5;
/// Bytes at a time: well under a millisecond of work.
const PIECE: usize = 32 * 1024;
/// Schools that are put in focus in each round: fewer than the invented data have.
const SCHOOLS: u16 = 6;

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
    let Some(dataset) = read.dataset.filter(|_| NEEDED.get()) else { return };
    let protected = Protected::new(dataset);
    // The first of them is the one that the view below shows. A country is as much work as all of them in all rounds together.
    for protection in Protection::CHOICES {
        let other = protected.with(protection);
        let shown = if protection == protected.protection() { &protected } else { &other };
        let mut work = shown.work_out(0);
        while work.step() {
            if turn.is_long() {
                turn.next().await;
            }
            if !NEEDED.get() {
                return;
            }
        }
    }
    let mut urval = Selection::first(&protected);
    for school in 0..SCHOOLS {
        turn.next().await;
        if !NEEDED.get() {
            return;
        }
        urval.focus_on(&protected, school);
        overview(&protected, &urval, "", Lang::Sv);
    }
    later(rounds);
}
