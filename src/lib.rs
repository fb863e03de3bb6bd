//! Indikatorutforskaren: a school's shared indicators, with honest uncertainty, in one offline HTML file.
//!
//! # Architecture
//!
//! Each module may use the modules above it in this list, never those below.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`stats`] | intervals, differences, funnels, shrinkage, power: formulas over plain numbers, each with its source |
//! | [`data`] | the validated dataset of mergeable cells, the profile, the words of the domain |
//! | [`demo`] | the seeded invented data, the benchmark file and the template, as bytes for the ordinary importer |
//! | [`ingest`] | bytes → dataset and report |
//! | [`query`] | dataset and urval → the cells of each group → estimates |
//! | [`disclose`] | estimates → [`disclose::Publishable`]: what may be seen of small groups, so that nothing withheld can be computed |
//! | [`attack`] | printed strings → what somebody could compute of what they withhold; shares nothing with [`disclose`], which it tries |
//! | [`view`] | publishable → view models: words, numbers, tables, chart models; plain data, Swedish and English |
//! | [`chart`] | chart model → display list; hit-testing; SVG |
//! | [`state`] | app state, actions, reducer, links |
//! | [`ui`] | Yew components; no arithmetic |
//! | `web` | the only place that touches the browser: files, canvas, download, location (wasm32 only) |
//!
//! ```text
//! File ─web─▶ chunks ─ingest─▶ Ingested { Dataset, Report } ─query─▶ Cells, Estimates ─disclose─▶ Publishable
//!    ─view─▶ ChartModel + sentence + table ─chart─▶ DisplayList ─web─▶ canvas | SVG
//! tables about to leave ─view─▶ printed strings ─attack─▶ saved, copied, printed, warned of, or held back
//! event ─▶ Action ─▶ reducer ─▶ state ─▶ the same chain again, memoised by dataset pointer and selection
//! ```
//!
//! # Invariants
//!
//! `tests/tidy.rs` holds them against the source.
//!
//! 1. Nothing leaves the machine. There is no network code: no fetch, XHR, WebSocket, beacon, WebRTC, form or external
//!    URL; the `web-sys` features list none. The browser's navigator is known to `web::clipboard` alone, which writes to the clipboard
//!    what `ui::leave` has let out, and never reads it.
//! 2. `ingest` … `state` never import `web_sys`, `js_sys` or a clock, and compile and test natively. `ui` holds no
//!    arithmetic. Only `web` touches the browser.
//! 3. Parsing returns a dataset *and* a report. Rows read = rows used + rows set aside, each with a reason.
//! 4. A missing value has a reason. A number on screen has passed [`disclose`]: view models are built from
//!    [`disclose::Publishable`] only, and only `disclose` makes one. Numbers leave the page through `ui::leave` only, as files, on
//!    the clipboard or on paper, which asks [`attack`] first.
//! 5. What a chart shows, its table and its spoken text show, and values and their intervals are drawn no more exactly than they are
//!    written (`tests/precision.rs`).
//! 6. Same input, same output: sorted iteration, no hash order, no randomness without a seed that is shown.
//! 7. No pupil row is ever stored (no `localStorage`, `IndexedDB`, URL): the address of the page holds a [`state::Link`], names and
//!    settings, and nothing else. Nor is one kept in memory but for what the report shows (the first five rows, and quotes of what
//!    could not be used, without what gives a person away): [`ingest`] adds rows up as they come. Of a column that tells pupils apart
//!    only hashes are kept, until the import is over. Of the files themselves only the browser's handles are kept, to read them again
//!    when the user changes what a column is.

pub mod attack;
pub mod chart;
pub mod data;
pub mod demo;
pub mod disclose;
pub mod ingest;
pub mod query;
pub mod state;
pub mod stats;
pub mod ui;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(target_arch = "wasm32")]
pub use web::run_app;
