//! Published and recomputed reference values of the files that can be used.

use indicator_explorer::data::{Dataset, Dim};
use indicator_explorer::query::{Estimate, Filter, group};

use crate::{import, profiles};

/// Number of pupils and value of one indicator, of all rows or of those with one label.
fn value(dataset: &Dataset, indicator: usize, of: Option<(Dim, &str)>) -> (u64, f64) {
    let (by, code) = match of {
        Some((dim, name)) => {
            let found = dataset.dimension(dim).and_then(|dimension| dimension.find(name));
            (vec![dim], vec![found.unwrap_or_else(|| panic!("no label {name}"))])
        }
        None => (Vec::new(), Vec::new()),
    };
    let groups = group(dataset, &Filter::all(), &by);
    let group = groups.get(&code).expect("a group");
    let profile = &dataset.profile;
    let estimate = Estimate::of(&group.cells[indicator], &profile.indicators[indicator]).expect("a value");
    (estimate.pupils, estimate.value)
}

/// Indicator, label, number of pupils and value, to half a unit of the last digit given.
type Reference = (usize, Option<(Dim, &'static str)>, u64, f64, f64);

fn check(dataset: &Dataset, references: &[Reference]) {
    for (indicator, of, pupils, expected, within) in references {
        let (found, value) = value(dataset, *indicator, *of);
        assert_eq!(found, *pupils, "{indicator} {of:?}");
        assert!((value - expected).abs() <= *within, "{indicator} {of:?}: {value}, not {expected}");
    }
}

#[test]
fn pupils_of_hsb_by_sector_and_school() {
    let Some(found) = import("hsb/Hsb82.csv", Some(profiles::hsb())) else { return };
    check(
        &found.dataset.expect("a dataset"),
        &[
            (0, None, 7185, 12.747_852_6, 5e-8),
            (0, Some((Dim::ProviderType, "Catholic")), 3543, 14.1703, 5e-5),
            (0, Some((Dim::ProviderType, "Public")), 3642, 11.3641, 5e-5),
            (0, Some((Dim::School, "1224")), 47, 9.7154, 5e-5),
            (0, Some((Dim::School, "1288")), 25, 13.5108, 5e-5),
            (0, Some((Dim::School, "1296")), 48, 7.6360, 5e-5),
        ],
    );
}

#[test]
fn pupils_of_exam_by_sex() {
    let Some(found) = import("exam/Exam.csv", Some(profiles::exam())) else { return };
    let dataset = found.dataset.expect("a dataset");
    check(&dataset, &[(0, None, 4059, -0.000_114, 5e-7), (1, None, 4059, 0.001_810, 5e-7)]);
    let of = |name| value(&dataset, 0, Some((Dim::Gender, name))).0;
    assert_eq!((of("F"), of("M"), dataset.labels(Dim::School).len()), (2436, 1623, 65));
}

#[test]
fn pupils_of_student_por() {
    let Some(found) = import("uci-student/student-por.csv", Some(profiles::student_por())) else { return };
    check(
        &found.dataset.expect("a dataset"),
        &[(2, Some((Dim::School, "GP")), 423, 12.5768, 5e-5), (2, Some((Dim::School, "MS")), 226, 10.6504, 5e-5)],
    );
}

#[test]
fn pupils_of_star_and_pisa() {
    if let Some(found) = import("star/AER_STAR.csv", Some(profiles::star())) {
        let references = [(0, None, 5789, 436.725_341, 5e-7), (1, None, 5871, 485.377_108, 5e-7)];
        check(&found.dataset.expect("a dataset"), &references);
    }
    if let Some(found) = import("pisa/pisa_student_subset_2000_2022.csv", Some(profiles::pisa())) {
        let dataset = found.dataset.expect("a dataset");
        let years: Vec<&str> = dataset.labels(Dim::Year).iter().map(|label| label.name.as_str()).collect();
        let expected = ["1999/00", "2002/03", "2005/06", "2008/09", "2011/12", "2014/15", "2017/18", "2021/22"];
        assert_eq!((years, dataset.labels(Dim::Municipality).len()), (expected.to_vec(), 38));
    }
}

#[test]
fn groups_are_weighted_by_their_pupils() {
    if let Some(found) = import("nyc/sat_results.csv", Some(profiles::sat())) {
        // 57 schools are written as `s`, their number of takers, too.
        check(&found.dataset.expect("a dataset"), &[(1, None, 46_445, 461.494_327, 5e-7)]);
    }
    if let Some(found) = import("nyc/demographics.csv", Some(profiles::demographics())) {
        let references = [
            (0, Some((Dim::Year, "2005/06")), 986_431, 12.504_739, 5e-7),
            (0, Some((Dim::Year, "2011/12")), 971_919, 14.533_487, 5e-7),
        ];
        check(&found.dataset.expect("a dataset"), &references);
    }
    if let Some(found) = import("caschools/CASchools.csv", Some(profiles::ca_schools_by_code())) {
        check(&found.dataset.expect("a dataset"), &[(1, None, 1_104_093, 650.254_343, 5e-7)]);
    }
}
