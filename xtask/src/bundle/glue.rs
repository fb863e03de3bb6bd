//! Cuts the network code out of wasm-bindgen's script. The page hands it a compiled module, so its ways of loading one
//! are never taken; without them, "there is no network code" can be checked by reading the page.

use anyhow::{Result, bail, ensure};

/// What may not occur in a script of the page: ways to reach the network or to run text as code.
const FORBIDDEN: [&str; 11] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "importScripts",
    "import(",
    "eval(",
    "new Function",
];

/// The script without the parts that guess or fetch an address. Fails when wasm-bindgen words them anew.
pub(crate) fn without_network(script: &str) -> Result<String> {
    let mut script = script.replace("\r\n", "\n");
    // Guesses the program's address from the script's.
    cut(&mut script, "    let script_src;\n", "    function ", "")?;
    // Loads from a response, or compiles and instantiates. Ours is compiled already.
    let load = "    async function __wbg_load(module, imports) {\n        \
                return { instance: await WebAssembly.instantiate(module, imports), module };\n    }\n\n";
    cut(&mut script, "    async function __wbg_load(", "    function initSync(", load)?;
    // Fetches when it is given an address.
    let fetching = "        if (typeof module_or_path === 'string'";
    cut(&mut script, fetching, "        const { instance, module } = await __wbg_load(", "")?;
    check(&script)?;
    Ok(script)
}

/// Fails when `script` holds something that the page may not have.
pub(crate) fn check(script: &str) -> Result<()> {
    let found: Vec<&str> = FORBIDDEN.into_iter().filter(|word| has_call(script, word)).collect();
    ensure!(found.is_empty(), "the page's script contains {}", found.join(", "));
    Ok(())
}

/// Whether `word` occurs other than as the end of a longer name.
fn has_call(script: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    script.match_indices(word).any(|(at, _)| !script[..at].ends_with(part_of_name))
}

/// Replaces what is between `from` (gone, too) and the next `to` (kept).
fn cut(script: &mut String, from: &str, to: &str, instead: &str) -> Result<()> {
    let starts: Vec<usize> = script.match_indices(from).map(|(at, _)| at).collect();
    let [start] = starts[..] else {
        bail!("wasm-bindgen's script has {} of `{}`, expected one", starts.len(), from.trim());
    };
    let Some(length) = script[start..].find(to) else {
        bail!("wasm-bindgen's script has no `{}` after `{}`", to.trim(), from.trim());
    };
    script.replace_range(start..start + length, instead);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "let wasm_bindgen = (function(exports) {
    let script_src;
    if (document.currentScript !== null) {
        script_src = new URL(document.currentScript.src, location.href).toString();
    }

    function run_app() {
        wasm.run_app();
    }
    async function __wbg_load(module, imports) {
        return await WebAssembly.instantiateStreaming(module, imports);
    }

    function initSync(module) {
    }
    async function __wbg_init_once(module_or_path) {
        if (typeof module_or_path === 'string' || module_or_path instanceof URL) {
            module_or_path = fetch(module_or_path);
        }

        const { instance, module } = await __wbg_load(await module_or_path, imports);
    }
})({ __proto__: null });
";

    #[test]
    fn what_loads_from_an_address_is_cut_and_the_rest_kept() -> Result<()> {
        let expected = "let wasm_bindgen = (function(exports) {
    function run_app() {
        wasm.run_app();
    }
    async function __wbg_load(module, imports) {
        return { instance: await WebAssembly.instantiate(module, imports), module };
    }

    function initSync(module) {
    }
    async function __wbg_init_once(module_or_path) {
        const { instance, module } = await __wbg_load(await module_or_path, imports);
    }
})({ __proto__: null });
";
        assert_eq!(without_network(SCRIPT)?, expected);
        assert_eq!(without_network(&SCRIPT.replace('\n', "\r\n"))?, expected);
        Ok(())
    }

    #[test]
    fn a_changed_pattern_fails_loudly() {
        for pattern in ["let script_src;", "async function __wbg_load(", "typeof module_or_path"] {
            let error = without_network(&SCRIPT.replace(pattern, "something else"));
            assert!(error.is_err(), "{pattern}");
        }
        assert!(without_network(&format!("{SCRIPT}{SCRIPT}")).is_err());
    }

    #[test]
    fn network_calls_are_found_and_longer_names_are_not() {
        assert!(check("x.fetch(url)").is_err());
        assert!(check("new XMLHttpRequest()").is_err());
        assert!(check("new Function('return 1')").is_err());
        assert!(check("prefetch(a); retrieval(b); debug = `Function(${c})`; // fetching").is_ok());
    }
}
