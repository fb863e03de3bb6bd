//! The names at the right end.

use crate::stats::normal::{Z95, Z998};
use crate::view::model::FunnelChart;

/// What a name at the right end stands beside.
#[derive(Clone, Copy)]
pub(super) enum Beside {
    /// A line at this value.
    Level(f64),
    /// The limits with this z.
    Limits(f64),
}

/// The names at the right end: of the centre, and of the limits with their z.
pub(super) fn wordings(model: &FunnelChart, is_narrow: bool) -> Vec<(&str, Beside)> {
    let levels = [&model.centre, &model.place].into_iter().flatten();
    let mut names: Vec<(&str, Beside)> = levels
        .map(|level| (if is_narrow { level.short.as_str() } else { level.label.as_str() }, Beside::Level(level.value)))
        .collect();
    if model.centre.is_some() && model.spread.is_some_and(|spread| spread > 0.0) {
        let limits = [(model.words.inner.as_str(), Z95), (model.words.outer.as_str(), Z998)];
        names.extend(limits.map(|(name, z)| (name, Beside::Limits(z))));
    }
    names
}
