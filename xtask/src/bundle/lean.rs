//! Leaves out of scripts and style sheets what only their readers need: indentation, empty lines, comments.
//!
//! Line ends stay, so that no statement runs into the next and a message still names a line.

use anyhow::{Result, ensure};

/// The script without lines that are comment or empty. A text over several lines would lose its indentation, so there may
/// be none.
pub(crate) fn script(text: &str) -> Result<String> {
    let whole = text.lines().all(|line| line.matches('`').count() % 2 == 0 && !line.ends_with('\\'));
    ensure!(whole, "a script has a text over several lines");
    let mut in_comment = false;
    let kept = text.lines().map(str::trim).filter(|line| {
        let comment = in_comment || line.starts_with("/*") || line.starts_with("//");
        in_comment = comment && !line.starts_with("//") && !line.ends_with("*/");
        !comment
    });
    Ok(joined(kept))
}

/// The style sheet without comments.
pub(crate) fn style(text: &str) -> Result<String> {
    let mut parts = text.split("/*");
    let mut lean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once("*/");
        ensure!(after.is_some(), "a style sheet has a comment without end");
        lean.push_str(after.unwrap_or_default().1);
    }
    Ok(joined(lean.lines().map(str::trim)))
}

fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_line_by_line() -> Result<()> {
        let text = "// A comment.\n\n/**\n * Another, // and\n */\nfunction f() {\n    /* short */\n    return 'a // b' // why\n}\n";
        assert_eq!(script(text)?, "function f() {\nreturn 'a // b' // why\n}\n");
        Ok(())
    }

    #[test]
    fn texts_over_several_lines_are_refused() {
        assert!(script("a = `one\n  two`;\n").is_err());
        assert!(script("a = 'one\\\n  two';\n").is_err());
        assert!(script("a = `${one}`;\n").is_ok());
    }

    #[test]
    fn style_sheets_lose_their_comments() -> Result<()> {
        assert_eq!(style("/* a */\n\na {\n  b: c; /* d\n  e */\n  f: g;\n}\n")?, "a {\nb: c;\nf: g;\n}\n");
        assert!(style("a { } /* b").is_err());
        Ok(())
    }
}
