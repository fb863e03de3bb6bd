//! Draws what is known of a pupil's family, after the results, so that these stay what they are.
//!
//! In Swedish upper-secondary schools, about half of the pupils have a parent with education after the gymnasium, more on preparatory
//! programmes; about a quarter have foreign background. Both groups differ in results, and overlap widely. Here all of it is drawn.

use super::prng::SplitMix64;
use super::pupil::Pupil;
use super::town::{Programme, School};

/// Labels of `Föräldrars utbildning`, from the lowest level on.
pub const EDUCATION: [&str; 3] = ["Förgymnasial", "Gymnasial", "Eftergymnasial"];
/// Labels of `Bakgrund`.
pub const BACKGROUND: [&str; 2] = ["Svensk bakgrund", "Utländsk bakgrund"];

/// The family of a pupil, as labels; empty as in real exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// The highest education of a parent, one of [`EDUCATION`].
    pub education: &'static str,
    /// One of [`BACKGROUND`].
    pub background: &'static str,
}

/// Draws the family of a pupil with these results. Every pupil takes equally many random numbers.
pub fn draw(school: &School, programme: &Programme, pupil: &Pupil, random: &mut SplitMix64) -> Family {
    let has_examen = pupil.examen != Some(false);
    let foreign = random.chance(school.foreign + if has_examen { -3.0 } else { 9.0 });
    let merit = pupil.merit.map_or(0.0, |tenths| f64::from(tenths) / 10.0 - programme.merit);
    // Percent with a parent who went on after the gymnasium, and of the others, with one who did not finish it.
    let post =
        42.0 + if programme.vocational { -10.0 } else { 10.0 } + if has_examen { 3.0 } else { -9.0 } + 0.15 * merit;
    let pre = if foreign { 30.0 } else { 9.0 } + if has_examen { -2.0 } else { 7.0 };
    let (is_post, is_pre) = (random.chance(post), random.chance(pre));
    let [education, background] = school.unknown.map(|percent| !random.chance(percent));
    let of = |known: bool, label: &'static str| if known { label } else { "" };
    Family {
        education: of(education, EDUCATION[if is_post { 2 } else { usize::from(!is_pre) }]),
        background: of(background, BACKGROUND[usize::from(foreign)]),
    }
}
