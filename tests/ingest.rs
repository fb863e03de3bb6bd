//! Files → dataset and report, from outside: forms, accounting, and laws that hold for any bytes.

use indicator_explorer::data::{Dataset, Dim, Shape};
use indicator_explorer::ingest::{Importer, Ingested, Note, Reason, Refusal};
use indicator_explorer::query::{Estimate, Filter, group};
use proptest::prelude::*;

fn import_cut(files: &[(&str, &[u8])], cut: usize) -> Ingested {
    let mut importer = Importer::new(None);
    for (name, bytes) in files {
        importer.begin_file(name);
        bytes.chunks(cut.max(1)).for_each(|chunk| importer.push(chunk));
    }
    let ingested = importer.finish();
    let report = &ingested.report;
    assert_eq!(report.rows_read(), report.rows_used() + report.rows_set_aside(), "every row is accounted for");
    let rows = ingested.dataset.as_ref().map_or(0, |dataset| dataset.rows);
    assert_eq!(rows, report.rows_used(), "the dataset holds the rows that are used");
    ingested
}

fn import(files: &[(&str, &[u8])]) -> Ingested {
    import_cut(files, usize::MAX)
}

fn dataset(text: &str) -> Dataset {
    import(&[("fil.csv", text.as_bytes())]).dataset.expect("a dataset")
}

fn names(dataset: &Dataset, dim: Dim) -> Vec<&str> {
    dataset.labels(dim).iter().map(|label| label.name.as_str()).collect()
}

/// Rows of ten pupils each, so that nothing is withheld.
fn ten(line: &str) -> String {
    format!("{line}\n").repeat(10)
}

/// Value and number of pupils of each indicator for one school and year.
fn values(dataset: &Dataset, school: &str, year: &str) -> Vec<Option<(u64, f64)>> {
    let groups = group(dataset, &Filter::all(), &[Dim::School, Dim::Year]);
    let code = |dim, name| dataset.dimension(dim).and_then(|dimension| dimension.find(name)).expect("the label");
    let group = groups.get(&[code(Dim::School, school), code(Dim::Year, year)]).expect("the group");
    let found = group.cells.iter().zip(&dataset.profile.indicators).map(|(cell, indicator)| {
        let estimate = Estimate::of(cell, indicator)?;
        Some((estimate.pupils, (estimate.value * 1e6).round() / 1e6))
    });
    found.collect()
}

#[test]
fn a_wide_row_is_used_or_set_aside_as_a_whole() {
    let csv = "Skola;Antal elever 2022/23;Antal elever 2023/24;Närvaro 2022/23;Närvaro 2023/24\n\
               Alm;50;sex;80;81\nBjörk;40;41;82;83\nCeder;30;31;84;85\n";
    let mut importer = Importer::new(None);
    importer.begin_file("a.csv");
    importer.push(csv.as_bytes());
    let found = importer.finish();
    let dataset = found.dataset.expect("a dataset");
    assert_eq!((found.report.rows_read(), found.report.rows_used(), found.report.rows_set_aside()), (3, 2, 1));
    assert_eq!(dataset.entries(), 4, "two schools in two years");
    assert_eq!(values(&dataset, "Björk", "2022/23")[0], Some((40, 82.0)));
}

#[test]
fn pupil_rows_in_every_encoding_delimiter_and_line_end_are_the_same() {
    let text = format!(
        "Läsår;Skola;Närvaro;Examen inom tre år;Betygspoäng\n{}{}",
        ten("2023/24;Östra;87,4;Ja;12,9"),
        ten("2022/2023;Åsö;90;Nej;")
    );
    let expected = dataset(&text);
    assert_eq!(names(&expected, Dim::School), ["Åsö", "Östra"]);
    assert_eq!(values(&expected, "Östra", "2023/24"), [Some((10, 87.4)), Some((10, 100.0)), Some((10, 12.9))]);
    assert_eq!(values(&expected, "Åsö", "2022/23"), [Some((10, 90.0)), Some((10, 0.0)), None]);
    let utf16 = |units: Vec<u8>, mark: [u8; 2]| [mark.to_vec(), units].concat();
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let comma = text.replace(',', ".").replace(';', ",");
    for (name, bytes) in [
        ("with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16 little-endian", utf16(text.encode_utf16().flat_map(u16::to_le_bytes).collect(), [0xff, 0xfe])),
        ("UTF-16 big-endian", utf16(text.encode_utf16().flat_map(u16::to_be_bytes).collect(), [0xfe, 0xff])),
        ("Windows-1252", windows),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("tab", text.replace(';', "\t").into_bytes()),
        ("bar", text.replace(';', "|").into_bytes()),
        ("comma and point", comma.into_bytes()),
        ("no line end at the end", text.trim_end().as_bytes().to_vec()),
        ("quoted", text.replace("Östra", "\"Östra\"").into_bytes()),
    ] {
        let found = import(&[("fil.csv", &bytes)]);
        assert_eq!(found.dataset.as_ref(), Some(&expected), "{name}");
    }
}

const REPORT_88: &str = include_str!("fixtures/rapport88.csv");

#[test]
fn report_88_is_recognised_with_its_titles_and_definitions() {
    let found = import(&[("rapport88.csv", REPORT_88.as_bytes())]);
    let dataset = found.dataset.expect("a dataset");
    assert_eq!((dataset.shape, dataset.profile.id.as_str()), (Shape::Aggregated, "skolverket_88"));
    assert_eq!(names(&dataset, Dim::Year), ["2021/22"]);
    // Skolan i norr: total 100, tracks 60 + 40, programmes 60 + 25 + 15.
    assert_eq!(values(&dataset, "Skolan i norr", "2021/22")[0], Some((100, 80.0)));
    // The total of the southern school is withheld in the source, and stays so although one part is not.
    assert_eq!(values(&dataset, "Skolan i söder", "2021/22")[0], None);
    // The western school has no total row: its parts are added.
    assert_eq!(values(&dataset, "Skolan i väster", "2021/22")[0], Some((50, 86.0)));
    let year = group(&dataset, &Filter::all(), &[Dim::Year]);
    assert_eq!(year.get(&[0]).map(|group| group.pupils), Some(150));
    let aside: Vec<(Reason, u64)> =
        found.report.files[0].set_aside.iter().map(|group| (group.reason, group.rows)).collect();
    assert_eq!(aside, [(Reason::Text, 5)]);
}

#[test]
fn years_of_several_files_are_merged_and_repeated_rows_counted_once() {
    let later =
        REPORT_88.replace("2021/22", "2022/23").replace("Skolan i norr", "Skolan i nordväst").replace("80,0", "81,0");
    let contradicting = REPORT_88.replace(
        "Skolan i norr;10000001;Byn;9999;Kommunal;Byn;2120000000;Nationella program;100;80,0",
        "Skolan i norr;10000001;Byn;9999;Kommunal;Byn;2120000000;Nationella program;100;79,0",
    );
    let found =
        import(&[("a.csv", REPORT_88.as_bytes()), ("b.csv", later.as_bytes()), ("c.csv", contradicting.as_bytes())]);
    let dataset = found.dataset.expect("a dataset");
    assert_eq!(names(&dataset, Dim::Year), ["2021/22", "2022/23"]);
    assert_eq!(
        names(&dataset, Dim::School),
        ["Skolan i nordväst", "Skolan i söder", "Skolan i väster"],
        "the latest name of each code"
    );
    assert_eq!(values(&dataset, "Skolan i nordväst", "2021/22")[0], Some((100, 80.0)), "the first file's value stands");
    let reasons: Vec<(Reason, u64)> =
        found.report.files[2].set_aside.iter().map(|group| (group.reason, group.rows)).collect();
    assert!(reasons.contains(&(Reason::Conflict, 1)) && reasons.contains(&(Reason::Twin, 9)), "{reasons:?}");
    assert!(found.report.notes.iter().any(|note| matches!(note, Note::SchoolRenamed { .. })));
}

#[test]
fn schools_without_code_are_linked_by_name_and_namesakes_told_apart() {
    let coded = "Skola;Skolenhetskod;Läsår;Kommun;Närvaro\nÅsö;11111111;2022/23;Nora;90\nNorra;22222222;2022/23;Nora;90\nNorra;33333333;2022/23;Sala;80\n";
    let by_name = "Skola;Läsår;Närvaro\nÅsö;2023/24;91\n";
    let found = import(&[("a.csv", coded.as_bytes()), ("b.csv", by_name.as_bytes())]);
    let dataset = found.dataset.expect("a dataset");
    assert_eq!(names(&dataset, Dim::School), ["Norra (Nora)", "Norra (Sala)", "Åsö"]);
    assert!(found.report.notes.contains(&Note::SchoolLinkedByName("Åsö".into())));
}

#[test]
fn files_that_cannot_be_used_say_why() {
    let schools: Vec<String> =
        ('A'..='L').map(|school| format!("{school};2022/23;90\n{school};2023/24;91\n")).collect();
    let withheld = "B;2022/23;..\n".repeat(20);
    let mostly_withheld = format!("Skola;Läsår;Examen\nA;2022/23;0\nA;2022/23;69,8\nB;2022/23;71\n{withheld}");
    let one_row_for_each_school = format!("Skola;Läsår;Närvaro\n{}", schools.concat());
    for (text, expected) in [
        (&b""[..], Refusal::Empty),
        (b"\n\n\n", Refusal::Empty),
        (b"PK\x03\x04...", Refusal::Workbook),
        (b"\x00\x01\x02", Refusal::Binary),
        (b"a;b\n1;2\n", Refusal::NoIndicator),
        ("Närvaro;Kön\n90;F\n".as_bytes(), Refusal::NoSchoolOrYear),
        // Personal numbers are not read, whatever the column is called.
        ("Läsår;Skola;Närvaro\n2023/24;A;19811228-9874\n".as_bytes(), Refusal::NoIndicator),
        ("Läsår;Skola;Närvaro\n".as_bytes(), Refusal::NoRows),
        ("Skola;Läsår;Andel med examen\nA;2023/24;69,8\nB;2023/24;70,1\n".as_bytes(), Refusal::NoPupils),
        ("Läsår;Antal;Närvaro\n2023/24;50;90\n".as_bytes(), Refusal::NoSchool),
        ("Skola;Läsår;Ämne;Antal;Närvaro\nA;2023/24;Ma;50;90\nA;2023/24;Sv;50;91\n".as_bytes(), Refusal::Ambiguous),
        // Values of municipalities, in the long form and by column.
        ("Kommun;År;Indikator;Värde\nAle;2023;Närvaro;90\nOrsa;2023;Närvaro;91\n".as_bytes(), Refusal::NoSchool),
        ("Kommun;År;Närvaro\nAle;2023;90\nOrsa;2023;91\n".as_bytes(), Refusal::NoSchool),
        (one_row_for_each_school.as_bytes(), Refusal::NoPupils),
        (mostly_withheld.as_bytes(), Refusal::NoPupils),
    ] {
        let found = import(&[("fil.csv", text)]);
        assert_eq!(found.report.files[0].refused, Some(expected), "{}", String::from_utf8_lossy(text));
        assert!(found.dataset.is_none());
    }
}

#[test]
fn a_refused_file_leaves_no_trace_in_the_others() {
    let good = format!("Läsår;Skola;Närvaro\n{}", ten("2023/24;A;90"));
    let shares = "Läsår;Skola;Examen inom tre år\n2023/24;B;69,8\n2023/24;C;70,1\n";
    let aggregated = "Läsår;Skola;Antal elever;Närvaro\n2023/24;D;50;90\n";
    let found =
        import(&[("good.csv", good.as_bytes()), ("shares.csv", shares.as_bytes()), ("agg.csv", aggregated.as_bytes())]);
    assert_eq!(found.dataset, Some(dataset(&good)));
    let refused: Vec<Option<Refusal>> = found.report.files.into_iter().map(|file| file.refused).collect();
    assert_eq!(refused, [None, Some(Refusal::NoPupils), Some(Refusal::OtherShape)]);
}

#[test]
fn a_file_of_one_school_may_lack_its_name() {
    let found = import(&[("Sjödal.csv", format!("Läsår;Närvaro\n{}", ten("2023/24;90")).as_bytes())]);
    assert_eq!(names(&found.dataset.expect("a dataset"), Dim::School), ["Sjödal"]);
}

#[test]
fn a_quotation_mark_without_end_is_told() {
    let rows = ten("2023/24;A;90").repeat(10);
    let text = format!("Läsår;Skola;Närvaro\n{rows}2023/24;\"B;90\n{rows}");
    let found = import(&[("fil.csv", text.as_bytes())]);
    let groups = &found.report.files[0].set_aside;
    let aside: Vec<(Reason, u64)> = groups.iter().map(|group| (group.reason, group.examples[0].line)).collect();
    assert_eq!(aside, [(Reason::UnclosedQuote, 102)]);
    assert_eq!(found.report.rows_used(), 100);
    let short = format!("Läsår;Skola;Närvaro\n{}2023/24;\"B;90\n{}", ten("2023/24;A;90"), ten("2023/24;A;90"));
    let found = import(&[("fil.csv", short.as_bytes())]);
    assert_eq!(found.report.files[0].set_aside[0].reason, Reason::UnclosedQuote, "also when few lines are swallowed");
}

/// Pupils of the only group, all rows together.
fn pupils(files: &[(&str, &str)]) -> (u64, Ingested) {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let found = import(&files);
    let dataset = found.dataset.as_ref().expect("a dataset");
    let groups = group(dataset, &Filter::all(), &[]);
    (groups.get(&[]).map_or(0, |group| group.pupils), found)
}

#[test]
fn no_pupil_is_counted_twice() {
    let of = |programme: &str, rows: &str| format!("Läsår;Skola;{programme}Totalt antal;Andel (%) med examen\n{rows}");
    let with = |rows: &str| of("Program;", rows);
    let gender = |rows: &str| of("Program;Kön;", rows);
    for (what, files, expected) in [
        (
            "no programme column in one file",
            vec![with("2023/24;A;Nationella program;100;80\n"), of("", "2023/24;A;100;80\n")],
            100,
        ),
        (
            "two words for all",
            vec![with(
                "2023/24;A;Totalt;120;70\n2023/24;A;Nationella program;100;80\n2023/24;A;Introduktionsprogram;20;20\n",
            )],
            120,
        ),
        ("codes and names", vec![with("2023/24;A;EK;100;80\n"), with("2023/24;A;Ekonomiprogrammet;100;80\n")], 100),
        ("an empty programme", vec![with("2023/24;A;EK;40;80\n2023/24;A;TE;60;50\n2023/24;A;;12;10\n")], 112),
        (
            "both genders",
            vec![gender("2023/24;A;EK;F;50;80\n2023/24;A;EK;M;50;70\n2023/24;A;EK;Båda könen;100;75\n")],
            100,
        ),
        (
            "crossed margins",
            vec![gender(
                "2023/24;A;Nationella program;F;50;80\n2023/24;A;Nationella program;M;50;70\n2023/24;A;EK;Totalt;100;75\n",
            )],
            100,
        ),
        ("a track with totalt", vec![with("2023/24;A;Yrkesprogrammen;60;80\n2023/24;A;BA;60;80\n")], 60),
        (
            "IB is in no track",
            vec![with("2023/24;A;Yrkesprogram;20;80\n2023/24;A;International Baccalaureate;30;80\n")],
            50,
        ),
        (
            "sums of schools",
            vec![of(
                "",
                "2023/24;A;100;80\n2023/24;Totalsumma;100;80\n2023/24;Huddinge totalt;100;80\n2023/24;Samtliga gymnasieskolor;100;80\n",
            )],
            100,
        ),
    ] {
        let files: Vec<(String, String)> =
            files.into_iter().enumerate().map(|(index, text)| (format!("{index}.csv"), text)).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(pupils(&files).0, expected, "{what}");
    }
    let rows = format!("Läsår;Skola;Närvaro\n{}", ten("2023/24;A;90"));
    let (counted, found) = pupils(&[("a.csv", &rows), ("a (1).csv", &rows)]);
    assert_eq!((counted, found.report.files[1].refused.clone()), (10, Some(Refusal::SameFile)));
}

#[test]
fn a_delimiter_inside_values_sets_rows_aside_and_never_shifts_them() {
    let text = format!("Läsår,Skola,Betygspoäng,Närvaro\n2023/24,A,12,87\n{}", ten("2023/24,A,12,9,87,4"));
    let found = import(&[("fil.csv", text.as_bytes())]);
    assert_eq!(found.report.rows_used(), 1);
    assert_eq!(found.report.files[0].set_aside[0].reason, Reason::ExtraFields);
}

#[test]
fn a_second_table_in_the_file_is_not_read_as_the_first() {
    let titled = |year: &str, rows: &str| format!("Valt läsår: {year};;\nSkola;Totalt antal;Andel med examen\n{rows}");
    let two = titled("2019/20", "A;50;80\n") + &titled("2020/21", "B;50;80\n");
    let (counted, found) = pupils(&[("två.csv", &two)]);
    assert_eq!(counted, 50);
    assert!(found.report.files[0].set_aside.iter().any(|group| group.reason == Reason::SecondTable));
    let sentence = format!(
        "{}\nFr.o.m. läsåret 2022/23 ingår inte uppgifter om elever med en region som huvudman.\n;;;\n",
        titled("2019/20", "A;50;80\n")
    );
    let (_, found) = pupils(&[("en.csv", &sentence)]);
    assert!(found.report.files[0].set_aside.iter().all(|group| group.reason != Reason::SecondTable));
    let swapped = titled("2019/20", "A;50;80\nSkola;Andel med examen;Totalt antal\nB;60;50\n");
    assert_eq!(pupils(&[("omvänd.csv", &swapped)]).0, 50);
}

#[test]
fn an_empty_row_ends_no_table_whose_first_column_has_no_caption() {
    let text = format!(";Skola;Läsår;Närvaro\n{};;;\n{}", ten("1;A;2023/24;90"), ten(";A;2023/24;90"));
    let found = import(&[("fil.csv", text.as_bytes())]);
    assert_eq!(found.report.rows_used(), 20);
    assert_eq!(found.report.files[0].set_aside[0].reason, Reason::Empty);
}

#[test]
fn fractions_are_read_as_per_cent_and_said_so() {
    let found = import(&[(
        "fil.csv",
        "Skola;Läsår;Antal;Närvaro\nA;2023/24;50;0,874\nB;2023/24;50;0,91\nC;2023/24;40;1\n".as_bytes(),
    )]);
    assert!(matches!(found.report.notes.as_slice(), [Note::Fractions { .. }]));
    assert_eq!(values(&found.dataset.expect("a dataset"), "A", "2023/24")[0], Some((50, 87.4)));
    let low = dataset("Skola;Läsår;Antal;Närvaro\nA;2023/24;50;0,874\nB;2023/24;50;1,91\nC;2023/24;40;1\n");
    assert_eq!(["A", "B", "C"].map(|school| values(&low, school, "2023/24")[0]), [None, Some((50, 1.91)), None]);
}

#[test]
fn a_sheet_of_one_track_is_not_taken_for_the_whole_school() {
    let sheet = |title: &str, n: u32| {
        format!(
            "Avgångselever;;\n{title};;\nValt läsår: 2020/21;;\nSkola;Totalt antal;GBP för elever med examen eller studiebevis\nA;{n};13,0\n"
        )
    };
    let found = import(&[
        ("alla.csv", sheet("Nationella program", 100).as_bytes()),
        ("yrkes.csv", sheet("Yrkesprogram", 60).as_bytes()),
    ]);
    let dataset = found.dataset.expect("a dataset");
    let groups = group(&dataset, &Filter::all(), &[Dim::School]);
    assert_eq!(groups.get(&[0]).map(|group| group.pupils), Some(100));
    assert_eq!(names(&dataset, Dim::Programme), ["Nationella program", "Yrkesprogram"]);
}

#[test]
fn a_title_may_name_the_indicator_of_a_table_that_names_it_too() {
    for (what, text, expected) in [
        ("plain", format!("Närvaro;;\nSkola;Läsår;Närvaro\n{}", ten("A;2022/23;90")), [Some((10, 90.0)), None, None]),
        (
            "another indicator's title",
            format!("Närvaro;;\nSkola;Läsår;Betygspoäng\n{}", ten("A;2022/23;14")),
            [None, None, Some((10, 14.0))],
        ),
        ("one year", format!("Närvaro;;\nSkola;2023;Ort\n{}", ten("A;90;Byn")), [Some((10, 90.0)), None, None]),
        ("two years", format!("Närvaro;;\nSkola;2023;2022\n{}", ten("A;90;80")), [Some((10, 90.0)), None, None]),
        (
            "years and another indicator",
            format!("Närvaro\n\nSkola;2023;2022;GBP 2023\n{}", ten("A;90;80;14")),
            [Some((10, 90.0)), None, Some((10, 14.0))],
        ),
    ] {
        assert_eq!(values(&dataset(&text), "A", "2022/23"), expected, "{what}");
    }
}

/// Text that looks a little like school data, so that the laws below are tried beyond the first check.
fn messy_csv() -> impl Strategy<Value = Vec<u8>> {
    let field = prop_oneof![
        Just("2023/24".to_owned()),
        Just("VT23".to_owned()),
        Just("Östra".to_owned()),
        Just("87,4".to_owned()),
        Just("Ja".to_owned()),
        Just("..".to_owned()),
        Just(".".to_owned()),
        Just(String::new()),
        Just("\"a;b\n\"".to_owned()),
        Just("\"".to_owned()),
        Just("43".to_owned()),
        Just("Yrkesprogram".to_owned()),
        "[ -~åäö]{0,6}",
    ];
    let row = prop::collection::vec(field, 0..8).prop_map(|fields| fields.join(";"));
    let header = prop_oneof![
        Just("Läsår;Skola;Program;Närvaro;Examen inom tre år"),
        Just("Skola;Skolenhetskod;Läsår;Program;Kön;Totalt antal;Andel (%) med examen"),
        Just("Titel\n\nValt läsår: 2020/21\n;;;x\nSkola;Program;Totalt antal;Andel med examen;GBP"),
        Just("Läsår,Skola,Närvaro"),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (header, prop::collection::vec(row, 0..20), end, any::<bool>()).prop_map(|(header, rows, end, windows)| {
        let text = format!("{header}\n{}", rows.join("\n")).replace('\n', end);
        if windows {
            text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
        } else {
            text.into_bytes()
        }
    })
}

proptest! {
    #[test]
    fn any_bytes_give_a_dataset_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let found = import(&[("x", &bytes)]);
        prop_assert_eq!(found.dataset.is_none(), found.report.files[0].refused.is_some());
    }

    #[test]
    fn any_split_gives_the_same_result(bytes in messy_csv(), cut in 1_usize..40) {
        let (whole, split) = (import(&[("x", &bytes)]), import_cut(&[("x", &bytes)], cut));
        prop_assert_eq!(whole.dataset, split.dataset);
        prop_assert_eq!(whole.report, split.report);
    }

    #[test]
    fn permuted_rows_give_equal_cells(seed in any::<u64>(), rows in prop::collection::vec((0..3_u8, 0..3_u8, 0..1001_u32), 1..60)) {
        let lines: Vec<String> = rows.iter().map(|(school, year, value)| {
            format!("20{}/{};S{school};{},{}\n", 20 + year, 21 + year, value / 10, value % 10)
        }).collect();
        let mut shuffled = lines.clone();
        let mut state = seed;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, usize::try_from(state >> 33).unwrap_or(0) % (index + 1));
        }
        let cells = |lines: &[String]| group(&dataset(&format!("Läsår;Skola;Närvaro\n{}", lines.concat())), &Filter::all(), &[Dim::School, Dim::Year]);
        prop_assert_eq!(cells(&lines), cells(&shuffled));
    }
}
