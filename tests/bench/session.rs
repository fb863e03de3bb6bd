//! Starts a browser and drives one page in it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::setting::Setting;

/// Longest wait for anything on the page.
const PATIENCE: Duration = Duration::from_mins(2);
/// Between two looks at the page, so that looking takes nothing from it.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// In every page before anything else.
const PROBE: &str = include_str!("peers/probe.js");

/// A fresh browser with one page.
pub(crate) struct Session {
    driver: WebDriver,
    server: DriverServer,
    profile: PathBuf,
}

/// Ends chromedriver, also when a measurement fails.
struct DriverServer(Child);

impl Drop for DriverServer {
    fn drop(&mut self) {
        // The process may be gone already; there is nothing to do about it.
        let _gone = self.0.kill();
        let _waited = self.0.wait();
    }
}

impl Session {
    /// Starts a browser and opens the page at this address.
    pub(crate) async fn open(setting: &Setting, address: &str) -> Outcome<Self> {
        let mut command = Command::new(&setting.chromedriver);
        let child = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut server = DriverServer(child);
        let output = BufReader::new(server.0.stdout.take().ok_or("chromedriver has no output")?);
        let port = output.lines().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let port = port.ok_or("chromedriver does not say its port")?;
        let profile = std::env::temp_dir().join(format!("indikator-bench-{}-{port}", std::process::id()));
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities(setting, &profile)?).await?;
        driver.set_script_timeout(PATIENCE).await?;
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await?;
        driver.goto(address).await?;
        Ok(Self { driver, server, profile })
    }

    /// Runs a script and gives what it returns.
    pub(crate) async fn script(&self, script: &str) -> Outcome<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a script and waits for its promise.
    pub(crate) async fn promised(&self, expression: &str) -> Outcome<Value> {
        let script = format!("const done = arguments[arguments.length - 1]; {expression}.then(done);");
        Ok(self.driver.execute_async(&script, Vec::new()).await?.json().clone())
    }

    /// A number of the page, if there is one.
    pub(crate) async fn number(&self, expression: &str) -> Outcome<Option<f64>> {
        Ok(self.script(&format!("return {expression}")).await?.as_f64())
    }

    /// Waits until an expression holds.
    pub(crate) async fn until(&self, expression: &str) -> Outcome<()> {
        let since = Instant::now();
        while self.script(&format!("return {expression}")).await? != json!(true) {
            if let Value::String(failed) = self.script("return bench.failed").await? {
                return Err(failed.into());
            }
            if since.elapsed() > PATIENCE {
                let page =
                    self.script("return [JSON.stringify(bench), document.body.innerText.slice(0, 400)].join()").await?;
                return Err(format!("waited in vain for {expression}; the page says {page}").into());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }

    /// Gives a file to the page as a person does who chooses it.
    pub(crate) async fn choose(&self, file: &Path) -> Outcome<()> {
        let input = self.driver.find(By::Css("input[type=file]")).await?;
        Ok(input.send_keys(file.display().to_string()).await?)
    }

    /// Searches in a combobox and takes the first hit.
    pub(crate) async fn pick(&self, css: &str, name: &str) -> Outcome<()> {
        // What is typed replaces what stands there.
        self.script(&format!("const field = document.querySelector({css:?}); field.focus(); field.select()")).await?;
        let field = self.driver.find(By::Css(css)).await?;
        field.send_keys(name).await?;
        Ok(field.send_keys("\u{e007}").await?)
    }

    /// The process below which the browser runs.
    pub(crate) fn process(&self) -> u32 {
        self.server.0.id()
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
        // A browser that has crashed cannot be asked to close; dropping the driver's server ends it.
        let _closed = self.driver.quit().await;
        let _left = std::fs::remove_dir_all(&self.profile);
    }
}

fn capabilities(setting: &Setting, profile: &Path) -> Outcome<Capabilities> {
    let mut caps = DesiredCapabilities::chrome();
    caps.set_binary(&setting.chromium)?;
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
        caps.add_arg(arg)?;
    }
    caps.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    Ok(caps.into())
}
