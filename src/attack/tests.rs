//! The vectors of the threat model, and random tables against enumeration.

mod counts;
mod random;
mod strings;
mod values;

use super::*;
use crate::data::Lang;

/// What stands for a withheld number in these tests.
const HIDDEN: &str = "dolt för att skydda elever";

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn mark(text: &str, says: Says) -> Mark {
    Mark { text: text.to_owned(), says }
}

fn share() -> Measure {
    Measure { name: String::new(), base: Base::Pupils, kind: Kind::Share, rounded_to: None }
}

fn mean(lowest: i64, highest: i64, step: i64, grades: &[i64]) -> Measure {
    Measure {
        name: String::new(),
        base: Base::Pupils,
        kind: Kind::Mean { lowest, highest, step, grades: grades.to_vec() },
        rounded_to: None,
    }
}

/// GBP: 0 to 20, step 2,5.
fn gbp() -> Measure {
    mean(0, 20_000, 2_500, &[])
}

fn parts(whole: &str, parts: &[&str]) -> Relation {
    Relation::Parts { whole: whole.to_owned(), parts: strings(parts) }
}

fn nested(inner: &str, outer: &str) -> Relation {
    Relation::Nested { inner: inner.to_owned(), outer: outer.to_owned() }
}

/// A row: the group and its strings, `?` for withheld.
fn row(group: &str, cells: &str) -> Row {
    let cells = cells.split(" | ").map(|cell| cell.trim().replace('?', HIDDEN));
    Row { group: group.to_owned(), cells: cells.collect() }
}

fn table(columns: &[Column], rows: Vec<Row>) -> Table {
    Table { columns: columns.to_vec(), rows, ..Table::default() }
}

const SHARE: Column = Column::Share { of: 0, decimals: 1 };
const MEAN: Column = Column::Mean { of: 0, decimals: 1 };

fn document(measures: &[Measure], tables: Vec<Table>, relations: Vec<Relation>) -> Document {
    let legend = vec![
        mark(HIDDEN, Says::Withheld { lowest: 0, highest: None }),
        mark("..", Says::WithheldInSource { lowest: 1, highest: Some(9) }),
        mark("~100", Says::RestWithheld { lowest: 1, highest: 4 }),
        mark("saknas", Says::Missing),
    ];
    Document { measures: measures.to_vec(), legend, tables, relations }
}

/// A table of pupils only: `A 28, B ?`.
fn pupils(cells: &str, relations: Vec<Relation>) -> Document {
    let rows = cells.split(", ").map(|cell| {
        let (group, printed) = cell.split_once(' ').expect("a group and its number");
        row(group, printed)
    });
    document(&[], vec![table(&[Column::Pupils], rows.collect())], relations)
}

/// `A [0, 22]` of every withheld number of pupils, `A/1 [0, 22]` of every withheld numerator, in the order of the groups.
fn told(document: &Document) -> String {
    let found = hulls(document, &Rule::STRICT_10).into_iter().map(|(group, measure, lo, hi, proven)| {
        assert!(proven, "{group}");
        format!("{group}{} [{lo}, {hi}]", measure.map_or(String::new(), |of| format!("/{of}")))
    });
    found.collect::<Vec<_>>().join(" ")
}
