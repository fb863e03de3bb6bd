//! `wasm-opt`: a slightly smaller program.

use crate::process::quietly;
use crate::setup::binaryen::node;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;

/// `-Os` and `-Oz` make the page 2 KB smaller (of 707), `-O2` makes it 2 KB bigger.
const LEVEL: &str = "-O3";

/// Functions that are called from one place only stay functions, unless they are tiny: inlined, they make the page 55 KB bigger (of 847),
/// because their code packs worse; and a browser translates small functions well sooner than a large one.
const INLINE: &str = "--one-caller-inline-max-function-size=10";

/// The features that every browser above the floor has, by name: with `--all-features`, wasm-opt writes files that
/// browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// Runs the `wasm-opt` script on the file `wasm`; returns the new bytes.
pub(crate) fn run(workspace: &Workspace, script: &Path, wasm: &Path) -> Result<Vec<u8>> {
    let out = workspace.scratch().join("app.wasm");
    let mut command = node(script);
    command.arg(wasm).arg("-o").arg(&out).args([LEVEL, INLINE]).args(FEATURES).arg("--strip-producers");
    if uses_simd(&std::fs::read(wasm)?) {
        command.arg("--enable-simd");
    }
    let log = workspace.scratch().join("wasm-opt.log");
    quietly("Optimising", &mut command, &log, None)?;
    std::fs::read(&out).with_context(|| format!("wasm-opt wrote no {}", out.display()))
}

/// Whether the compiler notes 128-bit vectors among the program's features (each a sign, a length and a name).
fn uses_simd(wasm: &[u8]) -> bool {
    let entry = b"+\x07simd128";
    wasm.windows(entry.len()).any(|window| window == entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simd_is_read_from_the_features() {
        assert!(uses_simd(b"\x00asm\x0ftarget_features\x02+\x08sign-ext+\x07simd128"));
        assert!(!uses_simd(b"\x00asm\x0ftarget_features\x01+\x08sign-ext and simd128 in text"));
    }
}
