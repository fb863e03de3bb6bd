//! Published figures beside what the formulas of `stats` give from the same rows, read straight from the files.
//!
//! `cargo test --test real_files published -- --nocapture` prints the tables.

use std::collections::BTreeMap;

use indicator_explorer::stats::least_squares::{Fit, fit};
use indicator_explorer::stats::{Moments, difference, pooling, shrinkage, student_t};

use crate::shared;

/// A figure: what it is, as published, as found, and how far they may be apart (half a unit of the last digit published).
type Figure<'a> = (&'a str, f64, f64, f64);

fn compare(file: &str, figures: &[Figure]) {
    println!("\n{file}\n{:<52} {:>14} {:>16} {:>10}", "", "published", "found", "difference");
    for (what, published, found, within) in figures {
        println!("{what:<52} {published:>14} {found:>16.8} {:>10.1e}", found - published);
        assert!((found - published).abs() <= *within, "{file}, {what}: {found}, not {published}");
    }
}

/// The rows of a file, by caption; `None`, with a word about it, where the file is not there.
fn rows(path: &str, separator: u8) -> Option<Vec<BTreeMap<String, String>>> {
    let file = shared(path)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_path(file).expect("the file can be read");
    Some(reader.deserialize().map(|row| row.expect("a row")).collect())
}

fn number(row: &BTreeMap<String, String>, column: &str) -> Option<f64> {
    row.get(column)?.replace(',', ".").parse().ok()
}

fn column(rows: &[BTreeMap<String, String>], column: &str) -> Vec<f64> {
    rows.iter().map(|row| number(row, column).expect("a number")).collect()
}

/// Count, mean and spread of `value` for each label in `by`.
fn groups(rows: &[BTreeMap<String, String>], by: &str, value: &str) -> BTreeMap<String, Moments> {
    let mut groups: BTreeMap<String, Moments> = BTreeMap::new();
    for row in rows {
        groups.entry(row[by].clone()).or_default().push(number(row, value).expect("a number"));
    }
    groups
}

fn line(predictor: &[f64], values: &[f64]) -> Fit {
    fit(&[predictor], values).expect("a line")
}

/// The part of the variance that lies between groups: ICC(1) of a one-way analysis of variance. It is what shrinkage finds beyond chance
/// when every mean has the variance within, divided by its pupils.
fn intraclass(groups: &[Moments]) -> f64 {
    let within = pooling::within_variance(groups).expect("pupils");
    let units: Vec<(f64, f64)> = groups.iter().map(|group| (group.mean, within / group.n as f64)).collect();
    let between = shrinkage::dersimonian_laird(&units).expect("groups").between;
    between / (between + within)
}

#[test]
fn published_figures_of_hsb() {
    let Some(rows) = rows("hsb/Hsb82.csv", b',') else { return };
    let (sectors, schools) = (groups(&rows, "sector", "mAch"), groups(&rows, "school", "mAch"));
    let groups: Vec<Moments> = schools.values().copied().collect();
    let all = pooling::pooled(&groups);
    let (catholic, public) = (sectors["Catholic"], sectors["Public"]);
    let gap = difference::welch(&catholic, &public, 0.95).expect("pupils");
    // The published degrees of freedom turn the interval back into t.
    let t = 2.0 * gap.estimate * student_t::quantile(0.975, 7137.82).expect("in range") / gap.interval.width();
    let ses = line(&column(&rows, "ses"), &column(&rows, "mAch"));
    let sd = |of: Moments| of.sd().expect("pupils");
    compare(
        "hsb/Hsb82.csv",
        &[
            ("mAch, mean", 12.747_852_6, all.mean, 5.1e-8),
            ("mAch, standard deviation", 6.878_245_7, sd(all), 5.1e-8),
            ("Catholic, pupils", 3543.0, catholic.n as f64, 0.0),
            ("Catholic, mean", 14.1703, catholic.mean, 5.1e-5),
            ("Catholic, standard deviation", 6.3590, sd(catholic), 5.1e-5),
            ("Public, pupils", 3642.0, public.n as f64, 0.0),
            ("Public, mean", 11.3641, public.mean, 5.1e-5),
            ("Public, standard deviation", 7.0799, sd(public), 5.1e-5),
            ("Catholic less Public, Welch's t at the published df", 17.6859, t, 5.1e-5),
            ("mAch by ses, intercept", 12.747_396, ses.coefficients[0], 5.1e-7),
            ("mAch by ses, slope", 3.183_870, ses.coefficients[1], 5.1e-7),
            ("mAch by ses, R²", 0.130_144_6, ses.r_squared.expect("a spread"), 5.1e-8),
            ("ICC(1) of 160 schools", 0.173_600_8, intraclass(&groups), 5.1e-8),
            ("School 1224, mean", 9.7154, schools["1224"].mean, 5.1e-5),
            ("School 1288, mean", 13.5108, schools["1288"].mean, 5.1e-5),
            ("School 1296, mean", 7.6360, schools["1296"].mean, 5.1e-5),
        ],
    );
}

#[test]
fn published_figures_of_exam() {
    let Some(rows) = rows("exam/Exam.csv", b',') else { return };
    let (sexes, schools) = (groups(&rows, "sex", "normexam"), groups(&rows, "school", "normexam"));
    let starts = groups(&rows, "school", "standLRT");
    // The mixed model's slope is nearly the one within schools: both sides less the mean of the pupil's own school.
    let own = |column: &str, means: &BTreeMap<String, Moments>| -> Vec<f64> {
        rows.iter().map(|row| number(row, column).expect("a number") - means[&row["school"]].mean).collect()
    };
    let within = line(&own("standLRT", &starts), &own("normexam", &schools));
    compare(
        "exam/Exam.csv",
        &[
            (
                "normexam, mean",
                -0.000_114,
                pooling::pooled(&schools.values().copied().collect::<Vec<_>>()).mean,
                5.1e-7,
            ),
            ("F, pupils", 2436.0, sexes["F"].n as f64, 0.0),
            ("M, pupils", 1623.0, sexes["M"].n as f64, 0.0),
            ("normexam by standLRT, slope within schools (about)", 0.56, within.coefficients[1], 5.1e-3),
        ],
    );
}

#[test]
fn published_figures_of_student_por() {
    let Some(rows) = rows("uci-student/student-por.csv", b';') else { return };
    let (schools, educations) = (groups(&rows, "school", "G3"), groups(&rows, "Medu", "G3"));
    let grades = line(&column(&rows, "G1"), &column(&rows, "G3"));
    let correlation = grades.r_squared.expect("a spread").sqrt().copysign(grades.coefficients[1]);
    compare(
        "uci-student/student-por.csv",
        &[
            ("GP, mean G3", 12.5768, schools["GP"].mean, 5.1e-5),
            ("MS, mean G3", 10.6504, schools["MS"].mean, 5.1e-5),
            ("correlation of G1 and G3", 0.8264, correlation, 5.1e-5),
            ("mother's education 0, mean G3", 11.6667, educations["0"].mean, 5.1e-5),
            ("mother's education 1", 10.7972, educations["1"].mean, 5.1e-5),
            ("mother's education 2", 11.6613, educations["2"].mean, 5.1e-5),
            ("mother's education 3", 11.9209, educations["3"].mean, 5.1e-5),
            ("mother's education 4", 13.0686, educations["4"].mean, 5.1e-5),
        ],
    );
}

#[test]
fn published_figures_of_huddinge() {
    let Some(rows) = rows("skolverket88/huddinge_utf8.csv", b';') else { return };
    let mean = |year: &str, municipal: bool| {
        let units: Vec<(f64, f64)> = rows
            .iter()
            .filter(|row| row["Avgångsår"] == year && row["Program"] == "Nationella program")
            .filter(|row| !municipal || row["Typ av huvudman"] == "Kommunal")
            .filter_map(|row| Some((number(row, "Andel (%) med examen")?, number(row, "Totalt antal")?)))
            .collect();
        pooling::weighted_mean(&units).expect("pupils")
    };
    compare(
        "skolverket88/huddinge_utf8.csv",
        &[
            ("andel med examen 2020, weighted", 83.275, mean("2020", false), 5.1e-4),
            ("andel med examen 2021, weighted", 89.080, mean("2021", false), 5.1e-4),
            ("2020, municipal schools", 83.514, mean("2020", true), 5.1e-4),
            ("2021, municipal schools", 88.422, mean("2021", true), 5.1e-4),
        ],
    );
}
