//! Indicators with their scales, values and gaps.

use super::*;
use crate::ingest::{Ingested, fixture};

fn read(files: &[(&str, &str)]) -> Ingested {
    fixture::read_all(files, None)
}

fn of(files: &[(&str, &str)]) -> Panel {
    let found = read(files);
    plausibility(&Protected::new(found.dataset.expect("a dataset")), &found.report, Lang::Sv)
}

/// A row of the table, with its heading.
fn row(found: &Panel, index: usize) -> String {
    let row = &found.table.as_ref().expect("a table").table.rows[index];
    let text = |cell: &TableCell| match &cell.number {
        Number::Shown(text) | Number::Withheld(text) | Number::Missing(text) => format!(" | {text} {}", cell.sub),
    };
    (row.heading.clone() + &row.cells.iter().map(text).collect::<String>()).replace('\u{a0}', " ")
}

#[test]
fn values_are_used_or_missing_for_a_reason() {
    let mut csv = "Läsår;Skola;Närvaro;Examen inom tre år\n".to_owned();
    (0..16).for_each(|_| csv.push_str("2023/24;A;80;\n"));
    csv.push_str("2023/24;A;140;\n2023/24;A;vet ej;\n2023/24;A;..;\n2023/24;A;;\n");
    let found = of(&[("a.csv", &csv)]);
    assert_eq!(
        found.table.as_ref().expect("a table").table.columns,
        ["Indikator och skala", "Elever med värde", "Tomma", "Dolda i källan", "Gick inte att läsa", "Utanför skalan"]
    );
    assert_eq!(row(&found, 0), "Närvaro, 0–100 % | 16 80 % | 1 5,0 % | 1 5,0 % | 1 5,0 % | 1 5,0 %");
    assert_eq!(row(&found, 1), "Examen inom tre år, Ja eller Nej | 0  | 20 100 % | 0  | 0  | 0 ");
    assert_eq!(
        found.lists[0].items,
        [
            "Examen inom tre år: kolumnen finns, men inget värde i den går att använda.",
            "Betygspoäng: filen har ingen sådan kolumn. Heter den något annat, välj den under Kolumner.",
        ]
    );
    assert_eq!(
        found.lists[1].items,
        ["a.csv har ingen kolumn som skiljer eleverna åt. Om en elev har fått två rader går det inte att upptäcka."]
    );
}

#[test]
fn few_values_are_withheld_with_what_would_tell_them() {
    let mut csv = "Läsår;Skola;Närvaro\n".to_owned();
    (0..12).for_each(|pupil| csv.push_str(if pupil < 3 { "2023/24;A;80\n" } else { "2023/24;A;\n" }));
    let found = of(&[("a.csv", &csv)]);
    assert_eq!(row(&found, 0), "Närvaro, 0–100 % | dolt för att skydda elever  | dolt för att skydda elever ");
}

#[test]
fn an_indicator_may_be_in_some_of_the_files() {
    let mut both =
        "Läsår;Skola;Elev-ID;Närvaro;Betygspoäng\n2022/23;A;1;80;12\n2022/23;A;1;80;12\n2022/23;A;1;70;12\n".to_owned();
    (2..60).for_each(|pupil| both.extend([format!("2022/23;A;{pupil};80;12\n")]));
    let found = of(&[("a.csv", &both), ("b.csv", "Läsår;Skola;Elev-ID;Närvaro\n2023/24;A;2;80\n2023/24;A;3;80\n")]);
    assert_eq!(
        found.lists[0].items[1],
        "Betygspoäng: b.csv har ingen sådan kolumn. Raderna därifrån räknas som tomma."
    );
    assert_eq!(
        found.lists[1].items.iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>(),
        [
            "1 rad upprepar en tidigare rad och räknas inte igen.",
            "1 rad säger något annat än en tidigare rad om detsamma. Den tidigare används.",
        ]
    );
}
