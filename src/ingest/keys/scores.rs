//! Scores → bands.

use crate::data::entry_band_number;
use crate::ingest::fields;
use crate::ingest::meaning::{self, NO_BAND};
use crate::ingest::records::Record;

/// Millionths in a thousandth.
const MILLIONTHS: i64 = 1000;

/// The number of the band of a score, [`NO_BAND`] where the field says none; `None` where it holds another label. `key` is the field as [`Lines::key`](crate::ingest::records::Lines::key) gives it, `record` its row.
pub(super) fn band<'a>(key: Option<u64>, record: impl FnOnce() -> Option<Record<'a>>, column: usize) -> Option<u32> {
    match (key, key.and_then(fields::narrow_key)) {
        (Some(0), _) => Some(NO_BAND),
        (_, Some(thousandths)) => Some(entry_band_number(i64::from(thousandths) * MILLIONTHS).unwrap_or(NO_BAND)),
        _ => meaning::band_of(&record()?.text(column)),
    }
}
