//! wasm-bindgen, as a library: Cargo.lock holds it at the version of the crate in the page.

use super::glue;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::mem;
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
    let imports = output.wasm_mut().imports.iter_mut().enumerate();
    let imports: Vec<String> = imports.map(|(at, import)| mem::replace(&mut import.name, short(at))).collect();
    output.emit(&folder)?;
    let script = fs::read_to_string(folder.join(STEM).with_extension("js"))?;
    let script = renamed(&script, &imports)?;
    let wasm = fs::read(folder.join(format!("{STEM}_bg.wasm")))?;
    Ok(Bound { glue: glue::without_network(&script)?, wasm })
}

/// The name of an import in the page.
fn short(at: usize) -> String {
    format!("i{at}")
}

/// The script with the short names of the functions that the program imports. The long ones, such as
/// `__wbg_appendChild_dbf7ad2f48413560`, stand nowhere else, and every function says what it does.
fn renamed(script: &str, imports: &[String]) -> Result<String> {
    let mut found = 0;
    let mut lines = String::with_capacity(script.len());
    for line in script.lines() {
        let named = line.trim_start().split_once(": function(");
        let at = named.and_then(|(name, _)| imports.iter().position(|import| import == name));
        match (at, named) {
            (Some(at), Some((_, rest))) => {
                found += 1;
                lines.extend([&short(at), ": function(", rest]);
            }
            _ => lines.push_str(line),
        }
        lines.push('\n');
    }
    ensure!(found == imports.len(), "wasm-bindgen's script has {found} functions for {} imports", imports.len());
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_renamed_where_they_are_defined() {
        let imports = ["__wbg_call_12".to_owned(), "__wbg_next_34".to_owned()];
        let script = "{\n  __wbg_next_34: function() { return handleError(function (a) {\n    a.next();\n  __wbg_call_12: function(a) {\n";
        let expected = "{\ni1: function() { return handleError(function (a) {\n    a.next();\ni0: function(a) {\n";
        assert_eq!(renamed(script, &imports).ok().as_deref(), Some(expected));
        assert!(renamed("{\n  __wbg_call_12: function(a) {\n", &imports).is_err());
    }
}
