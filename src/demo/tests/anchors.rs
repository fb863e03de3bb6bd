//! The levels are those of Swedish upper-secondary schools (SKR, Öppna jämförelser 2020 and 2021; Skolverket).

use super::*;

fn assert_between(value: f64, range: std::ops::RangeInclusive<f64>, what: &str) {
    assert!(range.contains(&value), "{what}: {value}");
}

#[test]
fn examen_and_betygspoang_by_kind_of_programme() {
    let kinds = grouped(|row| row.programme.vocational);
    assert_between(examen(&kinds[&true]), 73.0..=75.9, "examen, yrkesprogram");
    assert_between(examen(&kinds[&false]), 79.0..=81.5, "examen, högskoleförberedande");
    assert_between(grade(&kinds[&true]).mean, 12.7..=13.3, "betygspoäng, yrkesprogram");
    let programmes = grouped(|row| row.programme.code);
    assert_between(grade(&programmes["EK"]).mean, 15.1..=15.5, "betygspoäng, EK");
    for (code, pupils) in &programmes {
        assert_between(examen(pupils), 66.0..=89.0, code);
        assert_between(grade(pupils).mean, 11.5..=16.5, code);
    }
}

#[test]
fn narvaro_by_school() {
    let schools = grouped(|row| row.school.name);
    for (name, pupils) in &schools {
        let found = narvaro(pupils);
        assert_between(found.mean, 83.5..=91.0, name);
        assert_between(found.sd().unwrap_or_default(), 5.0..=12.0, name);
    }
    // Skewed to the left: more pupils are above the mean than below it.
    let all: Vec<Row> = rows(SEED).collect();
    let mean = narvaro(&all).mean;
    let above =
        all.iter().filter(|row| row.pupil.narvaro.is_some_and(|tenths| f64::from(tenths) / 10.0 > mean)).count();
    assert!(above * 100 > all.len() * 54, "{above} of {}", all.len());
}

#[test]
fn cells_are_as_small_as_in_real_schools() {
    let cells = grouped(|row| (row.school.name, row.programme.code, row.year));
    let sizes: Vec<usize> = cells.values().map(Vec::len).collect();
    let small = sizes.iter().filter(|&&size| size < 10).count();
    let usual = sizes.iter().filter(|size| (10..=60).contains(*size)).count();
    assert!(small >= 10, "{small} cells below 10");
    assert!(usual * 10 > sizes.len() * 8, "{usual} of {} cells from 10 to 60", sizes.len());
}

#[test]
fn groups_differ_and_overlap_as_in_real_schools() {
    let all: Vec<Row> = rows(SEED).collect();
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    let education = grouped(|row| row.family.education);
    let background = grouped(|row| row.family.background);
    for (label, share, passed) in [
        (family::EDUCATION[0], 7.0..=9.5, 55.0..=61.0),
        (family::EDUCATION[1], 43.0..=48.0, 73.0..=77.0),
        (family::EDUCATION[2], 41.0..=45.0, 82.0..=86.0),
        ("", 2.5..=5.0, 70.0..=88.0),
    ] {
        assert_between(percent(education[label].len(), all.len()), share, label);
        assert_between(examen(&education[label]), passed, label);
    }
    for (label, share, passed) in [
        (family::BACKGROUND[0], 73.0..=78.0, 79.0..=82.0),
        (family::BACKGROUND[1], 21.0..=25.0, 66.0..=71.0),
        ("", 0.5..=2.0, 68.0..=88.0),
    ] {
        assert_between(percent(background[label].len(), all.len()), share, label);
        assert_between(examen(&background[label]), passed, label);
    }
}

#[test]
fn a_few_blanks_in_every_column_that_has_any() {
    let all: Vec<Row> = rows(SEED).collect();
    let blank = |is_blank: fn(&Pupil) -> bool| all.iter().filter(|row| is_blank(&row.pupil)).count();
    for (what, count, range) in [
        ("kön", blank(|pupil| pupil.girl.is_none()), 1..=9),
        ("meritvärde", blank(|pupil| pupil.merit.is_none()), 90..=190),
        ("närvaro", blank(|pupil| pupil.narvaro.is_none()), 40..=110),
        ("examen", blank(|pupil| pupil.examen.is_none()), 20..=80),
        ("betygspoäng despite examen", blank(|pupil| pupil.examen == Some(true) && pupil.grade.is_none()), 5..=50),
    ] {
        assert!(range.contains(&count), "{what}: {count}");
    }
}
