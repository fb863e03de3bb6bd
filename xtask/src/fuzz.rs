//! `cargo xtask fuzz`: tries the importer with bytes that libFuzzer makes up.
//!
//! Works with the stable toolchain: the compiler's own options instrument the code, `libfuzzer-sys` compiles libFuzzer with the C++
//! compiler of the machine.

use crate::process::{cargo, exists, stream};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `fuzz` is asked for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How long to try
    #[arg(long, default_value_t = 15)]
    minutes: u64,
    /// Only try these inputs, once
    inputs: Vec<PathBuf>,
}

/// What counts branches and shows comparisons to libFuzzer, as `cargo fuzz` passes it.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg=fuzzing";
/// Longest input.
const LONGEST: u32 = 4096;

/// Builds the target and runs it. What it finds on the way is kept in `target/fuzz/corpus`, and what fails in `target/fuzz`.
pub(crate) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::here()?;
    let package = workspace.root().join("tests").join("fuzz");
    let folder = workspace.root().join("target").join("fuzz");
    let found = folder.join("corpus");
    fs::create_dir_all(&found)?;
    let mut fuzzer = Command::new(build(&package, &folder)?);
    if args.inputs.is_empty() {
        fuzzer.arg(&found).arg(package.join("corpus"));
        fuzzer.arg(format!("-max_total_time={}", args.minutes * 60)).arg(format!("-max_len={LONGEST}"));
        fuzzer.arg(format!("-dict={}", package.join("words.dict").display()));
        fuzzer.args(["-timeout=60", "-print_final_stats=1", "-verbosity=1"]);
    } else {
        fuzzer.args(&args.inputs);
    }
    stream(fuzzer.arg(format!("-artifact_prefix={}/", folder.display())))
}

/// Builds the target, for this machine by name, so that build scripts and macros are not instrumented.
fn build(package: &Path, folder: &Path) -> Result<PathBuf> {
    ensure!(["c++", "g++", "clang++"].into_iter().any(exists), "a C++ compiler is needed, for example g++");
    let host = host()?;
    let mut build = cargo();
    build.current_dir(package).args(["build", "--release", "--target", &host, "--target-dir"]).arg(folder);
    stream(build.env("RUSTFLAGS", INSTRUMENTED))?;
    Ok(folder.join(host).join("release").join(if cfg!(windows) { "ingest.exe" } else { "ingest" }))
}

/// The name of this machine's target.
fn host() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().context("cannot start rustc")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let Some(host) = text.lines().find_map(|line| line.strip_prefix("host: ")) else {
        bail!("rustc does not say which machine this is: {text}");
    };
    Ok(host.to_owned())
}
