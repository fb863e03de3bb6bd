//! `cargo xtask test`: every check. Stops at the first failure.

use crate::bundle::{self, compile};
use crate::process::{cargo, stream};
use crate::setup::browser::Browser;
use crate::setup::toolchain::WasmToolchain;
use crate::setup::{axe, browser, wasm_target};
use crate::steps::Steps;
use crate::workspace::Workspace;
use anyhow::Result;

/// Options of `cargo xtask test`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only what runs natively: format, lints and tests, without wasm, bundle and browser
    #[arg(long)]
    fast: bool,
}

/// Sets up, then runs the checks and prints how long each took.
pub(crate) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::here()?;
    let mut steps = Steps::default();
    if args.fast {
        native(&workspace, &mut steps)?;
    } else {
        let browser = steps.run("set up browser", || browser::ensure(&workspace))?;
        let toolchain = steps.run("set up wasm32", || wasm_target::ensure(&workspace))?;
        native(&workspace, &mut steps)?;
        steps.run("lint for wasm32", || lint_wasm(&workspace, toolchain))?;
        bundle::build(&workspace, &mut steps)?;
        steps.run("browser test", || in_browser(&workspace, &browser))?;
    }
    steps.summarise();
    eprintln!("All checks passed.");
    Ok(())
}

/// What needs no wasm and no browser.
fn native(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    steps.run("format", || in_root(workspace, &["fmt", "--all", "--check"]))?;
    steps.run("clippy", || in_root(workspace, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    steps.run("tests", || in_root(workspace, &["test", "--workspace"]))
}

fn in_root(workspace: &Workspace, args: &[&str]) -> Result<()> {
    stream(cargo().current_dir(workspace.root()).args(args))
}

/// Clippy where the toolchain has it, else the compiler's own warnings.
fn lint_wasm(workspace: &Workspace, toolchain: WasmToolchain) -> Result<()> {
    let verb = if toolchain.has_clippy() { "clippy" } else { "check" };
    // In the profile of the bundle, whose macros and build scripts it shares.
    stream(compile::command(workspace, toolchain, verb, &["-Dwarnings"]).arg("--release"))
}

/// The test finds the built page and the browser in these variables; without them it says that it is skipped.
fn in_browser(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let mut test = cargo();
    test.current_dir(workspace.root())
        .args(["test", "--test", "browser", "--", "--nocapture"])
        .env("INDIKATOR_BUNDLE", workspace.single_file())
        .env("INDIKATOR_CHROMIUM", &browser.chromium)
        .env("INDIKATOR_CHROMEDRIVER", &browser.chromedriver);
    if let Some(axe) = axe::ensure(workspace) {
        test.env("INDIKATOR_AXE", axe);
    }
    stream(&mut test)
}
