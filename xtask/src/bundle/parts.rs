//! The texts that a page is put together from, checked, without comments and with one kind of line ending.

use super::bindgen::Bound;
use super::{base91, glue, lean, pack};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Style sheets in `static/` that the page needs before the program, in the order in which they apply.
const FIRST_STYLES: [&str; 2] = ["tokens.css", "boot.css"];
/// The one of what the program shows; it applies after them.
const STYLE: &str = "app.css";

/// Where the unpacking program goes in `unpack.js`.
const UNPACK: &str = "{{unpack}}";

/// Everything but the policy.
pub(crate) struct Parts {
    /// `index.html` with its slots.
    pub(crate) template: String,
    /// The style sheets of the page without the program.
    pub(crate) first_style: String,
    /// That of what the program shows.
    pub(crate) style: String,
    /// The icon, an SVG document.
    pub(crate) icon: String,
    /// Checks the browser, unpacks the program and starts it.
    pub(crate) boot: String,
    /// wasm-bindgen's script.
    pub(crate) glue: String,
    /// The program.
    pub(crate) wasm: Vec<u8>,
}

impl Parts {
    /// Reads the hand-written files and packs the program.
    pub(crate) fn read(workspace: &Workspace, bound: &Bound, unpack: &[u8]) -> Result<Self> {
        let folder = workspace.static_dir();
        let styles = |names: &[&str]| -> Result<String> {
            let style: String = names.iter().map(|name| text(&folder.join(name))).collect::<Result<_>>()?;
            ensure!(!style.to_ascii_lowercase().contains("</style"), "a style sheet contains `</style`");
            lean::style(&style)
        };
        let boot = text(&folder.join("unpack.js"))? + &text(&folder.join("boot.js"))?;
        glue::check(&boot).context("static/")?;
        ensure!(boot.matches(UNPACK).count() == 1, "static/unpack.js has no place for the unpacking program");
        Ok(Self {
            template: text(&workspace.root().join("index.html"))?,
            first_style: styles(&FIRST_STYLES)?,
            style: styles(&[STYLE])?,
            icon: text(&folder.join("icon.svg"))?,
            boot: inlinable(&lean::script(&boot)?.replace(UNPACK, &base91::encode(unpack))),
            glue: inlinable(&lean::script(&bound.glue)?),
            wasm: bound.wasm.clone(),
        })
    }

    /// Bytes as LZMA in base 91.
    pub(crate) fn packed(bytes: &[u8]) -> Result<String> {
        Ok(base91::encode(&pack::lzma(bytes)?))
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
