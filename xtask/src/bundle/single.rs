//! `dist/indikatorutforskaren.html`: everything in one file, which opens by double click.
//!
//! The style sheet and the script of the program are packed with it, in front of it: boot.js puts them into the page as elements, which
//! the policy lets in by their hashes as if they had stood there. As plain text they weigh five times as much.

use super::parts::Parts;
use super::{csp, pack, template};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;

/// Characters in a line of the program.
const LINE: usize = 900;

/// Writes the file and returns its text.
pub(crate) fn write(workspace: &Workspace, parts: &Parts) -> Result<String> {
    let page = page(parts)?;
    fs::create_dir_all(workspace.dist())?;
    let path = workspace.single_file();
    fs::write(&path, &page).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(page)
}

fn page(parts: &Parts) -> Result<String> {
    let icon = format!("data:image/svg+xml;base64,{}", pack::base64(parts.icon.as_bytes()));
    template::fill(
        &parts.template,
        &[
            ("csp", &csp::single(&[&parts.boot, &parts.glue], &[&parts.first_style, &parts.style])),
            ("icon", &icon),
            ("style", &format!("<style>{}</style>", parts.first_style)),
            ("boot", &format!("<script>{}</script>", parts.boot)),
            ("wasm", &block(parts)?),
            ("glue", ""),
        ],
    )
}

/// Style, script and program as a data block: browsers do not run it, so the policy needs no hash of it.
fn block(parts: &Parts) -> Result<String> {
    let (style, glue) = (parts.style.as_bytes(), parts.glue.as_bytes());
    let packed = Parts::packed(&[style, glue, &parts.wasm].concat())?;
    Ok(format!(
        "<script type=\"application/wasm+lzma+base91\" id=\"wasm\" data-style=\"{}\" data-glue=\"{}\">\n{}</script>",
        style.len(),
        glue.len(),
        lines(&packed)
    ))
}

/// The text in lines that editors and mail programs take as they are (998 characters at most).
fn lines(text: &str) -> String {
    let mut broken = String::with_capacity(text.len() + text.len() / LINE + 1);
    for (at, character) in text.char_indices() {
        if at > 0 && at % LINE == 0 {
            broken.push('\n');
        }
        broken.push(character);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_has_the_hash_of_what_stands_between_the_tags() -> Result<()> {
        let text = |text: &str| text.to_owned();
        let page = page(&Parts {
            template: text("{{csp}}|{{icon}}|{{style}}|{{boot}}|{{wasm}}|{{glue}}"),
            first_style: text("\nb { }\n"),
            style: text("c { }"),
            icon: text("<svg/>"),
            boot: text("\n1;\n"),
            glue: text("2;"),
            wasm: b"AAAA".to_vec(),
        })?;
        assert!(page.contains("<script>\n1;\n</script>") && page.contains("<style>\nb { }\n</style>"), "{page}");
        for hashed in ["\n1;\n", "2;", "\nb { }\n", "c { }"] {
            assert!(page.contains(&pack::csp_hash(hashed)), "{page}");
        }
        let packed = Parts::packed(b"c { }2;AAAA")?;
        assert!(page.contains(&format!("data-style=\"5\" data-glue=\"2\">\n{packed}</script>")), "{page}");
        Ok(())
    }

    #[test]
    fn long_lines_are_broken() {
        assert_eq!(lines(""), "");
        assert_eq!(lines(&"a".repeat(LINE)), "a".repeat(LINE));
        assert_eq!(lines(&"a".repeat(LINE + 1)), "a".repeat(LINE) + "\na");
    }
}
