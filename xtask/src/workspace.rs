//! Where things are: the repository and the folders that the build writes to.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The repository, whose root package is the app.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The repository that this tool was compiled in.
    pub(crate) fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the xtask package has no parent folder")?
            .to_path_buf();
        Ok(Self { root })
    }

    /// The repository's root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
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
