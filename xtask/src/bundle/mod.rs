//! `cargo xtask bundle`: the app as one HTML file, and as a folder for hosts that forbid inline scripts.
//!
//! ```text
//! cargo build ─▶ wasm ─wasm-bindgen─▶ wasm + glue ─with app.css, LZMA, base 91─▶ dist/indikatorutforskaren.html
//!                                      └─ network code cut out ─┘ └▶ dist/site/
//! ```
//!
//! LZMA packs a fifth better than gzip, but browsers cannot unpack it: [`unpack`] is a second, small program for that.
//! There is no step of `wasm-opt`: it took 7 % off the program, but what it leaves repeats itself less, so that the packed
//! program grew by 7 %. Reading a file and drawing took as long with it.
//!
//! The same sources give the same bytes.

mod base91;
mod bindgen;
pub(crate) mod compile;
mod csp;
mod glue;
mod lean;
mod pack;
mod parts;
mod single;
mod site;
mod sizes;
mod template;
mod unpack;

use crate::process::say;
use crate::setup::wasm_target;
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
    let compiled = steps.run("compile", || compile::run(workspace, toolchain))?;
    let bound = steps.run("wasm-bindgen", || bindgen::run(workspace, &compiled))?;
    let unpack = steps.run("compile what unpacks", || unpack::compile(workspace, toolchain))?;
    steps.run("write dist/", || {
        let parts = parts::Parts::read(workspace, &bound, &unpack)?;
        let page = single::write(workspace, &parts)?;
        let site = site::write(workspace, &parts)?;
        let sizes = sizes::Sizes::of(&parts, page.len());
        eprint!("{sizes}");
        say(&format!("{}", workspace.single_file().display()));
        say(&format!("{}{}", site.display(), std::path::MAIN_SEPARATOR));
        sizes.check()
    })
}
