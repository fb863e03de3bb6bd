//! `dist/site/`: the same page as separate files, for web hosts that forbid inline scripts.
//!
//! The program travels in a script, not as a file to fetch, so `connect-src 'none'` holds here, too. File names change
//! with the content, so they may be cached for ever; only `index.html` may not.

use super::pack::hashed_name;
use super::parts::Parts;
use super::{csp, template};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Writes the folder anew and returns its path.
pub(crate) fn write(workspace: &Workspace, parts: &Parts) -> Result<PathBuf> {
    let folder = workspace.dist().join("site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let program = format!("window.indikatorWasm = \"{}\";\n", Parts::packed(&parts.wasm)?);
    let style = format!("{}{}", parts.first_style, parts.style);
    let save = |stem: &str, extension: &str, content: &str| -> Result<String> {
        let name = hashed_name(stem, extension, content);
        fs::write(folder.join(&name), content).with_context(|| format!("cannot write {name}"))?;
        Ok(name)
    };
    let script = |name: String| format!("<script src=\"{name}\"></script>");
    let page = template::fill(
        &parts.template,
        &[
            ("csp", &csp::site()),
            ("icon", &save("icon", "svg", &parts.icon)?),
            ("style", &format!("<link rel=\"stylesheet\" href=\"{}\">", save("app", "css", &style)?)),
            ("boot", &script(save("boot", "js", &parts.boot)?)),
            ("wasm", &script(save("wasm", "js", &program)?)),
            ("glue", &script(save("app", "js", &parts.glue)?)),
        ],
    )?;
    fs::write(folder.join("index.html"), page)?;
    Ok(folder)
}
