//! `cargo xtask bench`: our page beside other libraries, in headless Chromium on this machine.

use crate::bundle;
use crate::process::{cargo, exists, quietly, stream};
use crate::setup::browser::{self, Browser};
use crate::steps::Steps;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `bench` is asked for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Sizes of the generated files, in pupil rows; 0 for protection alone
    #[arg(long, value_delimiter = ',', default_value = "100000,1000000,5000000")]
    rows: Vec<u64>,
    /// Measurements of each contestant and size; of the others, at most two above a million rows
    #[arg(long, default_value_t = 5)]
    repeat: usize,
    /// Only try it: 100 000 rows, once
    #[arg(long, conflicts_with_all = ["rows", "repeat"])]
    quick: bool,
}

/// Sets up, builds the page, installs the others and measures.
pub(crate) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::here()?;
    let mut steps = Steps::default();
    let browser = steps.run("set up browser", || browser::ensure(&workspace))?;
    bundle::build(&workspace, &mut steps)?;
    let folder = workspace.root().join("target").join("bench");
    steps.run("install the others", || install(&workspace, &folder.join("peers")))?;
    let (rows, repeat) = if args.quick { (vec![100_000], 1) } else { (args.rows.clone(), args.repeat) };
    steps.run("measure", || measure(&workspace, &browser, &folder, &rows, repeat))?;
    steps.summarise();
    println!("{}", folder.join("peers.md").display());
    Ok(())
}

/// The packages of `tests/bench/package-lock.json`, nothing newer. Nothing is done where they are there.
fn install(workspace: &Workspace, folder: &Path) -> Result<()> {
    let lists: [PathBuf; 2] =
        ["package.json", "package-lock.json"].map(|name| workspace.root().join("tests").join("bench").join(name));
    let copy = |list: &PathBuf| folder.join(list.file_name().unwrap_or_default());
    let same = |list: &PathBuf| fs::read(list).ok() == fs::read(copy(list)).ok();
    let done = folder.join("node_modules").join(".package-lock.json");
    if done.is_file() && lists.iter().all(same) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !exists(npm) {
        bail!("the others are npm packages: install Node.js, which brings npm");
    }
    fs::create_dir_all(folder)?;
    for list in &lists {
        fs::copy(list, copy(list))?;
    }
    let mut install = Command::new(npm);
    install.args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(folder);
    quietly("Installing the npm packages", &mut install, &workspace.scratch().join("npm-bench.log"), None)
}

fn measure(workspace: &Workspace, browser: &Browser, folder: &Path, rows: &[u64], repeat: usize) -> Result<()> {
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    let mut bench = cargo();
    bench
        .current_dir(workspace.root())
        .args(["bench", "--bench", "peers"])
        .env("INDIKATOR_BUNDLE", workspace.single_file())
        .env("INDIKATOR_CHROMIUM", &browser.chromium)
        .env("INDIKATOR_CHROMEDRIVER", &browser.chromedriver)
        .env("INDIKATOR_BENCH", folder)
        .env("INDIKATOR_BENCH_ROWS", rows.join(","))
        .env("INDIKATOR_BENCH_REPEAT", repeat.to_string());
    stream(&mut bench)
}
