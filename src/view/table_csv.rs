//! A table as a CSV file that Swedish Excel opens: a byte-order mark, semicolons, every field quoted.

use crate::view::csv_file::csv_file;
use crate::view::screen::{Number, Table};

/// The table with its caption and notes below. Every column is followed by one, called `base`, of what its values rest on.
pub fn table_csv(table: &Table, caption: &str, notes: &[String], base: &str) -> Vec<u8> {
    let mut header: Vec<String> = table.columns.iter().take(1).cloned().collect();
    header.extend(table.columns.iter().skip(1).flat_map(|column| [column.clone(), format!("{column}, {base}")]));
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().flat_map(|cell| {
            let (Number::Shown(value) | Number::Withheld(value) | Number::Missing(value)) = &cell.number;
            [value.clone(), cell.sub.clone()]
        });
        std::iter::once(row.heading.clone()).chain(cells).collect()
    });
    let below = [String::new(), caption.to_owned()].into_iter().chain(notes.iter().cloned()).map(|line| vec![line]);
    csv_file(std::iter::once(header).chain(rows).chain(below))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::screen::{TableCell, TableRow};

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
    }
}
