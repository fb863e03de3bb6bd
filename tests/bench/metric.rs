//! Names what is measured.

use std::collections::BTreeMap;

/// One number of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Metric {
    Load,
    Shown,
    Programme,
    ProgrammeShown,
    School,
    SchoolShown,
    Start,
    LongestTask,
    LongestWait,
    Wasm,
    Renderer,
}

impl Metric {
    /// All, in the order in which they are told.
    pub(crate) const ALL: [Self; 11] = [
        Self::Load,
        Self::Shown,
        Self::Programme,
        Self::ProgrammeShown,
        Self::School,
        Self::SchoolShown,
        Self::Start,
        Self::LongestTask,
        Self::LongestWait,
        Self::Wasm,
        Self::Renderer,
    ];

    /// The name in the JSON.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Load => "load_ms",
            Self::Shown => "load_shown_ms",
            Self::Programme => "programme_ms",
            Self::ProgrammeShown => "programme_shown_ms",
            Self::School => "school_ms",
            Self::SchoolShown => "school_shown_ms",
            Self::Start => "start_ms",
            Self::LongestTask => "longest_task_ms",
            Self::LongestWait => "longest_wait_ms",
            Self::Wasm => "wasm_memory_bytes",
            Self::Renderer => "renderer_peak_bytes",
        }
    }

    /// What the table calls it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Load => "file chosen → grouped by school × läsår",
            Self::Shown => "file chosen → answer drawn",
            Self::Programme => "regrouped: programme × läsår (ours: a programme chosen)",
            Self::School => "regrouped: one school by läsår (ours: another focus school)",
            Self::ProgrammeShown | Self::SchoolShown => "the same, drawn",
            Self::Start => "page opened → a file can be chosen (not in the others)",
            Self::LongestTask => "longest main-thread task while reading",
            Self::LongestWait => "longest wait of a 5 ms timer while reading",
            Self::Wasm => "WebAssembly memory of the main thread afterwards",
            Self::Renderer => "most memory of the page's process",
        }
    }

    /// Whether it is a time, in milliseconds, rather than a number of bytes.
    pub(crate) fn is_time(self) -> bool {
        !matches!(self, Self::Wasm | Self::Renderer)
    }
}

/// What one measurement found.
#[derive(Default)]
pub(crate) struct Sample(pub(crate) BTreeMap<Metric, f64>);

impl Sample {
    /// Keeps a number, if there is one.
    pub(crate) fn put(&mut self, metric: Metric, value: Option<f64>) {
        if let Some(value) = value {
            self.0.insert(metric, value);
        }
    }

    /// Enough to see that the run goes well.
    pub(crate) fn in_short(&self) -> String {
        let of = |metric| self.0.get(&metric).map_or_else(|| "–".to_owned(), |value| format!("{value:.1} ms"));
        format!("loads in {}, regroups in {} and {}", of(Metric::Load), of(Metric::Programme), of(Metric::School))
    }
}
