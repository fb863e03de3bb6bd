//! Draws every pupil of the demonstration, in file order: läsår, school, programme.

use super::family::{self, Family};
use super::line::Place;
use super::prng::SplitMix64;
use super::pupil::{Levels, Pupil, draw};
use super::town::{PANDEMIC, Programme, SCHOOLS, School, YEARS, programme};

/// A pupil and where it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The calendar year in which the läsår ends.
    pub year: u16,
    /// The school.
    pub school: &'static School,
    /// The programme.
    pub programme: &'static Programme,
    /// The pupil.
    pub pupil: Pupil,
    /// The pupil's family.
    pub family: Family,
}

/// Makes another seed of the seed, for the families: whether they are drawn or not moves no pupil.
const FAMILIES: u64 = 0x6772_7570_7065_7221;

impl Row {
    /// The columns before the pupil's own.
    pub(super) fn place(&self) -> Place<'static> {
        Place {
            year: self.year,
            school: self.school.name,
            school_code: self.school.code,
            municipality: self.school.municipality,
            programme: self.programme.name,
        }
    }
}

/// Every pupil of the demonstration with this seed.
pub fn rows(seed: u64) -> impl Iterator<Item = Row> {
    let (mut random, mut families) = (SplitMix64::new(seed), SplitMix64::new(seed ^ FAMILIES));
    YEARS
        .flat_map(|year| SCHOOLS.iter().map(move |school| (year, school)))
        .flat_map(|(year, school)| school.offers.iter().map(move |offer| (year, school, offer)))
        .filter_map(|(year, school, &(code, usual))| Some((year, school, programme(code)?, usual)))
        .flat_map(move |(year, school, programme, usual)| {
            // Each cohort has a generator of its own, so that its size does not move the pupils after it.
            let mut random = SplitMix64::new(random.bits());
            let levels = levels(year, school, programme);
            (0..size(usual, school.varies, &mut random))
                .map(move |_| (year, school, programme, draw(&levels, &mut random)))
        })
        .map(move |(year, school, programme, pupil)| {
            let family = family::draw(school, programme, &pupil, &mut families);
            Row { year, school, programme, pupil, family }
        })
}

/// The number of pupils of a cohort: the usual one, and up to `varies` percent more or fewer.
fn size(usual: u32, varies: u32, random: &mut SplitMix64) -> u32 {
    (usual * (100 - varies + random.below(2 * varies + 1)) + 50) / 100
}

/// The levels of a cohort: its programme's, its school's, and what happened that year.
fn levels(year: u16, school: &School, programme: &Programme) -> Levels {
    let [last_but_one, last] = school.gained;
    let happened = match YEARS.end() - year {
        0 => last,
        1 => last_but_one,
        _ if year == PANDEMIC => -2.5,
        _ if year == PANDEMIC + 1 => -0.5,
        _ => 0.0,
    };
    Levels {
        merit: programme.merit + school.merit,
        narvaro: school.narvaro + happened,
        examen: programme.examen + school.examen,
        grade: programme.grade,
        girls: programme.girls,
    }
}
