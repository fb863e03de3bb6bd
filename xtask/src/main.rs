//! Build tool of Indikatorutforskaren: `cargo xtask open | bundle | test | bench | fuzz | table | rows | demo`.
//!
//! The commands that build first set up what they need ([`setup`]), so a fresh clone builds with one command. One module per
//! command; `main` only dispatches.

mod bench;
mod bundle;
mod demo;
mod fuzz;
mod import;
mod open;
mod process;
mod rows;
mod setup;
mod steps;
mod table;
mod test;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, bundles and tests Indikatorutforskaren. Installs what is missing, asks nothing.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page and open it in the default browser
    Open,
    /// Build dist/indikatorutforskaren.html (one file) and dist/site/ (a folder for web hosts)
    Bundle,
    /// Run every check: format, lints, tests, then the built page in headless Chromium
    Test(test::Args),
    /// Measure the built page beside other libraries, in headless Chromium
    Bench(bench::Args),
    /// Try the importer with bytes that libFuzzer makes up
    Fuzz(fuzz::Args),
    /// Print the cells that the app would show, as CSV (`;`, decimal point)
    Table(table::Args),
    /// Print what the importer reads of files, as RFC 4180 CSV
    Rows(rows::Args),
    /// Write the invented data set, or a large file for measurements
    Demo(demo::Args),
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // `cargo xtask table … | head` has read what it wanted.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let of_csv = error.downcast_ref::<csv::Error>().and_then(|error| match error.kind() {
        csv::ErrorKind::Io(error) => Some(error.kind()),
        _ => None,
    });
    let kind = of_csv.or_else(|| error.downcast_ref::<std::io::Error>().map(std::io::Error::kind));
    kind == Some(std::io::ErrorKind::BrokenPipe)
}

fn run(command: &Command) -> Result<()> {
    match command {
        Command::Open => open::run(),
        Command::Bundle => bundle::run(),
        Command::Test(args) => test::run(args),
        Command::Bench(args) => bench::run(args),
        Command::Fuzz(args) => fuzz::run(args),
        Command::Table(args) => table::run(args),
        Command::Rows(args) => rows::run(args),
        Command::Demo(args) => demo::run(args),
    }
}
