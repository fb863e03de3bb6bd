//! The bytes of the file.

use std::collections::BTreeSet;

use super::*;

/// FNV-1a, 64 bits: a fixed fingerprint, which the standard hasher does not promise to be.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn text() -> String {
    String::from_utf8(csv(SEED)).expect("only text is written")
}

/// A number with decimal comma.
fn number(field: &str) -> Option<f64> {
    field.replace(',', ".").parse().ok()
}

#[test]
fn the_same_bytes_everywhere_and_for_ever() {
    // Screenshots, links and the browser test speak of this very file. Change the fingerprint only together with them.
    assert_eq!(format!("{:016x}", fingerprint(&csv(SEED))), "825d4fc5e5bcd220");
    assert_ne!(csv(SEED), csv(SEED + 1));
}

#[test]
fn what_was_there_before_the_families_is_still_there() {
    let first_ten = |line: &str| line.split(';').take(10).collect::<Vec<_>>().join(";") + "\n";
    let rows: String = text().lines().skip(1).map(first_ten).collect();
    // There was one municipality.
    let [first, second] = town::MUNICIPALITIES.map(|name| format!(";{name};"));
    let rows = rows.replace(&second, &first);
    assert_eq!(format!("{:016x}", fingerprint(rows.as_bytes())), "1b07a77dbee1a97a");
}

#[test]
fn header_mark_and_line_ends() {
    let text = text();
    assert_eq!(
        text.lines().next(),
        Some(
            "\u{feff}Läsår;Skola;Skolkod;Kommun;Program;Kön;Meritvärde åk 9;Närvaro;Examen inom tre år;Betygspoäng;Föräldrars utbildning;Bakgrund"
        )
    );
    assert!(text.ends_with('\n') && !text.contains('\r') && !text.contains('"'));
}

#[test]
fn every_value_is_in_its_range() {
    let years = ["2016/17", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24"];
    for line in text().lines().skip(1) {
        let fields: Vec<&str> = line.split(';').collect();
        let [year, school, code, municipality, programme, gender, merit, narvaro, examen, grade, education, background] =
            fields[..]
        else {
            panic!("not twelve fields: {line}");
        };
        let within = |field: &str, lowest: f64, highest: f64| {
            field.is_empty() || number(field).is_some_and(|value| (lowest..=highest).contains(&value))
        };
        assert!(years.contains(&year), "{line}");
        let is_of = |known: &town::School| (known.name, known.code, known.municipality) == (school, code, municipality);
        assert!(town::SCHOOLS.iter().any(is_of), "{line}");
        assert!(town::PROGRAMMES.iter().any(|known| known.name == programme), "{line}");
        assert!(["Flicka", "Pojke", ""].contains(&gender), "{line}");
        assert!(within(merit, 80.0, 340.0), "{line}");
        assert!(within(narvaro, 0.0, 100.0) && (narvaro.is_empty() || narvaro.contains(',')), "{line}");
        assert!(["Ja", "Nej", ""].contains(&examen), "{line}");
        assert!(education.is_empty() || family::EDUCATION.contains(&education), "{line}");
        assert!(background.is_empty() || family::BACKGROUND.contains(&background), "{line}");
        assert!(within(grade, 10.0, 20.0) && (examen == "Ja" || grade.is_empty()), "{line}");
    }
}

#[test]
fn as_many_as_promised() {
    let different = |column: usize| {
        let text = text();
        let values: BTreeSet<String> =
            text.lines().skip(1).filter_map(|line| line.split(';').nth(column)).map(String::from).collect();
        values.len()
    };
    assert_eq!((different(0), different(1), different(2), different(3), different(4)), (8, 6, 6, 2, 12));
    let lines = text().lines().count() - 1;
    assert!((8_500..=9_500).contains(&lines), "{lines} rows");
    assert_eq!(lines, rows(SEED).count());
}

#[test]
fn no_code_is_a_date_of_birth() {
    // The guard against personal identity numbers must not see one in the school codes, which are eight digits, too.
    for school in &town::SCHOOLS {
        assert_eq!((school.code.len(), &school.code[4..6]), (8, "00"), "month 00 is no month");
    }
}
