//! Draws one pupil: meritvärde, from it närvaro, from both examen, and from all of them betygspoäng.

use super::prng::SplitMix64;

/// The levels of the group that a pupil is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Levels {
    /// Mean meritvärde, 0–340.
    pub merit: f64,
    /// Mean närvaro, percent of lesson time.
    pub narvaro: f64,
    /// Percent with examen inom tre år, at average närvaro and meritvärde.
    pub examen: f64,
    /// Mean betygspoäng, at average närvaro and meritvärde.
    pub grade: f64,
    /// Percent girls.
    pub girls: f64,
}

/// One pupil. A blank is `None`, as in real exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Whether the pupil is a girl.
    pub girl: Option<bool>,
    /// Meritvärde in tenths, in steps of 2.5 as sums of grades are.
    pub merit: Option<u16>,
    /// Närvaro in tenths of a percent.
    pub narvaro: Option<u16>,
    /// Examen inom tre år.
    pub examen: Option<bool>,
    /// Betygspoäng in hundredths; only pupils with examen have any.
    pub grade: Option<u16>,
}

/// Närvaro at which examen and betygspoäng are at their group's level.
const AVERAGE_NARVARO: f64 = 87.0;

/// How unequal absence is: its standard deviation is about twice this, times its mean.
const SPREAD: f64 = 0.38;

/// Draws a pupil of a group.
///
/// Absence is the square of a shifted normal number: never negative, most pupils a little, a few a lot. The chances are
/// straight lines cut off at 3 and 98 %, not logistic curves, because those need `exp`.
pub fn draw(levels: &Levels, random: &mut SplitMix64) -> Pupil {
    let girl = random.chance(levels.girls);
    let side = if girl { 1.0 } else { -1.0 };

    let ability = random.normal();
    let merit = (levels.merit + 4.0 * side + 30.0 * ability).clamp(80.0, 340.0);

    let habit = 0.936 * random.normal() - 0.35 * ability; // 0.936² + 0.35² = 1
    let root = 1.0 + SPREAD * habit;
    let narvaro = (100.0 - (100.0 - levels.narvaro) * root * root / (1.0 + SPREAD * SPREAD)).clamp(0.0, 100.0);

    let above = narvaro - AVERAGE_NARVARO;
    let examen = random.chance((levels.examen + 1.3 * above + 4.0 * ability).clamp(3.0, 98.0));

    let grade = levels.grade + 0.2 * side + 0.05 * above + 0.8 * ability + 1.5 * random.normal();

    // Blanks fall anywhere, a few in a thousand, but hardly any of gender, which schools have from the civil register. Every pupil takes equally many random numbers, whatever comes out, so that
    // a change to one level does not redraw everyone after.
    let [no_girl, no_merit, no_narvaro, no_examen, no_grade] =
        [0.02, 1.5, 0.8, 0.5, 0.3].map(|percent| random.chance(percent));
    Pupil {
        girl: (!no_girl).then_some(girl),
        merit: (!no_merit).then(|| 25 * whole(merit / 2.5)),
        narvaro: (!no_narvaro).then(|| whole(10.0 * narvaro)),
        examen: (!no_examen).then_some(examen),
        grade: (examen && !no_examen && !no_grade).then(|| whole(100.0 * folded(grade))),
    }
}

/// Betygspoäng turned back at 10 and 20, the grades E and A, so that no pupils heap up on the limits.
fn folded(grade: f64) -> f64 {
    let above_e = 10.0 + (grade - 10.0).abs();
    (20.0 - (20.0 - above_e).abs()).max(10.0)
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "every value is clamped to its scale first"
)]
fn whole(value: f64) -> u16 {
    value.round() as u16
}
