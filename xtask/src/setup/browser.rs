//! Chromium and its driver, for the browser test only.

use super::apt;
use crate::process::{capture, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser and the driver that speaks its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chromium: PathBuf,
    /// The program that tests drive the browser through.
    pub(crate) chromedriver: PathBuf,
}

/// Names on PATH, the most likely first. Each browser works only with the driver of its own kind.
const KINDS: [(&[&str], &str); 2] = [
    (&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromedriver"),
    (&["msedge", "microsoft-edge", "microsoft-edge-stable"], "msedgedriver"),
];

/// Finds a browser (`$CHROMIUM` and `$CHROMEDRIVER` first, then PATH), or installs Debian's.
pub(crate) fn ensure(workspace: &Workspace) -> Result<Browser> {
    if let Some(found) = detect() {
        return Ok(found);
    }
    if !apt::available() {
        bail!(
            "the browser test needs Chromium, Chrome or Edge with a driver of the same version: install both, \
             and set CHROMIUM and CHROMEDRIVER to their paths if they are not on PATH"
        );
    }
    say("No browser with a fitting driver yet.");
    apt::install(workspace, &["chromium", "chromium-driver", "fonts-liberation"])?;
    match detect() {
        Some(found) => Ok(found),
        None => {
            bail!("Chromium was installed, but no browser with a driver of its version is on PATH")
        }
    }
}

fn detect() -> Option<Browser> {
    let chosen = |name: &str| env::var_os(name).map(PathBuf::from);
    KINDS.into_iter().find_map(|(browsers, driver)| {
        let chromium = chosen("CHROMIUM").or_else(|| browsers.iter().find_map(|name| on_path(name)))?;
        let chromedriver = chosen("CHROMEDRIVER").or_else(|| on_path(driver))?;
        let fits = major(&chromium)? == major(&chromedriver)?;
        fits.then_some(Browser { chromium, chromedriver })
    })
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn major(program: &Path) -> Option<u32> {
    major_in(&capture(Command::new(program).arg("--version")).ok()?)
}

/// The first number of the first word that is a dotted version: 156 in `Chromium 156.0.8078.79 built on …`.
fn major_in(version: &str) -> Option<u32> {
    version.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_browsers_print() {
        assert_eq!(major_in("Chromium 156.0.8078.79 built on Debian"), Some(156));
        assert_eq!(major_in("ChromeDriver 156.0.8078.79 (f00-refs/branch@{#1})"), Some(156));
        assert_eq!(major_in("Microsoft Edge 140.0.1 "), Some(140));
        assert_eq!(major_in("no version"), None);
    }
}
