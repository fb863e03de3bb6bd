//! The built page in Chromium: start, drive, read, and see that it stayed silent.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// Longest wait for anything on the page.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the page and the browser are, as `cargo xtask test` says.
pub(crate) struct Tools {
    pub(crate) bundle: PathBuf,
    chromium: String,
    chromedriver: String,
}

impl Tools {
    /// `None`, and saying so, where the test is run without them.
    pub(crate) fn find() -> Option<Self> {
        let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let (bundle, chromium, chromedriver) =
            (var("INDIKATOR_BUNDLE"), var("INDIKATOR_CHROMIUM"), var("INDIKATOR_CHROMEDRIVER"));
        let (Some(bundle), Some(chromium), Some(chromedriver)) = (bundle, chromium, chromedriver) else {
            println!("skipped: `cargo xtask test` builds the page, finds a browser and runs this test");
            return None;
        };
        Some(Self { bundle: bundle.into(), chromium, chromedriver })
    }
}

/// A browser with one page. Stops with it.
pub(crate) struct Page {
    driver: WebDriver,
    /// Kills chromedriver when the test ends, also by a panic.
    _server: Server,
    profile: PathBuf,
    bundle: PathBuf,
}

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // The process may be gone already; there is nothing to do about it.
        let _gone = self.0.kill();
        let _waited = self.0.wait();
    }
}

impl Page {
    /// Opens the built page from `file://`.
    pub(crate) async fn open(tools: &Tools, name: &str) -> Self {
        let mut server = Command::new(&tools.chromedriver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver");
        let output = BufReader::new(server.stdout.take().expect("its output"));
        let port = output.lines().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let port = port.expect("chromedriver says its port");
        let profile = std::env::temp_dir().join(format!("indikator-{name}-{}", std::process::id()));
        let mut caps = DesiredCapabilities::chrome();
        caps.set_binary(&tools.chromium).expect("a binary");
        for arg in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--window-size=1280,800",
        ] {
            caps.add_arg(arg).expect("an argument");
        }
        caps.add_arg(&format!("--user-data-dir={}", profile.display())).expect("an argument");
        for log in ["browser", "performance"] {
            caps.set_logging_prefs(log.to_owned(), LoggingPrefsLogLevel::All).expect("a log level");
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), caps).await.expect("a session");
        // What the browser's own first page loads is none of ours.
        driver.goto("about:blank").await.expect("an empty page");
        driver.get_log("performance").await.expect("the network log");
        let page = Self { driver, _server: Server(server), profile, bundle: tools.bundle.clone() };
        page.visit().await;
        page
    }

    /// Opens the page anew.
    pub(crate) async fn reload(&self) {
        self.visit().await;
        self.started().await;
    }

    async fn visit(&self) {
        self.driver.goto(format!("file://{}", self.bundle.display())).await.expect("the page opens");
    }

    /// Waits until the program shows its first view.
    pub(crate) async fn started(&self) {
        self.until("the start view", "return !!document.querySelector('input[type=file]')").await;
    }

    /// Opens the page anew by a link.
    pub(crate) async fn reload_at(&self, fragment: &str) {
        self.driver.goto("about:blank").await.expect("an empty page");
        self.driver.goto(format!("file://{}{fragment}", self.bundle.display())).await.expect("the page opens");
        self.until("a heading", "return !!document.querySelector('h1')").await;
    }

    /// Gives the page this many pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        // A window of a desktop browser cannot be as narrow as a phone.
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", screen).await.expect("another size");
    }

    /// Lets scripts of the test read the clipboard.
    pub(crate) async fn allow_clipboard(&self) {
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.driver.cdp().send_raw("Browser.grantPermissions", granted).await.expect("a permission");
    }

    /// The page on paper, as the bytes of a PDF file read as letters.
    pub(crate) async fn print(&self) -> String {
        let paper = json!({ "preferCSSPageSize": true, "printBackground": false });
        let found = self.driver.cdp().send_raw("Page.printToPDF", paper).await.expect("a PDF file");
        let data = found["data"].as_str().expect("its bytes").to_owned();
        let decode = format!("return atob({data:?})");
        self.script(&decode).await.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script and gives what it returns.
    pub(crate) async fn script(&self, script: &str) -> Value {
        self.driver.execute(script, Vec::new()).await.expect("the script runs").json().clone()
    }

    /// Waits until a script returns true.
    pub(crate) async fn until(&self, what: &str, script: &str) {
        let since = Instant::now();
        while self.script(script).await != json!(true) {
            assert!(
                since.elapsed() < PATIENCE,
                "waited in vain for {what}; the page says:\n{}",
                self.text("body").await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The visible text of the first element that fits.
    pub(crate) async fn text(&self, css: &str) -> String {
        let element = self.driver.find(By::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        element.text().await.expect("its text").replace('\u{a0}', " ").replace('\u{2011}', "-")
    }

    /// Waits until the text of an element contains this.
    pub(crate) async fn shows(&self, css: &str, text: &str) {
        let script = format!(
            "const e = document.querySelector({css:?}); return !!e && e.innerText.replaceAll('\\u00a0', ' ').replaceAll('\\u2011', '-').replaceAll('\\u2060', '').includes({text:?})"
        );
        self.until(&format!("“{text}” in {css}"), &script).await;
    }

    /// Presses the button, tab or link that is called so.
    pub(crate) async fn press(&self, name: &str) {
        let script = format!(
            "const called = e => (e.getAttribute('aria-label') || e.innerText || '').replaceAll('\\u00a0', ' ').trim();
             const all = [...document.querySelectorAll('button, a, [role=tab], [role=radio], label')].filter(e => e.offsetParent !== null);
             const found = all.find(e => called(e) === {name:?}) || all.find(e => called(e).startsWith({name:?}));
             if (!found) return false;
             found.focus(); found.click(); return true"
        );
        self.until(&format!("something called “{name}” to press"), &script).await;
    }

    /// Gives files to the page as a person does who chooses them.
    pub(crate) async fn choose(&self, files: &[&Path]) {
        let input = self.driver.find(By::Css("input[type=file]")).await.expect("a file input");
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        input.send_keys(paths.join("\n")).await.expect("files are chosen");
    }

    /// Types into the element that has the focus.
    pub(crate) async fn keys(&self, keys: impl AsRef<str>) {
        let focused = self.driver.active_element().await.expect("something has the focus");
        focused.send_keys(keys.as_ref()).await.expect("keys are typed");
    }

    /// Strikes keys as a keyboard does: what has the focus gets them.
    pub(crate) async fn strike(&self, keys: &str, shift: bool) {
        let chain = self.driver.action_chain();
        let chain =
            if shift { chain.key_down(Key::Shift).send_keys(keys).key_up(Key::Shift) } else { chain.send_keys(keys) };
        chain.perform().await.expect("keys are struck");
    }

    /// Puts the focus on an element.
    pub(crate) async fn focus(&self, css: &str) {
        self.script(&format!("document.querySelector({css:?}).focus(); return true")).await;
    }

    /// Fails on any console message of note, policy violation or request, then closes the browser.
    pub(crate) async fn close_silent(self) {
        let console = self.driver.get_log("browser").await.expect("the console");
        let loud: Vec<String> = console
            .into_iter()
            .filter(|entry| entry.level != "DEBUG" && entry.level != "INFO")
            .map(|entry| entry.message)
            .collect();
        assert!(loud.is_empty(), "the console is not silent:\n{}", loud.join("\n"));
        let network = self.driver.get_log("performance").await.expect("the network log");
        let own = format!("file://{}", self.bundle.display());
        let asked: Vec<String> = network
            .iter()
            .filter_map(|entry| request(&entry.message))
            .filter(|address| {
                !(address.starts_with(&own) || address.starts_with("data:") || address.starts_with("blob:"))
            })
            .collect();
        assert!(asked.is_empty(), "the page asked for {asked:?}");
        let resources = self.script("return performance.getEntriesByType('resource').map(e => e.name).filter(n => !/^(data|blob):/.test(n))").await;
        assert_eq!(resources, json!([]), "the page loaded something");
        self.driver.quit().await.expect("the browser closes");
        // A leftover folder in the system's temporary folder is no failure of the page.
        let _left = std::fs::remove_dir_all(&self.profile);
    }
}

/// The address of a request in the browser's own log of the network.
fn request(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let event = &event["message"];
    let is_request = event["method"] == "Network.requestWillBeSent" || event["method"] == "Network.webSocketCreated";
    let address = event["params"]["request"]["url"].as_str().or(event["params"]["url"].as_str());
    is_request.then(|| address.unwrap_or_default().to_owned())
}
