//! Tools from the npm registry, each of one fixed version and in a folder of its own.

use crate::process::{exists, quietly};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package of one version, without packages that it depends on.
pub(super) struct Package {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    /// The folder that it is installed in.
    pub(super) folder: &'static str,
    /// What is wanted of it.
    pub(super) file: &'static str,
}

impl Package {
    /// Path of the file, installed if need be.
    pub(super) fn ensure(&self, workspace: &Workspace) -> Result<PathBuf> {
        let Self { name, version, .. } = self;
        let folder = workspace.scratch().join(self.folder);
        let package = folder.join("node_modules").join(name);
        let file = package.join(self.file);
        if self.is_installed(&package) && file.is_file() {
            return Ok(file);
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        if !exists(npm) {
            bail!("npm is missing");
        }
        let mut install = Command::new(npm);
        install
            .args([
                "install",
                "--ignore-scripts",
                "--no-fund",
                "--no-audit",
                "--no-save",
                "--loglevel=error",
                "--prefix",
            ])
            .arg(&folder)
            .arg(format!("{name}@{version}"));
        let log = workspace.scratch().join(format!("npm-{name}.log"));
        quietly(&format!("Installing {name} {version}"), &mut install, &log, None)?;
        if !file.is_file() {
            bail!("npm installed {name} without {}", self.file);
        }
        Ok(file)
    }

    fn is_installed(&self, package: &Path) -> bool {
        let manifest = std::fs::read(package.join("package.json")).unwrap_or_default();
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap_or_default();
        manifest["version"] == self.version
    }
}
