//! The national report 88 files against their published reference values. Skipped, and saying so, where the files are not there.

use std::path::{Path, PathBuf};

use indicator_explorer::data::{Dataset, Dim, Profile, Shape};
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::query::{Estimate, Filter, Group, group};

/// A folder with real files beside the checkout.
fn shared(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if !file.exists() {
        println!("skipped: {} is not on this machine", file.display());
        return None;
    }
    Some(file)
}

fn import(profile: Option<Profile>, paths: &[&str]) -> Option<Ingested> {
    let mut importer = Importer::new(profile);
    for path in paths {
        let bytes = std::fs::read(shared(path)?).expect("the file can be read");
        importer.begin_file(path);
        for chunk in bytes.chunks(100_000) {
            importer.push(chunk);
        }
    }
    let ingested = importer.finish();
    let report = &ingested.report;
    assert_eq!(report.rows_read(), report.rows_used() + report.rows_set_aside(), "every row is accounted for");
    Some(ingested)
}

fn one<'a>(dataset: &'a Dataset, filter: &Filter, by: &[Dim], key: &[&str]) -> (Group, &'a Profile) {
    let groups = group(dataset, filter, by);
    let codes: Vec<u16> = by
        .iter()
        .zip(key)
        .map(|(dim, name)| {
            dataset.dimension(*dim).and_then(|dimension| dimension.find(name)).expect("a label of this name")
        })
        .collect();
    (groups.get(&codes).expect("a group").clone(), &dataset.profile)
}

fn shown(group: &Group, profile: &Profile, indicator: usize) -> (u64, f64) {
    let estimate = Estimate::of(&group.cells[indicator], &profile.indicators[indicator]).expect("a value");
    (estimate.pupils, estimate.value)
}

const NATIONAL: [&str; 2] =
    ["skolverket88/gymnasiet_avgangselever_2020.csv", "skolverket88/gymnasiet_avgangselever_2021.csv"];

#[test]
fn huddinge_has_its_reference_values() {
    let Some(ingested) = import(None, &NATIONAL) else { return };
    let dataset = ingested.dataset.expect("a dataset");
    assert_eq!(dataset.shape, Shape::Aggregated);
    let huddinge = || {
        let code =
            dataset.dimension(Dim::Municipality).and_then(|dimension| dimension.find("Huddinge")).expect("Huddinge");
        Filter::all().with(Dim::Municipality, [code])
    };
    for (year, value) in [("2019/20", 83.275), ("2020/21", 89.080)] {
        let (group, profile) = one(&dataset, &huddinge(), &[Dim::Year], &[year]);
        assert!((shown(&group, profile, 0).1 - value).abs() < 0.0005, "{year}: {:?}", shown(&group, profile, 0));
    }
    for (school, year, pupils, value) in [
        ("Sjödalsgymnasiet", "2019/20", 287, 76.0),
        ("Sjödalsgymnasiet", "2020/21", 208, 84.1),
        ("Sågbäcksgymnasiet", "2019/20", 76, 56.6),
        ("Sågbäcksgymnasiet", "2020/21", 69, 75.4),
        ("Östra gymnasiet", "2019/20", 248, 98.4),
        ("Östra gymnasiet", "2020/21", 250, 98.0),
    ] {
        let (group, profile) = one(&dataset, &huddinge(), &[Dim::School, Dim::Year], &[school, year]);
        let (found, share) = shown(&group, profile, 0);
        assert_eq!(found, pupils, "{school} {year}");
        assert!((share - value).abs() < 1e-9, "{school} {year}: {share}");
    }
}

#[test]
fn no_leaver_is_counted_twice() {
    let Some(ingested) = import(None, &NATIONAL) else { return };
    let dataset = ingested.dataset.expect("a dataset");
    for (year, leavers) in [("2019/20", 87_496), ("2020/21", 93_404)] {
        let (group, _) = one(&dataset, &Filter::all(), &[Dim::Year], &[year]);
        assert_eq!(group.pupils, leavers, "{year}");
    }
    assert_eq!(ingested.report.rows_used(), 6255 + 6216);
    assert_eq!(ingested.report.rows_missed(), 0, "what follows the table is only text");
}

#[test]
fn both_huddinge_files_load_equal() {
    let load = |path| import(None, &[path]).map(|ingested| ingested.dataset.expect("a dataset"));
    let (Some(utf8), Some(windows)) =
        (load("skolverket88/huddinge_utf8.csv"), load("skolverket88/huddinge_cp1252_crlf.csv"))
    else {
        return;
    };
    assert_eq!(utf8, windows);
    assert_eq!(utf8.labels(Dim::Year).len(), 5);
}

#[test]
fn overlapping_files_count_no_row_twice() {
    let Some(ingested) = import(None, &[NATIONAL[0], "skolverket88/huddinge_utf8.csv"]) else { return };
    let dataset = ingested.dataset.expect("a dataset");
    let (group, _) = one(&dataset, &Filter::all(), &[Dim::Year], &["2019/20"]);
    assert_eq!(group.pupils, 87_496);
}

#[test]
fn the_sheet_without_programme_column_is_all_totals() {
    let Some(ingested) = import(None, &["skolverket88/excel_cp1252_2021.csv"]) else { return };
    let dataset = ingested.dataset.expect("a dataset");
    let (group, _) = one(&dataset, &Filter::all(), &[Dim::Year], &["2020/21"]);
    assert_eq!(group.pupils, 93_404);
}

#[test]
fn mapped_pupil_rows_give_their_means() {
    let profile = Profile::from_json(include_str!("fixtures/student-por.profile.json")).expect("a profile");
    let Some(ingested) = import(Some(profile), &["uci-student/student-por.csv"]) else { return };
    let dataset = ingested.dataset.expect("a dataset");
    for (school, pupils, mean) in [("GP", 423, 12.5768), ("MS", 226, 10.6504)] {
        let (group, profile) = one(&dataset, &Filter::all(), &[Dim::School], &[school]);
        let (found, value) = shown(&group, profile, 2);
        assert_eq!(found, pupils);
        assert!((value - mean).abs() < 0.00005, "{school}: {value}");
    }
}
