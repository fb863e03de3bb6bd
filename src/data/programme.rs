//! Programmes, and which rows contain other rows.
//!
//! Skolverket's tables list `Nationella program`, its two tracks and every programme below one another. A row that contains
//! other rows is never added to them: doing so counts each pupil three times.

use crate::data::{label_key, normalise};

/// How much of the school a programme label covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Everybody.
    Total,
    /// The national programmes together.
    National,
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
    /// International Baccalaureate, which is no national programme; Skolverket lists it below them.
    International,
}

impl Level {
    /// Whether pupils of `other` are among the pupils of `self`. A programme of unknown track may be part of any track.
    pub fn contains(self, other: Self) -> bool {
        match (self, other) {
            (Self::Total, Self::National | Self::Track(_) | Self::Programme(_))
            | (Self::National, Self::Programme(None)) => true,
            (Self::National, Self::Track(of) | Self::Programme(Some(of))) => of != Track::Introductory,
            (Self::Track(track), Self::Programme(of)) => of.is_none_or(|of| of == track),
            _ => false,
        }
    }
}

/// Labels that mean everybody, reduced.
const TOTALS: &[&str] = &[
    "samtligaprogram",
    "allaprogram",
    "totalt",
    "total",
    "totalsumma",
    "samtliga",
    "alla",
    "allaelever",
    "samtligaelever",
    "gymnasieskolantotalt",
    "gymnasieskolan",
    "skolantotalt",
    "programtotalt",
    "summa",
    "allprogrammes",
    "allprograms",
];

/// Labels that mean the national programmes together.
const NATIONAL: &[&str] = &[
    "nationellaprogram",
    "nationellaprogrammen",
    "nationellaprogramtotalt",
    "samtliganationellaprogram",
    "allanationellaprogram",
];

/// Labels of the tracks.
const TRACKS: &[(&str, Track)] = &[
    ("yrkesprogram", Track::Vocational),
    ("yrkesprogrammen", Track::Vocational),
    ("hogskoleforberedandeprogram", Track::Preparatory),
    ("hogskoleforberedandeprogrammen", Track::Preparatory),
    ("introduktionsprogram", Track::Introductory),
    ("introduktionsprogrammen", Track::Introductory),
];

/// Gender labels that mean everybody, besides [`TOTALS`]. `T` is Kolada's.
const BOTH_GENDERS: &[&str] =
    &["t", "bada", "badakonen", "flickorochpojkar", "pojkarochflickor", "kvinnorochman", "manochkvinnor"];

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
    ("ib", "internationalbaccalaureate", Track::International),
];

/// The level of a programme label, by its name or code.
pub fn level_of(label: &str) -> Level {
    let name = normalise(label);
    let name =
        name.strip_suffix("totalt").filter(|rest| TRACKS.iter().any(|(track, _)| track == rest)).unwrap_or(&name);
    if TOTALS.contains(&name) {
        return Level::Total;
    }
    if NATIONAL.contains(&name) {
        return Level::National;
    }
    if let Some((_, track)) = TRACKS.iter().find(|(track, _)| *track == name) {
        return Level::Track(*track);
    }
    Level::Programme(known(name).map(|(_, _, track)| *track))
}

fn known(name: &str) -> Option<&'static (&'static str, &'static str, Track)> {
    let code = name.strip_suffix("25").unwrap_or(name);
    PROGRAMMES.iter().find(|(short, long, _)| *short == code || *long == name)
}

/// What makes two spellings of a programme the same: totals and tracks by what they mean, known programmes by their code, others
/// as [`label_key`].
pub fn programme_key(label: &str) -> String {
    match level_of(label) {
        Level::Total => String::new(),
        Level::National => NATIONAL[0].to_owned(),
        Level::Track(track) => {
            TRACKS.iter().find(|(_, of)| *of == track).map_or_else(String::new, |(name, _)| (*name).to_owned())
        }
        Level::Programme(_) => {
            known(&normalise(label)).map_or_else(|| label_key(label), |(_, long, _)| (*long).to_owned())
        }
    }
}

/// Whether a gender label means everybody: `Totalt`, `Båda könen`, `T`.
pub fn is_both_genders(label: &str) -> bool {
    let name = normalise(label);
    TOTALS.contains(&name.as_str()) || BOTH_GENDERS.contains(&name.as_str())
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
        assert_eq!(all, Level::National);
        assert!(Level::Total.contains(all) && !all.contains(Level::Total));
        assert!(all.contains(vocational) && all.contains(building) && all.contains(unknown));
        assert!(vocational.contains(building) && !vocational.contains(economics));
        assert!(vocational.contains(unknown), "an unknown programme may belong to any track");
        assert!(!building.contains(building) && !building.contains(economics) && !vocational.contains(all));
    }

    fn vocational_contains(label: &str) -> bool {
        Level::Track(Track::Vocational).contains(level_of(label))
    }

    #[test]
    fn codes_and_names_agree() {
        assert_eq!(level_of("BA"), level_of("Bygg- och anläggningsprogrammet"));
        assert_eq!(level_of("BA25"), Level::Programme(Some(Track::Vocational)));
        assert_eq!(programme_key("EK"), programme_key("Ekonomiprogrammet"));
        assert_eq!(programme_key("Totalt"), programme_key("Samtliga program"));
        assert_ne!(programme_key("Totalt"), programme_key("Nationella program"));
        assert!(!vocational_contains("International Baccalaureate"));
    }
}
