//! The page's content security policy: nothing is allowed but what is listed, and nothing leaves.

use super::pack::csp_hash;

/// For one file: scripts and styles by the hash of their text.
pub(crate) fn single(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().map(|text| csp_hash(text)).collect::<Vec<_>>().join(" ");
    policy(&hashes(scripts), &hashes(styles), "data: blob:")
}

/// For a folder: scripts, style and icon from the page's own host.
pub(crate) fn site() -> String {
    policy("'self'", "'self'", "'self' data: blob:")
}

fn policy(scripts: &str, style: &str, images: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {style}; img-src {images}; \
         connect-src 'none'; form-action 'none'; base-uri 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_unsafe_word_lets_wasm_run() {
        for policy in [single(&["a", "b"], &["c"]), site()] {
            assert_eq!(policy.matches("unsafe").count(), 1, "{policy}");
            assert!(policy.contains(" 'wasm-unsafe-eval';"), "{policy}");
            assert!(policy.contains("connect-src 'none'; form-action 'none'"), "{policy}");
        }
    }

    #[test]
    fn one_file_names_each_script_by_its_hash() {
        let policy = single(&["a", "b"], &["c"]);
        assert_eq!(policy.matches("'sha256-").count(), 3, "{policy}");
        assert!(!policy.contains("'self'"), "{policy}");
    }
}
