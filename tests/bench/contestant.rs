//! Who takes part, and with which page and file.

use std::path::Path;

use crate::files::Files;
use crate::serve::Server;
use crate::setting::Setting;

/// One way to read a file in a browser and group its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Contestant {
    Ours,
    DuckDb,
    Perspective,
    PapaParse,
}

/// Measurements of each peer on such files.
const ROUNDS_ON_LARGE: usize = 2;

impl Contestant {
    /// Files with more rows cost the peers minutes, or are too large for them.
    pub(crate) const LARGE: u64 = 1_000_000;
    /// Everyone, ours first.
    pub(crate) const ALL: [Self; 4] = [Self::Ours, Self::DuckDb, Self::Perspective, Self::PapaParse];

    /// Everyone, beginning with another one in each round.
    pub(crate) fn in_order(round: usize) -> impl Iterator<Item = Self> {
        let count = Self::ALL.len();
        (0..count).map(move |place| Self::ALL[(round + place) % count])
    }

    /// How often this one is measured.
    pub(crate) fn rounds(self, rows: u64, repeat: usize) -> usize {
        if self == Self::Ours || rows <= Self::LARGE { repeat } else { repeat.min(ROUNDS_ON_LARGE) }
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "Indikatorutforskaren",
            Self::DuckDb => "DuckDB-Wasm",
            Self::Perspective => "Perspective",
            Self::PapaParse => "PapaParse",
        }
    }

    /// The package that it is installed from.
    pub(crate) fn package(self) -> Option<&'static str> {
        match self {
            Self::Ours => None,
            Self::DuckDb => Some("@duckdb/duckdb-wasm"),
            Self::Perspective => Some("@finos/perspective"),
            Self::PapaParse => Some("papaparse"),
        }
    }

    /// The address of its page.
    pub(crate) fn page(self, setting: &Setting, server: &Server) -> String {
        match self {
            Self::Ours => format!("file://{}", setting.bundle.display()),
            Self::DuckDb => server.address("duckdb.html"),
            Self::Perspective => server.address("perspective.html"),
            Self::PapaParse => server.address("papaparse.html"),
        }
    }

    /// The file that it reads. Perspective's reader knows commas and decimal points only.
    pub(crate) fn file(self, files: &Files) -> &Path {
        if self == Self::Perspective { &files.commas } else { &files.semicolons }
    }
}
