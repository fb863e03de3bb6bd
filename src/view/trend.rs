//! Utveckling: one indicator over the chosen schools and years.

use crate::data::{Dataset, Lang};
use crate::query::Selection;
use crate::view::screen::Trend;

/// The line chart of one indicator, its sentence and its table. `source` names the files.
pub fn trend(dataset: &Dataset, selection: &Selection, indicator: usize, source: &str, lang: Lang) -> Trend {
    todo!("{dataset:?}{selection:?}{indicator}{source}{lang:?}")
}
