//! A table for the clipboard: as HTML for word processors, and as lines with tabs for spreadsheets.

use crate::view::csv_file::harmless;
use crate::view::format::NBSP;
use crate::view::screen::Table;
use crate::view::table_csv::fields;

/// One table in the two forms that programs ask a clipboard for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// For Word, and for spreadsheets that prefer it.
    pub html: String,
    /// Fields between tabs, decimal comma in Swedish.
    pub text: String,
}

/// The table between its caption, the urval, and its notes. `base` is as in [`table_csv`](crate::view::table_csv::table_csv).
pub fn table_clip(table: &Table, above: &[&str], notes: &[String], base: &str) -> Clip {
    let mut clip = Clip { html: String::new(), text: String::new() };
    for line in above {
        clip.paragraph(line);
    }
    clip.html.push_str("<table border=\"1\">");
    for (at, line) in fields(table, base).iter().enumerate() {
        clip.html.push_str("<tr>");
        for (column, field) in line.iter().map(|field| plain(field)).enumerate() {
            let tag = if at == 0 || column == 0 { "th" } else { "td" };
            clip.html.push_str(&["<", tag, ">"].concat());
            escape(&mut clip.html, &field);
            clip.html.push_str(&["</", tag, ">"].concat());
            if column > 0 {
                clip.text.push('\t');
            }
            clip.text.push_str(&quoted(&field));
        }
        clip.html.push_str("</tr>");
        clip.text.push_str("\r\n");
    }
    clip.html.push_str("</table>");
    for note in notes {
        clip.paragraph(note);
    }
    clip
}

impl Clip {
    fn paragraph(&mut self, line: &str) {
        let line = plain(line);
        self.html.push_str("<p>");
        escape(&mut self.html, &line);
        self.html.push_str("</p>");
        self.text.push_str(&quoted(&line));
        self.text.push_str("\r\n");
    }
}

/// A field on one line that no program takes for a formula, with its number as a program reads it: `1284`, `69,8 %`.
fn plain(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let mut plain = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        match *letter {
            NBSP if digit(at.checked_sub(1)) && digit(Some(at + 1)) => {}
            NBSP | '\t' | '\r' | '\n' => plain.push(' '),
            // No program reads these, and some put a box in their place.
            letter if letter.is_control() => {}
            letter => plain.push(letter),
        }
    }
    harmless(plain.trim_start_matches(' '))
}

/// Spreadsheets take a quote at the beginning of a field for the beginning of a quoted one.
fn quoted(field: &str) -> String {
    if field.starts_with('"') { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::screen::{Number, TableCell, TableRow};

    fn table(heading: &str, value: &str) -> Table {
        let cell = TableCell { number: Number::Shown(value.into()), sub: "1\u{a0}284\u{a0}elever".into() };
        Table {
            caption: "Examen".into(),
            columns: vec!["Skola".into(), "2023/24".into()],
            breaks: Vec::new(),
            rows: vec![TableRow { heading: heading.into(), focus: false, cells: vec![cell] }],
        }
    }

    #[test]
    fn both_forms_say_the_same() {
        let notes = ["Källa: a.csv.".to_owned()];
        let clip = table_clip(&table("Norra", "69,8\u{a0}%"), &["Examen", "Norra, 2023/24"], &notes, "underlag");
        assert_eq!(
            clip.text,
            "Examen\r\nNorra, 2023/24\r\nSkola\t2023/24\t2023/24, underlag\r\nNorra\t69,8 %\t1284 elever\r\nKälla: a.csv.\r\n"
        );
        assert_eq!(
            clip.html,
            "<p>Examen</p><p>Norra, 2023/24</p><table border=\"1\"><tr><th>Skola</th><th>2023/24</th><th>2023/24, underlag</th></tr>\
             <tr><th>Norra</th><td>69,8 %</td><td>1284 elever</td></tr></table><p>Källa: a.csv.</p>"
        );
    }

    #[test]
    fn nothing_becomes_a_formula_another_field_or_markup() {
        for begin in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{a0}=1", " =1", "\u{2011}1", "\u{0}=1", "＝1"]
        {
            let clip = table_clip(&table(begin, begin), &[begin], &[begin.to_owned()], "");
            assert_eq!(clip.text.lines().count(), 4, "{begin:?}");
            for field in clip.text.split(['\t', '\n']).filter(|field| field.contains('1')) {
                assert!(field.starts_with('\'') || field.starts_with("1284"), "{begin:?} {field:?}");
            }
        }
        let clip = table_clip(&table("\"a\"\tb", "1"), &[], &[], "");
        assert!(clip.text.contains("\r\n\"\"\"a\"\" b\"\t"), "{}", clip.text);
        let clip = table_clip(&table("<img src=x onerror=alert(1)>&", "1"), &["<script>"], &[], "");
        assert_eq!(
            clip.html.matches('<').count(),
            clip.html.matches("<t").count() + clip.html.matches("</t").count() + 2
        );
    }
}
