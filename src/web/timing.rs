//! How long things take, for the browser's own performance tools and the benchmark. Nothing of it leaves the page.

use super::turn::clock;

/// Measures a stretch of work under this name.
pub(crate) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let timing = Timing::begin(name);
    let done = work();
    timing.end();
    done
}

/// A stretch of work that goes on.
#[derive(Debug)]
pub(super) struct Timing(String);

impl Timing {
    /// Begins now.
    pub(super) fn begin(name: &str) -> Self {
        if let Some(clock) = clock() {
            // A browser that keeps no marks only measures nothing.
            drop(clock.mark(name));
        }
        Self(name.to_owned())
    }

    /// Ends now.
    pub(super) fn end(self) {
        if let Some(clock) = clock() {
            drop(clock.measure_with_start_mark(&self.0, &self.0));
            clock.clear_marks_with_mark_name(&self.0);
        }
    }
}
