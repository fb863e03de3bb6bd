//! Columns that tell groups of pupils apart: how they are known, and what becomes of their labels.

use indicator_explorer::data::{Choice, Dim, Lang, Profile, Role, pupil_profile};
use indicator_explorer::ingest::{Importer, Ingested, Note, Why};
use indicator_explorer::view::report::report;

fn import(profile: Option<Profile>, files: &[&str]) -> Ingested {
    let mut importer = Importer::new(profile);
    for (number, text) in files.iter().enumerate() {
        importer.begin_file(&format!("{number}.csv"));
        importer.push(text.as_bytes());
    }
    importer.finish()
}

/// Rows of pupils with such a column.
fn with_column(caption: &str, values: &[&str]) -> String {
    let mut text = format!("Läsår;Skola;Närvaro;{caption}\n");
    for (number, value) in values.iter().enumerate() {
        text.extend(["2023/24;Sjödal;", &(80 + number % 20).to_string(), ";", value, "\n"]);
    }
    text
}

fn names(ingested: &Ingested, dim: Dim) -> Option<Vec<String>> {
    let dimension = ingested.dataset.as_ref()?.dimension(dim)?;
    let name = |label: &indicator_explorer::data::Label| {
        if label.is_unknown() { "?".to_owned() } else { label.name.clone() }
    };
    Some(dimension.labels.iter().map(name).collect())
}

/// What the column is read as, why or why not, and the labels that come of it, in their order.
fn check(caption: &str, values: &[&str], dim: Dim, expected: &[&str]) {
    let found = import(None, &[&with_column(caption, values)]);
    assert_eq!(names(&found, dim).unwrap_or_default(), expected, "{caption}");
    assert_eq!(found.report.rows_used(), values.len() as u64, "{caption}: no row is lost");
}

#[test]
fn captions_are_known_and_labels_have_an_order() {
    let education = ["Gymnasial", "Eftergymnasial", "", "Förgymnasial", "gymnasial", "Uppgift saknas"];
    for caption in ["Föräldrars utbildning", "Föräldrarnas utbildningsnivå", "Parents' education", "parental_education"]
    {
        check(caption, &education, Dim::ParentsEducation, &["Förgymnasial", "Gymnasial", "Eftergymnasial", "?"]);
    }
    for caption in ["Bakgrund", "Svensk/utländsk bakgrund", "Background"] {
        check(caption, &["Utländsk", "Svensk", "-", "okänd"], Dim::Background, &["Svensk", "Utländsk", "?"]);
    }
    check("Född i Sverige", &["Nej", "Ja", "Ja"], Dim::Background, &["Ja", "Nej"]);
    check("Kön", &["Pojke", "", "Flicka", "okänt"], Dim::Gender, &["Flicka", "Pojke", "?"]);
    check("Meritband", &["Låg", "Hög", "Mellan"], Dim::EntryBand, &["Låg", "Mellan", "Hög"]);
    check("Meritband", &["200–239", "under 160", "160–199"], Dim::EntryBand, &["under 160", "160–199", "200–239"]);
    check("Meritgrupp", &["3", "1", "2"], Dim::EntryBand, &["1", "2", "3"]);
}

#[test]
fn scores_become_bands() {
    let scores = ["217,5", "159.5", "160", "0", "340", "280", "", "saknas", "999", "-1", "199,9"];
    let bands = ["under 160", "160–199", "200–239", "280 och mer", "?"];
    check("Ingångsmerit", &scores, Dim::EntryBand, &bands);
    check("Meritvärde åk 9", &scores, Dim::EntryBand, &bands);
    let found = import(None, &[&with_column("Ingångsmerit", &scores)]);
    let dataset = found.dataset.expect("a dataset");
    let pupils: u64 = dataset
        .pupils
        .iter()
        .filter_map(|slot| match slot.value() {
            indicator_explorer::data::Value::Known(count) => count.as_count(),
            _ => None,
        })
        .sum();
    assert_eq!(pupils, scores.len() as u64, "those without a score are a group of their own");
    // As many different scores as there may be: each field is still one of five bands.
    let many: Vec<String> = (0..3400).map(|tenths| format!("{},{}", tenths / 10, tenths % 10)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    check("Ingångsmerit", &many, Dim::EntryBand, &["under 160", "160–199", "200–239", "240–279", "280 och mer"]);
}

#[test]
fn a_plain_meritvarde_is_read_in_bands_only_when_that_is_chosen() {
    let file = with_column("Meritvärde", &["217,5", "150"]);
    assert_eq!(names(&import(None, &[&file]), Dim::EntryBand), None);
    let profile = pupil_profile().choosing("Meritvärde", Choice::Used(Role::Dim(Dim::EntryBand)));
    let found = import(Some(profile.clone()), &[&file]);
    assert_eq!(names(&found, Dim::EntryBand), Some(vec!["under 160".to_owned(), "200–239".to_owned()]));
    assert_eq!(Profile::from_json(&profile.to_json()).as_ref(), Ok(&profile), "the choice is saved");
}

#[test]
fn any_column_of_labels_can_be_chosen_and_keeps_its_heading() {
    let file = with_column("Mentorsgrupp", &["Blå", "Röd", "Åskblå", "", "Ärtgrön"]);
    assert_eq!(names(&import(None, &[&file]), Dim::Group), None);
    let chosen = pupil_profile().choosing("Mentorsgrupp", Choice::Used(Role::Dim(Dim::Group)));
    let found = import(Some(chosen), &[&file]);
    let dataset = found.dataset.expect("a dataset");
    let dimension = dataset.dimension(Dim::Group).expect("groups");
    assert_eq!(dimension.name(Lang::Sv), "Mentorsgrupp");
    let names: Vec<&str> = dimension.labels.iter().map(|label| label.name.as_str()).collect();
    assert_eq!(names, ["Blå", "Röd", "Åskblå", "Ärtgrön", ""]);
    // A profile may name captions, too.
    let mut profile = pupil_profile();
    profile.columns.insert("grupp".to_owned(), vec!["Mentorsgrupp".to_owned()]);
    assert!(import(Some(profile), &[&file]).dataset.expect("a dataset").dimension(Dim::Group).is_some());
}

/// Why the last column is not read.
fn why_not(found: &Ingested) -> Option<Why> {
    let column = found.report.files[0].form.as_ref()?.columns.last()?.clone();
    assert_eq!(column.role, None);
    column.why
}

#[test]
fn what_is_too_varied_or_personal_is_no_group() {
    let labels = |different: usize| -> Vec<String> {
        (0..130).map(|number| format!("grupp {}", 10 + number % different)).collect()
    };
    let twelve = labels(12);
    let twelve: Vec<&str> = twelve.iter().map(String::as_str).collect();
    check("Bakgrund", &twelve, Dim::Background, &twelve[..12]);
    let labels = labels(13);
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let found = import(None, &[&with_column("Bakgrund", &labels)]);
    assert_eq!((why_not(&found), found.report.rows_used()), (Some(Why::TooMany), 130));
    let story = |number: usize| format!("Kom hit för {number} år sedan med sin mamma, och pratar mest arabiska hemma.");
    let told: Vec<String> = (0..40).map(story).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let found = import(None, &[&with_column("Bakgrund", &told)]);
    assert_eq!(why_not(&found), Some(Why::Personal));
    let chosen = pupil_profile().choosing("Kod", Choice::Used(Role::Dim(Dim::Group)));
    let codes: Vec<String> = (0..40).map(|number| format!("K-{}", 1000 + number * 37 % 997)).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let found = import(Some(chosen), &[&with_column("Kod", &codes)]);
    assert_eq!((why_not(&found), found.report.rows_used()), (Some(Why::Personal), 40));
}

#[test]
fn what_only_later_rows_show_to_be_no_group_is_left_out_and_told() {
    let labels: Vec<String> =
        (0..9000).map(|number| format!("Grupp {}", if number < 5000 { 1 } else { number })).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let found = import(None, &[&with_column("Bakgrund", &labels)]);
    assert_eq!(found.report.rows_used(), 9000, "no row is lost");
    assert_eq!(found.report.notes, [Note::TooManyGroups { column: "Bakgrund".to_owned() }]);
    let shown = report(&found.report, None, Lang::Sv);
    assert!(format!("{shown:?}").contains("Kolumnen Bakgrund har fler än 12 olika värden."));
    let dataset = found.dataset.expect("a dataset");
    assert!(dataset.dimension(Dim::Background).is_none());
    assert_eq!(dataset.entries(), 1, "the rows are added up as if the column were not there");
}

#[test]
fn pupils_of_a_file_without_the_column_are_not_known() {
    let with = with_column("Bakgrund", &["Svensk", "Utländsk"]);
    let without = "Läsår;Skola;Närvaro\n2022/23;Sjödal;90\n2022/23;Sjödal;91\n";
    let found = import(None, &[&with, without]);
    assert_eq!(names(&found, Dim::Background), Some(vec!["Svensk".into(), "Utländsk".into(), "?".into()]));
}

#[test]
fn rows_of_groups_are_divided_by_gender_only() {
    let file = "Läsår;Skola;Antal elever;Närvaro;Bakgrund\n2023/24;Sjödal;40;90;Svensk\n2023/24;Boda;30;80;Svensk\n";
    let found = import(None, &[file]);
    assert_eq!(why_not(&found), Some(Why::OnlyPupils));
    assert!(found.dataset.is_some_and(|dataset| dataset.dimension(Dim::Background).is_none()));
}
