//! The meter of k-anonymity says what is so, and comforts nobody.

use super::*;
use crate::ingest::fixture;

fn of(csv: &str, lang: Lang) -> Option<Panel> {
    let found = fixture::read(csv, None);
    anonymity(&Protected::new(found.dataset.expect("a dataset")), &found.report, lang)
}

fn class(csv: &mut String, gender: &str, pupils: usize) {
    (0..pupils).for_each(|pupil| csv.extend([format!("2023/24;Alm;{gender};V{};{}\n", pupil % 3, 70 + pupil)]));
}

/// The one girl is a group whose number of pupils is withheld: the meter must not tell it.
#[test]
fn that_pupils_are_alone_is_said_and_nothing_else_is_told_of_them() {
    let mut csv = "Läsår;Skola;Kön;Studieväg;Närvaro\n".to_owned();
    class(&mut csv, "Kvinna", 1);
    class(&mut csv, "Man", 24);
    let found = of(&csv.replace("Studieväg", "Grupp"), Lang::Sv).expect("pupil rows");
    assert_eq!(found.first, "Filen är pseudonymiserad, inte anonym.");
    assert!(
        found
            .say
            .starts_with("Det finns elever som är ensamma eller bland få om sin kombination av skola, läsår och kön."),
        "{}",
        found.say
    );
    let facts: Vec<String> =
        found.facts.iter().map(|(term, text)| format!("{term}: {text}").replace('\u{a0}', " ")).collect();
    assert_eq!(
        facts,
        [
            "Räknat på: skola, läsår och kön",
            "Minsta grupp: färre än 10 elever (k-anonymitet: k < 10)",
            "I grupper under 10: sägs inte, för det kunde visa hur små de är",
            "Läses inte: Grupp. Det som inte läses räknas inte här, men gör det lättare att känna igen en elev i filen.",
        ]
    );
}

#[test]
fn of_many_small_groups_the_share_is_told_roughly() {
    let mut csv = "Läsår;Skola;Kön;Grupp;Närvaro\n".to_owned();
    class(&mut csv, "Man", 30);
    for school in 0..30 {
        let mut one = String::new();
        class(&mut one, "Kvinna", 2);
        csv += &one.replace("Alm", &format!("Skola {school}"));
    }
    let found = of(&csv, Lang::Sv).expect("pupil rows");
    let told = |lang: Lang| of(&csv, lang).expect("rows").facts[2].1.replace('\u{a0}', " ");
    assert_eq!(found.facts[2].0, "I grupper under 10");
    assert_eq!([told(Lang::Sv), told(Lang::En)], ["mellan 60 och 70 % av raderna", "between 60 and 70% of the rows"]);
}

#[test]
fn large_groups_are_no_comfort() {
    let mut csv = "Läsår;Skola;Kön;Program;Närvaro\n".to_owned();
    class(&mut csv.clone(), "Man", 0);
    (0..40).for_each(|_| csv.push_str("2023/24;Alm;Man;Teknikprogrammet;80\n"));
    for lang in [Lang::Sv, Lang::En] {
        let found = of(&csv, lang).expect("pupil rows");
        assert!(found.first.contains(lang.pick("inte anonym", "not anonymous")));
        assert!(found.say.contains(lang.pick("också i stora grupper", "in large groups, too")), "{}", found.say);
        assert!(
            found.say.ends_with(lang.pick("Behandla filen som personuppgifter.", "Treat the file as personal data."))
        );
    }
}

#[test]
fn columns_that_point_out_persons_are_named() {
    let csv =
        "Läsår;Skola;Elev-ID;E-post;Närvaro\n2023/24;Alm;a1;anna@exempel.se;80\n2023/24;Alm;a2;bo@exempel.se;81\n";
    let found = of(csv, Lang::Sv).expect("pupil rows");
    let persons = found.facts.iter().find(|(term, _)| term == "Personuppgifter").expect("they are named");
    assert!(persons.1.starts_with("Elev-ID och E-post."), "{}", persons.1);
    let everything = format!("{found:?}");
    assert!(!everything.contains("anna@") && !everything.contains("a1"), "{everything}");
}

#[test]
fn published_numbers_are_about_no_single_pupil() {
    assert_eq!(of("Läsår;Skola;Antal elever;Närvaro\n2023/24;Alm;40;80\n", Lang::Sv), None);
}
