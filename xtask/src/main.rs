//! Build tool of Indikatorutforskaren: `cargo xtask open | bundle | test`.
//!
//! Every command first sets up what it needs ([`setup`]), so a fresh clone builds with one command. One module per
//! command; `main` only dispatches.

mod bundle;
mod open;
mod process;
mod setup;
mod steps;
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
    Bundle(bundle::Args),
    /// Run every check: format, lints, tests, then the built page in headless Chromium
    Test(test::Args),
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    match command {
        Command::Open => open::run(),
        Command::Bundle(args) => bundle::run(args),
        Command::Test(args) => test::run(args),
    }
}
