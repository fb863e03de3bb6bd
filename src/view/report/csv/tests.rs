//! The report as a file.

use super::*;
use crate::ingest::{Ingested, fixture};

fn read(files: &[(&str, &str)]) -> Ingested {
    fixture::read_all(files, None)
}

fn text(found: &Ingested, lang: Lang) -> String {
    let profile = found.dataset.as_ref().map(|dataset| &dataset.profile);
    let dataset = found.dataset.clone().map(Protected::new);
    let csv = report_csv(&found.report, dataset.as_ref(), profile, lang);
    String::from_utf8(csv).expect("UTF-8").replace('\u{a0}', " ")
}

#[test]
fn every_line_that_is_known_is_listed() {
    let mut csv = "Läsår;Skola;Närvaro\n2023/24;Alm;80\n=vadå;Alm;70\n2023/24;;60\n2023/24;Alm;140\n\n2023/24;Alm;79\n"
        .to_owned();
    (0..60).for_each(|_| csv.push_str("2023/24;Alm;80\n"));
    let found = read(&[("elever.csv", &csv)]);
    let text = text(&found, Lang::Sv);
    let expected = [
        "\u{feff}\"fil\";\"rad\";\"vad\";\"kolumn\";\"innehåll\";\"åtgärd\"",
        "\"elever.csv\";\"\";\"Lästa rader\";\"\";\"65\";\"\"",
        "\"elever.csv\";\"\";\"Använda rader\";\"\";\"63\";\"\"",
        "\"elever.csv\";\"\";\"Åt sidan: Läsår saknas eller går inte att läsa\";\"\";\"1\";\"\"",
        "\"elever.csv\";\"\";\"Åt sidan: Skola saknas\";\"\";\"1\";\"\"",
        "\"elever.csv\";\"\";\"Summa: använda + åt sidan = lästa\";\"\";\"63 + 2 = 65\";\"Stämmer\"",
        "\"elever.csv\";\"3\";\"Läsår saknas eller går inte att läsa\";\"Läsår\";\"'=vadå\";\"Väntat: ett läsår som 2023/24, 2023/2024 eller VT24.\"",
        "\"elever.csv\";\"4\";\"Skola saknas\";\"Skola\";\"\";\"Skriv skolans namn på raden.\"",
        "\"elever.csv\";\"5\";\"Närvaro: utanför skalan\";\"Närvaro\";\"140\";\"Räknas som saknat; resten av raden används. Väntat: ett tal 0–100.\"",
    ];
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.get(..expected.len()), Some(&expected[..]), "{text}");
    assert!(text.contains("\"\";\"\";\"Personuppgifter\";\"\";\"Filen är pseudonymiserad, inte anonym."), "{text}");
}

#[test]
fn rows_without_a_known_line_are_counted() {
    let mut csv = "Läsår;Skola;Närvaro\n2023/24;Alm;80\n".to_owned();
    (0..1012).for_each(|_| csv.push_str("2023/24;;80\n"));
    let found = read(&[("a.csv", &csv), ("tom.csv", "")]);
    let text = text(&found, Lang::En);
    assert_eq!(text.matches("\"School missing\"").count(), 1001);
    assert!(text.contains("\"School missing\";\"\";\"… and 12 more, without line numbers\";\"\""), "{text}");
    assert!(text.contains("\"All files\";\"\";\"Sum: used + set aside = read\";\"\";\"1 + 1012 = 1013\";\"Adds up\""));
    assert!(text.contains("\"tom.csv\";\"\";\"The file is not used\";\"\";\"The file is empty.\""));
}

/// One file per programme: seven rows are the seven pupils of the one that is withheld, and twenty-five those of the one that protects it.
#[test]
fn a_file_that_may_be_a_small_group_does_not_tell_how_many_it_has() {
    let file = |programme: &str, pupils: u32| {
        let rows = (0..pupils).map(|pupil| format!("2023/24;Alm;{programme};{}\n", 60 + pupil));
        format!("Läsår;Skola;Program;Närvaro\n{}", rows.collect::<String>())
    };
    let files = [("NA", 40), ("TE", 25), ("IM", 7)].map(|(programme, pupils)| file(programme, pupils));
    let names = ["na.csv", "te.csv", "im.csv"];
    let all: Vec<(&str, &str)> = names.into_iter().zip(files.iter().map(String::as_str)).collect();
    let found = read(&all);
    let dataset = Protected::new(found.dataset.clone().expect("a dataset"));
    for lang in [Lang::Sv, Lang::En] {
        let screen = format!("{:?}", crate::view::report::report_beside(&dataset, &found.report, lang));
        for text in [text(&found, lang), screen] {
            assert!(!text.contains("\"7\"") && !text.contains("\"25\"") && !text.contains("= 7\""), "{text}");
            assert!(text.contains("72"), "{text}");
        }
    }
    assert!(text(&read(&all[..2]), Lang::Sv).contains("25 + 0 = 25"), "nothing is withheld");
    assert!(text(&read(&all[2..]), Lang::Sv).contains("7 + 0 = 7"), "all rows are told");
    // A file per school year has no more than what is shown of those.
    let years = ["2022/23", "2023/24"].map(|year| files.concat().replace("2023/24", year));
    let years = years.each_ref().map(|csv| csv.replace("\nLäsår;Skola;Program;Närvaro", ""));
    let told = text(&read(&[("a.csv", &years[0]), ("b.csv", &years[1])]), Lang::Sv);
    assert!(told.contains("72 + 0 = 72"), "{told}");
}

#[test]
fn the_name_tells_the_file() {
    let name = |names: &[&str]| {
        let files: Vec<(&str, &str)> = names.iter().map(|name| (*name, "")).collect();
        report_file_name(&read(&files).report, Lang::Sv)
    };
    assert_eq!(name(&["Elever VT24 (ny).csv"]), "importrapport_Elever_VT24__ny_.csv");
    assert_eq!(name(&["åk9.export.csv"]), "importrapport_åk9_export.csv");
    assert_eq!(name(&["a.csv", "b.csv"]), "importrapport_2_filer.csv");
}
