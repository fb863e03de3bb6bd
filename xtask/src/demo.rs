//! `cargo xtask demo`: the invented data set, or a large file for measurements.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use anyhow::{Context, Result};
use indicator_explorer::demo;

/// What `demo` is asked for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// File to write; without it the demo's own name in the current folder
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Write a benchmark file of this many pupil rows instead of the demo
    #[arg(long)]
    rows: Option<u64>,
    /// Seed of the random numbers
    #[arg(long, default_value_t = demo::SEED)]
    seed: u64,
}

/// Writes the file and says where.
pub(crate) fn run(args: &Args) -> Result<()> {
    let path = args.output.clone().unwrap_or_else(|| demo::file_name().into());
    let cannot = || format!("cannot write {}", path.display());
    match args.rows {
        None => std::fs::write(&path, demo::csv(args.seed)).with_context(cannot)?,
        Some(rows) => {
            let file = File::create(&path).with_context(cannot)?;
            demo::large_csv(rows, args.seed, BufWriter::new(file)).with_context(cannot)?;
        }
    }
    println!("{} (seed {})", path.display(), args.seed);
    Ok(())
}
