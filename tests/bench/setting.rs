//! What is asked for, and where things are, as `cargo xtask bench` says.

use std::path::PathBuf;
use std::process::Command;

/// Where the measurements run.
pub(crate) struct Setting {
    /// Our page.
    pub(crate) bundle: PathBuf,
    pub(crate) chromium: String,
    pub(crate) chromedriver: String,
    /// Holds `node_modules` and takes the files and the result.
    pub(crate) folder: PathBuf,
    /// Sizes of the files, in pupil rows.
    pub(crate) rows: Vec<u64>,
    /// Measurements of each contestant.
    pub(crate) repeat: usize,
}

impl Setting {
    /// `None`, and saying so, where the benchmark is run without a setting.
    pub(crate) fn find() -> Option<Self> {
        let var = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let find = || {
            Some(Self {
                bundle: var("INDIKATOR_BUNDLE")?.into(),
                chromium: var("INDIKATOR_CHROMIUM")?,
                chromedriver: var("INDIKATOR_CHROMEDRIVER")?,
                folder: var("INDIKATOR_BENCH")?.into(),
                rows: var("INDIKATOR_BENCH_ROWS")?.split(',').map(str::parse).collect::<Result<_, _>>().ok()?,
                repeat: var("INDIKATOR_BENCH_REPEAT")?.parse().ok()?,
            })
        };
        let found = find();
        if found.is_none() {
            println!("skipped: `cargo xtask bench` builds the page, installs the peers and runs this");
        }
        found
    }

    /// The packages that the peers are installed from.
    pub(crate) fn peers(&self) -> PathBuf {
        self.folder.join("peers")
    }

    /// What the browser says of itself.
    pub(crate) fn browser(&self) -> String {
        let output = Command::new(&self.chromium).arg("--version").output();
        let words = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
        words.split(" built on").next().unwrap_or_default().to_owned()
    }

    /// How many cores the machine has and how busy it was in the last minute, where the system says so.
    pub(crate) fn machine() -> String {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        match load.split_whitespace().next() {
            Some(load) => format!("{cores} cores, load average {load} at the end"),
            None => format!("{cores} cores"),
        }
    }
}
