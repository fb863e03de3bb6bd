//! The invented municipalities of Lönnhamn and Tjädermo: their schools and what is known about them.
//!
//! The levels are plausible, not copied: examen inom tre år about 74 % on vocational and 80 % on preparatory programmes
//! (SKR, Öppna jämförelser 2020 and 2021), betygspoäng about 13 and 15, 10 to 60 pupils per programme, unit and year.

/// The municipalities. There are none of these names.
pub const MUNICIPALITIES: [&str; 2] = ["Lönnhamn", "Tjädermo"];

/// The first and the last result year, as the calendar year in which the läsår ends: 2016/17 to 2023/24.
pub const YEARS: std::ops::RangeInclusive<u16> = 2017..=2024;

/// The läsår of the pandemic, 2020/21, when everyone was away more.
pub const PANDEMIC: u16 = 2021;

/// A programme, with the levels of its pupils before the school's own mark on them.
#[derive(Debug)]
pub struct Programme {
    /// Skolverket's code.
    pub code: &'static str,
    /// Name as local exports write it.
    pub name: &'static str,
    /// Whether it is a vocational programme (yrkesprogram).
    pub vocational: bool,
    /// Mean meritvärde of beginners, 0–340.
    pub merit: f64,
    /// Percent with examen inom tre år at average närvaro; a few points above the level of a whole cohort, because absence
    /// takes away more than presence can add.
    pub examen: f64,
    /// Mean betygspoäng of those with examen, 0–20.
    pub grade: f64,
    /// Percent girls.
    pub girls: f64,
}

/// A school.
#[derive(Debug)]
pub struct School {
    /// Name. Invented.
    pub name: &'static str,
    /// Skolenhetskod: eight digits that no school has and that are no date of birth, either.
    pub code: &'static str,
    /// The municipality.
    pub municipality: &'static str,
    /// Meritvärde above or below the programme's.
    pub merit: f64,
    /// Mean närvaro in an ordinary year, percent.
    pub narvaro: f64,
    /// Percentage points of examen above or below the programme's.
    pub examen: f64,
    /// Percent with foreign background.
    pub foreign: f64,
    /// Percent of whose parents' education, and of whose background, nothing is known: none or many, as it is where a system does not carry
    /// it. A few here and there would hide the groups beside them.
    pub unknown: [f64; 2],
    /// How much a cohort's size varies from year to year, percent up and down.
    pub varies: u32,
    /// Percentage points of närvaro gained in the last läsår but one, and in the last.
    pub gained: [f64; 2],
    /// The programmes by code, with the usual number of pupils of a year.
    pub offers: &'static [(&'static str, u32)],
}

/// The programmes, vocational ones first.
///
/// Handels- och administrationsprogrammet is right for every year here: Försäljnings- och serviceprogrammet replaces it from
/// admission 2022, so its first examen is 2024/25.
pub const PROGRAMMES: [Programme; 12] = [
    vocational("BA", "Bygg- och anläggningsprogrammet", 178.0, 75.0, 12.7, 8.0),
    vocational("BF", "Barn- och fritidsprogrammet", 184.0, 77.0, 12.9, 65.0),
    vocational("EE", "El- och energiprogrammet", 190.0, 83.0, 12.9, 6.0),
    vocational("FT", "Fordons- och transportprogrammet", 172.0, 71.0, 12.2, 15.0),
    vocational("HA", "Handels- och administrationsprogrammet", 176.0, 73.0, 12.5, 60.0),
    vocational("RL", "Restaurang- och livsmedelsprogrammet", 178.0, 74.0, 13.1, 55.0),
    vocational("VO", "Vård- och omsorgsprogrammet", 192.0, 79.0, 13.4, 78.0),
    preparatory("EK", "Ekonomiprogrammet", 238.0, 81.0, 15.1, 52.0),
    preparatory("ES", "Estetiska programmet", 236.0, 75.0, 14.7, 65.0),
    preparatory("NA", "Naturvetenskapsprogrammet", 268.0, 85.0, 16.0, 55.0),
    preparatory("SA", "Samhällsvetenskapsprogrammet", 226.0, 78.0, 14.4, 62.0),
    preparatory("TE", "Teknikprogrammet", 240.0, 79.0, 14.7, 20.0),
];

const fn vocational(
    code: &'static str,
    name: &'static str,
    merit: f64,
    examen: f64,
    grade: f64,
    girls: f64,
) -> Programme {
    Programme { code, name, vocational: true, merit, examen, grade, girls }
}

const fn preparatory(
    code: &'static str,
    name: &'static str,
    merit: f64,
    examen: f64,
    grade: f64,
    girls: f64,
) -> Programme {
    Programme { code, name, vocational: false, merit, examen, grade, girls }
}

/// The schools, in Swedish alphabetical order.
///
/// Three things happen to them on purpose; the rest is chance. Närvaro dips everywhere in the pandemic year. It rises at
/// Alkullagymnasiet in the last two years, by more than chance. Åsvretsgymnasiet is so small that its values are withheld in
/// some years.
pub const SCHOOLS: [School; 6] = [
    School {
        name: "Alkullagymnasiet",
        code: "99000011",
        municipality: MUNICIPALITIES[0],
        merit: -6.0,
        narvaro: 84.0,
        examen: -1.0,
        foreign: 34.0,
        unknown: [0.0, 0.0],
        varies: 15,
        gained: [0.5, 4.0],
        offers: &[("BA", 27), ("BF", 21), ("EE", 25), ("FT", 23), ("HA", 22), ("SA", 36)],
    },
    School {
        name: "Fyrskärsgymnasiet",
        code: "99000012",
        municipality: MUNICIPALITIES[0],
        merit: 8.0,
        narvaro: 90.5,
        examen: -1.0,
        foreign: 18.0,
        unknown: [0.0, 0.0],
        varies: 12,
        gained: [0.0, 0.0],
        offers: &[("EK", 54), ("ES", 33), ("HA", 30), ("NA", 56), ("SA", 55), ("TE", 48), ("VO", 40)],
    },
    School {
        name: "Hasselängens gymnasium",
        code: "99000013",
        municipality: MUNICIPALITIES[0],
        merit: -10.0,
        narvaro: 85.0,
        examen: -3.0,
        foreign: 30.0,
        unknown: [14.0, 0.0],
        varies: 15,
        gained: [0.0, 0.0],
        offers: &[("BF", 28), ("EK", 40), ("HA", 26), ("RL", 24), ("SA", 48), ("VO", 34)],
    },
    School {
        name: "Kvarnmogymnasiet",
        code: "99000014",
        municipality: MUNICIPALITIES[0],
        merit: 0.0,
        narvaro: 88.5,
        examen: 2.0,
        foreign: 22.0,
        unknown: [0.0, 0.0],
        varies: 12,
        gained: [0.0, 0.0],
        offers: &[("BA", 40), ("BF", 24), ("EE", 42), ("EK", 48), ("FT", 34), ("NA", 38), ("RL", 20), ("TE", 46)],
    },
    School {
        name: "Tjädermossens gymnasium",
        code: "99000015",
        municipality: MUNICIPALITIES[1],
        merit: -2.0,
        narvaro: 87.0,
        examen: 0.0,
        foreign: 20.0,
        unknown: [0.0, 0.0],
        varies: 20,
        gained: [0.0, 0.0],
        offers: &[("EK", 34), ("ES", 26), ("NA", 25), ("RL", 9), ("SA", 40)],
    },
    School {
        name: "Åsvretsgymnasiet",
        code: "99000016",
        municipality: MUNICIPALITIES[1],
        merit: -8.0,
        narvaro: 86.0,
        examen: -1.0,
        foreign: 12.0,
        unknown: [100.0, 100.0],
        varies: 40,
        gained: [0.0, 0.0],
        offers: &[("FT", 7), ("RL", 4)],
    },
];

/// The programme with this code.
pub fn programme(code: &str) -> Option<&'static Programme> {
    PROGRAMMES.iter().find(|programme| programme.code == code)
}
