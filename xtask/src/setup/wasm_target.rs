//! The wasm32 standard library, for some compiler.

use super::toolchain::{TARGET, WasmToolchain};
use super::{apt, debian_std};
use crate::process::{capture, exists, quietly, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Finds a toolchain that can build for wasm32, or makes one.
pub(crate) fn ensure(workspace: &Workspace) -> Result<WasmToolchain> {
    if let Some(found) = detect() {
        return Ok(found);
    }
    say("The compiler has no standard library for wasm32 yet.");
    if exists("rustup") && add_with_rustup(workspace) && library(WasmToolchain::Default).is_some() {
        return Ok(WasmToolchain::Default);
    }
    if !apt::available() {
        bail!(
            "the wasm32 standard library is missing: run `rustup target add {TARGET}` where rustup's \
             download site can be reached, then try again"
        );
    }
    debian_std::install(workspace)?;
    match detect() {
        Some(made) => Ok(made),
        None => bail!("the wasm32 standard library was installed, but no compiler finds it"),
    }
}

fn detect() -> Option<WasmToolchain> {
    let candidates = [WasmToolchain::Default, WasmToolchain::Linked, WasmToolchain::System];
    candidates.into_iter().find(|toolchain| library(*toolchain).is_some())
}

/// The ordinary way. Where its download site is out of reach it fails at once or hangs, hence the limit; that is
/// generous where there is no other way.
fn add_with_rustup(workspace: &Workspace) -> bool {
    let limit = Duration::from_secs(if apt::available() { 60 } else { 900 });
    let log = workspace.scratch().join("rustup-target.log");
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0");
    let label = format!("Adding {TARGET} with rustup");
    match quietly(&label, &mut rustup, &log, Some(limit)) {
        Ok(()) => true,
        Err(error) => {
            say(&format!("{label} did not work: {error:#}"));
            false
        }
    }
}

/// The folder of the wasm32 standard library, if there is one that this compiler can read.
fn library(toolchain: WasmToolchain) -> Option<PathBuf> {
    let mut rustc = toolchain.rustc();
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    let folder = PathBuf::from(capture(&mut rustc).ok()?);
    (has_std(&folder) && debian_std::is_current(&folder)).then_some(folder)
}

fn has_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    entries.flatten().any(|entry| is_std(&entry.path()))
}

/// The standard library itself, compiled: `libstd-HASH.rlib`.
fn is_std(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "rlib")
        && file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libstd-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_compiled_standard_library_counts() {
        assert!(is_std(Path::new("libstd-2c19544a9276d693.rlib")));
        assert!(!is_std(Path::new("libstd-2c19544a9276d693.rmeta")));
        assert!(!is_std(Path::new("libstd_detect-a9abdf2d83b659e9.rlib")));
    }
}
