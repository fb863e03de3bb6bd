//! A table as a CSV file that Swedish Excel opens: a byte-order mark, semicolons, every field quoted.

use crate::view::csv_file::csv_file;
use crate::view::screen::{Number, Table, TableCell};

/// The table with its caption and notes below. Every column is followed by one, called `base`, of what its values rest on; where that
/// has columns of its own and `base` is empty, a cell's second line follows in the same field.
pub fn table_csv(table: &Table, caption: &str, notes: &[String], base: &str) -> Vec<u8> {
    let below = [String::new(), caption.to_owned()].into_iter().chain(notes.iter().cloned()).map(|line| vec![line]);
    csv_file(fields(table, base).into_iter().chain(below))
}

/// The table field by field, its headings first.
pub(crate) fn fields(table: &Table, base: &str) -> Vec<Vec<String>> {
    let mut header = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        header.push(column.clone());
        if at > 0 && !base.is_empty() {
            header.push(format!("{column}, {base}"));
        }
    }
    let rows = table.rows.iter().map(|row| {
        let mut fields = vec![row.heading.clone()];
        for TableCell { number, sub } in &row.cells {
            let (Number::Shown(value) | Number::Withheld(value) | Number::Missing(value)) = number;
            if base.is_empty() && !sub.is_empty() {
                fields.push(format!("{value}, {sub}"));
            } else {
                fields.push(value.clone());
            }
            fields.extend((!base.is_empty()).then(|| sub.clone()));
        }
        fields
    });
    std::iter::once(header).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::screen::TableRow;

    #[test]
    fn the_table_says_what_it_rests_on() {
        let cell = TableCell {
            number: Number::Shown("69,8\u{a0}%".into()),
            sub: "43 elever, 95 %\u{2011}intervall 54,9\u{2060}–\u{2060}81,4".into(),
        };
        let row = TableRow { heading: "=Skola \"A\"".into(), focus: true, cells: vec![cell] };
        let table = Table {
            caption: String::new(),
            columns: vec!["Skola".into(), "2023/24".into()],
            breaks: vec![],
            rows: vec![row],
        };
        let csv = table_csv(&table, "Examen.", &["Källa: a.csv.".into()], "underlag");
        assert_eq!(
            String::from_utf8(csv).expect("UTF-8"),
            "\u{feff}\"Skola\";\"2023/24\";\"2023/24, underlag\"\r\n\
             \"'=Skola \"\"A\"\"\";\"69,8\u{a0}%\";\"43 elever, 95 %-intervall 54,9–81,4\"\r\n\
             \"\"\r\n\"Examen.\"\r\n\"Källa: a.csv.\"\r\n"
        );
        let csv = String::from_utf8(table_csv(&table, "Examen.", &[], "")).expect("UTF-8");
        assert!(csv.contains("\"2023/24\"\r\n") && csv.contains("\"69,8\u{a0}%, 43 elever, 95 %"), "{csv}");
    }
}
