//! `cargo xtask open`: builds the page and shows it.

use crate::bundle;
use crate::process::say;
use crate::steps::Steps;
use crate::workspace::Workspace;
use anyhow::Result;
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// How long a browser that cannot start has for saying so.
const PATIENCE: Duration = Duration::from_secs(3);

/// Sets up, builds, and opens the file in the default browser, or says where it is.
pub(crate) fn run() -> Result<()> {
    let workspace = Workspace::here()?;
    let mut steps = Steps::default();
    bundle::build(&workspace, &mut steps)?;
    steps.summarise();
    let page = workspace.single_file();
    if show(&page) {
        say("Opened in the default browser.");
    } else {
        say(&format!("No browser could be opened. Double-click the file: {}", page.display()));
    }
    Ok(())
}

fn show(page: &Path) -> bool {
    let Some(mut command) = opener() else {
        return false;
    };
    command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut opener) = command.spawn() else {
        return false;
    };
    let polls = 30;
    for _ in 0..polls {
        match opener.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => sleep(PATIENCE / polls),
            Err(_) => return false,
        }
    }
    // Still running: it is the browser itself.
    true
}

/// What opens a file with its default program; `None` where there is no screen to show it on.
fn opener() -> Option<Command> {
    if cfg!(windows) {
        let mut start = Command::new("cmd");
        // `start` takes its first quoted argument for a window title.
        start.args(["/C", "start", ""]);
        Some(start)
    } else if cfg!(target_os = "macos") {
        Some(Command::new("open"))
    } else {
        let screen = ["DISPLAY", "WAYLAND_DISPLAY"];
        screen.iter().any(|name| env::var_os(name).is_some()).then(|| Command::new("xdg-open"))
    }
}
