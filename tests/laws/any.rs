//! Any bytes give a dataset or a sentence, however they are cut.

use proptest::prelude::*;

use crate::rows::{Code, plain, pupils};
use crate::{few, import, import_cut, is_explained};

/// What a field may hold.
fn field() -> impl Strategy<Value = String> {
    let known = [
        "2023/24",
        "VT23",
        "2023",
        "Östra",
        "87,4",
        "0,874",
        "1,059",
        "Ja",
        "..",
        ".",
        "~100",
        "<5",
        "≥95 %",
        "-9999",
        "",
        "43",
        "Totalt",
        "Yrkesprogram",
        "\"a;b\n\"",
        "\"\"\"\"",
        "\"",
        "=\"0126\"",
        "F",
        "Närvaro",
        "Antal",
        "a1",
        "811228-9874",
    ];
    prop_oneof![8 => prop::sample::select(known.map(str::to_owned).to_vec()), 1 => "[ -~åäö\r]{0,6}"]
}

/// Files that look a little like school data, in every form, encoding and kind of line end.
fn messy() -> impl Strategy<Value = Vec<u8>> {
    let headers = [
        "Läsår;Skola;Program;Närvaro;Examen inom tre år",
        "Skola;Skolenhetskod;Läsår;Program;Kön;Totalt antal;Andel (%) med examen",
        "Titel\n\nValt läsår: 2020/21\n;;;x\nSkola;Program;Totalt antal;Andel med examen;GBP",
        "Skola;Läsår;Indikator;Värde;Kön",
        "Skola;ElevID;Läsår;Närvaro",
        "Närvaro;;;\nSkola;2022;2023;2024",
        ";;Närvaro;;Antal;\nSkola;Kod;2022;2023;2022;2023",
        "sep=,\nLäsår,Skola,Närvaro",
        "Läsår\tSkola\tNärvaro",
    ];
    let row = prop::collection::vec(field(), 0..8);
    let rows = prop::collection::vec(row, 0..20);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (prop::sample::select(headers.to_vec()), rows, end, Code::any()).prop_map(|(header, rows, end, code)| {
        let delimiter = if header.contains(';') { ";" } else { &header[header.len() - 9..header.len() - 8] };
        let rows: Vec<String> = rows.iter().map(|row| row.join(delimiter)).collect();
        code.encode(&format!("{header}\n{}", rows.join("\n")).replace('\n', end))
    })
}

proptest! {
    #![proptest_config(few(16))]

    #[test]
    fn any_bytes_give_a_dataset_or_a_sentence(files in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..1500), 1..3)) {
        let found = import(&files);
        prop_assert_eq!(found.dataset.is_none(), found.report.files.iter().all(|file| file.refused.is_some()));
        prop_assert!(is_explained(&found));
    }

    #[test]
    fn any_table_gives_a_dataset_or_a_sentence(files in prop::collection::vec(messy(), 1..4)) {
        let found = import(&files);
        prop_assert_eq!(found.dataset.is_none(), found.report.files.iter().all(|file| file.refused.is_some()));
        prop_assert!(is_explained(&found));
    }

    #[test]
    fn any_split_gives_the_same(files in prop::collection::vec(messy(), 1..4), cut in 1_usize..60) {
        let (whole, split) = (import(&files), import_cut(&files, cut));
        prop_assert_eq!(whole.dataset, split.dataset);
        prop_assert_eq!(whole.report, split.report);
    }
}

proptest! {
    #![proptest_config(few(32))]

    #[test]
    fn a_split_in_a_file_longer_than_its_head_gives_the_same(pupils in pupils(), code in Code::any(), cut in 1_usize..9000) {
        let rows = plain(&pupils, "");
        let (header, body) = rows.split_once('\n').expect("a header");
        let text = format!("{header}\n{}", body.repeat(1 + 80_000 / body.len()));
        let files = [code.encode(&text)];
        let (whole, split) = (import(&files), import_cut(&files, cut));
        prop_assert_eq!(whole.dataset, split.dataset);
        prop_assert_eq!(whole.report, split.report);
    }
}
