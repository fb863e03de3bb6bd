//! Links written and read back, alone and with data.

use proptest::prelude::*;

use super::*;
use crate::data::{Dim, SchoolYear};
use crate::ingest::{Ingested, fixture};
use crate::state::{Action, AppState};

/// Twelve rows each of four schools: two with one name, one with every sign that means something in an address.
fn read(file: &str) -> Ingested {
    let schools = [("1", "Östra gymnasiet"), ("2", "Norra"), ("3", "Norra"), ("4", "A&B=C+D%41-#å"), ("5", "Väst, IM")];
    let mut csv = String::from("Läsår;Skolkod;Skola;Program;Närvaro;Betygspoäng;Examen inom tre år\n");
    for (code, school) in schools {
        for year in 2019..2024 {
            for programme in ["Teknikprogrammet", "Bygg- och anläggningsprogrammet"] {
                let year = SchoolYear::starting(year).expect("plausible");
                for _ in 0..12 {
                    csv.extend([format!("{year};{code};{school};{programme};80;12;Ja\n")]);
                }
            }
        }
    }
    fixture::read_all(&[(file, &csv)], None)
}

fn loaded(file: &str, invented: bool) -> AppState {
    let mut state = AppState::default();
    state.apply(Action::read(read(file), invented));
    state
}

fn follow(state: &mut AppState, fragment: &str, typed: bool) {
    state.apply(Action::Follow { link: Link::parse(fragment), typed });
}

#[test]
fn a_link_can_be_read_by_people() {
    let mut state = loaded("gymnasiet 2019–24.csv", false);
    for action in [
        Action::View(View::Trend),
        Action::Focus(4),
        Action::CompareNone,
        Action::Compare { school: 3, on: true },
        Action::Compare { school: 1, on: true },
        Action::From(1),
        Action::To(3),
        Action::Pool(2),
        Action::Since(Some(0)),
        Action::Programme(Some(1)),
        Action::Indicator(Some(1)),
        Action::Form(Form::Ends),
        Action::Angle(Angle::Spread),
        Action::Face(Face::Table),
        Action::Lang(Lang::En),
        Action::Projector(true),
    ] {
        state.apply(action);
    }
    let names = |dim| state.loaded.as_ref().map(|loaded| loaded.dataset.labels(dim).len());
    assert_eq!((names(Dim::School), names(Dim::Year), names(Dim::Programme)), (Some(5), Some(5), Some(2)));
    assert_eq!(
        state.link().expect("a place").fragment(),
        "vy=utveckling&fil=gymnasiet+2019%e2%80%9324.csv&skola=Östra+gymnasiet&jamfor=Norra+%282%29&jamfor=Väst%2c+IM\
         &lasar=2020/21-2022/23&slaihop=3&sedan=2019/20&program=Teknikprogrammet&indikator=examen&form=startslut&diagram=fordelning&visa=tabell&sprak=en&storbild=ja"
    );
    state.apply(Action::CompareNone);
    assert!(state.link().expect("a place").fragment().contains("&ensam=ja&"));
    assert_eq!(AppState::default().link().expect("a place").fragment(), "", "nothing is said where nothing is chosen");
}

/// Rows of two schools whose pupils are told apart, some of whom nothing is known.
fn divided() -> AppState {
    let mut csv = String::from("Läsår;Skola;Kön;Bakgrund;Närvaro\n");
    for school in ["Norra", "Södra"] {
        for (gender, background) in [("Flicka", "Svensk"), ("Pojke", "Utländsk"), ("Pojke", "")] {
            (0..12).for_each(|_| csv.extend([format!("2023/24;{school};{gender};{background};80\n")]));
        }
    }
    let mut state = AppState::default();
    state.apply(Action::read(fixture::read(&csv, None), false));
    state
}

#[test]
fn groups_that_are_compared_are_in_the_link() {
    let mut state = divided();
    state.apply(Action::View(View::Groups));
    let fragment = |state: &AppState| state.link().expect("a place").fragment();
    assert!(fragment(&state).starts_with("vy=grupper&") && !fragment(&state).contains("dela"), "{}", fragment(&state));
    state.apply(Action::Split(Some(Dim::Background)));
    assert!(fragment(&state).ends_with("&dela=bakgrund"), "{}", fragment(&state));
    state.apply(Action::Pair { of: Dim::Background, groups: (2, 0) });
    assert!(fragment(&state).ends_with("&dela=bakgrund&grupp=uppgift+saknas&grupp=Svensk"), "{}", fragment(&state));
    let mut other = divided();
    follow(&mut other, &fragment(&state), true);
    assert_eq!((other.view, &other.selection, other.followed.told), (View::Groups, &state.selection, None));
    state.apply(Action::Split(Some(Dim::Gender)));
    assert_eq!(state.selection.pair, None, "the groups of another column are others");

    let told = |fragment: &str| {
        let mut state = divided();
        follow(&mut state, &format!("vy=grupper&fil=a.csv&{fragment}"), true);
        (state.selection.split, state.selection.pair, state.followed.told.map(|told| (told.missing, told.strange)))
    };
    let missing = |names: &[&str]| Some((names.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::new()));
    assert_eq!(told("dela=kön"), (Some(Dim::Gender), None, None));
    assert_eq!(told("dela=kön&grupp=Pojke&grupp=Annat"), (Some(Dim::Gender), None, missing(&["Annat"])));
    assert_eq!(told("dela=ingångsmerit"), (None, None, missing(&["Ingångsmerit"])));
    let strange = |pieces: &[&str]| Some((Vec::new(), pieces.iter().map(ToString::to_string).collect::<Vec<_>>()));
    assert_eq!(told("dela=skola"), (None, None, strange(&["dela=skola"])));
    assert_eq!(told("grupp=A&grupp=B&grupp=C"), (None, None, strange(&["grupp=C"])));
}

#[test]
fn fragments_are_read_with_patience() {
    let cases: &[(&str, Link)] = &[
        ("", Link::default()),
        ("#", Link::default()),
        ("#svar", Link::default()),
        ("#vy=laget", Link { view: View::Overview, ..Link::default() }),
        ("vy=utveckling&&visa=tabell", Link { view: View::Trend, face: Face::Table, ..Link::default() }),
        ("skola=Sk%C3%A5ne+1%2B2", Link { focus: Some("Skåne 1+2".into()), ..Link::default() }),
        (
            "skola=100%&program=%zz",
            Link { focus: Some("100%".into()), programme: Some("%zz".into()), ..Link::default() },
        ),
        ("skola=%ff", Link { focus: Some("\u{fffd}".into()), ..Link::default() }),
        ("ensam=ja", Link { compared: Some(Vec::new()), ..Link::default() }),
        ("lasar=2023/24", Link { years: Some(("2023/24".into(), "2023/24".into())), ..Link::default() }),
        ("fil=b&fil=a", Link { files: vec!["a".into(), "b".into()], ..Link::default() }),
    ];
    for (fragment, link) in cases {
        assert_eq!(Link::parse(fragment), *link, "{fragment}");
    }
}

#[test]
fn what_is_not_understood_is_told() {
    for (fragment, strange) in [
        ("vy=karta", vec!["vy=karta"]),
        ("form=&form=x", vec!["form=", "form=x"]),
        ("diagram=tratt", vec!["diagram=tratt"]),
        ("bredvid=skola", vec!["bredvid=skola"]),
        ("a=1&b=2&c=3&d=4", vec!["a=1", "b=2", "c=3"]),
        ("skola=A&jamf", vec!["jamf"]),
        ("fler=-1&exempel=nej", vec!["fler=-1", "exempel=nej"]),
        ("slaihop=4&slaihop=0&slaihop=x", vec!["slaihop=4", "slaihop=0", "slaihop=x"]),
        ("f+x=%c3%a5", vec!["f x=å"]),
    ] {
        assert_eq!(Link::parse(fragment).strange, strange, "{fragment}");
    }
    assert!(Link::parse(&"jamfor=x&".repeat(5000)).compared.is_some_and(|names| names.len() <= 100));
}

#[test]
fn a_link_waits_for_its_file_and_stays_in_the_address() {
    let fragment = "vy=utveckling&fil=a.csv&skola=Norra+(3)&lasar=2020/21-2021/22&sprak=en&storbild=ja";
    let mut state = AppState::opened_by(Link::parse(fragment));
    assert_eq!((state.view, state.lang, state.projector), (View::Data, Lang::En, true));
    assert_eq!(state.link(), None, "the address is left alone");
    // Somebody tries the invented data first.
    state.apply(Action::read(read("påhittat.csv"), true));
    assert_eq!((state.view, state.followed.waiting.is_some()), (View::Overview, true));
    state.apply(Action::read(read("a.csv"), false));
    let urval = &state.selection;
    assert_eq!((state.view, urval.from, urval.to), (View::Trend, 1, 2));
    assert_eq!(state.loaded.as_ref().map(|loaded| loaded.dataset.name(Dim::School, urval.focus)), Some("Norra (3)"));
    assert_eq!(state.followed, Followed { steps: 1, ..Followed::default() });
}

#[test]
fn what_a_link_names_and_is_not_there_is_told() {
    let mut state = loaded("b.csv", false);
    follow(
        &mut state,
        "vy=utveckling&fil=a.csv&skola=Södra&jamfor=Väst%2C+IM&lasar=2020/21-2029/30&program=Okänt&indikator=x&fler=4&q=1",
        true,
    );
    let told = Told {
        files: vec!["a.csv".into()],
        missing: ["Södra", "2029/30", "Okänt", "x"].map(String::from).to_vec(),
        beyond: 4,
        strange: vec!["q=1".into()],
    };
    assert_eq!(state.followed.told, Some(told));
    let urval = &state.selection;
    assert_eq!((state.view, urval.from, urval.to, urval.programme), (View::Trend, 1, 4, None));
    assert_eq!(urval.compared, [3], "those that are there are compared");
    state.apply(Action::LinkDismissed);
    assert_eq!(state.followed.told, None);
}

#[test]
fn the_history_leads_back_without_touching_settings() {
    let mut state = loaded("a.csv", false);
    state.apply(Action::Focus(2));
    let overview = state.link().expect("a place");
    state.apply(Action::View(View::Trend));
    state.apply(Action::Lang(Lang::En));
    let trend = state.link().expect("a place");
    assert!(!trend.is_place_of(&overview), "another view is another place");
    state.apply(Action::To(2));
    assert!(state.link().expect("a place").is_place_of(&trend), "other years are the same place");
    follow(&mut state, &overview.fragment(), false);
    assert_eq!((state.view, state.selection.to, state.lang), (View::Overview, 4, Lang::En));
    assert_eq!(state.link(), Some(Link { lang: Lang::En, ..overview }));
    // The page as it was before any file: the urval stays for when one goes on.
    follow(&mut state, "", false);
    assert_eq!((state.view, state.selection.focus), (View::Data, 2));
}

#[test]
fn a_link_to_other_data_than_invented_ones_waits() {
    let mut state = loaded("påhittat.csv", true);
    let before = state.selection.clone();
    follow(&mut state, "vy=utveckling&fil=a.csv&skola=Norra", true);
    assert_eq!((state.view, &state.selection, state.followed.waiting.is_some()), (View::Overview, &before, true));
    follow(&mut state, "vy=utveckling&exempel=ja&skola=Norra", true);
    assert_eq!((state.view, state.followed.waiting.is_some()), (View::Trend, false));
}

#[test]
fn a_long_comparison_says_how_much_of_it_is_left_out() {
    let mut csv = String::from("Läsår;Skola;Närvaro\n");
    for school in 0..50 {
        csv.extend([format!("2023/24;Skola {school:02};80\n2023/24;Skola {school:02};81\n")]);
    }
    let mut state = AppState::default();
    state.apply(Action::read(fixture::read(&csv, None), false));
    state.apply(Action::CompareNone);
    (1..50).for_each(|school| state.apply(Action::Compare { school, on: true }));
    let link = state.link().expect("a place");
    assert_eq!((link.compared.as_ref().map(Vec::len), link.beyond), (Some(30), 19));
    assert!(link.fragment().contains("&fler=19&"));
}

fn a_link() -> impl Strategy<Value = Link> {
    let names = || prop::collection::vec(any::<String>(), 0..4);
    let name = || prop::option::of(any::<String>());
    let data = (names(), any::<bool>(), name(), prop::option::of(names()), 0..100_usize);
    let rest =
        (prop::option::of((any::<String>(), any::<String>())), name(), name(), any::<[bool; 3]>(), 0..View::ALL.len());
    let groups = (
        prop::option::of(prop::sample::select(vec![Dim::Gender, Dim::EntryBand])),
        prop::collection::vec(any::<String>(), 0..3),
    );
    let area = prop::option::of(prop::sample::select(vec![Dim::Municipality, Dim::Provider]));
    let more = (area, 0..=2_u8, name(), 0..Form::ALL.len(), 0..Angle::ALL.len());
    (data, rest, more, groups).prop_map(|(data, rest, (area, pooled, since, form, angle), (split, pair))| {
        let (mut files, invented, focus, compared, beyond) = data;
        let (years, programme, indicator, [table, english, projector], view) = rest;
        files.sort();
        Link {
            view: View::ALL[view],
            files,
            invented,
            focus,
            compared,
            beyond,
            area,
            years,
            pooled,
            since,
            programme,
            split,
            pair,
            against: indicator.clone().filter(|_| form == 2),
            indicator,
            form: Form::ALL[form],
            angle: Angle::ALL[angle],
            face: if table { Face::Table } else { Face::Chart },
            lang: if english { Lang::En } else { Lang::Sv },
            projector,
            strange: Vec::new(),
        }
    })
}

/// What a browser makes of an address: everything beyond ASCII, and a few other signs, as bytes.
fn by_browser(fragment: &str) -> String {
    let keeps = |byte: u8| byte.is_ascii_graphic() && !b"\"<>`".contains(&byte);
    fragment
        .bytes()
        .map(|byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_link_is_read_back_as_it_was(link in a_link()) {
        let fragment = link.fragment();
        prop_assert_eq!(&Link::parse(&fragment), &link);
        prop_assert_eq!(&Link::parse(&format!("#{}", by_browser(&fragment))), &link);
    }

    #[test]
    fn whatever_stands_there_is_read(fragment in any::<String>(), pieces in "(&?(vy|skola|jamfor|lasar|fler|fil|x)?=?[%+a-f0-9/é-]{0,4}){0,8}") {
        for text in [fragment, pieces] {
            let mut state = AppState::opened_by(Link::parse(&text));
            follow(&mut state, &text, false);
            prop_assert!(state.loaded.is_none());
        }
    }
}

#[test]
fn every_urval_is_found_again() {
    let fresh = loaded("a.csv", false);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    });
    let urval = (
        0..5_u16,
        any::<[bool; 5]>(),
        0..5_u16,
        0..5_u16,
        prop::option::of(0..2_u16),
        prop::option::of(0..3_usize),
        0..3_usize,
        (0..=2_u8, prop::option::of(0..5_u16)),
    );
    runner
        .run(&urval, |(focus, compared, from, to, programme, indicator, view, (pooled, since))| {
            let mut state = fresh.clone();
            state.apply(Action::Focus(focus));
            state.apply(Action::CompareNone);
            (0..5).zip(compared).for_each(|(school, on)| state.apply(Action::Compare { school, on }));
            state.apply(Action::From(from));
            state.apply(Action::To(to));
            state.apply(Action::Pool(pooled));
            state.apply(Action::Since(since));
            state.apply(Action::Programme(programme));
            state.apply(Action::Indicator(indicator));
            state.apply(Action::View(View::ALL[view]));
            let fragment = state.link().expect("a place").fragment();
            let mut other = fresh.clone();
            follow(&mut other, &by_browser(&fragment), true);
            prop_assert_eq!(&other.selection, &state.selection, "{}", fragment);
            prop_assert_eq!((other.view, other.indicator, &other.followed.told), (state.view, state.indicator, &None));
            Ok(())
        })
        .expect("every urval");
}
