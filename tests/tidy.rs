//! The invariants of `src/lib.rs`, held against the source.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules that must compile and test without a browser.
const PURE: &[&str] = &["data", "demo", "stats", "ingest", "query", "disclose", "attack", "view", "chart", "state"];

/// From the top of the architecture downwards: each may use those before it.
const ORDER: &[&str] =
    &["stats", "data", "demo", "ingest", "query", "disclose", "attack", "view", "chart", "state", "ui", "web"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            found.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// The code of a file without comments and without its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable");
    let before_tests = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let folder = root().join("src").join(module);
    let file = root().join("src").join(format!("{module}.rs"));
    let mut files = if folder.is_dir() { rust_files(&folder) } else { Vec::new() };
    files.extend(file.exists().then_some(file));
    files.retain(|path| !path.ends_with("tests.rs"));
    files
}

fn all_files() -> Vec<PathBuf> {
    rust_files(&root().join("src"))
}

/// Fails with every file that contains one of the words.
fn none_contains(files: &[PathBuf], words: &[&str], why: &str) {
    let mut found = Vec::new();
    for path in files {
        let code = code(path);
        found.extend(
            words.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: {word}", path.display())),
        );
    }
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

#[test]
fn every_module_is_in_the_architecture() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    for entry in fs::read_dir(root().join("src")).expect("src").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if name != "lib" {
            assert!(ORDER.contains(&name.as_str()), "{name} has no place in tests/tidy.rs");
            assert!(lib.contains(&format!("`{name}`")), "{name} is not in the crate doc");
        }
    }
}

#[test]
fn invariant_1_there_is_no_network_code() {
    let words = [
        "fetch(",
        "fetch_with",
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
        "send_beacon",
        "sendBeacon",
        "RtcPeer",
        "gloo::net",
        "http://",
        "https://",
        "HtmlFormElement",
        "<form",
    ];
    // The one address is the name of the SVG format, which nothing opens.
    let files: Vec<PathBuf> = all_files();
    for path in &files {
        let code = code(path).replace("http://www.w3.org/2000/svg", "");
        for word in words {
            assert!(!code.contains(word), "{} contains {word}", path.display());
        }
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    for feature in [
        "\"Request\"",
        "\"Response\"",
        "\"WebSocket\"",
        "\"XmlHttpRequest\"",
        "\"EventSource\"",
        "\"RtcPeerConnection\"",
        "\"Navigator\"",
        "\"Location\"",
        "\"ServiceWorker",
    ] {
        assert!(!manifest.contains(feature), "the web-sys feature {feature} opens a way out");
    }
    let page = fs::read_to_string(root().join("index.html")).expect("index.html")
        + &fs::read_to_string(root().join("static/boot.js")).expect("boot.js")
        + &fs::read_to_string(root().join("static/unpack.js")).expect("unpack.js");
    for word in ["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "<form", "http://", "https://"] {
        assert!(!page.contains(word), "the page contains {word}");
    }
}

#[test]
fn invariant_1_the_clipboard_is_written_in_one_place_and_never_read() {
    let place = root().join("src/web/clipboard.rs");
    let outside: Vec<PathBuf> = all_files().into_iter().filter(|path| *path != place).collect();
    // The navigator has ways out besides the clipboard: only that file knows it, untyped, and asks it for nothing else.
    let words = ["navigator", "ClipboardItem", "ClipboardEvent", "exec_command", "execCommand", "clipboard_data"];
    none_contains(&outside, &words, "only `web::clipboard` touches the clipboard");
    let code = code(&place);
    assert_eq!(code.matches("navigator").count(), 1, "the navigator is asked once");
    assert!(code.contains("&\"navigator\".into())?, &\"clipboard\".into())?"), "and for the clipboard");
    for word in ["read", "paste", "get_data"] {
        assert!(!code.contains(word), "what others have copied is none of ours: {word}");
    }
}

#[test]
fn invariant_2_the_core_knows_no_browser_and_no_clock() {
    let files: Vec<PathBuf> = PURE.iter().flat_map(|module| files_of(module)).collect();
    none_contains(
        &files,
        &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo::",
            "std::time",
            "Instant::now",
            "SystemTime",
            "println!",
            "std::fs",
            "std::thread",
        ],
        "the pure core touches the outside",
    );
    let outside_web: Vec<PathBuf> =
        all_files().into_iter().filter(|path| !path.starts_with(root().join("src/web"))).collect();
    let outside_web: Vec<PathBuf> = outside_web.into_iter().filter(|path| !path.ends_with("src/lib.rs")).collect();
    none_contains(&outside_web, &["web_sys::", "js_sys::"], "only `web` touches the browser");
}

#[test]
fn arrows_go_one_way() {
    let mut wrong = Vec::new();
    for (place, module) in ORDER.iter().enumerate() {
        for path in files_of(module) {
            let code = code(&path);
            for below in &ORDER[place + 1..] {
                // The components reach the browser through one seam.
                let seam = *module == "ui" && *below == "web";
                if !seam && code.contains(&format!("crate::{below}")) {
                    wrong.push(format!("{} uses {below}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn invariant_4_only_disclose_makes_what_may_be_shown() {
    let views = files_of("view");
    none_contains(&views, &["Estimate::of", ".mean()", ".sums"], "views are built from publishable values only");
    let outside: Vec<PathBuf> =
        all_files().into_iter().filter(|path| !path.starts_with(root().join("src/disclose"))).collect();
    none_contains(&outside, &["Publishable(", "PublishableCount("], "only `disclose` makes publishable values");
}

#[test]
fn invariant_4_numbers_leave_through_the_gate() {
    // Besides the gate: the template, a profile, and the report of files of which no row could be used.
    let known = ["leave.rs", "start.rs", "profile.rs", "mapping.rs", "quality.rs"];
    let mut files = files_of("ui");
    files.retain(|path| !known.iter().any(|name| path.ends_with(name)));
    none_contains(&files, &["edge::download"], "files leave through ui::leave");
    files.push(root().join("src/ui/quality.rs"));
    files.push(root().join("src/ui/start.rs"));
    none_contains(
        &files,
        &["edge::save_picture", "edge::copy_"],
        "pictures and what is copied leave through ui::leave",
    );
    let gate = code(&root().join("src/ui/leave.rs"));
    let (exits, judged) =
        (["edge::download(", "edge::save_picture(", "edge::copy_"], gate.matches("self.pass(").count());
    assert_eq!(exits.map(|exit| gate.matches(exit).count()).iter().sum::<usize>(), judged, "each exit is judged");
    let quality = code(&root().join("src/ui/quality.rs"));
    assert_eq!(quality.matches("edge::download").count(), 1, "what is about a dataset leaves through ui::leave");
}

#[test]
fn invariant_6_nothing_depends_on_hash_order_or_chance() {
    none_contains(&all_files(), &["HashSet", "rand::", "Math::random", "thread_rng"], "chance or hash order");
    // Hash maps are looked up in, never iterated; the lint `iter_over_hash_type` holds that.
    let maps: Vec<PathBuf> = all_files().into_iter().filter(|path| code(path).contains("HashMap")).collect();
    let looked_up = ["long", "pupils", "spellings"].map(|name| root().join(format!("src/ingest/{name}.rs")));
    assert_eq!(maps, looked_up, "hash maps only where bytes are looked up");
}

#[test]
fn invariant_7_nothing_is_stored() {
    none_contains(
        &all_files(),
        &[
            "localStorage",
            "local_storage",
            "sessionStorage",
            "session_storage",
            "indexedDB",
            "IdbFactory",
            "set_cookie",
            "gloo::storage",
        ],
        "pupil rows are never stored",
    );
}

#[test]
fn the_address_holds_links_and_nothing_else() {
    let place = root().join("src/web/location.rs");
    let outside: Vec<PathBuf> = all_files().into_iter().filter(|path| *path != place).collect();
    none_contains(&outside, &["push_state", "replace_state", "set_hash"], "only `web::location` writes the address");
    assert!(code(&place).contains("pub(crate) fn set_link(link: &Link, push: bool)"), "what is written is a link");
}

#[test]
fn no_style_attribute_that_the_content_security_policy_would_block() {
    none_contains(&files_of("ui"), &["style=\"", "style={", "~style"], "classes only");
}

#[test]
fn files_stay_short_and_explain_themselves() {
    let mut wrong = Vec::new();
    for path in all_files().into_iter().chain(rust_files(&root().join("xtask/src"))) {
        let text = fs::read_to_string(&path).expect("readable");
        let tests_at = text.lines().position(|line| line.starts_with("#[cfg(test)]")).unwrap_or(usize::MAX);
        let lines = text.lines().count().min(tests_at);
        if lines > 400 {
            wrong.push(format!("{} has {lines} lines", path.display()));
        }
        if !text.starts_with("//!") && !path.ends_with("tests.rs") {
            wrong.push(format!("{} does not say what it is", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
