//! `cargo xtask bundle`: the app as one HTML file, and as a folder for hosts that forbid inline scripts.
//!
//! ```text
//! cargo build ─▶ wasm ─wasm-bindgen─▶ wasm + glue ─wasm-opt─▶ small wasm ─LZMA, base91─▶ dist/indikatorutforskaren.html
//!                                      └─ network code cut out ─┘                      └▶ dist/site/
//! ```
//!
//! The same sources give the same bytes.

mod base91;
mod bindgen;
pub(crate) mod compile;
mod csp;
mod glue;
mod optimise;
mod pack;
mod parts;
mod single;
mod site;
mod sizes;
mod template;

use crate::process::say;
use crate::setup::{binaryen, wasm_target};
use crate::steps::Steps;
use crate::workspace::Workspace;
use anyhow::Result;

/// Sets up, builds both forms of the page, and prints sizes and times.
pub(crate) fn run() -> Result<()> {
    let mut steps = Steps::default();
    build(&Workspace::here()?, &mut steps)?;
    steps.summarise();
    Ok(())
}

/// The work of [`run`], for other commands.
pub(crate) fn build(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let toolchain = steps.run("set up wasm32", || wasm_target::ensure(workspace))?;
    let wasm_opt = steps.run("set up wasm-opt", || Ok(binaryen::ensure(workspace)))?;
    let compiled = steps.run("compile", || compile::run(workspace, toolchain))?;
    let bound = steps.run("wasm-bindgen", || bindgen::run(workspace, &compiled))?;
    let wasm = steps.run("wasm-opt", || match &wasm_opt {
        Some(script) => optimise::run(workspace, script, &bound.wasm),
        None => Ok(std::fs::read(&bound.wasm)?),
    })?;
    steps.run("write dist/", || {
        let parts = parts::Parts::read(workspace, &bound.glue, &wasm)?;
        let page = single::write(workspace, &parts)?;
        let site = site::write(workspace, &parts)?;
        let sizes = sizes::Sizes::of(&parts, wasm.len(), page.len());
        eprint!("{sizes}");
        say(&format!("{}", workspace.single_file().display()));
        say(&format!("{}{}", site.display(), std::path::MAIN_SEPARATOR));
        sizes.check()
    })
}
