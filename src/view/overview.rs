//! Läget: where the school in focus stands.

use crate::data::{Dataset, Lang};
use crate::query::Selection;
use crate::view::screen::Overview;

/// The focus school's cards for the last chosen year, and the chosen schools side by side. `source` names the files.
pub fn overview(dataset: &Dataset, selection: &Selection, source: &str, lang: Lang) -> Overview {
    todo!("{dataset:?}{selection:?}{source}{lang:?}")
}
