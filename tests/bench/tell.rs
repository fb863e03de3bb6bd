//! Medians → a table to read and a JSON to keep.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};

use crate::Outcome;
use crate::contestant::Contestant;
use crate::files::Files;
use crate::metric::{Metric, Sample};
use crate::setting::Setting;

/// Browsers report no shorter task.
const LONG_TASK_MS: f64 = 50.0;

/// What has been measured on files of one size.
pub(crate) struct Race {
    rows: u64,
    bytes: u64,
    samples: BTreeMap<Contestant, Vec<Sample>>,
    failed: BTreeMap<Contestant, String>,
    /// The table of changes of the urval, or why there is none.
    changes: Option<Outcome<String>>,
}

impl Race {
    pub(crate) fn new(rows: u64, files: &Files) -> Self {
        Self { rows, bytes: files.bytes, samples: BTreeMap::new(), failed: BTreeMap::new(), changes: None }
    }

    /// Keeps a measurement, or why there is none.
    pub(crate) fn add(&mut self, contestant: Contestant, measured: Outcome<Sample>) {
        match measured {
            Ok(sample) => self.samples.entry(contestant).or_default().push(sample),
            Err(error) => {
                self.failed.insert(contestant, error.to_string());
            }
        }
    }

    /// Keeps how quick changes of the urval are.
    pub(crate) fn keep_changes(&mut self, table: Outcome<String>) {
        self.changes = Some(table);
    }

    /// Whether there is no use in measuring this one again.
    pub(crate) fn has_failed(&self, contestant: Contestant) -> bool {
        self.failed.contains_key(&contestant)
    }

    /// Why the run is not good. What a peer cannot do with a file that is too large for it is a result.
    pub(crate) fn failures(&self) -> impl Iterator<Item = String> {
        let counts = |contestant: &Contestant| *contestant == Contestant::Ours || self.rows <= Contestant::LARGE;
        let failed = self.failed.iter().filter(move |(contestant, _)| counts(contestant));
        let failed = failed.map(|(contestant, error)| format!("{} at {} rows: {error}", contestant.name(), self.rows));
        let changes = self.changes.iter().filter_map(|table| table.as_ref().err());
        failed.chain(changes.map(|error| format!("changes of the urval at {} rows: {error}", self.rows)))
    }

    fn values(&self, contestant: Contestant, metric: Metric) -> Vec<f64> {
        let samples = self.samples.get(&contestant).into_iter().flatten();
        samples.filter_map(|sample| sample.0.get(&metric).copied()).collect()
    }

    fn cell(&self, contestant: Contestant, metric: Metric) -> String {
        let Some(value) = median(self.values(contestant, metric)) else { return "–".into() };
        if metric == Metric::LongestTask && value < LONG_TASK_MS {
            return format!("< {LONG_TASK_MS} ms");
        }
        let text = if metric.is_time() { milliseconds(value) } else { format!("{:.0} MB", value / 1e6) };
        match median(self.values(Contestant::Ours, metric)) {
            Some(ours) if contestant != Contestant::Ours && ours > 0.0 => format!("{text} ({:.1}×)", value / ours),
            _ => text,
        }
    }

    fn table(&self) -> String {
        let head = std::iter::once("median".to_owned()).chain(Contestant::ALL.map(|one| one.name().to_owned()));
        let counts = Contestant::ALL.map(|one| self.samples.get(&one).map_or(0, Vec::len).to_string());
        let mut lines = vec![head.collect::<Vec<_>>()];
        for metric in Metric::ALL {
            let cells = Contestant::ALL.map(|contestant| self.cell(contestant, metric));
            lines.push(std::iter::once(metric.title().to_owned()).chain(cells).collect());
        }
        lines.push(std::iter::once("measurements".to_owned()).chain(counts).collect());
        let checked = Contestant::ALL.map(|one| if self.has_failed(one) { "failed" } else { "OK" }.to_owned());
        lines.push(std::iter::once("same n and means as the native importer".to_owned()).chain(checked).collect());
        let mut text = format!("## {} rows, {:.1} MB\n\n{}\n", self.rows, self.bytes as f64 / 1e6, aligned(&lines));
        for (contestant, error) in &self.failed {
            writeln!(text, "{} failed: {error}", contestant.name()).unwrap_or_default();
        }
        match &self.changes {
            Some(Ok(table)) => write!(text, "\n{table}").unwrap_or_default(),
            Some(Err(error)) => writeln!(text, "changes of the urval failed: {error}").unwrap_or_default(),
            None => {}
        }
        text
    }

    fn json(&self) -> Value {
        let of = |contestant: Contestant| {
            let values = Metric::ALL.map(|metric| (metric.id().to_owned(), json!(self.values(contestant, metric))));
            let failed = self.failed.get(&contestant);
            (
                contestant.name().to_owned(),
                json!({ "values": Value::Object(values.into_iter().collect()), "failed": failed }),
            )
        };
        json!({ "rows": self.rows, "bytes": self.bytes, "contestants": Value::Object(Contestant::ALL.map(of).into_iter().collect()) })
    }
}

/// The middle value, or the mean of the two in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}

fn milliseconds(value: f64) -> String {
    let decimals = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.decimals$} ms")
}

/// A Markdown table that also reads well in a terminal.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let row = |line: &[String]| {
        let cells = line.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule: Vec<String> = widths.iter().enumerate().map(|(column, &width)| rule(column, width)).collect();
    let mut text = format!("{}{}", row(&lines[0]), row(&rule));
    lines[1..].iter().for_each(|line| text.push_str(&row(line)));
    text
}

fn rule(column: usize, width: usize) -> String {
    if column == 0 { "-".repeat(width) } else { format!("{}:", "-".repeat(width.saturating_sub(1))) }
}

/// Everything as Markdown.
pub(crate) fn markdown(setting: &Setting, races: &[Race]) -> String {
    let versions: Vec<String> =
        versions(setting).into_iter().map(|(name, version)| format!("{name} {version}")).collect();
    let mut text = format!(
        "# File → groups in the browser\n\n{}; {}. {}.\n",
        setting.browser(),
        versions.join(", "),
        Setting::machine()
    );
    text.push_str(NOTES);
    for race in races {
        text.push('\n');
        text.push_str(&race.table());
    }
    text
}

const NOTES: &str = "\
Every measurement in a fresh browser, the contestants in alternating order; (2.0×) is twice ours. The file is chosen through
`<input type=file>`; times begin with its change event. The peers' engines have started before that, and their answer is an
array in JavaScript, where ours is a page with cards, intervals and tables. Perspective reads the same rows with commas and
decimal points, as it knows no other form. What is drawn is drawn at the browser's next frame, at most 16.7 ms later. A
page that publishes no measure (`indikator:fil`, `indikator:urval`) has the time of the drawn answer in both lines.
DuckDB-Wasm and Perspective work in a worker, whose tasks and memory count in the page's process only.
";

fn versions(setting: &Setting) -> BTreeMap<String, String> {
    let read = |package: &str| {
        let path = setting.peers().join("node_modules").join(package).join("package.json");
        let manifest: Value = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        Some((package.to_owned(), manifest["version"].as_str()?.to_owned()))
    };
    Contestant::ALL.into_iter().filter_map(Contestant::package).filter_map(read).collect()
}

/// Writes both files.
pub(crate) fn write(setting: &Setting, races: &[Race]) -> Outcome<()> {
    fs::write(setting.folder.join("peers.md"), markdown(setting, races))?;
    let races: Vec<Value> = races.iter().map(Race::json).collect();
    let all = json!({ "browser": setting.browser(), "versions": versions(setting), "races": races });
    Ok(fs::write(setting.folder.join("peers.json"), serde_json::to_vec_pretty(&all)?)?)
}
