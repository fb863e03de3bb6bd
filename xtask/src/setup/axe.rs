//! axe-core, the accessibility checker of the browser test, from a pinned npm package without packages that it depends on.

use crate::process::{exists, quietly, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = "4.14.1";

/// Path of its script, installed if need be; `None`, with the reason said, where it cannot be.
pub(crate) fn ensure(workspace: &Workspace) -> Option<PathBuf> {
    match installed(workspace) {
        Ok(script) => Some(script),
        Err(error) => {
            say(&format!("{error:#}: going on WITHOUT the accessibility check; install Node.js, which brings npm"));
            None
        }
    }
}

fn installed(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.scratch().join("axe");
    let package = folder.join("node_modules").join("axe-core");
    let script = package.join("axe.min.js");
    if is_installed(&package) && script.is_file() {
        return Ok(script);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !exists(npm) {
        bail!("npm is missing");
    }
    let mut install = Command::new(npm);
    install
        .args(["install", "--ignore-scripts", "--no-fund", "--no-audit", "--no-save", "--loglevel=error", "--prefix"])
        .arg(&folder)
        .arg(format!("axe-core@{VERSION}"));
    let log = workspace.scratch().join("npm-axe.log");
    quietly(&format!("Installing axe-core {VERSION}"), &mut install, &log, None)?;
    if !script.is_file() {
        bail!("npm installed axe-core without its script");
    }
    Ok(script)
}

fn is_installed(package: &Path) -> bool {
    let manifest = std::fs::read(package.join("package.json")).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap_or_default();
    manifest["version"] == VERSION
}
