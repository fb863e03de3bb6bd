//! Where things are: the repository, the package to bundle and the folders that the build writes to.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The repository and the package inside (or outside) it that is built for the browser.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
    package: PathBuf,
}

impl Workspace {
    /// The repository that this tool was compiled in, with its root package as the app.
    pub(crate) fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the xtask package has no parent folder")?
            .to_path_buf();
        Ok(Self { package: root.clone(), root })
    }

    /// The same repository, but with the package in `dir` as the app.
    pub(crate) fn with_package(mut self, dir: &Path) -> Result<Self> {
        self.package = dir.canonicalize().with_context(|| format!("no such package: {}", dir.display()))?;
        Ok(self)
    }

    /// The repository's root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder with the `Cargo.toml` of the app.
    pub(crate) fn package(&self) -> &Path {
        &self.package
    }

    /// Hand-written files that go into the page.
    pub(crate) fn static_dir(&self) -> PathBuf {
        self.root.join("static")
    }

    /// What people take away.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The one-file page.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.dist().join("indikatorutforskaren.html")
    }

    /// This tool's own files: installed helpers, intermediate output.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.root.join("target").join("xtask")
    }

    /// Cargo's output for wasm32, apart from the native one: the compiler may be another version.
    pub(crate) fn wasm_target_dir(&self) -> PathBuf {
        self.root.join("target").join("wasm")
    }
}
