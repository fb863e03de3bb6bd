//! Every real file: a dataset with the right numbers, or a sentence that says why it is not used. Skipped, and saying so, where the
//! files are not there.
//!
//! `cargo test --test real_files -- --nocapture` prints what became of each.

mod profiles;
mod published;
mod values;

use std::path::{Path, PathBuf};

use indicator_explorer::data::{Lang, Profile};
use indicator_explorer::ingest::{Importer, Ingested, Reason, Refusal};
use indicator_explorer::view::report::report;

/// A folder with real files beside the checkout.
fn shared(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if !file.exists() {
        println!("skipped: {} is not on this machine", file.display());
        return None;
    }
    Some(file)
}

fn import(path: &str, profile: Option<Profile>) -> Option<Ingested> {
    let bytes = std::fs::read(shared(path)?).expect("the file can be read");
    let mut importer = Importer::new(profile);
    importer.begin_file(path.rsplit('/').next().unwrap_or(path));
    bytes.chunks(100_000).for_each(|chunk| importer.push(chunk));
    Some(importer.finish())
}

/// What a file gives.
enum Gives {
    /// So many rows that are used, and those that are not, by reason.
    Rows(u64, &'static [(Reason, u64)]),
    /// No row: why, and words of the sentence.
    Nothing(Refusal, &'static [&'static str]),
}

use Gives::{Nothing, Rows};

/// One file with one profile.
type Line = (&'static str, Option<fn() -> Profile>, Gives);

#[rustfmt::skip]
const FILES: &[Line] = &[
    // With the built-in profiles.
    ("caschools/CASchools.csv", None, Nothing(Refusal::NoIndicator, &["district, school, county, grades", "och 7 till", "Närvaro"])),
    ("edsight/chronic_absenteeism_2014-15_all-students.csv", None, Nothing(Refusal::NoIndicator, &["% Chronically Absent"])),
    ("edsight/chronic_absenteeism_2014-15_race.csv", None, Nothing(Refusal::NoIndicator, &["Race/Ethnicity, % Chronically Absent"])),
    ("edsight/chronic_absenteeism_2015-16_all-students.csv", None, Nothing(Refusal::NoIndicator, &["% Chronically Absent"])),
    ("edsight/chronic_absenteeism_2015-16_race.csv", None, Nothing(Refusal::NoIndicator, &["Race/Ethnicity, % Chronically Absent"])),
    ("england/england_abs.csv", None, Nothing(Refusal::NoIndicator, &["LA, ESTAB, URN, PERCTOT, PPERSABS15."])),
    ("exam/Exam.csv", None, Nothing(Refusal::NoIndicator, &["school, normexam", "och 3 till"])),
    ("hsb/Hsb82.csv", None, Nothing(Refusal::NoIndicator, &["ses, mAch"])),
    ("kolada/kolada_gymnasium_raw.csv", None, Nothing(Refusal::NoSchool, &["vilken skola", "kpi, municipality_id, year"])),
    ("nyc/demographics.csv", None, Nothing(Refusal::NoIndicator, &["DBN, Name, schoolyear", "och 30 till"])),
    ("nyc/sat_results.csv", None, Nothing(Refusal::NoIndicator, &["SCHOOL NAME, Num of SAT Test Takers"])),
    ("pisa/pisa_student_subset_2000_2022.csv", None, Nothing(Refusal::NoIndicator, &["year, country, school_id"])),
    ("skolverket-grundskola/antal_elever_2023.csv", None, Nothing(Refusal::NoIndicator, &["Skola, Skol-enhetskod, Skolkommun"])),
    ("skolverket-grundskola/betyg_ak6_kommun_2018_19.csv", None, Nothing(Refusal::NoIndicator, &["Kommun, Kommun-kod", "Antal elever Totalt"])),
    ("skolverket-grundskola/gymnasieskola_kostnader_2020.csv", None, Nothing(Refusal::NoIndicator, &["Kommun, Kommun-kod", "Genomsnittligt elevantal"])),
    ("skolverket88/excel_cp1252_2021.csv", None, Rows(1110, &[])),
    ("skolverket88/gymnasiet_avgangselever_2020.csv", None, Rows(6255, &[(Reason::Text, 24), (Reason::Empty, 1)])),
    ("skolverket88/gymnasiet_avgangselever_2021.csv", None, Rows(6216, &[(Reason::Text, 24), (Reason::Empty, 1)])),
    ("skolverket88/huddinge_cp1252_crlf.csv", None, Rows(266, &[])),
    ("skolverket88/huddinge_utf8.csv", None, Rows(266, &[])),
    ("star/AER_STAR.csv", None, Nothing(Refusal::NoIndicator, &["gender, ethnicity, birth"])),
    ("uci-student/student-por.csv", None, Nothing(Refusal::NoIndicator, &["school, sex, age", "och 25 till"])),
    // With a profile for them.
    ("caschools/CASchools.csv", Some(profiles::ca_schools), Rows(409, &[(Reason::Conflict, 11)])),
    ("caschools/CASchools.csv", Some(profiles::ca_schools_by_code), Rows(420, &[])),
    ("edsight/chronic_absenteeism_2014-15_all-students.csv", Some(profiles::edsight), Nothing(Refusal::NoPupils, &["hur många elever", "% Chronically Absent"])),
    ("edsight/chronic_absenteeism_2015-16_race.csv", Some(profiles::edsight), Nothing(Refusal::NoPupils, &["hur många elever", "Race/Ethnicity"])),
    ("edsight/chronic_absenteeism_2014-15_all-students.csv", Some(profiles::edsight_as_means), Nothing(Refusal::NoPupils, &["hur många elever"])),
    ("england/england_abs.csv", Some(profiles::england), Nothing(Refusal::NoPupils, &["hur många elever", "PERCTOT"])),
    ("exam/Exam.csv", Some(profiles::exam), Rows(4059, &[])),
    ("exam/Exam.csv", Some(profiles::exam_by_pupil), Rows(4055, &[(Reason::PupilTwice, 4)])),
    ("hsb/Hsb82.csv", Some(profiles::hsb), Rows(7185, &[])),
    ("kolada/kolada_gymnasium_raw.csv", Some(profiles::kolada), Nothing(Refusal::NoSchool, &["vilken skola", "kpi, municipality_id"])),
    ("nyc/demographics.csv", Some(profiles::demographics), Rows(10_075, &[])),
    ("nyc/sat_results.csv", Some(profiles::sat), Rows(478, &[])),
    ("pisa/pisa_student_subset_2000_2022.csv", Some(profiles::pisa), Rows(14_374, &[(Reason::PupilTwice, 26)])),
    ("skolverket-grundskola/antal_elever_2023.csv", Some(profiles::pupils_by_year), Rows(4665, &[(Reason::Empty, 5), (Reason::Text, 19)])),
    ("skolverket-grundskola/betyg_ak6_kommun_2018_19.csv", Some(profiles::grades_of_year_6), Nothing(Refusal::NoSchool, &["vilken skola", "Typ av huvudman, Ämne"])),
    ("skolverket-grundskola/betyg_ak6_kommun_2018_19.csv", Some(profiles::grades_by_municipality), Nothing(Refusal::Ambiguous, &["flera rader", "ämne"])),
    ("skolverket-grundskola/gymnasieskola_kostnader_2020.csv", Some(profiles::costs), Nothing(Refusal::NoSchool, &["vilken skola", "Kommun, Kommun-kod"])),
    ("star/AER_STAR.csv", Some(profiles::star), Rows(6325, &[(Reason::School, 5273)])),
    ("uci-student/student-por.csv", Some(profiles::student_por), Rows(649, &[])),
];

/// The folders that hold files.
const FOLDERS: [&str; 12] = [
    "caschools",
    "edsight",
    "england",
    "exam",
    "hsb",
    "kolada",
    "nyc",
    "pisa",
    "skolverket-grundskola",
    "skolverket88",
    "star",
    "uci-student",
];

#[test]
fn every_file_gives_its_rows_or_says_why_not() {
    for (path, profile, expected) in FILES {
        let Some(found) = import(path, profile.map(|profile| profile())) else { continue };
        let file = &found.report.files[0];
        let mut aside: Vec<(Reason, u64)> = file.set_aside.iter().map(|group| (group.reason, group.rows)).collect();
        aside.sort_unstable();
        let said: u64 = aside.iter().map(|(_, rows)| rows).sum();
        assert_eq!(file.rows_read, file.rows_used + said, "{path}: every row is accounted for");
        let words = report(&found.report, found.dataset.as_ref().map(|dataset| &dataset.profile), Lang::Sv);
        let sentence = words.files[0].refused.clone().map(|(what, then)| format!("{what} {then}")).unwrap_or_default();
        println!("{path}{}: {}", if profile.is_some() { " (egen profil)" } else { "" }, words.say);
        println!("    {}{sentence} {aside:?}", words.files[0].form);
        match expected {
            Rows(used, expected) => {
                let mut expected = expected.to_vec();
                expected.sort_unstable();
                assert_eq!((file.rows_used, &file.refused, aside), (*used, &None, expected), "{path}");
                assert!(found.dataset.is_some(), "{path}");
            }
            Nothing(refusal, words) => {
                assert_eq!(file.refused.as_ref(), Some(refusal), "{path}");
                assert!(found.dataset.is_none(), "{path}");
                for word in *words {
                    assert!(sentence.contains(word), "{path}: {word} is not in {sentence}");
                }
            }
        }
    }
}

#[test]
fn every_file_is_listed() {
    for folder in FOLDERS {
        let Some(path) = shared(folder) else { continue };
        for entry in std::fs::read_dir(path).expect("the folder can be read") {
            let name = format!("{folder}/{}", entry.expect("an entry").file_name().to_string_lossy());
            assert!(FILES.iter().any(|(path, profile, _)| *path == name && profile.is_none()), "{name}");
        }
    }
}
