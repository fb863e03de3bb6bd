//! Rows that are made up, and how files write them.

use proptest::prelude::*;

/// One pupil.
#[derive(Clone, Debug)]
pub(crate) struct Pupil {
    pub(crate) school: usize,
    pub(crate) year: u16,
    pub(crate) programme: usize,
    pub(crate) gender: usize,
    /// In tenths.
    pub(crate) attendance: Option<u32>,
    pub(crate) diploma: Option<bool>,
    /// In tenths.
    pub(crate) points: Option<u32>,
}

/// A school, in the ways that it is written.
const SCHOOLS: [&[&str]; 4] =
    [&["Åsö", "ÅSÖ", " åsö"], &["Östra gymnasiet", "Östra  gymnasiet"], &["Norra"], &["Södra \"A\"; B"]];
const PROGRAMMES: [&str; 4] = ["Ekonomiprogrammet", "TE", "Bygg- och anläggningsprogrammet", "Yrkesprogram"];
const GENDERS: [&str; 3] = ["F", "M", ""];
/// Captions of the indicators.
pub(crate) const INDICATORS: [&str; 3] = ["Närvaro", "Examen inom tre år", "Betygspoäng"];

impl Pupil {
    /// School, school year, programme and gender, as they are written.
    pub(crate) fn labels(&self, spelling: usize) -> [String; 4] {
        let spellings = SCHOOLS[self.school];
        let school = spellings[spelling % spellings.len()];
        [quoted(school), year(self.year), PROGRAMMES[self.programme].into(), GENDERS[self.gender].into()]
    }

    /// The values of the indicators; `blank` where there is none.
    pub(crate) fn values(&self, blank: &str) -> [String; 3] {
        let blank = || blank.to_owned();
        [
            self.attendance.map_or_else(blank, tenths),
            self.diploma.map_or_else(blank, |has| ["Nej", "Ja"][usize::from(has)].to_owned()),
            self.points.map_or_else(blank, tenths),
        ]
    }
}

pub(crate) fn tenths(value: u32) -> String {
    format!("{},{}", value / 10, value % 10)
}

pub(crate) fn year(year: u16) -> String {
    format!("{year}/{:02}", (year + 1) % 100)
}

pub(crate) fn quoted(field: &str) -> String {
    if field.contains(['"', ';', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// A pupil with at least one value.
pub(crate) fn pupil() -> impl Strategy<Value = Pupil> {
    let labels = (0..4_usize, 2019..2024_u16, 0..4_usize, 0..3_usize);
    // Attendance of one per cent or less could as well be a fraction.
    let values = (prop::option::of(110..1001_u32), prop::option::of(any::<bool>()), prop::option::of(0..201_u32));
    (labels, values).prop_map(|((school, year, programme, gender), (attendance, diploma, points))| {
        let is_blank = diploma.is_none() && points.is_none();
        let attendance = attendance.or(is_blank.then_some(900));
        Pupil { school, year, programme, gender, attendance, diploma, points }
    })
}

pub(crate) fn pupils() -> impl Strategy<Value = Vec<Pupil>> {
    prop::collection::vec(pupil(), 1..40)
}

/// One row per pupil; `blank` stands where there is no value.
pub(crate) fn plain(pupils: &[Pupil], blank: &str) -> String {
    let header = format!("Skola;Läsår;Program;Kön;{}", INDICATORS.join(";"));
    let rows = pupils.iter().enumerate();
    let rows =
        rows.map(|(index, pupil)| format!("{};{}", pupil.labels(index).join(";"), pupil.values(blank).join(";")));
    table(&header, rows)
}

/// A header and rows as one file.
pub(crate) fn table(header: &str, rows: impl Iterator<Item = String>) -> String {
    std::iter::once(header.to_owned()).chain(rows).map(|line| line + "\n").collect()
}

/// The encodings in which programs write CSV.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Code {
    Utf8,
    Utf8Mark,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Code {
    pub(crate) const ALL: [Self; 5] = [Self::Utf8, Self::Utf8Mark, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    pub(crate) fn any() -> impl Strategy<Value = Self> {
        prop::sample::select(&Self::ALL[..])
    }

    /// The text in this encoding; what Windows-1252 lacks becomes a question mark.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        let units = || text.encode_utf16();
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8Mark => ["\u{feff}", text].concat().into_bytes(),
            Self::Utf16Le => [0xff, 0xfe].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect(),
            Self::Utf16Be => [0xfe, 0xff].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect(),
            Self::Windows1252 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        }
    }
}
