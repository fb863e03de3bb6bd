//! Programmes, and which rows contain other rows.
//!
//! Skolverket's tables list `Nationella program`, its two tracks and every programme below one another. A row that contains
//! other rows is never added to them: doing so counts each pupil three times.

use crate::data::normalise;

/// How much of the school a programme label covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// All programmes together.
    Total,
    /// One of the tracks.
    Track(Track),
    /// One programme. The track is unknown for programmes that are not in the national list.
    Programme(Option<Track>),
}

/// The two tracks of the national programmes, and the introductory programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// Yrkesprogram.
    Vocational,
    /// Högskoleförberedande program.
    Preparatory,
    /// Introduktionsprogram.
    Introductory,
}

impl Level {
    /// Whether pupils of `other` are among the pupils of `self`. A programme of unknown track may be part of any track.
    pub fn contains(self, other: Self) -> bool {
        match (self, other) {
            (Self::Total, Self::Track(_) | Self::Programme(_)) => true,
            (Self::Track(track), Self::Programme(of)) => of.is_none_or(|of| of == track),
            _ => false,
        }
    }
}

const TOTALS: &[&str] = &[
    "nationellaprogram",
    "samtligaprogram",
    "allaprogram",
    "totalt",
    "total",
    "samtliga",
    "alla",
    "gymnasieskolantotalt",
    "gymnasieskolan",
    "programtotalt",
    "summa",
    "allprogrammes",
    "allprograms",
];

const TRACKS: &[(&str, Track)] = &[
    ("yrkesprogram", Track::Vocational),
    ("yrkesprogramtotalt", Track::Vocational),
    ("hogskoleforberedandeprogram", Track::Preparatory),
    ("hogskoleforberedandeprogramtotalt", Track::Preparatory),
    ("introduktionsprogram", Track::Introductory),
    ("introduktionsprogramtotalt", Track::Introductory),
];

/// Names and codes of the national programmes (gymnasieförordningen; HA and HV until 2025, FS and FR after), and of the nationally
/// recruiting programmes with goals of their own, which Skolverket counts as vocational.
const PROGRAMMES: &[(&str, &str, Track)] = &[
    ("ba", "byggochanlaggningsprogrammet", Track::Vocational),
    ("bf", "barnochfritidsprogrammet", Track::Vocational),
    ("ee", "elochenergiprogrammet", Track::Vocational),
    ("ft", "fordonsochtransportprogrammet", Track::Vocational),
    ("fs", "forsaljningsochserviceprogrammet", Track::Vocational),
    ("ha", "handelsochadministrationsprogrammet", Track::Vocational),
    ("fr", "frisorochstylistprogrammet", Track::Vocational),
    ("hv", "hantverksprogrammet", Track::Vocational),
    ("ht", "hotellochturismprogrammet", Track::Vocational),
    ("in", "industritekniskaprogrammet", Track::Vocational),
    ("nb", "naturbruksprogrammet", Track::Vocational),
    ("rl", "restaurangochlivsmedelsprogrammet", Track::Vocational),
    ("vf", "vvsochfastighetsprogrammet", Track::Vocational),
    ("vo", "vardochomsorgsprogrammet", Track::Vocational),
    ("ek", "ekonomiprogrammet", Track::Preparatory),
    ("es", "estetiskaprogrammet", Track::Preparatory),
    ("hu", "humanistiskaprogrammet", Track::Preparatory),
    ("na", "naturvetenskapsprogrammet", Track::Preparatory),
    ("sa", "samhallsvetenskapsprogrammet", Track::Preparatory),
    ("te", "teknikprogrammet", Track::Preparatory),
    ("imv", "programinriktatval", Track::Introductory),
    ("imy", "yrkesintroduktion", Track::Introductory),
    ("ima", "individuelltalternativ", Track::Introductory),
    ("ims", "sprakintroduktion", Track::Introductory),
];

/// The level of a programme label, by its name or code.
pub fn level_of(label: &str) -> Level {
    let name = normalise(label);
    if is_total(label) {
        return Level::Total;
    }
    if let Some((_, track)) = TRACKS.iter().find(|(track, _)| *track == name) {
        return Level::Track(*track);
    }
    let code = name.strip_suffix("25").unwrap_or(&name);
    let known = PROGRAMMES.iter().find(|(short, long, _)| *short == code || *long == name);
    Level::Programme(known.map(|(_, _, track)| *track))
}

/// Whether a label means everybody: `Totalt`, `Samtliga`, `Nationella program`.
pub fn is_total(label: &str) -> bool {
    TOTALS.contains(&normalise(label).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skolverkets_rows_are_nested() {
        let all = level_of("Nationella program");
        let vocational = level_of("Yrkesprogram");
        let building = level_of("Bygg- och anläggningsprogrammet");
        let economics = level_of("Ekonomiprogrammet");
        let unknown = level_of("Yrkesdansarutbildningen");
        assert_eq!(all, Level::Total);
        assert!(all.contains(vocational) && all.contains(building) && all.contains(unknown));
        assert!(vocational.contains(building) && !vocational.contains(economics));
        assert!(vocational.contains(unknown), "an unknown programme may belong to any track");
        assert!(!building.contains(building) && !building.contains(economics) && !vocational.contains(all));
    }

    #[test]
    fn codes_and_names_agree() {
        assert_eq!(level_of("BA"), level_of("Bygg- och anläggningsprogrammet"));
        assert_eq!(level_of("BA25"), Level::Programme(Some(Track::Vocational)));
        assert_eq!(level_of("International Baccalaureate"), Level::Programme(None));
    }
}
