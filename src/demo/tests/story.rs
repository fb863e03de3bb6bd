//! What happens to the schools on purpose, and that pupils hang together.

use super::*;
use crate::stats::Verdict;
use crate::stats::difference::{newcombe, welch};
use crate::stats::normal::Z95;

/// The pupils of one school and result year.
fn cohort(school: &str, year: u16) -> Vec<Row> {
    rows(SEED).filter(|row| row.school.name == school && row.year == year).collect()
}

/// Pupils with examen, and pupils of whom it is known.
fn passed(pupils: &[Row]) -> (f64, f64) {
    let known = pupils.iter().filter_map(|row| row.pupil.examen);
    (known.clone().filter(|&examen| examen).count() as f64, known.count() as f64)
}

#[test]
fn alkullagymnasiet_improves_by_more_than_chance() {
    let last = narvaro(&cohort("Alkullagymnasiet", 2024));
    for before in [2022, 2023] {
        let change =
            welch(&last, &narvaro(&cohort("Alkullagymnasiet", before)), 0.95).expect("both cohorts have spread");
        assert_eq!(change.verdict(), Verdict::MoreThanChance, "{change:?}");
        assert!((2.0..6.0).contains(&change.estimate), "{change:?}");
    }
}

#[test]
fn nothing_else_happens_in_the_last_year() {
    let of = |school: &str, year: u16| {
        let pupils = cohort(school, year);
        (narvaro(&pupils), passed(&pupils), grade(&pupils))
    };
    for school in &town::SCHOOLS {
        let (last, before) = (of(school.name, 2024), of(school.name, 2023));
        let changes = [
            (school.name != "Alkullagymnasiet").then(|| welch(&last.0, &before.0, 0.95)).flatten(),
            newcombe(last.1.0, last.1.1, before.1.0, before.1.1, Z95),
            welch(&last.2, &before.2, 0.95),
        ];
        for change in changes.into_iter().flatten() {
            assert_ne!(change.verdict(), Verdict::MoreThanChance, "{}: {change:?}", school.name);
        }
    }
}

#[test]
fn narvaro_dips_in_the_pandemic_year() {
    let years = grouped(|row| row.year);
    let [before, dip, after] = [2020, 2021, 2022].map(|year| narvaro(&years[&year]));
    for other in [before, after] {
        let change = welch(&dip, &other, 0.95).expect("both years have spread");
        assert!(change.estimate < -1.0 && change.verdict() == Verdict::MoreThanChance, "{change:?}");
    }
}

#[test]
fn asvretsgymnasiet_is_too_small_to_show_in_some_years() {
    let sizes: Vec<usize> = town::YEARS.map(|year| cohort("Åsvretsgymnasiet", year).len()).collect();
    let hidden = sizes.iter().filter(|&&size| size < 10).count();
    assert!((2..=5).contains(&hidden), "{sizes:?}");
}

#[test]
fn merit_leads_to_narvaro_to_examen_to_betygspoang() {
    let halves = |value: fn(&Pupil) -> Option<u16>, limit: u16| {
        let (upper, lower): (Vec<Row>, Vec<Row>) = rows(SEED)
            .filter(|row| row.programme.code == "SA" && value(&row.pupil).is_some())
            .partition(|row| value(&row.pupil) >= Some(limit));
        (upper, lower)
    };
    let (strong, weak) = halves(|pupil| pupil.merit, 2_250);
    assert!(narvaro(&strong).mean - narvaro(&weak).mean > 3.0);
    let (present, absent) = halves(|pupil| pupil.narvaro, 890);
    assert!(examen(&present) - examen(&absent) > 10.0);
    assert!(grade(&present).mean - grade(&absent).mean > 0.5);
    let ((with, of), (without, among)) = (passed(&present), passed(&absent));
    let gap = newcombe(with, of, without, among, Z95).expect("both have pupils");
    assert_eq!(gap.verdict(), Verdict::MoreThanChance);
}
