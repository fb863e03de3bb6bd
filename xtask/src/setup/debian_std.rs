//! The wasm32 standard library on a Debian machine that reaches only package registries: Debian carries a current
//! compiler and the library's source for its web browsers, so the library is compiled here and put beside the others.

use super::apt;
use super::toolchain::{LINKED, SYSTEM_RUSTC, TARGET, WasmToolchain, forget_callers_toolchain};
use crate::process::{capture, exists, quietly, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The throw-away crate whose build brings the standard library along.
const CRATE: &str = "std-for-wasm";
/// The link to the linker, which one of Debian's packages leaves dangling.
const LINKER: &str = "/usr/bin/rust-lld";
/// Beside the library: the compiler that made it.
const STAMP: &str = "made-by.txt";

/// Whether the library in `folder`, if it was made here, was made by today's compiler: only that one can read it.
pub(super) fn is_current(folder: &Path) -> bool {
    match fs::read_to_string(folder.join(STAMP)) {
        Ok(made_by) => compiler().is_ok_and(|today| today == made_by),
        Err(_) => true,
    }
}

/// Installs compiler, library source and linker, compiles the library and registers the toolchain.
pub(super) fn install(workspace: &Workspace) -> Result<()> {
    apt::install(workspace, &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"]).context(
        "no way to a wasm32 standard library: `rustup target add wasm32-unknown-unknown` did not work, and Debian's \
             rustc-web could not be installed",
    )?;
    let target = fs::read_link(LINKER).with_context(|| format!("{LINKER} is missing"))?;
    if !Path::new(LINKER).exists() {
        apt::install(workspace, &[&linker_package(&target)?])?;
    }
    let built = compile(workspace)?;
    place(&built)?;
    if exists("rustup") {
        capture(Command::new("rustup").args(["toolchain", "link", LINKED, "/usr"]))?;
    }
    Ok(())
}

/// The package with the program that the linker's link names: `lld-22`, with or without a folder before it.
fn linker_package(target: &Path) -> Result<String> {
    match target.file_name().and_then(|name| name.to_str()) {
        Some(name) if name.starts_with("lld-") => Ok(name.to_owned()),
        _ => bail!("{LINKER} leads to {}, which is no package's name", target.display()),
    }
}

/// Builds the library; returns the folder of the compiled crates.
fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.scratch().join(CRATE);
    let target_dir = folder.join("target");
    if target_dir.exists() {
        fs::remove_dir_all(&target_dir)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let manifest = format!("[package]\nname = \"{CRATE}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n");
    fs::write(folder.join("Cargo.toml"), manifest)?;
    let mut cargo = WasmToolchain::System.cargo();
    cargo
        .current_dir(&folder)
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test"])
        .arg("--target-dir")
        .arg(&target_dir)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it, `lto = true` later finds no bitcode in the library.
        .env("RUSTFLAGS", "-C embed-bitcode=yes");
    let log = workspace.scratch().join("std-for-wasm.log");
    quietly("Compiling the standard library for wasm32 (about a minute)", &mut cargo, &log, None)?;
    Ok(target_dir.join(TARGET).join("release").join("deps"))
}

/// Copies the compiled crates to where the system's compiler looks for them.
fn place(built: &Path) -> Result<()> {
    let mut rustc = Command::new(SYSTEM_RUSTC);
    forget_callers_toolchain(&mut rustc);
    let sysroot = capture(rustc.args(["--print", "sysroot"]))?;
    let library = Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib");
    let stamp = built.join(STAMP);
    fs::write(&stamp, compiler()?)?;
    let purpose = "the wasm32 standard library";
    capture(apt::privileged("rm", purpose)?.arg("-rf").arg(&library))?;
    capture(apt::privileged("mkdir", purpose)?.arg("-p").arg(&library))?;
    let mut copy = apt::privileged("cp", purpose)?;
    let mut count = 0_u32;
    for entry in built.read_dir()? {
        let path = entry?.path();
        if is_library(&path) {
            copy.arg(path);
            count += 1;
        }
    }
    capture(copy.arg(&stamp).arg(&library))?;
    say(&format!("Copied {count} compiled crates to {}", library.display()));
    Ok(())
}

/// A crate of the library: any but the throw-away one.
fn is_library(path: &Path) -> bool {
    let own = format!("lib{}-", CRATE.replace('-', "_"));
    path.extension().is_some_and(|extension| extension == "rlib")
        && path.file_name().is_some_and(|name| !name.to_string_lossy().starts_with(&own))
}

/// The system compiler's full version.
fn compiler() -> Result<String> {
    let mut rustc = Command::new(SYSTEM_RUSTC);
    forget_callers_toolchain(&mut rustc);
    capture(rustc.arg("-vV"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_package_is_read_from_the_link() {
        assert!(linker_package(Path::new("lld-22")).is_ok_and(|name| name == "lld-22"));
        let deep = Path::new("../lib/llvm-19/bin/lld-19");
        assert!(linker_package(deep).is_ok_and(|name| name == "lld-19"));
        assert!(linker_package(Path::new("/opt/lld")).is_err());
    }

    #[test]
    fn the_throw_away_crate_is_left_behind() {
        assert!(is_library(Path::new("deps/libcore-0a1b.rlib")));
        assert!(!is_library(Path::new("deps/libcore-0a1b.rmeta")));
        assert!(!is_library(Path::new("deps/libstd_for_wasm-0a1b.rlib")));
    }
}
