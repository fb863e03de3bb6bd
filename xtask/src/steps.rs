//! Named steps with their times: a heading as each starts, a summary at the end.

use anyhow::{Context, Result};
use std::time::{Duration, Instant};

/// The steps taken so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    taken: Vec<(String, Duration)>,
}

impl Steps {
    /// Announces and runs one step. Its error names the step.
    pub(crate) fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("==> {name}");
        let started = Instant::now();
        let outcome = step().with_context(|| format!("{name} failed"))?;
        self.taken.push((name.to_owned(), started.elapsed()));
        Ok(outcome)
    }

    /// Prints every step with its seconds.
    pub(crate) fn summarise(&self) {
        eprintln!("{}", self.table());
    }

    fn table(&self) -> String {
        let width = self.taken.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        let row = |name: &str, time: Duration| format!("    {name:<width$} {:>7.1} s", time.as_secs_f64());
        let total = self.taken.iter().map(|(_, time)| *time).sum();
        let mut rows: Vec<String> = self.taken.iter().map(|(name, time)| row(name, *time)).collect();
        rows.push(row("total", total));
        rows.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn a_failed_step_names_itself() {
        let error = Steps::default().run("format", || Err::<(), _>(anyhow!("not tidy")));
        let message = error.map_err(|error| format!("{error:#}"));
        assert_eq!(message, Err("format failed: not tidy".to_owned()));
    }

    #[test]
    fn the_summary_is_aligned_and_ends_with_the_total() {
        let taken = vec![
            ("format".to_owned(), Duration::from_millis(400)),
            ("unit tests".to_owned(), Duration::from_millis(12_300)),
        ];
        let table = Steps { taken }.table();
        assert_eq!(table, "    format         0.4 s\n    unit tests    12.3 s\n    total         12.7 s");
    }
}
