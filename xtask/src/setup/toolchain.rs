//! Compilers that can build the page.

use crate::process::{capture, cargo};
use std::process::Command;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The name under which [`debian_std`](super::debian_std) links the system's compiler into rustup.
pub(super) const LINKED: &str = "wasm";
/// Where the system's own compiler is.
pub(super) const SYSTEM_RUSTC: &str = "/usr/bin/rustc";
const SYSTEM_CARGO: &str = "/usr/bin/cargo";

/// The compiler that builds the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmToolchain {
    /// The one that also runs this tool.
    Default,
    /// The rustup toolchain named [`LINKED`].
    Linked,
    /// The operating system's package, without rustup.
    System,
}

impl WasmToolchain {
    /// `cargo` of this toolchain.
    pub(crate) fn cargo(self) -> Command {
        self.tool("cargo")
    }

    /// `rustc` of this toolchain.
    pub(crate) fn rustc(self) -> Command {
        self.tool("rustc")
    }

    /// Whether this toolchain can lint. The system's cargo would run rustup's clippy, which knows no wasm32 here.
    pub(crate) fn has_clippy(self) -> bool {
        self != Self::System && capture(self.cargo().args(["clippy", "--version"])).is_ok()
    }

    fn tool(self, name: &str) -> Command {
        let mut command = match (self, name) {
            (Self::Default, "cargo") => cargo(),
            (Self::Default, _) => Command::new(name),
            (Self::Linked, _) => {
                let mut rustup = Command::new("rustup");
                rustup.args(["run", LINKED, name]);
                rustup
            }
            (Self::System, "cargo") => Command::new(SYSTEM_CARGO),
            (Self::System, _) => Command::new(SYSTEM_RUSTC),
        };
        if self != Self::Default {
            forget_callers_toolchain(&mut command);
        }
        if self == Self::System {
            command.env("RUSTC", SYSTEM_RUSTC);
        }
        command
    }
}

/// Removes what `cargo xtask` hands down about its own toolchain: another one would trip over it.
pub(super) fn forget_callers_toolchain(command: &mut Command) {
    const NAMES: [&str; 9] = [
        "CARGO",
        "CARGO_ENCODED_RUSTFLAGS",
        "LD_LIBRARY_PATH",
        "RUSTC",
        "RUSTDOC",
        "RUSTFLAGS",
        "RUSTUP_TOOLCHAIN",
        "RUSTUP_TOOLCHAIN_SOURCE",
        "RUST_RECURSION_COUNT",
    ];
    for name in NAMES {
        command.env_remove(name);
    }
}
