//! Small profiles for files that the built-in ones do not fit.

use std::collections::BTreeMap;

use indicator_explorer::data::{Direction, Indicator, Kind, Profile, Text, Unit};

/// An indicator under the caption that is its name: kind, smallest and largest value.
type Measure = (&'static str, Kind, f64, f64);

/// A profile of these measures; the other columns are told by what they are used as. It has been through its JSON.
fn profile(measures: &[Measure], columns: &[(&str, &[&str])]) -> Profile {
    let indicators = measures.iter().enumerate().map(|(index, &(caption, kind, lowest, highest))| Indicator {
        id: format!("matt_{index}"),
        name: Text::new(caption, caption),
        definition: Text::new("Så som filen har det.", "As the file has it."),
        kind,
        unit: if kind == Kind::Share { Unit::Percent } else { Unit::Points },
        decimals: 1,
        lowest,
        highest,
        better: Direction::Neutral,
        columns: Vec::new(),
        breaks: Vec::new(),
        steps: Vec::new(),
        within: None,
    });
    let strings = |captions: &[&str]| captions.iter().map(ToString::to_string).collect::<Vec<_>>();
    let columns = columns.iter().map(|(role, captions)| ((*role).to_owned(), strings(captions)));
    let profile = Profile {
        id: "prov".into(),
        name: Text::new("Prov", "Trial"),
        indicators: indicators.collect(),
        columns: columns.collect(),
        choices: BTreeMap::new(),
        targets: Vec::new(),
        smallest_group: Profile::SMALLEST_GROUP,
        rule: indicator_explorer::data::RuleSet::default(),
    };
    Profile::from_json(&profile.to_json()).expect("a profile")
}

pub(crate) fn student_por() -> Profile {
    Profile::from_json(include_str!("../fixtures/student-por.profile.json")).expect("a profile")
}

pub(crate) fn hsb() -> Profile {
    profile(
        &[("mAch", Kind::Mean, -10.0, 30.0), ("ses", Kind::Mean, -5.0, 5.0), ("cses", Kind::Mean, -5.0, 5.0)],
        &[("huvudmantyp", &["sector"]), ("kön", &["sx"])],
    )
}

pub(crate) fn exam() -> Profile {
    profile(
        &[("normexam", Kind::Mean, -5.0, 5.0), ("standLRT", Kind::Mean, -5.0, 5.0), ("schavg", Kind::Mean, -5.0, 5.0)],
        &[],
    )
}

/// The same, where a column tells pupils apart.
pub(crate) fn exam_by_pupil() -> Profile {
    let columns = BTreeMap::from([("elev-id".to_owned(), vec!["student".to_owned()])]);
    Profile { columns, ..exam() }
}

pub(crate) fn star() -> Profile {
    profile(
        &[
            ("readk", Kind::Mean, 200.0, 800.0),
            ("mathk", Kind::Mean, 200.0, 800.0),
            ("read1", Kind::Mean, 200.0, 800.0),
        ],
        &[("skolkod", &["schoolidk"])],
    )
}

pub(crate) fn pisa() -> Profile {
    let score = |caption| (caption, Kind::Mean, 0.0, 1000.0);
    profile(&[score("math"), score("read"), score("science")], &[("kommun", &["country"])])
}

pub(crate) fn ca_schools() -> Profile {
    profile(
        &[("read", Kind::Mean, 500.0, 800.0), ("math", Kind::Mean, 500.0, 800.0), ("english", Kind::Share, 0.0, 100.0)],
        &[("kommun", &["county"])],
    )
}

/// The same, where schools are told apart by their district's number.
pub(crate) fn ca_schools_by_code() -> Profile {
    let columns = BTreeMap::from([("skolkod".to_owned(), vec!["district".to_owned()])]);
    Profile { columns, ..ca_schools() }
}

pub(crate) fn sat() -> Profile {
    let score = |caption| (caption, Kind::Mean, 200.0, 800.0);
    profile(
        &[score("SAT Critical Reading Avg. Score"), score("SAT Math Avg. Score"), score("SAT Writing Avg. Score")],
        &[("skolkod", &["DBN"]), ("antal", &["Num of SAT Test Takers"])],
    )
}

pub(crate) fn demographics() -> Profile {
    let share = |caption| (caption, Kind::Share, 0.0, 100.0);
    profile(
        &[share("ell_percent"), share("sped_percent"), share("black_per")],
        &[("skola", &["Name"]), ("skolkod", &["DBN"]), ("antal", &["total_enrollment"])],
    )
}

pub(crate) fn edsight() -> Profile {
    let share = |caption| (caption, Kind::Share, 0.0, 100.0);
    profile(&[share("% Chronically Absent"), share("A"), share("B")], &[("kommun", &["District"])])
}

/// The same, of values that could be those of single pupils.
pub(crate) fn edsight_as_means() -> Profile {
    let mean = |caption| (caption, Kind::Mean, 0.0, 100.0);
    profile(&[mean("% Chronically Absent"), mean("A"), mean("B")], &[("kommun", &["District"])])
}

pub(crate) fn england() -> Profile {
    let share = |caption| (caption, Kind::Share, 0.0, 100.0);
    profile(&[share("PERCTOT"), share("PPERSABS15"), share("A")], &[("skolkod", &["URN"])])
}

pub(crate) fn kolada() -> Profile {
    let mean = |caption| (caption, Kind::Mean, 0.0, 100.0);
    profile(&[mean("N15428"), mean("N17461"), mean("N17538")], &[])
}

pub(crate) fn pupils_by_year() -> Profile {
    let share = |caption| (caption, Kind::Share, 0.0, 100.0);
    profile(
        &[
            share("Andel (%) flickor, årskurs 1-9"),
            share("Andel (%) elever med utländsk bakgrund, åk 1-9"),
            share("Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9"),
        ],
        &[("antal", &["Elever, årskurs 1-9"])],
    )
}

pub(crate) fn grades_of_year_6() -> Profile {
    profile(
        &[
            ("Genomsnittlig betygspoäng Totalt", Kind::Mean, 0.0, 20.0),
            ("Genomsnittlig betygspoäng Flickor", Kind::Mean, 0.0, 20.0),
            ("Andel (%) med A-E Totalt", Kind::Share, 0.0, 100.0),
        ],
        &[("antal", &["Antal elever Totalt"])],
    )
}

/// The same, with municipalities taken for schools.
pub(crate) fn grades_by_municipality() -> Profile {
    let profile = grades_of_year_6();
    let choices = BTreeMap::from([("Kommun".to_owned(), "skola".to_owned())]);
    Profile { choices, ..profile }
}

pub(crate) fn costs() -> Profile {
    let cost = |caption| (caption, Kind::Mean, 0.0, 1_000_000.0);
    profile(
        &[cost("Totalt per elev"), cost("Undervisning per elev"), cost("Lokaler per elev")],
        &[("antal", &["Genomsnittligt elevantal"])],
    )
}
