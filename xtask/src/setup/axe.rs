//! axe-core, the accessibility checker of the browser test, from a pinned npm package.

use super::npm::Package;
use crate::process::say;
use crate::workspace::Workspace;
use std::path::PathBuf;

const AXE: Package = Package { name: "axe-core", version: "4.14.1", folder: "axe", file: "axe.min.js" };

/// Path of its script, installed if need be; `None`, with the reason said, where it cannot be.
pub(crate) fn ensure(workspace: &Workspace) -> Option<PathBuf> {
    match AXE.ensure(workspace) {
        Ok(script) => Some(script),
        Err(error) => {
            say(&format!("{error:#}: going on WITHOUT the accessibility check; install Node.js, which brings npm"));
            None
        }
    }
}
