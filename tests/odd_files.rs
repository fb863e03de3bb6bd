//! Files as people and authorities write them: each gives the right numbers, or a sentence that says what is not read.

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::{Protected, SCHOOLS, State};
use indicator_explorer::ingest::{Importer, Ingested, Note, Problem, Refusal};
use indicator_explorer::view::report::report;

fn import(files: &[(&str, &str)]) -> Ingested {
    let mut importer = Importer::new(None);
    for (name, text) in files {
        importer.begin_file(name);
        importer.push(text.as_bytes());
    }
    importer.finish()
}

/// `Ask 2022/23: 100, 88,5`: what may be seen of every school and year, its pupils and the first indicator.
fn seen(found: Ingested) -> Vec<String> {
    let data = Protected::new(found.dataset.expect("a dataset"));
    let name = |dim: Dim, code: u16| data.name(dim, code).to_owned();
    let line = |(key, spot): (&[u16], indicator_explorer::disclose::Spot)| {
        let pupils = spot
            .pupils()
            .get()
            .map_or_else(|why| if why.is_some() { "dolt" } else { "saknas" }.to_owned(), |n| n.to_string());
        let value = match spot.value(0).state() {
            State::Shown(estimate) => format!("{:.1}", estimate.value).replace('.', ","),
            State::Withheld(_) => "dolt".to_owned(),
            State::Missing => "saknas".to_owned(),
        };
        format!("{} {}: {pupils}, {value}", name(Dim::School, key[0]), name(Dim::Year, key[1]))
    };
    data.spots(SCHOOLS).map(line).collect()
}

/// Everything that the report says of the files.
fn said(found: &Ingested, lang: Lang) -> String {
    let view = report(&found.report, None, lang);
    let problems = view.files.into_iter().flat_map(|file| file.problems);
    problems.chain(view.notes).collect::<Vec<_>>().join("\n")
}

#[test]
fn two_terms_of_a_year_are_not_mistaken_for_one() {
    let wide = "Skola;Närvaro HT22;Närvaro VT23;Antal elever HT22;Antal elever VT23\nAsk;90;88;100;90\n";
    let found = import(&[("a.csv", wide)]);
    let told = said(&found, Lang::Sv);
    assert!(told.starts_with("Kolumnerna ”Närvaro VT23” och ”Antal elever VT23” läses inte"), "{told}");
    assert!(said(&found, Lang::En).contains("“Närvaro VT23” and “Antal elever VT23” are not read"));
    assert_eq!(seen(found), ["Ask 2022/23: 100, 90,0"]);

    let mut rows = "Termin;Skola;Närvaro\n".to_owned();
    for term in ["HT22", "VT23"] {
        rows.extend((0..30).map(|pupil| format!("{term};Ask;{}\n", 70 + pupil)));
    }
    let found = import(&[("b.csv", &rows)]);
    let note = Note::PartsOfYear { file: "b.csv".into(), first: "HT22".into(), second: "VT23".into() };
    assert_eq!(found.report.notes, [note]);
    assert!(said(&found, Lang::Sv).contains("Elever som står i båda räknas två gånger."));
    assert_eq!(seen(found), ["Ask 2022/23: 60, 84,5"]);
    // One term, whole years, and rows that tell pupils apart are as they should be.
    for text in [
        "Termin;Skola;Närvaro\nHT22;Ask;70\nHT23;Ask;80\n",
        "Läsår;Skola;Närvaro\n2022/23;Ask;70\n22/23;Ask;80\n",
        "Termin;ElevID;Skola;Närvaro\nHT22;1;Ask;70\nVT23;2;Ask;80\n",
    ] {
        assert_eq!(import(&[("c.csv", text)]).report.notes, [], "{text}");
    }
}

#[test]
fn a_term_is_no_year_where_it_is_only_a_term() {
    for (text, expected) in [
        ("Termin;Skola;Antal elever;Närvaro\n1;Ask;40;90\n", "Ask : 40, 90,0"),
        ("Valt läsår: 2022/23\n\nTermin;Skola;Antal elever;Närvaro\nHT;Ask;40;90\n", "Ask 2022/23: 40, 90,0"),
        ("Termin;Läsår;Skola;Antal elever;Närvaro\nHT23;2022/23;Ask;40;90\n", "Ask 2022/23: 40, 90,0"),
        ("Termin;Skola;Antal elever;Närvaro\nVT23;Ask;40;90\n", "Ask 2022/23: 40, 90,0"),
    ] {
        assert_eq!(seen(import(&[("a.csv", text)])), [expected], "{text}");
    }
}

#[test]
fn a_caption_that_stands_twice_is_said() {
    let found = import(&[("a.csv", "Läsår;Skola;Antal elever;Närvaro;Närvaro\n2022/23;Ask;100;88,5;91\n")]);
    assert!(said(&found, Lang::Sv).starts_with("Kolumnen ”Närvaro” läses inte, för en annan kolumn säger redan"));
    assert_eq!(seen(found), ["Ask 2022/23: 100, 88,5"]);
}

#[test]
fn numbers_of_schools_are_not_taken_for_pupils() {
    let few = |schools: &[&str]| {
        let mut text = "Läsår;Skola;Närvaro\n".to_owned();
        for year in ["2021/22", "2022/23", "2023/24"] {
            text.extend(schools.iter().map(|school| format!("{year};{school};88,5\n")));
        }
        import(&[("a.csv", &text)]).report.files[0].refused.clone()
    };
    assert_eq!(few(&["Ask", "Bok", "Ek"]), Some(Refusal::NoPupils));
    assert_eq!(few(&["Ask", "Bok"]), None, "so few may be pupils");
}

#[test]
fn a_number_of_pupils_that_is_missing_is_not_said_to_be_withheld() {
    for (field, expected) in
        [("..", "dolt"), ("", "saknas"), (".", "saknas"), ("x", "saknas"), ("[c]", "dolt"), ("<10", "dolt")]
    {
        let text = format!("Läsår;Skola;Antal elever;Närvaro\n2022/23;Ask;{field};88,5\n2022/23;Bok;40;90\n");
        let found = seen(import(&[("a.csv", &text)]));
        assert!(found[0].starts_with(&format!("Ask 2022/23: {expected}, ")), "{field}: {found:?}");
    }
}

#[test]
fn open_data_from_abroad() {
    let text = "School Year,School,Enrollment,Attendance Rate,Attendance\n\
                2022-23,Lincoln High,\"1,020\",1,93.4%\n2022-23,Roosevelt High,<10,2,*\n2022-23,Adams High,512 pupils,3,[c]\n\
                2022-23,District Total,\"1,540\",4,92.6%\n";
    let expected =
        ["Adams High 2022/23: 512, dolt", "Lincoln High 2022/23: 1020, 93,4", "Roosevelt High 2022/23: dolt, dolt"];
    assert_eq!(seen(import(&[("a.csv", text)])), expected);
}

#[test]
fn one_is_one() {
    let found = import(&[("a.csv", "Läsår;Skola;Närvaro\n2022/23;Ask;-9999\n2022/23;Ask;80\n")]);
    assert!(said(&found, Lang::Sv).contains("1 gång står -9999 "), "{}", said(&found, Lang::Sv));
    assert!(said(&found, Lang::En).contains("1 time there is -9999 "), "{}", said(&found, Lang::En));
}

#[test]
fn a_few_fractions_among_percentages_are_not_read_as_less_than_one_per_cent() {
    let text = "LÅ;Skola;Antal elever;Närvaro\n2022/23;Ask;100;88,5\n2022/23;Bok;100;0,885\n2022/23;Ek;90;87\n";
    let found = import(&[("a.csv", text)]);
    assert!(
        said(&found, Lang::Sv).contains("kan vara bråkdelar (0,874). De används inte."),
        "{}",
        said(&found, Lang::Sv)
    );
    assert_eq!(seen(found), ["Ask 2022/23: 100, 88,5", "Bok 2022/23: 100, saknas", "Ek 2022/23: 90, 87,0"]);
}

#[test]
fn means_of_schools_are_no_schools() {
    let text =
        "Läsår;Skola;Antal elever;Närvaro\n2022/23;Ask;100;88,5\n2022/23;Medel;100;88,5\n2022/23;Snitt;100;88,5\n";
    assert_eq!(seen(import(&[("a.csv", text)])), ["Ask 2022/23: 100, 88,5"]);
}

#[test]
fn a_title_names_the_indicator_of_columns_of_years() {
    let text = "Närvaro i procent per skola;;\n;2021/22;2022/23\nSkola;2021/22;2022/23\nAsk;88,5;87,5\n";
    let form = import(&[("a.csv", text)]).report.files[0].form.clone().expect("a form");
    assert_eq!(form.columns.iter().filter(|column| column.role.is_some()).count(), 3);
    assert_eq!(import(&[("a.csv", text)]).report.rows_used(), 1);
}

#[test]
fn merged_cells_and_subtotals_of_a_spreadsheet() {
    let text = "Läsår;Skola;Program;Antal elever;Närvaro\n2022/23;Ask;BA;50;88\n;;NA;40;90\n2022/23;Ask Summa;;90;88,9\n\
                2022/23;Bok;BA;50;80\n";
    let found = import(&[("a.csv", text)]);
    let rows = report(&found.report, None, Lang::Sv).files.remove(0).rows;
    let notes: Vec<&str> = rows.iter().map(|row| row.note.as_str()).collect();
    assert!(notes.iter().any(|note| note.contains("sammanfogade i Excel")), "{notes:?}");
    assert_eq!(seen(found), ["Ask 2022/23: 50, 88,0", "Bok 2022/23: 50, 80,0"]);
}

#[test]
fn no_break_spaces_around_fields_are_spaces() {
    let text =
        "Läsår;Skola;Antal elever;Närvaro;Gymnasieexamen inom 3 år\n2022/23;Ask;100;88,5;71\n2022/23;Bok;..;..;<5\n";
    let padded: Vec<String> =
        text.lines().map(|line| format!("\u{a0}{}\u{202f}", line.replace(';', "\u{a0};\u{a0}"))).collect();
    let said = |text: &str| {
        let found = import(&[("a.csv", text)]);
        (found.report.rows_used(), said(&found, Lang::Sv), seen(found))
    };
    assert_eq!(said(&padded.join("\n")), said(text));
    let pupils = "Läsår;Skola;Examen\n2022/23;Ask;\u{a0}Ja\n2022/23;Ask;Nej\u{a0}\n2022/23;Ask;\u{a0}x\n";
    let found = import(&[("a.csv", pupils)]);
    let lines = |problem: &Problem| problem.examples.iter().map(|example| example.line).collect::<Vec<_>>();
    let problems: Vec<_> = found.report.files[0].problems.iter().map(lines).collect();
    assert_eq!(problems, [[4]], "only the cross is in doubt: {}", self::said(&found, Lang::Sv));
}
