//! What has to be worked out before a view can be shown.

use crate::disclose::{Key, Protected};
use crate::query::Selection;
use crate::view::{groups, wayout};

/// A layer of which it has not been worked out yet what may be shown, and which this urval needs: of groups, or of whole schools and
/// programmes.
pub fn missing(dataset: &Protected, selection: &Selection, are_groups: bool) -> Option<usize> {
    let Selection { pooled, programme, area, .. } = *selection;
    let key = if are_groups { groups::key(dataset, selection) } else { Key { pooled, programme, ..Key::default() } };
    let missing = dataset.missing(key).or_else(|| dataset.missing_area(area?));
    missing.or_else(|| if are_groups { None } else { wayout::missing(dataset, selection) })
}
