//! The components, rendered to HTML without a browser.

use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang, Protection, Role, RuleSet};
use indicator_explorer::state::{Action, AppState, Face, Link, Phase, Progress, Turn, View};
use indicator_explorer::ui::App;
use indicator_explorer::ui::app::Props;
use yew::LocalServerRenderer;

#[path = "fixtures/read.rs"]
mod read;

use read::{demo, read};

/// The state after these actions.
fn after(actions: impl IntoIterator<Item = Action>) -> AppState {
    let mut state = AppState::default();
    for action in actions {
        state.apply(action);
    }
    state
}

fn demonstration() -> Action {
    Action::read(demo(), true)
}

async fn page(start: AppState) -> String {
    LocalServerRenderer::<App>::with_props(Props { start }).hydratable(false).render().await
}

#[track_caller]
fn assert_contains(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "`{text}` is missing in:\n{html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_start_page_is_swedish() {
    let html = page(AppState::default()).await;
    assert_contains(
        &html,
        &[
            "<h1 id=\"rubrik\" tabindex=\"-1\">Börja med en fil</h1>",
            "type=\"file\"",
            "Visa med påhittade data",
            "Ingen fil inläst",
        ],
    );
    assert!(!html.contains("Påhittade data"), "nothing invented is shown yet");
}

#[tokio::test(flavor = "current_thread")]
async fn the_start_page_is_english_on_request() {
    let html = page(after([Action::Lang(Lang::En)])).await;
    assert_contains(
        &html,
        &[
            "Begin with a file",
            "Show with invented data",
            "Local: nothing leaves this computer",
            "aria-current=\"page\"",
        ],
    );
    assert!(!html.contains("Börja"), "Swedish is left: {html}");
}

#[tokio::test(flavor = "current_thread")]
async fn loaded_data_show_where_the_school_stands() {
    let html = page(after([demonstration()])).await;
    assert_contains(
        &html,
        &["Läget: var är vi?", "Alkullagymnasiet 2023/24", "Varför detta tal?", "dolt för att skydda elever"],
    );
    assert_eq!(html.matches("<article class=\"card\">").count(), 3);
    assert_eq!(html.matches("type=\"checkbox\"").count(), 6, "six schools, one of them in focus, and its municipality");
}

#[tokio::test(flavor = "current_thread")]
async fn the_urval_is_chosen_by_slider_list_and_segments_and_told_in_one_line() {
    let html = page(after([demonstration(), Action::View(View::Trend)])).await;
    assert_eq!(html.matches("type=\"range\"").count(), 2);
    assert_contains(
        &html,
        &[
            "aria-label=\"Från läsår\" aria-valuetext=\"2016/17\"",
            "aria-label=\"Till läsår\" aria-valuetext=\"2023/24\"",
        ],
    );
    assert_contains(&html, &["Ordna efter", "Välj alla 5", "Ta bort alla", "Slå ihop läsår", "Ändring sedan 2019/20"]);
    let chosen = [Action::View(View::Trend), Action::Pool(2), Action::Since(Some(3))];
    let html = page(after(std::iter::once(demonstration()).chain(chosen))).await;
    let line = "2016/17–2023/24, alla program, tre läsår tillsammans, ändring sedan 2017/18–2019/20";
    assert_eq!(html.matches(line).count(), 2, "on narrow screens and on paper");
    let compared = page(after([demonstration(), Action::View(View::Compare), Action::Since(Some(3))])).await;
    assert_contains(&compared, &["Här visas värden. Ändringar sedan ett basår visas i Utveckling."]);
    assert!(!compared.contains("alla program, ändring"), "Jämför shows values");
    // Everybody, and nobody.
    let all = after([demonstration(), Action::CompareNone, Action::CompareWith((0..6).collect())]);
    assert_eq!(all.selection.compared, [1, 2, 3, 4, 5]);
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_says_that_data_are_invented_and_which_urval_is_printed() {
    for view in View::ALL {
        let html = page(after([demonstration(), Action::View(view)])).await;
        assert_contains(&html, &["<span class=\"tag\">Påhittade data</span>"]);
        let head =
            "<p class=\"only-print small\">Urval: Alkullagymnasiet och 5 skolor till, 2016/17–2023/24, alla program.";
        assert_eq!(html.contains(head), view != View::Data);
        let projector = page(after([demonstration(), Action::View(view), Action::Projector(true)])).await;
        assert_contains(&projector, &["<span class=\"tag tag--projector\">Påhittade data</span>"]);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_figure_is_a_chart_or_a_table() {
    for (face, hidden) in [(Face::Chart, "fig0-1-p"), (Face::Table, "fig0-0-p")] {
        let html = page(after([demonstration(), Action::View(View::Trend), Action::Face(face)])).await;
        let panel = html.split("<div id=\"").find(|part| part.starts_with(hidden)).expect("both panels are there");
        assert!(panel.split('>').next().is_some_and(|tag| tag.contains(" hidden")), "{panel}");
        assert_eq!(html.matches("role=\"application\"").count(), 3);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn groups_are_chosen_by_column_and_in_pairs() {
    let html = page(after([demonstration(), Action::View(View::Groups), Action::Split(Some(Dim::EntryBand))])).await;
    assert_contains(
        &html,
        &[
            "Grupper: för vilka?",
            "<span>Dela upp på</span>",
            "<option value=\"3\" selected=\"selected\">Ingångsmerit</option>",
            "<span>Jämför</span>",
            ">280 och mer</option>",
            ">Uppgift saknas</option>",
            "Skillnaden över tid",
            "Grupperna sida vid sida",
            "Alla grupper",
        ],
    );
    let none = "Läsår;Skola;Närvaro;Meritvärde\n2023/24;Sjödal;87,4;200\n";
    let ingested = read(&[("a.csv", none.as_bytes())]);
    let html = page(after([Action::read(ingested, false), Action::View(View::Groups)])).await;
    assert_contains(&html, &["Här finns inga grupper att jämföra", "läsas som grupper: Meritvärde", ">Till Data<"]);
}

#[tokio::test(flavor = "current_thread")]
async fn names_from_a_file_stay_text() {
    let csv = "Läsår;Skola;Närvaro\n2023/24;<img src=x onerror=alert(1)>;87,4\n2023/24;\"\"\"&\";80\n";
    let html =
        page(after([Action::read(read(&[("a<b>.csv", csv.as_bytes())]), false), Action::View(View::Trend)])).await;
    assert!(!html.contains("<img"), "{html}");
    assert_contains(&html, &["&lt;img src=x onerror=alert(1)&gt;"]);
}

#[tokio::test(flavor = "current_thread")]
async fn reading_can_be_stopped_and_a_failure_is_explained() {
    let progress = Progress { file: "stor.csv".into(), bytes: 1, bytes_total: 4, rows: 298_400, ..Progress::default() };
    let html = page(after([Action::Progress(progress)])).await;
    assert_contains(&html, &["<progress max=\"4\"", "stor.csv, 298\u{a0}400\u{a0}rader", ">Avbryt<"]);

    let failed = after([demonstration(), Action::read(read(&[("bok.xlsx", b"PK\x03\x04")]), false)]);
    assert!(matches!(failed.phase, Phase::Failed(_)));
    assert_contains(&page(failed).await, &["Inga rader gick att använda.", "bok.xlsx", "visas fortfarande"]);
    assert_contains(&page(after([Action::Lost("a.csv".into())])).await, &["”a.csv” gick inte att läsa."]);
}

#[tokio::test(flavor = "current_thread")]
async fn no_element_carries_a_style_attribute() {
    for view in View::ALL {
        let html = page(after([demonstration(), Action::View(view)])).await;
        assert!(!html.contains(" style=\""), "the content security policy forbids it");
    }
}

#[test]
fn the_demonstration_has_every_column_of_its_profile() {
    let ingested = demo();
    let columns = &ingested.report.files[0].form.as_ref().expect("it has a header").columns;
    assert!(columns.iter().any(|column| column.role == Some(Role::Dim(Dim::School))));
    assert_eq!(columns.iter().filter(|column| matches!(column.role, Some(Role::Indicator(_)))).count(), 3);
}

#[tokio::test(flavor = "current_thread")]
async fn the_report_says_what_there_is_and_how_easily_pupils_are_recognised() {
    let html = page(after([demonstration(), Action::View(View::Data)])).await;
    assert_contains(
        &html,
        &[
            "Rapport, CSV",
            "Skolor och läsår, CSV",
            "Sex skolor, åtta läsår.",
            "Filen är pseudonymiserad, inte anonym.",
            "Upprepade rader",
        ],
    );
    let english = page(after([Action::Lang(Lang::En), demonstration(), Action::View(View::Data)])).await;
    assert_contains(&english, &["Report, CSV", "The file is pseudonymised, not anonymous.", "Repeated rows"]);

    let failed = after([demonstration(), Action::read(read(&[("bok.xlsx", b"PK\x03\x04")]), false)]);
    let failed = page(failed).await;
    assert_contains(&failed, &["Rapport, CSV"]);
    assert!(!failed.contains("pseudonymiserad"), "what is shown is about the files that failed");
}

#[tokio::test(flavor = "current_thread")]
async fn a_link_says_what_it_wants_and_nothing_of_it_is_taken_for_html() {
    let html = page(AppState::opened_by(Link::parse("vy=laget&fil=%3Cb%3E.csv&<i>=1"))).await;
    assert_contains(
        &html,
        &["Länken hör till ”&lt;b&gt;.csv”.", "Öppna den filen, så visas vyn.", "Förstås inte: ”&lt;i&gt;=1”."],
    );
    let mut state = after([demonstration()]);
    state.apply(Action::Follow { link: Link::parse("vy=utveckling&exempel=ja&skola=Borta&sprak=en"), typed: true });
    assert_contains(&page(state).await, &["Not in what is shown: “Borta”.", "Trends: where are we heading?"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_rule_for_small_groups_is_chosen_tried_and_told() {
    let none = "dolda tal prövades, 0 kunde räknas ut.";
    let choose = |rules: RuleSet| {
        let choice = Protection::CHOICES.into_iter().find(|choice| choice.rules == rules).expect("a choice");
        after([demonstration(), Action::Protect(choice), Action::View(View::Data)])
    };
    assert_contains(&page(choose(RuleSet::Strikt)).await, &[none, "Vad skyddet inte klarar", "id=\"skydd\""]);
    let html = page(choose(RuleSet::Skolverket)).await;
    assert!(html.contains("dolda tal prövades") && !html.contains(none), "the attack can succeed");
    let state = choose(RuleSet::Internt);
    let loaded = state.loaded.as_ref().expect("data");
    assert_eq!(loaded.leaving.protection().rules, RuleSet::Strikt, "files keep to the profile");
    assert_contains(&page(state).await, &["Internt läge: bara för den här skärmen.", none]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_tour_is_offered_on_the_first_answer_and_begins_on_the_data_page() {
    let offer = "Första gången här?";
    let fresh = || vec![demonstration()];
    assert_contains(&page(after(fresh())).await, &[offer, "En rundtur i några steg", ">Nej tack<"]);
    for elsewhere in [Action::View(View::Trend), Action::Projector(true), Action::Tour(Turn::End)] {
        let mut actions = fresh();
        actions.push(elsewhere);
        assert!(!page(after(actions)).await.contains(offer));
    }
    assert_contains(&page(AppState::default()).await, &["Några korta steg med påhittade data", ">Ta rundturen<"]);
    let html = page(after([demonstration(), Action::Tour(Turn::Begin), Action::Tour(Turn::Next)])).await;
    assert_contains(
        &html,
        &[
            "<div id=\"rundtur\" role=\"dialog\" tabindex=\"-1\"",
            "class=\"tour tour--urval\"",
            "Steg 2 av 5: </span>Urval",
            ">Tillbaka<",
            ">Avsluta rundturen<",
        ],
    );
    assert!(!html.contains(offer) && !html.contains("aria-modal"));
    let english = [Action::Lang(Lang::En), demonstration(), Action::Tour(Turn::Begin)];
    assert_contains(&page(after(english)).await, &["Step 1 of 5: </span>School in focus", ">Leave the tour<"]);
}

/// So many schools, all of them chosen, in this view.
async fn all_of(schools: usize, view: View, more: Option<Action>) -> String {
    let mut csv = "Läsår;Skola;Kön;Närvaro\n".to_owned();
    for school in 1..=schools {
        for pupil in 0..24 {
            let (year, gender) = (2022 + pupil % 2, ["Flicka", "Pojke"][pupil / 2 % 2]);
            let attendance = 70 + (school + pupil) % 25;
            let _ = writeln!(csv, "{year}/{};Skola {school:03};{gender};{attendance}", year % 100 + 1);
        }
    }
    let all = (0..u16::MAX).take(schools).collect();
    let start = [Action::read(read(&[("a.csv", csv.as_bytes())]), false), Action::CompareWith(all), Action::View(view)];
    page(after(start.into_iter().chain(more))).await
}

#[tokio::test(flavor = "current_thread")]
async fn of_very_many_schools_the_first_are_shown_and_the_others_a_press_away() {
    let rows = |html: &str| html.matches("<th scope=\"row\">").count();
    let html = all_of(130, View::Overview, None).await;
    assert_contains(&html, &["100 av 130 valda skolor visas", "Visa alla 130 skolor"]);
    assert_eq!(rows(&html), 100);
    let html = all_of(130, View::Trend, Some(Action::Face(Face::Table))).await;
    assert_contains(&html, &["40 av 130 valda skolor visas", "Visa alla 130 skolor"]);
    assert_eq!(rows(&html), 3 * 40, "three indicators");
    let html = all_of(130, View::Groups, Some(Action::Lang(Lang::En))).await;
    assert_contains(&html, &["100 of 130 chosen schools are shown", "Show all 130 schools"]);
    let html = all_of(130, View::Compare, Some(Action::Face(Face::Table))).await;
    assert_contains(&html, &["100 av 130 rader visas.", "Visa alla 130 rader"]);
    for view in [View::Overview, View::Trend, View::Groups] {
        assert!(!all_of(30, view, None).await.contains("valda skolor visas"), "{view:?}");
    }
}
