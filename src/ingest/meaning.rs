//! What one field of a column of labels means.

use crate::data::{
    Dim, Label, SchoolYear, entry_band, entry_band_number, is_both_genders, label_key, normalise, programme_key,
};
use crate::ingest::fields;
use crate::ingest::identity;
use crate::ingest::reason::Reason;
use crate::ingest::spellings::Meaning;

/// Words for not known in columns of groups, reduced.
const NOT_KNOWN: &[&str] = &[
    "uppgiftsaknas",
    "saknas",
    "saknaruppgift",
    "ingenuppgift",
    "ejuppgift",
    "okand",
    "okant",
    "vetej",
    "na",
    "unknown",
    "missing",
    "notstated",
    "notknown",
];
/// Characters that turn the direction of all text after them, numbers included.
const TURNS_TEXT: [char; 9] =
    ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
/// School names that mean several schools, reduced.
const SUMS: &[&str] = &[
    "samtliga",
    "alla",
    "totalt",
    "total",
    "totalsumma",
    "summa",
    "riket",
    "helariket",
    "kommunen",
    "helakommunen",
    "allschools",
    "medel",
    "medelvarde",
    "genomsnitt",
    "snitt",
    "average",
    "mean",
];

/// Stands for a score that is not known: more than there are bands.
pub(crate) const NO_BAND: u32 = 7;

/// Key and name of a school: the code where there is one, else the name itself.
pub(crate) fn of_school(code: &str, name: &str) -> Meaning {
    // Spreadsheets and statistics packages write `49862313.0`.
    let code = code.strip_suffix(".0").or_else(|| code.strip_suffix(",0")).unwrap_or(code);
    let name = name.replace(TURNS_TEXT, "").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut meaning = if is_code(code) {
        named(code.to_owned(), if name.is_empty() { code.to_owned() } else { name })
    } else {
        named(label_key(&name), name)
    };
    if meaning.name.is_empty() {
        meaning.aside = Some(Reason::School);
    } else if meaning.aside.is_none() && is_sum(&meaning.name) && !is_code(code) {
        meaning.aside = Some(Reason::SumOfSchools);
    }
    meaning
}

pub(crate) fn year(text: &str) -> Meaning {
    match SchoolYear::parse(text) {
        Some(year) => of_year(Some(year)),
        None => Meaning { key: format!("{}{text}", Label::UNKNOWN), aside: Some(Reason::Year), ..Meaning::default() },
    }
}

/// The meaning of a school year, or of none.
pub(crate) fn of_year(year: Option<SchoolYear>) -> Meaning {
    let name = year.map(|year| year.to_string()).unwrap_or_default();
    Meaning { key: name.clone(), name, year, aside: None }
}

/// The meaning of a field in a column besides school and year; where it `has_scores`, numbers are put in bands.
pub(crate) fn of_group(dim: Dim, text: &str, has_scores: bool) -> Meaning {
    if is_not_known(dim, text) {
        return unknown();
    }
    has_scores.then(|| of_score(text)).flatten().unwrap_or_else(|| plain(dim, text))
}

/// The meaning of a number among entry scores: its band.
pub(crate) fn of_score(text: &str) -> Option<Meaning> {
    let score = fields::number(text.as_bytes())?;
    Some(entry_band(score).map_or_else(unknown, |band| named(band.to_owned(), band.to_owned())))
}

/// The number of the band that a text among entry scores means, [`NO_BAND`] where it says nothing; `None` of other labels.
pub(crate) fn band_of(text: &str) -> Option<u32> {
    if is_not_known(Dim::EntryBand, text) {
        return Some(NO_BAND);
    }
    let score = fields::number(text.as_bytes())?;
    Some(entry_band_number(score.millionths()).unwrap_or(NO_BAND))
}

/// Whether a field says nothing.
pub(crate) fn is_not_known(dim: Dim, text: &str) -> bool {
    let reduced = || normalise(text);
    text.is_empty()
        || (dim.is_limited() && !text.contains(char::is_alphanumeric))
        || (dim.is_group() && NOT_KNOWN.contains(&reduced().as_str()))
}

/// The meaning of an empty field.
pub(crate) fn unknown() -> Meaning {
    Meaning { key: Label::UNKNOWN.to_owned(), ..Meaning::default() }
}

pub(crate) fn plain(dim: Dim, text: &str) -> Meaning {
    let key = match dim {
        Dim::Programme => programme_key(text),
        Dim::Gender if is_both_genders(text) => String::new(),
        _ => label_key(text),
    };
    named(key, text.to_owned())
}

/// A label that is shown, unless it gives a person away.
pub(crate) fn named(key: String, name: String) -> Meaning {
    let aside = identity::of_text(&name).map(|_| Reason::Identity);
    Meaning { key, name, year: None, aside }
}

/// Whether a name means several schools: `Riket`, `Samtliga skolor`, `Huddinge totalt`.
fn is_sum(name: &str) -> bool {
    let name = normalise(name);
    let of_all =
        ["samtliga", "alla"].iter().any(|all| name.strip_prefix(all).is_some_and(|rest| rest.contains("skol")));
    SUMS.contains(&name.as_str())
        || of_all
        || name.ends_with("totalt")
        || ["total", "summa"].iter().any(|sum| name.ends_with(sum))
}

/// Whether a text can tell schools apart: not a placeholder (`-`, `.`, `0`), nor a code that Excel has turned into `4,99E+07`.
fn is_code(code: &str) -> bool {
    let rounded = code.contains("E+") || code.contains("e+");
    !rounded && code.chars().any(|c| c.is_alphanumeric() && c != '0')
}
