//! A compiler with the wasm32 standard library.

use super::{apt, debian_std};
use crate::process::{capture, cargo, exists, quietly, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which [`debian_std`] links the system's compiler into rustup.
pub(super) const LINKED: &str = "wasm";
/// Where the system's own compiler is.
pub(super) const SYSTEM_RUSTC: &str = "/usr/bin/rustc";
const SYSTEM_CARGO: &str = "/usr/bin/cargo";

/// The compiler that builds the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmToolchain {
    /// The one that also runs this tool.
    Default,
    /// The rustup toolchain named [`LINKED`].
    Linked,
    /// The operating system's package, without rustup.
    System,
}

impl WasmToolchain {
    /// `cargo` of this toolchain.
    pub(crate) fn cargo(self) -> Command {
        self.tool("cargo")
    }

    /// `rustc` of this toolchain.
    pub(crate) fn rustc(self) -> Command {
        self.tool("rustc")
    }

    /// Whether this toolchain can lint. The system's cargo would run rustup's clippy, which knows no wasm32 here.
    pub(crate) fn has_clippy(self) -> bool {
        self != Self::System && capture(self.cargo().args(["clippy", "--version"])).is_ok()
    }

    fn tool(self, name: &str) -> Command {
        let mut command = match (self, name) {
            (Self::Default, "cargo") => cargo(),
            (Self::Default, _) => Command::new(name),
            (Self::Linked, _) => {
                let mut rustup = Command::new("rustup");
                rustup.args(["run", LINKED, name]);
                rustup
            }
            (Self::System, "cargo") => Command::new(SYSTEM_CARGO),
            (Self::System, _) => Command::new(SYSTEM_RUSTC),
        };
        if self != Self::Default {
            forget_callers_toolchain(&mut command);
        }
        if self == Self::System {
            command.env("RUSTC", SYSTEM_RUSTC);
        }
        command
    }

    /// The folder of the wasm32 standard library, if there is one that this compiler can read.
    fn library(self) -> Option<PathBuf> {
        let mut rustc = self.tool("rustc");
        rustc.args(["--print", "target-libdir", "--target", TARGET]);
        let folder = PathBuf::from(capture(&mut rustc).ok()?);
        (has_std(&folder) && debian_std::is_current(&folder)).then_some(folder)
    }
}

/// Finds a toolchain that can build for wasm32, or makes one.
pub(crate) fn ensure(workspace: &Workspace) -> Result<WasmToolchain> {
    if let Some(found) = detect() {
        return Ok(found);
    }
    say("The compiler has no standard library for wasm32 yet.");
    if exists("rustup") && add_with_rustup(workspace) && WasmToolchain::Default.library().is_some() {
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
    candidates.into_iter().find(|toolchain| toolchain.library().is_some())
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

/// Removes what `cargo xtask` hands down about its own toolchain: another one would trip over it.
pub(super) fn forget_callers_toolchain(command: &mut Command) {
    const NAMES: [&str; 9] = [
        "CARGO",
        "CARGO_ENCODED_RUSTFLAGS",
        "LD_LIBRARY_PATH",
        "RUSTC",
        "RUSTDOC",
        "RUSTFLAGS",
        "RUSTUP_TOOLCHAIN",
        "RUSTUP_TOOLCHAIN_SOURCE",
        "RUST_RECURSION_COUNT",
    ];
    for name in NAMES {
        command.env_remove(name);
    }
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
