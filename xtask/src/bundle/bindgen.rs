//! wasm-bindgen, as a library: Cargo.lock holds it at the version of the crate in the page.

use super::glue;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The name that the output files share.
const STEM: &str = "app";

/// What wasm-bindgen made.
pub(crate) struct Bound {
    /// The script between page and program, without network code.
    pub(crate) glue: String,
    /// The program.
    pub(crate) wasm: Vec<u8>,
}

/// Makes a classic script (`let wasm_bindgen = …`) and the program that it loads.
pub(crate) fn run(workspace: &Workspace, compiled: &Path) -> Result<Bound> {
    let folder = workspace.scratch().join("bindgen");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name(STEM)
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen could not read the compiled app")?;
    let inline = output.snippets().values().any(|scripts| !scripts.is_empty());
    if inline || !output.local_modules().is_empty() {
        bail!("a dependency brings JavaScript of its own along, which the page does not take");
    }
    output.emit(&folder)?;
    let script = fs::read_to_string(folder.join(STEM).with_extension("js"))?;
    let wasm = fs::read(folder.join(format!("{STEM}_bg.wasm")))?;
    Ok(Bound { glue: glue::without_network(&script)?, wasm })
}
