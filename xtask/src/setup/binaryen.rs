//! `wasm-opt`, from a pinned npm package. It is worth little, as wasm-bindgen has already removed the names: it took 89 of
//! 1 348 KB off the program and 12 of 719 KB off the page, and reading a file took as long without it.

use super::npm::Package;
use crate::process::{exists, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Debian's own (108) silently breaks today's output of wasm-bindgen, so the version is fixed.
const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", folder: "node", file: "bin/wasm-opt" };

/// Path of the `wasm-opt` script (for Node), installed if need be; `None`, with the reason said, where it cannot be.
pub(crate) fn ensure(workspace: &Workspace) -> Option<PathBuf> {
    match installed(workspace) {
        Ok(script) => Some(script),
        Err(error) => {
            say(&format!("{error:#}: going on without wasm-opt, which makes the page about 12 KB bigger"));
            None
        }
    }
}

fn installed(workspace: &Workspace) -> Result<PathBuf> {
    if !exists("node") {
        bail!("Node.js is missing");
    }
    BINARYEN.ensure(workspace)
}

/// A `node` command that runs the script at `path`.
pub(crate) fn node(path: &std::path::Path) -> Command {
    let mut node = Command::new("node");
    node.arg(path);
    node
}
