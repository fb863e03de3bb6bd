//! Schools and school years, with what stands out.

use super::*;
use crate::data::{Dim, Shape};
use crate::ingest::fixture;

fn read(csv: &str) -> Protected {
    Protected::new(fixture::dataset(csv))
}

/// So many pupils of a school in a school year, with attendances around a mean.
fn pupils(csv: &mut String, school: &str, year: &str, pupils: usize, attendance: Option<usize>) {
    for pupil in 0..pupils {
        let value = attendance.map_or(String::new(), |mean| (mean + pupil % 5).to_string());
        csv.extend([format!("{year};{school};{value};12\n")]);
    }
}

fn town() -> Protected {
    let mut csv = "Läsår;Skola;Närvaro;Betygspoäng\n".to_owned();
    for (school, year, number, attendance) in [
        ("Alm", "2020/21", 200, Some(80)),
        ("Alm", "2021/22", 132, Some(81)),
        ("Alm", "2022/23", 130, Some(55)),
        ("Björk", "2020/21", 40, Some(80)),
        ("Björk", "2022/23", 41, None),
        ("Cypress", "2020/21", 11, Some(80)),
        ("Cypress", "2021/22", 7, Some(80)),
        ("Cypress", "2022/23", 14, Some(80)),
        ("Dungen", "2021/22", 12, Some(80)),
        ("Dungen", "2022/23", 17, Some(80)),
    ] {
        pupils(&mut csv, school, year, number, attendance);
    }
    read(&csv)
}

fn table(found: &Panel) -> &Table {
    &found.table.as_ref().expect("a table").table
}

fn remarks(found: &Panel) -> Vec<String> {
    found.lists.iter().flat_map(|list| list.items.clone()).collect()
}

fn cells(found: &Panel, school: &str) -> Vec<String> {
    let row = table(found).rows.iter().find(|row| row.heading == school).expect("the school");
    let text = |cell: &TableCell| match &cell.number {
        Number::Shown(text) | Number::Withheld(text) | Number::Missing(text) => format!("{text}|{}", cell.sub),
    };
    row.cells.iter().map(text).map(|text| text.replace('\u{a0}', " ")).collect()
}

#[test]
fn what_stands_out_is_said_and_marked() {
    let found = coverage(&town(), Lang::Sv);
    assert_eq!(
        found.say.replace('\u{a0}', " "),
        "Fyra skolor, tre läsår. En skola saknar läsåret 2021/22. På ett ställe har antalet elever ändrats med mer än 30 % på ett \
         läsår. En skola saknar en indikator som andra skolor har. Ett värde har ändrats ovanligt mycket på ett läsår. Det behöver \
         inte vara fel, men kontrollera."
    );
    assert_eq!(
        remarks(&found).iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>(),
        [
            "Alm 2021/22: 132 elever, 34 % färre än året innan.",
            "Alm 2022/23: Närvaro 57,0 % (130 elever, 95 %‑intervall 56,8\u{2060}–\u{2060}57,2), 26,0 procentenheter lägre än året innan.",
            "Björk saknas 2021/22, men finns både före och efter.",
            "Björk: Närvaro saknas 2022/23, men andra skolor har värden.",
        ]
    );
    assert_eq!(
        cells(&found, "Alm"),
        ["200|", "132|34 % färre, kontrollera antalet", "130|2 % färre, kontrollera värdet"]
    );
    assert_eq!(found.table.as_ref().expect("a table").marked, [(0, 2), (0, 3), (1, 2), (1, 3)]);
    assert_eq!(cells(&found, "Björk"), ["40|", "saknas|kontrollera antalet", "41|kontrollera värdet"]);
    assert_eq!(
        cells(&found, "Dungen"),
        ["saknas|", "12|", "17|42 % fler"],
        "few pupils more, and it may have begun then"
    );
}

#[test]
fn nothing_is_told_of_a_withheld_number() {
    let found = coverage(&town(), Lang::Sv);
    let withheld = "dolt för att skydda elever|";
    assert_eq!(
        cells(&found, "Cypress"),
        [withheld, withheld, "14|"],
        "the eleven would tell the seven, by the number of rows"
    );
    assert!(remarks(&found).iter().all(|remark| !remark.starts_with("Cypress")));
}

#[test]
fn an_ordinary_file_has_nothing_to_check() {
    let mut csv = "Läsår;Skola;Närvaro;Betygspoäng\n".to_owned();
    pupils(&mut csv, "Alm", "2020/21", 40, Some(80));
    pupils(&mut csv, "Alm", "2022/23", 90, Some(80));
    let found = coverage(&read(&csv), Lang::En);
    assert_eq!(found.say, "One school, two school years. No school has 2021/22. It need not be wrong, but check it.");
    assert_eq!(cells(&found, "Alm"), ["40|", "90|"], "two years apart are not compared");
    let one_year = csv.replace("2022/23", "2020/21");
    assert_eq!(coverage(&read(&one_year), Lang::Sv).say, "En skola, ett läsår. Inget sticker ut.");
}

#[test]
fn what_does_not_apply_is_not_missed() {
    let rows = "Läsår;Skola;Antal elever;Närvaro;Betygspoäng\n2022/23;Alm;40;80;.\n2022/23;Björk;50;80;12\n2022/23;Ceder;50;..;12\n2022/23;Dunge;50;;12\n";
    let dataset = read(rows);
    assert_eq!(dataset.shape, Shape::Aggregated);
    let found = coverage(&dataset, Lang::Sv);
    assert_eq!(remarks(&found), ["Dunge: Närvaro saknas 2022/23, men andra skolor har värden."]);
}

#[test]
fn of_many_schools_those_with_remarks_come_first_and_the_file_has_all() {
    let mut csv = "Läsår;Skola;Antal elever;Närvaro;Betygspoäng\n".to_owned();
    for school in 0..1300 {
        csv.extend([format!("2021/22;Skola {school:04};40;80;12\n2022/23;Skola {school:04};41;81;12\n")]);
    }
    csv.push_str("2023/24;Ö-skolan;90;80;12\n2021/22;Ö-skolan;40;80;12\n");
    let dataset = read(&csv);
    assert_eq!(dataset.labels(Dim::School).len(), 1301);
    let found = coverage(&dataset, Lang::Sv);
    assert_eq!((table(&found).rows.len(), found.table.as_ref().map(|folded| folded.open)), (30, Some(false)));
    assert_eq!(table(&found).rows[0].heading, "Ö-skolan");
    let more = &found.table.as_ref().expect("a table").more;
    assert!(more.starts_with("Visar 30 av 1\u{a0}301."), "{more}");
    let all = String::from_utf8(coverage_csv(&dataset, "a.csv", Lang::Sv).0).expect("UTF-8");
    assert_eq!(all.matches("\"Skola ").count(), 1300);
    assert!(
        all.contains("\"2022/23, ändring sedan året innan\"") && all.contains("\"Ö-skolan saknas 2022/23"),
        "{}",
        &all[all.len() - 400..]
    );
}
