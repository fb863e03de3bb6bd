//! The file to fill in.
//!
//! It holds no example rows: someone would forget to delete them, and two invented pupils would be counted. What to write is
//! said in title lines above the header instead, one cell each, which the importer skips as it skips Skolverket's.

use super::{BYTE_ORDER_MARK, DEMO_COLUMNS};
use crate::data::Lang;

/// What to write in each of [`DEMO_COLUMNS`], in Swedish and English.
///
/// No semicolon, which would end the cell. No line may name one läsår: the importer takes a lone läsår in a title line for the year of the whole file.
const EXPLAINED: [(&str, &str); DEMO_COLUMNS.len()] = [
    (
        "läsåret då eleven skulle ha gått ut, till exempel 2022/23 eller 2023/24",
        "the school year in which the pupil should have finished, for example 2022/23 or 2023/24",
    ),
    ("skolans namn, stavat lika på alla rader", "name of the school, spelled alike in every row"),
    ("skolenhetskod, åtta siffror. Får vara tom", "school unit code, eight digits. May be empty"),
    ("kommunen där skolan ligger. Får vara tom", "municipality of the school. May be empty"),
    ("programmets namn eller kod, till exempel EK", "name or code of the programme, for example EK"),
    ("Flicka eller Pojke. Får vara tom", "Flicka (girl) or Pojke (boy). May be empty"),
    (
        "0 till 340. Delas i band, så att grupper kan jämföras. Får vara tom",
        "entry score from year 9, 0 to 340. Divided into bands to compare groups. May be empty",
    ),
    ("procent av lektionstiden, till exempel 87,4", "attendance, percent of lesson time, for example 87,4"),
    ("Ja eller Nej", "diploma within three years: Ja (yes) or Nej (no)"),
    ("0 till 20, till exempel 13,5. Tom utan examen", "grade points, 0 to 20, for example 13,5. Empty without diploma"),
    (
        "Förgymnasial, Gymnasial eller Eftergymnasial. Får vara tom, och kolumnen får saknas",
        "parents’ education: Förgymnasial (less than upper secondary), Gymnasial or Eftergymnasial (more). May be empty, and the column may be left out",
    ),
    (
        "Svensk bakgrund eller Utländsk bakgrund. Får vara tom, och kolumnen får saknas",
        "Svensk bakgrund (Swedish) or Utländsk bakgrund (foreign). May be empty, and the column may be left out",
    ),
];

/// The name of the template file.
pub fn template_file_name() -> &'static str {
    "mall-indikatorer.csv"
}

/// The template: explanations in `lang`, an empty line, and the header. UTF-8 with a byte order mark and semicolons, which
/// Swedish Excel opens in columns. The header is Swedish in both languages, so that files from several schools agree.
pub fn template_csv(lang: Lang) -> Vec<u8> {
    let mut text = String::from(BYTE_ORDER_MARK);
    text.push_str(lang.pick(
        "Mall: en rad per elev under rubrikraden. Inga namn, personnummer eller fritext. De här raderna kan stå kvar.\n",
        "Template: one row per pupil below the header. No names, identity numbers or free text. These lines may stay.\n",
    ));
    for (&column, (sv, en)) in DEMO_COLUMNS.iter().zip(EXPLAINED) {
        for part in [column, ": ", lang.pick(sv, en), "\n"] {
            text.push_str(part);
        }
    }
    text.push('\n');
    text.push_str(&DEMO_COLUMNS.join(";"));
    text.push('\n');
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::SchoolYear;

    fn lines(lang: Lang) -> Vec<String> {
        let text = String::from_utf8(template_csv(lang)).expect("only text is written");
        text.lines().map(String::from).collect()
    }

    #[test]
    fn explanations_then_an_empty_line_then_the_header_and_nothing_more() {
        for lang in [Lang::Sv, Lang::En] {
            let lines = lines(lang);
            assert_eq!(lines.len(), 1 + DEMO_COLUMNS.len() + 2);
            assert!(lines[0].starts_with(BYTE_ORDER_MARK));
            for (line, column) in lines[1..].iter().zip(DEMO_COLUMNS) {
                assert!(line.starts_with(&format!("{column}: ")) && !line.contains(';'), "{line}");
            }
            assert_eq!(lines[13], "");
            assert_eq!(lines[14], DEMO_COLUMNS.join(";"));
        }
    }

    #[test]
    fn no_explanation_can_be_taken_for_the_year_of_the_file() {
        for line in [Lang::Sv, Lang::En].into_iter().flat_map(lines) {
            let from_first_digit = line.find(|c: char| c.is_ascii_digit()).map_or("", |at| &line[at..]);
            for part in line.split([':', '=']).chain([line.as_str(), from_first_digit]) {
                assert_eq!(SchoolYear::parse(part), None, "{line}");
            }
        }
    }
}
