//! What may leave, and what may not.

use super::*;
use crate::attack::Relation;
use crate::data::Dim;
use crate::data::{Protection, RuleSet};
use crate::disclose::PROGRAMMES;
use crate::ingest::fixture;
use crate::query::Selection;
use crate::view::coverage::coverage_csv;
use crate::view::screen;
use crate::view::trend::trend;

/// So many pupils of each school, in one school year, every second with a diploma.
fn schools(pupils: &[(&str, usize)]) -> Protected {
    Protected::new(fixture::dataset(&csv(pupils)))
}

fn csv(pupils: &[(&str, usize)]) -> String {
    let mut csv = "Läsår;Skola;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for (school, pupils) in pupils {
        csv.extend((0..*pupils).map(|pupil| {
            let diploma = if pupil % 2 == 0 { "Ja" } else { "Nej" };
            format!("2023/24;{school};{};{diploma};{}\n", 70 + pupil % 20, 10 + pupil % 9)
        }));
    }
    csv
}

fn pupils(dataset: &Protected) -> Leaving<'_> {
    Leaving::of(dataset, Lang::Sv).pupils(&coverage_csv(dataset, "", Lang::Sv).1)
}

#[test]
fn what_can_be_computed_is_held_back() {
    let town = schools(&[("Alm", 40), ("Björk", 30), ("Cypress", 7)]);
    assert_eq!(pupils(&town).judge(&[]).0, Outcome::Saved);
    let as_skolverket = Protection::CHOICES[4];
    assert_eq!(as_skolverket.rules, RuleSet::Skolverket);
    let town = town.with(as_skolverket);
    assert_eq!(pupils(&town).judge(&[]).0, Outcome::Blocked, "77 rows less 40 and 30");
}

#[test]
fn what_left_before_is_held_against_it() {
    let town = schools(&[("Alm", 40), ("Björk", 30), ("Cypress", 7)]);
    let (first, document) = pupils(&town).judge(&[]);
    let before = [document];
    assert_eq!(
        (first, pupils(&town).judge(&before).0),
        (Outcome::Saved, Outcome::Saved),
        "the same twice tells no more"
    );
    let elsewhere = schools(&[("Dunge", 33), ("Ek", 8), ("Fura", 21)]);
    assert_eq!(pupils(&elsewhere).judge(&before).0, Outcome::Saved, "other schools are another matter");
    let grown = schools(&[("Alm", 41), ("Björk", 30), ("Cypress", 12)]);
    assert_eq!(pupils(&grown).judge(&[]).0, Outcome::Saved);
    assert_eq!(pupils(&grown).judge(&before).0, Outcome::Together, "another version of the same year");
}

fn attendance(lang: Lang, dataset: &Protected) -> Leaving<'_> {
    let table = trend(dataset, &Selection { compared: vec![1, 2], ..Selection::first(dataset) }, 0, "", lang).table;
    Leaving::of(dataset, lang).years(&table, 0, None)
}

#[test]
fn what_left_in_the_other_language_says_the_same() {
    let town = schools(&[("Alm", 1_240), ("Björk", 30), ("Cypress", 7)]);
    let grown = schools(&[("Alm", 1_240), ("Björk", 30), ("Cypress", 12)]);
    let other = |lang: Lang| if lang == Lang::Sv { Lang::En } else { Lang::Sv };
    for lang in [Lang::Sv, Lang::En] {
        let (first, document) = attendance(lang, &town).judge(&[]);
        let (second, more) = attendance(other(lang), &town).judge(std::slice::from_ref(&document));
        assert_eq!((first, second), (Outcome::Saved, Outcome::Saved), "no number of it is another one");
        assert_eq!(attendance(lang, &town).judge(&[document.clone(), more]).0, Outcome::Saved);
        assert_eq!(
            attendance(other(lang), &grown).judge(&[document]).0,
            Outcome::Together,
            "another version of the same year"
        );
    }
}

/// Other indicators are other measures, but the pupils are the same, and so are the measures when the first profile is back.
#[test]
fn what_left_with_other_indicators_is_held_against_it_as_far_as_it_says_the_same() {
    let town = schools(&[("Alm", 40), ("Björk", 30), ("Cypress", 7)]);
    let table = |dataset: &Protected, of: usize| trend(dataset, &Selection::first(dataset), of, "", Lang::Sv).table;
    let [first, second] = [1, 2].map(|of| Leaving::of(&town, Lang::Sv).years(&table(&town, of), of, None).judge(&[]).1);
    let mut profile = town.profile.clone();
    profile.indicators.swap(1, 2);
    profile.indicators[0].id = "another".to_owned();
    let turned = fixture::read(&csv(&[("Alm", 40), ("Björk", 30), ("Cypress", 7)]), Some(profile));
    let turned = Protected::new(turned.dataset.expect("a dataset"));
    let before = [first, second];
    for of in 0..3 {
        let found = Leaving::of(&turned, Lang::Sv).years(&table(&turned, of), of, None);
        assert_eq!(found.judge(&before).0, Outcome::Saved, "the same numbers in another order");
    }
    let grown = schools(&[("Alm", 41), ("Björk", 30), ("Cypress", 12)]);
    let pupils_before = [pupils(&turned).judge(&[]).1];
    assert_eq!(pupils(&grown).judge(&pupils_before).0, Outcome::Together, "pupils are pupils");
}

#[test]
fn a_withheld_value_slipped_in_is_found() {
    let town = schools(&[("Alm", 40), ("Björk", 30), ("Cypress", 7)]);
    let mut shown = trend(&town, &Selection::first(&town), 0, "a.csv", Lang::Sv).table;
    assert_eq!(Leaving::of(&town, Lang::Sv).years(&shown, 0, None).judge(&[]).0, Outcome::Saved);
    let cypress = shown.rows.iter().position(|row| row.heading == "Cypress").expect("the school");
    for (value, sub) in [("73,0\u{a0}%", "7\u{a0}elever"), ("många", "")] {
        shown.rows[cypress].cells[0] =
            screen::TableCell { number: Number::Shown(value.to_owned()), sub: sub.to_owned() };
        let outcome = Leaving::of(&town, Lang::Sv).years(&shown, 0, None).judge(&[]).0;
        assert_eq!(outcome, Outcome::Blocked, "{value}");
    }
}

/// A file of report 88 with a total and two programmes, of which one is withheld.
fn report_88(programme: &str) -> Protected {
    let line = |programme: &str, pupils: &str, share: &str| {
        format!("Skolan;10000001;Byn;9999;Kommunal;Byn;2120000000;{programme};{pupils};{share};..;13,4\n")
    };
    let mut csv = "Valt läsår: 2021/22\n\nSkola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;Program;Totalt antal;Andel (%) med examen;Andel (%) med grundl. behörighet;GBP för elever med examen eller studiebevis\n".to_owned();
    csv += &line("Yrkesprogram", "23", "65,2");
    csv += &line("Bygg- och anläggningsprogrammet", programme, "62,5");
    csv += &line("El- och energiprogrammet", "..", "..");
    Protected::new(fixture::dataset(&csv))
}

#[test]
fn what_skolverket_withholds_is_computed_from_the_rest_and_ours_is_not() {
    let file = report_88("16");
    let source = Leaving::of(&file, Lang::Sv).attack_source();
    assert!(source.computable >= 2, "seven pupils, five of them with a diploma: {source:?}");
    let shown = Leaving::of(&file, Lang::Sv).everything().attack();
    assert!(shown.clean() && shown.tried >= 2, "{shown:?}");
    let programmes = file.dimension(Dim::Programme).expect("programmes");
    let building = programmes.find("Bygg- och anläggningsprogrammet").expect("the programme");
    let sixteen = file.spot(PROGRAMMES, &[0, 0, building]).expect("its row");
    assert!(sixteen.pupils().get().is_err(), "the sixteen are withheld");
}

/// Two programmes of a hundred pupils, with diplomas within three and four years.
fn years(linked: bool, three: [usize; 2], four: [usize; 2]) -> Protected {
    let mut csv = "Läsår;Skola;Program;Närvaro;Examen 3 år;Examen 4 år\n".to_owned();
    for (at, (programme, pupils)) in
        [("Naturvetenskapsprogrammet", 60), ("Teknikprogrammet", 40)].into_iter().enumerate()
    {
        csv.extend((0..pupils).map(|pupil| {
            let has = |of: usize| if pupil < of { "Ja" } else { "Nej" };
            format!("2023/24;Alm;{programme};90;{};{}\n", has(three[at]), has(four[at]))
        }));
    }
    let mut profile = data::pupil_profile();
    profile.indicators[2] = data::Indicator {
        id: "examen_4".into(),
        name: data::Text::new("Examen inom fyra år", "Diploma within four years"),
        columns: vec!["Examen 4 år".into()],
        ..profile.indicators[1].clone()
    };
    profile.indicators[1].within = linked.then(|| "examen_4".into());
    let profile = data::Profile::from_json(&profile.to_json()).ok();
    Protected::new(fixture::read(&csv, profile).dataset.expect("a dataset"))
}

#[test]
fn v12_what_is_within_another_indicator_is_not_computed_from_it() {
    let shown = |dataset: &Protected, of: usize| {
        dataset.spots(PROGRAMMES).map(|(_, spot)| spot.value(of).shown().is_some()).collect::<Vec<bool>>()
    };
    // 4 of the 40 have it after three years, which is hidden; after four years 6 have, so that it is three at least.
    let (linked, apart) = (years(true, [20, 4], [21, 6]), years(false, [20, 4], [21, 6]));
    assert_eq!((shown(&apart, 1), shown(&apart, 2)), (vec![false, false], vec![true, true]));
    assert_eq!((shown(&linked, 1), shown(&linked, 2)), (vec![false, false], vec![false, false]));
    assert!(Leaving::of(&linked, Lang::Sv).everything().attack().clean());
    let mut known = Leaving::of(&apart, Lang::Sv).everything();
    assert!(known.document.relations.is_empty());
    known.document.relations.push(Relation::Cumulative(vec![1, 2]));
    assert_eq!(known.attack().narrow, 1, "whoever knows it finds it out");
    // Where the data contradict it, nobody can conclude anything.
    let wrong = years(true, [20, 7], [21, 6]);
    assert!(Leaving::of(&wrong, Lang::Sv).everything().attack().clean());
}

/// Twelve pupils of whom each was there every hour: their mean is what each one has.
#[test]
fn what_each_of_few_pupils_has_is_not_told_by_their_mean() {
    let file = |few: &[u32]| {
        let others = |count: u32, by: u32| (0..count).map(|pupil| 55 + pupil * by % 43).collect::<Vec<u32>>();
        let programmes = [
            ("Naturvetenskapsprogrammet", few.to_vec()),
            ("Teknikprogrammet", others(30, 7)),
            ("Ekonomiprogrammet", others(25, 11)),
        ];
        let mut csv = "Läsår;Skola;Program;Närvaro\n".to_owned();
        for (programme, present) in programmes {
            csv.extend(present.iter().map(|present| format!("2023/24;Alm;{programme};{present}\n")));
        }
        Protected::new(fixture::dataset(&csv))
    };
    let shown = |data: &Protected| {
        let programmes = (0..3).map(|programme| data.spot(PROGRAMMES, &[0, 0, programme]).expect("rows"));
        programmes.map(|spot| spot.value(0).shown().is_some()).collect::<Vec<bool>>()
    };
    for few in [[100; 12], [80; 12]] {
        let data = file(&few);
        assert_eq!(shown(&data).iter().filter(|shown| **shown).count(), 1, "one more is withheld to protect it");
        let found = Leaving::of(&data, Lang::Sv).everything().attack();
        assert!(found.clean(), "{found:?}");
    }
    assert_eq!(shown(&file(&[60, 100, 90, 85, 70, 77, 64, 91, 99, 83, 58, 88])), [true; 3]);
    assert_eq!(shown(&file(&[100; 20])), [true; 3], "of twenty it is shown, as of a share");
}

/// A mean of noughts and hundreds is a share: of fourteen pupils three have nought.
#[test]
fn a_mean_of_two_values_is_protected_as_a_share() {
    let shown = |noughts: usize, highest: &str| {
        let mut csv = "Läsår;Skola;Program;Närvaro\n".to_owned();
        for (programme, pupils, noughts) in [("NA", 14, noughts), ("TE", 40, 17), ("EK", 30, 12)] {
            let present = (0..pupils).map(|pupil| {
                if pupil < noughts {
                    "0"
                } else if pupil == 39 {
                    highest
                } else {
                    "100"
                }
            });
            csv.extend(present.map(|present| format!("2023/24;Alm;{programme};{present}\n")));
        }
        let data = Protected::new(fixture::dataset(&csv));
        let programmes = (0..3).map(|programme| data.spot(PROGRAMMES, &[0, 0, programme]).expect("rows"));
        let shown = programmes.filter(|spot| spot.value(0).shown().is_some()).count();
        assert!(Leaving::of(&data, Lang::Sv).everything().attack().clean());
        shown
    };
    assert_eq!(shown(3, "100"), 1, "and one more is withheld, so that it cannot be computed");
    assert_eq!(shown(6, "100"), 3);
    assert_eq!(shown(3, "50"), 3, "there are more than two");
}

/// Of few grades, mean and spread tell how many pupils have which: of fewer than a hundred the spread is not told.
#[test]
fn how_far_apart_few_grades_are_is_told_of_many_pupils_only() {
    let mut profile = data::pupil_profile();
    profile.indicators[2].steps = vec![0.0, 10.0, 12.5, 15.0, 17.5, 20.0];
    let mut csv = "Läsår;Skola;Betygspoäng\n".to_owned();
    for (school, pupils) in [("Alm", 120), ("Björk", 99)] {
        let grades = ["10", "12,5", "15", "17,5", "0", "20"].iter().cycle().take(pupils);
        csv.extend(grades.map(|grade| format!("2023/24;{school};{grade}\n")));
    }
    let data = Protected::new(fixture::read(&csv, Some(profile)).dataset.expect("a dataset"));
    let value = |school: u16| data.spot(crate::disclose::SCHOOLS, &[school, 0]).expect("rows").value(2);
    let [many, few] = [0, 1].map(|school| value(school).shown().copied().expect("it is shown"));
    assert!(many.interval.is_some() && few.interval.is_none());
    assert!(few.sd().is_none() && value(0).above(&value(1)).is_none());
}
