//! Whether a view can be shown at once, or what may be shown in it has to be worked out first.

use crate::disclose::{Key, Protected};
use crate::query::Selection;
use crate::view::groups;

/// Whether it has been worked out what may be shown of this urval: of groups, or of whole schools and programmes.
pub fn is_ready(dataset: &Protected, selection: &Selection, are_groups: bool) -> bool {
    let Selection { pooled, programme, .. } = *selection;
    let whole = Key { pooled, programme, ..Key::default() };
    if are_groups { groups::is_ready(dataset, selection) } else { dataset.is_worked_out(whole) }
}
