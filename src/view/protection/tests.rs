//! What the panel says of few withheld numbers.

use super::*;
use crate::disclose::Protected;
use crate::ingest::fixture;

fn cost(programmes: &[(usize, &[u32])], lang: Lang) -> String {
    let mut csv = "Läsår;Skola;Program;Närvaro\n".to_owned();
    for (school, programmes) in programmes {
        for (programme, pupils) in programmes.iter().enumerate() {
            csv.extend((0..*pupils).map(|pupil| format!("2023/24;Skola {school};P{programme};{}\n", 60 + pupil % 40)));
        }
    }
    let found = panel(&Protected::new(fixture::dataset(&csv)), None, lang);
    let terms = ["Vad skyddet kostar", "What protection costs"];
    let fact = found.facts.into_iter().find(|(term, _)| terms.contains(&term.as_str()));
    fact.expect("it is told").1.replace('\u{a0}', " ")
}

/// That seven of seventy-two pupils are in numbers withheld for their own sake is the number of pupils that is withheld.
#[test]
fn how_few_are_withheld_for_their_own_sake_is_not_told() {
    for lang in [Lang::Sv, Lang::En] {
        for programmes in [&[40_u32, 25, 7][..], &[40, 6, 8], &[7; 9]] {
            let told = cost(&[(0, programmes)], lang);
            assert!(!told.contains(|letter: char| letter.is_ascii_digit()), "{told}");
        }
        assert!(!cost(&[(0, &[40, 25])], lang).contains(char::is_numeric));
    }
}

#[test]
fn of_many_it_is_told_in_whole_per_cent() {
    let schools: Vec<(usize, &[u32])> = (0..40).map(|school| (school, &[60_u32, 55, 25, 7][..])).collect();
    assert_eq!(
        cost(&schools, Lang::Sv),
        "80 tal döljs för sin egen skull och 80 för att de inte ska kunna räknas ut. 11 % av elevernas värden ingår bara i dolda tal på sin nivå, mot 2 % om bara de första doldes."
    );
}
