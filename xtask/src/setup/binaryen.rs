//! `wasm-opt`, from a pinned npm package. It is worth little, as wasm-bindgen has already removed the names: it took 89 of
//! 1 348 KB off the program and 12 of 719 KB off the page, and reading a file took as long without it.

use crate::process::{exists, quietly, say};
use crate::workspace::Workspace;
use std::path::PathBuf;
use std::process::Command;

/// Debian's own (108) silently breaks today's output of wasm-bindgen, so the version is fixed.
const VERSION: &str = "132.0.0";

/// Path of the `wasm-opt` script (for Node), installed if need be; `None`, with the reason said, where it cannot be.
pub(crate) fn ensure(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.scratch().join("node");
    let package = folder.join("node_modules").join("binaryen");
    let script = package.join("bin").join("wasm-opt");
    if !exists("node") {
        return without("Node.js is missing");
    }
    if is_installed(&package) && script.is_file() {
        return Some(script);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !exists(npm) {
        return without("npm is missing");
    }
    let mut install = Command::new(npm);
    install
        .args(["install", "--no-fund", "--no-audit", "--no-save", "--loglevel=error", "--prefix"])
        .arg(&folder)
        .arg(format!("binaryen@{VERSION}"));
    let log = workspace.scratch().join("npm.log");
    match quietly(&format!("Installing binaryen {VERSION}"), &mut install, &log, None) {
        Ok(()) if script.is_file() => Some(script),
        Ok(()) => without("npm installed binaryen without wasm-opt"),
        Err(error) => without(&format!("{error:#}")),
    }
}

/// A `node` command that runs the script at `path`.
pub(crate) fn node(path: &std::path::Path) -> Command {
    let mut node = Command::new("node");
    node.arg(path);
    node
}

fn is_installed(package: &std::path::Path) -> bool {
    let manifest = std::fs::read(package.join("package.json")).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap_or_default();
    manifest["version"] == VERSION
}

fn without(reason: &str) -> Option<PathBuf> {
    say(&format!("{reason}: going on without wasm-opt, which makes the page about 12 KB bigger"));
    None
}
