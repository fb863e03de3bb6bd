//! `cargo build` for wasm32.

use crate::setup::toolchain::{TARGET, WasmToolchain};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Builds the package's library; returns the wasm file.
pub(crate) fn run(workspace: &Workspace, toolchain: WasmToolchain) -> Result<PathBuf> {
    let mut cargo = command(workspace, toolchain, "build", &[]);
    cargo.args(["--release", "--message-format", "json-render-diagnostics"]);
    let output = cargo.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("the app does not compile for wasm32 (cargo's messages are above)");
    }
    wasm_file(&String::from_utf8_lossy(&output.stdout), &workspace.root().join("Cargo.toml"))
        .context("cargo built no wasm file: is the library a `cdylib`?")
}

/// `cargo VERB --lib` of the app for wasm32, with `flags` for the compiler.
pub(crate) fn command(workspace: &Workspace, toolchain: WasmToolchain, verb: &str, flags: &[&str]) -> Command {
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(workspace.root())
        .args([verb, "--lib", "--target", TARGET, "--target-dir"])
        .arg(workspace.wasm_target_dir())
        // Through `--config`, flags join those of .cargo/config.toml. RUSTFLAGS would replace them.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .arg("--config")
        .arg(format!("target.{TARGET}.rustflags = {}", rustflags(workspace.root(), flags)));
    cargo
}

/// Source paths in panic messages are cut so that they say nothing about the machine, and the same sources give the
/// same bytes everywhere. As a TOML array.
fn rustflags(package: &Path, flags: &[&str]) -> Value {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registry = home.map(|home| (home.join("registry").join("src"), "crates"));
    let remaps = registry.into_iter().chain([(package.to_path_buf(), ".")]);
    let remaps = remaps.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    remaps.chain(flags.iter().map(|&flag| flag.to_owned())).collect()
}

/// The wasm file among cargo's messages, of the package with this manifest.
fn wasm_file(messages: &str, manifest: &Path) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut artifacts = messages
        .filter(|message| message["reason"] == "compiler-artifact")
        .filter(|message| message["manifest_path"].as_str().map(Path::new) == Some(manifest));
    artifacts.find_map(|artifact| {
        let files = artifact["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
        files.into_iter().find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_file_is_the_packages_own() {
        let messages = r#"{"reason":"compiler-artifact","manifest_path":"/dep/Cargo.toml","filenames":["/t/dep.wasm"]}
not json
{"reason":"compiler-artifact","manifest_path":"/app/Cargo.toml","filenames":["/t/libapp.rlib","/t/app.wasm"]}
{"reason":"build-finished","success":true}"#;
        let found = wasm_file(messages, Path::new("/app/Cargo.toml"));
        assert_eq!(found, Some(PathBuf::from("/t/app.wasm")));
        assert_eq!(wasm_file(messages, Path::new("/other/Cargo.toml")), None);
    }

    #[test]
    fn no_path_of_this_machine_reaches_the_page() {
        let flags = rustflags(Path::new("/home/anna/app"), &["-Dwarnings"]);
        let text = flags.to_string();
        assert!(text.contains("--remap-path-prefix=/home/anna/app=."), "{text}");
        assert!(text.contains("=crates\""), "{text}");
        assert!(text.ends_with("\"-Dwarnings\"]"), "{text}");
    }
}
