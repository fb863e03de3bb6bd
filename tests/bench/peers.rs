//! Our page beside DuckDB-Wasm, Perspective and `PapaParse`, in headless Chromium on one machine. `cargo xtask bench` sets up and
//! runs it; it writes `peers.md` and `peers.json`.
//!
//! | module | what it does |
//! | --- | --- |
//! | `setting` | what is asked for, and where things are |
//! | `files` | writes the files that are read |
//! | `serve` | serves the peers' pages on this machine |
//! | `contestant` | who takes part, and with which page and file |
//! | `session` | starts a browser and drives one page |
//! | `memory` | asks the system how much memory the page has taken |
//! | `measure` | takes one measurement |
//! | `check` | holds every group against the native importer's |
//! | `metric` | names what is measured |
//! | `protection` | what protection takes, once for a file |
//! | `urval` | changes the urval a hundred times |
//! | `tell` | medians → table and JSON |

mod check;
mod contestant;
mod files;
mod measure;
mod memory;
mod metric;
mod protection;
mod serve;
mod session;
mod setting;
mod tell;
mod urval;

use std::error::Error;

use check::Expected;
use contestant::Contestant;
use metric::Sample;
use serve::Server;
use setting::Setting;
use tell::Race;

/// What can go wrong here is told, never matched on.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let Some(setting) = Setting::find() else { return Ok(()) };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let server = Server::start(&setting)?;
    let mut races = Vec::new();
    for &rows in setting.rows.iter().filter(|rows| **rows > 0) {
        let files = files::write(&setting, rows)?;
        let expected = Expected::of(&files.semicolons)?;
        let mut race = Race::new(rows, &files);
        for round in 0..setting.repeat {
            for contestant in Contestant::in_order(round) {
                if round >= contestant.rounds(rows, setting.repeat) || race.has_failed(contestant) {
                    continue;
                }
                let sample = runtime.block_on(measure::one(&setting, &server, contestant, &files, &expected));
                eprintln!("    {rows} rows, round {}: {}", round + 1, told(contestant, &sample));
                race.add(contestant, sample);
            }
        }
        if rows <= Contestant::LARGE {
            race.keep_changes(runtime.block_on(urval::measured(&setting, &server, &files, rows)));
        }
        races.push(race);
        // After each size, so that an interrupted run leaves what it has.
        tell::write(&setting, &races)?;
    }
    let protection = runtime.block_on(protection::measured(&setting));
    println!("{}\n{}", tell::markdown(&setting, &races), protection.as_deref().unwrap_or_default());
    let protection = protection.err().map(|error| format!("protection: {error}"));
    let failed: Vec<String> = races.iter().flat_map(Race::failures).chain(protection).collect();
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n").into()) }
}

fn told(contestant: Contestant, sample: &Outcome<Sample>) -> String {
    match sample {
        Ok(sample) => format!("{} {}", contestant.name(), sample.in_short()),
        Err(error) => format!("{} failed: {error}", contestant.name()),
    }
}
