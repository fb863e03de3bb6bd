//! `dist/indikatorutforskaren.html`: everything in one file, which opens by double click.

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
            ("csp", &csp::single(&[&parts.boot, &parts.glue], &parts.style)),
            ("icon", &icon),
            ("style", &format!("<style>{}</style>", parts.style)),
            ("boot", &format!("<script>{}</script>", parts.boot)),
            // A data block: browsers do not run it, so the policy needs no hash of it.
            (
                "wasm",
                &format!("<script type=\"application/wasm+lzma+base91\" id=\"wasm\">\n{}</script>", lines(&parts.wasm)),
            ),
            ("glue", &format!("<script>{}</script>", parts.glue)),
        ],
    )
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
            style: text("\nb { }\n"),
            icon: text("<svg/>"),
            boot: text("\n1;\n"),
            glue: text("2;"),
            wasm: text("AAAA"),
        })?;
        for script in ["\n1;\n", "2;"] {
            assert!(page.contains(&format!("<script>{script}</script>")), "{page}");
            assert!(page.contains(&pack::csp_hash(script)), "{page}");
        }
        assert!(page.contains("id=\"wasm\">\nAAAA</script>"), "{page}");
        Ok(())
    }

    #[test]
    fn long_lines_are_broken() {
        assert_eq!(lines(""), "");
        assert_eq!(lines(&"a".repeat(LINE)), "a".repeat(LINE));
        assert_eq!(lines(&"a".repeat(LINE + 1)), "a".repeat(LINE) + "\na");
    }
}
