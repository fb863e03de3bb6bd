use crate::ingest::Importer;

/// Everything that is known of a file after its import.
fn imported(text: &str, cut: usize) -> String {
    let mut importer = Importer::new(None);
    importer.begin_file("skolan.csv");
    text.as_bytes().chunks(cut).for_each(|chunk| importer.push(chunk));
    let ingested = importer.finish();
    assert!(ingested.report.rows_used() > 3000);
    format!("{:?} {:?}", ingested.report, ingested.dataset)
}

#[test]
fn rows_say_the_same_many_at_a_time_and_one_by_one() {
    let header = "Skola;Läsår;Närvaro;Kön;Examen inom tre år";
    let lengths = (0..10).map(|digits| "87,4000000"[..digits].to_owned());
    let others = ["100", "101", "-1", "-9999", "1 0", "87.4", "0,5", "sjuk", "..", " 9", "1e1", "999", "5,"];
    let mut rows = Vec::new();
    for (number, value) in lengths.chain(others.map(str::to_owned)).enumerate() {
        for diploma in ["Ja", "Nej", "", "nej", "1", "?"] {
            let (school, year) = (["Sjödal", "A", "En skola med långt namn"][number % 3], 2016 + number % 5);
            rows.push(format!("{school};{year};{value};Flicka;{diploma}"));
        }
    }
    rows.extend(
        ["", ";2020;90;Pojke;Ja", "B;;90;Pojke;Ja", "B;2020;90;Pojke", "B;2020;90;Pojke;Ja;", "Fotnot"]
            .map(str::to_owned),
    );
    rows.extend(
        ["Skola;Läsår;Närvaro;Kön;Examen inom tre år", "Riket;2020;90;Pojke;Ja", "A;2020;90;Pojke;Ja"]
            .map(str::to_owned),
    );
    // What follows the head of a file comes in other pieces.
    for index in 0..4000 {
        rows.push(rows[index % 140].clone());
    }
    for end in ["\n", "\r\n"] {
        let text = |row: &dyn Fn(&String) -> String| {
            format!("{header}{end}{}{end}", rows.iter().map(row).collect::<Vec<_>>().join(end))
        };
        let plain = text(&String::clone);
        // Quotation marks around one field that says the same without them.
        let quoted = text(&|row| match row.rsplit_once(';') {
            Some((before, last)) if row.matches(';').count() == 4 => format!("{before};\"{last}\""),
            _ => row.clone(),
        });
        let expected = imported(&quoted, quoted.len());
        assert_eq!(imported(&plain, plain.len()), expected, "{end:?}");
        assert_eq!(imported(&plain, 777), expected, "{end:?} in small pieces");
    }
}

#[test]
fn scores_are_put_in_the_same_bands_many_at_a_time_and_one_by_one() {
    let others =
        ["", "..", "-", "Hög", "340,5", "400", "-1", " 160", "160 ", "1e2", "x", "uppgift saknas", "199,99999999", "0"];
    for labels in [3, 30] {
        let row = |number: usize| {
            let score = match number % 10 {
                0 => others[number / 10 % others.len()].to_owned(),
                // With more labels than groups have, the column is none.
                1 if number > 2000 => format!("nivå {}", number % labels),
                _ => format!("{},{:02}", 100 + number % 250, number % 97),
            };
            format!(
                "{};{};{};{score};{}",
                ["Sjödal", "A"][number % 2],
                2016 + number % 5,
                number % 101,
                ["Flicka", "Pojke"][number % 3 % 2]
            )
        };
        let rows: Vec<String> = (0..9000).map(row).collect();
        let text = |row: &dyn Fn(&String) -> String| {
            format!("Skola;Läsår;Närvaro;Ingångsmerit;Kön\n{}\n", rows.iter().map(row).collect::<Vec<_>>().join("\n"))
        };
        let plain = text(&String::clone);
        let quoted =
            text(&|row| row.rsplit_once(';').map(|(before, last)| format!("{before};\"{last}\"")).unwrap_or_default());
        let expected = imported(&quoted, quoted.len());
        assert!(labels > 12 || expected.contains("160–199"));
        assert_eq!(imported(&plain, plain.len()), expected, "{labels}");
        assert_eq!(imported(&plain, 777), expected, "{labels} in small pieces");
    }
}
