//! What the columns of a file were taken for: the table, its words, and what it must never show.

use indicator_explorer::data::{Choice, Dim, Lang, Profile, Role};
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::state::{Action, AppState, View};
use indicator_explorer::ui::App;
use indicator_explorer::ui::app::Props;
use indicator_explorer::view::mapping::{ColumnView, MappingView, mappings};
use yew::LocalServerRenderer;

const GOOD: &str =
    "Läsår;Skola;Elev-ID;Närv_%;Ort;Betyg\n2023/24;Sjödal;L-1;87,4;Visby;12\n2023/24;Sjödal;L-2;80;Visby;13\n";
const UNKNOWN: &str = "Period;Enhet A;Deltagande\n2023/24;Sjödal;87,4\n2023/24;Sjödal;80\n";

/// Twelve pupils with all that a file should not have.
fn personal() -> String {
    let names = ["Anna Ek", "Erik Berg", "Maria Alm", "Karl Lind", "Elsa Holm", "Hugo Sand"];
    let row = |index: usize| {
        let (day, name) = (index + 10, names[index % names.len()]);
        format!("2023/24;Sjödal;200501{day}-12{day};{name};e{index}@elev.example.se;{}\n", 70 + index)
    };
    format!("Läsår;Skola;Nummer;Elevens namn;Kontakt;Närvaro\n{}", (0..12).map(row).collect::<String>())
}

fn read(files: &[(&str, &str)], profile: Option<&Profile>) -> Ingested {
    let mut importer = Importer::new(profile.cloned());
    for (name, csv) in files {
        importer.begin_file(name);
        importer.push(csv.as_bytes());
    }
    importer.finish()
}

fn view(csv: &str, profile: Option<&Profile>) -> MappingView {
    let found = read(&[("a.csv", csv)], profile);
    mappings(&found.report, None, None, Lang::Sv).remove(0)
}

#[track_caller]
fn column<'a>(view: &'a MappingView, caption: &str) -> &'a ColumnView {
    view.columns.iter().find(|column| column.caption == caption).expect(caption)
}

fn chosen(column: &ColumnView) -> Choice {
    column.options[column.chosen].0
}

/// Data, after a file was read.
async fn page(csv: &str, actions: impl IntoIterator<Item = Action>) -> String {
    let mut start = AppState::default();
    start.apply(Action::read(read(&[("a.csv", csv)], None), false));
    start.apply(Action::View(View::Data));
    actions.into_iter().for_each(|action| start.apply(action));
    LocalServerRenderer::<App>::with_props(Props { start }).hydratable(false).render().await
}

#[track_caller]
fn assert_contains(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "`{text}` is missing in:\n{html}");
    }
}

#[test]
fn every_column_says_what_it_is_read_as_and_why() {
    let found = view(GOOD, None);
    assert_eq!(found.heading, "Kolumner");
    assert!(found.say.starts_with("4 av 6 kolumner läses."), "{}", found.say);
    let said: Vec<(&str, &str, &str)> = found
        .columns
        .iter()
        .map(|column| (column.content.as_str(), column.options[column.chosen].1.as_str(), column.why.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("Läsår", "Läsår", "Vanlig rubrik"),
            ("Text", "Skola", "Vanlig rubrik"),
            ("", "Skiljer eleverna åt", "Vanlig rubrik. Innehållet visas aldrig."),
            ("Tal", "Närvaro", "Rubriken finns i profilen ”Gemensamma indikatorer”"),
            ("Text", "Läses inte", "Rubriken känns inte igen"),
            ("Tal", "Läses inte", "Rubriken känns inte igen"),
        ]
    );
    assert_eq!(column(&found, "Närv_%").example.as_deref(), Some("87,4"));
    assert_eq!(column(&found, "Elev-ID").example, None);
    assert!(found.preview.iter().all(|row| row[2].is_none() && row[3].is_some()));
    assert!(found.warnings.is_empty(), "a serial number is as it should be");
}

#[test]
fn a_use_that_another_column_has_is_said_to_be_taken() {
    let profile =
        Profile::choosing(&indicator_explorer::data::pupil_profile(), "Betyg", Choice::Used(Role::Indicator(0)));
    let found = view(GOOD, Some(&profile));
    assert_eq!(column(&found, "Betyg").why, "Valt av dig");
    let other = column(&found, "Närv_%");
    assert_eq!((chosen(other), other.why.as_str()), (Choice::NotRead, "En annan kolumn läses redan som detta"));
    assert!(column(&found, "Betyg").options.iter().any(|(choice, _)| *choice == Choice::ByCaption));
    // The same choice, out of a profile that was opened.
    let report = read(&[("a.csv", GOOD)], Some(&profile)).report;
    let opened = mappings(&report, Some(&profile), None, Lang::En).remove(0);
    assert_eq!(column(&opened, "Betyg").why, "Chosen in the profile “Shared indicators”");
}

#[test]
fn while_files_are_read_again_the_table_shows_what_was_chosen() {
    let report = read(&[("a.csv", GOOD)], None).report;
    let form = report.files[0].form.clone().expect("a header");
    let wanted = form.profile.choosing("Betyg", Choice::Used(Role::Indicator(0)));
    let found = mappings(&report, None, Some(&wanted), Lang::Sv).remove(0);
    assert_eq!(chosen(column(&found, "Betyg")), Choice::Used(Role::Indicator(0)));
    assert_eq!(chosen(column(&found, "Närv_%")), Choice::NotRead);
}

#[test]
fn the_long_form_is_offered_where_nothing_is_an_indicator_yet() {
    let offers =
        |view: &MappingView, role: Role| view.columns[0].options.iter().any(|found| found.0 == Choice::Used(role));
    assert!(offers(&view(UNKNOWN, None), Role::Value) && !offers(&view(GOOD, None), Role::Value));
    // One of the two is chosen first, and waits for the other.
    let profile = indicator_explorer::data::pupil_profile().choosing("Enhet A", Choice::Used(Role::IndicatorName));
    let found = view(UNKNOWN, Some(&profile));
    let name = column(&found, "Enhet A");
    assert_eq!(chosen(name), Choice::Used(Role::IndicatorName));
    assert!(name.why.starts_with("Läses först när"), "{}", name.why);
}

#[test]
fn what_singles_pupils_out_can_only_tell_them_apart() {
    let found = view(&personal(), None);
    let options: Vec<Choice> = column(&found, "Nummer").options.iter().map(|found| found.0).collect();
    assert_eq!(options, [Choice::NotRead, Choice::Used(Role::Pupil)]);
    assert_eq!(column(&found, "Nummer").why, "Ser ut som personnummer");
    let warnings: Vec<(bool, &str)> = found.warnings.iter().map(|found| (found.grave, found.first.as_str())).collect();
    assert_eq!(
        warnings,
        [
            (true, "Några kolumner pekar ut enskilda elever: Nummer (personnummer) och Kontakt (e-postadresser)."),
            (false, "Kolumnen Elevens namn ser ut som namn på personer."),
        ]
    );
    let used = indicator_explorer::data::pupil_profile().choosing("Nummer", Choice::Used(Role::Pupil));
    let found = view(&personal(), Some(&used));
    assert_eq!(found.warnings[0].first, "Kolumnen Kontakt ser ut som e-postadresser.");
    assert_eq!(found.warnings[1].first, "Kolumnen Nummer ser ut som personnummer.");
    assert!(found.warnings[1].rest.contains("kontrolltalen är borta nu"), "{}", found.warnings[1].rest);
}

#[test]
fn files_with_the_same_columns_have_one_table() {
    let later = GOOD.replace("2023/24", "2024/25").replace("L-", "M-");
    let found = read(&[("a.csv", GOOD), ("b.csv", &later), ("c.csv", UNKNOWN)], None);
    let views = mappings(&found.report, None, None, Lang::Sv);
    let headings: Vec<(usize, &str)> = views.iter().map(|view| (view.file, view.heading.as_str())).collect();
    assert_eq!(headings, [(0, "Kolumner i a.csv och b.csv"), (2, "Kolumner i c.csv")]);
    assert!(views[0].say.starts_with("a.csv och b.csv har samma kolumner."), "{}", views[0].say);
    assert_eq!(views[0].preview_heading, "De första raderna i a.csv");
}

#[test]
fn a_saved_profile_reads_next_years_file_by_itself() {
    let mut profile = read(&[("a.csv", UNKNOWN)], None).report.files[0].form.clone().expect("a header").profile;
    for (caption, role) in
        [("Period", Role::Dim(Dim::Year)), ("Enhet A", Role::Dim(Dim::School)), ("Deltagande", Role::Indicator(0))]
    {
        profile = profile.choosing(caption, Choice::Used(role));
    }
    let saved = Profile::from_json(&profile.to_json()).expect("it is a profile");
    let next = UNKNOWN.replace("2023/24", "2024/25");
    assert_eq!(read(&[("b.csv", &next)], Some(&saved)).report.rows_used(), 2);
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_is_part_of_data() {
    let html = page(GOOD, []).await;
    assert_contains(
        &html,
        &[
            "aria-label=\"Läs kolumnen Närv_% som\"",
            "<option value=\"15\" selected=\"selected\">Närvaro</option>",
            "De första raderna",
            "visas inte",
        ],
    );
    let (before, rest) = html.split_once("chart no-print").expect("it is for the screen only");
    let (inside, after) = rest.split_once("</section>").expect("which ends");
    assert!(inside.contains("87,4") && !before.contains("87,4") && !after.contains("87,4"), "a single pupil's value");
    assert!(!html.contains("L-1"), "what tells pupils apart is not shown");
    assert!(!html.contains("Ångra") && !html.contains("Spara kolumnvalen"), "nothing has been chosen");
    let choose = Action::Choose { file: 0, caption: "Betyg".into(), choice: Choice::Used(Role::Indicator(2)) };
    assert_contains(
        &page(GOOD, [choose]).await,
        &["Ångra: Betyg läses som Betygspoäng", "Spara kolumnvalen i profilen"],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_refused_file_has_its_table_too() {
    let html = page(UNKNOWN, []).await;
    assert_contains(
        &html,
        &["Ingen kolumn i filen är en indikator", "Läs kolumnen Deltagande som", "Ingen av 3 kolumner läses."],
    );
    let english = page(UNKNOWN, [Action::Lang(Lang::En)]).await;
    assert_contains(&english, &["Read the column Deltagande as", "The heading is not known"]);
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_of_a_person_is_on_the_page() {
    let html = page(&personal(), []).await;
    assert_contains(&html, &["role=\"note\"", "(personnummer)", "innan du delar den", "Ser ut som personnummer"]);
    for secret in ["20050110", "Anna", "Erik", "@elev"] {
        assert!(!html.contains(secret), "{secret} is shown");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn garbled_letters_come_with_an_offer_also_where_the_file_is_refused_for_them() {
    let garbled = |text: &str| -> String { text.bytes().map(char::from).collect() };
    let note = "Läs om filerna med rättade tecken";
    // Only the school is garbled; then the captions, too.
    let school = GOOD.replace("Sjödal", &garbled("Sjödal"));
    assert_contains(&page(&school, []).await, &[note, "i stället för ”Sjödal”"]);
    let all = garbled("Läsår;Skola;Närvaro\n2023/24;Sjödal;87,4\n");
    assert_contains(&page(&all, []).await, &[note, "i stället för ”Närvaro”"]);
    let mut importer = Importer::new(None).repairing();
    importer.begin_file("a.csv");
    importer.push(all.as_bytes());
    let found = importer.finish();
    assert_eq!((found.report.rows_used(), found.report.notes.len()), (1, 0));
}
