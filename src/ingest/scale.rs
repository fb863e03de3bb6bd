//! Per cent written as fractions.

use crate::data::{Direction, Fixed, Slot, Unit, Value};
use crate::ingest::build::Columns;
use crate::ingest::report::Note;

/// Fewest values that are evidence of how a column is written.
const EVIDENCE: usize = 2;

/// Turns a percentage column of the file whose rows begin at `first_row` into per cent, where the file writes fractions: every value
/// is between 0 and 1, and some are neither. Where more is better, real percentages are never all below one; where less is better they
/// may be, and are left as they are.
pub(crate) fn fractions_to_per_cent(columns: &mut Columns, first_row: usize, file: &str) {
    let Some((profile, _)) = columns.decided.clone() else { return };
    for (indicator, about) in profile
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, about)| about.unit == Unit::Percent && about.better == Direction::Higher)
    {
        let slots = &mut columns.values[indicator][first_row..];
        if !are_fractions(slots) {
            continue;
        }
        for slot in slots {
            if let Value::Known(fraction) = slot.value()
                && let Some(per_cent) = Fixed::from_millionths(fraction.millionths() * 100)
            {
                *slot = Slot::new(Value::Known(per_cent));
            }
        }
        columns.note(Note::Fractions { file: file.to_owned(), indicator: about.name.clone() });
    }
}

fn are_fractions(slots: &[Slot]) -> bool {
    let (mut known, mut between) = (0, 0);
    for slot in slots {
        if let Value::Known(value) = slot.value() {
            known += 1;
            match value.millionths() {
                0 | Fixed::SCALE => {}
                1..Fixed::SCALE => between += 1,
                _ => return false,
            }
        }
    }
    known >= EVIDENCE && between > 0
}
