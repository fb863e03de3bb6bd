//! Bounds that the source gives in place of numbers, as what the attack reads.

use crate::attack::{Column, Document, Mark, Row, Says, Table};
use crate::data::{Bound, Dataset, Edge, Fixed, Lang, Unit, set};
use crate::query;
use crate::view::bounds;

/// More than any value in half millionths, and more pupils than there are.
const ENDLESS: i64 = 1_000_000_000_000_000;
const MANY: u64 = 1_000_000;

/// What every bound of the data says, by its words.
pub(super) fn legend(dataset: &Dataset, lang: Lang) -> Vec<Mark> {
    let mark = |(bound, unit, _): (Bound, Option<Unit>, u64)| Mark {
        text: bounds::bound(bound, unit, lang),
        says: says(bound, unit),
    };
    query::bounds(dataset).into_iter().map(mark).collect()
}

fn says(bound: Bound, unit: Option<Unit>) -> Says {
    let pupils = |(lowest, highest): (u64, u64)| Says::WithheldInSource {
        lowest: u32::try_from(lowest).unwrap_or(u32::MAX),
        highest: u32::try_from(highest).ok().filter(|_| highest < MANY),
    };
    // In half millionths of the unit.
    let limit = Fixed::from_f64(bound.limit()).map_or(0, |limit| 2 * limit.millionths());
    let between = |lowest: i64, highest: i64| Says::Between { lowest, highest };
    match bound.edge() {
        Edge::NearlyAll => Says::RestWithheldInSource { lowest: 1, highest: 4 },
        Edge::NearlyNone => pupils((1, 4)),
        _ if unit.is_none() => pupils(bound.pupils(MANY)),
        Edge::Below => between(-ENDLESS, limit - 1),
        Edge::AtMost => between(-ENDLESS, limit),
        Edge::Above => between(limit + 1, ENDLESS),
        Edge::AtLeast => between(limit, ENDLESS),
    }
}

/// The bounds that are printed, and where there are any all numbers of pupils, once more as tables of their source: everybody has
/// them, whatever leaves here.
pub(super) fn as_published(document: &Document) -> Vec<Table> {
    let bounds = set(document.legend.iter().filter(|mark| tells_bound(mark.says)).map(|mark| mark.text.as_str()));
    let is_bound = |text: &String| bounds.contains(text.as_str());
    let own = || document.tables.iter().filter(|table| !table.public);
    if !own().flat_map(|table| &table.rows).any(|row| row.cells.iter().any(is_bound)) {
        return Vec::new();
    }
    let mut tables = Vec::new();
    for table in own() {
        for row in &table.rows {
            for (column, text) in table.columns.iter().zip(&row.cells) {
                if *column == Column::Pupils || is_bound(text) {
                    let rows = vec![Row { group: row.group.clone(), cells: vec![text.clone()] }];
                    tables.push(Table { columns: vec![*column], rows, public: true, ..Table::default() });
                }
            }
        }
    }
    tables
}

/// Whether a mark tells more than that a number is withheld.
fn tells_bound(says: Says) -> bool {
    match says {
        Says::WithheldInSource { lowest, highest } => lowest > 0 || highest.is_some(),
        says => matches!(says, Says::RestWithheldInSource { .. } | Says::Between { .. }),
    }
}
