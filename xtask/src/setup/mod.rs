//! Brings a bare machine to where the page can be built and tested. Every step detects first, so a second run does
//! nothing; none asks a question; a step that cannot go on says what to install by hand.
//!
//! | part | needed for | without it |
//! | --- | --- | --- |
//! | [`wasm_target`] | every build of the page | cannot go on |
//! | [`browser`] | the browser test | cannot go on |
//! | [`axe`] | the accessibility check in the browser test | goes on |

mod apt;
pub(crate) mod axe;
pub(crate) mod browser;
mod debian_std;
pub(crate) mod toolchain;
pub(crate) mod wasm_target;

#[cfg(test)]
mod tests {
    /// The glue generator in this tool and the crate in the page must speak the same version.
    #[test]
    fn wasm_bindgen_and_its_glue_generator_are_one_version() {
        let lock = include_str!("../../../Cargo.lock");
        let version = |package: &str| {
            let entry = lock
                .split("[[package]]")
                .find(|entry| entry.lines().any(|line| line == format!("name = \"{package}\"")));
            entry.and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")))
        };
        assert!(version("wasm-bindgen").is_some(), "Cargo.lock has no wasm-bindgen");
        assert_eq!(
            version("wasm-bindgen"),
            version("wasm-bindgen-cli-support"),
            "set the `=` version in xtask/Cargo.toml to that of wasm-bindgen"
        );
    }
}
