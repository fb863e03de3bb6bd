//! The texts that a page is put together from, checked and with one kind of line ending.

use super::bindgen::Bound;
use super::{base91, glue, pack};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Style sheets in `static/`, in the order in which they apply. A missing one is left out.
const STYLES: [&str; 3] = ["tokens.css", "boot.css", "app.css"];

/// Everything but the policy.
pub(crate) struct Parts {
    /// `index.html` with its slots.
    pub(crate) template: String,
    /// All style sheets.
    pub(crate) style: String,
    /// The icon, an SVG document.
    pub(crate) icon: String,
    /// Checks the browser, unpacks the program and starts it.
    pub(crate) boot: String,
    /// wasm-bindgen's script.
    pub(crate) glue: String,
    /// The program, LZMA in base 91.
    pub(crate) wasm: String,
}

impl Parts {
    /// Reads the hand-written files and packs the program.
    pub(crate) fn read(workspace: &Workspace, bound: &Bound) -> Result<Self> {
        let folder = workspace.static_dir();
        let mut style = String::new();
        for name in STYLES {
            let path = folder.join(name);
            if path.is_file() {
                style.push_str(&text(&path)?);
            }
        }
        ensure!(!style.to_ascii_lowercase().contains("</style"), "a style sheet contains `</style`");
        let boot = text(&folder.join("unpack.js"))? + &text(&folder.join("boot.js"))?;
        glue::check(&boot).context("static/")?;
        Ok(Self {
            template: text(&workspace.root().join("index.html"))?,
            style,
            icon: text(&folder.join("icon.svg"))?,
            boot: inlinable(&boot),
            glue: inlinable(&bound.glue),
            wasm: base91::encode(&pack::lzma(&bound.wasm)?),
        })
    }
}

/// The file's text with `\n` at the end of every line, so that a checkout on Windows gives the same page.
fn text(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

/// The same script, but with nothing that would end or change the script element around it.
fn inlinable(script: &str) -> String {
    let mut safe = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at + 1);
        safe.push_str(before);
        let word = tail.get(..7).unwrap_or_default();
        if word.eq_ignore_ascii_case("/script") || tail.starts_with("!--") {
            safe.push('\\');
        }
        rest = tail;
    }
    safe + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_end_its_own_element() {
        assert_eq!(inlinable("s = '</script>' + '</SCRIPT>';"), "s = '<\\/script>' + '<\\/SCRIPT>';");
        assert_eq!(inlinable("s = '<!-- x';"), "s = '<\\!-- x';");
        assert_eq!(inlinable("for (i = 0; i < n; i++) a<b; å <é"), "for (i = 0; i < n; i++) a<b; å <é");
    }
}
