//! Debian packages, and commands that need the rights to install them.

use crate::process::{capture, exists, quietly, say};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::process::Command;

/// Whether this machine has Debian's package manager.
pub(crate) fn available() -> bool {
    cfg!(target_os = "linux") && exists("apt-get")
}

/// Installs `packages`, with the package lists brought up to date first.
pub(crate) fn install(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !available() {
        bail!("this machine has no apt-get; install by hand what Debian calls {names}");
    }
    let log = |name: &str| workspace.scratch().join(name);
    let mut update = privileged("apt-get", &names)?;
    update.args(["update", "-q"]);
    if let Err(error) = quietly("Updating the package lists", &mut update, &log("apt-update.log"), None) {
        // One source of many may be out of reach. Whether that matters shows below.
        say(&format!("Not all package lists are up to date: {error:#}"));
    }
    let mut install = privileged("env", &names)?;
    install
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q"])
        .args(["--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"])
        .args(packages);
    quietly(&format!("Installing {names}"), &mut install, &log("apt-install.log"), None)
}

/// A command that runs with root's rights: as it is for root, else through `sudo` where that asks nothing.
///
/// `purpose` names what cannot be installed otherwise.
pub(crate) fn privileged(program: &str, purpose: &str) -> Result<Command> {
    if capture(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
        return Ok(Command::new(program));
    }
    if capture(Command::new("sudo").args(["-n", "true"])).is_err() {
        bail!("installing {purpose} needs root: run this command as root, or install it by hand");
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", program]);
    Ok(sudo)
}
