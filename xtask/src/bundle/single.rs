//! `dist/indikatorutforskaren.html`: everything in one file, which opens by double click.

use super::parts::Parts;
use super::{csp, pack, template};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;

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
            ("wasm", &format!("<script type=\"application/wasm+gzip+base64\" id=\"wasm\">{}</script>", parts.wasm)),
            ("glue", &format!("<script>{}</script>", parts.glue)),
        ],
    )
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
        assert!(page.contains("id=\"wasm\">AAAA</script>"), "{page}");
        Ok(())
    }
}
